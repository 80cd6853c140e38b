#include "bench/heap.h"
#include "support/folders.h"
#include "two_boards.h"
#include "ui/canvas/card_stamps.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <ostream>

// Cards are painted once and copied until they change: the picture must be the same, and changes
// elsewhere must cost nothing.
namespace {

// All vertices of a frame.
struct Picture {
    std::vector<ImDrawVert> points;
    std::vector<ImDrawIdx> indices;
};

Picture picture()
{
    Picture all;
    for (auto const* list : ImGui::GetDrawData()->CmdLists) {
        all.points.insert(all.points.end(), list->VtxBuffer.begin(), list->VtxBuffer.end());
        all.indices.insert(all.indices.end(), list->IdxBuffer.begin(), list->IdxBuffer.end());
    }
    return all;
}

bool same(ImDrawVert const& a, ImDrawVert const& b)
{
    constexpr float hair = 1.0F / 64; // pixels
    return a.col == b.col && a.uv.x == b.uv.x && a.uv.y == b.uv.y &&
           std::abs(a.pos.x - b.pos.x) < hair && std::abs(a.pos.y - b.pos.y) < hair;
}

bool same(Picture const& a, Picture const& b)
{
    return a.indices == b.indices &&
           std::equal(a.points.begin(), a.points.end(), b.points.begin(), b.points.end(),
                      [](auto const& p, auto const& q) { return same(p, q); });
}

struct Stamped : two_boards::Room {
    board::Palette night = *board::load_palette(support::assets_dir() / "themes/nuit.theme");
    std::vector<model::CaseId> ids;
    support::UiDriver hand{[this](ui::Ui& ui) { draw(ui); }};

    [[nodiscard]] ui::Canvas& canvas()
    {
        return step == model::Step::gather ? gather.canvas : group.canvas;
    }
    [[nodiscard]] ui::CardStamps::Counts counts() { return canvas().stamps.counts(); }

    // Adds cards in rows of eight.
    void lay(int count)
    {
        edit::AddCases add;
        for (int i = 0; i < count; ++i) {
            model::Case text;
            text.title = "Repérer les fuites du réseau d’eau, secteur " + std::to_string(i + 1);
            if (i % 3 == 0) text.title = "Rue " + std::to_string(i + 1);
            if (i % 4 == 0) text.domain = "Eau et assainissement de la commune";
            text.short_title = "Fuites " + std::to_string(i + 1);
            text.origin = static_cast<model::Origin>(i % 3);
            ids.push_back(session.mint<model::CaseId>());
            auto const x = static_cast<float>(i % 8), y = static_cast<float>(i / 8);
            add.cases.push_back({ids.back(), text, base::Vec2{x * 258, y * 240}});
        }
        ask(add);
        hand.settle();
    }
    void ask(edit::Command const& command) { REQUIRE(session.submit(edit::facilitator, command)); }
    void zoom(float to)
    {
        canvas().view.camera = {{-120, -140}, to};
        hand.settle();
    }
    // Whether the cards copied from stamps equal freshly painted ones.
    bool as_painted_afresh()
    {
        hand.settle();
        auto const before = counts();
        hand.frame();
        auto const after = counts();
        CHECK(after.put > before.put);
        CHECK(after.painted == before.painted);
        auto const stamped = picture();
        canvas().stamps.forget_all();
        hand.frame();
        CHECK(counts().put == after.put);
        return same(stamped, picture());
    }
};

struct Everything : Stamped {
    Everything()
    {
        lay(60);
        ask(edit::MergeCases{ids[2], {ids[30], ids[31], ids[32]}});
        ask(edit::TurnCards{{ids[4], ids[5]}, edit::TurnCards::Face::down});
        ask(edit::AddGroup{session.mint<model::GroupId>(),
                           "Réseaux",
                           {{-20, 700}, {700, 1300}},
                           {ids[24], ids[25]}});
        hand.settle();
    }
};

} // namespace

