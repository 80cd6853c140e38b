#include "ui/screens/decide/decide_view.h"

#include "analysis/ranking/guard_rails.h"
#include "ui/screens/decide/decide_parts.h"
#include "wording/board.h"
#include "wording/decisions.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <span>

namespace ui {
namespace {

// Time per frame for draws: less while something moves or is held, more at rest.
constexpr double draws_ms = 4, draws_at_rest_ms = 10, rest_s = 0.5;

void rank(Ui& ui, DecideView& view, Workshop const& workshop)
{
    auto const& doc = workshop.doc();
    forget_the_stated(view.tried, doc);
    bool const again = view.order.refresh(workshop.source(), view.tried);
    if (again || view.mouse != ui.mouse || ImGui::IsAnyMouseDown()) view.moved_s = ui.now_s;
    view.mouse = ui.mouse;
    view.order.advance(ui.now_s > view.moved_s + rest_s ? draws_at_rest_ms : draws_ms);
    if (!view.order.done()) ui.keep_drawing(0.02);
    view.decided.get(workshop.source(), view.order.made(), view.body,
                     [&](auto const& said, auto, model::Body body) {
                         return analysis::verdicts(said, view.ranking(), body);
                     });
}

std::optional<Wish> rail(Ui& ui, DecideView& view, Workshop const& workshop,
                         ScreenLayout const& layout)
{
    using Show = DecideView::Show;
    auto on = [&](Show show) {
        return view.show == show ? ItemState::selected : ItemState::normal;
    };
    std::array const items{
        RailItem{"rail.table", icon::table_chart, "decide.rail.table", on(Show::table)},
        RailItem{"rail.pareto", icon::scatter_plot, "decide.rail.pareto", on(Show::pareto)},
        RailItem{"rail.budget", icon::filter_list, "decide.rail.budget", on(Show::budget)},
        RailItem{"rail.weights", icon::tune, "decide.rail.weights"},
        RailItem{"rail.matrices", icon::grid_view, "decide.rail.matrices"}};
    auto const press = draw_rail(ui, workshop, layout.rail, items);
    auto go = [&](Show show) {
        if (view.show != show) dissolve(ui);
        view.show = show;
    };
    auto const pressed = digit(ui, 1, 3);
    if (press.id == "rail.table" || pressed == 1) go(Show::table);
    if (press.id == "rail.pareto" || pressed == 2) go(Show::pareto);
    if (press.id == "rail.budget" || pressed == 3) go(Show::budget);
    if (press.id == "rail.weights" || shortcut(ui, ImGuiKey_W)) {
        view.side = DecideView::Side::weights;
        focus(ui, "decide.weight.1");
    }
    if (press.id == "rail.matrices") return edit::SetStep{model::Step::place};
    return press.wish;
}

std::vector<model::CaseId> shown_order(DecideView const& view)
{
    std::vector<model::CaseId> out;
    for (auto const& one : view.ranking().cases) out.push_back(one.on);
    return out;
}

// Keys available everywhere: letters of decisions, sheet of the case.
std::optional<Wish> keys(Ui& ui, DecideView& view, Workshop const& workshop)
{
    using Side = DecideView::Side;
    if (shortcut(ui, ImGuiKey_C))
        view.body =
            view.body == model::Body::workshop ? model::Body::committee : model::Body::workshop;
    if (!view.ranking().find(view.selected)) {
        view.side = Side::weights;
        return std::nullopt;
    }
    if (shortcut(ui, ImGuiKey_Enter)) view.side = Side::sheet;
    if (shortcut(ui, ImGuiKey_Escape)) {
        if (view.side == Side::sheet)
            view.side = Side::weights;
        else
            view.selected = {};
    }
    if (workshop.access == Access::read) return std::nullopt;
    static constexpr std::array letters{ImGuiKey_L, ImGuiKey_E, ImGuiKey_T, ImGuiKey_X};
    model::DecisionKey const key{view.selected, view.body};
    for (std::size_t i = 0; i < letters.size(); ++i)
        if (shortcut(ui, letters.at(i)))
            return decide(ui, view, workshop, key, given_verdicts.at(i));
    return std::nullopt;
}

// Arrow keys in the table follow its displayed order.
void walk_cases(Ui& ui, DecideView& view)
{
    auto const rows = shown_order(view);
    if (rows.empty() || view.show != DecideView::Show::pareto) return;
    auto const count = static_cast<std::ptrdiff_t>(rows.size());
    auto const found = std::ranges::find(rows, view.selected) - rows.begin();
    auto go = [&](std::ptrdiff_t to) {
        view.select(rows[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, count - 1))]);
    };
    if (shortcut(ui, ImGuiKey_DownArrow, Repeat::yes)) go(found == count ? 0 : found + 1);
    if (shortcut(ui, ImGuiKey_UpArrow, Repeat::yes)) go(found - 1);
}

