#include "exchange/report/seal.h"
#include "support/ui/room.h"

// The end of a session: what its file keeps, and the code that it ends with.
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

TEST_CASE("a session is closed with all it says, and shows the code that its report has")
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

TEST_CASE("the code of a closed session shows at any size of text, in a small window")
{
    for (int const percent : {100, 115, 130}) {
        Closing room;
        ImGui::GetIO().DisplaySize = {1366, 768};
        room.app.grant(ui::SetScale{percent});
        room.driver.settle();
        room.driver.click("closing.go");
        room.driver.settle();
        CHECK(room.driver.label("closing.code") == room.code());
    }
}

TEST_CASE("what is not kept is erased once it is said, after a copy, and the session opens again")
{
    Closing room;
    CHECK(!room.driver.enabled("closing.names")); // nobody is responsible
    room.driver.click("closing.proposers");
    room.driver.settle();
    CHECK(room.host.erasures.empty()); // not before it is said
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

TEST_CASE("no copy is made where none is wanted, and Enter erases nothing")
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

TEST_CASE("an erasing that fails leaves the session as it was, open, and is told")
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

TEST_CASE("a session that is only read, or looked back at, is not closed")
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

TEST_CASE("words are erased wherever they are written, as the command line does")
{
    Closing room;
    room.driver.click("closing.words");
    room.driver.type("Camille, , Dupont ,J");
    room.driver.settle();
    CHECK_FALSE(room.driver.enabled("closing.go")); // one letter is in nearly every text
    room.driver.key(ImGuiKey_Backspace);
    room.driver.settle();
    REQUIRE(room.driver.enabled("closing.go"));
    CHECK(room.driver.label("closing.go") == room.french.text("closing.go.erase"));
    room.driver.click("closing.go");
    room.driver.settle();
    REQUIRE(room.host.erasures.size() == 1);
    auto const& what = room.host.erasures.front();
    CHECK(what.words == std::vector<std::string>{"Camille", "Dupont"});
    CHECK_FALSE((what.proposers || what.names || what.free_text));
}

TEST_CASE("in a session of several machines nothing is erased: the others keep it")
{
    for (auto const* language : {"fr", "en"}) {
        Closing room(language);
        room.driver.click("closing.cancel");
        room.host.kept = room.host.on_disk;
        room.host.shares = true;
        room.host.rooms.state.link = ui::SharedState::Link::linked;
        room.app.open("atelier.cadran", ui::Access::edit);
        room.driver.settle();
        room.ask();
        for (auto const* field : {"closing.proposers", "closing.names", "closing.words"})
            CHECK_FALSE(room.driver.enabled(field));
        room.driver.click("closing.go");
        room.driver.settle();
        CHECK(room.driver.shows("closing.code"));
        CHECK(room.host.erasures.empty());
    }
}
