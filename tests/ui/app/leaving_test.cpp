#include "support/ui/room.h"
#include "ui/vote/estimate_room.h"
#include "ui/vote/voting.h"

// Leaving while text is being typed, and with a disk that refuses.
using support::Estimating;
using support::Room;
using support::Voting;

namespace {

// A session whose log can refuse writes, as a full disk does.
struct Leaving : Room {
    explicit Leaving(std::string const& language = "fr")
        : Room(language)
    {
        driver.click("home.new.axes");
        driver.settle();
    }
    void type_card(std::string const& title)
    {
        driver.key(ImGuiKey_N);
        driver.settle();
        driver.type(title);
        driver.frame();
    }
    // A card that cannot be saved.
    void type_on_full_disk(std::string const& title)
    {
        type_card(title);
        fill_disk();
        driver.key(ImGuiKey_Enter);
        driver.settle();
    }
    void fill_disk() { host.log->refuses = base::Error{base::Errc::io, "file.disk_full", {}, 0}; }
    // As the window's close button: draws frames until the application may end.
    bool close()
    {
        app.close(ui::Quit::By::person);
        for (int i = 0; i < 20 && !app.wants_to_quit(); ++i) driver.frame();
        return app.wants_to_quit();
    }
    // The document as stored on the disk.
    [[nodiscard]] model::Document kept() const
    {
        model::Document doc;
        for (auto const& entry : host.on_disk) REQUIRE(model::apply(doc, entry.changes));
        return doc;
    }
    [[nodiscard]] std::vector<model::Case> kept_cases() const
    {
        std::vector<model::Case> out;
        auto const doc = kept();
        for (auto const& [id, one] : model::table<model::Case>(doc)) out.push_back(one);
        return out;
    }
    [[nodiscard]] std::vector<std::string> kept_titles() const
    {
        std::vector<std::string> out;
        for (auto const& one : kept_cases()) out.push_back(one.title);
        return out;
    }
    void add_card(std::string const& title)
    {
        type_card(title);
        driver.key(ImGuiKey_Enter);
        driver.settle();
        driver.key(ImGuiKey_Escape);
        driver.settle();
    }
};

using Titles = std::vector<std::string>;

} // namespace

TEST_CASE("a card being typed when the window closes is written")
{
    Leaving w;
    w.type_card("Tri du courrier");
    REQUIRE(w.close());
    CHECK(w.kept_titles() == Titles{"Tri du courrier"});
}

TEST_CASE("a title being edited when the window closes is written")
{
    Leaving w;
    w.add_card("Tri");
    w.driver.click("card.1");
    w.driver.settle();
    w.driver.key(ImGuiKey_F2);
    w.driver.settle();
    w.driver.type(" du courrier");
    w.driver.frame();
    REQUIRE(w.close());
    REQUIRE(w.kept_cases().size() == 1);
    CHECK(w.kept_titles()[0].find("du courrier") != std::string::npos);
}

TEST_CASE("a field of the sheet being edited when the window closes is written")
{
    Leaving w;
    w.add_card("Tri");
    w.driver.click("card.1");
    w.driver.settle();
    w.driver.click("sheet.short_title");
    w.driver.settle();
    w.driver.type("Courrier");
    w.driver.frame();
    REQUIRE(w.close());
    REQUIRE(w.kept_cases().size() == 1);
    CHECK(w.kept_cases()[0].short_title == "Courrier");
}

TEST_CASE("the question and the session's title being edited are written")
{
    Leaving w;
    SUBCASE("the question")
    {
        w.driver.click("board.question");
        w.driver.settle();
        w.driver.type("Que confier à une machine ?");
        w.driver.frame();
        REQUIRE(w.close());
        auto const said = model::get<model::Prompt>(w.kept(), model::Step::gather).question;
        CHECK(said.find("Que confier à une machine ?") != std::string::npos);
    }
    SUBCASE("the title")
    {
        w.driver.click("top.title");
        w.driver.settle();
        w.driver.click("top.rename");
        w.driver.settle();
        w.driver.type("Atelier du 12");
        w.driver.frame();
        REQUIRE(w.close());
        CHECK(model::get<model::Profile>(w.kept()).title.find("Atelier du 12") !=
              std::string::npos);
    }
}

