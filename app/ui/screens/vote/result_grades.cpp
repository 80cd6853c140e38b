#include "ui/kit/icons.h"
#include "ui/paint/grades.h"
#include "ui/screens/vote/method_views.h"
#include "wording/grades.h"
#include "wording/method_words.h"

#include <algorithm>

// The result of a judgment: the grades that each case was given, side by side, and the middle of
// the room through them.
namespace ui {
namespace {

using analysis::CaseTally;
using analysis::Tally;

constexpr float separator = 3;

struct Part {
    GradeLook look;
    std::string code; // empty for the blanks
    std::int64_t people = 0;
};

// The best grade first, and last those who gave none, where that counts as the worst.
std::vector<Part> parts_of(Ui const& ui, Tally const& tally, CaseTally const& one,
                           std::vector<std::string> const& codes)
{
    std::vector<Part> out;
    auto const blanks = tally.blank == model::BlankPolicy::below ? one.blanks : 0;
    for (std::size_t i = one.grades.size(); i-- > 0;)
        out.push_back({grade_look(ui, i, one.grades.size()), i < codes.size() ? codes[i] : "",
                       one.grades[i] - (i == 0 ? blanks : 0)});
    if (blanks > 0) out.push_back({grade_look(ui, 0, one.grades.size()), {}, blanks});
    return out;
}

// What of a text on `part` is not under the line of the middle.
base::Rect wider_side(Ui const& ui, base::Rect part, float middle)
{
    if (part.min.x >= middle || part.max.x <= middle) return part;
    float const half = ui.px(4.5F);
    if (middle - part.min.x > part.max.x - middle)
        part.max.x = middle - half;
    else
        part.min.x = middle + half;
    return part;
}

void draw_grade_bar(Ui& ui, ResultRow const& row)
{
    auto const& one = row.one;
    auto const& at = row.at;
    float const y = row.y, grown = row.grown;
    auto const& c = ui.color();
    base::Rect const bar{{at.bars, y - ui.px(17)}, {at.bars_end, y + ui.px(17)}};
    if (one.grades.empty()) { // of a few people
        fill(ui, bar, ui.px(6), c.sunken);
        draw_text_in(ui, {{bar.min.x + ui.px(14), bar.min.y}, bar.max}, type::meta, c.ink2,
                     ui.tr("results.hidden"));
        return;
    }
    auto const parts = parts_of(ui, row.tally(), one, wording::grade_codes(*ui.words, row.round));
    std::int64_t people = 0;
    std::size_t last = 0, first = parts.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        people += parts[i].people;
        if (parts[i].people > 0) last = i, first = std::min(first, i);
    }
    if (people == 0) return;
    float const gap = ui.px(separator);
    if (row.selected == On::yes) fill(ui, base::grown(bar, gap), ui.px(9), c.paper);
    float const middle = bar.center().x;
    float x = bar.min.x;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const& part = parts[i];
        if (part.people == 0) continue;
        float const w =
            bar.width() * grown * static_cast<float>(part.people) / static_cast<float>(people);
        base::Rect const box{{x, bar.min.y},
                             {std::max(x + 1, x + w - (i == last ? 0 : gap)), bar.max.y}};
        auto const corners = first == last ? Corners::all
                             : i == first  ? Corners::left
                             : i == last   ? Corners::right
                                           : Corners::none;
        bool const blank = part.code.empty();
        fill(ui, box, std::min(ui.px(6), box.width() / 2), blank ? c.sunken : part.look.fill,
             corners);
        if (blank) {
            hatch(ui, box, part.look.fill, ui.px(9), ui.px(2));
            outline(ui, box, std::min(ui.px(6), box.width() / 2), part.look.fill, ui.px(1.5F),
                    corners);
        }
        auto const count = std::to_string(part.people);
        auto const said =
            blank ? ui.tr("results.blank_bar") + " " + count : part.code + " " + count;
        x += w;
        if (grown < 1) continue;
        auto const where = wider_side(ui, box, middle);
        constexpr Type type{Face::semibold, 17, 22};
        float const room = where.width() - ui.px(10);
        auto const& written = text_width(ui, type, said) <= room && !blank ? said : count;
        if (text_width(ui, type, written) > room) continue;
        if (blank) // on a ground of its own, over the hatching
            fill(ui,
                 base::Rect{{where.center().x - text_width(ui, type, written) / 2 - ui.px(4),
                             y - ui.px(12)},
                            {where.center().x + text_width(ui, type, written) / 2 + ui.px(4),
                             y + ui.px(12)}},
                 ui.px(4), c.sunken);
        draw_text_in(ui, where, type, blank ? c.ink : part.look.text, written, Align::centre);
    }
    line(ui, {middle, bar.min.y - ui.px(5)}, {middle, bar.max.y + ui.px(5)}, c.paper, ui.px(9));
    line(ui, {middle, bar.min.y - ui.px(5)}, {middle, bar.max.y + ui.px(5)}, c.ink, ui.px(3));
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
    // Their widths, to share what is left between them; smaller where they do not fit.
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
    auto const& c = ui.color();
    auto const names = wording::grade_names(*ui.words, round);
    std::int64_t tallest = std::max<std::int64_t>(1, one.blanks);
    float widest = text_width(ui, type::legend, ui.tr("results.no_grade"));
    for (std::size_t i = 0; i < names.size(); ++i) {
        tallest = std::max(tallest, one.said(static_cast<int>(i)));
        widest = std::max(widest, text_width(ui, {Face::semibold, 17, 22}, names[i]));
    }
    float const from = inner.min.x + std::min(widest + ui.px(14), inner.width() * 0.5F);
    float const to = inner.max.x - ui.px(44);
    auto bar = [&](std::string const& name, std::int64_t people, GradeLook const& look, bool mine,
                   bool blank) {
        float const mid = y + ui.px(15);
        if (mine)
            fill(ui,
                 {{inner.min.x - ui.px(12), y + ui.px(2)}, {inner.min.x - ui.px(8), y + ui.px(28)}},
                 ui.px(2), c.accent);
        draw_text_in(ui, {{inner.min.x, y}, {from - ui.px(8), y + ui.px(30)}},
                     mine ? Type{Face::semibold, 17, 22} : type::legend, mine ? c.ink : c.ink2,
                     name);
        float const w = (to - from) * static_cast<float>(people) / static_cast<float>(tallest);
        base::Rect const box{{from, mid - ui.px(13)},
                             {from + std::max(people > 0 ? ui.px(4) : 0, w), mid + ui.px(13)}};
        if (people > 0 && blank) {
            hatch(ui, box, c.ink3, ui.px(9), ui.px(1.5F));
            outline(ui, box, ui.px(5), c.ink3, ui.px(1.5F), Corners::right);
        } else if (people > 0) {
            fill(ui, box, std::min(ui.px(5), box.width() / 2), look.fill, Corners::right);
        }
        line(ui, {from, y}, {from, y + ui.px(30)}, c.edge, ui.px(1.5F));
        draw_text_in(ui, {{box.max.x + ui.px(9), y}, {inner.max.x, y + ui.px(30)}}, type::strong,
                     people > 0 ? c.ink : c.ink3, std::to_string(people));
        y += ui.px(36);
    };
    for (std::size_t i = names.size(); i-- > 0;)
        bar(names[i], one.said(static_cast<int>(i)), grade_look(ui, i, names.size()),
            one.gauge && one.gauge->grade == static_cast<int>(i), false);
    if (one.blanks > 0 || tally.blanks > 0)
        bar(ui.tr("results.no_grade"), one.blanks, {}, false, true);
    return y + ui.px(8);
}

} // namespace ui
