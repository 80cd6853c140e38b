#include "ui/canvas.h"
#include "ui/icons.h"
#include "ui/widgets.h"

#include <imgui.h>

#include <cmath>

// The hand and the keys on the board.
namespace ui {
namespace {

constexpr float wheel_zoom = 1.1F;
constexpr float key_zoom = 1.25F;
constexpr float key_pan = 90;   // design pixels
constexpr float grid_step = 28; // board units

using board::Pointer;
using board::Tool;

bool over_board(Ui const& ui, Canvas const& canvas)
{
    return pointer_over(ui, canvas.view.window) && canvas.view.window.contains(ui.mouse);
}

// Is the pointer on the board or on one of its cards and frames, not on something lying above?
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
    return false;
}

board::Outcome told(Canvas& canvas, Tool tool, Pointer const& pointer)
{
    board::Scenery const around{canvas.state.scene, canvas.view, canvas.selection};
    switch (tool) {
    case Tool::hand: return canvas.hand.on(pointer);
    case Tool::lasso: return canvas.lasso.on(pointer, around);
    case Tool::frame: return canvas.frame.on(pointer, around);
    case Tool::card:
    case Tool::select: break;
    }
    return canvas.select.on(pointer, around);
}

void stop_tools(Canvas& canvas)
{
    for (auto tool : {Tool::select, Tool::hand, Tool::lasso, Tool::frame})
        told(canvas, tool, {Pointer::Kind::cancel, {}, Pointer::Reach::alone});
    canvas.showing = {};
    canvas.held = Canvas::Held::nothing;
}

void turn_wheel(Ui& ui, Canvas& canvas)
{
    auto const& io = ImGui::GetIO();
    if (io.MouseWheelH != 0 && over_board(ui, canvas))
        canvas.view.camera = board::panned(canvas.view, {io.MouseWheelH * ui.px(60), 0});
    if (io.MouseWheel == 0 || !on_ground(ui, canvas)) return;
    canvas.journey.reset();
    if (io.KeyShift) {
        canvas.view.camera = board::panned(canvas.view, {io.MouseWheel * ui.px(90), 0});
        return;
    }
    canvas.view.camera =
        board::zoomed_at(canvas.view, ui.mouse, std::pow(wheel_zoom, io.MouseWheel));
    canvas.zoomed_s = ui.now_s;
}

std::optional<Wish> act_on(Ui& ui, Canvas& canvas, Workshop const& workshop,
                           board::Outcome const& out)
{
    if (out.select) canvas.selection = *out.select;
    if (out.panned) canvas.view.camera = board::panned(canvas.view, *out.panned);
    if (!can_edit(workshop)) return std::nullopt;
    if (out.dropped)
        if (auto command = board::move_by(canvas.state.scene, canvas.selection, *out.dropped,
                                          canvas.view.to_board(ui.mouse)))
            return *command;
    if (out.drawn && out.drawn->width() * canvas.view.scale() > ui.px(24)) {
        auto const id = workshop.mint<model::GroupId>();
        canvas.tool = Tool::select;
        canvas.selection = {{}, id};
        canvas.draft = Draft{Draft::Kind::frame_title, {}, id, {}, {}, {}, {}, {}};
        return board::frame_on(canvas.state.scene, *out.drawn, id, {});
    }
    return std::nullopt;
}

std::optional<Wish> double_click(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    auto const at = canvas.view.to_board(ui.mouse);
    if (auto const* card = canvas.state.scene.card_at(at))
        type_title(ui, canvas, workshop, card->id);
    else if (auto const* frame = canvas.state.scene.head_at(at))
        type_title(ui, canvas, workshop, frame->id);
    else if (!canvas.state.scene.frame_at(at) || canvas.step == model::Step::gather)
        type_new_card(ui, canvas, workshop, canvas.view.window,
                      at - base::Vec2{board::card_width / 2, 30});
    return std::nullopt;
}

} // namespace

