#include "wording/both.h"
#include "wording/placements.h"

#include <doctest/doctest.h>

using analysis::Agreement;
using analysis::Quadrant;
using test::Both;
using test::both;

namespace {

// Eight estimates of risk 2 and opportunity 8.
analysis::Cloud low_risk()
{
    analysis::EstimateTable table;
    table.axes = {{1}}, table.cases = {{1}}, table.voters = 8;
    for (std::uint32_t voter = 0; voter < 8; ++voter) {
        model::Estimate at;
        at.opportunity = 800, at.risk = 200;
        table.opinions.push_back({voter, at});
    }
    table.starts = {0, 8};
    return analysis::cloud(table, {1}, {1}, {});
}

model::Placement placed(model::Level opportunity, model::Level risk)
{
    model::Placement out;
    out.opportunity = opportunity, out.risk = risk;
    return out;
}

} // namespace

TEST_CASE("A quadrant has its axis's name, or the default")
{
    model::Axis axis;
    axis.aside = "Attendre";
    auto const said = [&](Quadrant quadrant) {
        return both([&](auto const& words) { return wording::quadrant(words, axis, quadrant); });
    };
    CHECK(said(Quadrant::launch) == Both{"Lancer", "Launch"});
    CHECK(said(Quadrant::safeguards) == Both{"Encadrer", "Safeguard"});
    CHECK(said(Quadrant::comfort) == Both{"Confort", "Comfort"});
    CHECK(said(Quadrant::aside) == Both{"Attendre", "Attendre"});

    axis.title = "Valeur pour les usagers";
    CHECK(wording::axis_name(axis) == "Valeur pour les usagers");
    axis.short_title = "Valeur";
    CHECK(wording::axis_name(axis) == "Valeur");
}

TEST_CASE("A position states how it was set")
{
    auto const said = [](wording::Standing const& standing) {
        return both([&](auto const& words) { return wording::where(words, standing); });
    };
    auto const cloud = low_risk();
    CHECK(said({}) == Both{"", ""});
    CHECK(said({nullptr, &cloud}) ==
          Both{"Médiane\u00A0: risque 2,0, opportunité 8,0", "Median: risk 2.0, opportunity 8.0"});
    auto settled = placed(680, 560);
    CHECK(said({&settled, nullptr}) == Both{"risque 5,6, opportunité 6,8 · placé à la main",
                                            "risk 5.6, opportunity 6.8 · placed by hand"});
    settled.by = model::PlacedBy::median;
    CHECK(said({&settled, nullptr}).english == "risk 5.6, opportunity 6.8 · placed at the median");
    settled.lock = model::Lock::locked;
    CHECK(said({&settled, nullptr}).english == "risk 5.6, opportunity 6.8 · locked");
}

TEST_CASE("A contradicted case states both positions")
{
    auto const cloud = low_risk();
    auto settled = placed(800, 900);
    wording::Standing const standing{&settled, &cloud};
    REQUIRE(standing.contradicted());
    CHECK(both([&](auto const& words) { return wording::contradiction(words, standing); }) ==
          Both{"Placé à la main (risque 9,0, opportunité 8,0), mais la salle situe ce cas ailleurs"
               "\u00A0: médiane risque 2,0, opportunité 8,0.",
               "Placed by hand (risk 9.0, opportunity 8.0), but the room puts this case elsewhere: "
               "median risk 2.0, opportunity 8.0."});
    CHECK(both([&](auto const& words) { return wording::agreed(words, standing); }) ==
          Both{"Contredit", "Contradicted"});
    auto const trouble = [&] {
        return both([&](auto const& words) { return wording::trouble(words, standing); }).english;
    };
    CHECK(trouble().starts_with("Placed by hand"));
    settled.by = model::PlacedBy::median;
    CHECK(trouble().starts_with("Placed at an earlier median"));

    settled = placed(800, 200);
    CHECK(trouble().empty());
    CHECK(both([&](auto const& words) { return wording::agreed(words, standing); }).english ==
          "Agreement");
}

TEST_CASE("Two camps give a suggestion to discuss")
{
    auto cloud = low_risk();
    cloud.shape->risk.agreement = Agreement::contested;
    CHECK(both([&](auto const& words) {
              return wording::trouble(words, {nullptr, &cloud});
          }) == Both{"Risque contesté.\nLa médiane ne représente personne\u00A0: discutez avant de "
                     "verrouiller.",
                     "Contested risk.\nThe median stands for nobody: discuss before locking."});
}

TEST_CASE("A case on an axis is one line")
{
    model::Axis axis;
    model::Case text;
    text.number = 12, text.title = "Tri du courrier";
    auto const cloud = low_risk();
    auto const settled = placed(800, 200);
    CHECK(both([&](auto const& words) {
              return wording::line(words, axis, text, {&settled, &cloud});
          }) ==
          Both{"12 Tri du courrier, risque 2,0, opportunité 8,0, Lancer, 8 estimations, Accord",
               "12 Tri du courrier, risk 2.0, opportunity 8.0, Launch, 8 estimates, "
               "Agreement"});
    CHECK(both([&](auto const& words) { return wording::line(words, axis, text, {}); }) ==
          Both{"12 Tri du courrier, non placé", "12 Tri du courrier, not placed"});
}

TEST_CASE("Conflicting axes are named, then contested ones")
{
    model::Document doc;
    for (int n : {1, 2, 3}) {
        model::Axis axis;
        axis.place = n;
        model::writable<model::Axis>(doc).set({static_cast<std::uint64_t>(n)}, axis);
    }
    auto const at = [](std::uint64_t axis, Quadrant quadrant) {
        return analysis::ProfilePoint{{axis}, analysis::Placed{{1}, 0, 0, quadrant}};
    };
    auto const said = [&](std::vector<analysis::ProfilePoint> const& profile,
                          std::vector<model::AxisId> const& contested,
                          std::vector<model::AxisId> const& contradicted) {
        return both([&](auto const& words) {
            return wording::pulled_apart(words, doc, profile, contested, contradicted);
        });
    };
    CHECK(said({at(1, Quadrant::launch), at(2, Quadrant::aside), at(3, Quadrant::aside)}, {}, {}) ==
          Both{"Favorable sur l’axe 1\u202F; risque à instruire sur les axes 2 et 3.",
               "Favourable on axis 1; a risk to look into on axes 2 and 3."});
    CHECK(said({at(2, Quadrant::aside)}, {{1}}, {{3}}).english ==
          "A risk to look into on axis 2.\n"
          "Contested on axis 1: two camps, to be discussed before deciding.\n"
          "Contradicted on axis 3: placed elsewhere than the room puts it.");
    CHECK(said({at(1, Quadrant::launch)}, {}, {}) == Both{"", ""});
}

TEST_CASE("The result of a case in the vote, and the count of omitted labels")
{
    analysis::CaseTally one;
    one.score = {17, 1};
    one.rank = 2;
    auto const said = [&](model::Method method) {
        model::Round round;
        analysis::Tally tally;
        round.method = tally.method = method;
        return both([&](auto const& words) { return wording::voted(words, {round, tally, one}); });
    };
    CHECK(said(model::Method::dots) == Both{"17 points, 2ᵉ du vote", "17 points, 2nd in the vote"});
    CHECK(said(model::Method::approval) ==
          Both{"17 voix, 2ᵉ du vote", "17 votes, 2nd in the vote"});
    CHECK(both([](auto const& words) { return wording::left_out(words, 3); }) ==
          Both{"+\u00A03\u00A0noms", "+\u00A03\u00A0names"});
}
