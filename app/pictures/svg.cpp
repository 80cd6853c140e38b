#include "pictures/svg.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pictures {
namespace {

using base::Rect;
using base::Vec2;

// Rounded to 1/100 pixel, without trailing zeros.
std::string number(float value)
{
    auto out = fmt::format("{:.2f}", value);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.ends_with('.')) out.pop_back();
    return out == "-0" ? "0" : out;
}

std::string point(Vec2 p) { return number(p.x) + "," + number(p.y); }

std::string hex(Color c) { return fmt::format("#{:02x}{:02x}{:02x}", c.r, c.g, c.b); }

// `what`: fill or stroke.
std::string painted(std::string_view what, Color c)
{
    auto out = fmt::format(" {}=\"{}\"", what, hex(c));
    if (c.a != 255) out += fmt::format(" {}-opacity=\"{:.3f}\"", what, c.a / 255.0);
    return out;
}

std::string stroked(Color color, float width, Dash dash = {})
{
    auto out = " fill=\"none\"" + painted("stroke", color) +
               fmt::format(" stroke-width=\"{}\"", number(width));
    if (dash.on > 0)
        out += fmt::format(" stroke-dasharray=\"{} {}\"", number(dash.on), number(dash.off));
    return out;
}

// A path of a rectangle with some round corners.
std::string rounded(Rect const& r, float radius, Corners corners)
{
    auto const top = corners == Corners::top, bottom = corners == Corners::bottom;
    auto const left = corners == Corners::left, right = corners == Corners::right;
    radius = std::min({radius, r.width() / (top || bottom ? 2.F : 1.F),
                       r.height() / (left || right ? 2.F : 1.F)});
    float const a = top || left ? radius : 0, b = top || right ? radius : 0,
                c = bottom || right ? radius : 0, d = bottom || left ? radius : 0;
    auto arc = [](float k, Vec2 to) {
        return k > 0 ? fmt::format("A{0},{0} 0 0 1 {1}", number(k), point(to)) : std::string();
    };
    return "M" + point({r.min.x + a, r.min.y}) + "L" + point({r.max.x - b, r.min.y}) +
           arc(b, {r.max.x, r.min.y + b}) + "L" + point({r.max.x, r.max.y - c}) +
           arc(c, {r.max.x - c, r.max.y}) + "L" + point({r.min.x + d, r.max.y}) +
           arc(d, {r.min.x, r.max.y - d}) + "L" + point({r.min.x, r.min.y + a}) +
           arc(a, {r.min.x + a, r.min.y}) + "Z";
}

// A rectangle element without its paint.
std::string rectangle(Rect const& r, float radius, Corners corners)
{
    if (corners != Corners::all && corners != Corners::none && radius > 0)
        return "<path d=\"" + rounded(r, radius, corners) + "\"";
    auto out = fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", number(r.min.x),
                           number(r.min.y), number(r.width()), number(r.height()));
    radius = std::min({radius, r.width() / 2, r.height() / 2});
    if (corners == Corners::all && radius > 0) out += fmt::format(" rx=\"{}\"", number(radius));
    return out;
}

std::string circle(Vec2 centre, float radius)
{
    return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"", number(centre.x), number(centre.y),
                       number(radius));
}

std::string_view family(Face face)
{
    return face == Face::display ? "'Inter Display', Inter, sans-serif" : "Inter, sans-serif";
}

int weight(Face face)
{
    constexpr std::array weights{400, 500, 600, 600};
    return weights.at(static_cast<std::size_t>(face));
}

class Writer {
public:
    Writer(List const& list, SvgPage const& page, IconOutline const& outline)
        : list_(list)
        , page_(page)
        , outline_(outline)
    {
    }

    std::string written()
    {
        auto const& v = page_.view;
        out_ = fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{} {} {} {}\" "
                           "width=\"{}\" height=\"{}\"",
                           number(v.min.x), number(v.min.y), number(v.width()), number(v.height()),
                           number(v.width()), number(v.height()));
        if (!page_.language.empty()) out_ += " xml:lang=\"" + xml_escaped(page_.language) + "\"";
        auto const title = id("title"), description = id("description");
        out_ += " role=\"img\" aria-labelledby=\"" + title +
                (page_.description.empty() ? "" : " " + description) + "\">\n";
        out_ += "<title id=\"" + title + "\">" + xml_escaped(page_.title) + "</title>\n";
        if (!page_.description.empty())
            out_ +=
                "<desc id=\"" + description + "\">" + xml_escaped(page_.description) + "</desc>\n";
        if (page_.ground)
            out_ += rectangle(v, 0, Corners::none) + painted("fill", *page_.ground) + "/>\n";
        for (auto const& item : list_.items)
            std::visit([this](auto const& one) { write(one); }, item);
        for (; open_ > 0; --open_) out_ += "</g>\n";
        return std::move(out_) + "</svg>\n";
    }

