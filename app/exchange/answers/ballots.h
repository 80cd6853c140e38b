#pragma once

#include "exchange/answers/profile.h"

#include <string>
#include <vector>

// Ballots as rows: a voter each, a column a case. Private to this folder.
namespace exchange {

// What each column of a table is when its rows are ballots.
struct BallotColumns {
    std::vector<AnswerColumn> columns;
    std::vector<std::size_t> options; // their places
    enum class By { numbers, crosses, stands, grades, words } by = By::numbers;
    std::optional<GradeScale> scale; // of grades
    bool voters = false;             // something says that the rows are people
};
// By what is in them, or as the person maps them ("vote=…" takes a column, "rien=…" leaves it,
// "votant=…" tells voters apart). Errors as map_pairs, `invalid` "import.map.field".
base::Result<BallotColumns> ballot_columns(Table const& table, std::vector<Profile> const& profiles,
                                           AnswersAsked const& asked);

base::Result<AnswersPlan> plan_ballots(Reading const& reading, model::Document const& doc,
                                       AnswersAsked const& asked, AnswerMints const& mints,
                                       std::int64_t at_ms);

// The titles that the columns of options give their cases: what a form puts in brackets after its
// question, or what differs where all begin with the same question.
struct OptionTitles {
    std::vector<std::string> titles; // one for each name
    std::string question;            // that all of them begin with
};
OptionTitles option_titles(std::vector<std::string> const& names);

} // namespace exchange
