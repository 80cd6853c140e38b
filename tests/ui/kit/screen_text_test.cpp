#include "journal/file_log.h"
#include "support/folders.h"
#include "support/ui/room.h"
#include "support/ui/screen_text.h"

#include <array>
#include <set>
#include <string>
#include <vector>

// The sample session on every screen: no text is cut or has too little contrast.
namespace {

struct Window {
    base::Vec2 size;
    int percent;
};
constexpr std::array windows{Window{{1920, 1080}, 100}, Window{{1366, 768}, 100},
                             Window{{1366, 768}, 130}};

// A step and the widgets clicked there, one after the other; Escape ends each.
struct Walk {
    std::string step;
    std::vector<std::string> presses;
};
std::vector<Walk> const walks{
    {"gather",
     {"top.title", "top.more", "top.timer", "top.headcount", "top.join", "rail.find", "rail.keys",
      "gather.import", "card.1"}},
    {"group", {"group.tab.frames", "frame.1.menu", "group.tab.duplicates"}},
    {"vote",
     {"result.23", "results.page.1", "results.page.0", "vote.tie.3", "vote.round.2", "vote.round.1",
      "vote.round.3", "rail.new", "rail.results"}},
    {"place",
     {"place.axis.7", "place.filter", "rail.list", "rail.overview", "rail.matrix", "rail.axes",
      "place.axis.1", "rail.estimate"}},
    {"decide",
     {"rail.pareto", "rail.budget", "rail.matrices", "rail.table", "rail.weights", "decide.scale",
      "decide.verdict.23", "decide.row.23"}},
    {"review",
     {"review.log.0", "review.log.2", "rail.then_board", "rail.then_votes", "rail.then_matrix",
      "review.chip.23", "rail.then_order", "review.row.23", "rail.then", "review.previous",
      "review.previous", "rail.then_board", "rail.then", "past.now"}}};

// The least contrast by WCAG 2.2, for normal and for large text; lower on a matrix, where labels
// may cross the edge of a cloud.
double least(ui::DrawnLine const& line, std::string const& step)
{
    constexpr float large_px = 24;
    return line.px >= large_px ? 3 : step == "place" ? 3.5 : 4.5;
}

void check_texts(support::UiDriver& window, std::string const& where, std::string const& step)
{
    CAPTURE(where);
    std::set<std::string> typed; // a field's text may be longer than the field
    for (auto const& [id, seen] : window.ui().probe.widgets) typed.insert(seen.value);
    for (auto const& seen : support::texts_of(window)) {
        if (seen.sight == support::SeenText::Sight::covered) continue;
        auto const& line = seen.line;
        CAPTURE(line.text);
        CAPTURE(line.whole);
        CHECK(line.whole.empty());
        if (!typed.contains(line.text)) {
            CHECK(line.box.max.x <= line.clip.max.x + 1);
            CHECK(line.box.min.x >= line.clip.min.x - 1);
        }
        bool const enabled = line.color.a > 110; // disabled widgets are faint
        if (enabled) CHECK(seen.contrast >= least(line, step));
    }
}

void open_sample(support::Room& room)
{
    auto const opened = journal::FileLog::open(support::sources_dir() / "sessions/exemple.cadran",
                                               journal::OpenMode::read);
    REQUIRE(opened);
    for (std::uint64_t n = 1; n <= opened->log->size(); ++n)
        room.host.kept.push_back(*opened->log->entry(n));
    room.app.open("exemple.cadran", ui::Access::edit);
    room.driver.settle();
}

// Calls `look` with a room in French by day and in English at night, in each window; and with a
// name of both for messages.
template <class Look>
void in_every_window(Look&& look)
{
    for (auto const* language : {"fr", "en"})
        for (auto const& window : windows) {
            support::Room room(language);
            ImGui::GetIO().DisplaySize = {window.size.x, window.size.y};
            room.app.grant(ui::SetScale{window.percent});
            if (std::string_view(language) == "en")
                room.app.grant(ui::SetAppearance{ui::Appearance::night});
            auto const at = std::string(language) + " " + std::to_string(window.percent) + " % " +
                            std::to_string(static_cast<int>(window.size.x)) + " ";
            look(room, at);
        }
}

} // namespace

