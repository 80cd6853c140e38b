#include "analysis/comparison/comparison.h"
#include "analysis/comparison/sightings.h"
#include "sample.h"

#include <doctest/doctest.h>

#include <algorithm>

using analysis::AlikeAcross;
using analysis::Comparison;
using analysis::Lineage;
using analysis::MatchedBy;
using analysis::PairAnswer;
using analysis::Same;
using model::Body;
using model::CaseId;
using model::Document;
using model::Verdict;
using sample::axis_id;
using sample::case_id;
using sample::decide;

namespace {

Comparison compared(Document const& before, Document const& after,
                    Lineage lineage = Lineage::one_session,
                    std::vector<PairAnswer> const& answers = {})
{
    auto const alike = analysis::alike_across(before, after, lineage);
    return analysis::compare(before, after, lineage, alike, answers);
}

void title(Document& doc, CaseId id, std::string const& text)
{
    auto one = model::get<model::Case>(doc, id);
    one.number =
        one.number == 0 ? static_cast<int>(model::table<model::Case>(doc).size()) + 1 : one.number;
    one.title = text;
    model::writable<model::Case>(doc).set(id, one);
}

// Dissimilar titles.
Document workshop(std::vector<std::string> const& titles)
{
    Document doc;
    for (std::size_t i = 0; i < titles.size(); ++i)
        title(doc, case_id(static_cast<int>(i) + 1), titles[i]);
    return doc;
}

std::vector<std::string> const topics{"Assistant pour l’instruction des aides sociales",
                                      "Détection prédictive de fuites d’eau",
                                      "Transcription des séances du conseil",
                                      "Tri du courrier entrant",
                                      "Prévision de la demande de repas scolaires",
                                      "Traduction à l’accueil des usagers étrangers"};

// Two axes, all cases placed, a convention, no vote.
Document placed_workshop()
{
    auto doc = workshop(topics);
    sample::add_axes(doc, 2);
    for (int i = 1; i <= 6; ++i) {
        sample::place(doc, 1, i, 900 - 100 * i, 100 * i);
        sample::place(doc, 2, i, 800 - 100 * i, 150 + 100 * i);
    }
    return doc;
}

analysis::CaseChange const& change(Comparison const& all, int number)
{
    auto const* found = all.find(case_id(number));
    REQUIRE(found);
    return *found;
}

} // namespace

TEST_CASE("a session compared with itself says that nothing changed")
{
    auto doc = placed_workshop();
    decide(doc, 1, Verdict::launch);
    sample::add_round(doc, {});
    auto const same = compared(doc, doc);
    CHECK(same.nothing_changed());
    CHECK(same.cases.size() == 6);
    CHECK(same.matching.gone.empty());
    CHECK(same.matching.fresh.empty());
    CHECK(same.order_agreement == doctest::Approx(1.0));
    CHECK(same.entering.empty());
}

TEST_CASE("a case that moved says from where to where, on which axis, and its new rank")
{
    auto const before = placed_workshop();
    auto after = before;
    sample::place(after, 1, 6, 950, 50); // the last becomes far better
    sample::place(after, 2, 6, 950, 50);
    auto const all = compared(before, after);
    CHECK(all.moved() == 1);
    CHECK(all.other_quadrant() == 1);
    auto const& six = change(all, 6);
    CHECK(six.rank_before == 6);
    CHECK(six.rank_after == 1);
    CHECK(six.places_gained() == 5);
    REQUIRE(six.axes.size() == 2);
    CHECK(six.axes[0].moved());
    CHECK(six.axes[0].before->risk == 600);
    CHECK(six.axes[0].after->risk == 50);
    CHECK(six.axes[0].other_quadrant());
    CHECK(six.mean_before->opportunity == doctest::Approx(250));
    CHECK(six.mean_after->opportunity == doctest::Approx(950));
    CHECK_FALSE(change(all, 1).axes[0].moved());
    CHECK(change(all, 1).places_gained() == -1);
    CHECK(all.ranks_changed() == 6);
    CHECK(all.cases.front().pair.after == case_id(6)); // by rank in the second
    CHECK(all.pairs == 15);
    CHECK(all.pairs_swapped == 5);
    CHECK(*all.order_agreement == doctest::Approx(1.0 - 10.0 / 15.0));
    CHECK_FALSE(all.nothing_changed());
}

