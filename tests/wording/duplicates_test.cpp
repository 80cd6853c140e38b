#include "wording/both.h"
#include "wording/duplicates.h"

#include <doctest/doctest.h>

using test::Both;
using test::both;

TEST_CASE("How alike two cases are is a share, a word, and their titles")
{
    CHECK(wording::percent_of(914) == 91);
    CHECK(wording::percent_of(915) == 92);
    CHECK(both([](auto const& words) { return wording::likeness(words, 914); }) ==
          Both{"91\u202F%", "91%"});

    auto const closeness = [](int thousandths) {
        return both([&](auto const& words) { return wording::closeness(words, thousandths); });
    };
    CHECK(closeness(845) == Both{"très proches", "very close"}); // rounds to 85
    CHECK(closeness(844) == Both{"proches", "close"});
    CHECK(closeness(744) == Both{"à vérifier", "to check"});

    model::Document doc;
    model::Case one;
    one.title = "Tri du courrier";
    model::writable<model::Case>(doc).set({1}, one);
    one.title = "Courrier entrant";
    model::writable<model::Case>(doc).set({2}, one);
    analysis::AlikePair pair{};
    pair.a = {1}, pair.b = {2}, pair.thousandths = 910;
    CHECK(both([&](auto const& words) { return wording::pair(words, doc, pair); }) ==
          Both{"91\u202F% Tri du courrier / Courrier entrant",
               "91% Tri du courrier / Courrier entrant"});
}

TEST_CASE("Pairs are counted, and more may be where only the first were kept")
{
    CHECK(both([](auto const& words) { return wording::pairs(words, 12, wording::Kept::all); }) ==
          Both{"12", "12"});
    CHECK(both([](auto const& words) {
              return wording::pairs(words, 5000, wording::Kept::the_first);
          }) == Both{"5\u202F000 et plus", "5,000 and more"});
}