// Decisions to launch with open questions.
std::int64_t decided_with_open_questions(DecideView const& view, model::Document const& doc)
{
    return std::ranges::count_if(view.ranking().cases, [&](auto& one) {
        return std::ranges::count(analysis::notices_of(doc, {one.on, view.body}),
                                  analysis::Notice::open) > 0;
    });
}

// Sentences below the question, most important first.
std::vector<std::string> line_of(Ui const& ui, DecideView const& view, Workshop const& workshop)
{
    auto const& ranking = view.ranking();
    auto const decided = static_cast<int>(std::ranges::count_if(ranking.cases, [&](auto& one) {
        return model::get<model::Decision>(workshop.doc(), {one.on, view.body}).verdict !=
               model::Verdict::none;
    }));
    auto const total = static_cast<int>(ranking.cases.size());
    std::vector<std::string> said{
        wording::decision_counts(*ui.words, ranking.placed, decided, total - decided)};
    if (auto const open = decided_with_open_questions(view, workshop.doc()); open > 0)
        said.push_back(wording::with_open_questions(*ui.words, open));
    if (auto line = wording::instruction(*ui.words, workshop.doc(), model::Step::decide);
        !line.empty())
        said.push_back(std::move(line));
    if (view.verdicts().against > 0) said.push_back(wording::gap(*ui.words, view.verdicts()));
    return said;
}

// The question, leaving space for the stability; text that does not fit is a tooltip.
void draw_question(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& main,
                   std::string_view question)
{
    float const solid = solidity_width(ui, view), gap = ui.px(40);
    base::Rect left = main;
    if (solid > 0) left.max.x = std::max(main.center().x, main.max.x - solid - gap);
    auto const parts = line_of(ui, view, workshop);
    std::string line = parts.front(), all = line;
    bool whole = true;
    for (auto const& part : std::span(parts).subspan(1)) {
        all += " · " + part;
        whole = whole && text_width(ui, type::text, all) <= left.width() - ui.px(48);
        if (whole) line = all;
    }
    auto const rest = draw_prompt(ui, left, question, line);
    base::Rect const under{{left.min.x + ui.px(24), rest.min.y + ui.px(46)},
                           {left.max.x, rest.max.y}};
    if (!whole && pointer_over(ui, under)) tooltip(ui, under, all);
    draw_solidity(ui, view, workshop, {rest.min, {main.max.x - ui.px(24), rest.max.y}});
}

} // namespace

DecideView::DecideView() = default;
DecideView::~DecideView() = default;
DecideView::DecideView(DecideView&&) noexcept = default;
DecideView& DecideView::operator=(DecideView&&) noexcept = default;

Asked draw(Ui& ui, DecideView& view, Workshop const& workshop)
{
    auto const layout = layout_of(ui, Panel::shown);
    rank(ui, view, workshop);
    Asked asked;
    asked.take(rail(ui, view, workshop, layout));
    draw_question(ui, view, workshop, layout.main,
                  wording::question(*ui.words, workshop.doc(), model::Step::decide));
    base::Rect const body{{layout.main.min.x + ui.px(24), layout.main.min.y + ui.px(106)},
                          {layout.main.max.x - ui.px(24), layout.main.max.y - ui.px(80)}};
    switch (view.show) {
    case DecideView::Show::table: asked.take(draw_decide_table(ui, view, workshop, body)); break;
    case DecideView::Show::pareto: draw_pareto_large(ui, view, workshop, body); break;
    case DecideView::Show::budget: asked.take(draw_decide_budget(ui, view, workshop, body)); break;
    }
    asked.take(
        draw_decide_foot(ui, view, workshop,
                         {{body.min.x, body.max.y + ui.px(8)}, {body.max.x, layout.main.max.y}}));
    if (ui.audience == Audience::facilitator)
        asked.take(draw_decide_side(ui, view, workshop, layout.panel));
    walk_cases(ui, view);
    asked.take(keys(ui, view, workshop));
    return asked;
}

} // namespace ui
