#pragma once

#include <filesystem>
#include <string>

namespace bench {

// What the machines of a measurement have in common, in a folder.
struct MeetingPoint {
    std::filesystem::path folder;
    std::string url, session;

    [[nodiscard]] std::filesystem::path file(int machine) const
    {
        return folder / ("poste-" + std::to_string(machine)) / "atelier.cadran";
    }
};

// Writes a session file of so many entries: a tenth add a case, the rest move one.
void write_session(std::filesystem::path const& file, int entries);

// One machine, led by lines of standard input; each is answered by a line of JSON.
//   entries          {"entries": shared ones, "pending"}
//   until N          waits until it has N entries and nothing is pending: {"ms"}
//   act PERIOD TIME  adds a case each PERIOD milliseconds, at a random time within, for TIME: {}
//   burst N          N cases at once: {"ms": until all are shared}
//   log              when entries became known since the last time: {"own": [[n, acted_us,
//   shared_us,
//                    saved_us]], "seen": [[n, us]]}; the times are of one clock for all
//   open, cast V, close   a vote on a case; V ballots by new voters: {"ms": [each]}; counted:
//   {"ms"} away, back       ends the link, and links again: {"ms": until it has everything} end
int federation_worker(MeetingPoint const& at, int machine);

} // namespace bench
