#pragma once

#include "exchange/answers/profile.h"

#include <optional>
#include <vector>

// Ballots whose cells name cases, as ballots whose columns are cases. Private to this folder.
namespace exchange {

struct Unfolded {
    Table table;               // a column a case, after those that are left as they were
    std::vector<bool> choices; // of each column before: its cells named cases
    enum class From {
        places, // "1er choix", "2e choix": the table then holds ranks
        lists   // "Tri; Eau": it then holds crosses
    } from = From::places;
};

// Nothing when no column's cells name cases in that way.
std::optional<Unfolded> unfolded(Table const& table, std::vector<Profile> const& profiles);

} // namespace exchange
