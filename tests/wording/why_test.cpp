#include "wording/both.h"
#include "wording/why.h"

#include <doctest/doctest.h>

using test::Both;
using test::both;

namespace {

analysis::Ranking usual_ranking()
{
    analysis::Ranking out;
    out.lambda_milli = 500, out.mu_milli = 250;
    out.reference = model::RoundId{1};
    out.axes = 8, out.placed = 24, out.draws = 1000;
    return out;
}

analysis::RankedCase fifth()
{
    analysis::RankedCase out;
    out.rank = 5, out.rank_low = 4, out.rank_high = 8;
    out.opportunity = 8.26, out.risk = 7.49, out.vote = 5.3125, out.index = 5.843125;
    out.axes_placed = 8;
    out.rank_draws = {0, 0, 50, 200, 450, 200, 100};
    return out;
}

} // namespace

TEST_CASE("The sum is explained term by term, without the name of a method")
{
    auto const ranking = usual_ranking();
    auto one = fifth();
    auto say = [&](auto&& term) {
        return both([&](auto const& words) { return term(words, ranking, one); });
    };
    CHECK(say(wording::opportunity_term) ==
          Both{"Opportunité, moyenne des 8 axes", "Opportunity, mean of 8 axes"});
    CHECK(say(wording::risk_term) == Both{"Risque 7,49 ×\u00A00,5", "Risk 7.49 ×\u00A00.5"});
    CHECK(say(wording::vote_term) == Both{"Vote 5,31 ×\u00A00,25", "Vote 5.31 ×\u00A00.25"});
    CHECK(say(wording::index_term) == Both{"Indice\u00A0: 5ᵉ sur 24", "Index: 5th of 24"});
    CHECK(say(wording::sum) == Both{"8,26 − 3,75 + 1,33 = 5,84", "8.26 − 3.75 + 1.33 = 5.84"});
    one.axes_placed = 3;
    CHECK(say(wording::opportunity_term) ==
          Both{"Opportunité, moyenne de 3 axes sur 8", "Opportunity, mean of 3 axes out of 8"});
    one.axes_placed = 1;
    CHECK(say(wording::opportunity_term).french == "Opportunité, sur 1 axe sur 8");
}

TEST_CASE("What would change a rank is given one change at a time")
{
    auto const ranking = usual_ranking();
    analysis::Neighbour near;
    auto rise = [&] {
        return both([&](auto const& words) { return wording::to_rise(words, ranking, near); });
    };
    CHECK(rise() == Both{"Aucun changement seul n’y suffit.", "No single change is enough."});
    near.points = 8, near.lambda = 0.33, near.mu = 4.0;
    CHECK(rise() ==
          Both{"Pour passer devant\u00A0: 8 de plus au vote, ou un risque compté ×\u00A00,33 "
               "au lieu de ×\u00A00,5.",
               "To come before it: 8 more in the vote, or risk counted ×\u00A00.33 instead of "
               "×\u00A00.5."});
    near.points.reset(), near.lambda.reset();
    CHECK(both([&](auto const& words) { return wording::to_fall(words, ranking, near); }).french ==
          "Pour passer derrière\u00A0: un vote compté ×\u00A04,00 au lieu de ×\u00A00,25.");
}

TEST_CASE("the stability of a rank is said without statistical terms")
{
    auto const ranking = usual_ranking();
    auto one = fifth();
    CHECK(both([&](auto const& words) { return wording::rank_share(words, ranking, one); }) ==
          Both{"5ᵉ dans 45\u202F% des essais", "5th in 45% of the trials"});
    CHECK(both([&](auto const& words) { return wording::rank_between(words, one); }).french ==
          "Si les bulletins et les poids changent un peu\u00A0: de 4ᵉ à 8ᵉ neuf fois sur dix.");
    one.rank_draws.clear();
    CHECK(wording::rank_share(test::catalogue(i18n::Language::french), ranking, one).empty());
}

TEST_CASE("every specialist term has an explanation")
{
    for (std::size_t i = 0; i < base::Names<wording::Term>::list.size(); ++i) {
        auto const term = static_cast<wording::Term>(i);
        auto const said = both([&](auto const& words) { return wording::explained(words, term); });
        CHECK(said.french.size() > 40);
        CHECK(said.french.find("term.") == std::string::npos);
        CHECK(said.english.find("term.") == std::string::npos);
    }
}
