#include "board/tool.h"

#include <array>
#include <cmath>

namespace board {
namespace {

constexpr float lasso_step = 4, draw_step = 2;  // screen pixels
constexpr float mark_reach = 7, edge_reach = 6; // design pixels
constexpr double fingers_s = 0.4;

// Appends a point when the pointer has moved by a visible distance, pressed or not.
bool drawn_on(Line& line, base::Vec2 at, View const& view, float step)
{
    if (line.empty()) return false;
    if (base::distance(line.back(), at) * view.scale() >= step) line.push_back(at);
    return true;
}

Sides sides_at(base::Rect const& box, base::Vec2 at, float reach)
{
    if (!base::grown(box, reach).contains(at)) return {};
    auto const side = [&](float low, float high, float v) {
        if (std::abs(v - low) <= reach) return -1;
        return std::abs(v - high) <= reach ? 1 : 0;
    };
    return {side(box.min.x, box.max.x, at.x), side(box.min.y, box.max.y, at.y)};
}

} // namespace

Under under(Scene const& scene, Marks const& marks, View const& view, base::Vec2 at)
{
    auto const px = view.density / view.scale(); // board units per design pixel
    Under found;
    if ((found.mark = marks.above_at(at, mark_reach * px))) return found;
    if ((found.card = scene.card_at(at))) return found;
    if ((found.mark = marks.below_at(at, mark_reach * px))) return found;
    for (auto frame = scene.frames().rbegin(); frame != scene.frames().rend(); ++frame) {
        found.sides = sides_at(frame->box, at, edge_reach * px);
        if (found.sides != Sides{}) {
            found.edge = &*frame;
            return found;
        }
        if (frame->box.contains(at)) break; // the frame covers what is below it
    }
    found.head = scene.head_at(at);
    return found;
}

ToolResult HandTool::on(Pointer const& pointer)
{
    ToolResult out;
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

ToolResult LassoTool::on(Pointer const& pointer, Scenery const& around)
{
    auto const at = around.view.to_board(pointer.at);
    ToolResult out;
    switch (pointer.kind) {
    case Pointer::Kind::cancel: line_.clear(); break;
    case Pointer::Kind::down: line_ = {at}; break;
    case Pointer::Kind::move:
        if (drawn_on(line_, at, around.view, lasso_step)) out.lasso = line_;
        break;
    case Pointer::Kind::up: {
        if (line_.empty()) break;
        Selection caught{around.scene.within(line_), {}, around.marks.within(line_)};
        if (line_.size() < 3) { // hardly moved: treated as a click
            auto const found = under(around.scene, around.marks, around.view, at);
            if (found.card) caught.cards.insert(found.card->id);
            if (found.mark) caught.marks.insert(found.mark->id);
        } else {
            out.looped = line_;
        }
        if (pointer.reach == Pointer::Reach::adding) {
            auto const& before = around.selection;
            caught.cards.insert(before.cards.begin(), before.cards.end());
            caught.marks.insert(before.marks.begin(), before.marks.end());
        }
        out.select = caught;
        line_.clear();
        break;
    }
    }
    return out;
}

ToolResult FrameTool::on(Pointer const& pointer, Scenery const& around)
{
    auto const at = around.view.to_board(pointer.at);
    ToolResult out;
    switch (pointer.kind) {
    case Pointer::Kind::cancel: from_.reset(); break;
    case Pointer::Kind::down: from_ = at; break;
    case Pointer::Kind::move:
        if (from_) out.marquee = base::spanned(*from_, at);
        break;
    case Pointer::Kind::up:
        if (from_) out.drawn = base::spanned(*from_, at);
        from_.reset();
        break;
    }
    return out;
}

ToolResult PlaceTool::on(Pointer const& pointer, Scenery const& around)
{
    ToolResult out;
    switch (pointer.kind) {
    case Pointer::Kind::cancel: at_.reset(); break;
    case Pointer::Kind::down: at_ = around.view.to_board(pointer.at); break;
    case Pointer::Kind::move: break;
    case Pointer::Kind::up: out.pressed = std::exchange(at_, std::nullopt); break;
    }
    return out;
}

ToolResult LinkTool::on(Pointer const& pointer, Scenery const& around)
{
    auto const at = around.view.to_board(pointer.at);
    auto const* card = around.scene.card_at(at);
    ToolResult out;
    if (pointer.kind == Pointer::Kind::down) from_ = card ? card->id : model::CaseId{};
    if (!from_) return out;
    Linking const link{from_, card && card->id != from_ ? card->id : model::CaseId{}, at};
    switch (pointer.kind) {
    case Pointer::Kind::cancel: from_ = {}; break;
    case Pointer::Kind::down: out.select = Selection{{from_}, {}}; break;
    case Pointer::Kind::move: out.linking = link; break;
    case Pointer::Kind::up:
        if (link.to) out.linked = link;
        from_ = {};
        break;
    }
    return out;
}

ToolResult DrawTool::on(Pointer const& pointer, Scenery const& around)
{
    auto const at = around.view.to_board(pointer.at);
    ToolResult out;
    switch (pointer.kind) {
    case Pointer::Kind::cancel: line_.clear(); break;
    case Pointer::Kind::down:
        line_ = {at};
        out.stroke = line_;
        break;
    case Pointer::Kind::move:
        if (drawn_on(line_, at, around.view, draw_step)) out.stroke = line_;
        break;
    case Pointer::Kind::up:
        if (drawn_on(line_, at, around.view, draw_step)) out.stroked = line_;
        line_.clear();
        break;
    }
    return out;
}

WheelHand::Answer WheelHand::on(Turn const& turn, double now_s)
{
    auto const part = [](float v) { return v != std::round(v); };
    if (part(turn.notches.x) || part(turn.notches.y)) fingers_until_s_ = now_s + fingers_s;
    bool const fingers = now_s < fingers_until_s_;
    if (fingers) fingers_until_s_ = now_s + fingers_s;
    switch (turn.held) {
    case Turn::Held::ctrl: return {{}, turn.notches.y};
    case Turn::Held::shift: return {{turn.notches.x + turn.notches.y, 0}, 0};
    case Turn::Held::nothing: break;
    }
    if (fingers) return {turn.notches, 0};
    return {{turn.notches.x, 0}, turn.notches.y};
}

} // namespace board
