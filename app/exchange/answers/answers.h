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

// Votes, estimates and positions taken elsewhere, as tables: what would be recorded, said before
// anything is. Whoever answered is told apart while a table is read, and left out of what is kept.
namespace exchange {

// What the rows of a table are.
enum class Holds {
    cases,     // a case each
    ballots,   // a voter each, a column a case
    estimates, // where one person puts one case, on the two scales of one axis or of several
    positions  // a case each, with where it is settled
};

// What a column of such a table is.
enum class Part {
    left,
    people, // who answered, when, from which address: left, and never kept
    voter,  // tells the answers of one person from the others'; never kept
    option, // what is said of one case
    case_name,
    axis_name,
    opportunity,
    risk,
    severity,
    likelihood,
    field // of a case, see ImportColumn
};

struct AnswerColumn {
    std::string name;
    Part part = Part::left;
    model::AxisId axis = {}; // of a scale
    std::string on;          // the case that an option speaks of
    bool chosen = false;     // the person said so
};

// How what was answered stands on the program's own scale, said of the columns that share it.
struct Mapped {
    std::string columns;
    std::string from, to; // "1 à 7" and "0 à 10", or words and what they become
    bool guessed = false; // nobody said the scale, the answers did
};

// What the person says of the table; what is empty is taken as it looks.
struct AnswersAsked {
    std::optional<Holds> as = {};
    // "votant=1,cas=party_name,opportunité:1=position,risque:1=5,vote=Tri,rien=Total": columns by
    // name or place; see map_answers.
    std::string map = {};
    std::string scale = {};  // "1..7", or "position=1..7,*=0..10"
    std::string grades = {}; // the words of a scale, worst to best: "Mauvais,Moyen,Bon"
    std::optional<std::string> no_answer =
        {}; // values that say nothing: "0,99"; "": none but blanks
    std::optional<model::Method> method = {};
    int axis = 0; // its number, for columns that name none; 0: not said
    std::string question = {};
    bool update = false; // positions that are there already give way
};

struct AnswersPlan {
    Holds holds = Holds::ballots;
    std::vector<AnswerColumn> columns;
    edit::RecordElection election;  // of ballots and estimates
    edit::PlaceAll places;          // of positions
    std::vector<std::string> cases; // their titles, in the order of the file
    std::vector<bool> known;        // of each: it is in the session already
    std::int64_t voters = 0, blanks = 0;
    std::int64_t said = 0;      // marks, estimates or positions that are taken
    std::int64_t dont_know = 0; // estimates
    std::int64_t there = 0;     // positions that are settled so already
    std::vector<Mapped> mapped;
    // What was read with some latitude ("answers.…"), and rows or answers not taken, with their
    // line.
    std::vector<base::Error> notes, left_out;
    std::string source, encoding;
    std::size_t header_line = 0;
};

struct AnswerMints {
    MintCase next_case;
    std::function<model::RoundId()> next_round;
};

// The table read so that its first full row names the columns, where that is what makes answers of
// the others, and turned so that a row is what one person says, where its columns are voters, or
// cases and scales, unless the person maps them; as it is otherwise.
Reading read_answers(std::string_view bytes, Reading reading, AnswersAsked const& asked = {});

// What a table looks like, by its columns and what is in them; `asked` as the person maps them.
// `invalid` "answers.which" when it may be cases as well as ballots.
base::Result<Holds> holds(Reading const& reading, model::Document const& doc,
                          AnswersAsked const& asked = {});

// What its columns are taken for, whether or not that is enough for a plan.
std::vector<AnswerColumn> answer_columns(Reading const& reading, Holds holds,
                                         model::Document const& doc, AnswersAsked const& asked);

// The answers of a table that holds them. Ballots that say the same are one with copies; their
// order, and that of the estimates, is that of what they say, not of the rows. Errors: `invalid`
// "answers.…", with what to say so that it can be read.
base::Result<AnswersPlan> plan_answers(Reading const& reading, Holds holds,
                                       model::Document const& doc, AnswersAsked const& asked,
                                       AnswerMints const& mints, std::int64_t at_ms);

// What of it changes the session; nothing when all of it is there already.
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
