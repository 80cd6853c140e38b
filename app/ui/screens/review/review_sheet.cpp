#include "ui/kit/paint.h"
#include "ui/kit/widgets/chips.h"
#include "ui/panels/case_origin.h"
#include "ui/panels/why_rank.h"
#include "ui/screens/review/review_parts.h"
#include "wording/decisions.h"
#include "wording/story.h"

#include <algorithm>

// One case at that moment: decision and its difference from the order, who proposed it and what was
// merged into it, reasons for its rank, its events so far.
namespace ui {
namespace {

constexpr std::size_t told_most = 40; // maximum number of its events
constexpr double draws_ms = 6;        // time per frame for draws, while paused

void draw_sheet_title(Ui& ui, ReviewView& view, model::Case const& text, Column& column)
{
    auto const& area = column.area();
    float const y = column.y();
    base::Rect const shut{{area.max.x - ui.px(40), y - ui.px(4)},
                          {area.max.x + ui.px(4), y + ui.px(40)}};
    if (icon_button(ui, "review.sheet.close", shut, icon::close, ui.tr("decide.sheet.close"))) {
        view.selected = {};
        view.side = ReviewView::Side::log;
    }
    auto const number = std::to_string(text.number);
    draw_case_mark(ui, {area.min.x + ui.px(18), y + ui.px(18)},
                   {.number = number, .diameter = 36, .fill = ChipFill::accent});
    float const height =
        draw_paragraph(ui, {area.min.x + ui.px(48), y + ui.px(4)}, area.width() - ui.px(96),
                       type::h3, ui.color().ink, text.title, 8);
    column.gap(std::max(44.0F, height / ui.scale + 14));
}

void draw_decided(Ui& ui, ReviewView& view, Workshop const& workshop, Column& column)
{
    auto const& doc = workshop.doc();
    for (auto body : {model::Body::workshop, model::Body::committee}) {
        auto const decision = model::get<model::Decision>(doc, {view.selected, body});
        if (decision.verdict != model::Verdict::none) {
            auto const look = look_of(ui, pictures::outcome_of(decision.verdict));
            column.flag(look.icon, look.text,
                        wording::decided(*ui.words, body, decision.verdict, decision.reason));
        }
        if (!decision.question.empty())
            column.flag(icon::help_outline, ui.color().warn,
                        wording::asked(*ui.words, body, decision.question));
    }
    auto const* decided = view.verdicts.value().find(view.selected);
    if (decided && decided->lifted_over > 0)
        column.flag(icon::arrow_upward, ui.color().warn,
                    wording::lifted_over(*ui.words, decided->lifted_over));
    if (decided && decided->passed_by > 0)
        column.flag(icon::expand_more, ui.color().warn,
                    wording::passed_by(*ui.words, decided->passed_by));
}

// Its events until then, newest first; a press goes there.
std::optional<Wish> draw_history(Ui& ui, ReviewView& view, Workshop const& workshop, Column& column)
{
    std::optional<Wish> wish;
    if (!workshop.story) return wish;
    auto const& story = *workshop.story;
    auto const& c = ui.color();
    column.heading("review.history");
    std::size_t told = 0;
    for (auto i = story.events_until(workshop.session.version); i > 0 && told < told_most; --i) {
        auto const& event = story.events[i - 1];
        if (!concerns(event, view.selected)) continue;
        ++told;
        auto const said = ui.words->time(event.at_ms) + " · " + wording::told(*ui.words, event);
        float const top = column.y();
        column.flag(icon_of(event), c.ink2, said);
        base::Rect const box{{column.area().min.x, top}, {column.area().max.x, column.y()}};
        auto const press = touch(ui, "review.history." + std::to_string(i - 1), box, said);
        if (press.focused) focus_ring(ui, box, ui.px(8));
        if (press.clicked) wish = go_to_entry(view, workshop, event.n);
    }
    if (told == 0) column.sentence(ui.tr("review.history.none"), c.ink2);
    return wish;
}

} // namespace

std::optional<Wish> draw_review_sheet(Ui& ui, ReviewView& view, Workshop const& workshop,
                                      base::Rect const& area)
{
    auto const& doc = workshop.doc();
    ScrollArea scroll(ui, "review.sheet", base::grown(area, ui.px(14)), view.sheet_scroll);
    float const top = scroll.top() + ui.px(14);
    Column column(ui, area, top);
    auto const* text = model::find<model::Case>(doc, view.selected);
    if (!text) {
        column.sentence(ui.tr("review.case.not_yet"), ui.color().ink2);
        return std::nullopt;
    }
    draw_sheet_title(ui, view, *text, column);
    view.whole.refresh(workshop.source(), {});
    if (!view.player.plays() && view.drag == ReviewView::Drag::no) {
        view.whole.advance(draws_ms);
        if (!view.whole.done()) ui.keep_drawing(0.02);
    }
    view.verdicts.get(workshop.source(), view.whole.made(), [&](auto const& said, auto) {
        return analysis::verdicts(said, view.whole.ranking(), model::Body::workshop);
    });
    draw_decided(ui, view, workshop, column);
    float y = column.y();
    draw_origin(ui, doc, view.selected, "review.origin", area, y);
    column.to(y);
    if (auto const* merge = model::find<model::Merge>(doc, view.selected)) {
        auto const into = model::get<model::Case>(doc, merge->into);
        column.flag(icon::call_merge, ui.color().ink2,
                    ui.tr("review.merged_into",
                          wording::numbered(*ui.words, {merge->into, into.number, into.title})));
    } else if (auto const* one = view.whole.ranking().find(view.selected)) {
        column.heading("decide.tab.why");
        WhyRank const why{doc, view.whole.ranking(), view.whole.vote(), "review.why"};
        if (auto const other = draw_why(ui, why, *one, column)) select(view, *other);
    }
    auto wish = draw_history(ui, view, workshop, column);
    scroll.content_height(column.y() - top + ui.px(40));
    return wish;
}

} // namespace ui
