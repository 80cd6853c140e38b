#include "wording/both.h"
#include "wording/estimates.h"

#include <doctest/doctest.h>

using analysis::Agreement;
using analysis::Stop;
using test::Both;
using test::both;

namespace {

analysis::Shape shape_of(Agreement opportunity, Agreement risk)
{
    analysis::Shape shape;
    shape.dots.resize(8);
    shape.opportunity.agreement = opportunity;
    shape.risk.agreement = risk;
    shape.zones = {6, 2, 0, 0};
    return shape;
}

analysis::Cloud cloud_of(int voters, int placed, int dont_know)
{
    analysis::Cloud cloud;
    cloud.voters = voters, cloud.placed = placed, cloud.dont_know = dont_know;
    return cloud;
}

} // namespace

TEST_CASE("The level of agreement is one word")
{
    auto const said = [](Agreement agreement) {
        return both([&](auto const& words) { return wording::agreement(words, agreement); });
    };
    CHECK(said(Agreement::accord) == Both{"Accord", "Agreement"});
    CHECK(said(Agreement::neutral) == Both{"Mitigé", "Mixed"});
    CHECK(said(Agreement::divided) == Both{"Partagé", "Divided"});
    CHECK(said(Agreement::contested) == Both{"Contesté", "Contested"});
}

TEST_CASE("Estimates are counted, with \"don't know\" answers")
{
    auto const said = [](analysis::Cloud const& cloud) {
        return both([&](auto const& words) { return wording::people(words, cloud); });
    };
    CHECK(said(cloud_of(12, 12, 0)) == Both{"12 estimations", "12 estimates"});
    CHECK(said(cloud_of(12, 1, 0)) == Both{"1 estimation sur 12", "1 estimate of 12"});
    CHECK(said(cloud_of(12, 9, 1)) ==
          Both{"9 estimations sur 12, 1 ne sait pas", "9 estimates of 12, 1 doesn't know"});
    CHECK(both([](auto const& words) { return wording::too_few(words); }) ==
          Both{"Trop peu d’estimations\u00A0: rien ne se montre en dessous de 5.",
               "Too few estimates: nothing shows below 5."});
}

TEST_CASE("A risk given as two numbers shows both")
{
    auto shape = shape_of(Agreement::neutral, Agreement::neutral);
    auto const said = [&] {
        return both([&](auto const& words) { return wording::two_risks(words, shape); });
    };
    CHECK(said() == Both{"", ""});
    shape.severity = 420, shape.likelihood = 600;
    CHECK(said() == Both{"Gravité 4,2, vraisemblance 6,0", "Severity 4.2, likelihood 6.0"});
}

TEST_CASE("A case astride two quadrants names them in the words of its axis")
{
    model::Axis axis;
    axis.launch = "Foncer";
    auto shape = shape_of(Agreement::neutral, Agreement::neutral);
    auto const said = [&] {
        return both([&](auto const& words) { return wording::astride(words, shape, axis); });
    };
    CHECK(said() == Both{"", ""});
    shape.astride = analysis::Astride{analysis::Quadrant::launch, analysis::Quadrant::safeguards};
    CHECK(said() == Both{"À cheval sur deux quadrants\u00A0: Foncer et Encadrer",
                         "Astride two quadrants: Foncer and Safeguard"});
}

TEST_CASE("A contested case states the size of each camp, if there are two")
{
    auto shape = shape_of(Agreement::accord, Agreement::contested);
    auto const said = [&] {
        return both([&](auto const& words) { return wording::contest(words, shape); });
    };
    CHECK(said() == Both{"Risque contesté.", "Contested risk."});
    shape.risk.camps = analysis::Camps{{1, {}}, {7, {}}};
    CHECK(said() ==
          Both{"Risque contesté, deux camps\u00A0: 1 le dit plutôt faible, 7 plutôt fort.",
               "Contested risk, two camps: 1 says rather low, 7 rather high."});
    shape.opportunity.agreement = Agreement::contested;
    CHECK(said().english.starts_with("Contested opportunity.\nContested risk"));
    CHECK(both([&](auto const& words) {
              return wording::contest(words, shape_of(Agreement::divided, Agreement::accord));
          }) == Both{"", ""});
}

TEST_CASE("The changes between two rounds are given with signs and the number of changed estimates")
{
    analysis::Movement movement;
    auto const said = [&] {
        return both([&](auto const& words) { return wording::movement(words, movement); });
    };
    CHECK(said().english == "Too few estimates in one of the two rounds to say what moved.");
    movement.changed = 0;
    movement.moved = {4, -120}; // on 0..1000: 0.04 and 1.2 points
    CHECK(said() == Both{"Personne n’a visiblement changé d’avis depuis le tour d’avant. "
                         "Médiane\u00A0: opportunité 0,0, risque −1,2.",
                         "Nobody visibly changed their mind since the round before. "
                         "Median: opportunity 0.0, risk −1.2."});
    movement.changed = 3;
    movement.moved = {60, 0};
    CHECK(said().english == "At least 3 changed their minds since the round before. "
                            "Median: opportunity +0.6, risk 0.0.");
}

