#include "exchange/images/raster.h"

#include "base/text.h"
#include "exchange/images/coverage.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <numbers>
#include <utility>
#include <variant>

namespace exchange {
namespace {

using base::Rect;
using base::Vec2;
using namespace pictures;
using Points = std::vector<Vec2>;

// Splits a line into its dashes.
std::vector<Points> dashes_of(Points const& line, Dash dash)
{
    if (dash.on <= 0 || dash.off <= 0) return {line};
    std::vector<Points> out;
    bool on = true;
    float left = dash.on;
    Points part{line.front()};
    for (std::size_t i = 1; i < line.size(); ++i) {
        auto from = line[i - 1];
        auto rest = std::hypot(line[i].x - from.x, line[i].y - from.y);
        while (rest > left) {
            from = from + (line[i] - from) * (left / rest);
            rest -= left;
            if (on) {
                part.push_back(from);
                out.push_back(std::exchange(part, {}));
            } else {
                part = {from};
            }
            on = !on;
            left = on ? dash.on : dash.off;
        }
        left -= rest;
        if (on) part.push_back(line[i]);
    }
    if (on && part.size() > 1) out.push_back(std::move(part));
    return out;
}

class Painter {
public:
    Painter(List const& list, Rect const& view, FontFiles const& fonts, Pixels& pixels)
        : list_(list)
        , view_(view)
        , fonts_(fonts)
        , on_(pixels)
    {
    }
    [[nodiscard]] bool good() const { return on_.good(); }
    void all()
    {
        clip();
        for (auto const& item : list_.items)
            std::visit([this](auto const& one) { paint(one); }, item);
    }

private:
    // From picture to pixel coordinates.
    [[nodiscard]] Vec2 to(Vec2 p) const { return p - view_.min; }
    [[nodiscard]] Rect to(Rect const& r) const { return {to(r.min), to(r.max)}; }

    void clip()
    {
        Rect box{{0, 0}, view_.max - view_.min};
        for (auto const& cut : cuts_) {
            box.min = {std::max(box.min.x, cut.min.x), std::max(box.min.y, cut.min.y)};
            box.max = {std::min(box.max.x, cut.max.x), std::min(box.max.y, cut.max.y)};
        }
        on_.clip(box);
    }

    void stroke(Points const& line, Color color, float width, Dash dash)
    {
        if (line.size() < 2 || width <= 0) return;
        constexpr std::size_t most = 3000; // points of a stroke passed to FreeType at once
        for (auto const& part : dashes_of(line, dash))
            for (std::size_t i = 0; i + 1 < part.size(); i += most - 1)
                on_.stroke(
                    {part.begin() + static_cast<std::ptrdiff_t>(i),
                     part.begin() + static_cast<std::ptrdiff_t>(std::min(part.size(), i + most))},
                    width, color);
    }

