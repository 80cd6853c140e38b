#include "wording/both.h"
#include "wording/ranking.h"

#include <doctest/doctest.h>

using analysis::RankedCase;
using analysis::Ranking;
using test::Both;
using test::both;

namespace {

// Three axes, a vote with the number 3, and case 1 with the number 12.
model::Document small_session()
{
    model::Document doc;
    for (int n : {1, 2, 3}) {
        model::Axis axis;
        axis.place = n;
        model::writable<model::Axis>(doc).set({static_cast<std::uint64_t>(n)}, axis);
    }
    model::Round round;
    round.number = 3;
    model::writable<model::Round>(doc).set({1}, round);
    model::Case one;
    one.number = 12, one.title = "Tri du courrier";
    model::writable<model::Case>(doc).set({1}, one);
    return doc;
}

RankedCase third()
{
    RankedCase one;
    one.on = {1};
    one.rank = 3, one.rank_low = 2, one.rank_high = 5;
    one.index = 4.256, one.opportunity = 6.8, one.risk = 5.6, one.vote = 5.3;
    one.pareto_layer = 1;
    for (std::uint64_t axis : {1U, 2U, 3U}) {
        analysis::AxisValue value;
        value.axis = {axis};
        one.values.push_back(value);
    }
    return one;
}

Ranking usual()
{
    Ranking ranking;
    ranking.lambda_milli = 500, ranking.mu_milli = 250;
    ranking.first = 10;
    return ranking;
}

} // namespace

TEST_CASE("A coefficient has as many decimals as needed")
{
    auto const said = [](int milli) {
        return both([&](auto const& words) { return wording::factor(words, milli); });
    };
    CHECK(said(1000) == Both{"1", "1"});
    CHECK(said(500) == Both{"0,5", "0.5"});
    CHECK(said(250) == Both{"0,25", "0.25"});
    CHECK(said(0) == Both{"0", "0"});
}

TEST_CASE("The convention names the reference vote, if any")
{
    auto const doc = small_session();
    auto ranking = usual();
    auto const said = [&] {
        return both([&](auto const& words) { return wording::convention(words, doc, ranking); });
    };
    auto const named = [&] {
        return both([&](auto const& words) { return wording::reference(words, doc, ranking); });
    };
    CHECK(said() == Both{"indice = opportunité − 0,5 × risque + 0,25 × vote",
                         "index = opportunity − 0.5 × risk + 0.25 × vote"});
    CHECK(named() == Both{"aucun vote", "no vote"});
    ranking.reference = model::RoundId{1};
    CHECK(said() == Both{"indice = opportunité − 0,5 × risque + 0,25 × vote 3",
                         "index = opportunity − 0.5 × risk + 0.25 × vote 3"});
    CHECK(named() == Both{"Vote\u00A03", "Vote 3"});
}

TEST_CASE("Weights other than 1 are named, tried ones first")
{
    auto doc = small_session();
    auto const said = [&](std::map<model::AxisId, int> const& tried) {
        return both([&](auto const& words) { return wording::weights(words, doc, tried); });
    };
    CHECK(said({}) == Both{"poids des axes égaux", "equal weights of axes"});
    CHECK(said({{{1}, 2000}, {{2}, 2000}, {{3}, 2000}}) ==
          Both{"poids des axes égaux", "equal weights of axes"});
    auto axis = model::get<model::Axis>(doc, {2});
    axis.weight_milli = 1500;
    model::writable<model::Axis>(doc).set({2}, axis);
    CHECK(said({{{3}, 0}}) == Both{"poids des axes\u00A0: 1, sauf axe 2\u00A0× 1,5, axe 3\u00A0× 0",
                                   "weights of axes: 1, except axis 2 × 1.5, axis 3 × 0"});
    CHECK(said({{{2}, 1000}}) == Both{"poids des axes égaux", "equal weights of axes"});
}

TEST_CASE("Voters are counted, or raised hands")
{
    auto doc = small_session();
    auto const said = [&] {
        return both([&](auto const& words) { return wording::people(words, doc, {1}); });
    };
    CHECK(said() == Both{"0 bulletin", "0 ballots"});
    auto round = model::get<model::Round>(doc, {1});
    round.source = model::BallotSource::hands;
    model::writable<model::Round>(doc).set({1}, round);
    CHECK(said() == Both{"mains levées", "raised hands"});
}

