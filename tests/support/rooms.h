#pragma once

#include "session/session.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace support {

inline model::SiteId site_of_room(std::size_t room) { return model::SiteId{11 + room}; }

// Closes an open round as the machine of the first room does when the ballots of all have come.
inline void close_in_rooms(session::Session& session, edit::Actor const& who, model::RoundId round,
                           std::vector<std::vector<model::Ballot>> const& rooms)
{
    std::string const key(64, 'a');
    session::Collected all{key, {}, site_of_room(0), {}};
    for (std::size_t i = 0; i < rooms.size(); ++i) {
        if (!model::find<model::Site>(session.document(), site_of_room(i)))
            REQUIRE(session.submit(who, edit::JoinSite{site_of_room(i), ""}));
        if (i > 0) all.others.push_back({site_of_room(i), rooms[i]});
    }
    for (auto const& ballot : rooms.front())
        REQUIRE(session.cast(round, session.mint_token(), ballot));
    REQUIRE(session.submit(who, edit::CollectBallots{round, site_of_room(0), key}));
    REQUIRE(session.close_round(who, round, &all));
}

} // namespace support