TEST_CASE("a board drawn from cached cards equals one drawn anew, at every zoom")
{
    Everything b;
    for (auto const step : {model::Step::gather, model::Step::group})
        for (float const zoom : {1.5F, 1.0F, 0.9F, 0.55F, 0.3F}) {
            b.step = step;
            b.hand.settle();
            b.zoom(zoom);
            CAPTURE(zoom);
            CHECK(b.as_painted_afresh());
        }
}

TEST_CASE("so does a panned board, with cards partly out of sight at every side")
{
    Everything b;
    b.zoom(1);
    for (auto const by : {base::Vec2{301.3F, 77.7F}, base::Vec2{-40.5F, 410.5F},
                          base::Vec2{-513.25F, -333.5F}, base::Vec2{0.5F, -0.5F}}) {
        b.canvas().view.camera.origin = b.canvas().view.camera.origin + by;
        CHECK(b.as_painted_afresh());
    }
}

TEST_CASE("so does a board with hovered, selected, found or dragged cards")
{
    Everything b;
    b.zoom(0.9F);
    b.hand.hover("card.10");
    CHECK(b.as_painted_afresh());
    b.hand.click("card.11");
    CHECK(b.as_painted_afresh());
    b.canvas().selection.cards = {b.ids[1], b.ids[2], b.ids[9]};
    CHECK(b.as_painted_afresh());
    b.canvas().pair = ui::PairShown{b.ids[8], b.ids[12], 910};
    CHECK(b.as_painted_afresh());
    b.hand.hover("card.10");
    b.hand.press();
    b.hand.move_to(b.hand.centre("card.10") + base::Vec2{33, 21});
    CHECK(b.as_painted_afresh());
    b.hand.release();
    b.hand.key(ImGuiMod_Ctrl | ImGuiKey_F);
    b.hand.settle();
    b.hand.type("rue");
    CHECK(b.as_painted_afresh());
}

TEST_CASE("edited and hidden cards are repainted at once")
{
    Everything b;
    b.zoom(1);
    auto const changes = [&](edit::Command const& command) {
        auto const before = picture();
        b.ask(command);
        CHECK(b.as_painted_afresh());
        return !same(before, picture());
    };
    auto text = model::get<model::Case>(b.doc(), b.ids[0]);
    text.title = "Tout autre chose";
    CHECK(changes(edit::EditCase{b.ids[0], text}));
    CHECK(b.hand.label("card.1") == text.title);
    text.domain = "Voirie";
    CHECK(changes(edit::EditCase{b.ids[0], text}));
    CHECK(changes(edit::TurnCards{{b.ids[0]}, edit::TurnCards::Face::down}));
    CHECK(b.hand.label("card.1") == "Carte cachée");
    CHECK(changes(edit::TurnCards{{b.ids[0]}, edit::TurnCards::Face::up}));
    CHECK(b.hand.label("card.1") == text.title);
    CHECK(changes(edit::MergeCases{b.ids[0], {b.ids[1]}}));
    CHECK(changes(edit::SplitCases{{b.ids[1]}, {}}));
    CHECK(changes(edit::RemoveCases{{b.ids[9]}, {}}));
}

TEST_CASE("cards are repainted for another theme, scale or language")
{
    Everything b;
    b.zoom(1);
    auto const* day = b.hand.ui().palette;
    auto const before = picture();
    b.hand.ui().palette = &b.night;
    CHECK(b.as_painted_afresh());
    CHECK_FALSE(same(before, picture()));
    b.hand.ui().palette = day;
    CHECK(b.as_painted_afresh());
    CHECK(same(before, picture()));
    b.hand.ui().scale = 1.3F;
    CHECK(b.as_painted_afresh());
    b.hand.ui().scale = 1;
    b.hand.speak(support::UiDriver::Language::english);
    CHECK(b.as_painted_afresh());
    CHECK(b.hand.label("card.5") == "Hidden card");
}

TEST_CASE("during a zoom cards are painted, and afterwards copied again")
{
    Everything b;
    b.zoom(1);
    b.hand.move_to({800, 600});
    b.hand.wheel(1);
    auto const moving = b.counts();
    b.hand.frame();
    CHECK(b.counts().put == moving.put);
    CHECK(b.counts().painted > moving.painted);
    CHECK(b.as_painted_afresh());
}