TEST_CASE("no text of the sample session is cut or has too little contrast")
{
    in_every_window([](support::Room& room, std::string const& at) {
        open_sample(room);
        auto& d = room.driver;
        for (auto const& walk : walks) {
            d.click("step." + walk.step);
            d.settle();
            check_texts(room.driver, at + walk.step, walk.step);
            for (auto const& id : walk.presses) {
                CAPTURE(id);
                if (!d.shows(id) || !d.enabled(id))
                    continue; // reached by its number or a menu there
                d.click(id);
                d.settle();
                check_texts(room.driver, at + walk.step + " " + id, walk.step);
                d.key(ImGuiKey_Escape);
                d.settle();
            }
        }
    });
}

TEST_CASE("the screen by which phones join cuts no word, whatever it has to say")
{
    in_every_window([](support::Room& room, std::string const& at) {
        auto& host = room.host;
        host.addresses.push_back({ui::RoomAddress::Kind::network, "255.255.255.255", "enp0s31f6"});
        host.addresses.push_back({ui::RoomAddress::Kind::virtual_link, "172.17.0.1", "docker0"});
        open_sample(room);
        room.app.grant(edit::Command{edit::SetTitle{"Atelier"}}); // longer ones are cut
        auto& d = room.driver;
        auto check = [&](std::string const& what) {
            d.settle();
            check_texts(room.driver, at + what, "join");
        };
        d.key(ImGuiKey_Q);
        d.settle();
        d.click("join.wifi");
        d.type("Armance-Invités · mot de passe");
        check("closed");
        d.click("join.address.255.255.255.255");
        d.click("join.open");
        host.phones.state.port = 65535;
        host.phones.state.seats = 300, host.phones.state.here = 298;
        host.phones.state.hands = 40;
        check("waiting");
        host.clock.t += 120'000;
        check("nobody");
        host.phones.state.reached_ms = host.clock.t;
        check("seen");
        d.click("join.settings");
        check("settings");
        d.key(ImGuiKey_Escape);
        d.click("join.help.open");
        check("help");
        d.key(ImGuiKey_Escape);
        host.addresses.erase(host.addresses.begin() + 2);
        host.clock.t += 2'000;
        check("gone");
        d.click("join.help.open");
        d.settle();
        d.click("join.address.127.0.0.1");
        check("local");
        d.key(ImGuiKey_Escape);
        d.key(ImGuiKey_Q);
        check("board");
        room.app.grant(ui::LookBack{3});
        d.settle();
        d.click("top.room.close");
        d.key(ImGuiKey_Q);
        check("past");
    });
}

TEST_CASE("the facilitator's page cuts no word, and the room's window neither")
{
    in_every_window([](support::Room& room, std::string const& at) {
        open_sample(room);
        auto& d = room.driver;
        auto const size = ImGui::GetIO().DisplaySize;
        support::UiDriver beside(
            [&](ui::Ui& ui) {
                if (room.app.room_window() == ui::RoomWindow::open) room.app.draw_room(ui);
            },
            {size.x, size.y});
        auto check = [&](std::string const& what, std::string const& step) {
            d.settle();
            check_texts(d, at + what + " page", "page");
            beside.settle();
            check_texts(beside, at + what + " room", step);
        };
        beside.settle();
        d.key(ImGuiKey_F5);
        check("waiting", "decide");
        for (auto const& walk : walks) {
            d.click("step." + walk.step);
            check(walk.step, walk.step);
        }
        d.click("step.vote");
        d.key(ImGuiKey_T);
        d.click("facilitator.notes.change");
        check("notes", "vote");
        d.type("Rappeler que le vote ne décide pas : il dit quoi regarder d’abord.");
        d.click("facilitator.notes.change");
        d.key(ImGuiKey_F5);
        d.settle();
        d.click("rail.new");
        d.settle();
        check("prepared", "vote");
        d.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
        d.settle();
        d.key(ImGuiKey_F5);
        check("open", "vote");
        d.click("facilitator.vote.close");
        check("sure", "vote");
        d.key(ImGuiKey_R);
        check("curtain", "vote");
    });
}

