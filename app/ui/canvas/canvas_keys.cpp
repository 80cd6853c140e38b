#include "ui/canvas/canvas_parts.h"
#include "ui/kit/widgets.h"
#include "ui/paint/clipboard.h"

#include <imgui.h>

#include <algorithm>
#include <array>

// Keyboard interaction on the board.
namespace ui {
namespace {

constexpr float key_zoom = 1.25F;
constexpr float key_pan = 90;   // design pixels
constexpr float air = 30;       // margin around a selection shown, board units
constexpr float closest = 1.5F; // largest zoom for showing a selection

using board::Tool;
using Held = Canvas::Held;

struct Arrow {
    ImGuiKey key{};
    base::Vec2 by;
};
constexpr std::array arrows{Arrow{ImGuiKey_LeftArrow, {-1, 0}}, Arrow{ImGuiKey_RightArrow, {1, 0}},
                            Arrow{ImGuiKey_UpArrow, {0, -1}}, Arrow{ImGuiKey_DownArrow, {0, 1}}};

bool any_arrow_down()
{
    return std::any_of(arrows.begin(), arrows.end(),
                       [](Arrow const& arrow) { return ImGui::IsKeyDown(arrow.key); });
}

// The movement by arrow keys in this frame: a grid step, ten with Shift, one unit with Ctrl.
base::Vec2 arrow_steps(Ui& ui)
{
    base::Vec2 by;
    for (auto const& arrow : arrows) {
        if (shortcut(ui, arrow.key, Repeat::yes)) by = by + arrow.by * grid_step;
        if (shortcut(ui, ImGuiMod_Shift | arrow.key, Repeat::yes))
            by = by + arrow.by * (10 * grid_step);
        if (shortcut(ui, ImGuiMod_Ctrl | arrow.key, Repeat::yes)) by = by + arrow.by;
    }
    return by;
}

// Arrow keys move the selection while held; releasing them writes one entry, whatever the key
// repeat.
std::optional<Wish> move_by_arrows(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    if (canvas.held == Held::arrows && shortcut(ui, ImGuiKey_Escape)) stop_tools(canvas);
    auto const by = canvas.held == Held::nothing || canvas.held == Held::arrows ? arrow_steps(ui)
                                                                                : base::Vec2{};
    if (by != base::Vec2{}) {
        if (canvas.selection.empty() || !can_edit(workshop)) {
            auto const screen = by * (-ui.px(key_pan) / grid_step);
            canvas.view.camera = board::panned(canvas.view, screen);
            return std::nullopt;
        }
        canvas.held = Held::arrows;
        canvas.showing.carried = canvas.showing.carried.value_or(base::Vec2{}) + by;
    }
    if (canvas.held != Held::arrows) return std::nullopt;
    if (any_arrow_down()) {
        ui.keep_drawing(0.1); // until the key is released
        return std::nullopt;
    }
    auto const moved = canvas.showing.carried.value_or(base::Vec2{});
    stop_tools(canvas);
    auto command = board::move_by(canvas.state.scene, canvas.state.marks, canvas.selection, moved,
                                  std::nullopt);
    if (!command) return std::nullopt;
    return *command;
}

// The Tab stops: cards in reading order, then annotations from top to bottom.
struct Stop {
    model::CaseId card;
    model::AnnotationId mark;
    [[nodiscard]] bool none() const { return !card && !mark; }
};

std::vector<model::AnnotationId> marks_as_read(Canvas const& canvas)
{
    auto const& marks = canvas.state.marks.all();
    std::vector<board::Mark const*> order;
    for (auto const& mark : marks) order.push_back(&mark);
    std::sort(order.begin(), order.end(), [](auto const* a, auto const* b) {
        return std::pair(a->box.min.y, a->box.min.x) < std::pair(b->box.min.y, b->box.min.x);
    });
    std::vector<model::AnnotationId> ids;
    for (auto const* mark : order) ids.push_back(mark->id);
    return ids;
}

Stop next_card(Canvas const& canvas, std::optional<model::CaseId> from, board::Scene::Step step)
{
    auto const to = canvas.state.scene.beside(from, step);
    return {to.value_or(model::CaseId{}), {}};
}

Stop next_stop(Canvas const& canvas, board::Scene::Step step)
{
    using Step = board::Scene::Step;
    auto const& [cards, frame, marks] = canvas.selection;
    bool const on = step == Step::next;
    if (!marks.empty() && (cards.empty() || !on)) {
        auto const order = marks_as_read(canvas);
        auto const it =
            std::find(order.begin(), order.end(), on ? *marks.rbegin() : *marks.begin());
        if (on) return it + 1 < order.end() ? Stop{{}, *(it + 1)} : Stop{};
        if (it != order.begin() && it != order.end()) return {{}, *(it - 1)};
        return next_card(canvas, std::nullopt, Step::previous);
    }
    if (cards.empty()) return {};
    // With several selected, continues from the last visited one, which is not pinned.
    auto from = on ? *cards.rbegin() : *cards.begin();
    for (auto id : cards)
        if (!canvas.pinned.empty() && !canvas.pinned.contains(id)) from = id;
    auto const to = next_card(canvas, from, step);
    if (!to.none() || !on) return to;
    auto const order = marks_as_read(canvas);
    return order.empty() ? Stop{} : Stop{{}, order.front()};
}

void go_on_to(Ui& ui, Canvas& canvas, Stop const& to)
{
    canvas.selection = {canvas.pinned, {}};
    if (to.card) canvas.selection.cards.insert(to.card);
    if (to.mark) canvas.selection.marks = {to.mark};
    auto const* card = canvas.state.scene.find(to.card);
    auto const* mark = canvas.state.marks.find(to.mark);
    if (card || mark) bring_in(ui, canvas, card ? card->box : mark->box);
}

void walk(Ui& ui, Canvas& canvas)
{
    using Step = board::Scene::Step;
    if (!focused_id(ui).empty()) return;
    auto const& scene = canvas.state.scene; // sorted only when needed
    if (!scene.cards().empty()) {
        if (shortcut(ui, ImGuiKey_Home)) go_on_to(ui, canvas, {scene.reading_order().front(), {}});
        if (shortcut(ui, ImGuiKey_End)) go_on_to(ui, canvas, {scene.reading_order().back(), {}});
    }
    if (canvas.selection.cards.empty() && canvas.selection.marks.empty()) return;
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Space)) { // keeps it selected; Tab continues from it
        if (canvas.pinned == canvas.selection.cards)
            canvas.pinned.clear();
        else
            canvas.pinned = canvas.selection.cards;
    }
    if (!std::includes(canvas.selection.cards.begin(), canvas.selection.cards.end(),
                       canvas.pinned.begin(), canvas.pinned.end()))
        canvas.pinned.clear(); // the selection was changed otherwise
    bool const back = ImGui::GetIO().KeyShift;
    if (!ImGui::IsKeyPressed(ImGuiKey_Tab)) return;
    auto const to = next_stop(canvas, back ? Step::previous : Step::next);
    if (to.none()) return; // past the last: to the next widget
    if (!shortcut(ui, back ? ImGuiMod_Shift | ImGuiKey_Tab : int{ImGuiKey_Tab}, Repeat::yes))
        return;
    go_on_to(ui, canvas, to);
}

