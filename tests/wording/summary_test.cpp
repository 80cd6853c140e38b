#include "support/tables.h"
#include "wording/both.h"
#include "wording/summary.h"

#include <doctest/doctest.h>

using model::AxisId;
using model::Body;
using model::CaseId;
using model::RoundId;
using model::Verdict;
using test::Both;
using test::both;

// The opening sentences of a report for sessions with missing data or without a clear order.
namespace {

CaseId nth(int number) { return CaseId{static_cast<std::uint64_t>(number)}; }

model::Document with_cases(int count)
{
    model::Document doc;
    for (int number = 1; number <= count; ++number)
        support::edit<model::Case>(doc, nth(number), [&](model::Case& one) {
            one.number = number;
            one.title = "Cas " + std::to_string(number);
        });
    return doc;
}

void add_axis(model::Document& doc, int place)
{
    support::edit<model::Axis>(doc, AxisId{static_cast<std::uint64_t>(1000 + place)},
                               [&](model::Axis& axis) { axis.order = axis.place = place; });
}

void place(model::Document& doc, int axis, int number, model::Level opportunity, model::Level risk)
{
    support::edit<model::Placement>(
        doc, {AxisId{static_cast<std::uint64_t>(1000 + axis)}, nth(number)},
        [&](model::Placement& one) { one.opportunity = opportunity, one.risk = risk; });
}

void decide(model::Document& doc, int number, Verdict verdict, Body body = Body::workshop)
{
    support::edit<model::Decision>(doc, {nth(number), body},
                                   [&](model::Decision& one) { one.verdict = verdict; });
}

// A vote by dots on all cases: the points of each ballot for the first cases.
void vote(model::Document& doc, std::vector<std::vector<int>> const& ballots,
          model::RoundState state = model::RoundState::revealed)
{
    RoundId const id{2000};
    support::edit<model::Round>(doc, id, [&](model::Round& round) {
        round.number = 1;
        round.budget = 5;
        for (auto const& [on, unused] : model::table<model::Case>(doc)) round.cases.push_back(on);
    });
    support::edit<model::RoundStatus>(doc, id,
                                      [&](model::RoundStatus& status) { status.state = state; });
    for (std::size_t i = 0; i < ballots.size(); ++i)
        support::edit<model::Ballot>(
            doc, {id, static_cast<int>(i) + 1}, [&](model::Ballot& ballot) {
                for (std::size_t on = 0; on < ballots[i].size(); ++on)
                    if (ballots[i][on] > 0)
                        ballot.marks.push_back({nth(static_cast<int>(on) + 1), ballots[i][on]});
            });
}

struct Seen {
    model::Document doc;
    analysis::Ranking ranking;
    std::optional<analysis::Tally> tally;
    explicit Seen(model::Document const& of)
        : doc(of)
        , ranking(analysis::rank_cases(of, {.draws = 200}))
    {
        if (auto const round = analysis::reference_round(doc))
            tally =
                analysis::tally(doc, *round, {.method = {}, .blank = {}, .resamples = 0}).value();
    }
    [[nodiscard]] wording::Situation now() const
    {
        return {doc, ranking, tally ? &*tally : nullptr};
    }
    template <class Say>
    [[nodiscard]] Both says(Say&& say) const
    {
        return both([&](auto const& words) { return say(words, now()); });
    }
    [[nodiscard]] Both voted() const
    {
        return both([&](auto const& words) { return wording::voted(words, now()); });
    }
};

std::string all_of(Seen const& seen)
{
    std::string out;
    auto const& words = test::catalogue(i18n::Language::french);
    for (auto const& one : wording::summary(words, seen.now())) out += one + "\n";
    return out;
}

} // namespace

TEST_CASE("an empty session has one sentence")
{
    Seen const seen{model::Document()};
    CHECK(all_of(seen) == "Aucun cas n’a été recueilli.\n");
    CHECK(both([&](auto const& words) { return wording::gathered(words, seen.doc); }) ==
          Both{"Aucun cas n’a été recueilli.", "No case was gathered."});
    auto const figures = wording::figures(test::catalogue(i18n::Language::french), seen.now());
    REQUIRE(figures.size() == 1); // no people, no decisions and no draws to mention
    CHECK(figures.front().value == "0");
}

