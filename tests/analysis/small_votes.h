#pragma once

#include "analysis/voting/tally.h"
#include "sample.h"
#include "support/tables.h"

#include <doctest/doctest.h>

#include <array>

// Small votes by every method, and helpers for their results.
namespace sample {

using analysis::Tally;
using analysis::tally;
using analysis::TallyOptions;
using model::Method;

inline model::Round round_by(Method method)
{
    model::Round round;
    round.method = method;
    round.choices = 0;
    round.cap = 0;
    return round;
}

inline Tally counted(model::Document const& doc, TallyOptions const& options = {})
{
    auto result = tally(doc, first_round, options);
    REQUIRE(result);
    return *std::move(result);
}

inline std::vector<int> numbers(model::Document const& doc, std::vector<CaseId> const& cases)
{
    std::vector<int> out;
    for (auto id : cases) out.push_back(model::get<model::Case>(doc, id).number);
    return out;
}

inline std::vector<CaseId> cases(Tally const& result)
{
    std::vector<CaseId> out;
    for (auto const& line : result.cases) out.push_back(line.on);
    return out;
}

inline std::vector<int> order(model::Document const& doc, Tally const& result)
{
    return numbers(doc, cases(result));
}

inline std::vector<int> ranks(Tally const& result)
{
    std::vector<int> out;
    for (auto const& line : result.cases) out.push_back(line.rank);
    return out;
}

// A ranking of case numbers, the first the best.
inline std::vector<Line> ranking(std::vector<int> const& numbers)
{
    std::vector<Line> out;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        out.emplace_back(numbers[i], static_cast<int>(i) + 1);
    return out;
}

// Schulze's forty-five ballots, and how many people cast each; A to E are 1 to 5.
inline constexpr std::array forty_five_ballots{
    std::pair{"ACBED", 5}, std::pair{"ADECB", 5}, std::pair{"BEDAC", 8}, std::pair{"CABED", 3},
    std::pair{"CAEBD", 7}, std::pair{"CBADE", 2}, std::pair{"DCEBA", 7}, std::pair{"EBADC", 8}};
inline model::Document forty_five()
{
    model::Document doc;
    add_cases(doc, 5);
    add_round(doc, round_by(Method::ranking));
    for (auto const& [letters, copies] : forty_five_ballots) {
        std::vector<int> one;
        for (char c : std::string(letters)) one.push_back(c - 'A' + 1);
        add_ballots(doc, {ranking(one)}, first_round, copies);
    }
    return doc;
}

inline void set_cost(model::Document& doc, int number, std::string cost)
{
    support::edit<model::Case>(doc, case_id(number),
                               [&](auto& one) { one.cost = std::move(cost); });
}

// Ten voters: 1 and 2 are wanted by the same six, 3 by the other four.
inline model::Document small_budget()
{
    model::Document doc;
    add_cases(doc, 3);
    auto round = round_by(Method::budget);
    round.money = 10'000 * 100;
    add_round(doc, round);
    add_ballots(doc, {{{1, 1}, {2, 1}}}, first_round, 6);
    add_ballots(doc, {{{3, 1}}}, first_round, 4);
    set_cost(doc, 1, "6 000 €");
    set_cost(doc, 2, "4 000 €");
    set_cost(doc, 3, "4 000 €");
    return doc;
}

} // namespace sample
