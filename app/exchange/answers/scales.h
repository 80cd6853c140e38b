#pragma once

#include "exchange/answers/profile.h"
#include "model/vote_records.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// Scales of answers for opportunity and risk, and their mapping to levels. Private to this folder.
namespace exchange {

// A column with one scale of one axis.
struct ScaleColumn {
    std::size_t column = 0;
    Part part = Part::opportunity; // or risk, severity, likelihood
    model::AxisId axis;
    model::ScaleRange range;
    bool guessed = false;
    std::optional<GradeScale> words; // the scale of words, if answered in words
};

// Determines the scale of each column: from the user, from its name ("(1-5)", "sur 10"), 0 to 10
// for the program's export, else 0 to 10 if the answers show it. `invalid` "answers.scale" with the
// column and the --scale to type if they do not, "answers.scale.said", "answers.grades" with the
// words when their order is unknown, "import.map.column".
base::Result<void> find_scales(Table const& table, std::vector<Profile> const& profiles,
                               AnswersAsked const& asked, std::vector<ScaleColumn>& columns);

// The level of an answer; none for no answer. `invalid` "answers.cell" with the text when it is not
// on the scale.
base::Result<std::optional<model::Level>> level_of(AnswerCell const& cell, ScaleColumn const& by);

// A description of the mappings, grouped by scale.
std::vector<Mapped> mapped_of(Table const& table, std::vector<ScaleColumn> const& columns);

// Splits a column's name from its scale: "Impact (1-5)" is "Impact".
struct NamedScale {
    std::string name;
    std::optional<std::pair<int, int>> range;
};
NamedScale named_scale(std::string_view column_name);

} // namespace exchange
