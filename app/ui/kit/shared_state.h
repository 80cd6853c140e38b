#pragma once

#include "base/result.h"
#include "model/enums.h"
#include "model/ids.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

// A session on several machines, as the interface sees it.
namespace ui {

// One machine with its room.
struct SharedRoom {
    enum class State {
        here,
        linked,
        back, // linked, after an absence that ended lately
        cut
    };
    model::SiteId id;
    std::string letter, label;
    State state = State::linked;
    bool leads = false;      // holds the step and the timer
    bool may_lead = false;   // its machine is a facilitator's
    bool may_remove = false; // silent for so long that it can be taken off the list from here
    std::uint64_t phones = 0;
    int cut_min = 0;           // minutes of its present absence, or of the last one when it is back
    std::int64_t heard_ms = 0; // last sign of it, Unix time; 0: none yet
    model::CaseId writes;      // the case being edited there, or none
    int watched_min = 30; // of the last half hour, how many minutes it has been looked at from here
    // Absences within the last half hour: begin and end, in seconds before now, rounded to ten.
    std::vector<std::pair<int, int>> gaps;
    friend bool operator==(SharedRoom const&, SharedRoom const&) = default;
};

// What became of something done here while others wrote.
struct SharedOutcome {
    enum class Kind { as_is, changed, unneeded, refused };
    std::uint64_t item = 0; // of the outbox
    Kind kind = Kind::as_is;
    std::string label;      // the command's name
    int number = 0;         // of the case that it is about, 0: none, or not numbered
    int was_number = 0;     // before, when it is another one
    std::size_t others = 0; // more cases
    std::string title;
    base::Error why;       // of `refused`
    bool gone = false;     // the case that it changed is no more
    std::string by;        // letter of the room that made it impossible, or empty
    bool restores = false; // whether it can be done again
    friend bool operator==(SharedOutcome const&, SharedOutcome const&) = default;
};

// A collection of ballots that this machine waits for.
struct SharedWait {
    model::RoundId round;
    std::vector<std::string> missing; // letters of the rooms
    friend bool operator==(SharedWait const&, SharedWait const&) = default;
};

struct SharedState {
    enum class Link {
        linked,
        catching_up,
        alone,    // the others cannot be reached
        unlinked, // no meeting was chosen in this opening
        stopped,  // see `why`
        replaced  // another machine took the place of this room
    };
    Link link = Link::unlinked;
    base::Error why;      // of `stopped`, or why it is alone; may be empty
    base::Error hindered; // why nothing is taken in or sent although it is linked; may be empty
    std::string label;    // of this room
    bool hosts = false;   // the server runs here
    bool leads = false;   // nobody else holds the step and the timer
    bool facilitates = false;
    bool follows = true;     // shows the step of the room that leads
    bool reads = false;      // this machine only reads
    bool may_take = false;   // the holder of the step was silent for long enough
    bool may_rejoin = false; // the meeting of an earlier opening is known
    std::size_t pending = 0;
    std::vector<SharedRoom> rooms;                // present ones, by letter
    std::map<std::uint32_t, std::string> authors; // letters of all machines but this, by author
    std::set<model::CaseId> unnumbered;           // added here and not yet shared
    std::vector<SharedWait> waits;
    std::vector<SharedOutcome> outcomes;      // since they were last seen
    bool returned = false;                    // some of them are of acts done alone
    std::int64_t alone_ms = 0, linked_ms = 0; // of the last absence of this machine, Unix time
    std::vector<std::filesystem::path> invitations; // facilitator, room, reader; empty: none
    friend bool operator==(SharedState const&, SharedState const&) = default;
};

} // namespace ui
