#include "board/split.h"

#include <algorithm>
#include <cmath>

namespace board {
namespace {

constexpr int rings = 40; // number of rings of positions tried around a card

// The occupied area while cards are placed one by one.
class Ground {
public:
    Ground(Scene const& scene, CardSet const& gone)
        : scene_(scene)
        , gone_(gone)
    {
    }
    // `frame`: the card's own frame; a free card must not overlap any frame.
    [[nodiscard]] bool is_free(base::Rect const& box, Frame const* frame) const
    {
        for (auto id : scene_.touched_by(box))
            if (!gone_.contains(id)) return false;
        if (std::any_of(laid_.begin(), laid_.end(), [&](Laid const& l) {
                return base::grown(l.box, l.frame == frame ? 0 : frame_padding).overlaps(box);
            }))
            return false;
        if (frame)
            return box.min.x >= frame->box.min.x && box.max.x <= frame->box.max.x &&
                   box.min.y >= frame->box.min.y + frame_head && box.max.y <= frame->box.max.y;
        return std::none_of(scene_.frames().begin(), scene_.frames().end(),
                            [&](Frame const& f) { return f.box.overlaps(box); });
    }
    // Below the last card of a frame, which then grows.
    [[nodiscard]] base::Vec2 foot(Frame const& frame) const
    {
        base::Vec2 at{frame.box.min.x + frame_padding, frame.box.min.y + frame_head};
        auto const below = [&](base::Rect const& box) {
            at.y = std::max(at.y, box.max.y + frame_gap);
        };
        for (auto const& card : scene_.cards())
            if (card.group == frame.id && !gone_.contains(card.id)) below(card.box);
        for (auto const& laid : laid_)
            if (laid.frame == &frame) below(laid.box);
        return at;
    }
    void lay(base::Rect const& box, Frame const* frame) { laid_.push_back({box, frame}); }

private:
    Scene const& scene_;
    CardSet const& gone_;
    struct Laid {
        base::Rect box;
        Frame const* frame = nullptr;
    };
    std::vector<Laid> laid_;
};

base::Rect box_at(base::Vec2 at, base::Vec2 size) { return {at, at + size}; }

// Positions around `home`, nearest first: right, below, left, above, then further out.
std::vector<base::Vec2> around(base::Rect const& home, base::Vec2 size, float gap)
{
    struct Try {
        base::Vec2 at;
        float far = 0;
        int turn = 0;
    };
    auto const dx = size.x + gap, dy = std::max(size.y, home.height()) + gap;
    std::vector<Try> tries;
    for (int row = -rings; row <= rings; ++row)
        for (int column = -rings; column <= rings; ++column) {
            if (row == 0 && column == 0) continue;
            auto const x = static_cast<float>(column) * dx, y = static_cast<float>(row) * dy;
            int const turn = column > 0 ? 0 : row > 0 ? 1 : column < 0 ? 2 : 3;
            tries.push_back({home.min + base::Vec2{x, y}, std::hypot(x, y * 2), turn});
        }
    std::stable_sort(tries.begin(), tries.end(), [](Try const& a, Try const& b) {
        return std::pair(a.far, a.turn) < std::pair(b.far, b.turn);
    });
    std::vector<base::Vec2> places;
    places.reserve(tries.size());
    for (auto const& one : tries) places.push_back(one.at);
    return places;
}

struct Apart {
    base::Vec2 size;
    std::optional<base::Vec2> was;
    Frame const* frame = nullptr;
    Card const* stood = nullptr; // the card that represented it
};

base::Vec2 place_of(Scene const& scene, Ground const& ground, Apart const& piece)
{
    if (piece.was && ground.is_free(box_at(*piece.was, piece.size), piece.frame)) return *piece.was;
    bool const together =
        piece.stood && piece.stood->group == (piece.frame ? piece.frame->id : model::GroupId{});
    if (piece.frame && !together) return ground.foot(*piece.frame);
    base::Rect home = piece.stood ? piece.stood->box : base::Rect{};
    // For a card that leaves a frame: beside the frame's edge, at the height of the representing
    // card.
    if (auto const* around_it = piece.stood ? scene.find(piece.stood->group) : nullptr;
        around_it && !piece.frame)
        home = {{around_it->box.max.x - card_width, home.min.y},
                {around_it->box.max.x, home.max.y}};
    for (auto const at : around(home, piece.size, piece.frame ? frame_gap : card_gap))
        if (ground.is_free(box_at(at, piece.size), piece.frame)) return at;
    if (piece.frame) return ground.foot(*piece.frame);
    return {scene.bounds().min.x, scene.bounds().max.y + card_gap};
}

} // namespace

std::vector<model::CaseId> absorbed_by(model::Document const& doc, CardSet const& cards)
{
    std::vector<model::CaseId> ids;
    for (auto const& [id, merge] : model::table<model::Merge>(doc))
        if (cards.contains(merge.into)) ids.push_back(id);
    return ids;
}

Places places_apart(Scene const& scene, model::Document const& doc, Measure const& measure,
                    Form others, std::vector<model::CaseId> const& absorbed, CardSet const& gone)
{
    std::vector<std::pair<int, model::CaseId>> by_number;
    for (auto id : absorbed)
        if (auto const* text = model::find<model::Case>(doc, id))
            by_number.emplace_back(text->number, id);
    std::sort(by_number.begin(), by_number.end());
    Ground ground(scene, gone);
    Places to;
    for (auto const& [number, id] : by_number) {
        Apart piece;
        if (auto const* place = model::find<model::CardPlace>(doc, id)) piece.was = place->at;
        if (auto const* member = model::find<model::Membership>(doc, id))
            piece.frame = scene.find(member->group);
        if (auto const* merge = model::find<model::Merge>(doc, id))
            piece.stood = scene.find(merge->into);
        auto const form = piece.frame ? Form::compact : others;
        piece.size = {card_width,
                      card_height(form, measure(id, *model::find<model::Case>(doc, id), form))};
        auto const at = place_of(scene, ground, piece);
        ground.lay(box_at(at, piece.size), piece.frame);
        to.emplace_back(id, at);
    }
    for (auto id : scene.unlaid())
        if (!gone.contains(id)) to.emplace_back(id, scene.find(id)->box.min);
    return to;
}

} // namespace board
