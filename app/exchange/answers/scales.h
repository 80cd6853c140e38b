#pragma once

#include "exchange/answers/profile.h"
#include "model/vote_records.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// The scales that opportunity and risk were answered by, and what they become. Private to this
// folder.
namespace exchange {

// A column of one scale of one axis.
struct ScaleColumn {
    std::size_t column = 0;
    Part part = Part::opportunity; // or risk, severity, likelihood
    model::AxisId axis;
    model::ScaleRange range;
    bool guessed = false;
    std::optional<GradeScale> words; // it was answered by
};

// Gives each column its scale: that the person says, that its name says ("(1-5)", "sur 10"), that
// the program's own export has, else 0 to 10 where the answers show it. `invalid` "answers.scale"
// with the column and the --scale to type when they do not, "answers.scale.said", "answers.grades"
// with the words when nobody knows their order, "import.map.column".
base::Result<void> find_scales(Table const& table, std::vector<Profile> const& profiles,
                               AnswersAsked const& asked, std::vector<ScaleColumn>& columns);

// The level that an answer stands for: nothing for none. `invalid` "answers.cell" with what is no
// answer of the scale.
base::Result<std::optional<model::Level>> level_of(AnswerCell const& cell, ScaleColumn const& by);

// What was mapped to what, columns of one scale together.
std::vector<Mapped> mapped_of(Table const& table, std::vector<ScaleColumn> const& columns);

// The name of a column without the scale that it says: "Impact (1-5)" is "Impact".
struct NamedScale {
    std::string name;
    std::optional<std::pair<int, int>> range;
};
NamedScale named_scale(std::string_view column_name);

} // namespace exchange
