#include "journal/file_log.h"
#include "support/folders.h"
#include "support/ui/room.h"
#include "ui/redraw/repaint.h"

#include <ostream>

// The cost of a frame without a graphics card: how many pixels are covered, how often, and how many
// again after a small change. Counted from the draw data in windows (1: each pixel of 1920×1080
// once), and so the same on every machine.
namespace ui {

static std::ostream& operator<<(std::ostream& out, Covered const& c)
{
    return out << "opaque " << c.opaque << ", plain " << c.plain << ", textured " << c.textured
               << ", copied " << c.copied;
}

} // namespace ui

namespace {

// The sample session on a board that repaints only what changed.
struct Shown : support::Room {
    ui::Repaint repaint;

    Shown()
        : Room("fr")
    {
        auto log = journal::FileLog::open(support::sources_dir() / "sessions/exemple.cadran",
                                          journal::OpenMode::read);
        REQUIRE(log);
        for (std::uint64_t n = 1; n <= log->log->size(); ++n)
            host.kept.push_back(*log->log->entry(n));
        app.open("exemple.cadran", ui::Access::edit);
        driver.settle();
    }
    void go_to(std::string const& step)
    {
        driver.click("step." + step);
        driver.move_to({960, 3});
        driver.settle();
        see();
    }
    ui::Plan const& see()
    {
        return repaint.next(*ImGui::GetDrawData(), ui::moving_of(driver.ui()));
    }
    // The drawing of the current frame.
    ui::Covered drawn()
    {
        see();
        return covered(repaint);
    }
    ui::Covered drawn_whole()
    {
        repaint.forget();
        return drawn();
    }
};

} // namespace

TEST_CASE("a complete frame of each step covers the window no more often than the stated limit")
{
    Shown shown; // the sample session at Placer: a matrix with thirteen clouds
    struct Most {
        char const* step;
        double all, blended;
    };
    for (auto const& most :
         {Most{"gather", 2.75, 0.24}, Most{"group", 2.9, 0.3}, Most{"vote", 1.4, 0.11},
          Most{"place", 2.2, 0.35}, Most{"decide", 1.55, 0.2}}) {
        CAPTURE(std::string(most.step));
        shown.go_to(most.step);
        auto const whole = shown.drawn_whole();
        CAPTURE(whole);
        CHECK(whole.all() < most.all);
        CHECK(whole.blended() < most.blended);
    }
}

TEST_CASE("an unchanged frame draws nothing at any step")
{
    Shown shown;
    for (auto const* step : {"gather", "group", "vote", "place", "decide"}) {
        CAPTURE(std::string(step));
        shown.go_to(step);
        shown.driver.frame(4);
        auto const& plan = shown.see();
        CHECK(plan.damage.empty());
        CHECK(plan.board.empty());
        CHECK(plan.window.empty());
    }
}

TEST_CASE("a panned board is copied, and only its new edges are drawn")
{
    Shown shown;
    shown.go_to("gather");
    shown.driver.move_to({790, 560});
    shown.driver.key(ImGuiMod_Shift | ImGuiKey_0); // 100 %
    shown.driver.settle();
    shown.see();
    shown.see();
    // Fractions of a notch come from a touchpad and pan; whole notches zoom. The first moves fill
    // the glyph texture.
    for (float there_and_back : {-0.5F, -1.0F, 1.0F, 0.5F}) {
        shown.driver.wheel(there_and_back);
        shown.driver.settle();
    }
    shown.see();
    for (float notch : {-1.0F, -0.3F, 1.0F, 0.3F}) {
        CAPTURE(notch);
        shown.driver.wheel(notch);
        shown.driver.settle();
        auto const drawn = shown.drawn();
        CAPTURE(drawn);
        CHECK(drawn.copied > 0.4); // the view has moved
        CHECK(drawn.copied <= 1);
        CHECK(drawn.opaque + drawn.blended() < 0.55);
        CHECK(drawn.blended() < 0.1);
    }
}

TEST_CASE("a key, a hovered card and a dragged card redraw only their surroundings")
{
    Shown shown;
    shown.go_to("gather");
    shown.driver.key(ImGuiMod_Shift | ImGuiKey_0);
    shown.driver.settle();
    std::string card;
    for (auto const& [id, seen] : shown.driver.ui().probe.widgets) {
        auto const at = seen.box.center();
        if (id.starts_with("card.") && !seen.covered && at.x > 500 && at.x < 1200 && at.y > 400 &&
            at.y < 800)
            card = id;
    }
    REQUIRE(!card.empty());
    shown.driver.hover(card); // fills the glyph texture
    shown.driver.settle();
    shown.driver.move_to({960, 3});
    shown.driver.settle();
    shown.see();
    shown.driver.hover(card);
    shown.driver.settle();
    auto const hovered = shown.drawn();
    CAPTURE(hovered);
    CHECK(hovered.all() > 0);
    CHECK(hovered.all() < 0.2);

    auto const at = shown.driver.centre(card);
    shown.driver.press();
    shown.driver.move_to(at + base::Vec2{20, 10});
    shown.driver.move_to(at + base::Vec2{26, 14});
    shown.driver.settle();
    shown.see();
    shown.driver.move_to(at + base::Vec2{31, 18});
    shown.driver.settle();
    auto const dragged = shown.drawn();
    CAPTURE(dragged);
    CHECK(dragged.all() > 0);
    CHECK(dragged.all() < 0.35);
    shown.driver.key(ImGuiKey_Escape);
    shown.driver.release();
    shown.driver.settle();

    shown.driver.key(ImGuiKey_N);
    shown.driver.type("Repérer les fuite");
    shown.driver.settle();
    shown.see();
    shown.driver.type("s");
    shown.driver.frame(2);
    auto const typed = shown.drawn();
    CAPTURE(typed);
    CHECK(typed.all() > 0);
    CHECK(typed.all() < 0.3);
}

TEST_CASE("a board during a zoom is drawn in few steps and not copied")
{
    Shown shown; // sixty cards
    shown.go_to("gather");
    shown.driver.move_to({790, 560});
    for (float notch : {2.0F, 2.0F, 2.0F, -2.0F, -2.0F, -2.0F}) {
        shown.driver.wheel(notch);
        shown.driver.frame(1);
        auto const drawn = shown.drawn();
        CAPTURE(drawn);
        CHECK(drawn.copied == 0);
        CHECK(drawn.all() < 2);
        CHECK(drawn.blended() < 0.2);
        // Merging leaves less than half of the changes of ink, clip rectangle and texture.
        auto const& shapes = shown.repaint.shapes();
        std::size_t changes = 1;
        for (std::size_t i = 1; i < shapes.all.size(); ++i) {
            auto const &one = shapes.all[i - 1], &next = shapes.all[i];
            if (one.ink != next.ink || one.texture != next.texture || one.cut != next.cut ||
                (one.cut && one.clip != next.clip))
                ++changes;
        }
        CHECK(shown.repaint.plan().steps.size() * 2 < changes);
    }
    shown.driver.settle(20);
    CHECK(shown.drawn().copied > 0.4); // copied again without motion
}
