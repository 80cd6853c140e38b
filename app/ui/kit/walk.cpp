#include "ui/kit/ui.h"
#include "ui/kit/ui_state.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

// Moving the focus between widgets and regions, and automatic presses.
namespace ui {
namespace {

constexpr std::uint64_t errand_frames = 12;

// The Tab stops of the top layer, by region.
std::vector<Region const*> stops_of(UiState const& state)
{
    std::vector<Region const*> stops;
    for (auto const& region : state.regions)
        if (region.layer == state.top && region.role != Role::area &&
            region.enabled == Enabled::yes && region.sight == Region::Sight::within)
            stops.push_back(&region);
    if (state.top == 0)
        std::stable_sort(stops.begin(), stops.end(),
                         [](auto const* a, auto const* b) { return a->part < b->part; });
    return stops;
}

void send(Ui& ui, std::string_view id, int chord)
{
    ui.state->errand = Errand{std::string{id}, chord, ui.state->frame + errand_frames};
    ui.keep_drawing(0.1);
}

} // namespace

Part part_of(UiState const& state, base::Vec2 at)
{
    for (auto part : {Part::bar, Part::rail, Part::panel})
        if (state.parts.at(static_cast<std::size_t>(part)).contains(at)) return part;
    return Part::main;
}

void walk(UiState& state)
{
    bool const back = ImGui::GetIO().KeyShift;
    auto const stops = stops_of(state);
    if (stops.empty()) return;
    auto now = std::find_if(stops.begin(), stops.end(),
                            [&](Region const* r) { return r->id == state.focus; });
    if (state.part && !state.ring) { // starts from the region that F6 chose
        auto const in = std::find_if(stops.begin(), stops.end(),
                                     [&](Region const* r) { return r->part >= *state.part; });
        now = in == stops.begin() ? stops.end() : std::prev(in);
    }
    auto const count = static_cast<std::ptrdiff_t>(stops.size());
    std::ptrdiff_t next = back ? count - 1 : 0;
    if (now != stops.end()) next = (now - stops.begin() + (back ? count - 1 : 1)) % count;
    state.focus_wanted = stops[static_cast<std::size_t>(next)]->id;
    state.wanted_frame = state.frame;
    state.part.reset();
    leave_field(state);
}

void lay_parts(Ui& ui, std::array<base::Rect, part_count> const& parts) { ui.state->parts = parts; }

Part next_part(Ui& ui, Way way, Board main)
{
    auto& state = *ui.state;
    auto const stops = stops_of(state);
    auto const first_in = [&](Part part) -> Region const* {
        for (auto const* stop : stops)
            if (stop->part == part) return stop;
        return nullptr;
    };
    auto now = state.part.value_or(Part::main);
    for (auto const* stop : stops)
        if (state.ring && stop->id == state.focus) now = stop->part;
    auto const count = static_cast<int>(part_count);
    for (int n = 1; n <= count; ++n) {
        auto const at = static_cast<int>(now) + (way == Way::on ? n : count - n);
        auto const part = static_cast<Part>(at % count);
        bool const board = part == Part::main && main == Board::yes;
        auto const* stop = first_in(part);
        if (!board && !stop) continue;
        leave_field(state);
        focus(ui, board ? std::string_view{} : std::string_view{stop->id});
        state.part = part;
        return part;
    }
    return now;
}

void focus_towards(Ui& ui, base::Vec2 way, std::string_view first)
{
    auto const& state = *ui.state;
    auto const stops = stops_of(state);
    auto const now = std::find_if(stops.begin(), stops.end(), [&](Region const* r) {
        return state.ring && r->id == state.focus;
    });
    if (now == stops.end()) {
        focus(ui, first);
        return;
    }
    auto const from = (*now)->box.center();
    Region const* best = nullptr;
    float nearest = 0;
    for (auto const* stop : stops) {
        auto const by = stop->box.center() - from;
        auto const along = by.x * way.x + by.y * way.y;
        auto const aside = std::abs(by.x * way.y) + std::abs(by.y * way.x);
        if (stop->part != Part::main || stop == *now || along < ui.px(8)) continue;
        auto const far = along + 2 * aside;
        if (!best || far < nearest) best = stop, nearest = far;
    }
    if (best) focus(ui, best->id);
}

std::optional<Part> part_by_keys(Ui const& ui)
{
    auto const& state = *ui.state;
    return state.ring || state.field ? std::nullopt : state.part;
}

void press(Ui& ui, std::string_view id) { send(ui, id, 0); }
void press_key(Ui& ui, int key_chord) { send(ui, {}, key_chord); }

} // namespace ui
