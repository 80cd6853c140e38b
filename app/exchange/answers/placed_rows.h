#pragma once

#include "exchange/answers/scale_columns.h"

#include <set>
#include <string>
#include <vector>

// Tables whose rows place cases: estimates of several people, or placements. Private to this
// folder.
namespace exchange {

// One placement in a row.
struct PlacedRow {
    std::size_t row = 0; // index in the table
    std::size_t line = 0;
    std::string title; // of the case
    std::string voter; // folded; used for grouping only
    model::AxisId axis;
    model::Estimate at; // -1 in both: "don't know"
};

struct PlacedRows {
    ScaleColumns columns;
    std::vector<PlacedRow> rows;
    std::set<std::string> voters; // also those without any answer
    std::vector<model::AxisScales> scales;
    std::vector<Mapped> mapped;
    std::vector<base::Error> notes, left_out;
    std::int64_t half = 0; // placements with one of two numbers, left out
};

// Reads them. Errors as scale_columns and find_scales; `invalid` "answers.pairs", with what to
// type, when no axis has both scales; "answers.case_column"; "answers.axis", with the list of axes,
// when none is named.
base::Result<PlacedRows> placed_rows(Reading const& reading, model::Document const& doc,
                                     AnswersAsked const& asked);

base::Result<AnswersPlan> plan_estimates(Reading const& reading, model::Document const& doc,
                                         AnswersAsked const& asked, AnswerMints const& mints,
                                         std::int64_t at_ms);
base::Result<AnswersPlan> plan_positions(Reading const& reading, model::Document const& doc,
                                         AnswersAsked const& asked, AnswerMints const& mints);

} // namespace exchange