TEST_CASE("cases that enter or leave the first ones have the ids of their own session")
{
    auto const before = placed_workshop(); // six placed: the first three
    auto after = before;
    sample::place(after, 1, 6, 950, 50);
    sample::place(after, 2, 6, 950, 50);
    auto const all = compared(before, after);
    CHECK(all.first == 3);
    CHECK(all.entering == std::vector{case_id(6)});
    CHECK(all.leaving == std::vector{case_id(3)});
}

TEST_CASE("changed decisions are listed for each body; a new wording alone is no change")
{
    auto before = placed_workshop();
    decide(before, 1, Verdict::safeguards);
    decide(before, 2, Verdict::launch);
    decide(before, 3, Verdict::none); // says nothing: no decision
    auto after = before;
    decide(after, 1, Verdict::launch);
    decide(after, 1, Verdict::aside, Body::committee);
    auto two = model::get<model::Decision>(after, {case_id(2), Body::workshop});
    two.owner = "DSI";
    model::writable<model::Decision>(after).set({case_id(2), Body::workshop}, two);
    auto const all = compared(before, after);
    auto const& one = change(all, 1);
    REQUIRE(one.decisions.size() == 2);
    CHECK(one.decisions[0].verdict_before() == Verdict::safeguards);
    CHECK(one.decisions[0].verdict_after() == Verdict::launch);
    CHECK(one.decisions[1].body == Body::committee);
    CHECK(one.decisions[1].verdict_before() == Verdict::none);
    REQUIRE(change(all, 2).decisions.size() == 1);
    CHECK_FALSE(change(all, 2).decisions[0].other_verdict());
    CHECK(change(all, 3).decisions.empty());
    CHECK(all.verdicts_changed() == 1);
}

TEST_CASE("for a case merged since, the case that it was merged into is given")
{
    auto const before = placed_workshop();
    auto after = before;
    sample::merge(after, 5, 4);
    auto const forth = compared(before, after);
    REQUIRE(forth.matching.gone.size() == 1);
    CHECK(forth.matching.gone[0].on == case_id(5));
    CHECK(forth.matching.gone[0].other == case_id(4));
    CHECK(forth.matching.doubtful.empty());
    auto const back = compared(after, before);
    REQUIRE(back.matching.fresh.size() == 1);
    CHECK(back.matching.fresh[0].on == case_id(5));
    CHECK(back.matching.fresh[0].other == case_id(4));
}

TEST_CASE("sessions begun independently share no identity: equal ids with other texts do not match")
{
    auto const before = workshop({topics[0], topics[1]});
    auto const after = workshop({topics[1], topics[4]}); // 101 is another case here
    auto const all = compared(before, after, Lineage::strangers);
    REQUIRE(all.cases.size() == 1);
    CHECK(all.cases[0].pair.before == case_id(2));
    CHECK(all.cases[0].pair.after == case_id(1));
    CHECK(all.cases[0].pair.by == MatchedBy::likeness);
    CHECK(all.matching.gone.size() == 1);
    CHECK(all.matching.fresh.size() == 1);
}

TEST_CASE("a case typed again in a copy is matched by its text, the others by identity")
{
    auto const before = placed_workshop();
    auto after = before;
    auto& cases = model::writable<model::Case>(after);
    auto const again = model::get<model::Case>(after, case_id(2));
    cases.erase(case_id(2));
    for (int axis : {1, 2})
        model::writable<model::Placement>(after).erase({axis_id(axis), case_id(2)});
    cases.set({900}, again);
    auto const all = compared(before, after);
    auto const* two = all.find({900});
    REQUIRE(two);
    CHECK(two->pair.before == case_id(2));
    CHECK(two->pair.by == MatchedBy::likeness);
    CHECK(two->rank_before == 2);
    CHECK_FALSE(two->rank_after.has_value());
}

