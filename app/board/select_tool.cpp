#include "board/tool.h"

#include <cmath>

namespace board {
namespace {

constexpr float drag_threshold = 4; // design pixels
constexpr float least_side = 120;   // of a frame, board units

// Adds to the selection; an element already selected is removed at release, unless the press
// becomes a drag.
template <class Set, class Id>
void add_or_drop(Set Selection::*set, Id id, Selection joined, ToolResult& out,
                 std::optional<Selection>& at_release)
{
    joined.frame = {};
    if ((joined.*set).insert(id).second) {
        out.select = std::move(joined);
        return;
    }
    (joined.*set).erase(id);
    at_release = std::move(joined);
}

// The area that the frame's cards need.
base::Rect least_of(Scene const& scene, model::GroupId id)
{
    std::optional<base::Rect> least;
    for (auto const& card : scene.cards()) {
        if (card.group != id) continue;
        auto box = base::grown(card.box, frame_padding);
        box.min.y = card.box.min.y - frame_head;
        least = least ? base::united(*least, box) : box;
    }
    return least.value_or(base::Rect{});
}

// The box with the dragged sides moved by `by`, limited by its cards.
base::Rect stretched_box(base::Rect const& was, Sides sides, base::Rect const& least, base::Vec2 by)
{
    bool const cards = least.width() > 0;
    auto box = was;
    auto const hold = [&](int side, float& low, float& high, float d, float first, float last) {
        if (side < 0) low = std::min({low + d, high - least_side, cards ? first : low + d});
        if (side > 0) high = std::max({high + d, low + least_side, cards ? last : high + d});
    };
    hold(sides.x, box.min.x, box.max.x, by.x, least.min.x, least.max.x);
    hold(sides.y, box.min.y, box.max.y, by.y, least.min.y, least.max.y);
    return box;
}

} // namespace

std::optional<base::Rect> around(Scene const& scene, Marks const& marks, Selection const& selection)
{
    std::optional<base::Rect> box;
    auto const add = [&](base::Rect const& one) { box = box ? base::united(*box, one) : one; };
    for (auto id : selection.cards)
        if (auto const* card = scene.find(id)) add(card->box);
    for (auto id : selection.marks) {
        auto const* mark = marks.find(id);
        if (mark && mark->kind != model::AnnotationKind::link) add(mark->box);
    }
    if (auto const* frame = scene.find(selection.frame)) add(frame->box);
    return box;
}

ToolResult SelectTool::press(Pointer const& pointer, Scenery const& around)
{
    using On = Pressing::On;
    auto const& now = around.selection;
    auto const found =
        under(around.scene, around.marks, around.view, around.view.to_board(pointer.at));
    bool const adding = pointer.reach == Pointer::Reach::adding;
    ToolResult out;
    Pressing pressing;
    pressing.from = pointer.at;
    pressing.on = On::thing;
    if (found.card) {
        auto const id = found.card->id;
        if (adding)
            add_or_drop(&Selection::cards, id, now, out, pressing.at_release);
        else if (now.cards.contains(id))
            pressing.at_release = Selection{{id}, {}};
        else
            out.select = Selection{{id}, {}};
    } else if (found.mark) {
        auto const id = found.mark->id;
        if (adding)
            add_or_drop(&Selection::marks, id, now, out, pressing.at_release);
        else if (now.marks.contains(id))
            pressing.at_release = Selection{{}, {}, {id}};
        else
            out.select = Selection{{}, {}, {id}};
    } else if (found.edge) {
        pressing.on = On::edge;
        pressing.frame = {found.edge->id, found.edge->box};
        pressing.sides = found.sides;
        out.select = Selection{{}, found.edge->id};
    } else if (found.head) {
        out.select = Selection{{}, found.head->id};
    } else {
        pressing.on = On::ground;
        if (!adding) pressing.at_release = Selection{};
    }
    state_ = pressing;
    return out;
}

ToolResult SelectTool::release(Pressing const& pressing, Pointer const& pointer,
                               Scenery const& around)
{
    ToolResult out;
    out.select = pressing.at_release;
    if (pressing.on == Pressing::On::ground) out.pressed = around.view.to_board(pointer.at);
    state_ = Idle{};
    return out;
}

void SelectTool::start_drag(Pressing const& pressing, Pointer const& pointer, Scenery const& around)
{
    auto const from = around.view.to_board(pressing.from);
    switch (pressing.on) {
    case Pressing::On::thing:
        state_ = Carrying{
            from,
            board::around(around.scene, around.marks, around.selection).value_or(base::Rect{})};
        break;
    case Pressing::On::edge:
        state_ = Stretching{from, pressing.frame, pressing.sides,
                            least_of(around.scene, pressing.frame.frame)};
        break;
    case Pressing::On::ground: {
        auto const kept = pointer.reach == Pointer::Reach::adding ? around.selection : Selection{};
        state_ = Surrounding{from, kept};
        break;
    }
    }
}

ToolResult SelectTool::carry(Carrying const& carrying, Pointer const& pointer,
                             Scenery const& around)
{
    ToolResult out;
    auto by = around.view.to_board(pointer.at) - carrying.from;
    if (pointer.snapping == Pointer::Snapping::on) {
        auto found = snapped(around.scene, {carrying.box, around.selection}, by, around.view);
        by = found.by;
        out.guides = std::move(found.guides);
    }
    (pointer.kind == Pointer::Kind::up ? out.dropped : out.carried) = by;
    return out;
}

ToolResult SelectTool::stretch(Stretching const& stretching, Pointer const& pointer,
                               Scenery const& around)
{
    ToolResult out;
    auto const& was = stretching.frame.area;
    auto by = around.view.to_board(pointer.at) - stretching.from;
    if (pointer.snapping == Pointer::Snapping::on) {
        auto found =
            snapped_edges(around.scene, {was, around.selection}, stretching.sides, by, around.view);
        by = found.by;
        out.guides = std::move(found.guides);
    }
    Stretched const now{stretching.frame.frame,
                        stretched_box(was, stretching.sides, stretching.least, by)};
    if (pointer.kind != Pointer::Kind::up)
        out.stretching = now;
    else if (now.area != was)
        out.stretched = now;
    return out;
}

ToolResult SelectTool::surround(Surrounding const& ring, Pointer const& pointer,
                                Scenery const& around)
{
    ToolResult out;
    auto const area = base::spanned(ring.from, around.view.to_board(pointer.at));
    Selection now{around.scene.touched_by(area), {}, around.marks.touched_by(area)};
    now.cards.insert(ring.before.cards.begin(), ring.before.cards.end());
    now.marks.insert(ring.before.marks.begin(), ring.before.marks.end());
    out.select = std::move(now);
    if (pointer.kind != Pointer::Kind::up) out.marquee = area;
    return out;
}

ToolResult SelectTool::on(Pointer const& pointer, Scenery const& around)
{
    using Kind = Pointer::Kind;
    if (pointer.kind == Kind::cancel) {
        state_ = Idle{};
        return {};
    }
    if (pointer.kind == Kind::down) return press(pointer, around);

    if (auto const* held = std::get_if<Pressing>(&state_)) {
        auto const pressing = *held;
        if (pointer.kind == Kind::up) return release(pressing, pointer, around);
        auto const moved = base::distance(pointer.at, pressing.from);
        if (moved < drag_threshold * around.view.density) return {};
        start_drag(pressing, pointer, around);
    }
    ToolResult out;
    if (auto const* carrying = std::get_if<Carrying>(&state_))
        out = carry(*carrying, pointer, around);
    else if (auto const* stretching = std::get_if<Stretching>(&state_))
        out = stretch(*stretching, pointer, around);
    else if (auto const* ring = std::get_if<Surrounding>(&state_))
        out = surround(*ring, pointer, around);
    if (pointer.kind == Kind::up) state_ = Idle{};
    return out;
}

} // namespace board
