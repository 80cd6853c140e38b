#include "support/ui/room.h"

#include <array>
#include <set>

// The room mode, the scale, reduced motion, and F6 between the parts of the screen.
using support::Room;

namespace {

constexpr char const* three_cases =
    "titre;domaine\nTri du courrier;Usagers\nFuites d’eau;Eau\nRepas de cantine;Écoles\n";
constexpr std::array worked_steps{"step.gather", "step.group", "step.vote", "step.place",
                                  "step.decide"};

bool sees(Room& room, std::string const& id)
{
    if (!room.driver.shows(id)) return false;
    auto const box = room.driver.box(id);
    return box.width() > 0 && box.height() > 0;
}

// Whether two widgets overlap.
bool collide(base::Rect const& a, base::Rect const& b)
{
    return base::grown(a, -2).overlaps(base::grown(b, -2));
}

} // namespace

TEST_CASE("a session that can only be read says why, and how to go on")
{
    using base::Errc;
    using Reads = ui::Reads;
    CHECK(ui::why_read({}) == Reads::wanted);
    support::Room room("fr");
    auto& d = room.driver;
    d.click("home.new.axes");
    d.settle();
    room.host.remember();
    struct Case {
        base::Error notice;
        std::string said, how;
    };
    for (auto const& one : {Case{{Errc::locked, "file.locked", "a", 0},
                                 "Lecture seule : ouverte ailleurs",
                                 "top.read_only.elsewhere.tip"},
                            Case{{Errc::denied, "file.read_only", "a", 0},
                                 "Lecture seule : fichier protégé",
                                 "top.read_only.refused.tip"},
                            Case{{Errc::corrupt, "file.damaged", "", 7},
                                 "Lecture seule : fichier abîmé",
                                 "top.read_only.damaged.tip"}}) {
        room.host.held = {one.notice};
        room.app.grant(ui::GoHome{});
        room.app.open("atelier.cadran", ui::Access::edit);
        d.settle();
        d.frame(10 * 60); // the notice is gone, the reason stays
        CHECK(d.label("top.write") == one.said);
        CHECK(ui::how_to_write(ui::why_read(room.host.held)) == one.how);
    }
    room.host.held.clear();
    d.click("top.write");
    d.settle();
    CHECK(room.app.session()->log().writable());
    CHECK_FALSE(d.shows("top.write"));
    room.app.grant(ui::GoHome{});
    room.app.open("atelier.cadran", ui::Access::read);
    d.settle();
    CHECK(d.label("top.write") == "Lecture seule"); // as was asked for
}

TEST_CASE("F11 switches the room mode: no rail and panel, larger text, and back")
{
    Room room("fr");
    auto& d = room.driver;
    room.start(three_cases, "gather");
    auto const card = d.box("card.1").height();
    REQUIRE(sees(room, "rail.select"));
    d.key(ImGuiKey_F11);
    d.settle();
    CHECK(room.app.mode() == ui::Mode::room);
    CHECK(!sees(room, "rail.select"));
    CHECK(!sees(room, "gather.new"));
    CHECK(d.box("board").min.x == doctest::Approx(0));
    CHECK(d.box("board").max.x == doctest::Approx(1920));
    CHECK(d.box("card.1").height() > card * 1.2F);
    d.key(ImGuiKey_F11);
    d.settle();
    CHECK(room.app.mode() == ui::Mode::desk);
    CHECK(sees(room, "rail.select"));
    CHECK(d.box("card.1").height() == doctest::Approx(card).epsilon(0.02));
}