    void paint(Box const& b)
    {
        Shape shape;
        shape.rectangle(to(b.box), b.radius, b.corners);
        on_.fill(shape, b.color);
    }
    void paint(Border const& b)
    {
        if (b.dash.on > 0) {
            auto line = rounded_points(base::grown(to(b.box), -b.width / 2),
                                       std::max(0.0F, b.radius - b.width / 2));
            auto const dash = fitted(b.dash, length_of(line));
            stroke(line, b.color, b.width, dash);
            return;
        }
        Shape shape;
        shape.rectangle(to(b.box), b.radius, b.corners);
        shape.rectangle(base::grown(to(b.box), -b.width), std::max(0.0F, b.radius - b.width),
                        b.corners);
        on_.fill(shape, b.color, Overlap::is_left_out);
    }
    void paint(Disc const& d)
    {
        Shape shape;
        shape.oval(to(d.centre), {d.radius, d.radius});
        on_.fill(shape, d.color);
    }
    void paint(Ring const& r)
    {
        if (r.dash.on > 0) {
            auto const line = oval_points(to(r.centre), {r.radius, r.radius});
            stroke(line, r.color, r.width, fitted(r.dash, length_of(line)));
            return;
        }
        Shape shape;
        auto const outer = r.radius + r.width / 2, inner = r.radius - r.width / 2;
        shape.oval(to(r.centre), {outer, outer});
        if (inner > 0) shape.oval(to(r.centre), {inner, inner});
        on_.fill(shape, r.color, Overlap::is_left_out);
    }
    void paint(Arc const& a)
    {
        if (a.to - a.from >= 1) return paint(Ring{a.centre, a.radius, a.color, a.width});
        auto const parts = std::max(2, static_cast<int>(std::ceil(a.radius * (a.to - a.from) * 4)));
        Points line;
        for (int i = 0; i <= parts; ++i) {
            auto const turns =
                a.from + (a.to - a.from) * static_cast<float>(i) / static_cast<float>(parts);
            float const angle = turns * 2 * std::numbers::pi_v<float>;
            line.push_back(to(a.centre) + Vec2{std::sin(angle), -std::cos(angle)} * a.radius);
        }
        stroke(line, a.color, a.width, {});
    }
    void paint(Oval const& o)
    {
        Shape shape;
        shape.oval(to(o.centre), o.radii);
        on_.fill(shape, o.color);
    }
    void paint(Line const& l) { stroke({to(l.from), to(l.to)}, l.color, l.width, l.dash); }
    void paint(Polyline const& p)
    {
        Points line;
        for (auto const& point : p.points) line.push_back(to(point));
        stroke(line, p.color, p.width, p.dash);
    }
    void paint(Polygon const& p)
    {
        Shape shape;
        Points points;
        for (auto const& point : p.points) points.push_back(to(point));
        shape.polygon(points);
        on_.fill(shape, p.color);
    }
    void paint(DotGrid const& d)
    {
        if (d.step <= 0) return;
        auto const area = to(d.area);
        // The numbers of the dots from `low` to `high`, counted from `origin`.
        auto const numbers = [&](float low, float high, float origin) {
            return std::pair(static_cast<int>(std::ceil((low - d.radius - origin) / d.step)),
                             static_cast<int>(std::floor((high + d.radius - origin) / d.step)));
        };
        auto const origin = to(d.origin);
        cuts_.push_back(area);
        clip();
        auto const [left, right] = numbers(area.min.x, area.max.x, origin.x);
        auto const [top, bottom] = numbers(area.min.y, area.max.y, origin.y);
        for (int row = top; row <= bottom; ++row)
            for (int column = left; column <= right; ++column) {
                Vec2 const at = Vec2{static_cast<float>(column), static_cast<float>(row)} * d.step;
                Shape shape;
                shape.oval(origin + at, {d.radius, d.radius});
                on_.fill(shape, d.color);
            }
        cuts_.pop_back();
        clip();
    }
    void paint(Text const& t)
    {
        auto const size = em_size(t.type, list_.unit);
        auto const measure = fonts_.at(list_.unit);
        auto at = to(t.at);
        if (t.align != Align::left) {
            auto const wide = measure->width(t.type, t.text);
            at.x -= t.align == Align::centre ? wide / 2 : wide;
        }
        for (std::size_t i = 0; i < t.text.size();) {
            auto const c = base::character_at(t.text, i);
            i += c.bytes;
            auto const advance = measure->advance(t.type, c.code);
            Shape shape;
            shape.outline(letter(t.type.face, c.code), at + Vec2{aside(t.type, c.code), 0} * size,
                          size);
            on_.fill(shape, t.color);
            at.x += advance;
        }
    }
    void paint(Icon const& i)
    {
        Shape shape;
        shape.outline(fonts_.icon_outline(i.code), to(i.centre) - Vec2{i.size, i.size} * 0.5F,
                      i.size);
        on_.fill(shape, i.color);
    }
    void paint(Clip const& c)
    {
        cuts_.push_back(to(c.box));
        clip();
    }
    void paint(ClipEnd)
    {
        if (cuts_.empty()) return;
        cuts_.pop_back();
        clip();
    }

    // The offset that centres a tabular figure in its width, in em.
    [[nodiscard]] float aside(Type const& type, char32_t c) const
    {
        bool const digit = c >= '0' && c <= '9';
        if (!digit || type.figures != Figures::tabular) return 0;
        auto own = type;
        own.figures = Figures::natural;
        own.px = 1, own.fit = Fit::exact;
        return (tabular_digit(type.face) - fonts_.at(1)->advance(own, c)) / 2;
    }
    [[nodiscard]] Outline const& letter(Face face, char32_t c)
    {
        auto const [it, fresh] = letters_.try_emplace({face, c});
        if (fresh) it->second = fonts_.letter(face, c);
        return it->second;
    }

    List const& list_;
    Rect view_;
    FontFiles const& fonts_;
    Coverage on_;
    std::vector<Rect> cuts_;
    std::map<std::pair<Face, char32_t>, Outline> letters_;
};

} // namespace

base::Result<Pixels> raster(List const& list, Rect const& view, Color ground,
                            FontFiles const& fonts)
{
    Pixels out;
    auto const wide = std::round(view.width()), high = std::round(view.height());
    if (!(wide >= 1 && high >= 1 && wide <= raster_most && high <= raster_most))
        return base::fail(base::Errc::invalid, "picture.size");
    out.width = static_cast<int>(wide), out.height = static_cast<int>(high);
    auto const row = static_cast<std::size_t>(out.width) * 3;
    out.rgb.resize(row * static_cast<std::size_t>(out.height));
    for (std::size_t i = 0; i < row; i += 3)
        out.rgb[i] = ground.r, out.rgb[i + 1] = ground.g, out.rgb[i + 2] = ground.b;
    for (std::size_t at = row; at < out.rgb.size(); at += row)
        std::memcpy(out.rgb.data() + at, out.rgb.data(), row);
    Painter painter(list, view, fonts, out);
    painter.all();
    if (!painter.good()) return base::fail(base::Errc::io, "picture.draw");
    return out;
}

} // namespace exchange
