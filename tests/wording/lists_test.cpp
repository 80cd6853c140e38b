#include "wording/both.h"
#include "wording/lists.h"

#include <doctest/doctest.h>

using test::Both;
using test::both;

TEST_CASE("Lists use commas, and a word before the last item")
{
    auto const said = [](std::vector<std::string> const& parts) {
        return both([&](auto const& words) { return wording::listed(words, parts); });
    };
    CHECK(said({}) == Both{"", ""});
    CHECK(said({"1"}) == Both{"1", "1"});
    CHECK(said({"1", "4"}) == Both{"1 et 4", "1 and 4"});
    CHECK(said({"1", "4", "8"}) == Both{"1, 4 et 8", "1, 4 and 8"});
}

TEST_CASE("Cases are named by number and axes by place")
{
    model::Document doc;
    for (int n : {1, 2, 3}) {
        model::Case one;
        one.number = n * 10;
        model::writable<model::Case>(doc).set({static_cast<std::uint64_t>(n)}, one);
        model::Axis axis;
        axis.place = n + 1;
        model::writable<model::Axis>(doc).set({static_cast<std::uint64_t>(n)}, axis);
    }
    CHECK(both([&](auto const& words) {
              return wording::case_numbers(words, doc, {{3}, {1}});
          }) == Both{"30 et 10", "30 and 10"});
    CHECK(both([&](auto const& words) {
              return wording::axis_numbers(words, doc, {{1}, {2}, {3}});
          }) == Both{"2, 3 et 4", "2, 3 and 4"});
    auto const axes = [&](std::vector<model::AxisId> const& list) {
        return both([&](auto const& words) { return wording::axes(words, doc, list); });
    };
    CHECK(axes({}) == Both{"", ""});
    CHECK(axes({{2}}) == Both{"l’axe 3", "axis 3"});
    CHECK(axes({{1}, {2}, {3}}) == Both{"les axes 2, 3 et 4", "axes 2, 3 and 4"});
}
