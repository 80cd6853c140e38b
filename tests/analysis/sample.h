#pragma once

#include "model/document.h"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

// Small sessions for tests, built record by record.
namespace sample {

using model::AxisId;
using model::CaseId;
using model::RoundId;

// Cases 1..n: id 100 + number, so that ids and numbers cannot be confused.
inline CaseId case_id(int number) { return {static_cast<std::uint64_t>(100 + number)}; }

inline AxisId axis_id(int number) { return {static_cast<std::uint64_t>(200 + number)}; }

constexpr RoundId first_round{300};

inline void add_cases(model::Document& doc, int count)
{
    for (int i = 1; i <= count; ++i) {
        model::Case one;
        one.number = i;
        one.title = "Cas " + std::to_string(i);
        model::writable<model::Case>(doc).set(case_id(i), one);
    }
}

inline void add_axes(model::Document& doc, int count)
{
    for (int i = 1; i <= count; ++i) {
        model::Axis axis;
        axis.order = i;
        model::writable<model::Axis>(doc).set(axis_id(i), axis);
    }
}

// A revealed round on all the cases, by number.
inline void add_round(model::Document& doc, model::Round round, RoundId id = first_round,
                      model::RoundState state = model::RoundState::revealed)
{
    if (round.cases.empty())
        for (auto const& [on, record] : model::table<model::Case>(doc)) round.cases.push_back(on);
    if (round.number == 0)
        round.number = static_cast<int>(model::table<model::Round>(doc).size()) + 1;
    model::writable<model::Round>(doc).set(id, round);
    model::writable<model::RoundStatus>(doc).set(
        id, {state, 1, state == model::RoundState::open ? 0 : 2});
}

using Line = std::pair<int, int>; // case number, value

// Adds ballots after those already there.
inline void add_ballots(model::Document& doc, std::vector<std::vector<Line>> const& ballots,
                        RoundId id = first_round, int copies = 1)
{
    auto& rows = model::writable<model::Ballot>(doc);
    for (auto const& lines : ballots) {
        model::Ballot ballot;
        ballot.copies = copies;
        for (auto const& [number, value] : lines) ballot.marks.push_back({case_id(number), value});
        int last = 0;
        for (auto const& [key, unused] : rows)
            if (key.round == id) last = key.number;
        rows.set({id, last + 1}, ballot);
    }
}

inline void place(model::Document& doc, int axis, int on, model::Level opportunity,
                  model::Level risk)
{
    model::Placement placement;
    placement.opportunity = opportunity;
    placement.risk = risk;
    model::writable<model::Placement>(doc).set({axis_id(axis), case_id(on)}, placement);
}

inline void decide(model::Document& doc, int on, model::Verdict verdict,
                   model::Body body = model::Body::workshop)
{
    model::Decision decision;
    decision.verdict = verdict;
    model::writable<model::Decision>(doc).set({case_id(on), body}, decision);
}

inline void merge(model::Document& doc, int from, int into)
{
    model::writable<model::Merge>(doc).set(case_id(from), {case_id(into)});
}

} // namespace sample
