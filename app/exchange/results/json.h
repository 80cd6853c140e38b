#pragma once

#include "analysis/ranking/ranking.h"
#include "analysis/voting/absent.h"
#include "analysis/voting/by_room.h"
#include "analysis/voting/compare_rounds.h"
#include "analysis/voting/one_voter.h"
#include "analysis/voting/tally.h"
#include "model/document.h"

#include <optional>
#include <string>

namespace exchange {

// The format name and version of an export, as in app/docs/format.md. Additional fields do not
// change the version.
inline constexpr char const* export_format = "cadran-export";
constexpr int export_version = 1;

// The output of `cadran show --json`: one JSON document, UTF-8, indented by two spaces. Opportunity
// and risk are on 0..10. Of an open round it has the rules and the state only. Ballots of closed
// rounds are counted, or also listed in the order shuffled at the close.
enum class Ballots { counted, one_by_one };
std::string show_json(model::Document const& doc, std::uint64_t entries, std::string const& hash,
                      Ballots ballots = Ballots::counted);
// The output of `cadran export`: the same, and all records as stored, from which `cadran new
// --from` makes an equal session.
std::string session_json(model::Document const& doc, std::uint64_t entries, std::string const& hash,
                         Ballots ballots);

// Optional parts of a result.
struct TallyExtras {
    std::optional<int> first; // number of first cases, for the cut
    std::optional<analysis::OneVoter> one_voter;
    std::optional<analysis::AbsentBounds> absent;
    std::optional<analysis::RoundComparison> comparison; // with the result of `against`
    int against = 0;                                     // number of that round
    std::optional<analysis::RoomTallies> rooms;          // counted as the result
};

// The output of `cadran tally --json` and `cadran rank --json`. Amounts are in units of the costs,
// exact fractions are strings. The order includes its inputs: the estimates of each case on each
// axis, and the decisions.
std::string tally_json(model::Document const& doc, analysis::Tally const& tally,
                       TallyExtras const& extras = {});
std::string rank_json(model::Document const& doc, analysis::Ranking const& ranking);

// The output of `cadran estimates --json`: for each case on each of these axes, the last revealed
// round that asks for it; on 0..10, and on the answer scale if it differs. Method: methods.md, 2.1
// to 2.5.
std::string estimates_json(model::Document const& doc, std::vector<model::AxisId> const& axes);

} // namespace exchange
