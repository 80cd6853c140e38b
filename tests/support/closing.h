#pragma once

#include "session/session.h"

#include <vector>

namespace support {

// Closes a round with `ballots` ballots, each by another voter.
inline base::Result<journal::Entry> close_round(session::Session& session, edit::Actor const& who,
                                                model::RoundId round,
                                                std::vector<model::Ballot> const& ballots)
{
    for (auto const& ballot : ballots)
        if (auto ok = session.cast(round, session.mint_token(), ballot); !ok)
            return base::fail(ok.error());
    auto closed = session.close_round(who, round);
    if (!closed) return base::fail(closed.error());
    return std::move(closed->entry);
}

} // namespace support
