#pragma once

#include "base/result.h"
#include "model/document.h"

#include <optional>
#include <string>
#include <string_view>

// Writes a vote of a session for other counting programs, in the formats that plan_election reads.
namespace exchange {

enum class ElectionFile {
    pabulib, // .pb: approvals, points, scores or orders, with costs
    soc,     // PrefLib: complete orders without ties
    soi,     // incomplete orders without ties
    toc,     // complete orders with ties
    toi,     // any orders
    cat      // approvals as two categories, grades as named categories
};
// By file extension without the dot; nothing for others.
std::optional<ElectionFile> election_file(std::string_view ending);

// Writes the vote with this number, with single ballots in the order shuffled at the close; blank
// ballots are left out and counted in a note. `name`: name of the file, which PrefLib's formats
// repeat. `not_found` "round"; `conflict` "export.round.open", "export.round.blank" when all
// ballots are blank; `denied` "export.round.few" below analysis::group_min people, as ballots could
// be attributed; `invalid` "export.round.form" when the format has no such ballots,
// "export.round.complete" or "export.round.ties" when these ballots do not fit it,
// "export.round.many" above 1,000,000 people.
base::Result<std::string> write_election(model::Document const& doc, int number, ElectionFile as,
                                         std::string const& name);

} // namespace exchange
