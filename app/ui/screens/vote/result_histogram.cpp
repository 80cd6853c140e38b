#include "model/voting_method.h"
#include "ui/screens/vote/vote_results.h"
#include "wording/results.h"

#include <algorithm>

namespace ui {
namespace {

using analysis::CaseTally;
using analysis::Tally;

enum class Kind { against, nothing, given, blank };

// The bars of a histogram: one a value, or, of many values, one for so many; the blank ballots
// last, apart.
struct Bar {
    int from = 0, to = 0;
    std::int64_t people = 0;
    std::string said;
    Kind kind = Kind::given;
};

constexpr int bars_max = 12;
constexpr int groups_max = 5;

model::BallotType ballots_of(Tally const& tally)
{
    return model::voting_method(tally.method).ballot;
}

std::vector<Bar> bars_of(Ui const& ui, Tally const& tally, model::Round const& round,
                         CaseTally const& one)
{
    std::vector<Bar> out;
    int least = 0, most = std::max(1, tally.value_max);
    for (auto const& bar : one.histogram) {
        least = std::min(least, bar.value);
        most = std::max(most, bar.value);
    }
    bool const places = ballots_of(tally) == model::BallotType::orders;
    if (places && model::most_chosen(round) > 0) most = model::most_chosen(round);
    int const values = most - least + 1;
    int const width = values <= bars_max ? 1 : (values - 1 + groups_max - 1) / groups_max;
    for (int from = least; from <= most;) {
        // Nothing given stands by itself.
        int const to = from == 0 || width == 1 ? from : std::min(most, from + width - 1);
        Bar bar{from, from < 0 && to >= 0 ? -1 : to, 0, {}, {}};
        for (auto const& one_bar : one.histogram)
            if (one_bar.value >= bar.from && one_bar.value <= bar.to)
                bar.people += one.said(one_bar.value);
        bar.kind = bar.from == 0 ? Kind::nothing : bar.from < 0 ? Kind::against : Kind::given;
        constexpr int few = 5;
        bar.said = wording::bar(*ui.words, tally, round, bar.from, bar.to,
                                width == 1 && values <= few ? wording::Values::few
                                                            : wording::Values::many);
        from = bar.to + 1;
        out.push_back(std::move(bar));
    }
    // No ballot leaves it out: the place of those that do is not drawn.
    if (places && !out.empty() && out.front().people == 0) out.erase(out.begin());
    if (one.blanks > 0 || tally.blanks > 0)
        out.push_back({0, 0, one.blanks, wording::blank_bar(*ui.words, tally), Kind::blank});
    return out;
}

constexpr int points_drawn = 5; // more are not counted at a glance

// As many points as were given, a ring for none.
void draw_points(Ui& ui, Bar const& bar, base::Vec2 centre)
{
    auto const& c = ui.color();
    if (bar.kind == Kind::blank) return;
    float const r = ui.px(4.5F), pitch = ui.px(11);
    if (bar.from == 0) ring(ui, centre, r, c.ink3, ui.px(1.5F));
    for (int i = 0; i < bar.from; ++i) {
        float const along = static_cast<float>(i) - static_cast<float>(bar.from - 1) / 2;
        disc(ui, {centre.x + along * pitch, centre.y}, r, c.accent);
    }
}

float draw_bars(Ui& ui, std::vector<Bar> const& bars, base::Rect const& inner, float y,
                model::Method method)
{
    int most = 0;
    for (auto const& bar : bars) most = std::max(most, bar.to);
    bool const dots =
        model::voting_method(method).spends == model::Spends::sum && most <= points_drawn;
    auto const& c = ui.color();
    constexpr float high = 150;
    float const base_y = y + ui.px(high + 36);
    bool const blank = bars.back().kind == Kind::blank;
    std::int64_t tallest = 1;
    for (auto const& bar : bars) tallest = std::max(tallest, bar.people);
    // The blanks stand a little apart, as wide as their name.
    float const apart = blank && bars.size() > 1 ? ui.px(20) : 0;
    float const even = (inner.width() - apart) / static_cast<float>(bars.size());
    float const last =
        blank ? std::max(even, text_width(ui, type::legend, bars.back().said) + ui.px(6)) : 0;
    auto const others = bars.size() - (blank ? 1 : 0);
    float const each = others > 0 ? (inner.width() - apart - last) / static_cast<float>(others) : 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        auto const& bar = bars[i];
        bool const alone = bar.kind == Kind::blank;
        float const pitch = alone ? last : each;
        float const x =
            alone ? inner.max.x - last / 2 : inner.min.x + each * (static_cast<float>(i) + 0.5F);
        float const w = std::min(ui.px(32), (alone ? std::min(each, last) : each) * 0.4F);
        float const h = bar.people > 0
                            ? std::max(ui.px(6), ui.px(high) * static_cast<float>(bar.people) /
                                                     static_cast<float>(tallest))
                            : ui.px(2);
        base::Rect const box{{x - w, base_y - h}, {x + w, base_y}};
        if (alone && bar.people > 0) {
            hatch(ui, box, c.ink3, ui.px(9), ui.px(1.5F));
            outline(ui, box, ui.px(6), c.ink3, ui.px(1.5F), Corners::top);
        } else {
            fill(ui, box, ui.px(6),
                 bar.people == 0             ? c.line2
                 : bar.kind == Kind::nothing ? c.ink3
                 : bar.kind == Kind::against ? c.riskfill
                                             : c.accent,
                 Corners::top);
        }
        draw_text_in(
            ui, {{x - pitch / 2, base_y - h - ui.px(30)}, {x + pitch / 2, base_y - h - ui.px(4)}},
            pitch > ui.px(36) ? type::h3 : type::meta, c.ink, std::to_string(bar.people),
            Align::centre);
        if (dots) draw_points(ui, bar, {x, base_y + ui.px(19)});
        float const under = base_y + ui.px(dots ? 32 : 10);
        draw_text_in(ui, {{x - pitch / 2, under}, {x + pitch / 2, under + ui.px(24)}},
                     pitch > ui.px(40) ? type::legend : type::meta, c.ink2, bar.said,
                     Align::centre);
    }
    float const to = inner.max.x - (blank ? apart + last : 0);
    line(ui, {inner.min.x, base_y}, {to, base_y}, c.ink, ui.px(2));
    if (blank) line(ui, {to + apart, base_y}, {inner.max.x, base_y}, c.ink3, ui.px(2));
    return base_y + ui.px(dots ? 66 : 44);
}

} // namespace

