#pragma once

#include "exchange/answers/profile.h"

#include <string>
#include <vector>

// Ballots with one voter per row and one column per case. Private to this folder.
namespace exchange {

// The columns of a table of ballots.
struct BallotColumns {
    std::vector<AnswerColumn> columns;
    std::vector<std::size_t> options; // their indices
    enum class By { numbers, crosses, stands, grades, words } by = By::numbers;
    std::optional<GradeScale> scale; // for grades
    bool voters = false;             // a sign that rows are people
};
// Determined by contents, or by the user's mapping ("vote=…" is an option, "rien=…" is ignored,
// "votant=…" identifies voters). Errors as map_pairs, `invalid` "import.map.field".
base::Result<BallotColumns> ballot_columns(Table const& table, std::vector<Profile> const& profiles,
                                           AnswersAsked const& asked);

base::Result<AnswersPlan> plan_ballots(Reading const& reading, model::Document const& doc,
                                       AnswersAsked const& asked, AnswerMints const& mints,
                                       std::int64_t at_ms);

// The case titles in names of option columns: the part in brackets after the question, as forms
// write, or the part after a common question.
struct OptionTitles {
    std::vector<std::string> titles; // one per name
    std::string question;            // the common question
};
OptionTitles option_titles(std::vector<std::string> const& names);

} // namespace exchange