TEST_CASE("An order is stable or fragile by the share of its draws")
{
    auto ranking = usual();
    auto const said = [&](double share) {
        ranking.stability = share;
        return both([&](auto const& words) { return wording::solidity(words, ranking); });
    };
    CHECK(said(0.94) == Both{"La tête du classement tient dans 94\u202F% des tirages",
                             "The top of the order holds in 94% of draws"});
    CHECK(said(wording::fragile_under).english == "The top of the order holds in 70% of draws");
    CHECK(said(0.69) ==
          Both{"Ce classement est fragile (69\u202F%)", "This order is fragile (69%)"});

    CHECK(both([](auto const& words) { return wording::draws(words, 10'000, 10); }) ==
          Both{"10\u202F000 tirages\u202F; les 10 premiers restent les 10 premiers",
               "10,000 draws; the first 10 stay the first 10"});
    CHECK(both([](auto const& words) { return wording::draws(words, 1, 1); }) ==
          Both{"1 tirage\u202F; le premier reste le premier", "1 draw; the first stays the first"});
    CHECK(both([](auto const& words) {
              return wording::drawing(words, {1200, 1000}); // the last step may exceed the total
          }) ==
          Both{"1\u202F000 tirages sur 1\u202F000, en cours…", "1,000 draws of 1,000, going on…"});
}

TEST_CASE("The uncertainty states its seed, and the voters on whom the order depends")
{
    auto ranking = usual();
    ranking.draws = 2000, ranking.seed = 7;
    CHECK(both([&](auto const& words) {
              return wording::about_draws(words, ranking);
          }).english.starts_with("2,000 draws (seed 7), each with other weights"));
    auto const voices = [&] {
        return both([&](auto const& words) { return wording::voices(words, ranking); });
    };
    CHECK(voices() == Both{"", ""});
    ranking.voices = 23;
    CHECK(voices().english ==
          "No voice is decisive: without any one person, the first 10 stay the same.");
    ranking.decisive = 2;
    CHECK(voices().english == "Hangs on one voice: without one of 2 people (of 23), the first 10 "
                              "would be others.");
    auto const swaps = [&] {
        return both([&](auto const& words) { return wording::swaps(words, ranking); });
    };
    CHECK(swaps() == Both{"Aucun échange autour du rang 10", "No swap around rank 10"});
    ranking.swaps.push_back({{1}, {2}, 0.1});
    CHECK(swaps().english == "Most frequent swaps around rank 10");
}

TEST_CASE("A rank states its interval")
{
    auto one = third();
    CHECK(both([&](auto const& words) { return wording::rank(words, one); }) ==
          Both{"Rang 3 (2–5 neuf fois sur dix)", "Rank 3 (2–5 nine times in ten)"});
    CHECK(wording::interval(one) == "2–5");
    one.rank_low = one.rank_high = 3;
    CHECK(wording::interval(one) == "3");

    auto const among = [&] {
        return both([&](auto const& words) { return wording::among_first(words, usual(), one); });
    };
    CHECK(among() == Both{"", ""});
    one.first_share = 0.5;
    CHECK(among() == Both{"Dans les 10 premiers\u00A0: 50\u202F% des tirages",
                          "In the first 10: 50% of draws"});
    auto const hangs = [&] {
        return both([&](auto const& words) { return wording::hangs_on(words, one); }).english;
    };
    CHECK(hangs().empty());
    one.hangs_on = 2;
    CHECK(hangs() == "Hangs on one voice: without one of 2 people, its place would change");
    CHECK(both([&](auto const& words) {
              return wording::on_the_plot(words, small_session(), one);
          }) == Both{"12, Tri du courrier\u00A0: opportunité 6,8, risque 5,6, couche 1",
                     "12, Tri du courrier: opportunity 6.8, risk 5.6, layer 1"});
}

TEST_CASE("The votes of a case are stated as points and as index")
{
    auto const doc = small_session();
    auto const one = third();
    auto ranking = usual();
    ranking.reference = model::RoundId{1};
    analysis::Tally tally;
    tally.round = {1};
    tally.method = model::Method::dots;
    auto const said = [&](analysis::Tally const* vote) {
        return both(
            [&](auto const& words) { return wording::conversion(words, doc, ranking, vote, one); });
    };
    CHECK(said(nullptr) == Both{"", ""});
    CHECK(said(&tally) ==
          Both{"Vote\u00A03\u00A0: pas au vote → 5,3", "Vote 3: not voted on → 5.3"});
    analysis::CaseTally counted;
    counted.on = {1};
    counted.score = {17, 1};
    tally.cases.push_back(counted);
    CHECK(said(&tally) == Both{"Vote\u00A03\u00A0: 17 points → 5,3", "Vote 3: 17 points → 5.3"});
}

TEST_CASE("Reservations about a rank name the axes, if any")
{
    auto const doc = small_session();
    auto one = third();
    struct Said {
        std::string veto, contradicted, missing, conflict;
    };
    auto const said = [&] {
        auto const& words = test::catalogue(i18n::Language::english);
        return Said{wording::veto(words, doc, one, model::Body::workshop),
                    wording::contradicted(words, doc, one), wording::missing(words, doc, one),
                    wording::conflict(words, doc, one.on)};
    };
    auto now = said();
    CHECK(now.veto.empty());
    CHECK(now.contradicted.empty());
    CHECK(now.missing.empty());
    CHECK(now.conflict.empty());

    one.values[0].veto = analysis::Veto::risk, one.values[0].risk = 8;
    one.values[1].contradicted = true;
    one.values.pop_back();
    now = said();
    CHECK(now.veto == "Risk to look into (axis 1)");
    CHECK(now.contradicted == "Contradicted: placed (axis 2) elsewhere than the room puts it");
    CHECK(now.missing == "Not placed on axis 3: the index rests on the others");
    CHECK(both([&](auto const& words) { return wording::veto(words, doc, one.values[0]); }) ==
          Both{"Risque à instruire sur l’axe 1 (8,0)", "Risk to look into on axis 1 (8.0)"});
    one.index.reset();
    CHECK(said().missing.empty()); // it has no place that could depend on anything
}

TEST_CASE("Conflicting axes follow from the positions of the case")
{
    auto doc = small_session();
    auto const place = [&](std::uint64_t axis, model::Level opportunity, model::Level risk) {
        model::Placement at;
        at.opportunity = opportunity, at.risk = risk;
        model::writable<model::Placement>(doc).set({{axis}, {1}}, at);
    };
    place(1, 900, 100);
    place(2, 900, 900);
    place(3, 100, 900);
    CHECK(both([&](auto const& words) { return wording::conflict(words, doc, {1}); }) ==
          Both{"Favorable sur l’axe 1, risque à instruire sur les axes 2 et 3",
               "Favourable on axis 1, a risk to look into on axes 2 and 3"});
}
