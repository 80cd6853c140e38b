#include "ui/canvas/bar_place.h"

#include "ui/canvas/minimap.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ui {
namespace {

constexpr float cell = 8;        // design pixels
constexpr float apart = 20;      // distance from the selection
constexpr float clear_of = 6;    // distance from cards
constexpr float sideways = 0.2F; // weight of the position along a side

// The occupied cells as a summed-area table, so that checking a rectangle takes four look-ups.
class Taken {
public:
    Taken(base::Rect const& room, float size)
        : from_(room.min)
        , size_(size)
        , columns_(std::max(0, static_cast<int>(room.width() / size)))
        , rows_(std::max(0, static_cast<int>(room.height() / size)))
        , sums_(static_cast<std::size_t>(columns_ + 1) * static_cast<std::size_t>(rows_ + 1), 0)
    {
    }
    void take(base::Rect const& box)
    {
        auto const [x0, x1] = range(box.min.x - from_.x, box.max.x - from_.x, columns_);
        auto const [y0, y1] = range(box.min.y - from_.y, box.max.y - from_.y, rows_);
        for (int y = y0; y < y1; ++y)
            for (int x = x0; x < x1; ++x) at(x + 1, y + 1) = 1;
    }
    void sum()
    {
        for (int y = 1; y <= rows_; ++y)
            for (int x = 1; x <= columns_; ++x)
                at(x, y) += at(x - 1, y) + at(x, y - 1) - at(x - 1, y - 1);
    }
    // The free position of that size with the lowest cost.
    template <class Cost>
    [[nodiscard]] std::optional<base::Vec2> best(base::Vec2 size, Cost&& cost) const
    {
        auto const w = static_cast<int>(std::ceil(size.x / size_));
        auto const h = static_cast<int>(std::ceil(size.y / size_));
        std::optional<base::Vec2> found;
        float least = 0;
        for (int y = 0; y + h <= rows_; ++y)
            for (int x = 0; x + w <= columns_; ++x) {
                if (at(x + w, y + h) - at(x, y + h) - at(x + w, y) + at(x, y) != 0) continue;
                auto const here = from_ + base::Vec2{static_cast<float>(x) * size_,
                                                     static_cast<float>(y) * size_};
                auto const costs = cost(here);
                if (found && costs >= least) continue;
                found = here;
                least = costs;
            }
        return found;
    }

private:
    [[nodiscard]] std::pair<int, int> range(float low, float high, int most) const
    {
        return {std::clamp(static_cast<int>(std::floor(low / size_)), 0, most),
                std::clamp(static_cast<int>(std::ceil(high / size_)), 0, most)};
    }
    int& at(int x, int y)
    {
        return sums_[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_ + 1) +
                     static_cast<std::size_t>(x)];
    }
    [[nodiscard]] int at(int x, int y) const
    {
        return sums_[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_ + 1) +
                     static_cast<std::size_t>(x)];
    }
    base::Vec2 from_;
    float size_;
    int columns_, rows_;
    std::vector<int> sums_;
};

enum class Writing { spared, covered };

Taken taken_by(Ui const& ui, Canvas const& canvas, CanvasPlace const& place, Writing writing)
{
    Taken taken(place.room, ui.px(cell));
    auto const& scene = canvas.state.scene;
    auto const area = canvas.view.to_board(place.room);
    auto const on_screen = [&](base::Rect const& box) {
        return base::grown(canvas.view.to_screen(box), ui.px(clear_of));
    };
    scene.each_in(area, [&](auto i) { taken.take(on_screen(scene.cards()[i].box)); });
    taken.take(base::grown(minimap_box(ui, place.main), ui.px(clear_of)));
    if (writing == Writing::spared) {
        for (auto const& frame : scene.frames()) {
            auto head = frame.box;
            head.max.y = std::min(head.max.y, head.min.y + board::frame_head);
            if (head.overlaps(area)) taken.take(on_screen(head));
        }
        for (auto i : canvas.state.marks.in(area)) {
            auto const& mark = canvas.state.marks.all()[i];
            if (mark.kind != model::AnnotationKind::link)
                taken.take(on_screen(mark.box));
            else if (mark.label.x > 0 && !mark.line.empty())
                taken.take(on_screen(board::shape_of(mark).label));
        }
    }
    taken.sum();
    return taken;
}

// In the lower right corner of a selected card that is large enough.
std::optional<base::Vec2> on_selected(Canvas const& canvas, base::Rect const& room, base::Vec2 size)
{
    std::optional<base::Vec2> found;
    for (auto id : canvas.selection.cards) {
        auto const* card = canvas.state.scene.find(id);
        if (!card) continue;
        auto const box = canvas.view.to_screen(card->box);
        base::Vec2 const max{std::min(box.max.x, room.max.x), std::min(box.max.y, room.max.y)};
        auto const at = max - size;
        if (at.x >= std::max(box.min.x, room.min.x) && at.y >= std::max(box.min.y, room.min.y))
            found = at;
    }
    return found;
}

} // namespace

BarPlace place_bar(Ui const& ui, Canvas const& canvas, CanvasPlace const& place,
                   base::Rect const& beside, base::Vec2 whole, base::Vec2 folded)
{
    using Form = BarPlace::Form;
    auto const around = base::grown(beside, ui.px(apart));
    // Cost: distance from the selection; below it is preferred, beside it is last.
    auto const cost_for = [&](base::Vec2 size) {
        return [&around, size](base::Vec2 at) {
            auto const end = at + size;
            auto const dx = std::max({around.min.x - end.x, at.x - around.max.x, 0.0F});
            auto const dy = std::max({around.min.y - end.y, at.y - around.max.y, 0.0F});
            bool const on_it = at.x < around.max.x && end.x > around.min.x && at.y < around.max.y &&
                               end.y > around.min.y;
            auto const middle = (at + end) * 0.5F - around.center();
            float const side = at.y >= around.max.y ? 0.F : end.y <= around.min.y ? 1.F : 4.F;
            return std::hypot(dx, dy) + sideways * std::hypot(middle.x, middle.y) + side +
                   (on_it ? 60.0F : 0.0F);
        };
    };
    for (auto const writing : {Writing::spared, Writing::covered})
        if (auto const at = taken_by(ui, canvas, place, writing).best(whole, cost_for(whole)))
            return {*at, Form::whole};
    if (auto const at = on_selected(canvas, place.room, folded)) return {*at, Form::folded};
    if (auto const at =
            taken_by(ui, canvas, place, Writing::covered).best(folded, cost_for(folded)))
        return {*at, Form::folded};
    return {{place.room.min.x, place.room.max.y - folded.y}, Form::folded};
}

} // namespace ui
