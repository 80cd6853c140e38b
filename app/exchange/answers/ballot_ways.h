#pragma once

#include "exchange/answers/ballots.h"
#include "model/vote_records.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// By which method ballots were given, and what each answer is on one of its ballots. Private to
// this folder.
namespace exchange {

// How answers become marks.
struct BallotWay {
    model::Round round; // method, budget, cap, grades, labels, blank policy
    enum class Cell {
        number, // (value - offset) * factor
        cross,  // ticked: 1
        stand,  // in favour: the best grade, against: the worst, or ticked
        grade   // its place on the scale of words
    } cell = Cell::number;
    double offset = 0, factor = 1;
    std::optional<GradeScale> scale;
    bool zero_is_silent = false; // 0 says nothing of a case
    std::vector<Mapped> mapped;
    std::vector<base::Error> notes;
};

// The numbers of the rows that say something, blanks and words left out.
using Answered = std::vector<std::vector<double>>;

// `invalid` "answers.method" when they fit none, "answers.grades" with the words when nobody knows
// their order, "answers.no_method" when they cannot be read by the method that is asked for.
base::Result<BallotWay> way_of(BallotColumns const& columns, Answered const& rows,
                               std::vector<Profile> const& profiles, AnswersAsked const& asked);

// The mark that a cell makes; nothing for one that says nothing. `invalid` "answers.cell" with what
// it holds when it is no answer of the scale.
base::Result<std::optional<int>> mark_of(AnswerCell const& cell, BallotWay const& way);

} // namespace exchange
