#pragma once

#include "exchange/cases/columns.h"

#include <string_view>

// What names of columns mean. Private to this folder.
namespace exchange {

// How much a name says: a question of a form less than a name that may also mean something else,
// that less than a name of its own.
enum class Strength { nothing, question, weak, named };

struct Meaning {
    Field field = Field::none;
    Strength strength = Strength::nothing;
    bool people = false;     // names or addresses of people
    bool known = false;      // a name that tools give their columns, whatever it means here
    bool respondent = false; // people, and those who answered
};

Meaning meaning_of(std::string_view column_name);

// What is given back beside what cases say: "Axe 3 : …", "Vote 1 : …", the order, the decisions.
bool is_given_back(std::string_view column_name);

} // namespace exchange
