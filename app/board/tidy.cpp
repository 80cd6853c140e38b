#include "board/tidy.h"

#include <algorithm>
#include <cmath>

namespace board {
namespace {

constexpr float frame_apart = 24;
constexpr float free_below = 44;     // under the frames
constexpr float screen_shape = 1.6F; // of the part of the screen that the board has

// Something that is aligned: a card, or a text or stroke.
struct Thing {
    base::Rect box;
    model::CaseId card;
    model::AnnotationId mark;
    base::Vec2 at; // what its record says
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
    for (auto id : scene.unlaid())
        if (!moved.contains(id)) layout.cards.emplace_back(id, scene.find(id)->box.min);
}

// The command that moves each thing by what `by` says of it. None when none moves.
template <class F>
std::optional<edit::Command> moved(Scene const& scene, std::vector<Thing> const& things, F&& by)
{
    edit::LayOut layout;
    bool moves = false;
    for (auto const& thing : things) {
        base::Vec2 const step = by(thing);
        moves |= std::abs(step.x) > 0.05F || std::abs(step.y) > 0.05F; // finer than it is kept
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

// Rows of `columns` cards, each as high as its highest. Returns what they cover.
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

std::size_t columns_for(std::size_t cards)
{
    return std::max<std::size_t>(
        2, static_cast<std::size_t>(std::ceil(std::sqrt(0.8 * static_cast<double>(cards)))));
}

struct Packed {
    std::vector<Arranged> frames; // as in the scene
    base::Rect area;
};

Packed packed(Scene const& scene, std::vector<CardSet> const& members, base::Vec2 corner,
              std::size_t columns)
{
    Packed result{{}, {corner, corner}};
    std::vector<float> low(columns, corner.y);
    auto const wide = arranged(scene, {}, {}).area.width() + frame_apart;
    for (auto const& cards : members) {
        auto const shortest = std::min_element(low.begin(), low.end());
        auto const column = static_cast<float>(shortest - low.begin());
        result.frames.push_back(arranged(scene, cards, {corner.x + column * wide, *shortest}));
        auto const& area = result.frames.back().area;
        result.area = base::united(result.area, area);
        *shortest = area.max.y + frame_apart;
    }
    return result;
}

// How many free cards go side by side under frames that are `wide`.
std::size_t columns_under(float wide)
{
    return std::max<std::size_t>(
        2, static_cast<std::size_t>((wide + card_gap) / (card_width + card_gap)));
}

// In as many columns as bring it, with the free cards below, closest to the shape of the screen.
Packed best_packed(Scene const& scene, std::vector<CardSet> const& members, base::Vec2 corner,
                   std::size_t free, float free_height)
{
    Packed best{{}, {corner, corner}};
    float least = 0;
    for (std::size_t columns = 1; columns <= members.size(); ++columns) {
        auto now = packed(scene, members, corner, columns);
        auto const across = columns_under(now.area.width());
        auto const rows = static_cast<float>((free + across - 1) / across);
        auto const high = now.area.height() + rows * (free_height + card_gap);
        auto const size = std::max(now.area.width() / screen_shape, high);
        if (columns > 1 && size >= least) continue;
        least = size;
        best = std::move(now);
    }
    return best;
}

float mean_height(std::vector<Card const*> const& cards, RoomFor const& room)
{
    float sum = 0;
    for (auto const* card : cards) sum += room(*card);
    return cards.empty() ? 0 : sum / static_cast<float>(cards.size());
}

// Those not inside a frame that would be covered go below, as they lie to each other.
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

std::optional<edit::Command> tidied(Scene const& scene, model::GroupId id)
{
    auto const* frame = scene.find(id);
    if (!frame) return std::nullopt;
    CardSet members;
    for (auto const& card : scene.cards())
        if (card.group == id) members.insert(card.id);
    auto neat = arranged(scene, members, frame->box.min);
    return edit::MoveGroup{id, neat.area, std::move(neat.cards)};
}

std::optional<edit::Command> tidied(Scene const& scene, CardSet const& cards, RoomFor const& room)
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
    if (together) return tidied(scene, group);
    edit::LayOut layout;
    in_rows(by_number(std::move(found)), *corner, columns_for(cards.size()), room, layout.cards);
    if (!changes(scene, {}, layout)) return std::nullopt;
    lay_down(scene, layout);
    return edit::MoveCards{std::move(layout.cards)};
}

std::optional<TidyBoard> tidied_board(Scene const& scene, Marks const& marks, RoomFor const& room)
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
    auto const corner = scene.bounds().min;
    auto neat = best_packed(scene, members, corner, free.size(), mean_height(free, room));
    edit::LayOut layout;
    MarkSet carried;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        auto& frame = neat.frames[i];
        for (auto id : marks.inside_of(frames[i].box)) {
            if (!carried.insert(id).second) continue;
            layout.annotations.emplace_back(id, marks.find(id)->at + frame.area.min -
                                                    frames[i].box.min);
        }
        layout.frames.emplace_back(frames[i].id, frame.area);
        layout.cards.insert(layout.cards.end(), frame.cards.begin(), frame.cards.end());
    }
    auto area = neat.area;
    if (!free.empty()) {
        auto const below =
            frames.empty() ? corner : base::Vec2{corner.x, neat.area.max.y + free_below};
        auto const columns =
            frames.empty() ? columns_for(free.size()) : columns_under(neat.area.width());
        area = base::united(area, in_rows(by_number(free), below, columns, room, layout.cards));
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
