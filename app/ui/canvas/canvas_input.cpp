#include "ui/canvas/canvas_parts.h"
#include "ui/kit/widgets.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

// Mouse interaction on the board.
namespace ui {
namespace {

constexpr float wheel_zoom = 1.1F;
constexpr float edge_zone = 22;      // design pixels at the border where dragging scrolls the board
constexpr float edge_speed = 900;    // design pixels per second
constexpr float least_frame_px = 24; // design pixels; smaller frames are ignored as accidental

using board::Pointer;
using board::Tool;
using Held = Canvas::Held;

bool over_board(Ui const& ui, Canvas const& canvas)
{
    return pointer_over(ui, canvas.view.window) && canvas.view.window.contains(ui.mouse);
}

// Whether the pointer is on the board or its contents, not on a panel above.
bool on_ground(Ui const& ui, Canvas const& canvas)
{
    auto const hovered = [&](std::string const& id) {
        auto const it = ui.probe.widgets.find(id);
        return it != ui.probe.widgets.end() && it->second.hovered;
    };
    if (!over_board(ui, canvas)) return false;
    if (hovered("board")) return true;
    auto const at = canvas.view.to_board(ui.mouse);
    if (auto const* card = canvas.state.scene.card_at(at))
        if (hovered("card." + std::to_string(card->number))) return true;
    if (auto const* frame = canvas.state.scene.head_at(at))
        if (hovered("frame." + std::to_string(frame->number))) return true;
    auto const& marks = canvas.state.marks;
    auto const found = marks.in(base::grown({at, at}, ui.px(8) / canvas.view.scale()));
    return std::any_of(found.begin(), found.end(), [&](auto i) {
        return hovered("mark." + std::to_string(marks.all()[i].id.value));
    });
}

board::ToolResult told(Canvas& canvas, Tool tool, Pointer const& pointer)
{
    auto const& state = canvas.state;
    board::Scenery const around{state.scene, state.marks, canvas.view, canvas.selection};
    switch (tool) {
    case Tool::hand: return canvas.hand.on(pointer);
    case Tool::lasso: return canvas.lasso.on(pointer, around);
    case Tool::frame: return canvas.frame.on(pointer, around);
    case Tool::link: return canvas.link.on(pointer, around);
    case Tool::draw: return canvas.draw.on(pointer, around);
    case Tool::card:
    case Tool::text: return canvas.place.on(pointer, around);
    case Tool::select: break;
    }
    return canvas.select.on(pointer, around);
}

void turn_wheel(Ui& ui, Canvas& canvas)
{
    auto const& io = ImGui::GetIO();
    if ((io.MouseWheel == 0 && io.MouseWheelH == 0) || !on_ground(ui, canvas)) return;
    using Turn = board::WheelHand::Turn;
    auto const held = io.KeyCtrl    ? Turn::Held::ctrl
                      : io.KeyShift ? Turn::Held::shift
                                    : Turn::Held::nothing;
    auto const answer = canvas.wheel.on({{io.MouseWheelH, io.MouseWheel}, held}, ui.now_s);
    canvas.journey.reset();
    canvas.travels.left.reset();
    if (answer.pan != base::Vec2{})
        canvas.view.camera = board::panned(canvas.view, answer.pan * ui.px(90));
    if (answer.zoom == 0) return;
    canvas.view.camera = board::zoomed_at(canvas.view, ui.mouse, std::pow(wheel_zoom, answer.zoom));
    canvas.zoomed_s = ui.now_s;
}

std::optional<Wish> add_link(Canvas& canvas, Workshop const& workshop, board::Linking const& link)
{
    take(canvas, Tool::select);
    auto const& marks = canvas.state.marks;
    for (auto i : marks.links_of(link.from)) { // an equal link exists: selects it
        auto const& known = marks.all()[i];
        if (known.from != link.from || known.to != link.to) continue;
        canvas.selection = {{}, {}, {known.id}};
        return std::nullopt;
    }
    auto const id = workshop.mint<model::AnnotationId>();
    model::Annotation fresh;
    fresh.kind = model::AnnotationKind::link;
    fresh.from = link.from;
    fresh.to = link.to;
    canvas.selection = {{}, {}, {id}};
    return edit::SetAnnotations{{{id, fresh}}};
}

std::optional<Wish> add_frame(Canvas& canvas, Workshop const& workshop, base::Rect const& area)
{
    auto const id = workshop.mint<model::GroupId>();
    take(canvas, Tool::select);
    canvas.selection = {{}, id};
    Draft draft;
    draft.kind = Draft::Kind::frame_title;
    draft.frame = id;
    canvas.draft = draft;
    return board::frame_on(canvas.state.scene, area, id, {});
}

std::optional<Wish> act_on(Ui& ui, Canvas& canvas, Workshop const& workshop,
                           board::ToolResult const& out)
{
    auto const& [scene, marks] = std::tie(canvas.state.scene, canvas.state.marks);
    if (out.select) canvas.selection = *out.select;
    if (out.looped && !canvas.selection.empty())
        canvas.looped = Canvas::Looped{*out.looped, canvas.selection, canvas.state.entries};
    if (out.panned) canvas.travels.left.reset();
    if (out.panned) canvas.view.camera = board::panned(canvas.view, *out.panned);
    if (!can_edit(workshop)) return std::nullopt;
    if (out.dropped)
        if (auto command = board::move_by(scene, marks, canvas.selection, *out.dropped,
                                          canvas.view.to_board(ui.mouse)))
            return *command;
    if (out.stretched)
        if (auto command = board::stretched(scene, out.stretched->frame, out.stretched->area))
            return *command;
    if (out.drawn && out.drawn->width() * canvas.view.scale() > ui.px(least_frame_px))
        return add_frame(canvas, workshop, *out.drawn);
    if (out.linked) return add_link(canvas, workshop, *out.linked);
    if (out.stroked)
        if (auto stroke = board::stroke_of(*out.stroked, canvas.view.scale()))
            return edit::SetAnnotations{{{workshop.mint<model::AnnotationId>(), *stroke}}};
    if (out.pressed && canvas.grip == Tool::card) {
        take(canvas, Tool::select);
        type_new_card(ui, canvas, workshop, canvas.view.window, *out.pressed);
    } else if (out.pressed && canvas.grip == Tool::text) {
        auto const* mark = marks.above_at(*out.pressed, 0);
        if (mark && mark->kind == model::AnnotationKind::text)
            type_mark(ui, canvas, workshop, mark->id);
        else // otherwise the pointer is at the middle of the first line
            type_text(ui, canvas, workshop, *out.pressed - base::Vec2{0, mark_type::text.line / 2});
    }
    return std::nullopt;
}

std::optional<Wish> double_click(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    auto const at = canvas.view.to_board(ui.mouse);
    auto const& scene = canvas.state.scene;
    auto const found = board::under(scene, canvas.state.marks, canvas.view, at);
    if (found.mark) {
        type_mark(ui, canvas, workshop, found.mark->id);
    } else if (found.card) {
        type_title(ui, canvas, workshop, found.card->id);
    } else if (found.head) {
        type_title(ui, canvas, workshop, found.head->id);
    } else if (auto const* frame = found.edge ? found.edge : scene.frame_at(at);
               frame && (found.edge || canvas.step != model::Step::gather)) {
        if (auto command = board::fitted_around(scene, frame->id)) return *command;
    } else {
        type_new_card(ui, canvas, workshop, canvas.view.window,
                      at - base::Vec2{board::card_width / 2, 30});
    }
    return std::nullopt;
}

// Scrolls the board while dragging at its border.
void pull_board(Ui& ui, Canvas& canvas)
{
    auto const& showing = canvas.showing;
    bool const pulls = showing.carried || showing.marquee || showing.lasso || showing.linking ||
                       showing.stretching;
    if (canvas.held != Held::board || !pulls) return;
    auto const inner = base::grown(canvas.view.window, -ui.px(edge_zone));
    auto const past = [&](float v, float low, float high) {
        return std::clamp(v < low    ? low - v
                          : v > high ? high - v
                                     : 0.0F,
                          -ui.px(edge_zone), ui.px(edge_zone));
    };
    base::Vec2 const pull{past(ui.mouse.x, inner.min.x, inner.max.x),
                          past(ui.mouse.y, inner.min.y, inner.max.y)};
    if (pull == base::Vec2{}) return;
    auto const seconds = std::min(ImGui::GetIO().DeltaTime, 1.0F / 30);
    canvas.view.camera = board::panned(canvas.view, pull * (edge_speed / edge_zone * seconds));
    ui.keep_drawing(0.05);
}

void show_cursor(board::Cursor cursor, board::Under const& found)
{
    auto const [x, y] = found.sides;
    switch (cursor) {
    case board::Cursor::usual: return;
    case board::Cursor::hand: return ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    case board::Cursor::text: return ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    case board::Cursor::edge: break;
    }
    ImGui::SetMouseCursor(x == 0   ? ImGuiMouseCursor_ResizeNS
                          : y == 0 ? ImGuiMouseCursor_ResizeEW
                          : x == y ? ImGuiMouseCursor_ResizeNWSE
                                   : ImGuiMouseCursor_ResizeNESW);
}

Pointer::Snapping snapping_now()
{
    auto const& io = ImGui::GetIO();
    return io.KeyCtrl || io.KeyAlt ? Pointer::Snapping::off : Pointer::Snapping::on;
}

void forget_loop(Canvas& canvas)
{
    if (!canvas.looped) return;
    bool const lasts =
        canvas.looped->entries == canvas.state.entries && canvas.looped->of == canvas.selection;
    if (!lasts) canvas.looped.reset();
}

void right_click(Ui& ui, Canvas& canvas, board::Under const& found)
{
    auto& selection = canvas.selection;
    if (found.card && !selection.cards.contains(found.card->id))
        selection = {{found.card->id}, {}};
    else if (found.mark && !selection.marks.contains(found.mark->id))
        selection = {{}, {}, {found.mark->id}};
    else if (found.edge || found.head)
        selection = {{}, (found.edge ? found.edge : found.head)->id};
    else if (found.nothing())
        selection = {};
    open_menu(ui, canvas, canvas.view.to_board(ui.mouse));
    if (canvas.menu) canvas.menu->anchor = {ui.mouse, ui.mouse};
}

} // namespace

void stop_tools(Canvas& canvas)
{
    for (auto tool :
         {Tool::select, Tool::hand, Tool::lasso, Tool::frame, Tool::link, Tool::draw, Tool::card})
        told(canvas, tool, {Pointer::Kind::cancel, {}});
    canvas.showing = {};
    canvas.held = Held::nothing;
}

void take(Canvas& canvas, Tool tool)
{
    if (canvas.tool == tool) return;
    canvas.tool = tool;
    stop_tools(canvas);
}

namespace {

// The mouse input of this frame. Escape is consumed only during a gesture.
board::Press press_now(Ui& ui, Canvas const& canvas)
{
    using Button = board::Press::Button;
    auto const& io = ImGui::GetIO();
    board::Press out;
    out.button = ImGui::IsMouseClicked(ImGuiMouseButton_Left)     ? Button::left
                 : ImGui::IsMouseClicked(ImGuiMouseButton_Middle) ? Button::middle
                 : ImGui::IsMouseClicked(ImGuiMouseButton_Right)  ? Button::right
                                                                  : Button::none;
    out.clicks = ImGui::GetMouseClickedCount(ImGuiMouseButton_Left);
    out.down =
        ImGui::IsMouseDown(ImGuiMouseButton_Left) || ImGui::IsMouseDown(ImGuiMouseButton_Middle);
    out.space = !typing(ui) && ImGui::IsKeyDown(ImGuiKey_Space);
    out.escape = canvas.held == Held::board && shortcut(ui, ImGuiKey_Escape);
    out.reach = io.KeyShift || io.KeyCtrl ? Pointer::Reach::adding : Pointer::Reach::alone;
    return out;
}

std::optional<Wish> begin(Ui& ui, Canvas& canvas, Workshop const& workshop, Pointer::Reach reach)
{
    auto const out =
        told(canvas, canvas.grip, {Pointer::Kind::down, ui.mouse, reach, snapping_now()});
    if (out.stroke) canvas.showing = out;
    return act_on(ui, canvas, workshop, out);
}

std::optional<Wish> go_on(Ui& ui, Canvas& canvas, Workshop const& workshop, Pointer::Kind kind,
                          Pointer::Reach reach)
{
    pull_board(ui, canvas);
    auto out = told(canvas, canvas.grip, {kind, ui.mouse, reach, snapping_now()});
    if (!can_edit(workshop)) {
        out.carried.reset();
        out.stretching.reset();
    }
    auto wish = act_on(ui, canvas, workshop, out);
    canvas.showing = std::move(out);
    return wish;
}

// A press ends automatic camera moves and highlights.
void forget_what_was(Canvas& canvas)
{
    canvas.journey.reset();
    canvas.looped.reset();
    canvas.pinned.clear();
}

std::optional<Wish> done(Ui& ui, Canvas& canvas, Workshop const& workshop,
                         board::Gesture const& gesture, board::Under const& found,
                         Pointer::Reach reach)
{
    using Kind = board::Gesture::Kind;
    switch (gesture.kind) {
    case Kind::nothing: return std::nullopt;
    case Kind::open: forget_what_was(canvas); return double_click(ui, canvas, workshop);
    case Kind::take:
        forget_what_was(canvas);
        canvas.held = gesture.after.held;
        canvas.grip = gesture.after.grip;
        return begin(ui, canvas, workshop, reach);
    case Kind::menu: right_click(ui, canvas, found); return std::nullopt;
    case Kind::give_up: stop_tools(canvas); return std::nullopt;
    case Kind::follow: return go_on(ui, canvas, workshop, Pointer::Kind::move, reach);
    case Kind::release: break;
    }
    auto wish = go_on(ui, canvas, workshop, Pointer::Kind::up, reach);
    canvas.held = Held::nothing;
    canvas.showing = {};
    return wish;
}

} // namespace

std::optional<Wish> handle_pointer(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    turn_wheel(ui, canvas);
    forget_loop(canvas);
    // What is under the pointer.
    auto const where = on_ground(ui, canvas) ? board::Where::board : board::Where::elsewhere;
    board::Under found;
    if (where == board::Where::board)
        found = board::under(canvas.state.scene, canvas.state.marks, canvas.view,
                             canvas.view.to_board(ui.mouse));
    canvas.hovered = found.card ? std::optional(found.card->id) : std::nullopt;
    canvas.hovered_mark = found.mark ? found.mark->id : model::AnnotationId{};
    // The gesture's action.
    auto const press = press_now(ui, canvas);
    auto const may = !can_edit(workshop) ? board::May::look
                     : canvas.draft      ? board::May::writing
                                         : board::May::edit;
    board::Grasp const grasp{canvas.tool, canvas.held, canvas.grip};
    show_cursor(board::cursor_on(grasp, press, where, found, may), found);
    auto const gesture = board::gesture_of(grasp, press, where, found, canvas.selection, may);
    return done(ui, canvas, workshop, gesture, found, press.reach);
}

} // namespace ui
