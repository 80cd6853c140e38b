#pragma once

#include "model/change.h"

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace journal {

// The ballots of the open rounds, one per token. While a round is open its ballots are stored here
// only. Single ballots cannot be read: they are counted, and all taken out at the close.
class BallotBox {
public:
    BallotBox() = default;
    BallotBox(BallotBox const&) = delete;
    BallotBox& operator=(BallotBox const&) = delete;
    virtual ~BallotBox() = default;

    // Stores or replaces the ballot of `token`, durably. After a failure the ballot is not in the
    // box, also after a restart; except `io` "box.unconfirmed": it is in the box, but a power
    // failure may lose it.
    virtual base::Result<void> put(model::RoundId round, std::string const& token,
                                   model::Ballot const& ballot) = 0;
    virtual base::Result<void> withdraw(model::RoundId round, std::string const& token) = 0;
    [[nodiscard]] virtual std::size_t count(model::RoundId round) const = 0;
    [[nodiscard]] virtual bool holds(model::RoundId round, std::string const& token) const = 0;
    // The tokens of stored ballots, which may be replaced or taken out.
    [[nodiscard]] virtual std::set<std::string> tokens(model::RoundId round) const = 0;
    // The rounds that have ballots in the box.
    [[nodiscard]] virtual std::vector<model::RoundId> rounds() const = 0;
    // All ballots of a round, without tokens, in no particular order, for the entry that closes it.
    [[nodiscard]] virtual std::vector<model::Ballot> ballots(model::RoundId round) const = 0;
    // Erases all ballots and tokens of a round.
    virtual base::Result<void> destroy(model::RoundId round) = 0;

    // The state of a round in the journal.
    enum class Round { unknown, open, over };
    // To be called once the journal is read. Erases ballots that a crash left of rounds that are
    // over. Sets aside ballots of rounds that the journal does not contain: an older session file
    // was put in place of a newer one and would reuse the round's id. Returns messages for the
    // user.
    virtual std::vector<base::Error> settle(std::function<Round(model::RoundId)> const& say) = 0;
    // Whether the file of the box is still in place; see Log::check_kept.
    virtual base::Result<void> check_kept() { return {}; }
    // Whether the box accepted ballots and accepts no more, so that they may be lost.
    [[nodiscard]] virtual bool stopped() const { return false; }
    // Stops accepting ballots: the journal is incomplete, and the box may belong to its missing
    // part.
    virtual void only_read() {}
    // Writes the ballots to the box of a copy of the session file. `conflict` "file.exists"; `io`:
    // nothing was left there.
    [[nodiscard]] virtual base::Result<void>
    save_copy(std::filesystem::path const& /*session_file*/) const
    {
        return {};
    }
};

} // namespace journal
