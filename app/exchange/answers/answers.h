#pragma once

#include "base/names.h"
#include "edit/command.h"
#include "exchange/cases/import.h"
#include "model/document.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Imports votes, estimates and placements from tables, in two steps: a plan that can be shown, then
// the commands. Columns that identify people are used to group answers and are never stored.
namespace exchange {

// What one row of a table is.
enum class Holds {
    cases,     // one case per row
    ballots,   // one voter per row, one column per case
    estimates, // one person, one case and one axis (or several) per row
    positions  // one case per row, with placements
};

// The meaning of a column.
enum class Part {
    left,
    people, // who answered, when, from where: ignored, never stored
    voter,  // identifies the person of a row; never stored
    option, // the answer about one case
    case_name,
    axis_name,
    opportunity,
    risk,
    severity,
    likelihood,
    field // of a case, see ImportColumn
};

// Whether a column of this meaning holds values of a scale.
inline bool is_scale(Part part)
{
    return part == Part::opportunity || part == Part::risk || part == Part::severity ||
           part == Part::likelihood;
}

struct AnswerColumn {
    std::string name;
    Part part = Part::left;
    model::AxisId axis = {}; // of a scale column
    std::string on;          // title of the case of an option column
    bool chosen = false;     // chosen by the user
};

constexpr std::size_t left_out_most =
    10'000; // rows named in a plan as left out; others are counted

// How the answers of some columns are mapped to the program's scale.
struct Mapped {
    std::string columns;
    std::string from, to; // "1 à 7" and "0 à 10", or words and their values
    bool guessed = false; // inferred from the answers
};

// The user's choices; empty ones are automatic.
struct AnswersAsked {
    std::optional<Holds> as = {};
    // "votant=1,cas=party_name,opportunité:1=position,risque:1=5,vote=Tri,rien=Total": columns by
    // name or number; see map_answers.
    std::string map = {};
    std::string scale = {};  // "1..7", or "position=1..7,*=0..10"
    std::string grades = {}; // the grades, worst to best: "Mauvais,Moyen,Bon"
    std::optional<std::string> no_answer =
        {}; // values for "no answer": "0,99"; "": blank cells only
    std::optional<model::Method> method = {};
    int axis = 0; // axis number for columns without one; 0: not given
    std::string question = {};
    bool update = false; // replace existing placements
};

struct AnswersPlan {
    Holds holds = Holds::ballots;
    std::vector<AnswerColumn> columns;
    edit::RecordElection election;  // for ballots and estimates
    edit::PlaceAll places;          // for placements
    std::vector<std::string> cases; // their titles, in the order of the file
    std::vector<bool> known;        // per case: exists in the session
    std::int64_t voters = 0, blanks = 0;
    std::int64_t said = 0;      // number of marks, estimates or placements imported
    std::int64_t dont_know = 0; // number of estimates "don't know"
    std::int64_t there = 0;     // number of placements that exist already
    std::vector<Mapped> mapped;
    // Assumptions made ("answers.…"); rows or answers not imported, with their line.
    std::vector<base::Error> notes, left_out;
    std::string source, encoding;
    std::size_t header_line = 0;
};

struct AnswerMints {
    MintCase next_case;
    std::function<model::RoundId()> next_round;
};

// Reads a table as answers. The first complete row is the header if the rows below are answers
// then; a table whose columns are voters, or cases and scales, is transposed so that a row holds
// one person's answers (see turned.h), unless the person mapped the columns. Otherwise the reading
// is returned unchanged.
Reading read_answers(std::string_view bytes, Reading reading, AnswersAsked const& asked = {});

// The kind of a table, by its columns and contents, and by the user's mapping. `invalid`
// "answers.which" when it may be cases or ballots.
base::Result<Holds> holds(Reading const& reading, model::Document const& doc,
                          AnswersAsked const& asked = {});

// The meaning of its columns, even when that is not enough for a plan.
std::vector<AnswerColumn> answer_columns(Reading const& reading, Holds holds,
                                         model::Document const& doc, AnswersAsked const& asked);

// The plan for a table of that kind. Identical ballots are merged; ballots and estimates are sorted
// by content, not by row, for anonymity. Errors: `invalid` "answers.…", with the option that would
// resolve it.
base::Result<AnswersPlan> plan_answers(Reading const& reading, Holds holds,
                                       model::Document const& doc, AnswersAsked const& asked,
                                       AnswerMints const& mints, std::int64_t at_ms);

// Whether the plan changes the session; false when everything exists already.
bool changes_something(AnswersPlan const& plan);
edit::Command command_of(AnswersPlan const& plan);

} // namespace exchange

namespace base {
template <>
struct Names<exchange::Holds> {
    static constexpr std::array<std::string_view, 4> list{"cases", "ballots", "estimates",
                                                          "positions"};
};
template <>
struct Names<exchange::Part> {
    static constexpr std::array<std::string_view, 11> list{
        "left",        "people", "voter",    "option",     "case", "axis",
        "opportunity", "risk",   "severity", "likelihood", "field"};
};
} // namespace base
