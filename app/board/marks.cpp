#include "board/marks.h"

#include "model/exists.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace board {
namespace {

constexpr float parallel_gap = 26; // between parallel links of the same cards
constexpr float line_reach = 4;    // half of the width of a line with its arrow head
constexpr std::array label_places{0.5F, 0.42F, 0.58F, 0.34F, 0.66F};

base::Rect around(Line const& line, float by)
{
    base::Rect box{line.front(), line.front()};
    for (auto p : line) box = base::united(box, {p, p});
    return base::grown(box, by);
}

base::Rect covered_by(LinkShape const& shape, Mark const& link)
{
    base::Rect box = around(shape.line, line_reach);
    return link.label.x > 0 ? base::united(box, shape.label) : box;
}

bool lies_above(Mark const& mark) { return mark.kind != model::AnnotationKind::link; }

base::Rect label_on(Mark const& link, Line const& line)
{
    auto const middle = along(line, link.label_at);
    return {middle - link.label * 0.5F, middle + link.label * 0.5F};
}

std::optional<base::Rect> label_of(Mark const& link)
{
    if (link.label.x <= 0 || link.line.size() < 2) return std::nullopt;
    return label_on(link, link.line);
}

} // namespace

LinkShape shape_of(Mark const& link)
{
    return {link.line, link.line.empty() ? base::Rect{} : label_on(link, link.line)};
}

LinkShape shape_of(Mark const& link, base::Rect const& from, base::Rect const& to,
                   Between const* between)
{
    auto line = route(from, to, link.aside, between);
    auto const label = line.empty() ? base::Rect{} : label_on(link, line);
    return {std::move(line), label};
}

Marks::Marks(model::Document const& doc, Scene const& scene, MeasureText const& measure,
             Marks before)
{
    using Kind = model::AnnotationKind;
    auto const& rows = model::table<model::Annotation>(doc);
    marks_.reserve(rows.size());
    for (auto const& [id, one] : rows)
        if (one.kind == Kind::link) add_link(id, one, doc, scene, measure);
    part_parallels();
    lay_links(scene);
    for (auto const& [id, one] : rows)
        if (one.kind == Kind::stroke) add_stroke(id, one, before);
    for (auto const& [id, one] : rows)
        if (one.kind == Kind::text) {
            Mark mark;
            mark.id = id;
            mark.at = one.at;
            mark.box = {one.at, one.at + measure(Kind::text, one.text)};
            marks_.push_back(std::move(mark));
        }
    for (Grid::Index i = 0; i < marks_.size(); ++i) {
        auto const& mark = marks_[i];
        by_id_.emplace(mark.id.value, i);
        grid_.add(i, mark.box);
        bounds_ = bounds_ ? base::united(*bounds_, mark.box) : mark.box;
        if (mark.kind != Kind::link) continue;
        by_card_[mark.from.value].push_back(i);
        by_card_[mark.to.value].push_back(i);
    }
}

void Marks::add_stroke(model::AnnotationId id, model::Annotation const& stroke, Marks& before)
{
    auto const known = before.drawn_.find(id.value);
    bool const same = known != before.drawn_.end() && known->second.points == stroke.points &&
                      known->second.at == stroke.at;
    Mark mark;
    mark.id = id;
    mark.kind = model::AnnotationKind::stroke;
    mark.at = stroke.at;
    if (same)
        mark.line = std::move(before.marks_[before.by_id_.at(id.value)].line);
    else
        mark.line = curved(points_of(stroke));
    mark.box = around(mark.line, stroke_width / 2);
    marks_.push_back(std::move(mark));
    drawn_.emplace(id.value, same ? std::move(known->second) : Drawn{stroke.points, stroke.at});
}

void Marks::add_link(model::AnnotationId id, model::Annotation const& link,
                     model::Document const& doc, Scene const& scene, MeasureText const& measure)
{
    Mark mark;
    mark.id = id;
    mark.kind = model::AnnotationKind::link;
    mark.from = model::merged_into(doc, link.from);
    mark.to = model::merged_into(doc, link.to);
    if (mark.from == mark.to || !scene.find(mark.from) || !scene.find(mark.to)) return;
    if (!link.text.empty()) mark.label = measure(mark.kind, link.text);
    marks_.push_back(std::move(mark));
}

