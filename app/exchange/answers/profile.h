#pragma once

#include "exchange/answers/answer_cell.h"
#include "exchange/answers/answers.h"
#include "exchange/answers/vocabulary.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What is in each column of a table of answers, and which of them say who answered. Private to this
// folder.
namespace exchange {

struct Profile {
    std::string name; // folded
    Times words;      // cells that are no numbers
    std::map<double, std::size_t> numbers;
    std::size_t said = 0; // words and numbers
    std::size_t silent = 0;
    std::size_t rows = 0;
    std::map<double, std::string> labels; // what stands beside a number: "4 - Bien"
    bool ordinals = false;                // "1er"
    bool fractions = false;               // numbers that are not whole
    std::optional<double> out_of;         // "3/5", "80 %": the same in all
    bool dates = false;
    bool people = false; // by its name or what is in it
    bool counts = false; // 1, 2, 3…: the rows' own numbers
    Field field = Field::none;
    bool field_named = false; // its name says what it is of a case
    bool known = false;       // a name that tools give their columns

    [[nodiscard]] bool numeric() const;
    [[nodiscard]] double least() const { return numbers.begin()->first; }
    [[nodiscard]] double most() const { return numbers.rbegin()->first; }
};

std::vector<Profile> profiles_of(Table const& table, NoAnswer const& none);

// Whether a column's name says that it tells who answers: "votant", "judge", "Répondant".
// `named_only`: those that say nothing else, as "id" or "Nom" may.
bool names_voters(std::string_view folded);
bool may_name_voters(std::string_view folded);
// "Total", "Moyenne": what a spreadsheet adds at the foot or at the side.
bool names_a_total(std::string_view folded);

// The rows that a spreadsheet adds at the foot, by their places.
std::vector<std::size_t> total_rows(Table const& table, std::vector<std::size_t> const& figures);

// Columns as the person maps them: "key=column,…", keys folded, columns by name or place from 0.
// `invalid` "import.map", "import.map.column".
struct MapPair {
    std::string key;
    std::size_t column = 0;
};
Field field_called(std::string_view folded); // as --map has it; none: no field
base::Result<std::vector<MapPair>> map_pairs(Table const& table, std::string_view said);

} // namespace exchange