TEST_CASE("the number of cases is stated, merged ones separately")
{
    auto const gathered = [](model::Document const& doc) {
        return both([&](auto const& words) { return wording::gathered(words, doc); });
    };
    CHECK(gathered(with_cases(1)) ==
          Both{"1 cas d’usage a été recueilli.", "1 use case was gathered."});
    CHECK(gathered(with_cases(2133)).french == "2\u202F133 cas d’usage ont été recueillis.");
    auto doc = with_cases(4);
    model::writable<model::Merge>(doc).set(nth(4), {nth(1)});
    CHECK(gathered(doc).french ==
          "4 cas d’usage ont été recueillis\u202F; 1 a été fusionné avec un "
          "autre, il en reste 3.");
    model::writable<model::Merge>(doc).set(nth(3), {nth(1)});
    CHECK(gathered(doc).english ==
          "4 use cases were gathered; 2 were merged into others, which leaves 2.");
}

TEST_CASE("decisions are counted, the committee's before the workshop's")
{
    auto doc = with_cases(5);
    auto const outcome = [&] {
        return both([&](auto const& words) { return wording::decisions_so_far(words, doc); });
    };
    CHECK(outcome().french == "Aucune décision n’est prise pour l’instant.");
    decide(doc, 1, Verdict::launch);
    decide(doc, 2, Verdict::launch);
    decide(doc, 3, Verdict::aside);
    CHECK(outcome() ==
          Both{"Sur 5 cas, 2 sont à lancer et 1 est écarté. 2 restent à décider.",
               "Of 5 cases, 2 are to be launched and 1 is set aside. 2 are still to be "
               "decided."});
    decide(doc, 2, Verdict::later, Body::committee);
    decide(doc, 4, Verdict::safeguards);
    decide(doc, 5, Verdict::later);
    CHECK(outcome().french ==
          "Sur 5 cas, 1 est à lancer, 1 est à encadrer, 2 sont remis à plus tard "
          "et 1 est écarté.");
}

TEST_CASE("without an axis, a position or a second case there is no order, with the reason")
{
    auto const ahead = [](Seen const& seen) { return seen.says(wording::ahead); };
    auto doc = with_cases(3);
    CHECK(ahead(Seen(doc)).french ==
          "La session n’a pas d’axe\u00A0: les cas ne peuvent pas être classés.");
    add_axis(doc, 1);
    add_axis(doc, 2);
    CHECK(ahead(Seen(doc)).french ==
          "Aucun cas n’est placé sur les axes\u00A0: il n’y a pas encore de classement.");
    place(doc, 1, 2, 800, 200);
    CHECK(ahead(Seen(doc)).french ==
          "Un seul cas est placé sur les axes, «\u00A0Cas 2\u00A0» (n°\u00A02)\u00A0: il n’y a pas "
          "encore de quoi classer. 2 cas sur 3 ne sont pas placés et n’ont pas de rang.");
}

TEST_CASE("equal cases are tied, without a first one")
{
    auto doc = with_cases(3);
    add_axis(doc, 1);
    add_axis(doc, 2);
    for (int number = 1; number <= 3; ++number) place(doc, 1, number, 500, 500);
    auto const all_level = Seen(doc).says(wording::ahead);
    CHECK(all_level.french.starts_with(
        "À égalité\u00A0: 3 cas placés, que le classement ne départage pas."));
    CHECK(all_level.english.starts_with(
        "All 3 placed cases are level: the ranking puts none before another."));
    place(doc, 1, 3, 100, 500);
    CHECK(Seen(doc)
              .says(wording::ahead)
              .french.starts_with(
                  "«\u00A0Cas 1\u00A0» (n°\u00A01) et «\u00A0Cas 2\u00A0» (n°\u00A02) "
                  "arrivent ensemble en tête du classement."));
    place(doc, 1, 1, 900, 100);
    auto const one = Seen(doc).says(wording::ahead);
    CHECK(one.french.starts_with("«\u00A0Cas 1\u00A0» (n°\u00A01) arrive en tête du classement."));
    CHECK(one.english.starts_with("“Cas 1” (no. 1) comes first in the ranking."));
}

TEST_CASE("an order on one axis is stated so, with its stability")
{
    auto doc = with_cases(2);
    add_axis(doc, 1);
    place(doc, 1, 1, 900, 100);
    place(doc, 1, 2, 100, 900);
    auto const said = Seen(doc).says(wording::ahead).french;
    CHECK(said.find("Ce classement ne repose que sur un axe.") != std::string::npos);
    CHECK(said.find("La tête du classement tient dans 100\u202F% des tirages\u00A0: 200 "
                    "tirages\u202F; le premier "
                    "reste le premier.") != std::string::npos);
}

