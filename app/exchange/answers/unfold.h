#pragma once

#include "exchange/answers/profile.h"

#include <optional>
#include <vector>

// Ballots whose cells name cases, as ballots whose columns are cases. Private to this folder.
namespace exchange {

struct Unfolded {
    Table table; // a column a case, after those that are left as they were
    // Of each column before: what it was; nothing for one that stayed.
    std::vector<std::optional<Part>> parts;
    enum class From {
        places, // "1er choix", "2e choix": the table then holds ranks
        lists,  // "Tri; Eau": it then holds crosses
        rows    // a voter, a case and an answer a row
    } from = From::places;
};

// Nothing when no column's cells name cases in that way.
std::optional<Unfolded> unfolded(Table const& table, std::vector<Profile> const& profiles);

} // namespace exchange