std::optional<Wish> handle_pointer(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    auto const& io = ImGui::GetIO();
    using Held = Canvas::Held;
    turn_wheel(ui, canvas);
    auto const ground = on_ground(ui, canvas);
    auto const* under =
        ground ? canvas.state.scene.card_at(canvas.view.to_board(ui.mouse)) : nullptr;
    canvas.hovered = under ? std::optional(under->id) : std::nullopt;

    bool const space = !typing(ui) && ImGui::IsKeyDown(ImGuiKey_Space);
    bool const hand = canvas.tool == Tool::hand || space;
    if (ground && (hand || canvas.held == Held::hand))
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    auto const reach = io.KeyShift || io.KeyCtrl ? Pointer::Reach::adding : Pointer::Reach::alone;

    bool const left_down = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
    bool const middle_down = ImGui::IsMouseClicked(ImGuiMouseButton_Middle);
    if (ground && canvas.held == Held::nothing && (left_down || middle_down)) {
        canvas.journey.reset();
        if (!middle_down && !hand && can_edit(workshop) && !canvas.draft) {
            if (canvas.tool == Tool::card) {
                type_new_card(ui, canvas, workshop, canvas.view.window,
                              canvas.view.to_board(ui.mouse));
                return std::nullopt;
            }
            if (reach == Pointer::Reach::alone &&
                ImGui::GetMouseClickedCount(ImGuiMouseButton_Left) == 2)
                return double_click(ui, canvas, workshop);
        }
        canvas.held = middle_down || hand ? Held::hand : Held::board;
        auto const out = told(canvas, canvas.held == Held::hand ? Tool::hand : canvas.tool,
                              {Pointer::Kind::down, ui.mouse, reach});
        return act_on(ui, canvas, workshop, out);
    }
    if (ground && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
        if (under && !canvas.selection.cards.contains(under->id))
            canvas.selection = {{under->id}, {}};
        if (!canvas.selection.cards.empty()) canvas.menu = Canvas::Menu{{ui.mouse, ui.mouse}, {}};
    }
    if (canvas.held == Held::nothing) return std::nullopt;

    auto const tool = canvas.held == Held::hand ? Tool::hand : canvas.tool;
    if (canvas.held == Held::board && shortcut(ui, ImGuiKey_Escape)) {
        stop_tools(canvas);
        return std::nullopt;
    }
    bool const down =
        ImGui::IsMouseDown(ImGuiMouseButton_Left) || ImGui::IsMouseDown(ImGuiMouseButton_Middle);
    auto out =
        told(canvas, tool, {down ? Pointer::Kind::move : Pointer::Kind::up, ui.mouse, reach});
    if (!can_edit(workshop)) out.carried.reset();
    auto wish = act_on(ui, canvas, workshop, out);
    canvas.showing = std::move(out);
    if (!down) {
        canvas.held = Held::nothing;
        canvas.showing = {};
    }
    return wish;
}

namespace {

std::optional<Wish> move_by_arrows(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    struct Arrow {
        ImGuiKey key;
        base::Vec2 by;
    };
    for (auto const& arrow :
         {Arrow{ImGuiKey_LeftArrow, {-1, 0}}, Arrow{ImGuiKey_RightArrow, {1, 0}},
          Arrow{ImGuiKey_UpArrow, {0, -1}}, Arrow{ImGuiKey_DownArrow, {0, 1}}}) {
        bool const one = shortcut(ui, arrow.key, Repeat::yes);
        bool const ten = !one && shortcut(ui, ImGuiMod_Shift | arrow.key, Repeat::yes);
        if (!one && !ten) continue;
        if (canvas.selection.empty() || !can_edit(workshop)) {
            canvas.view.camera = board::panned(canvas.view, arrow.by * -ui.px(key_pan));
            continue;
        }
        if (auto command =
                board::move_by(canvas.state.scene, canvas.selection,
                               arrow.by * (ten ? 10 * grid_step : grid_step), std::nullopt))
            return *command;
    }
    return std::nullopt;
}

void walk_cards(Ui& ui, Canvas& canvas, base::Rect const& main)
{
    auto const& focused = focused_id(ui);
    bool const here = !canvas.selection.cards.empty() && focused.empty();
    if (!here || !ImGui::IsKeyPressed(ImGuiKey_Tab)) return;
    using Step = board::Scene::Step;
    bool const back = ImGui::GetIO().KeyShift;
    auto const from = back ? *canvas.selection.cards.begin() : *canvas.selection.cards.rbegin();
    auto const to = canvas.state.scene.beside(from, back ? Step::previous : Step::next);
    if (!to || !shortcut(ui, back ? ImGuiMod_Shift | ImGuiKey_Tab : int{ImGuiKey_Tab}, Repeat::yes))
        return;
    shortcut(ui, ImGuiKey_Tab); // not also to the next widget
    canvas.selection = {{*to}, {}};
    bring_in(ui, canvas, canvas.state.scene.find(*to)->box, main);
}

std::optional<Wish> edit_keys(Ui& ui, Canvas& canvas, Workshop const& workshop,
                              base::Rect const& main)
{
    if (shortcut(ui, ImGuiKey_N)) type_new_card(ui, canvas, workshop, main, std::nullopt);
    if (shortcut(ui, ImGuiKey_F2)) {
        if (canvas.selection.frame)
            type_title(ui, canvas, workshop, canvas.selection.frame);
        else if (canvas.selection.cards.size() == 1)
            type_title(ui, canvas, workshop, *canvas.selection.cards.begin());
    }
    if (shortcut(ui, ImGuiKey_Delete) || shortcut(ui, ImGuiKey_Backspace))
        return remove_selection(canvas, workshop);
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_V))
        if (auto const* text = ImGui::GetClipboardText(); text && *text) return PreviewText{text};
    if (shortcut(ui, ImGuiKey_F)) canvas.tool = Tool::frame;
    if (shortcut(ui, ImGuiKey_G)) return make_frame(ui, canvas, workshop);
    if (shortcut(ui, ImGuiKey_M)) return merge_selection(canvas, workshop);
    if (canvas.step == model::Step::group) {
        if (shortcut(ui, ImGuiKey_R) && canvas.selection.frame)
            if (auto command = board::tidied(canvas.state.scene, canvas.selection.frame))
                return *command;
        for (int n = 1; n <= 9; ++n) {
            if (canvas.selection.cards.empty() || !shortcut(ui, ImGuiKey_0 + n)) continue;
            for (auto const& frame : canvas.state.scene.frames())
                if (frame.number == n)
                    if (auto command =
                            board::sent_to(canvas.state.scene, canvas.selection.cards, frame.id))
                        return *command;
        }
    }
    return move_by_arrows(ui, canvas, workshop);
}

} // namespace

