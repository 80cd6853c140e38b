#include "ui/group_view.h"

#include "ui/icons.h"
#include "ui/minimap.h"

#include <array>

namespace ui {
namespace {

using board::Tool;

std::optional<Wish> draw_tools(Ui& ui, GroupView& view, Workshop const& workshop,
                               Frame const& frame)
{
    auto& canvas = view.canvas;
    auto const on = [&](Tool tool) {
        return in_hand(canvas, tool) ? ItemState::selected : ItemState::normal;
    };
    auto const if_can = [&](bool can, ItemState state) {
        return can && can_edit(workshop) ? state : ItemState::disabled;
    };
    std::array const items{
        RailItem{"rail.select", icon::pointer, "rail.select", on(Tool::select)},
        RailItem{"rail.hand", icon::pan_tool, "rail.hand", on(Tool::hand)},
        RailItem{"rail.lasso", icon::gesture, "rail.lasso", on(Tool::lasso)},
        RailItem{"rail.frame", icon::crop_free, "rail.frame", if_can(true, on(Tool::frame))},
        RailItem{"rail.merge", icon::call_merge, "rail.merge",
                 if_can(canvas.selection.cards.size() > 1, ItemState::normal)},
        RailItem{"rail.text", icon::label, "rail.label", if_can(true, on(Tool::text))},
        RailItem{"rail.draw", icon::draw, "rail.draw", if_can(true, on(Tool::draw))},
        RailItem{"rail.tidy", icon::auto_awesome, "rail.tidy",
                 if_can(!canvas.state.scene.cards().empty(), ItemState::normal)}};
    auto const press = draw_rail(ui, workshop, frame.rail, items);
    if (press.id == "rail.frame" && !canvas.selection.cards.empty())
        return make_frame(ui, canvas, workshop);
    if (take_tool(ui, canvas, workshop, frame.main, press.id)) return std::nullopt;
    if (press.id == "rail.merge") return merge_selection(canvas, workshop);
    if (press.id == "rail.tidy") return tidy(ui, canvas, workshop);
    return press.wish;
}

// What a case stands for besides itself, each with a way back.
std::optional<Wish> draw_absorbed(Ui& ui, Workshop const& workshop, model::CaseId into,
                                  base::Rect const& area, float& used)
{
    std::optional<Wish> wish;
    std::vector<std::pair<model::CaseId, model::Case const*>> rows;
    for (auto const& [id, merge] : model::table<model::Merge>(workshop.doc()))
        if (merge.into == into) rows.emplace_back(id, model::find<model::Case>(workshop.doc(), id));
    if (rows.empty()) return wish;
    auto const& c = ui.color();
    float y = area.min.y;
    draw_text(ui, {area.min.x, y}, type::h3, c.ink, ui.tr("group.stands_for"));
    y += ui.px(38);
    for (auto const& [id, text] : rows) {
        if (!text || y + ui.px(52) > area.min.y + area.height() / 2) break;
        auto const number = std::to_string(text->number);
        auto const label = ui.tr("board.split");
        auto const wide = button_width(ui, label, {}, 44);
        draw_case_mark(ui, {area.min.x + ui.px(16), y + ui.px(22)}, {number, 30});
        draw_text_in(ui,
                     {{area.min.x + ui.px(42), y}, {area.max.x - wide - ui.px(8), y + ui.px(44)}},
                     type::label, c.ink, text->title);
        if (button(ui, "split." + number, {{area.max.x - wide, y}, {area.max.x, y + ui.px(44)}},
                   label, {}, enabled_if(can_edit(workshop))))
            wish = edit::SplitCases{{id}};
        y += ui.px(52);
    }
    used = y + ui.px(14) - area.min.y;
    return wish;
}

float draw_advice(Ui& ui, base::Vec2 at, float width, char const* key, char const* text)
{
    auto const wide = draw_key(ui, at + base::Vec2{0, ui.px(13)}, key);
    auto const x = at.x + std::max(wide, ui.px(56)) + ui.px(14);
    auto const high =
        draw_paragraph(ui, {x, at.y}, at.x + width - x, type::label, ui.color().ink2, ui.tr(text));
    return high + ui.px(14);
}

void draw_frames(Ui& ui, GroupView& view, Workshop const& workshop, base::Rect const& area)
{
    auto const& c = ui.color();
    auto& canvas = view.canvas;
    auto const& frames = canvas.state.scene.frames();
    ScrollArea scroll(ui, "group.panel", area, view.scroll);
    float y = scroll.top();
    draw_text(ui, {area.min.x, y}, type::h2, c.ink, ui.tr("group.frames"));
    draw_pill(ui, {area.max.x - pill_width(ui, std::to_string(frames.size())), y + ui.px(16)},
              std::to_string(frames.size()));
    y += ui.px(52);
    for (auto const& frame : frames) {
        auto const title = model::get<model::Group>(workshop.doc(), frame.id).title;
        auto const shown = title.empty() ? ui.tr("group.untitled") : title;
        base::Rect const row{{area.min.x, y}, {area.max.x, y + ui.px(56)}};
        auto const id = "group.row." + std::to_string(frame.number);
        auto const touched = touch(ui, id, row, shown);
        bool const chosen = canvas.selection.frame == frame.id;
        draw_surface(ui, row,
                     {ui.px(14), chosen ? c.atint : c.card,
                      chosen            ? c.accent
                      : touched.hovered ? c.edge
                                        : c.line,
                      1, Level::e1});
        if (touched.focused) focus_ring(ui, row, ui.px(14));
        auto const count = std::to_string(frame.cards);
        auto const pill = pill_width(ui, count);
        draw_text_in(
            ui, {{row.min.x + ui.px(16), row.min.y}, {row.max.x - pill - ui.px(24), row.max.y}},
            type::label, title.empty() ? c.ink3 : c.ink, shown);
        draw_pill(ui, {row.max.x - pill - ui.px(12), row.center().y}, count);
        if (touched.clicked) {
            canvas.selection = {{}, frame.id};
            go_to(ui, canvas,
                  board::fitted(canvas.view, frame.box, canvas_place(ui, canvas.view.window).room,
                                0.9F));
        }
        if (touched.double_clicked) type_title(ui, canvas, workshop, frame.id);
        y = row.max.y + ui.px(10);
    }
    y += ui.px(14);
    y += draw_advice(ui, {area.min.x, y}, area.width(), "L", "group.advice.lasso");
    y += draw_advice(ui, {area.min.x, y}, area.width(), "G", "group.advice.frame");
    y += draw_advice(ui, {area.min.x, y}, area.width(), "M", "group.advice.merge");
    y += draw_advice(ui, {area.min.x, y}, area.width(), "1 – 9", "group.advice.send");
    scroll.content_height(y - scroll.top());
}

std::string line_of(Ui const& ui, Canvas const& canvas)
{
    auto const& scene = canvas.state.scene;
    return ui.words->plural("board.cards", static_cast<std::int64_t>(scene.cards().size())) +
           " · " +
           ui.words->plural("group.frame_count", static_cast<std::int64_t>(scene.frames().size())) +
           " · " + ui.words->plural("group.free", canvas.state.free_cards);
}

} // namespace

std::optional<Wish> draw(Ui& ui, GroupView& view, Workshop const& workshop)
{
    std::optional<Wish> wish;
    auto const offer = [&](std::optional<Wish> asked) {
        if (asked && !wish) wish = std::move(asked);
    };
    auto const frame = frame_of(ui, Panel::shown);
    auto& canvas = view.canvas;
    canvas.step = model::Step::group;
    canvas.form = board::Form::compact;
    refresh(ui, canvas, workshop, frame.main);
    offer(draw_tools(ui, view, workshop, frame));
    offer(draw_canvas(ui, canvas, workshop, frame.main));

    auto const place = canvas_place(ui, frame.main);
    base::Rect free;
    offer(draw_question(ui, canvas, workshop, frame.main, line_of(ui, canvas), free));
    draw_minimap(ui, canvas, frame.main);
    draw_search(ui, canvas, workshop, place);
    if (frame.panel.width() > 0) {
        auto inside = draw_panel(ui, frame.panel);
        auto const& cards = canvas.selection.cards;
        if (cards.size() == 1) {
            float used = 0;
            offer(draw_absorbed(ui, workshop, *cards.begin(), inside, used));
            inside.min.y += used;
            offer(draw_card_sheet(ui, view.sheet, workshop, *cards.begin(), inside));
        } else {
            offer(leave_card_sheet(view.sheet, workshop));
            draw_frames(ui, view, workshop, inside);
        }
    }
    offer(draw_selection_bar(ui, canvas, workshop, place));
    return wish;
}

} // namespace ui