TEST_CASE("The stop rule says why it stops")
{
    auto const shape = shape_of(Agreement::neutral, Agreement::neutral);
    auto const said = [&](Stop stop) {
        return both([&](auto const& words) { return wording::stop(words, stop, shape); }).english;
    };
    CHECK(said(Stop::none) == "A debate, then another round, may help.");
    CHECK(said(Stop::same_zone) == "You may stop: 75% of the room in one quadrant.");
    CHECK(said(Stop::accord) == "You may stop: the room agrees.");
    CHECK(said(Stop::stable) == "You may stop: nothing moved, the disagreement is the result.");
    CHECK(said(Stop::rounds) ==
          "You may stop: three rounds are enough, the disagreement is the result.");
}

TEST_CASE("An axis has its counts of estimated, agreed, contested and hidden cases")
{
    std::vector<std::vector<analysis::Cloud>> clouds;
    auto const said = [&](std::size_t agreed) {
        return both([&](auto const& words) { return wording::so_far(words, clouds, agreed); });
    };
    CHECK(said(0).english.starts_with("Nobody has estimated on this axis yet."));
    clouds = {{cloud_of(8, 8, 0)}, {cloud_of(8, 2, 0)}};
    clouds[0].back().shape = shape_of(Agreement::accord, Agreement::contested);
    CHECK(said(1) == Both{"2\u00A0cas estimés · 1\u00A0en\u00A0accord · 1\u00A0contesté · "
                          "1 avec trop peu de réponses",
                          "2\u00A0cases estimated · 1\u00A0agreed · 1\u00A0contested · "
                          "1 with too few answers"});
}

TEST_CASE("A round states its question and its number of ballots")
{
    model::Document doc;
    model::Axis axis;
    axis.title = "Valeur pour les usagers", axis.short_title = "Valeur";
    model::writable<model::Axis>(doc).set({1}, axis);
    model::Round round;
    round.cases = {{1}, {2}};
    round.axes = {{1}};
    auto const asked = [&] {
        return both([&](auto const& words) { return wording::asked(words, doc, round); });
    };
    CHECK(asked() == Both{"2 cas · Valeur", "2 cases · Valeur"});
    round.axes = {{1}, {2}};
    CHECK(asked() == Both{"2 cas · 2 axes", "2 cases · 2 axes"});

    CHECK(both([](auto const& words) { return wording::received(words, 3, 12); }) ==
          Both{"3 bulletins reçus sur 12", "3 ballots received of 12"});
    CHECK(both([](auto const& words) { return wording::received(words, 1, 0); }) ==
          Both{"1 bulletin reçu", "1 ballot received"});
    CHECK(both([](auto const& words) { return wording::answered(words, 3, 57); }) ==
          Both{"3 réponses sur 57", "3 answers of 57"});
}

TEST_CASE("An estimate is two numbers, or \"don't know\"")
{
    auto const said = [](model::Estimate const* one) {
        return both([&](auto const& words) { return wording::answer(words, one); });
    };
    model::Estimate one;
    one.opportunity = 680, one.risk = 560;
    CHECK(said(&one) == Both{"6,8 · 5,6", "6.8 · 5.6"});
    one.opportunity = -1;
    CHECK(said(&one) == Both{"ne sait pas", "don't know"});
    CHECK(said(nullptr) == Both{"–", "–"});
}

TEST_CASE("A round answered on another scale states it, and others do not")
{
    model::Document doc;
    model::Round round;
    round.number = 2;
    round.method = model::Method::estimate;
    round.axes = {{1}, {2}};
    round.scales = {{{1}, {1, 7, 7}, {0, 4, 5}}};
    model::writable<model::Round>(doc).set({9}, round);
    auto const said = [&](std::uint64_t axis) {
        return both([&](auto const& words) { return wording::other_scales(words, doc, {axis}); });
    };
    CHECK(said(1) == Both{}); // not shown yet
    model::writable<model::RoundStatus>(doc).set({9}, {.state = model::RoundState::revealed});
    CHECK(said(1).french == "Tour 2, pris ailleurs\u00A0: opportunité répondue de 1 à 7, risque de "
                            "0 à 4, ramenés à l’échelle de 0 à 10");
    CHECK(said(1).english.find("from 1 to 7, risk from 0 to 4") != std::string::npos);
    CHECK(said(2) == Both{});
}