TEST_CASE("going to the start screen or to another session writes the text being typed")
{
    Leaving w;
    w.type_card("Tri du courrier");
    SUBCASE("home") { w.app.grant(ui::GoHome{}); }
    SUBCASE("another session") { w.app.dropped({"autre.cadran"}); }
    auto const before = w.host.opened_files.size();
    bool found = false;
    for (int i = 0; i < 20; ++i) {
        w.driver.frame();
        if (w.host.opened_files.size() > before || !w.app.session()) break;
        auto const titles = w.kept_titles();
        found = found || titles == Titles{"Tri du courrier"};
    }
    CHECK(found);
}

TEST_CASE("changing the step while typing writes the text")
{
    Leaving w;
    w.type_card("Tri du courrier");
    w.app.grant(edit::Command{edit::SetStep{model::Step::vote}});
    w.driver.settle();
    CHECK(w.app.step() == model::Step::vote);
    CHECK(w.kept_titles() == Titles{"Tri du courrier"});
}

TEST_CASE("on a full disk a typed card stays in its draft, and is written when there is space")
{
    Leaving w;
    w.type_on_full_disk("Tri du courrier");
    CHECK(w.kept_titles().empty());
    CHECK(w.driver.value("draft.card") == "Tri du courrier");
    CHECK(w.driver.label("notice.0").find("rien de nouveau n’y a été écrit") != std::string::npos);
    w.host.log->refuses.reset();
    w.driver.key(ImGuiKey_Enter);
    w.driver.settle();
    CHECK(w.kept_titles() == Titles{"Tri du courrier"});
}

TEST_CASE("on a full disk the session's menu opens beside a card that was refused before")
{
    Leaving w;
    w.type_on_full_disk("Tri du courrier");
    REQUIRE(w.driver.value("draft.card") == "Tri du courrier");
    w.driver.click("top.title");
    w.driver.settle();
    REQUIRE(w.driver.shows("top.copy"));
    w.driver.key(ImGuiKey_Escape); // of the menu: the card gets the keyboard afterwards
    w.driver.settle();
    CHECK_FALSE(w.driver.shows("top.copy"));
    CHECK(w.driver.value("draft.card") == "Tri du courrier");
    w.driver.click("top.title");
    w.driver.settle();
    w.driver.click("top.copy");
    w.driver.settle();
    CHECK(w.driver.shows("file.copy.name"));
    w.driver.click("file.cancel");
    w.driver.settle();
    CHECK(w.driver.value("draft.card") == "Tri du courrier");
}

TEST_CASE("on a full disk the window stays with a message, and closes on the second request")
{
    Leaving w;
    w.type_card("Tri du courrier");
    w.fill_disk();
    CHECK_FALSE(w.close());
    CHECK(w.driver.value("draft.card") == "Tri du courrier");
    bool told = false;
    for (int i = 0; i < 3; ++i) {
        auto const id = "notice." + std::to_string(i);
        told = told || (w.driver.shows(id) &&
                        w.driver.label(id).find("rien n’est quitté") != std::string::npos);
    }
    CHECK(told);
    CHECK(w.close());
}

TEST_CASE("a title and a field of the sheet refused by the disk are still in their fields")
{
    Leaving w;
    w.add_card("Tri");
    w.driver.click("card.1");
    w.driver.settle();
    SUBCASE("the title on the card")
    {
        w.driver.key(ImGuiKey_F2);
        w.driver.settle();
        w.driver.type(" du courrier");
        w.fill_disk();
        w.driver.key(ImGuiKey_Enter);
        w.driver.settle();
        CHECK(w.driver.value("draft.title").find("du courrier") != std::string::npos);
    }
    SUBCASE("the sheet")
    {
        w.driver.click("sheet.short_title");
        w.driver.settle();
        w.driver.type("Courrier");
        w.fill_disk();
        w.driver.key(ImGuiKey_Enter);
        w.driver.settle();
        CHECK(w.driver.value("sheet.short_title") == "Courrier");
        w.host.log->refuses.reset();
        w.driver.key(ImGuiKey_Enter);
        w.driver.settle();
        CHECK(w.kept_cases()[0].short_title == "Courrier");
    }
}