void pick_tool(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    struct Choice {
        int key = 0;
        Tool tool{};
        enum class For { reading, editing } who = For::editing;
    };
    bool const groups = canvas.step == model::Step::group;
    for (auto const& choice :
         {Choice{ImGuiKey_V, Tool::select, Choice::For::reading},
          Choice{ImGuiKey_H, Tool::hand, Choice::For::reading}, Choice{ImGuiKey_C, Tool::card},
          Choice{ImGuiKey_F, Tool::frame}, Choice{ImGuiMod_Shift | ImGuiKey_T, Tool::text},
          Choice{ImGuiKey_D, Tool::draw}}) {
        bool const may = choice.who == Choice::For::reading || can_edit(workshop);
        if (may && shortcut(ui, choice.key)) take(canvas, choice.tool);
    }
    // One key for the line tool of the step: lasso in Regrouper, link in Recueillir.
    if (groups && shortcut(ui, ImGuiKey_L)) take(canvas, Tool::lasso);
}

std::optional<Wish> clipboard_keys(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_X) && copy_selection(ui, canvas, workshop))
        return remove_selection(canvas, workshop);
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_V))
        if (auto wish = pasted(ui)) return wish;
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_D)) return duplicate_selection(canvas, workshop);
    return std::nullopt;
}

std::optional<Wish> group_keys(Ui& ui, Canvas& canvas, Workshop const& workshop)
{
    if (shortcut(ui, ImGuiKey_R)) return tidy(ui, canvas, workshop);
    if (!canvas.selection.cards.empty())
        if (auto const n = digit(ui, 1, 9)) return send_selection(canvas, workshop, *n);
    return std::nullopt;
}

std::optional<Wish> edit_keys(Ui& ui, Canvas& canvas, Workshop const& workshop,
                              base::Rect const& main)
{
    if (shortcut(ui, ImGuiKey_N)) type_new_card(ui, canvas, workshop, main, std::nullopt);
    if (shortcut(ui, ImGuiKey_F2)) type_selection(ui, canvas, workshop);
    if (shortcut(ui, ImGuiKey_Enter)) {
        if (canvas.tool == Tool::text) // by keyboard, a text is placed at the centre
            type_text(ui, canvas, workshop, canvas.view.to_board(canvas.view.window.center()));
        else
            type_selection(ui, canvas, workshop);
    }
    if (shortcut(ui, ImGuiKey_Delete) || shortcut(ui, ImGuiKey_Backspace))
        return remove_selection(canvas, workshop);
    if (auto asked = clipboard_keys(ui, canvas, workshop)) return asked;
    if (shortcut(ui, ImGuiKey_G)) return make_frame(ui, canvas, workshop);
    if (shortcut(ui, ImGuiKey_M)) return merge_selection(canvas, workshop);
    if (canvas.step == model::Step::gather && shortcut(ui, ImGuiKey_L)) {
        if (canvas.selection.cards.size() == 2) return link_selection(canvas, workshop);
        take(canvas, Tool::link);
    }
    if (canvas.step == model::Step::group) return group_keys(ui, canvas, workshop);
    return std::nullopt;
}

