#pragma once

#include "base/result.h"
#include "model/document.h"

#include <optional>
#include <string>
#include <string_view>

// A vote of a session as a file that other programs count: the formats that plan_election reads.
namespace exchange {

enum class ElectionFile {
    pabulib, // .pb: approvals, points, scores or orders, with what the cases cost
    soc,     // PrefLib: every ballot orders all cases, no ties
    soi,     // some cases, no ties
    toc,     // all cases, ties
    toi,     // any order
    cat      // approvals as two categories, grades as their names
};
// By how a name ends, without the dot; nothing for any other ending.
std::optional<ElectionFile> election_file(std::string_view ending);

// The vote that the room calls by this number, with every ballot by itself, in the order that its
// close shuffled them to; blank ones are left out, and a note in the file says how many. `name`:
// of the file, which PrefLib's formats repeat. `not_found` "round"; `conflict` "export.round.open",
// "export.round.blank" with nothing on any ballot; `denied` "export.round.few": under
// analysis::group_min people everybody could be told from the others; `invalid`
// "export.round.form" when the format has no such ballots, "export.round.complete" or
// "export.round.ties" when these ballots are not of it, "export.round.many" over 1,000,000 people.
base::Result<std::string> write_election(model::Document const& doc, int number, ElectionFile as,
                                         std::string const& name);

} // namespace exchange
