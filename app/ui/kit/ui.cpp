#include "ui/kit/ui.h"

#include "ui/kit/paint.h"
#include "ui/kit/ui_state.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

constexpr ImGuiWindowFlags bare =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse;
constexpr std::uint64_t forget_after_frames = 600;
constexpr float drag_threshold = 4; // design pixels

void set_style()
{
    auto& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.ItemSpacing = {0, 0};
    style.FrameBorderSize = 0;
    style.CircleTessellationMaxError = 0.1F;
    auto& io = ImGui::GetIO();
    io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard; // we draw our own focus ring
}

void hold_modifiers(ImGuiKeyChord mods)
{
    auto& io = ImGui::GetIO();
    io.KeyMods = mods;
    io.KeyCtrl = (mods & ImGuiMod_Ctrl) != 0;
    io.KeyShift = (mods & ImGuiMod_Shift) != 0;
    io.KeyAlt = (mods & ImGuiMod_Alt) != 0;
    io.KeySuper = (mods & ImGuiMod_Super) != 0;
}

// ImGui knows the modifiers at the end of the frame's input only. With fast typing or slow frames,
// Ctrl may be released in the frame in which Z was pressed: use the modifiers held at the last key
// press.
void set_modifiers_of_press(UiState& state)
{
    auto const now = ImGui::GetIO().KeyMods;
    auto mods = std::exchange(state.modifiers, now), at_press = now;
    for (auto const& event : ImGui::GetCurrentContext()->InputEventsTrail) {
        if (event.Type != ImGuiInputEventType_Key) continue;
        auto const key = event.Key.Key;
        if ((key & ImGuiMod_Mask_) != 0)
            mods = event.Key.Down ? mods | key : mods & ~key;
        else if (event.Key.Down && !ImGui::IsLRModKey(key))
            at_press = mods;
    }
    if (at_press != now) hold_modifiers(at_press);
}

void open_window(Ui const& ui, char const* name, ImGuiWindowFlags more)
{
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({ui.size.x, ui.size.y});
    ImGui::Begin(name, nullptr, bare | more);
}

Hash under_pointer(UiState const& state, base::Vec2 mouse)
{
    for (auto region = state.before.rbegin(); region != state.before.rend(); ++region)
        if (region->layer == state.top_before && region->visible.contains(mouse))
            return region->hash;
    return 0;
}

Seen& blank(Seen& seen)
{
    seen.box = {};
    seen.enabled = true;
    seen.hovered = seen.covered = seen.on = seen.acts = false;
    seen.label.clear();
    seen.value.clear();
    return seen;
}

// The probe's entry of a widget, cleared.
Seen& entry_of(Ui& ui, std::string_view id)
{
    auto& spare = ui.state->spare;
    if (spare.empty()) return blank(ui.probe.widgets[std::string{id}]);
    auto node = std::move(spare.back());
    spare.pop_back();
    node.key().assign(id);
    auto put = ui.probe.widgets.insert(std::move(node));
    if (!put.inserted) spare.push_back(std::move(put.node));
    return blank(put.position->second);
}

Seen& known_entry(Ui& ui, std::string_view id)
{
    ui.state->key.assign(id);
    auto const known = ui.probe.widgets.find(ui.state->key);
    return known != ui.probe.widgets.end() ? known->second : entry_of(ui, id);
}

void begin_probe(Ui& ui)
{
    auto& widgets = ui.probe.widgets;
    while (!widgets.empty()) ui.state->spare.push_back(widgets.extract(widgets.begin()));
}

bool is_taken(UiState const& state, int chord)
{
    return std::find(state.taken.begin(), state.taken.end(), chord) != state.taken.end();
}

int key_of(int chord) { return chord & ~ImGuiMod_Mask_; }
bool is_arrow(int key) { return key >= ImGuiKey_LeftArrow && key <= ImGuiKey_DownArrow; }
bool is_press(int key) { return key == ImGuiKey_Enter || key == ImGuiKey_Space; }

// Keys that work although a field is being edited.
bool free_while_typing(int chord)
{
    int const key = key_of(chord);
    if (key >= ImGuiKey_F1 && key <= ImGuiKey_F12) return true;
    if ((chord & ImGuiMod_Alt) != 0) return true;
    if ((chord & ImGuiMod_Ctrl) == 0) return false;
    for (int own :
         {ImGuiKey_A, ImGuiKey_C, ImGuiKey_V, ImGuiKey_X, ImGuiKey_Y, ImGuiKey_Z, ImGuiKey_Home,
          ImGuiKey_End, ImGuiKey_Backspace, ImGuiKey_Delete, ImGuiKey_Enter})
        if (key == own) return false;
    return !is_arrow(key);
}

