#pragma once

#include "base/geometry.h"
#include "ui/kit/ui.h"
#include "ui/kit/workshop.h"

#include <optional>
#include <span>
#include <string_view>

// The common layout of screens: top bar, left rail, main area, right panel. Screen pixels.
namespace ui {

// Draws at another scale until the end of the block.
class AtScale {
public:
    AtScale(Ui& ui, float scale)
        : ui_(ui)
        , before_(ui.scale)
    {
        ui.scale = scale;
    }
    ~AtScale() { ui_.scale = before_; }
    AtScale(AtScale const&) = delete;
    AtScale& operator=(AtScale const&) = delete;

private:
    Ui& ui_;
    float before_;
};

struct ScreenLayout {
    base::Rect top, rail, main, panel; // `panel` is empty when hidden; `main` is then wider
    base::Rect below_top;              // main and panel together, for a screen with tabs above both
};

enum class Panel { shown, hidden }; // for the room it is always hidden
ScreenLayout layout_of(Ui const& ui, Panel panel);

enum class ItemState { normal, selected, disabled };

struct RailItem {
    std::string_view id;       // permanent: "rail.select"
    unsigned icon = 0;         // of icons.h
    std::string_view text_key; // catalogue key of its label
    ItemState state = ItemState::normal;
};

// Sets, until the end of the block, the scale at which `items` items fit into a rail; `pitch`: the
// distance between them.
class RailScale {
public:
    RailScale(Ui& ui, base::Rect const& area, std::size_t items);
    [[nodiscard]] float pitch() const { return pitch_; }

private:
    float pitch_;
    AtScale scale_;
};
base::Rect rail_box(Ui const& ui, base::Rect const& area, float y, float pitch);
void draw_rail_ground(Ui& ui, base::Rect const& area);

// The result of a press on the rail: the id of a view's item, or a wish (undo, redo, list of keys).
struct RailPress {
    std::string_view id;
    std::optional<Wish> wish;
};

// Draws the view's items from the top, after the facilitator's page if it is offered, and, at the
// bottom, export, undo, redo, find and keyboard. "rail.find" is returned in `id`. Draws nothing for
// the room.
RailPress draw_rail(Ui& ui, Workshop const& workshop, base::Rect const& area,
                    std::span<RailItem const> items);

// Draws a question at the top of `box`, smaller where it is long, then on two lines. Returns the
// width drawn.
float draw_question(Ui& ui, base::Rect const& box, std::string_view question);

// Draws the question and the line below it at the top of the main area. Returns the free rectangle
// at its right, for a legend.
base::Rect draw_prompt(Ui& ui, base::Rect const& main, std::string_view question,
                       std::string_view line);

// Draws the background of the right panel and returns its content box (inset by 24 px).
base::Rect draw_panel(Ui& ui, base::Rect const& area);

} // namespace ui