std::optional<Wish> handle_keys(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                base::Rect const& main)
{
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_F) || shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_K))
        open_search(ui, canvas);
    if (typing(ui) || canvas.draft) return std::nullopt;
    if (shortcut(ui, ImGuiKey_V)) canvas.tool = Tool::select;
    if (shortcut(ui, ImGuiKey_H)) canvas.tool = Tool::hand;
    if (shortcut(ui, ImGuiKey_L)) canvas.tool = Tool::lasso;
    if (shortcut(ui, ImGuiMod_Shift | ImGuiKey_1)) show_all(ui, canvas, main);
    if (shortcut(ui, ImGuiMod_Shift | ImGuiKey_0)) zoom_to(ui, canvas, 1);
    if (shortcut(ui, ImGuiKey_PageUp)) zoom_to(ui, canvas, canvas.view.camera.zoom * key_zoom);
    if (shortcut(ui, ImGuiKey_PageDown)) zoom_to(ui, canvas, canvas.view.camera.zoom / key_zoom);
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_A)) {
        canvas.selection = {};
        for (auto const& card : canvas.state.scene.cards()) canvas.selection.cards.insert(card.id);
    }
    if (shortcut(ui, ImGuiMod_Shift | ImGuiKey_F10) && !canvas.selection.cards.empty()) {
        auto const* card = canvas.state.scene.find(*canvas.selection.cards.begin());
        canvas.menu = Canvas::Menu{canvas.view.to_screen(card->box), {}};
    }
    walk_cards(ui, canvas, main);
    if (canvas.held == Canvas::Held::nothing && shortcut(ui, ImGuiKey_Escape)) {
        if (canvas.search)
            canvas.search.reset();
        else if (!canvas.selection.empty())
            canvas.selection = {};
        else
            canvas.tool = Tool::select;
    }
    if (!can_edit(workshop)) return std::nullopt;
    return edit_keys(ui, canvas, workshop, main);
}

bool take_tool(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main,
               std::string_view id)
{
    if (id == "rail.select")
        canvas.tool = Tool::select;
    else if (id == "rail.hand")
        canvas.tool = Tool::hand;
    else if (id == "rail.lasso")
        canvas.tool = Tool::lasso;
    else if (id == "rail.frame")
        canvas.tool = Tool::frame;
    else if (id == "rail.card")
        type_new_card(ui, canvas, workshop, main, std::nullopt);
    else if (id == "rail.find")
        open_search(ui, canvas);
    else
        return false;
    return true;
}

std::optional<Wish> make_frame(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    if (!can_edit(workshop)) return std::nullopt;
    if (canvas.selection.cards.empty()) {
        canvas.tool = Tool::frame; // draw it by hand
        return std::nullopt;
    }
    auto const id = workshop.mint<model::GroupId>();
    auto command = board::frame_around(canvas.state.scene, canvas.selection.cards, id, {});
    bring_in(ui, canvas, std::get<edit::AddGroup>(command).area, canvas.view.window);
    canvas.selection = {{}, id};
    canvas.draft = Draft{Draft::Kind::frame_title, {}, id, {}, {}, {}, {}, {}};
    ui.keep_drawing(0.1);
    return command;
}

std::optional<Wish> merge_selection(Canvas& canvas, Workshop const& workshop)
{
    if (!can_edit(workshop)) return std::nullopt;
    auto command = board::merged(canvas.state.scene, canvas.selection.cards);
    if (!command) return std::nullopt;
    canvas.selection = {{std::get<edit::MergeCases>(*command).into}, {}};
    return *command;
}

std::optional<Wish> remove_selection(Canvas& canvas, Workshop const& workshop)
{
    if (!can_edit(workshop) || canvas.selection.empty()) return std::nullopt;
    if (canvas.selection.frame) return edit::RemoveGroup{canvas.selection.frame};
    auto const& cards = canvas.selection.cards;
    return edit::RemoveCases{{cards.begin(), cards.end()}};
}

} // namespace ui
