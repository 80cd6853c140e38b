#include "ui/screens/group/group_view.h"

#include "ui/canvas/frame_tag.h"
#include "ui/canvas/minimap.h"
#include "wording/board.h"

#include <array>

namespace ui {
namespace {

using board::Tool;

std::optional<Wish> draw_tools(Ui& ui, GroupView& view, Workshop const& workshop,
                               ScreenLayout const& layout)
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
    auto const press = draw_rail(ui, workshop, layout.rail, items);
    if (press.id == "rail.frame" && !canvas.selection.cards.empty())
        return make_frame(ui, canvas, workshop);
    if (take_tool(ui, canvas, workshop, layout.main, press.id)) return std::nullopt;
    if (press.id == "rail.merge") return merge_selection(canvas, workshop);
    if (press.id == "rail.tidy") return tidy(ui, canvas, workshop);
    return press.wish;
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
    for (auto const& frame : frames) {
        auto const title = model::get<model::Group>(workshop.doc(), frame.id).title;
        auto const shown = wording::frame_title(*ui.words, title);
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
        auto const tag = draw_frame_tag(ui, {row.min.x + ui.px(14), row.center().y}, frame.number);
        draw_text_in(ui,
                     {{row.min.x + ui.px(14) + tag + ui.px(10), row.min.y},
                      {row.max.x - pill - ui.px(24), row.max.y}},
                     type::label, title.empty() ? c.ink3 : c.ink, shown);
        draw_pill(ui, {row.max.x - pill - ui.px(12), row.center().y}, count);
        if (touched.clicked) {
            canvas.selection = {{}, frame.id};
            go_to(ui, canvas, view_of(ui, canvas, frame.box, 0.9F));
        }
        if (touched.double_clicked) type_title(ui, canvas, workshop, frame.id);
        y = row.max.y + ui.px(10);
    }
    y += ui.px(14);
    y += draw_advice(ui, {area.min.x, y}, area.width(), "L", "group.advice.lasso");
    y += draw_advice(ui, {area.min.x, y}, area.width(), "G", "group.advice.frame");
    y += draw_advice(ui, {area.min.x, y}, area.width(), "M", "group.advice.merge");
    y += draw_advice(ui, {area.min.x, y}, area.width(), "1 – 9", "group.advice.send");
    y += draw_advice(ui, {area.min.x, y}, area.width(), "R", "group.advice.tidy");
    scroll.content_height(y - scroll.top());
}

// « Doublons 6 | Cadres 9 »: the two tabs of the panel.
void draw_tabs(Ui& ui, GroupView& view, base::Rect const& strip)
{
    using Tab = GroupView::Tab;
    struct Face {
        Tab tab;
        char const *id, *key;
        std::string count;
    };
    auto const& c = ui.color();
    float x = strip.min.x;
    for (auto const& face : {Face{Tab::duplicates, "group.tab.duplicates", "group.duplicates",
                                  count_of(*ui.words, view.duplicates)},
                             Face{Tab::frames, "group.tab.frames", "group.frames",
                                  ui.words->number(static_cast<std::int64_t>(
                                      view.canvas.state.scene.frames().size()))}}) {
        bool const on = view.tab == face.tab;
        auto const text = ui.tr(face.key);
        auto const& count = face.count;
        auto const wide = text_width(ui, type::h2, text);
        auto const pill = std::max(ui.px(34), text_width(ui, type::strong, count) + ui.px(20));
        base::Rect const box{{x, strip.min.y}, {x + wide + ui.px(10) + pill, strip.max.y}};
        auto const touched = touch(ui, face.id, box, text);
        probe_on(ui, face.id, on ? On::yes : On::no);
        probe_value(ui, face.id, count);
        draw_text_in(ui, box, type::h2, on || touched.hovered ? c.ink : c.ink3, text);
        auto const y = box.center().y;
        base::Rect const badge{{box.max.x - pill, y - ui.px(17)}, {box.max.x, y + ui.px(17)}};
        fill(ui, badge, ui.px(17), on ? c.accent : c.sunken);
        draw_text_in(ui, badge, type::strong, on ? c.onaccent : c.ink2, count, Align::centre);
        if (on)
            fill(ui, {{box.min.x, strip.max.y - ui.px(3)}, {box.max.x, strip.max.y}}, ui.px(1.5F),
                 c.accent);
        if (touched.focused) focus_ring(ui, box, ui.px(8));
        if (touched.clicked) view.tab = face.tab;
        x = box.max.x + ui.px(28);
    }
    hairline_h(ui, strip.min.x - ui.px(24), strip.max.x + ui.px(24), strip.max.y, c.line);
}

std::optional<Wish> draw_side(Ui& ui, GroupView& view, Workshop const& workshop,
                              base::Rect const& panel)
{
    auto inside = draw_panel(ui, panel);
    auto const& cards = view.canvas.selection.cards;
    if (cards.size() == 1) {
        auto const one = *cards.begin();
        auto wish = draw(ui, view.merged, workshop, one, inside);
        if (auto asked = draw_card_sheet(ui, view.sheet, workshop, one, inside)) return asked;
        return wish;
    }
    if (auto left = leave_card_sheet(view.sheet, workshop)) return left;
    base::Rect const strip{{inside.min.x, panel.min.y + ui.px(8)},
                           {inside.max.x, panel.min.y + ui.px(64)}};
    draw_tabs(ui, view, strip);
    if (view.tab == GroupView::Tab::duplicates)
        return draw(ui, view.duplicates, view.canvas, workshop,
                    {{panel.min.x, strip.max.y + ui.px(14)}, panel.max});
    inside.min.y = strip.max.y + ui.px(20);
    draw_frames(ui, view, workshop, inside);
    return std::nullopt;
}

} // namespace

Asked draw(Ui& ui, GroupView& view, Workshop const& workshop)
{
    Asked asked;
    auto const layout = layout_of(ui, Panel::shown);
    auto& canvas = view.canvas;
    canvas.step = model::Step::group;
    canvas.form = board::Form::compact;
    refresh(ui, canvas, workshop, layout.main);
    canvas.pair.reset();
    if (layout.panel.width() > 0 && view.tab == GroupView::Tab::duplicates)
        asked.take(prepare(ui, view.duplicates, canvas, workshop));
    asked.take(draw_tools(ui, view, workshop, layout));
    asked.take(draw_canvas(ui, canvas, workshop, layout.main));

    auto const place = canvas_place(ui, layout.main);
    base::Rect free;
    asked.take(draw_question(ui, canvas, workshop, layout.main,
                             wording::on_the_board(*ui.words, canvas.state.scene.cards().size(),
                                                   canvas.state.scene.frames().size(),
                                                   canvas.state.free_cards),
                             free));
    draw_minimap(ui, canvas, layout.main);
    draw_search(ui, canvas, workshop, place);
    if (layout.panel.width() > 0) asked.take(draw_side(ui, view, workshop, layout.panel));
    asked.take(draw_selection_bar(ui, canvas, workshop, place));
    return laid_apart(ui, canvas, workshop, asked);
}

} // namespace ui
