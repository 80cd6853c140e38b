#pragma once

#include "exchange/answers/scale_columns.h"

#include <set>
#include <string>
#include <vector>

// Tables whose rows place cases: estimates of several people, or positions that are settled.
// Private to this folder.
namespace exchange {

// One place that a row gives.
struct PlacedRow {
    std::size_t row = 0; // in the table
    std::size_t line = 0;
    std::string title; // of the case
    std::string voter; // folded; told apart and forgotten
    model::AxisId axis;
    model::Estimate at; // -1 in both: they say that they do not know
};

struct PlacedRows {
    ScaleColumns columns;
    std::vector<PlacedRow> rows;
    std::set<std::string> voters; // those who say nothing of any case as well
    std::vector<model::AxisScales> scales;
    std::vector<Mapped> mapped;
    std::vector<base::Error> notes, left_out;
    std::int64_t half = 0; // one number of two, left out
};

// Reads them. Errors as scale_columns and find_scales; `invalid` "answers.pairs" when no axis has
// both scales, with what to type; "answers.case_column"; "answers.axis" with the axes there are
// where none is said.
base::Result<PlacedRows> placed_rows(Reading const& reading, model::Document const& doc,
                                     AnswersAsked const& asked);

base::Result<AnswersPlan> plan_estimates(Reading const& reading, model::Document const& doc,
                                         AnswersAsked const& asked, AnswerMints const& mints,
                                         std::int64_t at_ms);
base::Result<AnswersPlan> plan_positions(Reading const& reading, model::Document const& doc,
                                         AnswersAsked const& asked, AnswerMints const& mints);

} // namespace exchange