// Whether the focused widget was pressed by one of its keys.
bool pressed_by_key(UiState& state, Role role)
{
    if (role != Role::button && role != Role::slider) return false;
    for (int key : {ImGuiKey_Enter, ImGuiKey_Space})
        if (!is_taken(state, key) && ImGui::GetIO().KeyMods == 0 &&
            ImGui::IsKeyPressed(static_cast<ImGuiKey>(key), false)) {
            state.taken.push_back(key);
            return true;
        }
    return false;
}

void scroll_into_view(UiState& state, base::Rect const& box)
{
    if (state.scrolls.empty()) return;
    auto const& scroll = state.scrolls.back();
    if (box.min.y < scroll.box.min.y) *scroll.offset -= scroll.box.min.y - box.min.y;
    if (box.max.y > scroll.box.max.y) *scroll.offset += box.max.y - scroll.box.max.y;
}

} // namespace

void leave_field(UiState& state)
{
    if (!state.field) return;
    state.left = LeftField{state.field->field, state.field->changed, std::move(state.field->before),
                           state.frame};
    state.field.reset();
}

base::Rect overlap(base::Rect const& a, base::Rect const& b)
{
    base::Rect const r{{std::max(a.min.x, b.min.x), std::max(a.min.y, b.min.y)},
                       {std::min(a.max.x, b.max.x), std::min(a.max.y, b.max.y)}};
    return r.width() > 0 && r.height() > 0 ? r : base::Rect{a.min, a.min};
}

Region const* focused_region(UiState const& state)
{
    if (!state.ring) return nullptr;
    for (auto const& region : state.before)
        if (region.id == state.focus && region.enabled == Enabled::yes &&
            region.layer == state.top_before)
            return &region;
    return nullptr;
}

Ui::Ui()
    : state(std::make_unique<UiState>())
{
}
Ui::~Ui() = default;

float Ui::snap(float design_pixels) const
{
    return std::max(1.0F, std::floor(px(design_pixels) + 0.01F));
}

void Ui::keep_drawing(double seconds)
{
    redraw_until_s = std::max(redraw_until_s, now_s + seconds);
}

void begin_frame(Ui& ui, double now_s)
{
    auto& state = *ui.state;
    auto const& io = ImGui::GetIO();
    ui.now_s = std::max(ui.now_s, now_s);
    ui.size = {io.DisplaySize.x, io.DisplaySize.y};
    ui.mouse = {io.MousePos.x, io.MousePos.y};
    begin_probe(ui);
    state.moving.reset();
    ++state.frame;
    std::swap(state.before, state.regions);
    state.regions.clear();
    state.top_before = std::exchange(state.top, 0);
    state.layer = 0;
    state.taken.clear();
    state.wheel_taken = false;
    state.field_seen = false;
    state.active_seen = false;
    for (auto& layer : state.layers) layer.seen = false;
    set_modifiers_of_press(state);

    auto const hit = under_pointer(state, ui.mouse);
    auto const hovered = state.active == 0 || state.active == hit ? hit : 0;
    if (hovered != state.hovered) state.hovered_since_s = ui.now_s;
    state.hovered = hovered;
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        state.ring = false;
        state.part.reset();
    }
    if (state.errand) {
        if (state.frame > state.errand->until_frame)
            state.errand.reset();
        else
            ui.keep_drawing(0.05);
    }
    auto const from_press = ui.mouse - state.pressed_at;
    if (state.active != 0 && std::hypot(from_press.x, from_press.y) > ui.px(drag_threshold))
        state.dragged = true;

    set_style();
    state.clips.assign(1, ui.screen());
    open_window(ui, "###board", ImGuiWindowFlags_NoBringToFrontOnFocus);
    ui.list = ImGui::GetWindowDrawList();
}

