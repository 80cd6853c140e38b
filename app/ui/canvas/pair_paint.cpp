#include "ui/canvas/pair_paint.h"

#include "ui/canvas/mark_paint.h"
#include "ui/kit/paint.h"
#include "ui/paint/title_paint.h"
#include "wording/duplicates.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float beside = 60; // board units: cards no further apart count as adjacent

float overlap(float a0, float a1, float b0, float b1)
{
    return std::min(a1, b1) - std::max(a0, b0);
}

// On the common edge of two cards: at its bottom when side by side, in its middle when one is below
// the other; else half way between.
base::Vec2 middle_of(base::Rect const& a, base::Rect const& b, float foot)
{
    if (overlap(a.min.y, a.max.y, b.min.y, b.max.y) > 0) {
        auto const x = (std::min(a.max.x, b.max.x) + std::max(a.min.x, b.min.x)) / 2;
        return {x, std::min(a.max.y, b.max.y) - foot};
    }
    if (overlap(a.min.x, a.max.x, b.min.x, b.max.x) > 0) {
        auto const y = (std::min(a.max.y, b.max.y) + std::max(a.min.y, b.min.y)) / 2;
        return {(std::max(a.min.x, b.min.x) + std::min(a.max.x, b.max.x)) / 2, y};
    }
    return (a.center() + b.center()) * 0.5F;
}

bool side_by_side(base::Rect const& a, base::Rect const& b)
{
    auto const near = base::grown(a, beside);
    bool const in_line = overlap(a.min.y, a.max.y, b.min.y, b.max.y) > 0 ||
                         overlap(a.min.x, a.max.x, b.min.x, b.max.x) > 0;
    return in_line && near.overlaps(b);
}

// The line between two cards, on the screen; its label is where it covers the fewest cards and
// frame titles.
base::Vec2 place_line(Canvas const& canvas, board::Card const& a, board::Card const& b,
                      base::Vec2 half, std::vector<base::Vec2>& on_screen)
{
    auto const& scene = canvas.state.scene;
    board::Between const between{
        scene, [&](board::Card const& card) { return &card != &a && &card != &b; }};
    auto const line = board::route(a.box, b.box, 0, &between);
    for (auto p : line) on_screen.push_back(canvas.view.to_screen(p));
    base::Vec2 best =
        (canvas.view.to_screen(a.box).center() + canvas.view.to_screen(b.box).center()) * 0.5F;
    auto fewest = scene.cards().size() + 1;
    if (line.empty()) return best;
    for (auto const share : {0.5F, 0.4F, 0.6F, 0.3F, 0.7F, 0.2F, 0.8F}) {
        auto const at = canvas.view.to_screen(board::along(line, share));
        auto const pill = canvas.view.to_board(base::Rect{at - half, at + half});
        auto const& frames = scene.frames();
        auto const titles =
            std::count_if(frames.begin(), frames.end(), [&](board::Frame const& frame) {
                return pill.overlaps(
                    {frame.box.min, {frame.box.max.x, frame.box.min.y + board::frame_head}});
            });
        auto const hidden = scene.in(pill).size() + static_cast<std::size_t>(titles);
        if (hidden < fewest) fewest = hidden, best = at;
    }
    return best;
}

} // namespace

std::optional<PairPlace> place_pair(Ui& ui, Canvas const& canvas)
{
    if (!canvas.pair || canvas.showing.carried) return std::nullopt;
    auto const* a = canvas.state.scene.find(canvas.pair->a);
    auto const* b = canvas.state.scene.find(canvas.pair->b);
    if (!a || !b) return std::nullopt;
    auto const on_a = canvas.view.to_screen(a->box), on_b = canvas.view.to_screen(b->box);
    PairPlace place{wording::likeness(*ui.words, canvas.pair->thousandths), {}, {}};
    base::Vec2 const half{text_width(ui, type::strong, place.text) / 2 + ui.px(15), ui.px(16)};
    auto const at = side_by_side(a->box, b->box) ? middle_of(on_a, on_b, 4 * canvas.view.scale())
                                                 : place_line(canvas, *a, *b, half, place.line);
    place.pill = {at - half, at + half};
    touch(ui, "pair.likeness", place.pill, place.text, Enabled::yes, Role::area);
    return place;
}

void paint_pair_line(Ui& ui, PairPlace const& place)
{
    paint_way(ui, place.line, ui.color().halo, ui.px(5));
    paint_way(ui, place.line, ui.color().accent, ui.px(2));
}

void paint_pair(Ui& ui, PairPlace const& place)
{
    auto const& c = ui.color();
    auto const round = place.pill.height() / 2;
    fill(ui, base::grown(place.pill, ui.px(2)), round + ui.px(2), c.halo);
    fill(ui, place.pill, round, c.accent);
    draw_text_in(ui, place.pill, type::strong, c.onaccent, place.text, Align::centre);
}

} // namespace ui
