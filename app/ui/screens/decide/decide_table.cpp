#include "analysis/common/in_use.h"
#include "analysis/ranking/guard_rails.h"
#include "ui/paint/guard_signs.h"
#include "ui/paint/matrix_paint.h"
#include "ui/screens/decide/decide_parts.h"
#include "wording/decisions.h"
#include "wording/ranking.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace ui {
namespace {

using analysis::RankedCase;
using Sort = DecideView::Sort;
using Way = DecideView::Way;
using Rows = std::vector<RankedCase const*>;

// Widths of optional columns: first the bars of the axes, then those of the levels are dropped;
// then fonts shrink.
constexpr float bars_width = 176, least_with_bars = 1230;
constexpr float least_with_levels = 1180, least_without = 1090;
constexpr float head_height = 50;
constexpr int travelling_rows = 8; // number animated; others jump

// The column of the other body's decisions is shown only if there are any.
bool other_decided(DecideView const& view, model::Document const& doc)
{
    return std::ranges::any_of(model::table<model::Decision>(doc), [&](auto const& row) {
        return row.first.body != view.body && row.second.verdict != model::Verdict::none;
    });
}

// Columns beside the decision take space only if used.
float rails_width(Ui const& ui, DecideView const& view, model::Document const& doc)
{
    bool const any = std::ranges::any_of(view.ranking().cases, [&](RankedCase const& one) {
        return !analysis::notices_of(doc, {one.on, view.body}).empty();
    });
    return any ? notice_pill_width(ui) : 0;
}

float verdict_width(Ui const& ui)
{
    float widest = 0;
    for (auto const verdict : given_verdicts)
        widest = std::max(widest, decision_width(ui, wording::verdict(*ui.words, verdict)));
    return widest;
}

enum class Other { none, some };
DecideColumns columns_of(Ui const& ui, base::Rect const& box, std::size_t axes, Other other,
                         float rails)
{
    float const x = box.min.x, right = box.max.x - ui.px(10); // the list's scroll bar

    DecideColumns at{};
    at.rank = x + ui.px(42);
    at.interval = x + ui.px(50);
    at.chip = x + ui.px(126);
    at.title = x + ui.px(154);
    at.end = right;
    at.review = right - ui.px(110);
    at.owner = right - ui.px(other == Other::some ? 240 : 248);
    at.other = at.owner - (other == Other::some ? ui.px(42) : 0);
    at.verdict = at.other - verdict_width(ui) - ui.px(14) - rails;
    bool const bars = axes > 0 && bars_fit(ui, box.width());
    at.axes = at.verdict - (bars ? ui.px(bars_width) : 0);
    at.pitch = bars ? std::min(ui.px(20.5F), ui.px(164) / static_cast<float>(axes)) : 0;
    at.levels = box.width() >= ui.px(least_with_levels) ? DecideColumns::Levels::drawn
                                                        : DecideColumns::Levels::said;
    bool const drawn = at.levels == DecideColumns::Levels::drawn;
    at.risk = at.axes - ui.px(drawn ? 108 : 98);
    at.opportunity = at.risk - ui.px(drawn ? 116 : 112);
    at.vote = at.opportunity - ui.px(18);
    at.title_end = at.vote - ui.px(56);
    return at;
}

// Opportunity less risk on one axis; cases without placement come last.
double on_axis(RankedCase const& one, model::AxisId axis)
{
    for (auto const& value : one.values)
        if (value.axis == axis) return value.opportunity - value.risk;
    return -99;
}

// Sorted by a column, best or first on top; ties in the order of the ranking.
Rows sorted(DecideView const& view, model::Document const& doc)
{
    Rows rows;
    for (auto const& one : view.ranking().cases) rows.push_back(&one);
    auto decision = [&](RankedCase const* r) {
        return model::get<model::Decision>(doc, {r->on, view.body});
    };
    auto by = [&](auto&& less, auto&& key) {
        std::ranges::stable_sort(rows, [&](RankedCase const* a, RankedCase const* b) {
            return view.way == Way::on ? less(key(a), key(b)) : less(key(b), key(a));
        });
    };
    // Empty texts come last in both directions.
    auto said_last = [&](auto&& text) {
        by(std::less{}, text);
        std::stable_partition(rows.begin(), rows.end(),
                              [&](RankedCase const* r) { return !text(r).empty(); });
    };
    switch (view.sort) {
    case Sort::rank: by(std::less{}, [](auto* r) { return r->rank; }); break;
    case Sort::number:
        by(std::less{}, [&](auto* r) { return model::get<model::Case>(doc, r->on).number; });
        break;
    case Sort::decision:
        by(std::less{}, [&](auto* r) {
            auto const verdict = decision(r).verdict;
            return verdict == model::Verdict::none ? 9 : static_cast<int>(verdict);
        });
        break;
    case Sort::vote: by(std::greater{}, [](auto* r) { return r->vote; }); break;
    case Sort::opportunity:
        by(std::greater{}, [](auto* r) { return r->opportunity.value_or(-1); });
        break;
    case Sort::risk: by(std::less{}, [](auto* r) { return r->risk.value_or(99); }); break;
    case Sort::axis:
        by(std::greater{}, [&](auto* r) { return on_axis(*r, view.sort_axis); });
        break;
    case Sort::owner: said_last([&](auto* r) { return decision(r).owner; }); break;
    case Sort::review: said_last([&](auto* r) { return decision(r).review; }); break;
    }
    return rows;
}

class Head {
public:
    Head(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& box)
        : ui_(ui)
        , view_(view)
        , doc_(workshop.doc())
        , box_{box.min, {box.max.x, box.min.y + ui.px(head_height)}}
    {
    }

