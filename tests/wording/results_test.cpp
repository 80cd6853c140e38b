#include "model/change.h"
#include "model/turnout.h"
#include "wording/both.h"
#include "wording/votes/results.h"

#include <doctest/doctest.h>

using test::Both;
using test::both;

TEST_CASE("A closed vote says by what way its ballots came, or that so few would point at someone")
{
    auto const said = [](model::RoundStatus const& status) {
        model::Document doc;
        model::Changes changes;
        model::put<model::Round>(changes, doc, {1}, model::Round{});
        model::put<model::RoundStatus>(changes, doc, {1}, status);
        REQUIRE(model::apply(doc, changes));
        return both([&](auto const& words) { return wording::ways(words, doc, {1}); });
    };
    model::RoundStatus const closed{model::RoundState::closed, 1, 2};
    CHECK(said(closed) == Both{});
    CHECK(said(model::with_ways(closed, 0, 0)) == Both{});
    CHECK(said(model::with_ways(closed, 8, 15)) ==
          Both{"8 bulletins au clavier, 15 par téléphone", "8 ballots by keyboard, 15 by phone"});
    CHECK(said(model::with_ways(closed, 2, 0)) ==
          Both{"Tous les bulletins au clavier", "All ballots by keyboard"});
    CHECK(said(model::with_ways(closed, 0, 2)) ==
          Both{"Tous les bulletins par téléphone", "All ballots by phone"});
    auto const few = said(model::with_ways(closed, 4, 19));
    CHECK(few.french.find("moins de 5 bulletins") != std::string::npos);
    CHECK(few.english.find("fewer than 5 ballots") != std::string::npos);
    CHECK(few.french.find("19") == std::string::npos);
    CHECK(said(model::with_ways(closed, 19, 4)) == few);
    auto beside = model::with_ways(closed, 8, 15);
    beside.by_hand = 6;
    CHECK(said(beside) == Both{"8 bulletins au clavier, 15 par téléphone, 6 à main levée",
                               "8 ballots by keyboard, 15 by phone, 6 by raised hand"});
    beside = closed;
    beside.by_hand = 1;
    CHECK(said(beside) == Both{"1 à main levée", "1 by raised hand"});
}
