#include "ui/canvas/bar_place.h"
#include "ui/canvas/canvas_parts.h"
#include "ui/kit/widgets.h"
#include "wording/board.h"

#include <imgui.h>

#include <algorithm>
#include <array>

// Floating panels of the board: selection bar with its menu, search.
namespace ui {
namespace {

// The box beside_selection which the bar is placed: of the lasso line, or of the selection.
base::Rect beside_selection(Canvas const& canvas)
{
    auto box = around_selection(canvas).value_or(base::Rect{});
    for (auto id : canvas.selection.marks) { // for links, outside their cards
        auto const* mark = canvas.state.marks.find(id);
        for (auto end : {mark ? mark->from : model::CaseId{}, mark ? mark->to : model::CaseId{}})
            if (auto const* card = canvas.state.scene.find(end)) box = base::united(box, card->box);
    }
    if (canvas.looped)
        for (auto p : canvas.looped->line) box = base::united(box, {p, p});
    return canvas.view.to_screen(box);
}

bool travels_with(Canvas const& canvas)
{
    return canvas.held == Canvas::Held::nothing && !canvas.draft && !canvas.journey;
}

struct BarButton {
    std::string_view id;
    std::string text;
    ButtonLook look;
    Enabled enabled = Enabled::yes;
};

// The two most frequent actions on the selection; the menu has all.
std::array<BarButton, 2> buttons_of(Ui const& ui, Canvas const& canvas)
{
    auto const& [cards, frame, marks] = canvas.selection;
    if (!cards.empty())
        return {BarButton{
                    "selection.frame", ui.tr("board.make_frame"), {Rank::primary, icon::crop_free}},
                BarButton{"selection.merge",
                          ui.tr("board.merge"),
                          {Rank::quiet, icon::call_merge},
                          enabled_if(cards.size() > 1)}};
    auto const* mark = canvas.state.marks.find(*marks.begin());
    bool const text = marks.size() == 1 && mark && mark->kind != model::AnnotationKind::stroke;
    return {BarButton{"selection.edit",
                      ui.tr("board.edit_text"),
                      {Rank::primary, icon::text_fields},
                      enabled_if(text)},
            BarButton{"selection.remove", ui.tr("board.remove"), {Rank::quiet, icon::delete_bin}}};
}

std::optional<Wish> press_button(Ui& ui, Canvas& canvas, Workshop const& workshop,
                                 std::string_view id)
{
    if (id == "selection.frame") return make_frame(ui, canvas, workshop);
    if (id == "selection.merge") return merge_selection(canvas, workshop);
    if (id == "selection.remove") return remove_selection(canvas, workshop);
    if (id == "selection.edit") type_selection(ui, canvas, workshop);
    return std::nullopt;
}

// A single button that opens the menu with all actions.
std::optional<Wish> draw_folded(Ui& ui, Canvas& canvas, base::Rect const& bar,
                                std::string const& text)
{
    draw_surface(ui, bar, {ui.px(14), ui.color().panel, ui.color().line, 1, Level::e2});
    touch(ui, "selection", bar, text, Enabled::yes, Role::area);
    if (icon_button(ui, "selection.more", bar, icon::more_horiz, ui.tr("board.more")))
        canvas.menu = Canvas::Menu{bar, {}};
    return std::nullopt;
}

std::optional<Wish> draw_bar(Ui& ui, Canvas& canvas, Workshop const& workshop,
                             CanvasPlace const& place)
{
    auto const text =
        wording::cards(*ui.words, canvas.selection.cards.size(), canvas.selection.marks.size());
    auto const buttons = buttons_of(ui, canvas);
    auto const pad = ui.px(8), gap = ui.px(12), high = ui.px(48);
    auto const says = text_width(ui, type::label, text) + 2 * gap;
    auto wide = 2 * pad + says + 1.5F * gap + high;
    for (auto const& one : buttons) wide += button_width(ui, one.text, one.look);
    base::Vec2 const size{wide, high + 2 * pad}, folded{high, high};
    auto const placed = place_bar(ui, canvas, place, beside_selection(canvas), size, folded);
    auto const at = placed.at;
    if (placed.form == BarPlace::Form::folded)
        return draw_folded(ui, canvas, {at, at + folded}, text);
    base::Rect const bar{at, at + size};
    draw_surface(ui, bar, {ui.px(18), ui.color().panel, ui.color().line, 1, Level::e2});
    touch(ui, "selection", bar, text, Enabled::yes, Role::area);
    float x = at.x + pad;
    auto const take_part = [&](float width) {
        base::Rect const part{{x, at.y + pad}, {x + width, at.y + pad + high}};
        x += width;
        return part;
    };
    draw_text_in(ui, take_part(says), type::label, ui.color().ink, text, Align::centre);
    hairline_v(ui, x - 1, bar.min.y + ui.px(14), bar.max.y - ui.px(14), ui.color().line2);
    x += gap / 2;
    std::string_view pressed;
    for (auto const& one : buttons) {
        auto const part = take_part(button_width(ui, one.text, one.look));
        if (button(ui, one.id, part, one.text, one.look, one.enabled)) pressed = one.id;
        if (&one == &buttons.front()) x += gap;
    }
    auto const more = take_part(high);
    if (icon_button(ui, "selection.more", more, icon::more_horiz, ui.tr("board.more")))
        canvas.menu = Canvas::Menu{more, {}};
    return press_button(ui, canvas, workshop, pressed);
}

void look_for(Canvas& canvas, Workshop const& workshop)
{
    auto& search = *canvas.search;
    auto const& doc = workshop.doc();
    bool const other = search.known.renew(doc);
    if (other) search.lookup.refresh(doc);
    auto const scene = canvas.state.scene.version();
    if (!other && search.asked == search.text && search.scene == scene) return;
    search.asked = search.text;
    search.scene = scene;
    search.at = 0;
    search.found.clear();
    search.matching.clear();
    auto const& order = canvas.state.scene.reading_order();
    // A merged case is found on the card that represents it.
    for (auto const& hit : search.lookup.ask(board::Needle(search.text), order.size()).best)
        search.matching.insert(hit.shown);
    for (auto id : order)
        if (search.matching.contains(id)) search.found.push_back(id);
}

void go_to_match(Ui& ui, Canvas& canvas)
{
    auto const& search = *canvas.search;
    if (!search.found.empty())
        go_to_card(ui, canvas, search.found[search.at % search.found.size()]);
}

} // namespace

Asked draw_selection_bar(Ui& ui, Canvas& canvas, Workshop const& workshop, CanvasPlace const& place)
{
    Asked asked;
    auto const cards = canvas.selection.cards.size(), marks = canvas.selection.marks.size();
    bool const wanted = cards > 1 || marks > 0 || (cards == 1 && canvas.step == model::Step::group);
    if (wanted && can_edit(workshop) && travels_with(canvas))
        asked.take(draw_bar(ui, canvas, workshop, place));
    if (canvas.menu) asked.take(draw_board_menu(ui, canvas, workshop));
    return asked;
}

void open_search(Ui& ui, Canvas& canvas)
{
    if (!canvas.search) canvas.search = Search{};
    focus(ui, "search.text");
    ui.keep_drawing(0.2);
}

void go_to_card(Ui& ui, Canvas& canvas, model::CaseId id)
{
    auto const* card = canvas.state.scene.find(id);
    if (!card) return;
    canvas.selection = {{id}, {}};
    canvas.draft.reset();
    auto view = canvas.view;
    if (board::detail_at(view.camera.zoom) != board::Detail::full) view.camera.zoom = 0.9F;
    go_to(ui, canvas,
          board::fitted(view, card->box, canvas_place(ui, canvas.view.window).room,
                        view.camera.zoom));
}

void go_to_frame(Ui& ui, Canvas& canvas, model::GroupId id)
{
    auto const* frame = canvas.state.scene.find(id);
    if (!frame) return;
    canvas.selection = {{}, id};
    canvas.draft.reset();
    go_to(ui, canvas, view_of(ui, canvas, frame->box, 0.9F));
}

void draw_search(Ui& ui, Canvas& canvas, Workshop const& workshop, CanvasPlace const& place)
{
    if (!canvas.search) return;
    auto const wide = std::min(ui.px(620), place.room.width()), high = ui.px(64);
    base::Vec2 const at{place.room.max.x - wide, place.main.min.y + ui.px(20)};
    base::Rect const bar{at, at + base::Vec2{wide, high}};
    draw_surface(ui, bar, {ui.px(18), ui.color().panel, ui.color().line, 1, Level::e2});
    touch(ui, "search", bar, ui.tr("board.search"), Enabled::yes, Role::area);

    auto const pad = ui.px(8), close = ui.px(48);
    auto const figures = ui.px(104);
    base::Rect const field{{bar.min.x + pad, bar.min.y + pad},
                           {bar.max.x - pad - 3 * close - figures, bar.max.y - pad}};
    FieldLook look;
    auto const hint = ui.tr("board.search");
    look.hint = hint;
    look.icon = icon::search;
    look.after = FieldLook::After::stays;
    auto& search = *canvas.search;
    auto const edit = text_field(ui, "search.text", field, hint, search.text, look);
    auto const before = search.asked;
    look_for(canvas, workshop);
    if (before != search.asked) go_to_match(ui, canvas);
    auto const go = [&](std::size_t by) {
        if (search.found.empty()) return;
        search.at = (search.at + search.found.size() + by) % search.found.size();
        go_to_match(ui, canvas);
    };
    constexpr auto back = static_cast<std::size_t>(-1);
    if (edit == Edit::submitted) go(ImGui::GetIO().KeyShift ? back : 1);
    if (shortcut(ui, ImGuiKey_F3)) go(1);
    if (shortcut(ui, ImGuiMod_Shift | ImGuiKey_F3)) go(back);
    auto const found = search.text.empty() ? std::string{}
                       : search.found.empty()
                           ? ui.tr("board.search.none")
                           : ui.words->text("board.search.at", search.at + 1, search.found.size());
    base::Rect const figure{{field.max.x, field.min.y}, {field.max.x + figures, field.max.y}};
    draw_text_in(ui, figure, type::legend, ui.color().ink2, found, Align::centre);
    touch(ui, "search.count", figure, found, Enabled::yes, Role::area);
    auto const some = enabled_if(!search.found.empty());
    float x = figure.max.x;
    auto const next_box = [&] {
        base::Rect const box{{x, field.min.y}, {x + close, field.max.y}};
        x += close;
        return box;
    };
    if (icon_button(ui, "search.previous", next_box(), icon::chevron_left,
                    ui.tr("board.search.previous"), Rank::quiet, some))
        go(back);
    if (icon_button(ui, "search.next", next_box(), icon::chevron_right, ui.tr("board.search.next"),
                    Rank::quiet, some))
        go(1);
    if (icon_button(ui, "search.close", next_box(), icon::close, ui.tr("board.search.close")) ||
        edit == Edit::cancelled)
        canvas.search.reset();
}

} // namespace ui
