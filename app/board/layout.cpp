#include "board/layout.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace board {
namespace {

constexpr float pitch = card_width + card_gap;
constexpr int columns_least = 6;

// A number of columns about as wide as a screen.
int columns_for(std::size_t count)
{
    return std::max(columns_least,
                    static_cast<int>(std::lround(std::sqrt(1.03 * static_cast<double>(count)))));
}

// Columns ordered by height, then from left to right.
class Columns {
public:
    explicit Columns(int count)
        : height_(static_cast<std::size_t>(count), 0.0F)
    {
        for (int i = 0; i < count; ++i) order_.emplace(0.0F, i);
    }
    base::Vec2 take(float height)
    {
        auto const [low, column] = *order_.begin();
        raise(column, low + height + card_gap);
        return {static_cast<float>(column) * pitch, low};
    }
    // Reserves the space of a placed card: later cards go below it.
    void keep_clear(base::Rect const& box)
    {
        auto const first = static_cast<int>(std::floor((box.min.x - card_width) / pitch)) + 1;
        auto const last = static_cast<int>(std::ceil(box.max.x / pitch)) - 1;
        for (int i = std::max(0, first); i <= last && i < static_cast<int>(height_.size()); ++i)
            if (height_[static_cast<std::size_t>(i)] < box.max.y + card_gap)
                raise(i, box.max.y + card_gap);
    }

private:
    void raise(int column, float to)
    {
        auto& now = height_[static_cast<std::size_t>(column)];
        order_.erase({now, column});
        now = to;
        order_.emplace(to, column);
    }
    std::vector<float> height_;
    std::set<std::pair<float, int>> order_;
};

} // namespace

float card_height(Form form, float text_height)
{
    if (form == Form::compact) return std::max(compact_least, text_height + 2 * card_padding_y);
    return 2 * card_padding_y + card_head + card_head_gap + text_height;
}

std::vector<Slot> lay_out(std::vector<Piece> pieces)
{
    auto const unplaced = static_cast<std::size_t>(
        std::count_if(pieces.begin(), pieces.end(), [](Piece const& p) { return !p.at; }));
    std::vector<Slot> slots;
    if (unplaced == 0) return slots;
    std::sort(pieces.begin(), pieces.end(), [](Piece const& a, Piece const& b) {
        return std::pair(a.number, a.id) < std::pair(b.number, b.id);
    });
    slots.reserve(unplaced);
    Columns columns(columns_for(unplaced));
    for (auto const& piece : pieces) {
        if (!piece.at) {
            slots.push_back({piece.number, piece.id, columns.take(piece.height)});
        } else {
            auto const at = *piece.at;
            columns.keep_clear({at, {at.x + card_width, at.y + piece.height}});
        }
    }
    return slots;
}

base::Vec2 falls_at(base::Rect const& area, std::span<base::Rect const> cards, float height,
                    base::Rect const& hidden)
{
    auto const count = std::max(1, static_cast<int>((area.width() + card_gap) / pitch));
    base::Vec2 best{area.min};
    bool best_fits = false;
    for (int i = 0; i < count; ++i) {
        base::Rect const column{
            {area.min.x + static_cast<float>(i) * pitch, area.min.y},
            {area.min.x + static_cast<float>(i) * pitch + card_width, area.max.y}};
        float low = area.min.y;
        for (auto const& card : cards)
            if (card.min.x < column.max.x && column.min.x < card.max.x && card.max.y > area.min.y &&
                card.min.y < area.max.y)
                low = std::max(low, card.max.y + card_gap);
        bool const over_it = hidden.min.x < column.max.x && column.min.x < hidden.max.x;
        float const floor = over_it ? std::min(area.max.y, hidden.min.y - card_gap) : area.max.y;
        bool const fits = low + height <= floor;
        if (i == 0 || (fits && !best_fits) || (fits == best_fits && low < best.y)) {
            best = {column.min.x, low};
            best_fits = fits;
        }
    }
    return best;
}

} // namespace board
