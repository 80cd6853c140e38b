#include "board/tidy.h"

#include <algorithm>
#include <cmath>

namespace board {
namespace {

constexpr float read_at = 0.9F; // zoom for reading a frame

// Something to align: a card, a text or a stroke.
struct Thing {
    base::Rect box;
    model::CaseId card;
    model::AnnotationId mark;
    base::Vec2 at; // position in its record
};

std::vector<Thing> things_of(Scene const& scene, Marks const& marks, Selection const& selection)
{
    std::vector<Thing> things;
    for (auto id : selection.cards)
        if (auto const* card = scene.find(id)) things.push_back({card->box, id, {}, card->box.min});
    for (auto id : selection.marks) {
        auto const* mark = marks.find(id);
        if (mark && mark->kind != model::AnnotationKind::link)
            things.push_back({mark->box, {}, id, mark->at});
    }
    return things;
}

void lay_down(Scene const& scene, edit::LayOut& layout)
{
    CardSet moved;
    for (auto const& [id, at] : layout.cards) moved.insert(id);
    Places rest;
    for (auto id : scene.unlaid())
        if (!moved.contains(id)) rest.emplace_back(id, scene.find(id)->box.min);
    layout.cards.insert(layout.cards.begin(), rest.begin(), rest.end());
}

// The command that moves each thing by `by(thing)`. None when nothing moves.
template <class F>
std::optional<edit::Command> moved(Scene const& scene, std::vector<Thing> const& things, F&& by)
{
    edit::LayOut layout;
    bool moves = false;
    for (auto const& thing : things) {
        base::Vec2 const step = by(thing);
        // smaller moves are below the stored resolution
        moves |= std::abs(step.x) > 0.05F || std::abs(step.y) > 0.05F;
        if (thing.card)
            layout.cards.emplace_back(thing.card, thing.at + step);
        else
            layout.annotations.emplace_back(thing.mark, thing.at + step);
    }
    if (!moves) return std::nullopt;
    if (!layout.cards.empty()) lay_down(scene, layout);
    return layout;
}

std::vector<Card const*> by_number(std::vector<Card const*> cards)
{
    std::sort(cards.begin(), cards.end(),
              [](Card const* a, Card const* b) { return a->number < b->number; });
    return cards;
}

// Rows of `columns` cards, each as high as its highest card. Returns the area covered.
base::Rect in_rows(std::vector<Card const*> const& cards, base::Vec2 corner, std::size_t columns,
                   RoomFor const& room, Places& to)
{
    base::Rect covered{corner, corner};
    float top = corner.y;
    for (std::size_t i = 0; i < cards.size(); i += columns) {
        float high = 0;
        for (std::size_t j = i; j < std::min(i + columns, cards.size()); ++j) {
            base::Vec2 const at{corner.x + static_cast<float>(j - i) * (card_width + card_gap),
                                top};
            to.emplace_back(cards[j]->id, at);
            high = std::max(high, room(*cards[j]));
            covered.max = {std::max(covered.max.x, at.x + card_width), top + high};
        }
        top += high + card_gap;
    }
    return covered;
}

std::vector<float> heights_of(std::vector<Card const*> const& cards, RoomFor const& room)
{
    std::vector<float> heights;
    for (auto const* card : cards) heights.push_back(room(*card));
    return heights;
}

// Their heights in a frame.
std::vector<float> compact_heights(Scene const& scene, CardSet const& cards)
{
    std::vector<Card const*> found;
    for (auto id : cards) found.push_back(scene.find(id));
    return heights_of(by_number(std::move(found)), [](Card const& card) { return card.compact; });
}

// The number of columns in a frame: the smallest that shows it at reading zoom, or as near to it as
// possible.
std::size_t columns_of(std::vector<float> const& heights, Spaces const& spaces)
{
    std::size_t best = 2;
    float most = 0;
    for (std::size_t columns = 2; columns <= std::max<std::size_t>(2, heights.size()); ++columns) {
        auto const zoom = std::min(read_at, zoom_for(frame_size(heights, columns), spaces));
        if (zoom > most) best = columns, most = zoom;
    }
    return best;
}

// Annotations outside frames that would be covered move below, keeping their relative positions.
void clear_writing(Marks const& marks, MarkSet const& carried, base::Rect const& area,
                   edit::LayOut& layout)
{
    std::vector<Mark const*> covered;
    std::optional<base::Rect> block;
    for (auto i : marks.in(area)) {
        auto const& mark = marks.all()[i];
        if (mark.kind == model::AnnotationKind::link || carried.contains(mark.id)) continue;
        covered.push_back(&mark);
        block = block ? base::united(*block, mark.box) : mark.box;
    }
    if (!block) return;
    base::Vec2 const by{0, area.max.y + free_below - block->min.y};
    for (auto const* mark : covered) layout.annotations.emplace_back(mark->id, mark->at + by);
}

bool changes(Scene const& scene, Marks const& marks, edit::LayOut const& layout)
{
    auto const differs = [](base::Vec2 a, base::Vec2 b) {
        return std::abs(a.x - b.x) > 0.05F || std::abs(a.y - b.y) > 0.05F;
    };
    auto const card = [&](auto const& to) {
        return differs(scene.find(to.first)->box.min, to.second);
    };
    auto const frame = [&](auto const& to) {
        auto const& box = scene.find(to.first)->box;
        return differs(box.min, to.second.min) || differs(box.max, to.second.max);
    };
    auto const mark = [&](auto const& to) { return differs(marks.find(to.first)->at, to.second); };
    return std::any_of(layout.cards.begin(), layout.cards.end(), card) ||
           std::any_of(layout.frames.begin(), layout.frames.end(), frame) ||
           std::any_of(layout.annotations.begin(), layout.annotations.end(), mark);
}

} // namespace

std::optional<edit::Command> tidied(Scene const& scene, model::GroupId id, Spaces const& spaces)
{
    auto const* frame = scene.find(id);
    if (!frame) return std::nullopt;
    CardSet members;
    for (auto const& card : scene.cards())
        if (card.group == id) members.insert(card.id);
    auto neat = arranged(scene, members, frame->box.min,
                         columns_of(compact_heights(scene, members), spaces));
    return edit::MoveGroup{id, neat.area, std::move(neat.cards)};
}

std::optional<edit::Command> tidied(Scene const& scene, CardSet const& cards, RoomFor const& room,
                                    Spaces const& spaces)
{
    std::vector<Card const*> found;
    std::optional<base::Vec2> corner;
    for (auto id : cards) {
        auto const* card = scene.find(id);
        if (!card) continue;
        found.push_back(card);
        auto const at = card->box.min;
        corner = corner ? base::Vec2{std::min(corner->x, at.x), std::min(corner->y, at.y)} : at;
    }
    if (found.size() < 2) return std::nullopt;
    auto const group = found.front()->group;
    bool const together = group && std::all_of(found.begin(), found.end(), [&](Card const* card) {
                              return card->group == group;
                          });
    if (together) return tidied(scene, group, spaces);
    found = by_number(std::move(found));
    edit::LayOut layout;
    in_rows(found, *corner, best_columns(heights_of(found, room), card_gap, 1, spaces), room,
            layout.cards);
    if (!changes(scene, {}, layout)) return std::nullopt;
    lay_down(scene, layout);
    return edit::MoveCards{std::move(layout.cards)};
}

std::optional<TidyBoard> tidied_board(Scene const& scene, Marks const& marks, RoomFor const& room,
                                      Spaces const& spaces)
{
    auto const& frames = scene.frames();
    if (frames.empty() && scene.cards().empty()) return std::nullopt;
    std::vector<CardSet> members(frames.size());
    std::vector<Card const*> free;
    std::unordered_map<std::uint64_t, std::size_t> place;
    for (std::size_t i = 0; i < frames.size(); ++i) place.emplace(frames[i].id.value, i);
    for (auto const& card : scene.cards()) {
        auto const it = place.find(card.group.value);
        if (it == place.end())
            free.push_back(&card);
        else
            members[it->second].insert(card.id);
    }
    free = by_number(std::move(free));
    ToPack what{{}, heights_of(free, room)};
    for (auto const& cards : members) what.frames.push_back(compact_heights(scene, cards));
    auto const packed = best_packed(what, spaces);
    auto const corner = scene.bounds().min;
    base::Rect area{corner, corner + packed.size};
    edit::LayOut layout;
    MarkSet carried;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        auto const neat =
            arranged(scene, members[i], corner + packed.corners[i], 2 * packed.spans[i]);
        for (auto id : marks.inside_of(frames[i].box)) {
            if (!carried.insert(id).second) continue;
            layout.annotations.emplace_back(id,
                                            marks.find(id)->at + neat.area.min - frames[i].box.min);
        }
        layout.frames.emplace_back(frames[i].id, neat.area);
        layout.cards.insert(layout.cards.end(), neat.cards.begin(), neat.cards.end());
    }
    if (!free.empty()) {
        auto const below = frames.empty() ? corner : base::Vec2{corner.x, area.max.y + free_below};
        area = base::united(area, in_rows(free, below, packed.free_columns, room, layout.cards));
    }
    clear_writing(marks, carried, area, layout);
    TidyBoard result{std::nullopt, area};
    if (changes(scene, marks, layout)) result.command = std::move(layout);
    return result;
}

