#include "support/folders.h"
#include "wording/amounts.h"

#include <doctest/doctest.h>

namespace {

i18n::Catalogue words(i18n::Language language)
{
    return i18n::Catalogue::load(support::assets_dir(), language).value();
}

} // namespace

TEST_CASE("A cost is read as people write it, and a text that is no amount is unchanged")
{
    auto const french = words(i18n::Language::french);
    auto const said = [&](char const* typed) { return wording::cost(french, typed); };
    CHECK(said("12000") == "12\u202F000\u00A0€");
    CHECK(said("12 000 €") == "12\u202F000\u00A0€");
    CHECK(said("12\u202F000\u00A0€") == "12\u202F000\u00A0€");
    CHECK(said("12.000 €") == "12\u202F000\u00A0€");
    CHECK(said("12k€") == "12\u202F000\u00A0€");
    CHECK(said("1,5 M€") == "1\u202F500\u202F000\u00A0€");
    CHECK(said("2 millions") == "2\u202F000\u202F000\u00A0€");
    CHECK(said("2 millions d’euros") == "2\u202F000\u202F000\u00A0€");
    CHECK(said("12,50 €") == "12,50\u00A0€");
    CHECK(said("800 euros") == "800\u00A0€");
    CHECK(said("environ 10 jours") == "environ 10 jours");
    CHECK(said("2 ETP") == "2 ETP");
    CHECK(said("40000 PLN") == "40000 PLN");
    CHECK(said("$ 300") == "$ 300");
    CHECK(said(" L ") == "L");
    CHECK(wording::cost(words(i18n::Language::english), "12000") == "12,000\u00A0€");
}

TEST_CASE("An amount has cents only when needed, and a small share has more decimals")
{
    auto const french = words(i18n::Language::french);
    CHECK(wording::amount(french, 123'400) == "1\u202F234");
    CHECK(wording::amount(french, 123'450) == "1\u202F234,50");
    CHECK(wording::share(french, {700, 1}) == "7");
    CHECK(wording::share(french, {1000, 3}) == "3,33");
    CHECK(wording::share(french, {25, 7}) == "0,0357");
}
