#pragma once

#include "exchange/tables/table.h"

#include <optional>

// Tables of answers that stand the other way round, turned so that a row is what one person says.
// Private to this folder.
namespace exchange {

// Of a row a case and a column a voter ("Votant 1", "V2", "Juge B"): a row a voter and a column a
// case. Of a row a voter and a column for each case and scale ("Tri – opportunité", "Risque
// [Tri]"): a row for each voter and case. Nothing for any other table.
std::optional<Table> turned(Table const& table);

} // namespace exchange
