#include "exchange/report/join_cards.h"
#include "html_reader.h"
#include "support/folders.h"

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("a sheet of eight cards says how to join, in each language, and runs and loads nothing")
{
    for (auto const language : {i18n::Language::french, i18n::Language::english}) {
        auto const words = i18n::Catalogue::load(support::assets_dir(), language);
        REQUIRE(words);
        auto const made =
            exchange::join_cards(*words, {"Des idées <script>alert(1)</script> & d’autres",
                                          "http://192.168.1.20:8080/K7F4XP", "192.168.1.20:8080",
                                          "K7F4XP", "Salle du conseil"});
        REQUIRE(made);
        html::Page const page(*made);
        CHECK(page.tagged("h1").size() == 1);
        CHECK(page.tagged("main").size() == 1);
        CHECK(page.tagged("script").empty());
        CHECK(page.tagged("img").empty());
        CHECK(page.tagged("svg").size() == 8);
        auto const cards = page.tagged("li");
        REQUIRE(cards.size() == 8);
        for (auto const* card : cards)
            for (char const* said : {"192.168.1.20:8080", "K7F 4XP", "Salle du conseil",
                                     "Des idées <script>alert(1)</script> & d’autres"})
                CHECK(card->text.find(said) != std::string::npos);
    }
}

TEST_CASE("a card without a title or a network leaves no empty line")
{
    auto const words = i18n::Catalogue::load(support::assets_dir(), i18n::Language::french);
    REQUIRE(words);
    auto const made = exchange::join_cards(
        *words, {"", "http://127.0.0.1:1/ABCDEF", "127.0.0.1:1", "ABCDEF", ""});
    REQUIRE(made);
    html::Page const page(*made);
    CHECK(std::ranges::none_of(page.tagged("p"),
                               [](auto const* line) { return line->text.empty(); }));
    CHECK(made->find("Wi") == std::string::npos);
}
