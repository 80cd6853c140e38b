#include "wording/both.h"
#include "wording/comparison/comparison.h"

#include <doctest/doctest.h>

using analysis::CaseChange;
using analysis::Point;
using model::Body;
using model::CaseId;
using model::Verdict;
using test::Both;
using test::both;

namespace {

struct Pair {
    model::Document before, after;
    analysis::Comparison all;

    Pair()
    {
        model::Case one;
        one.number = 9;
        one.title = "Aides sociales";
        model::writable<model::Case>(before).set({1}, one);
        model::writable<model::Case>(after).set({1}, one);
        one.number = 4;
        one.title = "Fuites d’eau";
        model::writable<model::Case>(after).set({2}, one);
        model::Axis axis;
        axis.title = "Service rendu";
        axis.place = 3;
        model::writable<model::Axis>(before).set({7}, axis);
        model::writable<model::Axis>(after).set({7}, axis);
        all.axes.push_back({model::AxisId{7}, model::AxisId{7}, 1000, 1000, false});
    }
    [[nodiscard]] wording::Compared of() const { return {all, before, after}; }
};

CaseChange case_one()
{
    CaseChange one;
    one.pair = {{1}, {1}, analysis::MatchedBy::identity, 0};
    return one;
}

} // namespace

TEST_CASE("Changes of cases are counted, without zeros")
{
    Pair pair;
    pair.all.cases.assign(24, case_one());
    CHECK(both([&](auto const& words) { return wording::common_cases(words, pair.of()); }) ==
          Both{"24 cas en commun", "24 cases in common"});
    pair.all.matching.fresh.push_back({{2}, {}});
    pair.all.matching.gone.assign(2, {{1}, {}});
    CHECK(both([&](auto const& words) { return wording::common_cases(words, pair.of()); }) ==
          Both{"24 cas en commun, 1 nouveau, 2 disparus", "24 cases in common, 1 new, 2 gone"});
    CHECK(both([&](auto const& words) { return wording::moved(words, pair.of()); }) ==
          Both{"Aucun cas n’a bougé", "No case moved"});
}

TEST_CASE("A move states the change on each scale, and the quadrants")
{
    Pair pair;
    auto one = case_one();
    one.mean_before = Point{.opportunity = 680, .risk = 560};
    one.mean_after = Point{.opportunity = 680, .risk = 410};
    CHECK(both([&](auto const& words) { return wording::moved(words, one); }) ==
          Both{"opportunité 6,8, risque 5,6 → 4,1 (Encadrer → Lancer)",
               "opportunity 6.8, risk 5.6 → 4.1 (Safeguard → Launch)"});
    one.mean_after = Point{.opportunity = 683, .risk = 561}; // a change too small to be shown
    CHECK(both([&](auto const& words) { return wording::moved(words, one); }) == Both{"", ""});

    analysis::AxisMove move;
    move.after = analysis::Placed{{1}, 700, 300, analysis::Quadrant::launch};
    CHECK(both([&](auto const& words) { return wording::moved(words, pair.of(), move); }) ==
          Both{"axe 3, Service rendu\u00A0: placé, risque 3,0, opportunité 7,0",
               "axis 3, Service rendu: placed, risk 3.0, opportunity 7.0"});
    move.before = move.after;
    CHECK(both([&](auto const& words) { return wording::moved(words, pair.of(), move); }) ==
          Both{"", ""});
}

TEST_CASE("New and lost ranks are listed with changed ones")
{
    auto one = case_one();
    one.rank_before = 6, one.rank_after = 1;
    CHECK(both([&](auto const& words) { return wording::rank_change(words, one); }) ==
          Both{"6ᵉ → 1ᵉʳ", "6th → 1st"});
    one.rank_before.reset();
    CHECK(both([&](auto const& words) { return wording::rank_change(words, one); }) ==
          Both{"sans rang → 1ᵉʳ", "unranked → 1st"});
}

TEST_CASE("A changed decision states the verdict and the reason, or the other changed field")
{
    analysis::DecisionChange change;
    change.before = model::Decision{Verdict::safeguards, {}, {}, {}};
    change.after = model::Decision{Verdict::launch, "sans dossier personnel", {}, {}};
    CHECK(both([&](auto const& words) { return wording::decision(words, change); }) ==
          Both{"Atelier\u00A0: Encadrer → Lancer · sans dossier personnel",
               "Workshop: Safeguard → Launch · sans dossier personnel"});
    change.body = Body::committee;
    change.before = model::Decision{Verdict::launch, {}, "DSI", {}};
    change.after = model::Decision{Verdict::launch, {}, "Service courrier", "2026-09"};
    CHECK(both([&](auto const& words) { return wording::decision(words, change); }) ==
          Both{"Comité\u00A0: Lancer, comme avant, mais porteur DSI → Service courrier et "
               "échéance rien → sept.\u00A02026",
               "Committee: Launch, as before, but owner DSI → Service courrier and due nothing → "
               "Sept\u00A02026"});
}

TEST_CASE(
    "An uncertain pair shows both titles and their likeness, and a removed case where it went")
{
    Pair pair;
    CHECK(both([&](auto const& words) {
              return wording::doubt(words, pair.of(), {{1}, {2}, 823});
          }) == Both{"82\u202F%\u00A0: 9. Aides sociales et 4. Fuites d’eau",
                     "82%: 9. Aides sociales and 4. Fuites d’eau"});
    CHECK(both([&](auto const& words) {
              return wording::gone(words, pair.of(), {{1}, {2}});
          }) == Both{"9. Aides sociales, fusionné dans 4. Fuites d’eau",
                     "9. Aides sociales, merged into 4. Fuites d’eau"});
}

TEST_CASE("Empty sections are left out, all of them for equal sessions")
{
    Pair pair;
    pair.all.cases.push_back(case_one());
    CHECK(wording::sections(test::catalogue(i18n::Language::french), pair.of()).empty());
    pair.all.axes[0].weight_after = 2000;
    pair.all.convention_after.lambda_milli = 800;
    auto const said = wording::sections(test::catalogue(i18n::Language::french), pair.of());
    REQUIRE(said.size() == 1);
    CHECK(said[0].title == "Ce qui fait l’ordre");
    CHECK(said[0].lines ==
          std::vector<std::string>{
              "Poids de l’axe 3. Service rendu\u00A0: 1 → 2",
              "Convention\u00A0: risque × 0,5, vote × 0,25 → risque × 0,8, vote × 0,25"});
}
