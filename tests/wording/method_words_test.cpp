#include "model/voting_method.h"
#include "support/folders.h"
#include "wording/votes/method_words.h"
#include "wording/votes/results.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace {

using i18n::Catalogue;
using i18n::Language;
using model::Method;

Catalogue words_in(Language language)
{
    return Catalogue::load(support::assets_dir(), language).value();
}

std::vector<Method> voted_by()
{
    std::vector<Method> out;
    for (std::size_t i = 0; i < base::count_of<Method>; ++i)
        if (auto const method = static_cast<Method>(i); method != Method::estimate)
            out.push_back(method);
    return out;
}

// Whether a text exists and is complete: an unknown key is returned as it is, and a missing value
// leaves its braces.
bool said(std::string const& text)
{
    return !text.empty() && !text.starts_with("method.") && !text.starts_with("results.") &&
           text.find('{') == std::string::npos;
}

} // namespace

TEST_CASE("Every counting method has a name, question, explanation and count in both languages")
{
    for (auto const language : {Language::french, Language::english}) {
        auto const words = words_in(language);
        for (auto const method : voted_by()) {
            CAPTURE(std::string(base::name_of(method)));
            model::Round round;
            model::set_method(round, method);
            round.cases = {model::CaseId{1}, model::CaseId{2}};
            for (auto money : {0, 1'000'000}) {
                round.money = money;
                CHECK(said(wording::how_voted(words, round)));
            }
            for (auto limit : {0, 2}) { // with a cap and a limit, and without
                round.cap = round.choices = limit;
                CHECK(said(wording::how_voted(words, round)));
                CHECK(said(wording::rules(words, round)));
            }
            CHECK(said(wording::method(words, method)));
            CHECK(said(wording::method_hint(words, method)));
            CHECK(said(wording::question(words, method)));
            auto rules = std::vector(model::voting_method(method).rules.begin(),
                                     model::voting_method(method).rules.end());
            if (rules.empty()) rules.push_back(model::Rule::standard);
            for (auto const rule : rules) {
                CAPTURE(std::string(base::name_of(rule)));
                CHECK(said(wording::way(words, {method, rule})));
                CHECK(said(wording::how_counted(words, {method, rule})));
            }
            analysis::Tally tally;
            tally.method = method;
            CHECK(said(wording::ties(words, tally)));
        }
    }
}

TEST_CASE("A round has its own question, or that of its counting method")
{
    auto const words = words_in(Language::french);
    model::Round round;
    CHECK(wording::question(words, round) == "Répartissez vos points");
    round.question = "Et ensuite ?";
    CHECK(wording::question(words, round) == "Et ensuite ?");
}

TEST_CASE("The result of a case uses the terms of its counting method")
{
    auto const words = words_in(Language::french);
    model::Round const round;
    analysis::Tally tally;
    tally.voters = 23;
    analysis::CaseTally one;
    one.score = {28, 1};
    one.supporters = one.named = 14;
    wording::CaseResult const of{round, tally, one};
    CHECK(wording::score(words, of) == "28");
    CHECK(wording::result_line(words, of) == "28 points · 14 votants sur 23");
    CHECK(wording::brought(words, of) == "28 points");
    tally.method = Method::approval;
    CHECK(wording::result_line(words, of) == "28 approbations sur 23 votants");
    CHECK(wording::brought(words, of) == "28 voix");
    tally.method = Method::quadratic;
    CHECK(wording::result_line(words, of) == "28 voix · 14 votants sur 23");
    tally.method = Method::pairwise;
    one.score = {1, 2};
    CHECK(wording::score(words, of) == "50\u202F%");
    tally.method = Method::score;
    one.told_apart = analysis::ToldApart::by_supporters;
    CHECK(wording::under_score(words, of) == "14 au-dessus de 0");
    tally.method = Method::dots;
    CHECK(wording::under_score(words, of) == "14 votants");
    tally.source = model::BallotSource::hands;
    CHECK(wording::result_line(words, of) == "1 main sur 23 personnes");
}

TEST_CASE("The rules of a vote name no more seats or pairs than its cases have")
{
    auto const words = words_in(Language::english);
    model::Round round;
    for (auto const method : {Method::stv, Method::pairwise}) {
        model::set_method(round, method);
        round.cases = {model::CaseId{1}, model::CaseId{2}};
        auto const said = wording::rules(words, round);
        CAPTURE(said);
        CHECK(said.find(method == Method::stv ? "2" : "1") != std::string::npos);
        CHECK(said.find("20") == std::string::npos);
        CHECK(wording::how_voted(words, round).find("20") == std::string::npos);
        CHECK(wording::how_voted(words, round).find("wenty") == std::string::npos);
        CHECK(said.find('3') == std::string::npos);
    }
}

TEST_CASE("Of raised hands in a room whose people were not counted nobody is counted")
{
    analysis::Tally tally;
    tally.source = model::BallotSource::hands;
    for (auto const language : {Language::french, Language::english}) {
        auto const words = words_in(language);
        tally.voters = 0;
        CHECK(wording::voters(words, tally).find('0') == std::string::npos);
        CHECK(said(wording::voters(words, tally)));
        tally.voters = 12;
        CHECK(wording::voters(words, tally).find("12") != std::string::npos);
    }
}

TEST_CASE("In a small room nothing tells how many people gave a case what it got")
{
    model::Round const round;
    analysis::Tally tally;
    tally.voters = 3;
    tally.totals_only = true;
    analysis::CaseTally one;
    one.score = {28, 1};
    one.rank = 2;
    one.supporters = one.named = one.answers = 1;
    one.median = analysis::Ratio{14, 1};
    one.told_apart = analysis::ToldApart::by_supporters;
    wording::CaseResult const of{round, tally, one};
    for (auto const language : {Language::french, Language::english}) {
        auto const words = words_in(language);
        for (auto const method : {Method::dots, Method::choose_spread, Method::quadratic,
                                  Method::score, Method::ranking, Method::points}) {
            tally.method = method;
            auto const line =
                wording::result_line(words, of) + " " + wording::under_score(words, of);
            CAPTURE(line);
            CHECK(said(wording::result_line(words, of)));
            for (auto const* told : {"1", "3", "14"}) CHECK(line.find(told) == std::string::npos);
        }
    }
}