    void word(std::string_view id, std::string const& said, float from, float to, Sort sort,
              board::Color color, Align align = Align::left)
    {
        base::Rect const cell{{from, box_.min.y}, {to, box_.max.y}};
        bool const on = press(id, cell, said, sort, {});
        auto const face = on ? type::strong : type::label;
        base::Rect inside = cell;
        if (on) (align == Align::right ? inside.min.x : inside.max.x) -= ui_.px(14);
        float const drawn =
            draw_word({cell.min, inside.max}, face, on ? ui_.color().ink : color, said, align);
        if (on)
            arrow_at({align == Align::right ? cell.max.x - drawn - ui_.px(12)
                                            : cell.min.x + drawn + ui_.px(12),
                      cell.center().y});
    }

    void axes(DecideColumns const& at)
    {
        if (!at.bars()) return;
        float x = at.axes;
        for (auto id : analysis::active_axes(doc_)) {
            auto const axis = model::get<model::Axis>(doc_, id);
            base::Rect const cell{{x, box_.min.y}, {x + at.pitch, box_.max.y}};
            bool const on = press("decide.by.axis." + std::to_string(axis.place), cell, axis.title,
                                  Sort::axis, id);
            draw_axis_badge(ui_, {x, box_.min.y + ui_.px(on ? 9 : 14)}, at.pitch * 0.92F,
                            axis.place);
            if (on) arrow_at({x + at.pitch * 0.46F, box_.max.y - ui_.px(10)});
            x += at.pitch;
        }
    }

private:
    // On two lines where it has two parts and is too wide: "Vote 4 · comité". Returns its width.
    float draw_word(base::Rect const& cell, Type face, board::Color color, std::string const& said,
                    Align align)
    {
        constexpr std::string_view between = " · ";
        auto const cut = said.find(between);
        if (cut == std::string::npos || text_width(ui_, face, said) <= cell.width())
            return draw_text_in(ui_, cell, face, color, said, align);
        Type const small{face.face, 15, 19};
        float const middle = cell.center().y;
        return std::max(draw_text_in(ui_, {{cell.min.x, middle - ui_.px(19)}, {cell.max.x, middle}},
                                     small, color, said.substr(0, cut), align),
                        draw_text_in(ui_, {{cell.min.x, middle}, {cell.max.x, middle + ui_.px(19)}},
                                     small, color, said.substr(cut + between.size()), align));
    }
    bool press(std::string_view id, base::Rect const& cell, std::string const& said, Sort sort,
               model::AxisId axis)
    {
        bool const on = view_.sort == sort && view_.sort_axis == axis;
        auto const touched = touch(ui_, id, base::grown(cell, -ui_.px(2)), said);
        if (on) probe_on(ui_, id, On::yes);
        if (touched.focused) focus_ring(ui_, base::grown(cell, -ui_.px(5)), ui_.px(8));
        if (touched.hovered) {
            fill(ui_,
                 {{cell.min.x - ui_.px(6), cell.min.y + ui_.px(7)},
                  {cell.max.x + ui_.px(2), cell.max.y - ui_.px(7)}},
                 ui_.px(8), ui_.color().sunken);
            tooltip(ui_, cell, sort == Sort::axis ? said : ui_.tr("decide.sort"));
        }
        if (touched.clicked) {
            view_.way = on && view_.way == Way::on ? Way::back : Way::on;
            view_.sort = sort;
            view_.sort_axis = axis;
        }
        return on;
    }

