#include "ui/screens/vote/method_views.h"

#include "model/voting_method.h"

#include <array>

namespace ui {
namespace {

using model::Method;
using model::Rule;
using V = MethodView;

constexpr unsigned low_priority = 0xE16D; // Material Icons

constexpr std::array bought_by{Rule::greedy, Rule::knapsack, Rule::equal_shares};

// A method whose result is one bar per case.
constexpr V with_bars(Method method, unsigned icon, float (*rules)(RuleForm const&))
{
    return {.method = method,
            .icon = icon,
            .rules = rules,
            .head = bars_head,
            .marks = bars_marks,
            .of_case = bars_of_case,
            .of_all = no_more_of_all};
}

constexpr std::array views{
    with_bars(Method::choose_spread, icon::done_all, spread_rules),
    with_bars(Method::dots, icon::bubble_chart, dots_rules),
    with_bars(Method::approval, icon::check_circle, approval_rules),
    with_bars(Method::score, icon::leaderboard, score_rules),
    V{.method = Method::majority_judgment,
      .icon = icon::label,
      .rules = judgment_rules,
      .titles = 0.257F,
      .titles_most = 360,
      .after = 344, // width for a grade in words
      .legend = result_legend,
      .intervals = false,
      .head = grades_head,
      .marks = grades_marks,
      .of_case = grades_of_case,
      .of_all = no_more_of_all},
    V{.method = Method::ranking,
      .icon = icon::sort,
      .rules = ranking_rules,
      .intervals = false,
      .head = orders_head,
      .marks = orders_marks,
      .of_case = orders_of_case,
      .of_all = orders_of_all},
    V{.method = Method::stv,
      .icon = low_priority,
      .rules = stv_rules,
      .after = 290, // width for a case's final state below its votes
      .intervals = false,
      .head = transfers_head,
      .marks = transfers_marks,
      .of_case = transfers_of_case,
      .of_all = transfers_of_all},
    V{.method = Method::pairwise,
      .icon = icon::compare_arrows,
      .rules = pairwise_rules,
      .steps_most = 4,
      .shares = true,
      .head = bars_head,
      .marks = bars_marks,
      .of_case = pairs_of_case,
      .of_all = no_more_of_all},
    with_bars(Method::points, icon::tune, points_rules),
    with_bars(Method::quadratic, icon::grid_view, credits_rules),
    V{.method = Method::budget,
      .icon = icon::table_chart,
      .rules = budget_rules,
      .steps_most = 3,
      .intervals = false,
      .beside = bought_by,
      .head = budget_head,
      .marks = budget_marks,
      .of_case = bars_of_case,
      .of_all = selection_of_all},
};
static_assert(model::one_row_a_method(views));

} // namespace

std::span<MethodView const> method_views() { return views; }

MethodView const& method_view(Method method) { return model::row_of(views, method); }

} // namespace ui
