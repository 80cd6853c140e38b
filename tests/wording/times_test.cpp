#include "wording/both.h"
#include "wording/times.h"

#include <doctest/doctest.h>

using test::Both;
using test::both;

TEST_CASE("A date is read if valid, otherwise kept as typed")
{
    auto const said = [](char const* typed) {
        return both([&](auto const& words) { return wording::day(words, typed); });
    };
    CHECK(said("2026-09-15") == Both{"15\u00A0sept.\u00A02026", "15\u00A0Sept\u00A02026"});
    CHECK(said("2026-09-05") == Both{"5\u00A0sept.\u00A02026", "5\u00A0Sept\u00A02026"});
    CHECK(said("2026-09") == Both{"sept.\u00A02026", "Sept\u00A02026"});
    CHECK(said("juin 2026") == Both{"juin 2026", "juin 2026"});
    CHECK(said("le plus tôt") == Both{"le plus tôt", "le plus tôt"});
    CHECK(said("") == Both{"", ""});
}

TEST_CASE("Elapsed time is in minutes, then hours, then a date")
{
    constexpr std::int64_t minute = 60'000, now = 1'800'000'000'000;
    auto const said = [](std::int64_t since) {
        return both([&](auto const& words) { return wording::ago(words, now - since, now); });
    };
    CHECK(said(0) == Both{"à l’instant", "just now"});
    CHECK(said(minute - 1) == Both{"à l’instant", "just now"});
    CHECK(said(-minute) == Both{"à l’instant", "just now"}); // clocks may differ
    CHECK(said(3 * minute) == Both{"il y a 3\u00A0min", "3 min ago"});
    CHECK(said(120 * minute) == Both{"il y a 2\u00A0h", "2 h ago"});
    CHECK(said(24 * 60 * minute).french.ends_with("2027"));
}

TEST_CASE("A countdown is in minutes and seconds, rounded up")
{
    CHECK(wording::countdown(0) == "00:00");
    CHECK(wording::countdown(1) == "00:01");
    CHECK(wording::countdown(245'000) == "04:05");
    CHECK(wording::countdown(90 * 60'000) == "90:00");
}
