#include "ui/canvas/canvas_parts.h"
#include "ui/kit/paint.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

// Drawing of annotations and of the active tool.
namespace ui {
namespace {

using MarkKind = model::AnnotationKind;

MarkLook look_of(Canvas const& canvas, board::Mark const& mark, Zoom zoom)
{
    MarkLook look{MarkLook::State::rest, zoom, canvas.view.scale()};
    if (canvas.search && !canvas.search->text.empty())
        look.state = MarkLook::State::faded;
    else if (canvas.selection.marks.contains(mark.id))
        look.state = MarkLook::State::selected;
    else if (canvas.hovered_mark == mark.id)
        look.state = MarkLook::State::hovered;
    return look;
}

// While dragging, all links are checked, as they may come from far away.
template <class F>
void each_link(Canvas const& canvas, F&& f)
{
    auto const& marks = canvas.state.marks;
    auto const seen = canvas.view.seen();
    auto const visit = [&](board::Mark const& mark) {
        if (mark.kind == MarkKind::link) f(mark, shape_now(canvas, mark));
    };
    if (canvas.showing.carried) {
        for (auto const& mark : marks.all()) {
            if (mark.kind != MarkKind::link) break; // links come first
            visit(mark);
        }
    } else {
        for (auto i : marks.in(seen)) visit(marks.all()[i]);
    }
}

bool is_typed(Canvas const& canvas, board::Mark const& mark)
{
    return canvas.draft && canvas.draft->kind == Draft::Kind::mark && canvas.draft->mark == mark.id;
}

std::string const& text_of(Workshop const& workshop, board::Mark const& mark)
{
    static std::string const none;
    auto const* record = model::find<model::Annotation>(workshop.doc(), mark.id);
    return record ? record->text : none;
}

// The interactive area: anywhere on a text, the middle of a line.
void touch_mark(Ui& ui, Canvas const& canvas, board::Mark const& mark, base::Rect const& box,
                std::string const& text)
{
    auto const id = "mark." + std::to_string(mark.id.value);
    touch(ui, id, box, text, Enabled::yes, Role::area);
    probe_on(ui, id, canvas.selection.marks.contains(mark.id) ? On::yes : On::no);
}

base::Rect handle_at(Ui const& ui, base::Vec2 at) { return base::grown({at, at}, ui.px(7)); }

void paint_guide(Ui& ui, board::View const& view, board::Guide const& guide)
{
    auto const color = ui.color().accent;
    auto const a = view.to_screen(guide.from), b = view.to_screen(guide.to);
    bool const level = std::abs(a.y - b.y) < std::abs(a.x - b.x) ||
                       (guide.from.y == guide.to.y && guide.from.x != guide.to.x);
    if (guide.kind == board::Guide::Kind::line) {
        if (level)
            hairline_h(ui, a.x, b.x, a.y, color);
        else
            hairline_v(ui, a.x, a.y, b.y, color);
        return;
    }
    auto const cap = ui.px(5); // a dimension line between two ticks
    if (level) {
        hairline_h(ui, a.x, b.x, a.y, color);
        for (auto const& end : {a, b}) hairline_v(ui, end.x, a.y - cap, a.y + cap, color);
    } else {
        hairline_v(ui, a.x, a.y, b.y, color);
        for (auto const& end : {a, b}) hairline_h(ui, a.x - cap, a.x + cap, end.y, color);
    }
}

void paint_lasso(Ui& ui, board::View const& view, board::Line const& loop)
{
    if (loop.size() < 2) return;
    auto const& c = ui.color();
    std::vector<ImVec2> hull;
    for (auto p : board::hull_of(loop)) {
        auto const at = view.to_screen(p);
        hull.push_back({at.x, at.y});
    }
    if (hull.size() > 2)
        ui.list->AddConvexPolyFilled(hull.data(), static_cast<int>(hull.size()),
                                     packed(board::faded(c.accent, 0.07F)));
    std::vector<base::Vec2> points;
    for (auto p : loop) points.push_back(view.to_screen(p));
    points.push_back(points.front());
    dashed_path(ui, points, c.accent, ui.px(2.5F), {ui.px(9), ui.px(7)});
}

void paint_linking(Ui& ui, Canvas const& canvas, board::Linking const& linking)
{
    auto const& scene = canvas.state.scene;
    auto const* from = scene.find(linking.from);
    if (!from) return;
    auto const* to = scene.find(linking.to);
    board::Mark link;
    link.from = linking.from;
    auto const box = to ? to->box : base::grown({linking.at, linking.at}, 0.5F);
    if (to) {
        auto const on_screen = base::grown(canvas.view.to_screen(to->box), ui.px(4));
        outline(ui, on_screen, ui.px(18), ui.color().accent, ui.px(2.5F));
    }
    MarkLook const look{MarkLook::State::selected, Zoom::resting, canvas.view.scale()};
    paint_link(ui, board::shape_of(link, from->box, box), canvas.view, look);
}

} // namespace

bool is_carried(Canvas const& canvas, board::Card const& card)
{
    if (!canvas.showing.carried) return false;
    auto const& selection = canvas.selection;
    return selection.cards.contains(card.id) || (selection.frame && card.group == selection.frame);
}

board::LinkShape shape_now(Canvas const& canvas, board::Mark const& link)
{
    auto const& scene = canvas.state.scene;
    auto const *from = scene.find(link.from), *to = scene.find(link.to);
    if (!from || !to) return {};
    bool const moves = is_carried(canvas, *from) || is_carried(canvas, *to);
    if (!moves) return board::shape_of(link);
    auto const box_of = [&](board::Card const& card) {
        auto const by = is_carried(canvas, card) ? *canvas.showing.carried : base::Vec2{};
        return base::Rect{card.box.min + by, card.box.max + by};
    };
    board::Between const between{scene, [&](board::Card const& card) {
                                     return &card != from && &card != to &&
                                            !is_carried(canvas, card);
                                 }};
    return board::shape_of(link, box_of(*from), box_of(*to), &between);
}

void paint_links(Ui& ui, Canvas const& canvas, Workshop const& workshop, Zoom zoom)
{
    each_link(canvas, [&](board::Mark const& mark, board::LinkShape const& shape) {
        paint_link(ui, shape, canvas.view, look_of(canvas, mark, zoom));
        if (shape.line.size() < 2) return;
        auto const middle = canvas.view.to_screen(board::along(shape.line, 0.5F));
        if (mark.label.x <= 0) touch_mark(ui, canvas, mark, handle_at(ui, middle), {});
    });
    static_cast<void>(workshop);
}

void paint_marks(Ui& ui, Canvas const& canvas, Workshop const& workshop, Zoom zoom)
{
    auto const& marks = canvas.state.marks;
    if (marks.all().empty()) return;
    auto const carried = canvas.showing.carried;
    auto const moving = carried
                            ? board::carried_by(canvas.state.scene, marks, canvas.selection).marks
                            : board::MarkSet{};
    auto const paint_one = [&](board::Mark const& mark, base::Vec2 by) {
        auto const box = canvas.view.to_screen(base::Rect{mark.box.min + by, mark.box.max + by});
        auto const look = look_of(canvas, mark, zoom);
        if (mark.kind == MarkKind::stroke) {
            paint_stroke(ui, mark.line, canvas.view, by, look);
            auto const middle = canvas.view.to_screen(mark.line[mark.line.size() / 2] + by);
            touch_mark(ui, canvas, mark, handle_at(ui, middle), {});
        } else if (!is_typed(canvas, mark)) {
            auto const& text = text_of(workshop, mark);
            paint_text(ui, text, box, look);
            touch_mark(ui, canvas, mark, box, text);
        }
    };
    auto const visible = marks.in(base::grown(canvas.view.seen(), 24));
    std::size_t painted = 0;
    for (auto i : visible) {
        auto const& mark = marks.all()[i];
        if (mark.kind == MarkKind::link || moving.contains(mark.id)) continue;
        if (++painted > 10 * touched_most) break;
        paint_one(mark, {});
    }
    for (auto id : moving) {
        auto const* mark = marks.find(id);
        if (mark && mark->kind != MarkKind::link) paint_one(*mark, *carried);
    }
    each_link(canvas, [&](board::Mark const& mark, board::LinkShape const& shape) {
        if (mark.label.x <= 0 || shape.line.size() < 2 || is_typed(canvas, mark)) return;
        auto const& text = text_of(workshop, mark);
        paint_label(ui, shape, text, canvas.view, look_of(canvas, mark, zoom));
        touch_mark(ui, canvas, mark, canvas.view.to_screen(shape.label), text);
    });
}

void paint_tool(Ui& ui, Canvas const& canvas)
{
    auto const& c = ui.color();
    auto const& showing = canvas.showing;
    for (auto const& guide : showing.guides) paint_guide(ui, canvas.view, guide);
    if (auto const& area = showing.marquee) {
        auto const box = canvas.view.to_screen(*area);
        fill(ui, box, ui.px(4), board::faded(c.accent, 0.08F));
        outline(ui, box, ui.px(4), c.accent, ui.px(1.5F));
    }
    if (showing.lasso)
        paint_lasso(ui, canvas.view, *showing.lasso);
    else if (canvas.looped && canvas.held == Canvas::Held::nothing)
        paint_lasso(ui, canvas.view, canvas.looped->line);
    if (showing.stroke)
        paint_stroke(ui, board::curved(*showing.stroke), canvas.view, {},
                     {MarkLook::State::rest, Zoom::resting, canvas.view.scale()});
    if (showing.linking) paint_linking(ui, canvas, *showing.linking);
}

} // namespace ui
