#include "wording/both.h"
#include "wording/decisions.h"

#include <doctest/doctest.h>

using model::Verdict;
using test::Both;
using test::both;

TEST_CASE("A decision is a word, the other body's with its reason")
{
    auto const verdict = [](Verdict one) {
        return both([&](auto const& words) { return wording::verdict(words, one); });
    };
    CHECK(verdict(Verdict::launch) == Both{"Lancer", "Launch"});
    CHECK(verdict(Verdict::later) == Both{"Plus tard", "Later"});
    CHECK(verdict(Verdict::none) == Both{"Pas de décision", "No decision"});

    auto const decided = [](model::Body body, char const* reason) {
        return both([&](auto const& words) {
            return wording::decided(words, body, Verdict::safeguards, reason);
        });
    };
    CHECK(decided(model::Body::committee, "") ==
          Both{"Comité\u00A0: Encadrer", "Committee: Safeguard"});
    CHECK(decided(model::Body::workshop, "trop tôt") ==
          Both{"Atelier\u00A0: Encadrer · trop tôt", "Workshop: Safeguard · trop tôt"});
}

TEST_CASE("How far deciding has come, and how far from the order")
{
    CHECK(both([](auto const& words) { return wording::decision_counts(words, 12, 1, 11); }) ==
          Both{"12 cas classés · 1 décision prise, 11 à prendre",
               "12 cases ranked · 1 decision taken, 11 to take"});
    CHECK(both([](auto const& words) { return wording::with_open_questions(words, 2); }) ==
          Both{"2 avec des questions ouvertes", "2 with open questions"});
    analysis::Verdicts verdicts;
    verdicts.pairs = 1200, verdicts.against = 3;
    CHECK(both([&](auto const& words) { return wording::gap(words, verdicts); }) ==
          Both{"écart avec l’ordre\u00A0: 3 paires sur 1\u202F200",
               "gap with the order: 3 pairs of 1,200"});
    CHECK(both([](auto const& words) { return wording::lifted_over(words, 2); }) ==
          Both{"Retenu devant 2 cas mieux classés", "Taken ahead of 2 better ranked cases"});
    CHECK(both([](auto const& words) { return wording::passed_by(words, 1); }) ==
          Both{"Passé derrière 1 cas moins bien classé", "Passed over for 1 worse ranked case"});
}