void end_frame(Ui& ui)
{
    auto& state = *ui.state;
    ImGui::End();
    // not drawn in this frame
    if (state.left && state.left->frame < state.frame) state.left.reset();
    if (state.returned && state.returned->frame + returned_frames < state.frame)
        state.returned.reset();
    bool const given = std::exchange(state.focus_new, false); // the focus was given in this frame
    bool const tab_taken =
        is_taken(state, ImGuiKey_Tab) || is_taken(state, ImGuiMod_Shift | ImGuiKey_Tab);
    if (!tab_taken && !ImGui::GetIO().KeyCtrl && !ImGui::GetIO().KeyAlt &&
        ImGui::IsKeyPressed(ImGuiKey_Tab))
        walk(state);
    hold_modifiers(state.modifiers); // ImGui asserts that they are consistent
    if (!state.focus_wanted.empty()) ui.keep_drawing(0.05);
    if (state.field && !state.field_seen) state.field.reset(); // not drawn any more
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left) || !state.active_seen) {
        state.active = 0;
        state.dragged = false;
    }
    for (auto layer = state.layers.begin(); layer != state.layers.end();) {
        if (layer->seen) {
            ++layer;
            continue;
        }
        if (!given) { // the layer closed: restores the focus
            state.focus = layer->focus;
            state.ring = layer->ring;
        }
        layer = state.layers.erase(layer);
    }
    for (auto const& region : state.regions) {
        auto& seen = *region.seen;
        seen.covered = region.layer != state.top || region.visible.width() <= 0;
        if (seen.covered) seen.hovered = false;
    }
    if (state.frame % forget_after_frames == 0) {
        auto const old = [&](auto const& entry) {
            return entry.second.last_frame + forget_after_frames < state.frame;
        };
        std::erase_if(state.tweens, old);
        std::erase_if(state.paragraphs, old);
    }
}

