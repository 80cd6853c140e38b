#pragma once

#include "federation/ballot_seal.h"
#include "session/session.h"

#include <map>

namespace federation {

// Sealed ballots of one site for one collection, sent to all machines; only the one that counts can
// read them.
struct Delivery {
    model::RoundId round;
    std::string key; // of the collection
    model::SiteId from;
    std::string sealed;
};

// The close of a round in a shared session, for one machine: its ballots go to the site that asked
// for them, in one message, shuffled; if this site asked, it waits for the others and closes the
// round. A state machine like Replica.
class Collector {
public:
    // `formers`: the sites that this machine was before: it answers for them, with the same box.
    Collector(session::Session& session, model::SiteId site, std::set<model::SiteId> formers);

    // Asks for the ballots of an open round: an entry of the session. It replaces a collection in
    // progress that `who` gave up waiting for. Errors of Session::submit.
    base::Result<void> ask(edit::Actor const& who, model::RoundId round);
    // Closes the round without the sites that are missing.
    base::Result<void> count_without(edit::Actor const& who, model::RoundId round);

    // The deliveries that are due now from this site. The same ones again until the round is
    // closed: messages may be lost.
    [[nodiscard]] std::vector<Delivery> due();
    // A delivery of another site. Whether it was new.
    bool came(Delivery const& delivery);
    // Closes the rounds of which all ballots are here, once all machines know that they were asked
    // for. Errors of Session::close_round.
    base::Result<void> count(edit::Actor const& who);

    // What this site waits for.
    struct Waiting {
        model::RoundId round;
        std::vector<model::SiteId> missing;
    };
    [[nodiscard]] std::vector<Waiting> waiting() const;

private:
    struct Collecting {
        CollectionKey key;
        std::map<model::SiteId, std::vector<model::Ballot>> received;
    };
    base::Result<void> close(edit::Actor const& who, model::RoundId round,
                             std::vector<model::SiteId> const& without);
    [[nodiscard]] model::Collection const* asked_here(model::RoundId round) const;
    [[nodiscard]] std::vector<model::SiteId> missing(model::RoundId round) const;
    [[nodiscard]] static std::optional<Delivery> delivery(model::RoundId round,
                                                          std::string const& key,
                                                          model::SiteId from,
                                                          std::vector<model::Ballot> ballots);
    void forget_ended();

    session::Session& session_;
    model::SiteId site_;
    std::set<model::SiteId> mine_;
    std::map<model::RoundId, Collecting> collecting_; // asked by this site
};

// A delivery as a message, and back. `corrupt` "shared.message".
std::string delivery_text(Delivery const& delivery);
base::Result<Delivery> delivery_of(std::string_view bytes);

} // namespace federation
