#include "board/scene.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace board {
namespace {

// Cards whose tops differ by less belong to one row in reading order.
constexpr float row = 60;

std::vector<model::CaseId> as_read(std::vector<Card> const& cards)
{
    std::vector<Card const*> order;
    order.reserve(cards.size());
    for (auto const& card : cards) order.push_back(&card);
    std::sort(order.begin(), order.end(), [](Card const* a, Card const* b) {
        return std::pair(a->box.min.y, a->box.min.x) < std::pair(b->box.min.y, b->box.min.x);
    });
    std::vector<model::CaseId> ids;
    ids.reserve(order.size());
    for (auto begin = order.begin(); begin != order.end();) {
        auto const limit = (*begin)->box.min.y + row;
        auto const end = std::find_if(begin, order.end(),
                                      [&](Card const* card) { return card->box.min.y >= limit; });
        std::sort(begin, end, [](Card const* a, Card const* b) {
            return std::tuple(a->box.min.x, a->box.min.y, a->number) <
                   std::tuple(b->box.min.x, b->box.min.y, b->number);
        });
        for (; begin != end; ++begin) ids.push_back((*begin)->id);
    }
    return ids;
}

// Whether a is drawn before b.
bool is_below(Card const& a, Card const& b)
{
    return std::tuple(a.raised, a.number, a.id) < std::tuple(b.raised, b.number, b.id);
}

} // namespace

std::optional<Grid::Index> Scene::index_of(model::CaseId id) const
{
    auto const it = by_id_.find(id.value);
    return it == by_id_.end() ? std::nullopt : std::optional(it->second);
}

Card const* Scene::find(model::CaseId id) const
{
    auto const at = index_of(id);
    return at ? &cards_[*at] : nullptr;
}

std::vector<model::CaseId> const& Scene::members(model::GroupId id) const
{
    static std::vector<model::CaseId> const none;
    auto const it = members_.find(id.value);
    return it == members_.end() ? none : it->second;
}

Frame const* Scene::find(model::GroupId id) const
{
    auto const it =
        std::find_if(frames_.begin(), frames_.end(), [&](Frame const& f) { return f.id == id; });
    return it == frames_.end() ? nullptr : &*it;
}

Card const* Scene::card_at(base::Vec2 at) const
{
    Card const* top = nullptr;
    grid_.each({at, at}, [&](Grid::Index i) {
        auto const& card = cards_[i];
        if (card.box.contains(at) && (!top || is_below(*top, card))) top = &card;
    });
    return top;
}

Frame const* Scene::frame_at(base::Vec2 at) const
{
    auto const it = std::find_if(frames_.rbegin(), frames_.rend(),
                                 [&](Frame const& f) { return f.box.contains(at); });
    return it == frames_.rend() ? nullptr : &*it;
}

Frame const* Scene::head_at(base::Vec2 at) const
{
    auto const* frame = frame_at(at);
    return frame && at.y < frame->box.min.y + frame_head ? frame : nullptr;
}

void Scene::find_in(base::Rect const& area, std::vector<Grid::Index>& found) const
{
    found.clear();
    auto const shows = [&](Grid::Index i) { return cards_[i].box.overlaps(area); };
    if (area.contains(bounds_.min) && area.contains(bounds_.max)) { // everything, already sorted
        for (auto const i : drawing_order())
            if (shows(i)) found.push_back(i);
        return;
    }
    grid_.each(area, [&](Grid::Index i) {
        if (shows(i)) found.push_back(i);
    });
    std::sort(found.begin(), found.end(),
              [&](Grid::Index a, Grid::Index b) { return is_below(cards_[a], cards_[b]); });
}

std::vector<Grid::Index> const& Scene::drawing_order() const
{
    return drawing_.get([&] {
        std::vector<Grid::Index> order(cards_.size());
        std::iota(order.begin(), order.end(), Grid::Index{0});
        std::sort(order.begin(), order.end(),
                  [&](Grid::Index a, Grid::Index b) { return is_below(cards_[a], cards_[b]); });
        return order;
    });
}

std::vector<Grid::Index> Scene::in(base::Rect const& area) const
{
    std::vector<Grid::Index> found;
    find_in(area, found);
    return found;
}

bool Scene::any_in(base::Rect const& area) const
{
    return std::any_of(frames_.begin(), frames_.end(),
                       [&](Frame const& f) { return f.box.overlaps(area); }) ||
           grid_.any(area, [&](Grid::Index i) { return cards_[i].box.overlaps(area); });
}

CardSet Scene::touched_by(base::Rect const& area) const
{
    std::vector<model::CaseId> ids;
    each_in(area, [&](Grid::Index i) { ids.push_back(cards_[i].id); });
    return {ids.begin(), ids.end()};
}

CardSet Scene::within(std::vector<base::Vec2> const& loop) const
{
    if (loop.size() < 3) return {};
    base::Rect around{loop.front(), loop.front()};
    for (auto p : loop) around = base::united(around, {p, p});
    std::vector<model::CaseId> ids;
    each_in(around, [&](Grid::Index i) {
        if (inside(loop, cards_[i].box.center())) ids.push_back(cards_[i].id);
    });
    return {ids.begin(), ids.end()};
}

std::vector<model::CaseId> const& Scene::reading_order() const
{
    return reading_.get([&] { return as_read(cards_); });
}

std::optional<model::CaseId> Scene::beside(std::optional<model::CaseId> from, Step step) const
{
    auto const& order = reading_order();
    if (order.empty()) return std::nullopt;
    auto const now = from ? std::find(order.begin(), order.end(), *from) : order.end();
    if (now == order.end()) return step == Step::next ? order.front() : order.back();
    if (step == Step::next)
        return now + 1 == order.end() ? std::nullopt : std::optional(*(now + 1));
    return now == order.begin() ? std::nullopt : std::optional(*(now - 1));
}

std::vector<base::Rect> Scene::boxes_in(base::Rect const& area) const
{
    std::vector<base::Rect> boxes;
    for (auto i : in(area)) boxes.push_back(cards_[i].box);
    for (auto const& frame : frames_)
        if (frame.box.overlaps(area)) boxes.push_back(frame.box);
    return boxes;
}

bool inside(std::vector<base::Vec2> const& loop, base::Vec2 at)
{
    bool in = false;
    for (std::size_t i = 0, j = loop.size() - 1; i < loop.size(); j = i++) {
        auto const a = loop[i], b = loop[j];
        if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x)
            in = !in;
    }
    return in;
}

} // namespace board
