#pragma once

#include "exchange/answers/answer_cell.h"
#include "exchange/answers/answers.h"
#include "exchange/answers/vocabulary.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Statistics of the columns of a table of answers, and which of them identify people. Private to
// this folder.
namespace exchange {

struct Profile {
    std::string name; // folded
    Times words;      // cells that are not numbers
    std::map<double, std::size_t> numbers;
    std::size_t said = 0; // cells with words or numbers
    std::size_t silent = 0;
    std::size_t rows = 0;
    std::map<double, std::string> labels; // text beside a number: "4 - Bien"
    bool ordinals = false;                // "1er"
    bool fractions = false;               // some numbers are not integers
    std::optional<double> out_of;         // "3/5", "80 %": the same in all cells
    bool dates = false;
    bool people = false; // identifies people, by name or content
    bool counts = false; // 1, 2, 3…: row numbers
    Field field = Field::none;
    bool field_named = false; // its name is a field of cases
    bool known = false;       // a column name that tools use

    [[nodiscard]] bool numeric() const;
    [[nodiscard]] double least() const { return numbers.begin()->first; }
    [[nodiscard]] double most() const { return numbers.rbegin()->first; }
};

std::vector<Profile> profiles_of(Table const& table, NoAnswer const& none);

// Whether a column's name means the respondent: "votant", "judge", "Répondant". `named_only`:
// excludes ambiguous names such as "id" or "Nom".
bool names_voters(std::string_view folded);
bool may_name_voters(std::string_view folded);
// "Total", "Moyenne": rows and columns that spreadsheets add.
bool names_a_total(std::string_view folded);

// The indices of total rows at the end.
std::vector<std::size_t> total_rows(Table const& table, std::vector<std::size_t> const& figures);

// The user's mapping of columns: "key=column,…", keys folded, columns as indices from 0. `invalid`
// "import.map", "import.map.column".
struct MapPair {
    std::string key;
    std::size_t column = 0;
};
Field field_called(std::string_view folded); // by its name in --map; none: unknown
base::Result<std::vector<MapPair>> map_pairs(Table const& table, std::string_view said);

} // namespace exchange
