#include "board/arrange.h"

#include "board/pack.h"

#include <algorithm>
#include <cmath>

namespace board {
namespace {

constexpr float frame_least_height = frame_head + compact_least + frame_padding;

// Placed before the moved ones: what comes last in an entry is on top.
void lay_down_rest(Scene const& scene, CardSet const& moved, Places& to)
{
    Places rest;
    for (auto id : scene.unlaid())
        if (!moved.contains(id)) rest.emplace_back(id, scene.find(id)->box.min);
    to.insert(to.begin(), rest.begin(), rest.end());
}

// In drawing order, the topmost last.
std::vector<Card const*> as_drawn(Scene const& scene, CardSet const& cards)
{
    std::vector<Card const*> found;
    for (auto id : cards)
        if (auto const* card = scene.find(id)) found.push_back(card);
    std::sort(found.begin(), found.end(), [](Card const* a, Card const* b) {
        return std::pair(a->raised, a->number) < std::pair(b->raised, b->number);
    });
    return found;
}

std::vector<Card const*> by_number(Scene const& scene, CardSet const& cards)
{
    std::vector<Card const*> found;
    for (auto id : cards)
        if (auto const* card = scene.find(id)) found.push_back(card);
    std::sort(found.begin(), found.end(),
              [](Card const* a, Card const* b) { return a->number < b->number; });
    return found;
}

bool covers_others(Scene const& scene, base::Rect const& area, CardSet const& own)
{
    for (auto other : scene.touched_by(area))
        if (!own.contains(other)) return true;
    return std::any_of(scene.frames().begin(), scene.frames().end(),
                       [&](Frame const& f) { return f.box.overlaps(area); });
}

// A free position beside or below a frame, or the whole board, that keeps the board near the shape
// of a screen.
base::Vec2 free_corner(Scene const& scene, CardSet const& own, base::Rect const& wanted)
{
    constexpr float screen_shape = 1.5F;
    auto const size = wanted.max - wanted.min;
    auto const gap = card_gap;
    auto const& all = scene.bounds();
    std::vector<base::Vec2> corners{{all.min.x, all.max.y + gap}, {all.max.x + gap, all.min.y}};
    for (auto const& frame : scene.frames()) {
        corners.push_back({frame.box.max.x + gap, frame.box.min.y});
        corners.push_back({frame.box.min.x, frame.box.max.y + gap});
    }
    std::optional<base::Vec2> best;
    float least = 0;
    for (auto const corner : corners) {
        base::Rect const area{corner, corner + size};
        auto const whole = base::united(all, area);
        auto const cost =
            std::max(whole.width() / screen_shape, whole.height()) +
            (std::abs(corner.x - wanted.min.x) + std::abs(corner.y - wanted.min.y)) / 8;
        if ((best && cost >= least) || covers_others(scene, area, own)) continue;
        best = corner;
        least = cost;
    }
    return best.value_or(corners.front());
}

CardSet members_of(Scene const& scene, model::GroupId id)
{
    CardSet cards;
    for (auto const& card : scene.cards())
        if (card.group == id) cards.insert(card.id);
    return cards;
}

using Moved = std::vector<std::pair<model::AnnotationId, base::Vec2>>;

// New positions of texts and strokes. Links have no position.
Moved marks_moved(Marks const& marks, MarkSet const& ids, base::Vec2 by)
{
    Moved to;
    for (auto id : ids) {
        auto const* mark = marks.find(id);
        if (mark && mark->kind != model::AnnotationKind::link) to.emplace_back(id, mark->at + by);
    }
    return to;
}

std::optional<edit::Command> move_frame(Scene const& scene, Marks const& marks, Frame const& frame,
                                        base::Vec2 by)
{
    base::Rect const area{frame.box.min + by, frame.box.max + by};
    auto const members = members_of(scene, frame.id);
    Places cards;
    for (auto const* card : as_drawn(scene, members))
        cards.emplace_back(card->id, card->box.min + by);
    lay_down_rest(scene, members, cards);
    auto written = marks_moved(marks, marks.inside_of(frame.box), by);
    if (written.empty()) return edit::MoveGroup{frame.id, area, std::move(cards)};
    return edit::LayOut{std::move(cards), {{frame.id, area}}, std::move(written), {}};
}

} // namespace

std::optional<edit::Command> move_by(Scene const& scene, Marks const& marks,
                                     Selection const& selection, base::Vec2 by,
                                     std::optional<base::Vec2> at)
{
    if (selection.empty() || (by == base::Vec2{})) return std::nullopt;
    if (selection.frame) {
        auto const* frame = scene.find(selection.frame);
        return frame ? move_frame(scene, marks, *frame, by) : std::nullopt;
    }
    auto const* frame = at ? scene.frame_at(*at) : nullptr;
    auto const group = frame ? frame->id : model::GroupId{};
    Places to;
    edit::LayOut all;
    std::vector<model::CaseId> ids;
    bool changes_group = false;
    for (auto const* card : as_drawn(scene, selection.cards)) {
        to.emplace_back(card->id, card->box.min + by);
        ids.push_back(card->id);
        all.members.emplace_back(card->id, group);
        changes_group |= card->group != group;
    }
    all.annotations = marks_moved(marks, selection.marks, by);
    if (to.empty() && all.annotations.empty()) return std::nullopt;
    if (!to.empty()) lay_down_rest(scene, selection.cards, to);
    changes_group &= at.has_value();
    if (!all.annotations.empty()) {
        all.cards = std::move(to);
        if (!changes_group) all.members.clear();
        return all;
    }
    if (changes_group) return edit::SetMembers{ids, group, std::move(to)};
    return edit::MoveCards{std::move(to)};
}

Selection carried_by(Scene const& scene, Marks const& marks, Selection const& selection)
{
    auto const* frame = scene.find(selection.frame);
    if (!frame) return selection;
    return {members_of(scene, frame->id), frame->id, marks.inside_of(frame->box)};
}

std::optional<edit::Command> stretched(Scene const& scene, model::GroupId id,
                                       base::Rect const& area)
{
    auto const* frame = scene.find(id);
    if (!frame || area == frame->box) return std::nullopt;
    edit::LayOut layout;
    layout.frames = {{id, area}};
    for (auto i : scene.in(area)) {
        auto const& card = scene.cards()[i];
        if (!card.group && area.contains(card.box.center()))
            layout.members.emplace_back(card.id, id);
    }
    for (auto card : scene.unlaid()) layout.cards.emplace_back(card, scene.find(card)->box.min);
    if (layout.members.empty()) return edit::MoveGroup{id, area, std::move(layout.cards)};
    return layout;
}

std::optional<edit::Command> fitted_around(Scene const& scene, model::GroupId id)
{
    auto const* frame = scene.find(id);
    if (!frame) return std::nullopt;
    std::optional<base::Rect> area;
    for (auto member : members_of(scene, id)) {
        auto box = base::grown(scene.find(member)->box, frame_padding);
        box.min.y = scene.find(member)->box.min.y - frame_head;
        area = area ? base::united(*area, box) : box;
    }
    if (!area) area = {frame->box.min, frame->box.min + frame_size({}, 2)};
    return stretched(scene, id, *area);
}

Arranged arranged(Scene const& scene, CardSet const& cards, base::Vec2 corner, std::size_t columns)
{
    Arranged result;
    auto const order = by_number(scene, cards);
    std::vector<float> heights;
    for (auto const* card : order) heights.push_back(card->compact);
    float top = corner.y + frame_head;
    // the height of a row is that of its highest card
    for (std::size_t i = 0; i < order.size(); i += columns) {
        auto const end = std::min(i + columns, order.size());
        float high = 0;
        for (std::size_t j = i; j < end; ++j) {
            auto const column = static_cast<float>(j - i);
            auto const x = corner.x + frame_padding + column * (card_width + frame_gap);
            result.cards.emplace_back(order[j]->id, base::Vec2{x, top});
            high = std::max(high, heights[j]);
        }
        top += high + frame_gap;
    }
    result.area = {corner, corner + frame_size(heights, columns)};
    return result;
}

edit::Command frame_around(Scene const& scene, CardSet const& cards, model::GroupId id,
                           std::string title)
{
    base::Vec2 corner{scene.bounds().min.x, scene.bounds().max.y + 2 * card_gap};
    bool first = true;
    for (auto const* card : by_number(scene, cards)) {
        base::Vec2 const at{card->box.min.x - frame_padding, card->box.min.y - frame_head};
        corner = first ? at : base::Vec2{std::min(corner.x, at.x), std::min(corner.y, at.y)};
        first = false;
    }
    auto frame = arranged(scene, cards, corner);
    if (covers_others(scene, frame.area, cards))
        frame = arranged(scene, cards, free_corner(scene, cards, frame.area));
    lay_down_rest(scene, cards, frame.cards);
    return edit::AddGroup{
        id, std::move(title), frame.area, {cards.begin(), cards.end()}, std::move(frame.cards)};
}

edit::Command frame_on(Scene const& scene, base::Rect const& area, model::GroupId id,
                       std::string title)
{
    auto box = area;
    box.max.x = std::max(box.max.x, box.min.x + card_width + 2 * frame_padding);
    box.max.y = std::max(box.max.y, box.min.y + frame_least_height);
    edit::AddGroup add{id, std::move(title), box, {}, {}};
    for (auto card : scene.touched_by(box))
        if (box.contains(scene.find(card)->box.center())) add.members.push_back(card);
    for (auto card : scene.unlaid()) add.cards.emplace_back(card, scene.find(card)->box.min);
    return add;
}

std::optional<edit::Command> sent_to(Scene const& scene, CardSet const& cards, model::GroupId id)
{
    auto const* frame = scene.find(id);
    if (!frame || cards.empty()) return std::nullopt;
    auto all = members_of(scene, id);
    all.insert(cards.begin(), cards.end());
    auto const room = frame->box.width() - 2 * frame_padding + frame_gap;
    auto const columns = std::max(2.0F, std::floor(room / (card_width + frame_gap) + 0.01F));
    auto neat = arranged(scene, all, frame->box.min, static_cast<std::size_t>(columns));
    lay_down_rest(scene, all, neat.cards);
    return edit::SetMembers{{cards.begin(), cards.end()}, id, std::move(neat.cards)};
}

std::optional<edit::Command> linked(Scene const& scene, CardSet const& cards,
                                    model::AnnotationId id)
{
    auto const order = by_number(scene, cards);
    if (order.size() != 2) return std::nullopt;
    model::Annotation link;
    link.kind = model::AnnotationKind::link;
    link.from = order[0]->id;
    link.to = order[1]->id;
    return edit::SetAnnotations{{{id, link}}};
}

std::optional<edit::Command> removed(Selection const& selection)
{
    std::vector<model::AnnotationId> const marks(selection.marks.begin(), selection.marks.end());
    if (selection.frame) return edit::RemoveGroup{selection.frame};
    if (!selection.cards.empty())
        return edit::RemoveCases{{selection.cards.begin(), selection.cards.end()}, marks};
    if (!marks.empty()) return edit::RemoveAnnotations{marks};
    return std::nullopt;
}

std::optional<edit::Command> duplicated(Scene const& scene, Marks const& marks,
                                        Selection const& selection, MintCard const& mint_card,
                                        MintMark const& mint_mark, Selection& copies)
{
    constexpr base::Vec2 aside{28, 28};
    edit::Duplicate command{{}, {}, aside};
    copies = {};
    for (auto const* card : by_number(scene, selection.cards)) {
        auto const as = mint_card();
        command.cards.push_back({card->id, as, card->box.min + aside});
        copies.cards.insert(as);
    }
    for (auto id : selection.marks) {
        auto const* mark = marks.find(id);
        bool const link = mark && mark->kind == model::AnnotationKind::link;
        bool const alone =
            link && !(selection.cards.contains(mark->from) && selection.cards.contains(mark->to));
        if (!mark || alone) continue;
        auto const as = mint_mark();
        command.annotations.push_back({id, as});
        copies.marks.insert(as);
    }
    if (copies.empty()) return std::nullopt;
    return command;
}

std::optional<edit::Command> merged(Scene const& scene, CardSet const& cards)
{
    auto const order = by_number(scene, cards);
    if (order.size() < 2) return std::nullopt;
    edit::MergeCases merge{order.front()->id, {}};
    for (auto it = order.begin() + 1; it != order.end(); ++it) merge.from.push_back((*it)->id);
    return merge;
}

} // namespace board
