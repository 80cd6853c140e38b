#include "board/pack.h"

#include "board/layout.h"
#include "board/scene.h"

#include <algorithm>

namespace board {
namespace {

constexpr float worth_it = 1.02F;      // required gain in size for one more column
constexpr std::size_t widest = 40;     // most columns of frames
constexpr std::size_t least_cards = 2; // fewest cards side by side in a frame

float wide(std::size_t cards, float gap)
{
    return static_cast<float>(cards) * (card_width + gap) - gap;
}

// Puts each frame in the columns where it starts highest; among equals the leftmost.
Packed packed(std::vector<std::vector<base::Vec2>> const& sizes,
              std::vector<std::size_t> const& spans, std::size_t columns)
{
    Packed result{spans, {}, {}};
    std::vector<float> low(columns, 0);
    auto const pitch = frame_size({}, least_cards).x + frame_apart;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        auto const span = spans[i];
        std::size_t at = 0;
        float top = 0;
        for (std::size_t c = 0; c + span <= columns; ++c) {
            auto const first = low.begin() + static_cast<std::ptrdiff_t>(c);
            auto const here = *std::max_element(first, first + static_cast<std::ptrdiff_t>(span));
            if (c == 0 || here < top) at = c, top = here;
        }
        base::Vec2 const corner{static_cast<float>(at) * pitch, top};
        auto const end = corner + sizes[i][span - 1];
        for (std::size_t c = at; c < at + span; ++c) low[c] = end.y + frame_apart;
        result.corners.push_back(corner);
        result.size = {std::max(result.size.x, end.x), std::max(result.size.y, end.y)};
    }
    return result;
}

// The width of each frame in columns when the one with the most cards has `most`.
std::vector<std::size_t> spans_for(std::vector<std::vector<float>> const& frames, std::size_t most)
{
    std::size_t largest = 1;
    for (auto const& cards : frames) largest = std::max(largest, cards.size());
    auto const row = least_cards * most;
    auto const rows = (largest + row - 1) / row;
    std::vector<std::size_t> spans;
    for (auto const& cards : frames) {
        auto const needs = least_cards * rows;
        spans.push_back(std::max<std::size_t>(1, (cards.size() + needs - 1) / needs));
    }
    return spans;
}

} // namespace

float zoom_for(base::Vec2 size, Spaces const& spaces)
{
    float zoom = 0;
    for (auto const& space : spaces)
        zoom = std::max(
            zoom, std::min(space.x / std::max(size.x, 1.0F), space.y / std::max(size.y, 1.0F)));
    return zoom;
}

base::Vec2 size_in_rows(std::vector<float> const& heights, std::size_t columns, float gap)
{
    if (heights.empty()) return {};
    float high = -gap;
    for (std::size_t i = 0; i < heights.size(); i += columns) {
        auto const end = std::min(i + columns, heights.size());
        high += gap + *std::max_element(heights.begin() + static_cast<std::ptrdiff_t>(i),
                                        heights.begin() + static_cast<std::ptrdiff_t>(end));
    }
    return {wide(std::min(columns, heights.size()), gap), high};
}

std::size_t best_columns(std::vector<float> const& heights, float gap, std::size_t least,
                         Spaces const& spaces)
{
    std::size_t best = least;
    float most = 0;
    for (auto columns = least; columns <= std::max(heights.size(), least); ++columns) {
        if (most > 0 && zoom_for({wide(columns, gap), 1}, spaces) <= most) break;
        auto const zoom = zoom_for(size_in_rows(heights, columns, gap), spaces);
        if (most > 0 && zoom <= most * worth_it) continue;
        best = columns;
        most = zoom;
    }
    return best;
}

base::Vec2 frame_size(std::vector<float> const& heights, std::size_t columns)
{
    auto const rows = size_in_rows(heights, columns, frame_gap).y;
    return {wide(columns, frame_gap) + 2 * frame_padding,
            frame_head + std::max(compact_least, rows) + frame_padding};
}

Packed best_packed(ToPack const& what, Spaces const& spaces)
{
    std::vector<base::Vec2> below; // size of the free cards, per number of columns
    auto const below_in = [&](std::size_t columns) {
        while (below.size() < columns)
            below.push_back(size_in_rows(what.free, below.size() + 1, card_gap));
        return below[columns - 1];
    };
    Packed best;
    float most = 0;
    auto const consider = [&](Packed const& now) {
        auto const most_free = std::max<std::size_t>(1, what.free.size());
        for (std::size_t columns = 1; columns <= most_free; ++columns) {
            auto all = now.size;
            if (!what.free.empty()) {
                auto const free = below_in(columns);
                all.x = std::max(all.x, free.x);
                all.y += free.y + (what.frames.empty() ? 0 : free_below);
            }
            if (most > 0 && zoom_for({all.x, 1}, spaces) <= most) break;
            auto const zoom = zoom_for(all, spaces);
            if (most > 0 && zoom <= most * worth_it) continue;
            most = zoom;
            best = now;
            best.free_columns = columns;
        }
    };
    if (what.frames.empty()) {
        consider({});
        return best;
    }
    auto const frames = what.frames.size();
    for (std::size_t most_span = 1; most_span <= widest; ++most_span) {
        auto const spans = spans_for(what.frames, most_span);
        auto const needs = *std::max_element(spans.begin(), spans.end());
        if (needs < most_span) continue; // same result as with fewer
        std::vector<std::vector<base::Vec2>> sizes(frames);
        std::size_t all = 0;
        for (std::size_t i = 0; i < frames; ++i) {
            all += spans[i];
            for (std::size_t span = 1; span <= spans[i]; ++span)
                sizes[i].push_back(frame_size(what.frames[i], least_cards * span));
        }
        for (auto columns = needs; columns <= std::min(all, widest); ++columns)
            consider(packed(sizes, spans, columns));
    }
    return best;
}

} // namespace board