TEST_CASE("on a full disk leaving is asked about again when other words are typed")
{
    Leaving w;
    w.type_on_full_disk("Tri du courrier");
    CHECK_FALSE(w.close());
    w.driver.type(" du maire");
    w.driver.frame();
    CHECK_FALSE(w.close());
    CHECK(w.driver.value("draft.card") == "Tri du courrier du maire");
    CHECK(w.close());
}

TEST_CASE("on a full disk another step is not reached, and that does not answer for the window")
{
    Leaving w;
    w.type_on_full_disk("Tri du courrier");
    for (int i = 0; i < 2; ++i) {
        w.driver.key(ImGuiMod_Alt | ImGuiKey_2);
        w.driver.settle();
        REQUIRE(w.driver.value("draft.card") == "Tri du courrier");
        CHECK(w.driver.label("notice.1") == w.french.text("notice.stays.here"));
    }
    CHECK_FALSE(w.close());
    CHECK(w.driver.value("draft.card") == "Tri du courrier");
}

TEST_CASE("on a full disk the end of the desktop does not wait for a card")
{
    Leaving w;
    w.type_on_full_disk("Tri du courrier");
    w.app.close(ui::Quit::By::system);
    for (int i = 0; i < 20 && !w.app.wants_to_quit(); ++i) w.driver.frame();
    CHECK(w.app.wants_to_quit());
}

TEST_CASE("closing with nothing typed closes at once and writes nothing")
{
    Leaving w;
    auto const entries = w.host.on_disk.size();
    w.app.close(ui::Quit::By::person);
    CHECK(w.app.wants_to_quit());
    CHECK(w.host.on_disk.size() == entries);
}

TEST_CASE("a card that cannot be written stays in hand while a copy is saved, and is written there")
{
    Leaving w;
    w.add_card("Tri du courrier");
    w.host.folders["/sauf"] = {};
    w.host.known_places = {{ui::FolderPlace::Kind::sessions, "/sauf"}};
    w.type_card("Parole du maire");
    SUBCASE("the disk is full") { w.fill_disk(); }
    SUBCASE("another program removed the file")
    {
        w.host.log->refuses = w.host.log->touched =
            base::Error{base::Errc::conflict, "file.changed", "atelier.cadran", 0};
    }
    w.driver.key(ImGuiKey_Enter);
    w.driver.frame(3);
    REQUIRE(w.driver.shows("draft.card"));
    w.driver.key(ImGuiMod_Ctrl | ImGuiKey_S);
    w.driver.frame(10);
    REQUIRE(w.driver.shows("file.copy.name"));
    w.driver.click("file.cancel"); // closes the dialog, not the card
    w.driver.frame(10);
    CHECK_FALSE(w.driver.shows("file.copy.name"));
    REQUIRE(w.driver.shows("draft.card"));
    CHECK(w.driver.value("draft.card") == "Parole du maire");

    w.driver.key(ImGuiMod_Ctrl | ImGuiKey_S);
    w.driver.frame(10);
    REQUIRE(w.driver.shows("file.copy.name"));
    w.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    w.driver.type("secours"); // the keyboard is the dialog's
    CHECK(w.driver.value("file.copy.name") == "secours");
    w.driver.click("file.go");
    w.driver.settle();
    REQUIRE(w.host.copies.size() == 1);
    CHECK(w.host.opened_files.back() == w.host.copies.front()); // the work continues there
    CHECK(w.driver.label("notice.0") ==
          w.french.text("notice.copied.on", w.host.copies.front().filename().string()));
    CHECK_FALSE(w.driver.shows("notice.1")); // nothing of the other file
    REQUIRE(w.driver.shows("draft.card"));
    CHECK(w.driver.value("draft.card") == "Parole du maire");
    w.driver.key(ImGuiKey_Enter);
    w.driver.settle();
    auto const& cases = model::table<model::Case>(w.doc());
    CHECK(cases.size() == 2);
    CHECK(std::ranges::any_of(
        cases, [](auto const& one) { return one.second.title == "Parole du maire"; }));
}