void show_selection(Ui& ui, Canvas& canvas)
{
    auto const box = around_selection(canvas);
    if (!box) return;
    go_to(ui, canvas, view_of(ui, canvas, base::grown(*box, air), closest));
}

void look_keys(Ui& ui, Canvas& canvas)
{
    if (shortcut(ui, ImGuiMod_Shift | ImGuiKey_1)) show_all(ui, canvas);
    if (shortcut(ui, ImGuiMod_Shift | ImGuiKey_2)) show_selection(ui, canvas);
    if (shortcut(ui, ImGuiMod_Shift | ImGuiKey_0)) zoom_to(ui, canvas, 1);
    if (shortcut(ui, ImGuiKey_PageUp)) zoom_to(ui, canvas, canvas.view.camera.zoom * key_zoom);
    if (shortcut(ui, ImGuiKey_PageDown)) zoom_to(ui, canvas, canvas.view.camera.zoom / key_zoom);
}

void select_all(Canvas& canvas)
{
    canvas.selection = {};
    for (auto const& card : canvas.state.scene.cards()) canvas.selection.cards.insert(card.id);
    for (auto const& mark : canvas.state.marks.all()) canvas.selection.marks.insert(mark.id);
}

void give_up(Canvas& canvas)
{
    if (canvas.search)
        canvas.search.reset();
    else if (!canvas.selection.empty())
        canvas.selection = {};
    else
        take(canvas, Tool::select);
}

} // namespace

std::optional<Wish> handle_keys(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                base::Rect const& main)
{
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_F)) open_search(ui, canvas);
    if (typing(ui) || canvas.draft) return std::nullopt;
    pick_tool(ui, canvas, workshop);
    look_keys(ui, canvas);
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_A)) select_all(canvas);
    if (shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_C)) copy_selection(ui, canvas, workshop);
    if (focused_id(ui).empty() &&
        (shortcut(ui, ImGuiMod_Shift | ImGuiKey_F10) || shortcut(ui, ImGuiKey_Menu)))
        open_menu(ui, canvas, std::nullopt);
    walk(ui, canvas);
    if (canvas.held == Held::nothing && shortcut(ui, ImGuiKey_Escape)) give_up(canvas);
    auto moved = move_by_arrows(ui, canvas, workshop);
    if (moved || !can_edit(workshop)) return moved;
    return edit_keys(ui, canvas, workshop, main);
}

bool in_hand(Canvas const& canvas, Tool tool)
{
    if (!canvas.draft) return canvas.tool == tool;
    switch (canvas.draft->kind) {
    case Draft::Kind::new_card: return tool == Tool::card;
    case Draft::Kind::mark: return tool == Tool::text;
    case Draft::Kind::card_title:
    case Draft::Kind::frame_title:
    case Draft::Kind::question:
    case Draft::Kind::instruction: break;
    }
    return false;
}

bool take_tool(Ui& ui, Canvas& canvas, Workshop const& workshop, base::Rect const& main,
               std::string_view id)
{
    struct Item {
        std::string_view id;
        Tool tool;
    };
    for (auto const& item : {Item{"rail.select", Tool::select}, Item{"rail.hand", Tool::hand},
                             Item{"rail.lasso", Tool::lasso}, Item{"rail.frame", Tool::frame},
                             Item{"rail.text", Tool::text}, Item{"rail.link", Tool::link},
                             Item{"rail.draw", Tool::draw}})
        if (id == item.id) {
            take(canvas, item.tool);
            return true;
        }
    if (id == "rail.card")
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
        take(canvas, Tool::frame); // to be drawn with the mouse
        return std::nullopt;
    }
    auto const id = workshop.mint<model::GroupId>();
    auto command = board::frame_around(canvas.state.scene, canvas.selection.cards, id, {});
    bring_in(ui, canvas, command.as<edit::AddGroup>()->area);
    canvas.selection = {{}, id};
    Draft draft;
    draft.kind = Draft::Kind::frame_title;
    draft.frame = id;
    canvas.draft = draft;
    ui.keep_drawing(0.1);
    return command;
}

std::optional<Wish> merge_selection(Canvas& canvas, Workshop const& workshop)
{
    if (!can_edit(workshop)) return std::nullopt;
    auto command = board::merged(canvas.state.scene, canvas.selection.cards);
    if (!command) return std::nullopt;
    canvas.selection = {{command->as<edit::MergeCases>()->into}, {}};
    return *command;
}

std::optional<Wish> remove_selection(Canvas& canvas, Workshop const& workshop)
{
    if (!can_edit(workshop)) return std::nullopt;
    auto command = board::removed(canvas.selection);
    if (!command) return std::nullopt;
    return *command;
}

} // namespace ui
