#include "analysis/voting/counting_method.h"

#include "model/voting_method.h"

#include <array>

namespace analysis {
namespace {

using model::BallotType;
using model::Method;
using model::Rule;
using R = Reading;
using C = CountingMethod;

template <unsigned what>
unsigned all_of(Rule)
{
    return what;
}

unsigned of_a_budget(Rule rule)
{
    switch (rule) {
    case Rule::equal_shares:
    case Rule::equal_shares_count: return can_read::amounts | can_read::few_orders;
    case Rule::equal_shares_points: return can_read::amounts;
    default: return can_read::amounts | can_read::orders | can_read::hands;
    }
}

template <Reading what>
Reading as(BallotType, Rule)
{
    return what;
}

Reading as_pairs(BallotType says, Rule) { return says == BallotType::pairs ? R::pairs : R::places; }

Reading for_a_budget(BallotType says, Rule rule)
{
    bool const approved = rule == Rule::equal_shares || rule == Rule::equal_shares_count;
    if (says == BallotType::orders) return approved ? R::ranked : R::points_of_places;
    return approved ? R::approvals : R::amounts;
}

constexpr auto dots = C{.method = Method::dots,
                        .reads = all_of<can_read::amounts | can_read::hands>,
                        .reading = as<R::amounts>,
                        .most_on_one_case = most_of_ballot,
                        .most_on_one_ballot = sum_of_points,
                        .recount = recount_sums,
                        .count = count_sums,
                        .show = show_nothing,
                        .camps = Camps::ends,
                        .ties = "supporters",
                        .bound = bound_sums};

// A row of a method that is counted like dots.
constexpr C like_dots(Method method)
{
    auto row = dots;
    row.method = method;
    return row;
}

constexpr C with_credits()
{
    auto row = like_dots(Method::quadratic);
    row.reading = as<R::signed_amounts>;
    row.most_on_one_case = most_of_credits;
    row.most_on_one_ballot = no_sum;
    return row;
}

constexpr std::array methods{
    dots,
    like_dots(Method::choose_spread),
    C{.method = Method::approval,
      .reads = all_of<can_read::amounts | can_read::few_orders | can_read::hands>,
      .reading = as<R::approvals>,
      .most_on_one_case = one,
      .most_on_one_ballot = sum_of_approvals,
      .recount = recount_sums,
      .count = count_sums,
      .show = show_nothing,
      .bound = bound_sums},
    C{.method = Method::score,
      .reads = all_of<can_read::amounts | can_read::grades | can_read::hands>,
      .reading = as<R::answers>,
      .scoring_without_blanks = Scoring::mean_of_answers,
      .most_on_one_case = most_of_ballot,
      .most_on_one_ballot = sum_of_scores,
      .recount = recount_scores,
      .count = count_scores,
      .show = show_nothing,
      .camps = Camps::outer_thirds,
      .ties = "supporters",
      .bound = bound_scores},
    C{.method = Method::majority_judgment,
      .reads = all_of<can_read::approvals | can_read::scores | can_read::grades>,
      .reading = as<R::grades>,
      .scoring = Scoring::judgment,
      .scoring_without_blanks = Scoring::judgment,
      .most_on_one_case = most_of_grades,
      .most_on_one_ballot = no_sum,
      .recount = recount_grades,
      .count = count_judgment,
      .show = show_nothing,
      .camps = Camps::outer_thirds,
      .ties = "grades",
      .bound = bound_judgments},
    C{.method = Method::ranking,
      .reads = all_of<can_read::amounts | can_read::grades | can_read::orders>,
      .reading = as<R::places>,
      .borda = true,
      .most_on_one_case = most_of_places,
      .most_on_one_ballot = no_sum,
      .recount = recount_orders,
      .count = count_places,
      .show = show_orders,
      .by_score = false,
      .bound = bound_orders},
    like_dots(Method::points),
    with_credits(),
    C{.method = Method::pairwise,
      .reads = all_of<can_read::amounts | can_read::grades | can_read::orders | can_read::pairs>,
      .reading = as_pairs,
      .scoring = Scoring::win_share,
      .scoring_without_blanks = Scoring::win_share,
      .most_on_one_case = one,
      .most_on_one_ballot = no_sum,
      .recount = recount_pairs,
      .count = count_nothing,
      .show = show_duels,
      .by_score = false},
    C{.method = Method::budget,
      .reads = of_a_budget,
      .reading = for_a_budget,
      .most_on_one_case = most_of_ballot,
      .most_on_one_ballot = no_sum,
      .recount = recount_purchases,
      .places = places_by_score,
      .selects = true,
      .count = count_sums,
      .show = show_selection,
      .camps = Camps::ends},
    C{.method = Method::stv,
      .reads = all_of<can_read::orders>,
      .reading = as<R::places>,
      .borda = true,
      .most_on_one_case = most_of_places,
      .most_on_one_ballot = no_sum,
      .recount = recount_transfers,
      .places = places_of_transfers,
      .selects = true,
      .count = count_places,
      .show = show_transfers,
      .ties = "earlier",
      .by_score = false},
};
static_assert(model::one_row_a_method(methods));

} // namespace

CountingMethod const& counting_method(Method method) { return model::row_of(methods, method); }

} // namespace analysis
