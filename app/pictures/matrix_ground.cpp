#include "analysis/estimates/placements.h"
#include "pictures/icons.h"
#include "pictures/matrix_picture.h"
#include "pictures/outcomes.h"
#include "wording/placements.h"

#include <algorithm>
#include <array>
#include <string_view>

// The background of a matrix: corners, titles, scales.
namespace pictures {
namespace {

using analysis::Quadrant;
using base::Rect;

constexpr std::array corners{Quadrant::launch, Quadrant::safeguards, Quadrant::comfort,
                             Quadrant::aside};

Color tint_of(board::Palette const& c, Quadrant quadrant)
{
    switch (quadrant) {
    case Quadrant::launch: return c.qlancer;
    case Quadrant::safeguards: return c.qencadrer;
    case Quadrant::comfort: return c.qconfort;
    case Quadrant::aside: return c.qecarter;
    }
    return c.neutint;
}

// Sets the size of the name, smaller where it is long, then on two lines. Returns its width.
float fit_name(Means const& means, QuadrantTitle& title, float room)
{
    constexpr float least = 20;
    constexpr Type on_two_lines{Face::display, 18, 20};
    for (; title.type.px >= least; --title.type.px) // sizes are rounded on screen
        if (auto const wide = means.width(title.type, title.named); wide <= room) return wide;
    title.type = on_two_lines;
    auto const& lines = means.measure.lines(title.type, title.named, room, 2).lines;
    title.lines = static_cast<int>(lines.size());
    float widest = 0;
    for (auto const& line : lines) widest = std::max(widest, line.width);
    return std::min(room, widest);
}

QuadrantTitle title_of(Means const& means, Matrix const& matrix, model::Axis const& axis,
                       Quadrant quadrant, int count)
{
    auto const box = matrix.quadrant(quadrant);
    QuadrantTitle out;
    out.quadrant = quadrant;
    out.named = wording::quadrant(means.words, axis, quadrant);
    if (count >= 0) out.counted = means.words.plural("place.count", count);
    bool const right = quadrant == Quadrant::safeguards || quadrant == Quadrant::aside;
    bool const low = quadrant == Quadrant::comfort || quadrant == Quadrant::aside;
    float said = means.width(type::text, out.counted);
    float const y =
        low ? box.max.y - means.px(title_band / 2) : box.min.y + means.px(title_band / 2);
    float const icon = means.px(28), gap = means.px(12), half = means.px(19);
    float const room = box.width() - means.px(44) - icon - gap;
    constexpr float name_least = 140; // beside a count
    if (said > 0 && room - gap - said < std::min(means.width(out.type, out.named),
                                                 means.px(name_least))) // in a small picture
        out.counted.clear(), said = 0;
    float const named = fit_name(means, out, said > 0 ? room - gap - said : room);
    float const whole = icon + gap + named + gap + said;
    float x = right ? box.max.x - means.px(22) - whole : box.min.x + means.px(22);
    out.box = {{x, y - half}, {x + whole, y + half}};
    auto line_box = [&](float width) { return Rect{{x, y - half}, {x + width + 2, y + half}}; };
    auto put_count = [&] {
        out.count = line_box(said);
        x += said + gap;
    };
    if (right) put_count();
    out.icon = {x + icon / 2, y};
    x += icon + gap;
    out.name = line_box(named);
    x += named + gap;
    if (!right) put_count();
    return out;
}

void draw_title(Pen& pen, QuadrantTitle const& title)
{
    auto const look = look_of(pen.color(), outcome_of(title.quadrant));
    pen.text_in(title.count, type::text, pen.color().ink2, title.counted);
    pen.icon(title.icon, pen.px(28), look.text, look.icon);
    float const high = static_cast<float>(title.lines) * pen.line_box(title.type);
    pen.paragraph({title.name.min.x, title.name.center().y - high / 2}, title.name.width() + 1,
                  title.type, look.text, title.named, title.lines);
}

} // namespace

QuadrantTitles quadrant_titles(Means const& means, Matrix const& matrix, model::Axis const& axis,
                               std::array<int, analysis::quadrant_count> const& counts)
{
    QuadrantTitles out;
    for (std::size_t i = 0; i < corners.size(); ++i)
        out.at(i) = title_of(means, matrix, axis, corners.at(i),
                             counts.at(static_cast<std::size_t>(corners.at(i))));
    return out;
}

std::vector<Rect> boxes_of(QuadrantTitles const& titles)
{
    std::vector<Rect> out;
    for (auto const& title : titles) out.push_back(title.box);
    return out;
}

void draw_quadrants(Pen& pen, Matrix const& matrix, float radius)
{
    for (auto quadrant : corners)
        pen.fill(matrix.quadrant(quadrant), radius, tint_of(pen.color(), quadrant));
}

void draw_quadrants(Pen& pen, Matrix const& matrix, float radius, QuadrantTitles const& titles)
{
    for (auto quadrant : corners) {
        auto const box = matrix.quadrant(quadrant);
        pen.fill(box, radius, tint_of(pen.color(), quadrant));
        pen.dot_grid(base::grown(box, -pen.px(6)), matrix.box.min, pen.px(28), pen.px(1.2F),
                     board::faded(pen.color().dot, 0.7F));
    }
    for (auto const& title : titles) draw_title(pen, title);
}

void draw_scales(Pen& pen, Matrix const& matrix, model::Axis const& axis)
{
    auto const& c = pen.color();
    auto const& box = matrix.box;
    float const left = box.min.x - pen.px(14), below = box.max.y + pen.px(14);
    pen.arrow({left, box.max.y}, {left, box.min.y}, c.opp, pen.px(3), pen.px(15));
    pen.arrow({box.min.x, below}, {box.max.x, below}, c.risk, pen.px(3), pen.px(15));
    // The scale's label above its arrow, and below its middle.
    float const top = box.min.y - pen.px(36);
    float const x = box.min.x - pen.px(60);
    float const title = pen.text({x, top}, type::h3, c.opp, axis.opportunity);
    float const gutter = pen.px(60);
    constexpr Type small{Face::medium, 16, 17};
    auto const widest = [&](Type const& type) {
        return std::max(pen.width(type, axis.opportunity_high),
                        pen.width(type, axis.opportunity_low));
    };
    if (widest(small) <= gutter) {
        auto const ends = widest(type::label) <= gutter ? type::label : small;
        auto beside = [&](float y, std::string const& text) {
            pen.text_in(
                {{left - pen.px(10) - gutter, y - pen.px(12)}, {left - pen.px(10), y + pen.px(12)}},
                ends, c.opp, text, Align::right);
        };
        beside(box.min.y + pen.px(20), axis.opportunity_high);
        beside(box.max.y - pen.px(12), axis.opportunity_low);
    } else { // too long for beside the arrow
        float const from = x + title + pen.px(18);
        auto const end = [&](float y, std::string_view key, std::string const& text) {
            pen.text_in({{from, y}, {box.max.x, y + pen.px(20)}}, type::legend, c.opp,
                        pen.words.text(key, text));
        };
        end(top - pen.px(6), "place.scale.high", axis.opportunity_high);
        end(top + pen.px(14), "place.scale.low", axis.opportunity_low);
    }
    Rect const foot{{box.min.x, below + pen.px(8)}, {box.max.x, below + pen.px(36)}};
    float const named = pen.text_in(foot, type::h3, c.risk, axis.risk, Align::centre);
    float const room = std::max(0.F, (box.width() - named) / 2 - pen.px(24));
    auto const end = [&](float from, std::string const& text, Align align) {
        Rect const part{{from, foot.min.y}, {from + room, foot.max.y}};
        if (pen.width(type::label, text) <= room) {
            pen.text_in(part, type::label, c.risk, text, align);
            return;
        }
        auto const lines = pen.measure.lines(small, text, room, 2).lines.size();
        float const high = static_cast<float>(lines) * pen.line_box(small);
        pen.paragraph({from, part.center().y - high / 2}, room, small, c.risk, text, 2, align);
    };
    end(foot.min.x, axis.risk_low, Align::left);
    end(foot.max.x - room, axis.risk_high, Align::right);
}

void draw_guides(Pen& pen, Matrix const& matrix, base::Vec2 at)
{
    Dash const dash{pen.px(3), pen.px(4)};
    pen.dashed_line({matrix.box.min.x, at.y}, at, pen.color().opp, pen.px(2), dash);
    pen.dashed_line({at.x, matrix.box.max.y}, at, pen.color().risk, pen.px(2), dash);
}

LegendDrawn draw_legend(Pen& pen, Legend const& legend, Rect const& strip, model::Axis const& axis)
{
    auto const& c = pen.color();
    LegendDrawn out{strip.max.x, {}};
    auto& x = out.left;
    float const y = strip.center().y;
    auto entry = [&](std::string const& text, float wide, auto&& mark) {
        float const needed = pen.width(type::legend, text) + pen.px(wide + 26);
        if (x - needed < strip.min.x) return; // omitted rather than cut
        out.said += (out.said.empty() ? "" : ", ") + text;
        x -= pen.width(type::legend, text);
        pen.text_in({{x, y - pen.px(11)}, {strip.max.x, y + pen.px(11)}}, type::legend, c.ink2,
                    text);
        x -= pen.px(wide);
        mark(base::Vec2{x + pen.px(wide / 2 - 4), y});
        x -= pen.px(26);
    };
    auto const hue = c.ax.at(hue_of(axis.place));
    auto const words = [&](std::string_view key) { return pen.words.text(key); };
    if (legend.contradicted == Legend::Contradicted::some)
        entry(words("place.legend.contradicted"), 26,
              [&](base::Vec2 at) { pen.icon(at, pen.px(20), c.warn, icon::warning_amber); });
    if (legend.clouds == Legend::Clouds::none) {
        entry(words("place.legend.locked"), 26,
              [&](base::Vec2 at) { pen.icon(at, pen.px(20), c.ink2, icon::lock); });
        entry(words("place.legend.placed"), 26,
              [&](base::Vec2 at) { pen.disc(at, pen.px(9), hue); });
        return out;
    }
    entry(words("place.legend.contested"), 30, [&](base::Vec2 at) {
        pen.dashed_ring(at, pen.px(11), c.warn, pen.px(2), {pen.px(4), pen.px(3)});
        draw_contested_badge(pen, at, pen.px(7));
    });
    entry(pen.words.text("place.legend.half", analysis::ellipse_from), 38, [&](base::Vec2 at) {
        pen.oval(at, {pen.px(15), pen.px(8)}, board::faded(hue, 0.25F));
    });
    entry(words("place.legend.to_settle"), 26, [&](base::Vec2 at) {
        pen.dashed_ring(at, pen.px(9), hue, pen.px(2), {pen.px(3), pen.px(2.5F)});
    });
    entry(words("place.legend.settled"), 26, [&](base::Vec2 at) { pen.disc(at, pen.px(9), hue); });
    return out;
}

void draw_small_matrix(Pen& pen, Rect const& box, model::Document const& doc, model::AxisId axis,
                       model::CaseId tracked, float dot_radius, float gap, float radius)
{
    auto const lines = model::get<model::Axis>(doc, axis);
    auto const matrix = matrix_of(lines, box, gap);
    draw_quadrants(pen, matrix, radius);
    auto const color =
        tracked ? board::faded(pen.color().ink3, 0.35F) : pen.color().ax.at(hue_of(lines.place));
    for (auto const& one : analysis::placements(doc, axis).placed)
        if (one.on != tracked) pen.disc(matrix.at(one.opportunity, one.risk), dot_radius, color);
}

void draw_overview_legend(Pen& pen, Rect const& strip)
{
    auto const& c = pen.color();
    float x = strip.max.x;
    float const y = strip.min.y + pen.px(36);
    auto const said = [&](std::string_view key) {
        auto const& word = pen.words.text(key);
        x -= pen.width(type::legend, word);
        pen.text({x, y - pen.px(11)}, type::legend, c.ink2, word);
        x -= pen.px(18);
    };
    said("place.legend.others");
    pen.disc({x, y}, pen.px(6.5F), board::faded(c.ink3, 0.4F));
    x -= pen.px(30);
    said("place.legend.risk");
    pen.arrow({x - pen.px(18), y}, {x + pen.px(4), y}, c.risk, pen.px(3), pen.px(10));
    x -= pen.px(46);
    said("place.legend.opportunity");
    pen.arrow({x, y + pen.px(10)}, {x, y - pen.px(10)}, c.opp, pen.px(3), pen.px(10));
}

void draw_tracked(Pen& pen, Matrix const& matrix, model::Axis const& axis, base::Vec2 at,
                  std::string_view number, ChipState state, CaseChip::Badge badge)
{
    draw_guides(pen, matrix, at);
    CaseChip chip;
    chip.number = number;
    chip.axis = hue_of(axis.place);
    chip.radius = pen.px(21);
    chip.state = state;
    chip.badge = badge;
    draw_case_chip(pen, at, chip);
}

} // namespace pictures