TEST_CASE("an uncertain pair is a question, and counts as two cases until it is answered")
{
    auto const before = workshop({"Détection des fuites d’eau", topics[0], topics[3]});
    auto const after = workshop({"Détection des fuites de gaz", topics[4], topics[5]});
    auto const open = compared(before, after, Lineage::strangers);
    REQUIRE(open.matching.doubtful.size() == 1);
    auto const& doubt = open.matching.doubtful[0];
    CHECK(doubt.thousandths >= analysis::doubtful_from);
    CHECK(open.cases.empty());
    CHECK(open.matching.gone.size() == 3);

    auto const yes =
        compared(before, after, Lineage::strangers, {{doubt.before, doubt.after, Same::yes}});
    CHECK(yes.matching.doubtful.empty());
    REQUIRE(yes.cases.size() == 1);
    CHECK(yes.cases[0].pair.by == MatchedBy::person);
    CHECK(yes.cases[0].reworded);
    CHECK(yes.matching.gone.size() == 2);

    auto const no =
        compared(before, after, Lineage::strangers, {{doubt.before, doubt.after, Same::no}});
    CHECK(no.matching.doubtful.empty());
    CHECK(no.cases.empty());
}

TEST_CASE("two cases equally similar to a third are a question, not a random choice")
{
    // Nothing else tells the two of the second session apart.
    std::vector<AlikeAcross> const alike{{case_id(1), case_id(1), 900},
                                         {case_id(1), case_id(2), 890}};
    auto const before = workshop({topics[0]});
    auto const after = workshop({topics[1], topics[2]});
    auto const open = analysis::match_cases(before, after, Lineage::strangers, alike);
    CHECK(open.pairs.empty());
    CHECK(open.doubtful.size() == 2);
    // "Not this one" leaves the other clear.
    PairAnswer const no{case_id(1), case_id(1), Same::no};
    auto const then = analysis::match_cases(before, after, Lineage::strangers, alike, {&no, 1});
    REQUIRE(then.pairs.size() == 1);
    CHECK(then.pairs[0].after == case_id(2));
    CHECK(then.doubtful.empty());
}

TEST_CASE("cards that lie face down take no part in a comparison")
{
    auto before = workshop(topics);
    auto const after = before;
    model::writable<model::FaceDown>(before).set(case_id(2), {});
    auto const all = compared(before, after);
    CHECK(all.cases.size() == 5);
    REQUIRE(all.matching.fresh.size() == 1);
    CHECK(all.matching.fresh[0].on == case_id(2));
}

TEST_CASE("weights, lines, convention and axes that are not the same are told")
{
    auto const before = placed_workshop();
    auto after = before;
    auto axis = model::get<model::Axis>(after, axis_id(1));
    axis.weight_milli = 2000;
    axis.risk_line = 300;
    model::writable<model::Axis>(after).set(axis_id(1), axis);
    auto gone = model::get<model::Axis>(after, axis_id(2));
    gone.state = model::AxisState::retired;
    model::writable<model::Axis>(after).set(axis_id(2), gone);
    model::Convention convention;
    convention.lambda_milli = 800;
    model::writable<model::Convention>(after).set({}, convention);
    auto const all = compared(before, after);
    CHECK(all.weights_changed());
    CHECK(all.convention_changed());
    REQUIRE(all.axes.size() == 2);
    CHECK(all.axes[0].weight_before == 1000);
    CHECK(all.axes[0].weight_after == 2000);
    CHECK(all.axes[0].lines_moved);
    CHECK(all.axes[1].before == axis_id(2));
    CHECK_FALSE(all.axes[1].after.has_value());
    CHECK(all.moved() == 0); // of what only the weights and the axes moved
    // Nothing moved, but the line did: each session says by its own lines which quadrant it is.
    CHECK_FALSE(change(all, 1).axes[0].moved());
}

