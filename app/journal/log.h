#pragma once

#include "journal/entry.h"

#include <filesystem>
#include <functional>
#include <string>

namespace journal {

// The entries of one session. `FileLog` stores them in a file, `MemoryLog` in memory.
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
    // The chain hash after entry `n`, 64 hexadecimal digits; for 0, the header's.
    [[nodiscard]] virtual std::string hash(std::uint64_t n) const = 0;
    // Appends the next entry; it is durable when this returns. After a failure nothing was added.
    virtual base::Result<void> append(Entry const& entry) = 0;
    // Whether entries can be appended: false when the session is open elsewhere, the file is
    // damaged or the disk failed.
    [[nodiscard]] virtual bool writable() const = 0;
    // The reason, when it is not writable.
    [[nodiscard]] virtual base::Error why_closed() const
    {
        return {base::Errc::denied, "file.read_only", {}, 0};
    }
    // Whether the confirmed entries are still in place: `conflict` "file.changed" when another
    // program replaced, moved or changed the file; then no more entries are accepted. Cheap enough
    // for every second.
    virtual base::Result<void> check_kept() { return {}; }
    // Whether it accepted entries and accepts no more, so that they may be lost.
    [[nodiscard]] virtual bool stopped() const { return false; }
    // Ends the log after entry `n`, because the next ones are invalid; it becomes read-only.
    virtual void end_at(std::uint64_t n) = 0;
    // Writes a complete copy from memory to another file. `beside` is called after it is written;
    // if that fails, the copy is removed. `conflict` "file.exists"; `io`: nothing was left there.
    using Beside = std::function<base::Result<void>()>;
    [[nodiscard]] virtual base::Result<void> save_copy(std::filesystem::path const& path,
                                                       Beside const& /*beside*/ = {}) const
    {
        return base::fail(base::Errc::invalid, "file.copy", path.string());
    }
};

} // namespace journal