private:
    [[nodiscard]] std::string id(std::string_view what) const
    {
        return xml_escaped(page_.prefix) + "-" + std::string(what);
    }
    void close() { out_ += "/>\n"; }

    void write(Box const& b)
    {
        if (b.box.width() <= 0 || b.box.height() <= 0) return;
        out_ += rectangle(b.box, b.radius, b.corners) + painted("fill", b.color);
        close();
    }
    void write(Border const& b)
    {
        auto const middle = base::grown(b.box, -b.width / 2);
        auto const radius = std::max(0.0F, b.radius - b.width / 2);
        auto const dash =
            b.dash.on > 0 ? fitted(b.dash, length_of(rounded_points(middle, radius))) : b.dash;
        out_ += rectangle(middle, radius, b.corners) + stroked(b.color, b.width, dash);
        close();
    }
    void write(Disc const& d)
    {
        out_ += circle(d.centre, d.radius) + painted("fill", d.color);
        close();
    }
    void write(Ring const& r)
    {
        out_ += circle(r.centre, r.radius);
        if (r.dash.on > 0) // from the top
            out_ += stroked(r.color, r.width,
                            fitted(r.dash, 2 * std::numbers::pi_v<float> * r.radius)) +
                    fmt::format(" transform=\"rotate(-90 {} {})\"", number(r.centre.x),
                                number(r.centre.y));
        else
            out_ += stroked(r.color, r.width);
        close();
    }
    void write(Arc const& a)
    {
        if (a.to - a.from >= 1) return write(Ring{a.centre, a.radius, a.color, a.width});
        auto const at = [&](float turns) {
            float const angle = turns * 2 * std::numbers::pi_v<float>;
            return a.centre + Vec2{std::sin(angle), -std::cos(angle)} * a.radius;
        };
        out_ += fmt::format("<path d=\"M{0}A{1},{1} 0 {2} 1 {3}\"", point(at(a.from)),
                            number(a.radius), a.to - a.from > 0.5F ? 1 : 0, point(at(a.to))) +
                stroked(a.color, a.width);
        close();
    }
    void write(Oval const& o)
    {
        out_ += fmt::format("<ellipse cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\"", number(o.centre.x),
                            number(o.centre.y), number(o.radii.x), number(o.radii.y)) +
                painted("fill", o.color);
        close();
    }
    void write(Line const& l)
    {
        out_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"", number(l.from.x),
                            number(l.from.y), number(l.to.x), number(l.to.y)) +
                stroked(l.color, l.width, l.dash);
        close();
    }
    void points(std::vector<Vec2> const& all)
    {
        out_ += " points=\"";
        for (auto const& p : all) out_ += (&p == &all.front() ? "" : " ") + point(p);
        out_ += "\"";
    }
    void write(Polyline const& p)
    {
        if (p.points.empty()) return;
        out_ += "<polyline";
        points(p.points);
        out_ += stroked(p.color, p.width, p.dash);
        close();
    }
    void write(Polygon const& p)
    {
        if (p.points.empty()) return;
        out_ += "<polygon";
        points(p.points);
        out_ += painted("fill", p.color);
        close();
    }
    void write(DotGrid const& d)
    {
        if (d.step <= 0) return;
        auto const pattern = id("dots" + std::to_string(++patterns_));
        float const half = d.step / 2;
        out_ += fmt::format("<pattern id=\"{0}\" patternUnits=\"userSpaceOnUse\" x=\"{1}\" "
                            "y=\"{2}\" width=\"{3}\" height=\"{3}\">",
                            pattern, number(d.origin.x - half), number(d.origin.y - half),
                            number(d.step)) +
                circle({half, half}, d.radius) + painted("fill", d.color) + "/></pattern>\n";
        out_ += rectangle(d.area, 0, Corners::none) + " fill=\"url(#" + pattern + ")\"";
        close();
    }
    void write(Text const& t)
    {
        auto const size = em_size(t.type, list_.unit);
        out_ += fmt::format("<text x=\"{}\" y=\"{}\" font-family=\"{}\" font-size=\"{}\" "
                            "font-weight=\"{}\"",
                            number(t.at.x), number(t.at.y), family(t.type.face), number(size),
                            weight(t.type.face));
        if (t.type.figures == Figures::tabular) out_ += " font-variant=\"tabular-nums\"";
        if (t.align != Align::left)
            out_ += fmt::format(" text-anchor=\"{}\"", t.align == Align::centre ? "middle" : "end");
        if (t.width > 0)
            out_ += fmt::format(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"",
                                number(t.width));
        out_ += painted("fill", t.color) + ">" + xml_escaped(t.text) + "</text>\n";
    }
    void write(Icon const& i)
    {
        auto const d = outline_ ? outline_(i.code) : std::string();
        if (d.empty()) return;
        out_ += fmt::format("<path transform=\"translate({} {}) scale({})\" d=\"{}\"",
                            number(i.centre.x - i.size / 2), number(i.centre.y - i.size / 2),
                            number(i.size), d) +
                painted("fill", i.color);
        close();
    }
    void write(Clip const& c)
    {
        auto const clip = id("clip" + std::to_string(++clips_));
        out_ += "<clipPath id=\"" + clip + "\">" + rectangle(c.box, 0, Corners::none) +
                "/></clipPath>\n<g clip-path=\"url(#" + clip + ")\">\n";
        ++open_;
    }
    void write(ClipEnd)
    {
        if (open_ == 0) return;
        out_ += "</g>\n";
        --open_;
    }

    List const& list_;
    SvgPage const& page_;
    IconOutline const& outline_;
    std::string out_;
    int clips_ = 0, patterns_ = 0, open_ = 0;
};

} // namespace

std::string svg(List const& list, SvgPage const& page, IconOutline const& outline)
{
    return Writer(list, page, outline).written();
}

std::string xml_escaped(std::string_view text)
{
    std::string out;
    auto const clean = base::sanitized(text);
    for (std::size_t at = 0; at < clean.size();) {
        auto const c = base::character_at(clean, at);
        switch (c.code) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case 0xFFFE:
        case 0xFFFF: break; // not allowed in XML
        default: out.append(clean, at, c.bytes);
        }
        at += c.bytes;
    }
    return out;
}

} // namespace pictures