Touch touch(Ui& ui, std::string_view id, base::Rect const& box, std::string_view label,
            Enabled enabled, Role role)
{
    auto& state = *ui.state;
    auto const hash = hash_of(id);
    auto const visible = overlap(box, state.clips.back());
    bool const away = box.max.x <= 0 || box.min.x >= ui.size.x;
    auto& seen = entry_of(ui, id);
    state.regions.push_back({hash, std::string{id}, visible, box, state.layer, role, enabled,
                             part_of(state, box.center()),
                             away ? Region::Sight::away : Region::Sight::within, &seen});
    if (away && state.ring && state.focus == id) state.ring = false;

    Touch touch;
    bool const on_top = state.layer >= state.top_before;
    // Below a menu that closes in this frame: takes input from the next frame on.
    bool const too_early = !on_top && state.frame <= state.wanted_frame + 1;
    if (state.focus_wanted == id && role != Role::area && enabled == Enabled::yes && !too_early) {
        state.focus_wanted.clear();
        state.focus = id;
        state.ring = state.focus_new = true;
    }
    bool const reachable = enabled == Enabled::yes && on_top;
    bool const hit = state.hovered == hash;
    touch.hovered = hit;
    if (reachable && hit && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        touch.pressed = true;
        state.active = hash;
        state.pressed_at = ui.mouse;
        state.dragged = false;
        if (role != Role::area) state.focus = id;
    }
    if (state.active == hash) {
        state.active_seen = true;
        touch.held = ImGui::IsMouseDown(ImGuiMouseButton_Left);
        touch.released = !touch.held;
        touch.dragged = state.dragged;
        touch.drag = ui.mouse - state.pressed_at;
        touch.clicked = touch.released && hit && reachable;
    }
    if (reachable && hit) {
        touch.double_clicked = ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
        touch.right_clicked = ImGui::IsMouseClicked(ImGuiMouseButton_Right);
        if (role == Role::button || role == Role::slider)
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (reachable && role != Role::area && state.ring && state.focus == id) {
        touch.focused = true;
        if (state.focus_new) scroll_into_view(state, box);
        if (pressed_by_key(state, role)) touch.clicked = true;
        if (ImGui::IsKeyChordPressed(ImGuiMod_Shift | ImGuiKey_F10) ||
            ImGui::IsKeyPressed(ImGuiKey_Menu, false))
            touch.right_clicked = true;
    }
    if (reachable && state.errand && state.errand->chord == 0 && state.errand->id == id) {
        touch.clicked = true;
        state.errand.reset();
    }
    seen.box = visible;
    seen.hovered = touch.hovered;
    seen.enabled = enabled == Enabled::yes;
    seen.label.assign(label);
    seen.acts = role != Role::area;
    return touch;
}

void probe_value(Ui& ui, std::string_view id, std::string_view value)
{
    known_entry(ui, id).value.assign(value);
}

void probe_on(Ui& ui, std::string_view id, On on) { known_entry(ui, id).on = on == On::yes; }

bool pointer_over(Ui const& ui, base::Rect const& box)
{
    auto const& state = *ui.state;
    return state.layer >= state.top_before && overlap(box, state.clips.back()).contains(ui.mouse);
}

void focus(Ui& ui, std::string_view id)
{
    auto& state = *ui.state;
    state.focus_wanted = id;
    state.wanted_frame = state.frame;
    state.ring = state.ring && !id.empty();
    if (id.empty()) leave_field(state);
    ui.keep_drawing(0.05);
}

std::string const& focused_id(Ui const& ui)
{
    static std::string const none;
    return ui.state->ring ? ui.state->focus : none;
}

bool typing(Ui const& ui)
{
    auto const& state = *ui.state;
    return state.field || state.left || state.returned;
}

bool shortcut(Ui& ui, int key_chord, Repeat repeat)
{
    auto& state = *ui.state;
    if (state.layer < state.top_before || is_taken(state, key_chord)) return false;
    if (state.errand && state.errand->chord == key_chord) {
        state.errand.reset();
        state.taken.push_back(key_chord);
        return true;
    }
    if (state.field && !free_while_typing(key_chord)) return false;
    if (auto const* region = focused_region(state); region && (key_chord & ImGuiMod_Mask_) == 0) {
        bool const own = region->role == Role::slider ? is_arrow(key_chord) || is_press(key_chord)
                                                      : is_press(key_chord);
        if (own) return false;
    }
    auto const key = static_cast<ImGuiKey>(key_of(key_chord));
    bool const mods = ImGui::GetIO().KeyMods == (key_chord & ImGuiMod_Mask_);
    if (!mods || !ImGui::IsKeyPressed(key, repeat == Repeat::yes)) return false;
    state.taken.push_back(key_chord);
    return true;
}

std::optional<int> digit(Ui& ui, int first, int last, int mods)
{
    for (int n = first; n <= last; ++n)
        if (shortcut(ui, mods | (ImGuiKey_0 + n)) ||
            shortcut(ui, mods | ImGuiMod_Shift | (ImGuiKey_0 + n)))
            return n;
    return std::nullopt;
}

bool written(Ui& ui, char32_t character)
{
    auto& state = *ui.state;
    int const taken = -static_cast<int>(character); // chords are never negative
    if (state.layer < state.top_before || state.field || is_taken(state, taken)) return false;
    auto const& queue = ImGui::GetIO().InputQueueCharacters;
    if (std::find(queue.begin(), queue.end(), character) == queue.end()) return false;
    state.taken.push_back(taken);
    return true;
}

Clip::Clip(Ui& ui, base::Rect const& box)
    : ui_(ui)
{
    auto const visible = overlap(box, ui.state->clips.back());
    ui.state->clips.push_back(visible);
    ImGui::PushClipRect({visible.min.x, visible.min.y}, {visible.max.x, visible.max.y}, true);
}

Clip::~Clip()
{
    ui_.state->clips.pop_back();
    ImGui::PopClipRect();
}

Layer::Layer(Ui& ui, std::string_view id)
    : ui_(ui)
    , below_(ui.list)
{
    auto& state = *ui.state;
    state.top = std::max(state.top, ++state.layer);
    auto const known = std::find_if(state.layers.begin(), state.layers.end(),
                                    [&](auto const& layer) { return layer.id == id; });
    if (known != state.layers.end()) {
        known->seen = true;
    } else {
        state.layers.push_back({std::string{id}, state.focus, state.ring, true});
        state.focus.clear();
        state.ring = false;
        ui.keep_drawing(0.05);
    }
    state.clips.push_back(ui.screen());
    open_window(ui, ("###layer." + std::string{id}).c_str(), 0);
    ui.list = ImGui::GetWindowDrawList();
}

Layer::~Layer()
{
    ImGui::End();
    ui_.state->clips.pop_back();
    --ui_.state->layer;
    ui_.list = below_;
}

void set_moving(Ui& ui, Moving const& moving) { ui.state->moving = moving; }

Moving const* moving_of(Ui const& ui) { return ui.state->moving ? &*ui.state->moving : nullptr; }

bool held(Ui const& ui, std::string_view id) { return ui.state->active == hash_of(id); }

bool layer_open(Ui const& ui) { return ui.state->top_before > 0; }

} // namespace ui