std::optional<edit::Command> aligned(Scene const& scene, Marks const& marks,
                                     Selection const& selection, Alignment how)
{
    auto const all = around(scene, marks, selection);
    auto const things = things_of(scene, marks, selection);
    if (!all || things.size() < 2) return std::nullopt;
    return moved(scene, things, [&](Thing const& thing) -> base::Vec2 {
        auto const& box = thing.box;
        switch (how) {
        case Alignment::left: return {all->min.x - box.min.x, 0};
        case Alignment::centre: return {all->center().x - box.center().x, 0};
        case Alignment::right: return {all->max.x - box.max.x, 0};
        case Alignment::top: return {0, all->min.y - box.min.y};
        case Alignment::middle: return {0, all->center().y - box.center().y};
        case Alignment::bottom: return {0, all->max.y - box.max.y};
        }
        return {};
    });
}

std::optional<edit::Command> spread(Scene const& scene, Marks const& marks,
                                    Selection const& selection, Direction direction)
{
    auto things = things_of(scene, marks, selection);
    if (things.size() < 3) return std::nullopt;
    bool const across = direction == Direction::across;
    auto const low = [&](Thing const& t) { return across ? t.box.min.x : t.box.min.y; };
    auto const size = [&](Thing const& t) { return across ? t.box.width() : t.box.height(); };
    std::sort(things.begin(), things.end(),
              [&](Thing const& a, Thing const& b) { return low(a) < low(b); });
    float taken = 0, end = low(things.front());
    for (auto const& thing : things) {
        taken += size(thing);
        end = std::max(end, low(thing) + size(thing));
    }
    auto const gap = (end - low(things.front()) - taken) / static_cast<float>(things.size() - 1);
    float next = low(things.front());
    return moved(scene, things, [&](Thing const& thing) -> base::Vec2 {
        auto const step = next - low(thing);
        next += size(thing) + gap;
        return across ? base::Vec2{step, 0} : base::Vec2{0, step};
    });
}

} // namespace board