TEST_CASE("the start screen cuts no word and writes none over another, in any window")
{
    for (auto const* language : {"fr", "en"})
        for (auto const& window : windows) {
            support::Room room(language);
            ImGui::GetIO().DisplaySize = {window.size.x, window.size.y};
            room.app.grant(ui::SetScale{window.percent});
            room.driver.settle();
            auto const at = std::string(language) + " " + std::to_string(window.percent) + " %";
            check_texts(room.driver, at, "home");
            CAPTURE(at);
            auto const texts = support::texts_of(room.driver);
            for (auto one = texts.begin(); one != texts.end(); ++one)
                for (auto other = one + 1; other != texts.end(); ++other) {
                    CAPTURE(one->line.text);
                    CAPTURE(other->line.text);
                    CHECK_FALSE(
                        base::grown(one->line.box, -3).overlaps(base::grown(other->line.box, -3)));
                }
        }
}

// Text right of `from` is cut nowhere.
void check_whole(support::UiDriver& d, float from = 0)
{
    d.settle();
    for (auto const& seen : support::texts_of(d)) {
        bool const shown = seen.sight == support::SeenText::Sight::shown;
        CAPTURE(ImGui::GetIO().DisplaySize.x);
        CAPTURE(seen.line.whole);
        if (shown && seen.line.box.min.x >= from) CHECK(seen.line.whole.empty());
    }
}

TEST_CASE("titles of 85 and 160 letters are whole where they are read or voted on")
{
    constexpr char const* six =
        "titre;domaine\nPermis de construire instruits avec une aide à la lecture des plans et des "
        "pièces jointes;Urbanisme\nAccompagnement des habitants dans leurs démarches en ligne par "
        "des agents formés et un assistant qui reformule les courriers administratifs difficiles à "
        "comprendre;Usagers\nTri du courrier;Accueil\nPrévision de la fréquentation des cantines "
        "scolaires afin de réduire le gaspillage alimentaire dans toutes les écoles de la commune "
        "et de mieux commander;Écoles\nDétection des fuites d’eau par comparaison des débits de "
        "nuit avec ceux de l’année;Eau\nDéneigement des routes;Voirie\n";
    for (auto const* language : {"fr", "en"})
        for (base::Vec2 const size : {base::Vec2{1920, 1080}, base::Vec2{1366, 768}}) {
            support::Room room(language);
            ImGui::GetIO().DisplaySize = {size.x, size.y};
            auto& d = room.driver;
            auto const whole = [&](std::string const& where, float from = 0) {
                CAPTURE(where);
                check_whole(d, from);
            };
            room.start(six, "gather");
            d.click("card.2");
            whole("sheet");
            d.key(ImGuiKey_Escape);
            d.click("step.place");
            d.settle();
            whole("tray", size.x * 0.8F);
            d.click("place.tray.2");
            whole("matrix", size.x * 0.8F);
            d.click("step.decide");
            d.settle();
            d.click("decide.row.2");
            whole("decision", size.x * 0.8F);
            d.click("step.vote");
            whole("set-up");
            d.click("vote.open");
            whole("open");
            d.key(ImGuiKey_B);
            whole("choosing");
            d.click("ballot.row.2");
            d.click("ballot.row.4");
            d.key(ImGuiKey_Enter);
            whole("spreading");
        }
}

TEST_CASE("rows are as high as their titles need, where the list has the room")
{
    constexpr char const* four =
        "titre;domaine;court\nAccompagnement des habitants dans leurs démarches en ligne par des "
        "agents formés et un assistant qui reformule les courriers administratifs difficiles à "
        "comprendre;Usagers;Démarches\nTri du courrier;Accueil;\nDétection des fuites d’eau par "
        "comparaison des débits de nuit avec ceux de l’année;Eau;\nDéneigement;Voirie;\n";
    for (base::Vec2 const size : {base::Vec2{1920, 1080}, base::Vec2{1366, 768}}) {
        support::Room room("fr");
        ImGui::GetIO().DisplaySize = {size.x, size.y};
        auto& d = room.driver;
        room.start(four, "vote");
        d.click("vote.source.1");
        d.settle();
        d.click("vote.hands");
        check_whole(d);
        d.key(ImGuiKey_4);
        d.key(ImGuiKey_Enter);
        d.settle();
        REQUIRE(d.shows("result.1"));
        check_whole(d); // the rows, and the panel of the longest
        d.click("step.decide");
        check_whole(d);
        d.click("rail.budget");
        check_whole(d); // the budget
    }
}
