#include "model/voting_method.h"
#include "pictures/charts.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/vote/vote_results.h"
#include "wording/votes/results.h"

#include <algorithm>

namespace ui {
namespace {

using analysis::CaseTally;
using analysis::Tally;

enum class BarKind { against, nothing, given, blank };

// The bars of a histogram: one per value, or per range of values; blank ballots last, set apart.
struct Bar {
    int from = 0, to = 0;
    std::int64_t people = 0;
    std::string said;
    BarKind kind = BarKind::given;
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
        // 0 has a bar of its own.
        int const to = from == 0 || width == 1 ? from : std::min(most, from + width - 1);
        Bar bar{from, from < 0 && to >= 0 ? -1 : to, 0, {}, {}};
        for (auto const& one_bar : one.histogram)
            if (one_bar.value >= bar.from && one_bar.value <= bar.to)
                bar.people += one.said(one_bar.value);
        bar.kind = bar.from == 0  ? BarKind::nothing
                   : bar.from < 0 ? BarKind::against
                                  : BarKind::given;
        constexpr int few = 5;
        bar.said = wording::bar(*ui.words, tally, round, bar.from, bar.to,
                                width == 1 && values <= few ? wording::Values::few
                                                            : wording::Values::many);
        from = bar.to + 1;
        out.push_back(std::move(bar));
    }
    // All ballots rank it: the bar of unranked ones is omitted.
    if (places && !out.empty() && out.front().people == 0) out.erase(out.begin());
    if (one.blanks > 0 || tally.blanks > 0)
        out.push_back({0, 0, one.blanks, wording::blank_bar(*ui.words, tally), BarKind::blank});
    return out;
}

constexpr int points_drawn = 5; // limit for drawing points as dots

std::vector<pictures::HistogramBar> drawn(Ui const& ui, std::vector<Bar> const& bars,
                                          model::Method method)
{
    auto const& c = ui.color();
    int most = 0;
    for (auto const& bar : bars) most = std::max(most, bar.to);
    bool const dots =
        model::voting_method(method).spends == model::Spends::sum && most <= points_drawn;
    std::vector<pictures::HistogramBar> out;
    for (auto const& bar : bars) {
        auto& one = out.emplace_back();
        one.people = bar.people;
        one.said = bar.said;
        one.color = bar.kind == BarKind::nothing   ? c.ink3
                    : bar.kind == BarKind::against ? c.riskfill
                                                   : c.accent;
        if (bar.kind == BarKind::blank)
            one.kind = pictures::HistogramBar::Kind::blank;
        else if (dots)
            one.points = bar.from;
    }
    return out;
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
            : draw_picture(ui, [&](auto& pen) {
                  return pictures::draw_histogram(pen, drawn(ui, bars, tally.method),
                                                  {{inner.min.x, y}, {inner.max.x, y}});
              });
    std::string read;
    for (auto const& bar : bars)
        read += (read.empty() ? "" : ", ") + bar.said + ": " + std::to_string(bar.people);
    touch(ui, "results.histogram", {{inner.min.x, from}, {inner.max.x, y}}, read, Enabled::yes,
          Role::area);
    return y;
}

} // namespace ui
