#pragma once

#include "model/change.h"

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace journal {

// The ballots of the rounds that are open, one live ballot a token. While a round is open they are
// nowhere else. Nothing of them can be read back one by one: only counted, and emptied at the
// close.
class BallotBox {
public:
    BallotBox() = default;
    BallotBox(BallotBox const&) = delete;
    BallotBox& operator=(BallotBox const&) = delete;
    virtual ~BallotBox() = default;

    // Puts or replaces the ballot of `token`, durably. On failure it was not taken, and whoever
    // opens the session again does not find it either; but `io` "urn.unconfirmed": it is there, and
    // a power cut may still lose it.
    virtual base::Result<void> put(model::RoundId round, std::string const& token,
                                   model::Ballot const& ballot) = 0;
    virtual base::Result<void> withdraw(model::RoundId round, std::string const& token) = 0;
    [[nodiscard]] virtual std::size_t count(model::RoundId round) const = 0;
    [[nodiscard]] virtual bool holds(model::RoundId round, std::string const& token) const = 0;
    // Those who may replace or take out their ballot.
    [[nodiscard]] virtual std::set<std::string> tokens(model::RoundId round) const = 0;
    // The rounds that have something in it.
    [[nodiscard]] virtual std::vector<model::RoundId> rounds() const = 0;
    // All ballots of a round, without their tokens, for the entry that closes it. Order means
    // nothing.
    [[nodiscard]] virtual std::vector<model::Ballot> ballots(model::RoundId round) const = 0;
    // Destroys what is left of a round: ballots and tokens.
    virtual base::Result<void> destroy(model::RoundId round) = 0;

    // What the journal says of a round.
    enum class Round { unknown, open, over };
    // Once the journal is read: destroys what a crash left of rounds that are over, and puts aside
    // the ballots of rounds that this journal does not know: an older file lies where a newer one
    // did, and would give the same number to another round. What the person is to be told, if
    // anything.
    virtual std::vector<base::Error> settle(std::function<Round(model::RoundId)> const& say) = 0;
    // Whether what is in it is still where a restart would look for it; see Log::check_kept.
    virtual base::Result<void> check_kept() { return {}; }
    // Whether it took ballots and takes no more, so that they may be lost where they are.
    [[nodiscard]] virtual bool stopped() const { return false; }
    // From now on: what it holds may be of entries that are not read.
    virtual void only_read() {}
    // The ballots as those of a copy of the session file. `conflict` "file.exists"; `io`: nothing
    // was left there.
    [[nodiscard]] virtual base::Result<void>
    save_copy(std::filesystem::path const& /*session_file*/) const
    {
        return {};
    }
};

} // namespace journal
