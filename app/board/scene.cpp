#include "board/scene.h"

#include <algorithm>
#include <cmath>

namespace board {
namespace {

// Cards whose tops differ by less than this are read as one row.
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

} // namespace

Scene::Scene(model::Document const& doc, Measure const& measure, Form others)
{
    auto const& merges = model::table<model::Merge>(doc);
    auto const& members = model::table<model::Membership>(doc);
    auto const& places = model::table<model::CardPlace>(doc);

    std::unordered_map<std::uint64_t, base::Vec2> slots;
    for (auto const& slot : lay_out(doc, measure)) slots.emplace(slot.id.value, slot.at);
    std::unordered_map<std::uint64_t, int> absorbed;
    for (auto const& [id, merge] : merges) ++absorbed[merge.into.value];

    cards_.reserve(model::table<model::Case>(doc).size());
    for (auto const& [id, text] : model::table<model::Case>(doc)) {
        auto const place = places.find(id);
        if (merges.contains(id)) continue;
        if (place == places.end()) unlaid_.push_back(id);
        Card card{id, {}, others, text.number, 0, 0, {}};
        if (auto const member = members.find(id); member != members.end()) {
            card.group = member->second.group;
            card.form = Form::compact;
        }
        if (auto const more = absorbed.find(id.value); more != absorbed.end())
            card.merged = more->second;
        auto const at = place != places.end() ? place->second.at : slots[id.value];
        card.compact = card_height(Form::compact, measure(id, text, Form::compact));
        auto const high = card.form == Form::compact
                              ? card.compact
                              : card_height(Form::full, measure(id, text, Form::full));
        card.box = {at, {at.x + card_width, at.y + high}};
        cards_.push_back(card);
    }
    std::sort(cards_.begin(), cards_.end(), [](Card const& a, Card const& b) {
        return std::pair(a.number, a.id) < std::pair(b.number, b.id);
    });
    by_id_.reserve(cards_.size());
    for (Grid::Index i = 0; i < cards_.size(); ++i) {
        by_id_.emplace(cards_[i].id.value, i);
        grid_.add(i, cards_[i].box);
        bounds_ = i == 0 ? cards_[i].box : base::united(bounds_, cards_[i].box);
    }
    reading_ = as_read(cards_);
    add_frames(doc);
}

void Scene::add_frames(model::Document const& doc)
{
    for (auto const& [id, laid] : model::table<model::GroupFrame>(doc))
        frames_.push_back({id, laid.area, model::get<model::Group>(doc, id).number, 0});
    std::sort(frames_.begin(), frames_.end(),
              [](Frame const& a, Frame const& b) { return a.number < b.number; });
    for (auto const& card : cards_) {
        if (!card.group) continue;
        auto const frame = std::find_if(frames_.begin(), frames_.end(),
                                        [&](Frame const& f) { return f.id == card.group; });
        if (frame == frames_.end()) continue;
        ++frame->cards;
        auto around = base::grown(card.box, frame_padding);
        around.min.y = card.box.min.y - frame_head;
        frame->box = base::united(frame->box, around);
    }
    for (auto const& frame : frames_)
        bounds_ = cards_.empty() && &frame == &frames_.front() ? frame.box
                                                               : base::united(bounds_, frame.box);
}

Card const* Scene::find(model::CaseId id) const
{
    auto const it = by_id_.find(id.value);
    return it == by_id_.end() ? nullptr : &cards_[it->second];
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
        if (card.box.contains(at) && (!top || card.number > top->number)) top = &card;
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

std::vector<Grid::Index> Scene::in(base::Rect const& area) const
{
    std::vector<Grid::Index> found;
    grid_.each(area, [&](Grid::Index i) {
        if (cards_[i].box.overlaps(area)) found.push_back(i);
    });
    std::sort(found.begin(), found.end());
    return found;
}

CardSet Scene::touched_by(base::Rect const& area) const
{
    CardSet ids;
    for (auto i : in(area)) ids.insert(cards_[i].id);
    return ids;
}

CardSet Scene::within(std::vector<base::Vec2> const& loop) const
{
    CardSet ids;
    if (loop.size() < 3) return ids;
    base::Rect around{loop.front(), loop.front()};
    for (auto p : loop) around = base::united(around, {p, p});
    for (auto i : in(around))
        if (inside(loop, cards_[i].box.center())) ids.insert(cards_[i].id);
    return ids;
}

std::optional<model::CaseId> Scene::beside(std::optional<model::CaseId> from, Step step) const
{
    if (reading_.empty()) return std::nullopt;
    auto const now = from ? std::find(reading_.begin(), reading_.end(), *from) : reading_.end();
    if (now == reading_.end()) return step == Step::next ? reading_.front() : reading_.back();
    if (step == Step::next)
        return now + 1 == reading_.end() ? std::nullopt : std::optional(*(now + 1));
    return now == reading_.begin() ? std::nullopt : std::optional(*(now - 1));
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
