#include "exchange/report/seal.h"
#include "support/ui/room.h"

// Closing a session: the texts that its file keeps, and its final code.
using support::Room;

namespace {

struct Closing : Room {
    explicit Closing(std::string const& language = "fr")
        : Room(language)
    {
        start("Titre;Porteur\nTri du courrier;Jeanne\nFuites;\n", "gather");
        auto const id = model::table<model::Case>(doc()).begin()->first;
        auto one = model::get<model::Case>(doc(), id);
        one.proposer = "Jeanne";
        REQUIRE(app.session()->submit(edit::facilitator, edit::EditCase{id, one}));
        driver.settle();
        ask();
    }
    void ask()
    {
        driver.click("top.title");
        driver.click("top.closing");
        driver.settle();
    }
    [[nodiscard]] std::string code()
    {
        auto const& log = app.session()->log();
        return exchange::short_code({{}, log.size(), log.hash(log.size())});
    }
};

} // namespace

TEST_CASE("a session can be closed with all its texts, and shows the code of its report")
{
    for (auto const* language : {"fr", "en"}) {
        Closing room(language);
        auto const entries = room.app.session()->log().size();
        room.driver.click("closing.go");
        room.driver.settle();
        REQUIRE(room.driver.shows("closing.code"));
        CHECK(room.driver.label("closing.code") == room.code());
        CHECK(room.app.session()->log().size() == entries); // nothing was written
        CHECK(room.host.erasures.empty());
        room.driver.click("closing.home");
        room.driver.settle();
        CHECK(!room.app.session());
    }
}

TEST_CASE("texts not kept are erased after confirmation and a copy, and the session opens again")
{
    Closing room;
    CHECK(!room.driver.enabled("closing.names")); // there is no such name
    room.driver.click("closing.proposers");
    room.driver.settle();
    CHECK(room.host.erasures.empty()); // not before confirmation
    room.driver.click("closing.go");
    room.driver.settle();
    REQUIRE(room.host.erasures.size() == 1);
    CHECK(room.host.erasures[0].proposers);
    CHECK(!room.host.erasures[0].free_text);
    CHECK(room.host.duplicated.size() == 1);
    REQUIRE(room.driver.shows("closing.code"));
    CHECK(room.driver.label("closing.code") == room.code());
    room.driver.click("closing.stay");
    room.driver.settle();
    CHECK(!room.driver.shows("closing.code"));
    CHECK(room.app.session());
}

TEST_CASE("without the option no copy is made, and Enter erases nothing")
{
    Closing room;
    room.driver.click("closing.proposers");
    room.driver.click("closing.copy");
    room.driver.key(ImGuiKey_Enter | ImGuiMod_Ctrl);
    room.driver.settle();
    CHECK(room.host.erasures.empty());
    room.driver.click("closing.go");
    room.driver.settle();
    CHECK(room.host.erasures.size() == 1);
    CHECK(room.host.duplicated.empty());
}

TEST_CASE("a failed erasure leaves the session unchanged and open, with a message")
{
    Closing room;
    room.host.keeps = base::Error{base::Errc::io, "file.disk_full", {}, 0};
    auto const cases = model::table<model::Case>(room.doc()).size();
    room.driver.click("closing.proposers");
    room.driver.click("closing.go");
    room.driver.settle();
    CHECK(!room.driver.shows("closing.code"));
    REQUIRE(room.app.session());
    CHECK(model::table<model::Case>(room.doc()).size() == cases);
}

TEST_CASE("a read-only session or a past state cannot be closed")
{
    Closing room;
    room.driver.key(ImGuiKey_Escape);
    room.driver.settle();
    room.app.grant(ui::LookBack{2});
    room.driver.settle();
    room.app.grant(ui::ShowClosing{});
    room.driver.settle();
    CHECK(!room.driver.shows("closing.go"));
}