    // Down: best first; up: reversed.
    void arrow_at(base::Vec2 centre)
    {
        float const w = ui_.px(5), h = ui_.px(view_.way == Way::on ? 3.5F : -3.5F);
        triangle(ui_, {centre.x - w, centre.y - h}, {centre.x + w, centre.y - h},
                 {centre.x, centre.y + h}, ui_.color().accent);
    }

    Ui& ui_;
    DecideView& view_;
    model::Document const& doc_;
    base::Rect box_;
};

void draw_head(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& box,
               DecideColumns const& at)
{
    auto const& c = ui.color();
    Head head(ui, view, workshop, box);
    head.word("decide.by.rank", ui.tr("decide.rank"), box.min.x + ui.px(18), at.chip - ui.px(18),
              Sort::rank, c.ink2);
    head.word("decide.by.number", ui.tr("decide.case"), at.title, at.title_end, Sort::number,
              c.ink2);
    auto const votes = view.ranking().reference
                           ? wording::reference(*ui.words, workshop.doc(), view.ranking())
                           : ui.tr("decide.votes");
    head.word("decide.by.vote", votes, at.vote - ui.px(72), at.vote, Sort::vote, c.ink2,
              Align::right);
    head.word("decide.by.opportunity", "↑\u00A0" + ui.tr("decide.opportunity"),
              at.opportunity + ui.px(12), at.risk - ui.px(4), Sort::opportunity, c.opp);
    head.word("decide.by.risk", ui.tr("decide.risk") + "\u00A0→", at.risk, at.axes - ui.px(4),
              Sort::risk, c.risk);
    head.axes(at);
    bool const ours = view.body == model::Body::workshop;
    head.word("decide.by.verdict", ui.tr(ours ? "decide.verdict" : "decide.verdict.committee"),
              at.verdict, at.owner - ui.px(6), Sort::decision, c.ink2);
    head.word("decide.by.owner", ui.tr("decide.owner"), at.owner, at.review - ui.px(6), Sort::owner,
              c.ink2);
    head.word("decide.by.review", ui.tr("decide.review"), at.review, at.end - ui.px(8),
              Sort::review, c.ink2);
    hairline_h(ui, box.min.x, box.max.x, box.min.y + ui.px(head_height), c.line);
}

void walk_rows(Ui& ui, DecideView& view, Workshop const& workshop, Rows const& rows)
{
    if (rows.empty()) return;
    auto const found =
        std::ranges::find(rows, view.selected, [](auto* r) { return r->on; }) - rows.begin();
    auto const count = static_cast<std::ptrdiff_t>(rows.size());
    auto go = [&](std::ptrdiff_t to) {
        view.select(
            rows[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, count - 1))]->on);
    };
    if (shortcut(ui, ImGuiKey_DownArrow, Repeat::yes)) go(found == count ? 0 : found + 1);
    if (shortcut(ui, ImGuiKey_UpArrow, Repeat::yes)) go(found == count ? 0 : found - 1);
    if (shortcut(ui, ImGuiKey_Home)) go(0);
    if (shortcut(ui, ImGuiKey_End)) go(count - 1);
    if (found == count || workshop.access == Access::read) return;
    auto const decision = model::get<model::Decision>(workshop.doc(), {view.selected, view.body});
    auto type_into = [&](DecideView::Editing what, std::string const& value, char const* field) {
        view.editing = what;
        view.text = value;
        view.sought = view.selected;
        focus(ui, field + case_number(workshop.doc(), view.selected) + ".edit");
    };
    if (shortcut(ui, ImGuiKey_P))
        type_into(DecideView::Editing::owner, decision.owner, "decide.owner.");
    if (shortcut(ui, ImGuiKey_J))
        type_into(DecideView::Editing::review, decision.review, "decide.review.");
}

