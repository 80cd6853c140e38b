#include "analysis/common/cost.h"

#include <doctest/doctest.h>

using namespace analysis;

namespace {

// In units of the currency; -1 when nothing was read.
double euros(char const* text)
{
    auto const cost = read_cost(text);
    if (!cost) return -1;
    REQUIRE(cost->kind == Cost::Kind::amount);
    return static_cast<double>(cost->hundredths) / 100;
}

} // namespace

TEST_CASE("Sizes of shirts weigh 1, 2, 3, 5 and 8")
{
    for (auto [text, points] : {std::pair{"XS", 1}, {"s", 2}, {" M ", 3}, {"L", 5}, {"xl", 8}}) {
        auto const cost = read_cost(text);
        REQUIRE(cost);
        CHECK(cost->kind == Cost::Kind::size);
        CHECK(cost->hundredths == points * 100);
    }
}

TEST_CASE("Amounts are read as people write them, in French and in English")
{
    CHECK(euros("12 000 €") == 12'000);
    CHECK(euros("12\u202F000\u00A0€") == 12'000);
    CHECK(euros("12.000,50 €") == 12'000.5);
    CHECK(euros("€12,000.50") == 12'000.5);
    CHECK(euros("12.000") == 12'000);
    CHECK(euros("1,234,567") == 1'234'567);
    CHECK(euros("12,5 k€") == 12'500);
    CHECK(euros("1,5 M€") == 1'500'000);
    CHECK(euros("2 millions d’euros") == 2'000'000);
    CHECK(euros("390000") == 390'000);
    CHECK(euros("390000.0") == 390'000);
    CHECK(euros("40000 PLN") == 40'000);
    CHECK(euros("40000 HT") == 40'000);
    CHECK(euros("0") == 0);
    CHECK(euros("3 000 euros.") == 3'000);
}

TEST_CASE("A text that is no cost is refused")
{
    for (auto const* text :
         {"", "cher", "-500 €", "12 à 15 k€", "1,2345 €", "€", "10 € par an", "2 ETP", "3 ans",
          "1.000,000,00", "99999999999999999999", "12 € $", ",", "1..2"}) {
        CAPTURE(text);
        CHECK_FALSE(read_cost(text));
    }
}

TEST_CASE("An amount is written with its hundredths only when it has some")
{
    CHECK(amount_text(123'400) == "1234");
    CHECK(amount_text(123'450) == "1234.50");
    CHECK(amount_text(5) == "0.05");
}
