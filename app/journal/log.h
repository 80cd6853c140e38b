#pragma once

#include "journal/entry.h"

#include <filesystem>
#include <functional>
#include <string>

namespace journal {

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
    // Whether what was acknowledged is still where a restart would look for it: `conflict`
    // "file.changed" when another program replaced, moved or altered the file. Cheap enough to be
    // asked every second. From then on nothing more is taken there.
    virtual base::Result<void> check_kept() { return {}; }
    // Whether it was added to and cannot be any more, so that it may be lost where it is.
    [[nodiscard]] virtual bool stopped() const { return false; }
    // What follows entry `n` cannot be: the log ends there from now on, and is only read.
    virtual void end_at(std::uint64_t n) = 0;
    // A complete new file elsewhere: what is in memory, whatever became of the file it was read
    // from. `beside` is asked once it stands; where that fails it does not stay. `conflict`
    // "file.exists"; `io`: nothing was left there.
    using Beside = std::function<base::Result<void>()>;
    [[nodiscard]] virtual base::Result<void> save_copy(std::filesystem::path const& path,
                                                       Beside const& /*beside*/ = {}) const
    {
        return base::fail(base::Errc::invalid, "file.copy", path.string());
    }
};

} // namespace journal
