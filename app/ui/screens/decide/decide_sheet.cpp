#include "analysis/ranking/guard_rails.h"
#include "ui/paint/guard_signs.h"
#include "ui/paint/picture_paint.h"
#include "ui/panels/case_origin.h"
#include "ui/panels/why_rank.h"
#include "ui/screens/decide/decide_parts.h"
#include "wording/decisions.h"
#include "wording/ranking.h"

#include <algorithm>
#include <array>
#include <utility>

// The sheet of a case in Décider: reasons for its rank, stability, decisions, other ranking
// methods.
namespace ui {
namespace {

using analysis::RankedCase;

constexpr int title_lines = 8;         // the sheet scrolls
constexpr float decision_height = 420; // of the choices and the question for a reason below

void draw_title(Ui& ui, DecideView& view, model::Case const& text, base::Rect const& area,
                Column& column)
{
    auto const number = std::to_string(text.number);
    float const y = column.y();
    base::Rect const shut{{area.max.x - ui.px(40), y - ui.px(4)},
                          {area.max.x + ui.px(4), y + ui.px(40)}};
    if (icon_button(ui, "decide.sheet.close", shut, icon::close, ui.tr("decide.sheet.close")))
        view.side = DecideView::Side::weights;
    draw_case_mark(ui, {area.min.x + ui.px(18), y + ui.px(18)},
                   {.number = number, .diameter = 36, .fill = ChipFill::accent});
    float const height =
        draw_paragraph(ui, {area.min.x + ui.px(48), y + ui.px(4)}, area.width() - ui.px(96),
                       type::h3, ui.color().ink, text.title, title_lines);
    column.gap(std::max(44.0F, height / ui.scale + 14));
}

// « Pourquoi ce rang ? | Décision », the latter with the number of open questions.
void draw_tabs(Ui& ui, DecideView& view, model::Document const& doc, Column& column)
{
    using Tab = DecideView::Tab;
    auto const why = ui.tr("decide.tab.why"), decision = ui.tr("decide.tab.decision");
    std::array<std::string_view, 2> const labels{why, decision};
    auto const box = column.row(46);
    auto chosen = static_cast<std::size_t>(view.tab);
    if (segmented(ui, "decide.tab", box, labels, chosen)) view.tab = static_cast<Tab>(chosen);
    int const open = analysis::open_questions(doc, view.selected);
    if (open > 0) {
        float const middle = (box.center().x + box.max.x) / 2;
        float const words = text_width(ui, type::strong, decision) / 2 + ui.px(8);
        if (middle + words + open_pill_width(ui, open) < box.max.x - ui.px(4))
            draw_open_pill(ui, {middle + words, box.center().y}, open);
    }
    column.gap(14);
}

void say_gap(Ui& ui, DecideView const& view, model::Document const& doc, RankedCase const& one,
             Column& column)
{
    auto const& c = ui.color();
    if (auto const* decided = view.verdicts().find(one.on)) {
        if (decided->lifted_over > 0)
            column.flag(icon::arrow_upward, c.warn,
                        wording::lifted_over(*ui.words, decided->lifted_over));
        if (decided->passed_by > 0)
            column.flag(icon::expand_more, c.warn,
                        wording::passed_by(*ui.words, decided->passed_by));
    }
    auto const body =
        view.body == model::Body::workshop ? model::Body::committee : model::Body::workshop;
    auto const other = model::get<model::Decision>(doc, {one.on, body});
    if (other.verdict != model::Verdict::none) {
        auto const look = look_of(ui, outcome_of(other.verdict));
        column.flag(look.icon, look.text,
                    wording::decided(*ui.words, body, other.verdict, other.reason));
    }
    if (!other.question.empty())
        column.flag(icon::help_outline, c.warn, wording::asked(*ui.words, body, other.question));
}

} // namespace

std::optional<Wish> draw_case_sheet(Ui& ui, DecideView& view, Workshop const& workshop,
                                    base::Rect const& area)
{
    auto const* one = view.ranking().find(view.selected);
    if (!one) return std::nullopt;
    auto const& doc = workshop.doc();
    if (std::exchange(view.sheet_of, one->on) != one->on) view.sheet.offset = 0;
    ScrollArea scroll(ui, "decide.sheet", base::grown(area, ui.px(14)), view.sheet);
    float const top = scroll.top() + ui.px(14);
    Column column(ui, area, top);
    draw_title(ui, view, model::get<model::Case>(doc, one->on), area, column);
    draw_tabs(ui, view, doc, column);
    std::optional<Wish> wish;
    if (view.tab == DecideView::Tab::decision) {
        float y = column.y();
        wish = draw_case_decision(ui, view, workshop, area, y);
        if (std::exchange(view.sheet_shows, DecideView::SheetShows::top) ==
            DecideView::SheetShows::decision)
            scroll.show(std::max(column.y(), y - ui.px(decision_height)), y);
        column.to(y);
        say_gap(ui, view, doc, *one, column);
    } else {
        WhyRank const why{doc, view.ranking(), view.order.vote(), "decide.sheet"};
        if (auto const other = draw_why(ui, why, *one, column)) view.select(*other);
    }
    float y = column.y();
    draw_origin(ui, doc, one->on, "decide.origin", area, y);
    column.to(y);
    scroll.content_height(column.y() - top + ui.px(40));
    return wish;
}

} // namespace ui
