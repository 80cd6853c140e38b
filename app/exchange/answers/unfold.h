#pragma once

#include "exchange/answers/profile.h"

#include <optional>
#include <vector>

// Converts tables whose cells name cases into one column per case. Private to this folder.
namespace exchange {

struct Unfolded {
    Table table; // unchanged columns, then one column per case
    // For each former column: what it was; nothing if unchanged.
    std::vector<std::optional<Part>> parts;
    enum class From {
        places, // "1er choix", "2e choix": converted to ranks
        lists,  // "Tri; Eau": converted to approvals
        rows    // one voter, case and answer per row
    } from = From::places;
};

// Nothing when the table has none of these forms.
std::optional<Unfolded> unfolded(Table const& table, std::vector<Profile> const& profiles);

} // namespace exchange
