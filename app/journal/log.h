#pragma once

#include "journal/entry.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace journal {

// What a snapshot holds besides the document: enough to go on from it without reading what came
// before.
struct Snapshot {
    std::uint64_t n = 0; // the last entry it includes
    model::Document document;
    std::uint64_t last_id = 0;
    std::vector<std::byte> history; // the session's undo stacks, in its own form
};

class BallotBox;

// Where the entries of one session are kept. `FileLog` keeps them in a file, `MemoryLog` in memory.
class Log {
public:
    Log() = default;
    Log(Log const&) = delete;
    Log& operator=(Log const&) = delete;
    virtual ~Log() = default;

    // Number of entries.
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    // Entry `n`, 1..size().
    [[nodiscard]] virtual base::Result<Entry> entry(std::uint64_t n) const = 0;
    // Hash of the chain after entry `n`, 64 hexadecimal digits; 0 gives the header's.
    [[nodiscard]] virtual std::string hash(std::uint64_t n) const = 0;
    // Adds the next entry, durably: once this returns, it survives a crash. On failure nothing was
    // added.
    virtual base::Result<void> append(Entry const& entry) = 0;
    // False for a log that cannot be added to: opened second, damaged in the middle, or a failed
    // disk.
    [[nodiscard]] virtual bool writable() const = 0;
    // Why it takes nothing, when it is not writable.
    [[nodiscard]] virtual base::Error why_closed() const
    {
        return {base::Errc::denied, "file.read_only", {}, 0};
    }
    // Whether what was acknowledged, ballots too, is still where a restart would look for it:
    // `conflict` "file.changed", "urn.changed" when another program replaced, moved or altered a
    // file. Cheap enough to be asked every second. From then on nothing more is taken there.
    virtual base::Result<void> check_kept() { return {}; }
    // A complete new file elsewhere: what is in memory, whatever became of the file it was read
    // from, and the ballots in the ballot box when that may be lost. `conflict` "file.exists";
    // `io`: nothing was left there.
    [[nodiscard]] virtual base::Result<void> save_copy(std::filesystem::path const& path) const
    {
        return base::fail(base::Errc::invalid, "file.copy", path.string());
    }
    // The ballot box of the session's open rounds.
    [[nodiscard]] virtual BallotBox& box() = 0;
    [[nodiscard]] virtual BallotBox const& box() const = 0;
    // The newest snapshot kept for this log whose hash the chain confirms. A cache: none is always
    // right.
    [[nodiscard]] virtual std::optional<Snapshot> snapshot() const { return std::nullopt; }
    virtual void keep(Snapshot const&) const {}
};

} // namespace journal