TEST_CASE("many cases ahead are counted, not listed")
{
    auto doc = with_cases(200);
    add_axis(doc, 1);
    for (int number = 1; number <= 200; ++number)
        place(doc, 1, number, number <= 50 ? 800 : 200, 300);
    auto const said = Seen(doc).says(wording::ahead).french;
    CHECK(said.starts_with("50 cas arrivent ensemble en tête du classement."));
    CHECK(said.size() < 400);
}

TEST_CASE("the reason why no vote counts: none, open, not revealed, or without ballots")
{
    auto const voted = [](model::Document const& doc) { return Seen(doc).voted().french; };
    auto doc = with_cases(2);
    CHECK(voted(doc) == "Il n’y a pas eu de vote.");
    auto open = doc, hidden = doc, silent = doc;
    vote(open, {}, model::RoundState::open);
    CHECK(voted(open) ==
          "Un vote est encore ouvert\u00A0: aucun de ses bulletins n’est compté ici.");
    vote(hidden, {{3, 0}}, model::RoundState::closed);
    CHECK(voted(hidden) == "Un vote est clos, mais son résultat n’a pas été révélé.");
    vote(silent, {{0, 0}, {0, 0}});
    CHECK(voted(silent) == "Au vote, personne n’a soutenu aucun cas.");
}

TEST_CASE("a vote names the first case, both of two tied ones, and none if all are tied")
{
    auto const voted = [](std::vector<std::vector<int>> const& ballots) {
        auto doc = with_cases(3);
        vote(doc, ballots);
        return Seen(doc).voted();
    };
    CHECK(voted({{3, 1, 0}, {2, 0, 0}}) ==
          Both{"Au vote 1 (2 bulletins), «\u00A0Cas 1\u00A0» (n°\u00A01) arrive en tête.",
               "In vote 1 (2 ballots), “Cas 1” (no. 1) comes first."});
    CHECK(voted({{2, 2, 0}, {2, 2, 1}}).french == "Au vote 1 (2 bulletins), «\u00A0Cas 1\u00A0» "
                                                  "(n°\u00A01) et «\u00A0Cas 2\u00A0» (n°\u00A02) "
                                                  "arrivent ensemble en tête.");
    CHECK(voted({{1, 1, 1}, {1, 1, 1}}).french ==
          "Au vote 1 (2 bulletins), tous les cas sont à égalité.");
}

TEST_CASE("contested cases are stated only with votes or estimates")
{
    auto doc = with_cases(2);
    CHECK(Seen(doc).says(wording::divided) == Both{"", ""});
    add_axis(doc, 1);
    place(doc, 1, 1, 900, 100);
    CHECK(Seen(doc).says(wording::divided) == Both{"", ""});
    // Five voters give the first case three points, five none: two groups.
    vote(doc, {{3, 1}, {3, 1}, {3, 1}, {3, 1}, {3, 1}, {0, 3}, {0, 2}, {0, 1}, {0, 2}, {0, 1}});
    CHECK(Seen(doc).says(wording::divided) ==
          Both{"La salle est divisée sur «\u00A0Cas 1\u00A0» (n°\u00A01) (au vote).",
               "The room is divided on “Cas 1” (no. 1) (in the vote)."});
}

TEST_CASE("risks to investigate are counted")
{
    auto doc = with_cases(2);
    add_axis(doc, 1);
    place(doc, 1, 1, 900, 900);
    CHECK(Seen(doc).says(wording::to_look_into).french ==
          "1 cas porte un risque à instruire avant toute décision.");
    place(doc, 1, 1, 900, 100);
    CHECK(Seen(doc).says(wording::to_look_into).french.empty());
}

TEST_CASE("the figures of a report count cases, people, decisions and draws")
{
    auto doc = with_cases(3);
    model::writable<model::Merge>(doc).set(nth(3), {nth(1)});
    add_axis(doc, 1);
    place(doc, 1, 1, 900, 100);
    place(doc, 1, 2, 100, 900);
    decide(doc, 1, Verdict::launch);
    vote(doc, {{3, 1}, {2, 0}});
    auto const figures = wording::figures(test::catalogue(i18n::Language::french), Seen(doc).now());
    REQUIRE(figures.size() == 4);
    CHECK(figures[0].value == "2");
    CHECK(figures[0].counts == "cas, après fusion de 1 doublon");
    CHECK(figures[1].value == "2");
    CHECK(figures[1].counts == "votants, 6 points posés");
    CHECK(figures[2].counts == "décision prise, 1 à prendre");
    CHECK(figures[3].value == "100\u202F%");
    CHECK(figures[3].counts == "des tirages gardent le premier");
}
