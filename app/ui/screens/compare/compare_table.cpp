#include "pictures/outcomes.h"
#include "ui/kit/names.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets/chips.h"
#include "ui/screens/compare/compare_parts.h"
#include "wording/decisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

// Both orders in one table.
namespace ui {
namespace {

using analysis::CaseChange;

constexpr float row_height = 56, head_height = 44;

struct Columns {
    float rank, was, gained, chip, title, title_end, opportunity, risk, verdict, end;
};

Columns columns_of(Ui const& ui, base::Rect const& box)
{
    Columns at{};
    at.rank = box.min.x + ui.px(24);
    at.was = at.rank + ui.px(76);
    at.gained = at.was + ui.px(84);
    at.chip = at.gained + ui.px(96);
    at.title = at.chip + ui.px(30);
    at.end = box.max.x - ui.px(14);
    at.verdict = at.end - ui.px(330);
    at.risk = at.verdict - ui.px(130);
    at.opportunity = at.risk - ui.px(130);
    at.title_end = at.opportunity - ui.px(20);
    return at;
}

void draw_head(Ui& ui, Columns const& at, base::Rect const& box)
{
    auto const& c = ui.color();
    auto word = [&](float x, float to, std::string_view key) {
        draw_text_in(ui, {{x, box.min.y}, {to, box.max.y}}, type::legend, c.ink2, ui.tr(key));
    };
    word(at.rank, at.was - ui.px(6), "decide.rank");
    word(at.was, at.gained - ui.px(6), "compare.was");
    word(at.chip - ui.px(18), at.title_end, "decide.case");
    word(at.opportunity, at.risk - ui.px(6), "decide.opportunity");
    word(at.risk, at.verdict - ui.px(6), "decide.risk");
    word(at.verdict, at.end, "decide.verdict");
    hairline_h(ui, box.min.x, box.max.x, box.max.y - 1, c.line);
}

std::string rank_of(std::optional<int> rank) { return rank ? std::to_string(*rank) : "–"; }

void draw_gained(Ui& ui, base::Vec2 at, CaseChange const& one)
{
    auto const& c = ui.color();
    int const gained = one.places_gained();
    if (gained == 0) {
        bool const known = one.rank_before && one.rank_after;
        draw_text_in(ui, {{at.x, at.y - ui.px(13)}, {at.x + ui.px(60), at.y + ui.px(13)}},
                     type::body, c.ink3, known ? "=" : "");
        return;
    }
    auto const color = gained > 0 ? c.opp : c.risk;
    float const x = at.x + ui.px(10), half = ui.px(7);
    float const up = gained > 0 ? -1.0F : 1.0F;
    triangle(ui, {x - half, at.y - up * half * 0.7F}, {x + half, at.y - up * half * 0.7F},
             {x, at.y + up * half}, color);
    draw_text_in(ui, {{x + ui.px(16), at.y - ui.px(14)}, {x + ui.px(60), at.y + ui.px(14)}},
                 type::h3, color, std::to_string(std::abs(gained)));
}

void draw_level(Ui& ui, float x, float y, std::optional<analysis::Point> const& before,
                std::optional<analysis::Point> const& after, double analysis::Point::*which)
{
    auto const& c = ui.color();
    auto said = [&](std::optional<analysis::Point> const& at) {
        return at ? ui.words->decimal((*at).*which / 100, 1) : std::string("–");
    };
    auto const was = said(before), is = said(after);
    base::Rect const box{{x, y - ui.px(14)}, {x + ui.px(124), y + ui.px(14)}};
    if (was == is) {
        draw_text_in(ui, box, type::body, c.ink3, is);
        return;
    }
    float const wide = draw_text_in(ui, box, type::body, c.ink3, was + " → ");
    draw_text_in(ui, {{x + wide, box.min.y}, box.max}, type::h3, c.ink, is);
}

void draw_verdicts(Ui& ui, Columns const& at, float y, CaseChange const& one)
{
    auto const it = std::ranges::find_if(one.decisions, &analysis::DecisionChange::other_verdict);
    if (it == one.decisions.end()) return;
    float x = at.verdict;
    auto pill = [&](model::Verdict verdict) {
        auto const word = wording::verdict(*ui.words, verdict);
        if (verdict != model::Verdict::none)
            x += draw_decision(ui, {x, y}, pictures::outcome_of(verdict), word, 36);
        else
            x += draw_text_in(ui, {{x, y - ui.px(12)}, {at.end, y + ui.px(12)}}, type::legend,
                              ui.color().ink3, word);
    };
    pill(it->verdict_before());
    draw_icon_at(ui, {x + ui.px(16), y}, ui.px(20), ui.color().ink2, icon::arrow_forward);
    x += ui.px(32);
    pill(it->verdict_after());
}

void draw_row(Ui& ui, CompareView& view, ComparedSessions const& of, CaseChange const& one,
              Columns const& at, base::Rect const& box)
{
    auto const& c = ui.color();
    auto const text = model::get<model::Case>(of.after, one.pair.after);
    auto const id = fmt::format("compare.row.{}", text.number);
    auto const press = touch(ui, id, box, text.title);
    bool const chosen = view.selected == one.pair.after;
    if (chosen) probe_on(ui, id, On::yes);
    probe_value(ui, id, wording::rank_change(*ui.words, one));
    if (chosen || press.hovered) fill(ui, box, ui.px(10), chosen ? c.atint : c.sunken);
    if (press.focused) focus_ring(ui, box, ui.px(10));
    if (press.clicked) view.selected = chosen ? model::CaseId{} : one.pair.after;
    float const y = box.center().y;
    bool const changed = one.rank_before != one.rank_after;
    draw_text_in(ui, {{at.rank, box.min.y}, {at.was, box.max.y}}, type::rank, c.ink,
                 rank_of(one.rank_after));
    draw_text_in(ui, {{at.was, box.min.y}, {at.gained, box.max.y}}, type::body,
                 changed ? c.ink2 : c.ink3, rank_of(one.rank_before));
    draw_gained(ui, {at.gained, y}, one);
    draw_case_mark(ui, {at.chip, y},
                   {std::to_string(text.number), 34,
                    one.other_quadrant() ? ChipFill::accent : ChipFill::outlined});
    draw_case_title(ui, {{at.title, box.min.y + ui.px(3)}, {at.title_end, box.max.y - ui.px(3)}},
                    type::room, one.changed() ? c.ink : c.ink2, text);
    draw_level(ui, at.opportunity, y, one.mean_before, one.mean_after,
               &analysis::Point::opportunity);
    draw_level(ui, at.risk, y, one.mean_before, one.mean_after, &analysis::Point::risk);
    draw_verdicts(ui, at, y, one);
    hairline_h(ui, box.min.x, box.max.x, box.max.y - 1, c.line);
}

} // namespace

void draw_rank_table(Ui& ui, CompareView& view, ComparedSessions const& of, base::Rect const& area)
{
    base::Rect const table{{area.min.x + ui.px(24), area.min.y},
                           {area.max.x - ui.px(24), area.max.y - ui.px(20)}};
    draw_text_in(ui, {table.min, {table.max.x, table.min.y + ui.px(30)}}, type::body,
                 ui.color().ink2, wording::ranks(*ui.words, of.of()));
    base::Rect const card{{table.min.x, table.min.y + ui.px(44)}, table.max};
    draw_surface(ui, card,
                 {.radius = ui.px(14),
                  .fill = ui.color().card,
                  .border = ui.color().line,
                  .border_width = 1,
                  .level = Level::e1});
    base::Rect const head{card.min, {card.max.x, card.min.y + ui.px(head_height)}};
    auto const at = columns_of(ui, card);
    draw_head(ui, at, head);
    base::Rect const body{{card.min.x + 1, head.max.y}, {card.max.x - 1, card.max.y - ui.px(8)}};
    ScrollArea scroll(ui, "compare.rows", body, view.rows);
    float const height = ui.px(row_height);
    auto const count = of.all.cases.size();
    auto const above = std::max(0.0F, (body.min.y - scroll.top()) / height);
    auto const first = std::min(count, static_cast<std::size_t>(above));
    auto const last = std::min(count, first + 2 + static_cast<std::size_t>(body.height() / height));
    for (auto i = first; i < last; ++i) {
        float const y = scroll.top() + static_cast<float>(i) * height;
        draw_row(ui, view, of, of.all.cases[i], at, {{body.min.x, y}, {body.max.x, y + height}});
    }
    scroll.content_height(static_cast<float>(count) * height);
}

} // namespace ui
