#pragma once

#include "ui/screens/join/join_view.h"

#include <string_view>

// The parts of the screen by which phones join, in separate files.
namespace ui {

// Where the screen is: positions in design pixels, from the top left of 1920×1000 below the bar.
class Sheet {
public:
    Sheet(Ui const& ui, base::Vec2 origin)
        : ui_(ui)
        , origin_(origin)
    {
    }
    [[nodiscard]] base::Vec2 point(float x, float y) const
    {
        return {origin_.x + ui_.px(x), origin_.y + ui_.px(y)};
    }
    [[nodiscard]] base::Rect box(float x, float y, float width, float height) const
    {
        return {point(x, y), point(x + width, y + height)};
    }

private:
    Ui const& ui_;
    base::Vec2 origin_;
};

// The columns, in design pixels.
constexpr float join_left = 72, join_side = 924, join_top = 25;
constexpr float join_right = 1048, join_width = 800;

// Can phones see this machine?
enum class Sight {
    local,   // the room is open for this machine only
    gone,    // its address is not this machine's any more
    seen,    // another machine connected
    waiting, // none yet
    unseen   // none for a minute
};
Sight sight_of(JoinGround const& ground);
constexpr std::int64_t unseen_after_ms = 60'000;

void draw_open_room(Ui& ui, JoinView& view, JoinGround const& ground, Sheet const& sheet,
                    Asked& asked);
void draw_closed_room(Ui& ui, JoinView& view, JoinGround const& ground, Sheet const& sheet,
                      Asked& asked);
// What to do when phones do not get there, in place of the lower right part.
void draw_join_help(Ui& ui, JoinView& view, JoinGround const& ground, Sheet const& sheet);
// The other ways to take part, and how to leave.
void draw_without_phone(Ui& ui, JoinView& view, JoinGround const& ground, Sheet const& sheet,
                        Asked& asked);

// The addresses of this machine to choose from. `row`: height of one, design pixels.
void draw_addresses(Ui& ui, JoinView& view, JoinGround const& ground, base::Rect const& box,
                    float row);
[[nodiscard]] float addresses_height(JoinGround const& ground, float row); // design pixels
// Whether a proposal waits to be accepted.
void draw_moderation(Ui& ui, JoinGround const& ground, base::Rect const& box, Asked& asked);
// A button that opens the text on personal data that phones show.
void draw_notice_button(Ui& ui, base::Rect const& box, Asked& asked);
void draw_wifi_field(Ui& ui, JoinView& view, base::Rect const& box);
// An icon in a rounded square.
void draw_mark(Ui& ui, base::Rect const& box, unsigned icon);

} // namespace ui