// Rows animate to new positions, a few at a time; moving ones are on top.
std::vector<DecideRow> lay_rows(Ui& ui, DecideView const& view, Workshop const& workshop,
                                Rows const& rows, base::Rect const& list, float top, float height)
{
    std::vector<DecideRow> out;
    int travelling = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto const index = static_cast<float>(i);
        float at = follow(ui, "decide/row/" + case_number(workshop.doc(), rows[i]->on), index,
                          span_ms::reorder, Ease::in_out_cubic);
        bool const moves = std::abs(at - index) > 0.01F && ++travelling <= travelling_rows;
        if (!moves) at = index;
        base::Rect const box{{list.min.x + 1, top + at * height},
                             {list.max.x - 1, top + (at + 1) * height}};
        bool const repeats = i > 0 && view.sort == Sort::rank && rows[i - 1]->rank == rows[i]->rank;
        out.push_back({rows[i], box, repeats ? DecideRow::Rank::repeated : DecideRow::Rank::shown,
                       moves ? DecideRow::Moving::yes : DecideRow::Moving::no});
    }
    std::stable_partition(out.begin(), out.end(),
                          [](DecideRow const& row) { return row.moving == DecideRow::Moving::no; });
    return out;
}

} // namespace

bool bars_fit(Ui const& ui, float width) { return width >= ui.px(least_with_bars); }

std::optional<Wish> draw_decide_table(Ui& ui, DecideView& view, Workshop const& workshop,
                                      base::Rect const& area)
{
    float const rails = rails_width(ui, view, workshop.doc()) / ui.scale;
    AtScale const fits(ui, std::min(ui.scale, area.width() / (least_without + rails)));
    draw_surface(ui, area,
                 {.radius = ui.px(18),
                  .fill = ui.color().card,
                  .border = ui.color().line,
                  .border_width = 1,
                  .level = Level::e1});
    auto const at =
        columns_of(ui, area, view.ranking().weights.size(),
                   other_decided(view, workshop.doc()) ? Other::some : Other::none, ui.px(rails));
    draw_head(ui, view, workshop, area, at);
    auto const rows = sorted(view, workshop.doc());
    walk_rows(ui, view, workshop, rows);
    base::Rect const list{{area.min.x, area.min.y + ui.px(head_height + 1)},
                          {area.max.x, area.max.y - ui.px(4)}};
    ScrollArea scroll(ui, "decide.table", list, view.scroll);
    std::optional<Wish> wish;
    float const height = decide_row_height(ui, view, workshop.doc(), at, list.height());
    for (auto const& row : lay_rows(ui, view, workshop, rows, list, scroll.top(), height)) {
        if (view.sought == row.one->on && row.moving == DecideRow::Moving::no) {
            scroll.show(row.box.min.y, row.box.max.y);
            view.sought = {};
        }
        if (row.box.max.y < list.min.y || row.box.min.y > list.max.y) continue;
        if (auto asked = draw_decide_row(ui, view, workshop, row, at)) wish = std::move(asked);
    }
    scroll.content_height(height * static_cast<float>(rows.size()));
    return wish;
}

} // namespace ui
