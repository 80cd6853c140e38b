#pragma once

#include "exchange/cases/columns.h"

#include <string_view>

// The meaning of column names. Private to this folder.
namespace exchange {

// How specific a name is, in ascending order: a question of a form, a name with other meanings, an
// unambiguous name.
enum class Strength { nothing, question, weak, named };

struct Meaning {
    Field field = Field::none;
    Strength strength = Strength::nothing;
    bool people = false;     // names or addresses of people
    bool known = false;      // a column name that tools use, imported or not
    bool respondent = false; // about the respondent
};

Meaning meaning_of(std::string_view column_name);

// Whether the column is a result in the program's export: "Axe 3 : …", "Vote 1 : …", order,
// decisions.
bool is_given_back(std::string_view column_name);

} // namespace exchange
