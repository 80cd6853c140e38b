#include "board/tool.h"

#include <cmath>

namespace board {
namespace {

constexpr float drag_threshold = 4; // design pixels
constexpr float lasso_step = 4;

float distance(base::Vec2 a, base::Vec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }

base::Rect spanned(base::Vec2 a, base::Vec2 b)
{
    return {{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}};
}

Selection surrounded(Scene const& scene, base::Rect const& area, Selection const& before)
{
    Selection now{scene.touched_by(area), {}};
    now.cards.insert(before.cards.begin(), before.cards.end());
    return now;
}

} // namespace

Outcome SelectTool::press(Pointer const& pointer, Scenery const& around)
{
    auto const at = around.view.to_board(pointer.at);
    auto const& now = around.selection;
    Outcome out;
    Pressing pressing{pointer.at, true, {}};
    if (auto const* card = around.scene.card_at(at)) {
        if (pointer.reach == Pointer::Reach::adding) {
            Selection joined{now.cards, {}};
            if (joined.cards.insert(card->id).second) {
                out.select = joined;
            } else { // leaves the selection, unless the press becomes a drag
                joined.cards.erase(card->id);
                pressing.at_release = joined;
            }
        } else if (now.cards.contains(card->id)) {
            pressing.at_release = Selection{{card->id}, {}};
        } else {
            out.select = Selection{{card->id}, {}};
        }
    } else if (auto const* frame = around.scene.head_at(at)) {
        out.select = Selection{{}, frame->id};
    } else {
        pressing.on_something = false;
        if (pointer.reach == Pointer::Reach::alone) pressing.at_release = Selection{};
    }
    state_ = pressing;
    return out;
}

Outcome SelectTool::on(Pointer const& pointer, Scenery const& around)
{
    using Kind = Pointer::Kind;
    if (pointer.kind == Kind::cancel) {
        state_ = Idle{};
        return {};
    }
    if (pointer.kind == Kind::down) return press(pointer, around);

    if (auto const* pressing = std::get_if<Pressing>(&state_)) {
        if (pointer.kind == Kind::up) {
            Outcome out;
            out.select = pressing->at_release;
            if (!pressing->on_something) out.pressed = around.view.to_board(pointer.at);
            state_ = Idle{};
            return out;
        }
        auto const from = pressing->from;
        if (distance(pointer.at, from) < drag_threshold * around.view.density) return {};
        if (pressing->on_something) {
            state_ = Carrying{from};
        } else {
            auto const kept =
                pointer.reach == Pointer::Reach::adding ? around.selection : Selection{};
            state_ = Surrounding{around.view.to_board(from), kept};
        }
    }
    Outcome out;
    if (auto const* carrying = std::get_if<Carrying>(&state_)) {
        auto const by = (pointer.at - carrying->from) * (1 / around.view.scale());
        if (pointer.kind == Kind::up) {
            out.dropped = by;
            state_ = Idle{};
        } else {
            out.carried = by;
        }
    } else if (auto const* ring = std::get_if<Surrounding>(&state_)) {
        auto const area = spanned(ring->from, around.view.to_board(pointer.at));
        out.select = surrounded(around.scene, area, ring->before);
        if (pointer.kind == Kind::up)
            state_ = Idle{};
        else
            out.marquee = area;
    }
    return out;
}

Outcome HandTool::on(Pointer const& pointer)
{
    Outcome out;
    switch (pointer.kind) {
    case Pointer::Kind::down: last_ = pointer.at; break;
    case Pointer::Kind::move:
        if (last_) out.panned = pointer.at - *last_, last_ = pointer.at;
        break;
    case Pointer::Kind::up:
    case Pointer::Kind::cancel: last_.reset(); break;
    }
    return out;
}

Outcome LassoTool::on(Pointer const& pointer, Scenery const& around)
{
    auto const at = around.view.to_board(pointer.at);
    Outcome out;
    switch (pointer.kind) {
    case Pointer::Kind::cancel: line_.clear(); break;
    case Pointer::Kind::down: line_ = {at}; break;
    case Pointer::Kind::move:
        if (line_.empty()) break;
        if (distance(line_.back(), at) * around.view.scale() >= lasso_step) line_.push_back(at);
        out.lasso = line_;
        break;
    case Pointer::Kind::up: {
        if (line_.empty()) break;
        Selection caught{around.scene.within(line_), {}};
        if (line_.size() < 3) // hardly moved: a click
            if (auto const* card = around.scene.card_at(at)) caught.cards.insert(card->id);
        if (pointer.reach == Pointer::Reach::adding)
            caught.cards.insert(around.selection.cards.begin(), around.selection.cards.end());
        out.select = caught;
        line_.clear();
        break;
    }
    }
    return out;
}

Outcome FrameTool::on(Pointer const& pointer, Scenery const& around)
{
    auto const at = around.view.to_board(pointer.at);
    Outcome out;
    switch (pointer.kind) {
    case Pointer::Kind::cancel: from_.reset(); break;
    case Pointer::Kind::down: from_ = at; break;
    case Pointer::Kind::move:
        if (from_) out.marquee = spanned(*from_, at);
        break;
    case Pointer::Kind::up:
        if (from_) out.drawn = spanned(*from_, at);
        from_.reset();
        break;
    }
    return out;
}

} // namespace board
