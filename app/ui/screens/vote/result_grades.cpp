#include "pictures/charts.h"
#include "ui/paint/grades.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/vote/method_views.h"
#include "wording/votes/grades.h"
#include "wording/votes/method_words.h"

#include <algorithm>

// The result of a judgment: the shares of the grades of each case, with the median line.
namespace ui {
namespace {

using analysis::CaseTally;
using analysis::Tally;

// Best grade first; blanks last if they count as the worst.
std::vector<pictures::SharePart> parts_of(Ui const& ui, Tally const& tally, CaseTally const& one,
                                          std::vector<std::string> const& codes)
{
    using Kind = pictures::SharePart::Kind;
    std::vector<pictures::SharePart> out;
    auto const blanks = tally.blank == model::BlankPolicy::below ? one.blanks : 0;
    auto add = [&](std::size_t grade, std::string code, std::int64_t people, Kind kind) {
        auto const look = grade_look(ui, grade, one.grades.size());
        out.push_back({std::move(code), people, look.fill, look.text, kind});
    };
    for (std::size_t i = one.grades.size(); i-- > 0;)
        add(i, i < codes.size() ? codes[i] : "", one.grades[i] - (i == 0 ? blanks : 0), Kind::said);
    if (blanks > 0) add(0, {}, blanks, Kind::blank);
    return out;
}

void draw_grade_bar(Ui& ui, ResultRow const& row)
{
    auto const& one = row.one;
    auto const& at = row.at;
    float const y = row.y, grown = row.grown;
    auto const& c = ui.color();
    base::Rect const bar{{at.bars, y - ui.px(17)}, {at.bars_end, y + ui.px(17)}};
    if (one.grades.empty()) { // in small rooms
        fill(ui, bar, ui.px(6), c.sunken);
        draw_text_in(ui, {{bar.min.x + ui.px(14), bar.min.y}, bar.max}, type::meta, c.ink2,
                     ui.tr("results.hidden"));
        return;
    }
    auto const parts = parts_of(ui, row.tally(), one, wording::grade_codes(*ui.words, row.round));
    draw_picture(ui, [&](auto& pen) {
        pictures::draw_shares(pen, parts, bar, grown,
                              row.selected == On::yes ? pictures::Standing::chosen
                                                      : pictures::Standing::plain);
    });
}

void draw_grade_said(Ui& ui, ResultRow const& row)
{
    auto const& one = row.one;
    auto const& at = row.at;
    auto const count = static_cast<std::size_t>(row.round.grades);
    wording::CaseResult const of{row.round, row.tally(), one};
    float y = row.y;
    float const x = at.bars_end + ui.px(22);
    if (!one.gauge) return;
    auto const under = wording::under_score(*ui.words, of);
    draw_text_in(ui, {{x + ui.px(26), y + ui.px(7)}, {at.tie - ui.px(12), y + ui.px(27)}},
                 type::meta, ui.color().ink2, under);
    if (!under.empty()) y -= ui.px(9);
    auto const look = grade_look(ui, static_cast<std::size_t>(one.gauge->grade), count);
    fill(ui, {{x, y - ui.px(12)}, {x + ui.px(15), y + ui.px(12)}}, ui.px(5), look.fill);
    draw_text_in(ui, {{x + ui.px(26), y - ui.px(16)}, {at.tie - ui.px(12), y + ui.px(16)}},
                 {Face::semibold, 21, 28}, ui.color().ink, wording::score(*ui.words, of));
}

void draw_grade_legend(Ui& ui, ResultHead const& head, float y)
{
    auto const& round = head.round;
    auto const& at = head.at;
    auto const count = static_cast<std::size_t>(head.tally.value_max) + 1;
    auto const codes = wording::grade_codes(*ui.words, round);
    float const left = at.rank - ui.px(36), right = at.end;
    constexpr Type code_type{Face::semibold, 17, 22};
    // The widths of labels, to distribute the space; smaller fonts if needed.
    auto type = type::label;
    auto const chip = [&](std::size_t i) {
        auto const& code = i < codes.size() ? codes[i] : std::string{};
        return std::max(ui.px(38), text_width(ui, code_type, code) + ui.px(14));
    };
    auto needed = [&] {
        float sum = 0;
        for (std::size_t i = 0; i < count; ++i)
            sum += chip(i) + ui.px(10) +
                   text_width(ui, type, wording::grade_name(*ui.words, round, i));
        return sum;
    };
    if (needed() + ui.px(14) * static_cast<float>(count - 1) > right - left) type = type::meta;
    bool const names = needed() + ui.px(10) * static_cast<float>(count - 1) <= right - left;
    float const spare = right - left - needed();
    float const gap =
        names && count > 1 ? std::min(ui.px(90), spare / static_cast<float>(count - 1)) : ui.px(14);
    float x = left;
    for (std::size_t i = count; i-- > 0;) {
        auto const look = grade_look(ui, i, count);
        auto const name = wording::grade_name(*ui.words, round, i);
        base::Rect const box{{x, y - ui.px(14)}, {x + chip(i), y + ui.px(14)}};
        touch(ui, "results.grade." + std::to_string(i), box, name, Enabled::yes, Role::area);
        fill(ui, box, ui.px(6), look.fill);
        if (i < codes.size()) draw_text_in(ui, box, code_type, look.text, codes[i], Align::centre);
        x = box.max.x + ui.px(10);
        if (names) {
            float const w = text_width(ui, type, name);
            draw_text_in(ui, {{x, y - ui.px(13)}, {x + w + 1, y + ui.px(13)}}, type,
                         ui.color().ink2, name);
            x += w;
        }
        x += gap;
    }
}

} // namespace

void grades_head(Ui& ui, ResultHead const& head)
{
    draw_grade_legend(ui, head, head.y - ui.px(result_legend));
    if (head.tally.totals_only) return;
    draw_text_in(ui, {{head.at.bars, head.y - ui.px(12)}, {head.at.bars_end, head.y + ui.px(12)}},
                 type::legend, ui.color().ink2, ui.tr("results.middle"), Align::centre);
}

void grades_marks(Ui& ui, ResultRow const& row)
{
    draw_grade_bar(ui, row);
    draw_grade_said(ui, row);
}

float draw_grades_down(Ui& ui, Tally const& tally, model::Round const& round, CaseTally const& one,
                       base::Rect const& inner, float y)
{
    using Row = pictures::ShareRow;
    auto const names = wording::grade_names(*ui.words, round);
    std::vector<Row> rows;
    float widest = text_width(ui, type::legend, ui.tr("results.no_grade"));
    for (std::size_t i = names.size(); i-- > 0;) {
        bool const mine = one.gauge && one.gauge->grade == static_cast<int>(i);
        rows.push_back({names[i], one.said(static_cast<int>(i)),
                        grade_look(ui, i, names.size()).fill, Row::Kind::said,
                        mine ? pictures::Standing::chosen : pictures::Standing::plain});
    }
    if (one.blanks > 0 || tally.blanks > 0)
        rows.push_back({ui.tr("results.no_grade"),
                        one.blanks,
                        {},
                        Row::Kind::blank,
                        pictures::Standing::plain});
    return draw_picture(ui, [&](auto& pen) {
        return pictures::draw_share_rows(pen, rows, {{inner.min.x, y}, {inner.max.x, y}}, widest);
    });
}

} // namespace ui