TEST_CASE("axes of sessions begun apart are brought together by their titles")
{
    auto name = [](Document& doc, int axis, char const* text) {
        auto one = model::get<model::Axis>(doc, axis_id(axis));
        one.title = text;
        model::writable<model::Axis>(doc).set(axis_id(axis), one);
    };
    auto before = placed_workshop(), after = placed_workshop();
    name(before, 1, "Qualité du service"), name(before, 2, "Finances");
    name(after, 1, "Sobriété"), name(after, 2, "qualite du SERVICE");
    auto const axes = analysis::match_axes(before, after, Lineage::strangers);
    REQUIRE(axes.size() == 3);
    CHECK_FALSE(axes[0].before.has_value());
    CHECK(axes[1].before == axis_id(1));
    CHECK(axes[1].after == axis_id(2));
    CHECK(axes[2].before == axis_id(2));
}

TEST_CASE("later votes are listed, but not a vote that was only opened")
{
    auto const before = placed_workshop();
    auto after = before;
    sample::add_round(after, {}, {300});
    sample::add_ballots(after, {{{1, 3}}, {{2, 1}}}, {300});
    sample::add_round(after, {}, {301}, model::RoundState::open);
    auto const all = compared(before, after);
    CHECK(all.held_before.empty());
    CHECK(all.held_after == std::vector{model::RoundId{300}});
    CHECK(all.other_reference);
    CHECK_FALSE(all.reference_before.has_value());
    CHECK(all.reference_after == model::RoundId{300});
}

TEST_CASE("increases and decreases of agreement are counted separately")
{
    auto const estimates = [](Document& doc, std::vector<int> const& risks, model::RoundId id) {
        model::Round round;
        round.method = model::Method::estimate;
        round.cases = {case_id(1)};
        round.axes = {axis_id(1)};
        sample::add_round(doc, round, id);
        for (std::size_t v = 0; v < risks.size(); ++v) {
            model::writable<model::Ballot>(doc).set({id, static_cast<int>(v) + 1}, {});
            model::Estimate at;
            at.opportunity = 500;
            at.risk = risks[v];
            model::writable<model::Estimate>(doc).set(
                {id, static_cast<int>(v) + 1, axis_id(1), case_id(1)}, at);
        }
    };
    auto before = placed_workshop();
    estimates(before, {0, 0, 0, 0, 1000, 1000, 1000, 1000}, {400});
    auto after = before;
    estimates(after, {400, 400, 400, 400, 400, 400, 400, 400}, {401});
    auto const all = compared(before, after);
    CHECK(all.agreement_gained() == 1);
    CHECK(all.agreement_lost() == 0);
    auto const& move = change(all, 1).axes[0];
    CHECK(move.agreement_before == analysis::Agreement::contested);
    CHECK(move.agreement_after == analysis::Agreement::accord);
    CHECK(move.room_after->risk == doctest::Approx(400));
    CHECK(all.held_after == std::vector{model::RoundId{401}});
    auto const back = compared(after, before);
    CHECK(back.agreement_lost() == 1);
    CHECK(back.agreement_gained() == 0);
}

TEST_CASE("comparing an empty session with a full one gives new cases only")
{
    auto const full = placed_workshop();
    auto const all = compared({}, full, Lineage::strangers);
    CHECK(all.cases.empty());
    CHECK(all.matching.fresh.size() == 6);
    CHECK(all.first == 0);
    CHECK(all.entering.empty());
    CHECK_FALSE(all.order_agreement.has_value());
    CHECK(compared({}, {}).nothing_changed());
}

TEST_CASE("a case of many sessions is listed once, with each session once, the most frequent first")
{
    using analysis::Sighting;
    std::vector<Sighting> const seen{{0, "Tri du courrier entrant"},
                                     {0, "Détection prédictive de fuites d’eau"},
                                     {1, "Détection prédictive des fuites d'eau"},
                                     {1, "Fuites d’eau : détection prédictive"},
                                     {2, "detection predictive de fuites d’eau"},
                                     {2, "Transcription des séances du conseil"}};
    auto const groups = analysis::same_cases(seen);
    REQUIRE(groups.size() == 4);
    REQUIRE(groups[0].size() == 3);
    CHECK(groups[0][0] == 1);
    CHECK(groups[0][2] == 4);
    CHECK((groups[0][1] == 2 || groups[0][1] == 3)); // one of the second session
    CHECK(analysis::same_cases({}).empty());
}
