#pragma once

#include "exchange/tables/table.h"

#include <optional>

// Transposes tables of answers so that each row holds one person's answers. Private to this folder.
namespace exchange {

// For one row per case and one column per voter ("Votant 1", "V2", "Juge B"): one row per voter,
// one column per case. For one row per voter and one column per case and scale ("Tri –
// opportunité", "Risque [Tri]"): one row per voter and case. Nothing for any other table.
std::optional<Table> turned(Table const& table);

} // namespace exchange