TEST_CASE("Escape leaves the room mode after everything else")
{
    Room room("fr");
    auto& d = room.driver;
    room.start(three_cases, "gather");
    d.key(ImGuiKey_F11);
    d.settle();
    d.click("card.1");
    d.key(ImGuiKey_Escape); // clears the selection first
    CHECK(room.app.mode() == ui::Mode::room);
    d.key(ImGuiMod_Ctrl | ImGuiKey_K);
    d.key(ImGuiKey_Escape);
    CHECK(room.app.mode() == ui::Mode::room);
    d.key(ImGuiKey_Escape);
    CHECK(room.app.mode() == ui::Mode::desk);
    for (auto const* step : worked_steps) {
        d.click(step);
        d.settle();
        d.key(ImGuiKey_F11);
        d.settle();
        CHECK(room.app.mode() == ui::Mode::room);
        d.key(ImGuiKey_Escape);
        CAPTURE(step);
        CHECK(room.app.mode() == ui::Mode::desk);
        d.settle();
    }
}

TEST_CASE("the mouse can leave the room mode, and Tab skips hidden widgets")
{
    Room room("fr");
    auto& d = room.driver;
    room.start(three_cases, "decide");
    d.key(ImGuiKey_F11);
    d.settle();
    std::set<std::string> walked;
    for (int i = 0; i < 60; ++i) {
        d.key(ImGuiKey_Tab);
        walked.insert(ui::focused_id(d.ui()));
    }
    CHECK(walked.contains("room.leave"));
    CHECK(walked.contains("step.vote"));
    for (auto const& id : walked) {
        CAPTURE(id);
        CHECK(!id.starts_with("rail."));
        CHECK(sees(room, id));
    }
    d.click("room.leave");
    CHECK(room.app.mode() == ui::Mode::desk);
}

TEST_CASE("the scale changes with + and − of any keyboard, and 0 resets it")
{
    Room room("fr");
    auto& d = room.driver;
    room.start(three_cases, "gather");
    auto const scale = [&] { return room.host.kept_settings.scale_percent; };
    d.key(ImGuiMod_Ctrl | ImGuiKey_Equal);
    CHECK(scale() == 115);
    d.key(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Equal); // on layouts where + is Shift+=
    CHECK(scale() == 130);
    d.key(ImGuiMod_Ctrl | ImGuiKey_KeypadAdd); // the largest scale
    CHECK(scale() == 130);
    d.key(ImGuiMod_Ctrl | ImGuiKey_Minus);
    CHECK(scale() == 115);
    d.key(ImGuiMod_Ctrl | ImGuiKey_Minus);
    CHECK(scale() == 100);
    d.key(ImGuiMod_Ctrl | ImGuiKey_KeypadAdd);
    d.key(ImGuiMod_Ctrl | ImGuiKey_0);
    CHECK(scale() == 100);
}

TEST_CASE("at every scale the parts of the bar and the tools of the rail do not overlap")
{
    for (int ups : {0, 1, 2}) {
        for (auto const* language : {"fr", "en"}) {
            Room room(language);
            auto& d = room.driver;
            room.start(three_cases, "gather");
            for (int i = 0; i < ups; ++i) d.key(ImGuiMod_Ctrl | ImGuiKey_KeypadAdd);
            for (auto const* step : worked_steps) {
                d.click(step);
                d.settle();
                CAPTURE(ups);
                CAPTURE(step);
                CHECK(!collide(d.box("top.title"), d.box("step.gather")));
                CHECK(!collide(d.box("step.decide"), d.box("top.timer")));
                CHECK(d.box("top.more").max.x <= 1920);
                std::vector<base::Rect> rail;
                for (auto const& [id, seen] : d.ui().probe.widgets)
                    if (id.starts_with("rail.")) rail.push_back(seen.box);
                for (std::size_t a = 0; a < rail.size(); ++a) {
                    CHECK(rail[a].max.y <= 1080);
                    for (std::size_t b = a + 1; b < rail.size(); ++b)
                        CHECK(!collide(rail[a], rail[b]));
                }
            }
        }
    }
}