// Offsets several links between the same two cards.
void Marks::part_parallels()
{
    std::map<std::pair<model::CaseId, model::CaseId>, std::vector<Mark*>> pairs;
    for (auto& link : marks_) pairs[std::minmax(link.from, link.to)].push_back(&link);
    for (auto& [ends, links] : pairs)
        for (std::size_t i = 0; i < links.size(); ++i)
            links[i]->aside =
                (static_cast<float>(i) - static_cast<float>(links.size() - 1) / 2) * parallel_gap;
}

// Puts each label where it covers the fewest cards.
void Marks::lay_links(Scene const& scene)
{
    for (auto& link : marks_) {
        auto const &from = scene.find(link.from)->box, &to = scene.find(link.to)->box;
        Between const between{
            scene, [&](Card const& card) { return card.id != link.from && card.id != link.to; }};
        auto shape = shape_of(link, from, to, &between);
        if (shape.line.empty()) { // touching cards: hit-tested where they touch
            link.box = {(from.center() + to.center()) * 0.5F, (from.center() + to.center()) * 0.5F};
            continue;
        }
        if (link.label.x > 0) {
            auto fewest = scene.cards().size() + 1;
            auto best = link.label_at;
            for (auto const place : label_places) {
                link.label_at = place;
                auto const hidden = scene.in(label_on(link, shape.line)).size();
                if (hidden < fewest) fewest = hidden, best = place;
            }
            link.label_at = best;
            shape.label = label_on(link, shape.line);
        }
        link.box = covered_by(shape, link);
        link.line = std::move(shape.line);
    }
}

Mark const* Marks::find(model::AnnotationId id) const
{
    auto const it = by_id_.find(id.value);
    return it == by_id_.end() ? nullptr : &marks_[it->second];
}

Mark const* Marks::above_at(base::Vec2 at, float reach) const
{
    auto const near = base::grown({at, at}, reach);
    Mark const* top = nullptr;
    for (auto i : in(near)) {
        auto const& mark = marks_[i];
        bool hit = false;
        switch (mark.kind) {
        case model::AnnotationKind::text: hit = mark.box.contains(at); break;
        case model::AnnotationKind::stroke:
            hit = distance_to(mark.line, at) <= reach + stroke_width / 2;
            break;
        case model::AnnotationKind::link: {
            auto const label = label_of(mark);
            hit = label && label->contains(at);
            break;
        }
        }
        if (hit) top = &mark;
    }
    return top;
}

Mark const* Marks::below_at(base::Vec2 at, float reach) const
{
    Mark const* top = nullptr;
    for (auto i : in(base::grown({at, at}, reach)))
        if (!lies_above(marks_[i]) && distance_to(marks_[i].line, at) <= reach) top = &marks_[i];
    return top;
}

std::vector<Grid::Index> Marks::in(base::Rect const& area) const
{
    std::vector<Grid::Index> found;
    grid_.each(area, [&](Grid::Index i) {
        if (marks_[i].box.overlaps(area)) found.push_back(i);
    });
    std::sort(found.begin(), found.end());
    return found;
}

MarkSet Marks::touched_by(base::Rect const& area) const
{
    MarkSet ids;
    for (auto i : in(area)) {
        auto const& mark = marks_[i];
        auto const label = label_of(mark);
        if (mark.kind == model::AnnotationKind::text || crosses(mark.line, area) ||
            (label && label->overlaps(area)))
            ids.insert(mark.id);
    }
    return ids;
}

MarkSet Marks::within(Line const& loop) const
{
    MarkSet ids;
    if (loop.size() < 3) return ids;
    for (auto i : in(around(loop, 0))) {
        auto const& mark = marks_[i];
        auto const caught = std::count_if(mark.line.begin(), mark.line.end(),
                                          [&](base::Vec2 p) { return inside(loop, p); });
        bool const most =
            !mark.line.empty() && 2 * static_cast<std::size_t>(caught) > mark.line.size();
        if (mark.kind == model::AnnotationKind::text ? inside(loop, mark.box.center()) : most)
            ids.insert(mark.id);
    }
    return ids;
}

MarkSet Marks::inside_of(base::Rect const& area) const
{
    MarkSet ids;
    for (auto i : in(area)) {
        auto const& mark = marks_[i];
        if (lies_above(mark) && area.contains(mark.box.min) && mark.box.max.x <= area.max.x &&
            mark.box.max.y <= area.max.y)
            ids.insert(mark.id);
    }
    return ids;
}

std::vector<Grid::Index> const& Marks::links_of(model::CaseId id) const
{
    static std::vector<Grid::Index> const none;
    auto const it = by_card_.find(id.value);
    return it == by_card_.end() ? none : it->second;
}

} // namespace board