float draw_histogram(Ui& ui, Tally const& tally, model::Round const& round, CaseTally const& one,
                     base::Rect const& inner, float y)
{
    auto const& c = ui.color();
    draw_text(ui, {inner.min.x, y}, type::h3, c.ink, wording::given(*ui.words, tally));
    y += ui.px(34);
    if (tally.totals_only || (one.histogram.empty() && one.blanks == 0)) {
        auto const said = ui.tr(tally.totals_only ? "vote.too_few" : "vote.no_histogram");
        touch(ui, "results.hidden", {{inner.min.x, y}, {inner.max.x, y + ui.px(26)}}, said,
              Enabled::yes, Role::area);
        return y + draw_paragraph(ui, {inner.min.x, y}, inner.width(), type::text, c.ink2, said) +
               ui.px(14);
    }
    auto const bars = bars_of(ui, tally, round, one);
    float const from = y;
    y = ballots_of(tally) == model::BallotType::grades
            ? draw_grades_down(ui, tally, round, one, inner, y)
            : draw_bars(ui, bars, inner, y, tally.method);
    std::string read;
    for (auto const& bar : bars)
        read += (read.empty() ? "" : ", ") + bar.said + ": " + std::to_string(bar.people);
    touch(ui, "results.histogram", {{inner.min.x, from}, {inner.max.x, y}}, read, Enabled::yes,
          Role::area);
    return y;
}

} // namespace ui
