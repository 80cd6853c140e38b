#pragma once

#include "base/clock.h"
#include "model/records.h"
#include "ui/app/host.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

// The drop folder of a session, for proposals from other programs and machines.
namespace shell {

constexpr std::int64_t patience_ms = 20'000;
constexpr char const* watch_notes = "open"; // folder within the cache

// `NAME.cadran.inbox`, the same for all names of the session file.
std::filesystem::path inbox_of(std::filesystem::path const& session);

// A free name in the folder: `name`, or with "-2", "-3"….
std::filesystem::path free_name(std::filesystem::path const& folder, std::string const& name);

// Records on this machine which drop folder is watched for an open session, for programs that reach
// the file by another name (a hard link, a new name). `notes`: a folder of the cache.
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

// The drop folder of an open session: the recorded one, else the one beside it. `conflict`
// "inbox.names" when the file has several names and none is recorded, as the proposal might never
// be read.
base::Result<std::filesystem::path> watched_inbox(std::filesystem::path const& notes,
                                                  std::filesystem::path const& session);

// Writes a proposal to a drop folder, durably and atomically, as a file of its own; nothing is left
// on failure. Creates the folder. `io` "folder.create", "file.write", "file.disk_full".
base::Result<std::filesystem::path> drop_proposal(std::filesystem::path const& inbox,
                                                  model::Proposal const& proposal,
                                                  base::RandomSource& random);

// Polls one drop folder.
class Watch {
public:
    // The complete new files, oldest first: .json, .csv, .tsv, .txt and workbooks. Files that may
    // still be written are skipped: while a local program has them open, until they are unchanged
    // between two looks, and for `patience_ms` when they look truncated. Unreadable files of these
    // types are returned with their error. Files that grew after they were put away are returned
    // again. `now_ms` must not decrease.
    std::vector<ui::Incoming> look(std::filesystem::path const& folder, std::int64_t now_ms);
    std::vector<ui::Incoming> look(std::filesystem::path const& folder);
    // Moves a file to `done` or `refused` within the folder; one that cannot be moved is not
    // returned again. `io` "inbox.move" with its name.
    base::Result<void> put_away(std::filesystem::path const& folder, std::string const& name,
                                ui::Fate fate);

private:
    struct Facts {
        std::int64_t size = 0, changed_ns = 0;
        friend bool operator==(Facts const&, Facts const&) = default;
    };
    struct Seen {
        Facts facts;
        std::int64_t since_ms = 0; // first look with this state
    };
    void bring_back_what_grew();

    std::filesystem::path folder_;
    std::map<std::string, Seen> before_; // as of the last look
    struct Away {
        std::string name;
        Facts facts; // when it was read
    };
    std::map<std::filesystem::path, Away> away_; // where files were moved since the start
    std::map<std::string, Facts> stuck_;         // could not be moved
};

} // namespace shell
