#include "ui/decide_view.h"

#include "ui/icons.h"

#include <imgui.h>

#include <array>

namespace ui {
namespace {

// Ranked again when an entry was written or the convention is being slid; never every frame.
void rank(DecideView& view, Workshop const& workshop)
{
    auto const entries = workshop.session.log().size();
    auto const convention = view.convention.value_or(model::get<model::Convention>(workshop.doc()));
    if (view.ranked.entries == entries && view.ranked.convention == convention) return;
    analysis::RankingOptions options;
    options.convention = convention;
    options.draws = 1000; // all of them before the next frame
    view.ranked = {entries, convention, analysis::rank_cases(workshop.doc(), options)};
}

// How solid the order is, in a ring and a sentence.
void draw_statement(Ui& ui, base::Rect const& strip, analysis::Ranking const& ranking)
{
    if (!ranking.stability) return;
    auto const& c = ui.color();
    double const share = *ranking.stability;
    auto const color = share >= 0.9 ? c.opp : share >= 0.7 ? c.warn : c.risk;
    auto const title = share >= 0.7 ? ui.words->text("decide.holds", ui.words->percent(share))
                                    : ui.words->text("decide.fragile", ui.words->percent(share));
    auto const line_said =
        ui.words->text("decide.draws", ui.words->number(ranking.draws), ranking.first);
    Type const strong{Face::semibold, 22, 28};
    float const width =
        std::max(text_width(ui, strong, title), text_width(ui, type::text, line_said));
    float const x = strip.max.x - width;
    if (x - ui.px(90) < strip.min.x) return; // no room: the table says it too
    draw_text(ui, {x, strip.min.y + ui.px(10)}, strong, c.ink, title);
    draw_text(ui, {x, strip.min.y + ui.px(38)}, type::text, c.ink2, line_said);
    base::Vec2 const centre{x - ui.px(50), strip.min.y + ui.px(38)};
    ring(ui, centre, ui.px(26), c.line, ui.px(8));
    arc(ui, centre, ui.px(26), 0, static_cast<float>(share), color, ui.px(8));
    if (share >= 0.9)
        draw_icon_at(ui, centre, ui.px(24), color, icon::check);
    else
        draw_text_in(ui, base::grown({centre, centre}, ui.px(16)), type::h3, color,
                     share >= 0.7 ? "≈" : "!", Align::centre);
}

std::optional<Wish> rail(Ui& ui, DecideView& view, Workshop const& workshop, Frame const& frame)
{
    auto on = [&](DecideView::Sort sort) {
        return view.sort == sort ? ItemState::selected : ItemState::normal;
    };
    std::array const items{
        RailItem{"rail.table", icon::table_chart, "decide.rail.rank", on(DecideView::Sort::rank)},
        RailItem{"rail.by_decision", icon::done_all, "decide.rail.decision",
                 on(DecideView::Sort::decision)},
        RailItem{"rail.by_number", icon::sort, "decide.rail.number", on(DecideView::Sort::number)},
        RailItem{"rail.matrices", icon::grid_view, "decide.rail.matrices", ItemState::normal}};
    auto const press = draw_rail(ui, workshop, frame.rail, items);
    if (press.id == "rail.table") view.sort = DecideView::Sort::rank;
    if (press.id == "rail.by_decision") view.sort = DecideView::Sort::decision;
    if (press.id == "rail.by_number") view.sort = DecideView::Sort::number;
    if (press.id == "rail.matrices") return edit::SetStep{model::Step::place};
    return press.wish;
}

} // namespace

std::optional<Wish> draw(Ui& ui, DecideView& view, Workshop const& workshop)
{
    auto const frame = frame_of(ui, Panel::shown);
    rank(view, workshop);
    auto wish = rail(ui, view, workshop, frame);
    auto take = [&](std::optional<Wish> asked) {
        if (asked) wish = std::move(asked);
    };
    auto const& ranking = view.ranked.ranking;
    int decided = 0;
    for (auto const& one : ranking.cases)
        if (auto const* d =
                model::find<model::Decision>(workshop.doc(), {one.on, model::Body::workshop});
            d && d->verdict != model::Verdict::none)
            ++decided;
    auto const total = static_cast<int>(ranking.cases.size());
    auto const prompt = model::get<model::Prompt>(workshop.doc(), model::Step::decide);
    auto line_said = ui.words->text("decide.line", ui.trn("decide.ranked", ranking.placed),
                                    ui.trn("decide.taken", decided), total - decided);
    if (!prompt.instruction.empty()) line_said += " · " + prompt.instruction;
    auto const rest =
        draw_prompt(ui, frame.main,
                    prompt.question.empty() ? ui.tr("decide.title") : prompt.question, line_said);
    draw_statement(ui, rest, ranking);
    base::Rect const table{{frame.main.min.x + ui.px(24), frame.main.min.y + ui.px(106)},
                           {frame.main.max.x - ui.px(24), frame.main.max.y - ui.px(80)}};
    take(draw_decide_table(ui, view, workshop, table));
    auto const convention = view.ranked.convention;
    auto const said =
        ui.words->text("decide.convention", ui.words->decimal(convention.lambda_milli / 1000.0, 2),
                       ui.words->decimal(convention.mu_milli / 1000.0, 2));
    base::Rect const foot{{table.min.x, table.max.y + ui.px(10)},
                          {table.max.x, table.max.y + ui.px(70)}};
    draw_text_in(ui, {foot.min, {foot.max.x, foot.center().y}}, type::strong, ui.color().ink2,
                 said);
    draw_text_in(ui, {{foot.min.x, foot.center().y}, foot.max}, type::text, ui.color().ink2,
                 ui.tr("decide.bars"));
    take(draw_decide_side(ui, view, workshop, frame.panel));
    return wish;
}

} // namespace ui