namespace {

// The work of a frame that could depend on the number of cards.
struct Work {
    std::uint64_t blocks = 0; // memory allocations
    std::uint64_t painted = 0, put = 0, laid_out = 0, scenes = 0;
    friend bool operator==(Work const&, Work const&) = default;
    friend std::ostream& operator<<(std::ostream& to, Work const& work)
    {
        return to << work.blocks << " blocks, " << work.painted << " painted, " << work.put
                  << " put down, " << work.laid_out << " texts, " << work.scenes << " scenes";
    }
};

Work work_of_frame(Stamped& b)
{
    auto const blocks = bench::allocations();
    auto const cards = b.counts();
    auto const texts = b.canvas().texts.made();
    auto const scene = b.canvas().state.scene.version();
    b.hand.frame();
    Work work;
    work.blocks = bench::allocations() - blocks;
    work.painted = b.counts().painted - cards.painted;
    work.put = b.counts().put - cards.put;
    work.laid_out = b.canvas().texts.made() - texts;
    work.scenes = b.canvas().state.scene.version() - scene;
    return work;
}

// The minimum over a few frames: retained lists grow now and then.
template <class Act>
Work usual_work(Stamped& b, Act&& act)
{
    Work least;
    for (int i = 0; i < 12; ++i) {
        act(i);
        auto const work = work_of_frame(b);
        CHECK(work.painted == 0);
        CHECK(work.laid_out == 0);
        CHECK(work.scenes == 0);
        if (i == 0 || work.blocks < least.blocks) least = work;
    }
    return least;
}

struct Steps {
    Work pan, drag, key;
};

Steps steps_with(int cards)
{
    Stamped b;
    b.lay(cards);
    b.zoom(1);
    auto const at = b.hand.centre("card.11");
    auto& io = ImGui::GetIO();
    Steps steps;

    b.hand.move_to(at);
    io.AddMouseButtonEvent(ImGuiMouseButton_Middle, true);
    b.hand.frame(8);
    auto const sway = [&](int i) { // so little that the same cards stay visible
        auto const far = static_cast<float>(i % 2) * 6;
        io.AddMousePosEvent(at.x + far, at.y + far);
    };
    steps.pan = usual_work(b, sway);
    io.AddMouseButtonEvent(ImGuiMouseButton_Middle, false);
    b.hand.settle();

    b.hand.move_to(at);
    b.hand.press();
    auto const far_enough = [&](int i) { sway(i + 40); };
    io.AddMousePosEvent(at.x + 20, at.y + 20);
    b.hand.frame(8);
    steps.drag = usual_work(b, far_enough);
    b.hand.key(ImGuiKey_Escape);
    b.hand.release();
    b.hand.settle();

    b.hand.key(ImGuiKey_N);
    b.hand.settle(20);
    for (int i = 0; i < 8; ++i) b.hand.type("é");
    b.hand.frame(8);
    steps.key = usual_work(b, [&](int) { io.AddInputCharacter('u'); });
    return steps;
}

} // namespace

TEST_CASE("the cost of a drag, a pan and a key depends on the visible cards only")
{
    auto const few = steps_with(2000), many = steps_with(8000); // numbers of the same length
    CHECK(few.pan == many.pan);
    CHECK(few.drag == many.drag);
    CHECK(few.key == many.key);
    CHECK(many.pan.put > 20);
    CHECK(many.pan.put < 80);
}

TEST_CASE("a typed card and a dropped card lay out their own text only")
{
    Stamped b;
    b.lay(3000);
    b.zoom(1);
    auto const made = [&] { return b.canvas().texts.made(); };
    auto const at_rest = made();
    b.hand.drag("card.11", b.hand.centre("card.11") + base::Vec2{60, 40});
    b.hand.settle();
    CHECK(made() == at_rest);
    auto const entries = b.entries();
    b.hand.key(ImGuiKey_N);
    b.hand.settle();
    b.hand.type("Une carte de plus");
    b.hand.key(ImGuiKey_Enter);
    b.hand.settle();
    CHECK(b.entries() > entries);
    CHECK(made() - at_rest <= 2); // the text in its two forms
}
