#pragma once

#include "base/clock.h"
#include "model/records.h"
#include "ui/app/host.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

// The folder beside a session where proposals are dropped, while the board holds the session or
// before it is opened.
namespace shell {

constexpr std::int64_t patience_ms = 20'000;
constexpr char const* watch_notes = "open"; // within the cache

// `NAME.cadran.inbox`, one by whatever name the session is opened.
std::filesystem::path inbox_of(std::filesystem::path const& session);

// That name in that folder, or with "-2", "-3"… when it is taken.
std::filesystem::path free_name(std::filesystem::path const& folder, std::string const& name);

// Says on this machine which folder is looked at for a session that is open here, for whoever comes
// to the same file by another name: a hard link, or the name it was given since. `notes` is a
// folder of the cache.
class WatchNote {
public:
    WatchNote() = default;
    WatchNote(std::filesystem::path const& notes, std::filesystem::path const& session);
    ~WatchNote();
    WatchNote(WatchNote&& other) noexcept { std::swap(note_, other.note_); }
    WatchNote& operator=(WatchNote&& other) noexcept
    {
        std::swap(note_, other.note_);
        return *this;
    }

private:
    std::filesystem::path note_;
};

// The drop folder of a session that is open somewhere: the one that its note names, else the one
// beside it. `conflict` "inbox.names" when the file has several names and nothing says under which
// it is open: what is dropped would not be found.
base::Result<std::filesystem::path> watched_inbox(std::filesystem::path const& notes,
                                                  std::filesystem::path const& session);

// Leaves a proposal in a drop folder, durably, as a file of its own: whoever looks sees all of it
// or nothing, and on failure nothing is left. Makes the folder. `io` "folder.create", "file.write",
// "file.disk_full".
base::Result<std::filesystem::path> drop_proposal(std::filesystem::path const& inbox,
                                                  model::Proposal const& proposal,
                                                  base::Chance& chance);

// Looks at one such folder from time to time.
class Watch {
public:
    // The files that came in whole, oldest first: .json, .csv, .tsv, .txt. One that another program
    // may still be writing is left: while a program of this machine has it open for that, until it
    // has stayed the same from one look to the next, and as long as `patience_ms` when its end
    // looks cut off. What is neither and cannot be read is there with its error. What was put away
    // and has grown since comes again. `now_ms` only ever goes forward.
    std::vector<ui::Incoming> look(std::filesystem::path const& folder, std::int64_t now_ms);
    std::vector<ui::Incoming> look(std::filesystem::path const& folder);
    // Moves one to `done` or `refused` within the folder; one that cannot be moved is not shown
    // again. `io` "inbox.move" with its name.
    base::Result<void> put_away(std::filesystem::path const& folder, std::string const& name,
                                ui::Fate fate);

private:
    struct Facts {
        std::int64_t size = 0, changed_ns = 0;
        friend bool operator==(Facts const&, Facts const&) = default;
    };
    struct Seen {
        Facts facts;
        std::int64_t since_ms = 0; // the first look that saw it so
    };
    void bring_back_what_grew();

    std::filesystem::path folder_;
    std::map<std::string, Seen> before_; // as they were at the last look
    struct Away {
        std::string name;
        Facts facts; // when it was read
    };
    std::map<std::filesystem::path, Away> away_; // where each file of this sitting was put
    std::map<std::string, Facts> stuck_;         // that could not be moved
};

} // namespace shell
