#include "ui/kit/paint.h"
#include "ui/screens/rooms/rooms_parts.h"

#include <algorithm>

// The chips of the top bar.
namespace ui {
namespace {

constexpr float chip_height = 42, chip_gap = 6, chip_radius = 12, chip_alone = 54;
constexpr Type chip_type{Face::semibold, 18, 24};
constexpr std::size_t all_chips_most = 3;

bool says_minutes(SharedRoom const& room)
{
    return (room.state == SharedRoom::State::cut || room.state == SharedRoom::State::back) &&
           room.cut_min > 0;
}

std::string minutes(Ui const& ui, SharedRoom const& room)
{
    return says_minutes(room) ? ui.words->text("rooms.minutes", room.cut_min) : std::string{};
}

float chip_width(Ui& ui, SharedRoom const& room)
{
    auto const said = minutes(ui, room);
    auto const letter = std::max(ui.px(14), text_width(ui, chip_type, room.letter));
    return ui.px(chip_alone - 14) + letter +
           (said.empty() ? 0 : ui.px(8) + text_width(ui, chip_type, said));
}

// The room whose state matters most.
SharedRoom const& worst(SharedState const& shared)
{
    return *std::ranges::max_element(shared.rooms, {}, [](SharedRoom const& room) {
        return std::pair(room.state, room.cut_min);
    });
}

std::string summary(Ui const& ui, SharedState const& shared)
{
    return ui.trn("rooms.count", static_cast<std::int64_t>(shared.rooms.size()));
}

float summary_width(Ui& ui, SharedState const& shared)
{
    return text_width(ui, chip_type, summary(ui, shared)) + ui.px(14 + 14 + 30);
}

float whole_width(Ui& ui, SharedState const& shared)
{
    float width = 0;
    for (auto const& room : shared.rooms) width += chip_width(ui, room) + ui.px(chip_gap);
    return std::max(0.0F, width - ui.px(chip_gap));
}

SharedRoom const* own(SharedState const& shared)
{
    auto const it = std::ranges::find(shared.rooms, SharedRoom::State::here, &SharedRoom::state);
    return it == shared.rooms.end() ? nullptr : &*it;
}

struct Tints {
    board::Color fill, border, ink, sign;
};
Tints tints(Ui const& ui, SharedRoom::State state)
{
    auto const& c = ui.color();
    switch (state) {
    case SharedRoom::State::here: return {c.ink, c.ink, c.paper, c.paper};
    case SharedRoom::State::linked: return {c.panel, c.edge, c.ink, c.opp};
    case SharedRoom::State::back:
    case SharedRoom::State::cut: break;
    }
    return {c.warntint, c.warn, c.ink, c.warn};
}

void draw_ground(Ui& ui, base::Rect const& box, SharedRoom::State state, Touch const& touched)
{
    auto const t = tints(ui, state);
    fill(ui, box, ui.px(chip_radius), t.fill);
    if (touched.hovered) fill(ui, box, ui.px(chip_radius), board::faded(ui.color().ink, 0.06F));
    if (state == SharedRoom::State::cut)
        dashed_outline(ui, box, ui.px(chip_radius), t.border, ui.px(2), {ui.px(5), ui.px(4)});
    else
        outline(ui, box, ui.px(chip_radius), t.border, ui.snap(1.5F));
    if (touched.focused) focus_ring(ui, box, ui.px(chip_radius));
}

} // namespace

float rooms_width(Ui& ui, SharedState const& shared, float most)
{
    if (shared.rooms.empty()) return ui.px(chip_alone);
    auto const whole = whole_width(ui, shared);
    if (shared.rooms.size() <= all_chips_most && whole <= most) return whole;
    auto const* here = own(shared);
    auto const one = here ? chip_width(ui, *here) + ui.px(chip_gap) : 0;
    return std::min(whole, one + summary_width(ui, shared));
}

void draw_rooms_chips(Ui& ui, RoomsView& view, SharedState const& shared, base::Rect const& box)
{
    float x = box.min.x;
    auto const middle = box.center().y, half = ui.px(chip_height) / 2;
    auto const chip = [&](std::string const& id, SharedRoom const& room, float width,
                          std::string const& first, std::string const& second,
                          std::string const& said) {
        base::Rect const at{{x, middle - half}, {x + width, middle + half}};
        x = at.max.x + ui.px(chip_gap);
        auto const touched = touch(ui, id, at, said);
        probe_on(ui, id, view.panel ? On::yes : On::no);
        draw_ground(ui, at, room.state, touched);
        auto const t = tints(ui, room.state);
        float in = at.min.x + ui.px(10);
        in += draw_text_in(ui, {{in, at.min.y}, at.max}, chip_type, t.ink, first);
        draw_icon_at(ui, {in + ui.px(15), middle}, ui.px(20), t.sign, icon_of(room));
        if (!second.empty())
            draw_text_in(ui, {{in + ui.px(29), at.min.y}, at.max}, chip_type,
                         room.state == SharedRoom::State::here ? t.ink : ui.color().ink, second);
        if (touched.hovered) tooltip(ui, at, said);
        if (touched.clicked) view.panel = !view.panel;
    };
    if (shared.rooms.empty()) { // not linked yet
        SharedRoom here;
        here.state = SharedRoom::State::here;
        chip("rooms.chip.here", here, ui.px(chip_alone), "", "", head_of(ui, shared));
        return;
    }
    auto const one = [&](SharedRoom const& room) {
        chip("rooms.chip." + room.letter, room, chip_width(ui, room), room.letter,
             minutes(ui, room), name_of_room(ui, room) + " · " + state_of(ui, room));
    };
    if (shared.rooms.size() <= all_chips_most && whole_width(ui, shared) <= box.width() + 1) {
        for (auto const& room : shared.rooms) one(room);
        return;
    }
    if (auto const* here = own(shared)) one(*here);
    auto shown = worst(shared);
    if (shown.state == SharedRoom::State::here) shown.state = SharedRoom::State::linked;
    chip("rooms.chip.all", shown, box.max.x - x, summary(ui, shared), "", head_of(ui, shared));
}

} // namespace ui
