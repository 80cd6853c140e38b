#include "ui/paint/picture_paint.h"

#include "ui/kit/paint.h"

#include <imgui.h>

#include <cassert>
#include <memory>
#include <vector>

namespace ui {
namespace {

using namespace pictures;

class Painter {
public:
    explicit Painter(Ui& ui)
        : ui_(ui)
    {
    }
    ~Painter()
    {
        while (!clips_.empty()) clips_.pop_back();
    }
    Painter(Painter const&) = delete;
    Painter& operator=(Painter const&) = delete;

    void operator()(Box const& b) { fill(ui_, b.box, b.radius, b.color, b.corners); }
    void operator()(Border const& b)
    {
        if (b.dash.on > 0)
            dashed_outline(ui_, b.box, b.radius, b.color, b.width, b.dash);
        else
            outline(ui_, b.box, b.radius, b.color, b.width, b.corners);
    }
    void operator()(Disc const& d) { disc(ui_, d.centre, d.radius, d.color); }
    void operator()(Ring const& r)
    {
        if (r.dash.on > 0)
            dashed_ring(ui_, r.centre, r.radius, r.color, r.width, r.dash);
        else
            ring(ui_, r.centre, r.radius, r.color, r.width);
    }
    void operator()(Arc const& a) { arc(ui_, a.centre, a.radius, a.from, a.to, a.color, a.width); }
    void operator()(Oval const& o) { ellipse(ui_, o.centre, o.radii, o.color); }
    void operator()(Line const& l)
    {
        if (l.dash.on > 0)
            dashed_line(ui_, l.from, l.to, l.color, l.width, l.dash);
        else
            line(ui_, l.from, l.to, l.color, l.width);
    }
    void operator()(Polyline const& p)
    {
        if (p.dash.on > 0) return dashed_path(ui_, p.points, p.color, p.width, p.dash);
        auto const points = vertices(p.points);
        ui_.list->AddPolyline(points.data(), static_cast<int>(points.size()), packed(p.color), 0,
                              p.width);
    }
    void operator()(Polygon const& p) const
    {
        auto const points = vertices(p.points);
        ui_.list->AddConvexPolyFilled(points.data(), static_cast<int>(points.size()),
                                      packed(p.color));
    }
    void operator()(DotGrid const& d)
    {
        dot_grid(ui_, d.area, d.origin, d.step, d.radius, d.color);
    }
    void operator()(Text const& t) { draw_text_on(ui_, t.at, t.type, t.color, t.text, t.align); }
    void operator()(Icon const& i) { draw_icon_at(ui_, i.centre, i.size, i.color, i.code); }
    void operator()(pictures::Clip const& c)
    {
        clips_.push_back(std::make_unique<ui::Clip>(ui_, c.box));
    }
    void operator()(ClipEnd)
    {
        if (!clips_.empty()) clips_.pop_back();
    }

private:
    static std::vector<ImVec2> vertices(std::vector<base::Vec2> const& points)
    {
        std::vector<ImVec2> out;
        out.reserve(points.size());
        for (auto p : points) out.emplace_back(p.x, p.y);
        return out;
    }

    Ui& ui_;
    std::vector<std::unique_ptr<ui::Clip>> clips_;
};

} // namespace

Means means_of(Ui const& ui, ScreenMeasure const& measure)
{
    return {ui.color(), *ui.words, measure, ui.scale};
}

void paint(Ui& ui, List const& list)
{
    assert(list.unit == ui.scale);
    Painter painter(ui);
    for (auto const& item : list.items) std::visit([&](auto const& one) { painter(one); }, item);
}

void draw_case_chip(Ui& ui, base::Vec2 centre, CaseChip const& chip)
{
    draw_picture(ui, [&](Pen& pen) { pictures::draw_case_chip(pen, centre, chip); });
}

void draw_contested_badge(Ui& ui, base::Vec2 centre, float radius)
{
    draw_picture(ui, [&](Pen& pen) { pictures::draw_contested_badge(pen, centre, radius); });
}

} // namespace ui
