#pragma once

#include "model/change.h"

#include <map>
#include <string>
#include <vector>

namespace journal {

// The ballots of the rounds that are open, one live ballot a token. While a round is open they are
// nowhere else. Nothing of them can be read back one by one: only counted, and emptied at the
// close.
class Urn {
public:
    Urn() = default;
    Urn(Urn const&) = delete;
    Urn& operator=(Urn const&) = delete;
    virtual ~Urn() = default;

    // Puts or replaces the ballot of `token`, durably. `io` when it could not be kept: then it was
    // not taken.
    virtual base::Result<void> put(model::RoundId round, std::string const& token,
                                   model::Ballot const& ballot) = 0;
    virtual base::Result<void> withdraw(model::RoundId round, std::string const& token) = 0;
    [[nodiscard]] virtual std::size_t count(model::RoundId round) const = 0;
    [[nodiscard]] virtual bool holds(model::RoundId round, std::string const& token) const = 0;
    // The rounds that have something in it.
    [[nodiscard]] virtual std::vector<model::RoundId> rounds() const = 0;
    // All ballots of a round, without their tokens, for the entry that closes it. Order means
    // nothing.
    [[nodiscard]] virtual std::vector<model::Ballot> ballots(model::RoundId round) const = 0;
    // Destroys what is left of a round: ballots and tokens.
    virtual base::Result<void> destroy(model::RoundId round) = 0;
};

} // namespace journal
