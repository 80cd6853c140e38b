#pragma once

#include "exchange/answers/ballots.h"
#include "model/vote_records.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// Determines the voting method of imported ballots and converts answers to marks. Private to this
// folder.
namespace exchange {

// How answers become marks.
struct BallotWay {
    model::Round round; // method, budget, cap, grades, labels, blank policy
    enum class Cell {
        number, // (value - offset) * factor
        cross,  // ticked: 1
        stand,  // in favour: the best grade, against: the worst; or an approval
        grade   // index in the scale of words
    } cell = Cell::number;
    double offset = 0, factor = 1;
    std::optional<GradeScale> scale;
    bool zero_is_silent = false; // 0 means "no answer"
    std::vector<Mapped> mapped;
    std::vector<base::Error> notes;
};

// The numbers in rows that have some; without blanks and words.
using Answered = std::vector<std::vector<double>>;

// `invalid` "answers.method" when no method fits, "answers.grades" with the words when their order
// is unknown, "answers.no_method" when they do not fit the requested method.
base::Result<BallotWay> way_of(BallotColumns const& columns, Answered const& rows,
                               std::vector<Profile> const& profiles, AnswersAsked const& asked);

// The mark for a cell; nothing for no answer. `invalid` "answers.cell" with its text when it is not
// on the scale.
base::Result<std::optional<int>> mark_of(AnswerCell const& cell, BallotWay const& way);

} // namespace exchange