TEST_CASE("on a full disk a vote with ballots stays in its file, where they are, and copies beside")
{
    Voting v;
    v.host.folders["/sauf"] = {};
    v.host.known_places = {{ui::FolderPlace::Kind::sessions, "/sauf"}};
    v.open(model::Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_2, ImGuiKey_Enter});
    v.driver.frame(2);
    v.keys({ImGuiKey_Escape});
    v.driver.settle();
    REQUIRE(v.cast() == 1);
    v.host.log->refuses = base::Error{base::Errc::io, "file.disk_full", {}, 0};
    v.app.grant(edit::Command{edit::SetTitle{"Un"}});
    v.driver.frame(3);
    auto const opened = v.host.opened_files;
    v.driver.key(ImGuiMod_Ctrl | ImGuiKey_S);
    v.driver.frame(10);
    v.driver.click("file.go");
    v.driver.settle();
    CHECK(v.host.copies.size() == 1);
    CHECK(v.host.opened_files == opened);
    CHECK(v.cast() == 1);
}

TEST_CASE("closing the window asks once when a ballot has been begun")
{
    SUBCASE("of a vote")
    {
        Voting v;
        v.open(model::Method::dots);
        v.keys({ImGuiKey_B});
        v.driver.frame(3);
        SUBCASE("blank: nothing would be lost")
        {
            v.app.close(ui::Quit::By::person);
            CHECK(v.app.wants_to_quit());
        }
        SUBCASE("with points")
        {
            v.keys({ImGuiKey_3});
            v.app.close(ui::Quit::By::person);
            v.driver.frame(3);
            CHECK_FALSE(v.app.wants_to_quit());
            CHECK(v.driver.label("notice.0") == v.french.text("notice.ballot"));
            CHECK(v.driver.value("ballot.row.1") == "3");
            v.app.close(ui::Quit::By::person);
            CHECK(v.app.wants_to_quit());
        }
        SUBCASE("changed since: another question")
        {
            v.keys({ImGuiKey_3});
            v.app.close(ui::Quit::By::person);
            v.driver.frame(3);
            v.keys({ImGuiKey_2});
            v.driver.frame(2);
            CHECK_FALSE(v.driver.shows("notice.0"));
            v.app.close(ui::Quit::By::person);
            CHECK_FALSE(v.app.wants_to_quit());
        }
        SUBCASE("cast since: the next voter's is another")
        {
            v.keys({ImGuiKey_3});
            v.app.close(ui::Quit::By::person);
            v.driver.frame(3);
            v.keys({ImGuiKey_Enter});
            v.driver.settle();
            CHECK_FALSE(v.driver.shows("notice.0"));
            v.app.close(ui::Quit::By::person);
            CHECK(v.app.wants_to_quit()); // nothing is begun
        }
        SUBCASE("the desktop ends: it does not wait")
        {
            v.keys({ImGuiKey_3});
            v.app.close(ui::Quit::By::system);
            for (int i = 0; i < 20 && !v.app.wants_to_quit(); ++i) v.driver.frame();
            CHECK(v.app.wants_to_quit());
        }
    }
    SUBCASE("of an estimating round")
    {
        Estimating room(2);
        room.open(1, 3);
        room.driver.click("estimate.ballot");
        room.driver.frame(3);
        room.put({4, 6});
        room.driver.frame(3);
        room.app.close(ui::Quit::By::person);
        room.driver.frame(3);
        CHECK_FALSE(room.app.wants_to_quit());
        room.app.close(ui::Quit::By::person);
        CHECK(room.app.wants_to_quit());
    }
}
