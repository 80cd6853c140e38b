#pragma once

#include "base/geometry.h"
#include "ui/kit/ui.h"
#include "ui/kit/workshop.h"

#include <optional>
#include <span>
#include <string_view>

// The frame that every screen stands in: top bar, left rail, right panel. Sizes are in screen
// pixels.
namespace ui {

// While it lives, everything is drawn at that scale.
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

struct Frame {
    base::Rect top, rail, main, panel; // `panel` is empty when hidden; `main` then takes its place
    base::Rect below_top; // main and panel together, for a screen with tabs across both
};

enum class Panel { shown, hidden };
Frame frame_of(Ui const& ui, Panel panel);

enum class ItemState { normal, selected, disabled };

struct RailItem {
    std::string_view id;       // stable: "rail.select"
    unsigned icon = 0;         // from icons.h
    std::string_view text_key; // catalogue key of its label
    ItemState state = ItemState::normal;
};

// While it lives, the scale at which `items` items fit into a rail; `pitch` is from one to the
// next.
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

// What a press on the rail asks for: an item of the view, by its id, or a wish of the frame (undo,
// redo, the list of keys).
struct RailPress {
    std::string_view id;
    std::optional<Wish> wish;
};

// Draws the view's items from the top and, at the foot, export, undo, redo, find and keyboard.
// A press on find comes back in `id`, as "rail.find".
RailPress draw_rail(Ui& ui, Workshop const& workshop, base::Rect const& area,
                    std::span<RailItem const> items);

// The question to the room and the line under it, at the head of the main area. Returns the
// rectangle at the right of the strip, free for a legend.
base::Rect draw_prompt(Ui& ui, base::Rect const& main, std::string_view question,
                       std::string_view line);

// Draws the ground of the right panel and returns its content box (24 px inside).
base::Rect draw_panel(Ui& ui, base::Rect const& area);

} // namespace ui