TEST_CASE("F6 moves from the bar to the rail, the board and the panel, and Shift+F6 back")
{
    Room room("fr");
    auto& d = room.driver;
    room.start(three_cases, "gather");
    auto const focused = [&] { return ui::focused_id(d.ui()); };
    d.key(ImGuiKey_F6);
    d.frame(2);
    CHECK(d.ui().probe.widgets.at(focused()).box.min.x > 1500); // from the board to the panel
    d.key(ImGuiKey_F6);
    d.frame(2);
    CHECK(focused() == "top.title");
    d.key(ImGuiKey_F6);
    d.frame(2);
    CHECK(focused() == "rail.select");
    d.key(ImGuiKey_F6);
    d.frame(2);
    CHECK(focused().empty());
    CHECK(ui::part_by_keys(d.ui()) == ui::Part::main);
    CHECK(d.on("card.1")); // Tab continues from here
    d.key(ImGuiKey_Tab);
    CHECK(d.on("card.2"));
    d.key(ImGuiMod_Shift | ImGuiKey_F6);
    d.frame(2);
    CHECK(focused() == "rail.select");
    d.key(ImGuiMod_Shift | ImGuiKey_F6);
    d.frame(2);
    CHECK(focused() == "top.title");
}

TEST_CASE("on every step F6 reaches each part, and Tab follows the reading order")
{
    for (auto const* step : worked_steps) {
        Room room("fr");
        auto& d = room.driver;
        room.start(three_cases, std::string(step).substr(5));
        CAPTURE(step);
        std::set<std::string> reached;
        for (int i = 0; i < 4; ++i) {
            d.key(ImGuiKey_F6);
            d.frame(2);
            auto const id = ui::focused_id(d.ui());
            reached.insert(id.empty() ? "board" : id);
        }
        CHECK(reached.size() == 4);
        CHECK(reached.contains("top.title"));
        // From the title: the bar, then the rail, then the others, each once.
        while (ui::focused_id(d.ui()) != "top.title") {
            d.key(ImGuiKey_F6);
            d.frame(2);
        }
        int rank = 0;
        std::string trail;
        for (int i = 0; i < 40; ++i) {
            auto const id = ui::focused_id(d.ui());
            trail += id + " ";
            auto const& box = d.ui().probe.widgets.at(id).box;
            int const part = box.center().y < 80 ? 0 : box.center().x < 88 ? 1 : 2;
            CAPTURE(trail);
            REQUIRE(part >= rank);
            rank = part;
            if (part == 2) break;
            d.key(ImGuiKey_Tab);
        }
        CHECK(rank == 2);
    }
}

TEST_CASE("with reduced motion changes fade in")
{
    Room room("fr");
    room.host.motion = ui::Motion::reduced; // the desktop's setting
    auto& d = room.driver;
    room.start(three_cases, "gather");
    d.frame();
    CHECK(d.ui().motion == ui::Motion::reduced);
    d.click("zoom.in");
    d.settle();
    auto const before = d.box("card.1");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_1, true);
    d.frame();
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_1, false);
    d.frame();
    auto const after = d.box("card.1");
    CHECK(after.width() != doctest::Approx(before.width()));
    CHECK(ui::dissolving(d.ui()) > 0.4F);
    d.frame(8); // 0.13 s
    CHECK(ui::dissolving(d.ui()) == 0);
    CHECK(d.box("card.1").min.x == doctest::Approx(after.min.x)); // moved without animation
    d.click("step.vote");
    CHECK(d.ui().redraw_until_s < d.now_s() + 0.2);
}

TEST_CASE("the person's choice of motion overrides the desktop's, and is stored")
{
    Room room("fr");
    auto& d = room.driver;
    room.start(three_cases, "gather");
    d.click("top.more");
    d.frame(2);
    d.click("more.motion");
    d.frame();
    CHECK(d.ui().motion == ui::Motion::reduced);
    CHECK(room.host.kept_settings.motion == ui::Motion::reduced);
    room.host.motion = ui::Motion::reduced;
    room.app.grant(ui::SetMotion{ui::Motion::full});
    d.frame();
    CHECK(d.ui().motion == ui::Motion::full);
}

TEST_CASE("with movement, nothing dissolves")
{
    Room room("fr");
    auto& d = room.driver;
    room.start(three_cases, "gather");
    d.click("step.vote");
    CHECK(ui::dissolving(d.ui()) == 0);
}
