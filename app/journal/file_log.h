#pragma once

#include "journal/box/file_box.h"
#include "journal/codec.h"
#include "journal/held_lines.h"
#include "journal/still_there.h"
#include "journal/stores.h"
#include "platform/disk.h"

#include <filesystem>
#include <memory>
#include <span>

namespace journal {

enum class OpenMode { write, read }; // `read` never changes the file

// The journal as a file; format in ARCHITECTURE.md, "The session file".
class FileLog : public Log {
public:
    struct Options {
        platform::Disk* disk = nullptr; // null: the machine's disk
        // folder of the keys of ballot boxes; empty: ballots are refused
        std::filesystem::path keys = {};
        BoxSizes box = {};
        // How long a lock of another program is waited for.
        std::chrono::milliseconds patience = platform::a_moment;
    };
    // For a person who opens a session: longer than a killed program takes to be gone.
    static constexpr std::chrono::milliseconds patient{2000};
    struct Opened {
        std::unique_ptr<FileLog> log;
        std::unique_ptr<FileBox> box;
        // Messages for the user: "file.torn" (detail: where the tail was saved; line: the first
        // incomplete one, so `line - 2` entries were kept), "file.damaged" with its line,
        // "file.locked", "file.read_only", "box.damaged", or why the tail could not be saved.
        std::vector<base::Error> notices;
        // Moves log and ballot box out.
        operator Stores() && // NOLINT(google-explicit-constructor)
        {
            return {std::move(log), std::move(box)};
        }
    };

    // Creates a file with its header, or none on failure. `conflict` "file.exists"; `io`; `invalid`
    // as `encode`.
    static base::Result<Opened> create(std::filesystem::path const& path, std::int64_t created_ms);
    static base::Result<Opened> create(std::filesystem::path const& path, std::int64_t created_ms,
                                       Options const& options, std::span<Entry const> first = {});
    // Opens what can be read; read-only where it cannot be appended to. Errors: `io` "file.read",
    // "file.none", "file.folder", "file.too_large"; `corrupt` "file.empty", "file.not_a_session",
    // "file.chain" (its first line has a wrong hash); `too_new` "file.version": the file is not
    // changed.
    static base::Result<Opened> open(std::filesystem::path const& path, OpenMode mode);
    static base::Result<Opened> open(std::filesystem::path const& path, OpenMode mode,
                                     Options const& options);

    // The result of checking the chain and the form of all entries; the file is not changed. Lines
    // count from 1, the header's. Errors as `open`.
    struct Verification {
        std::uint64_t entries = 0;        // valid ones
        std::size_t first_bad_line = 0;   // 0: all are valid
        std::optional<base::Error> fault; // "file.damaged" for the chain, else as `entry`
        Header header;
    };
    static base::Result<Verification> verify(std::filesystem::path const& path);

    [[nodiscard]] std::uint64_t size() const override { return lines_.size() - 1; }
    // `corrupt` "file.form", or "file.sequence" when its number is not `n`.
    [[nodiscard]] base::Result<Entry> entry(std::uint64_t n) const override;
    [[nodiscard]] std::string hash(std::uint64_t n) const override;
    // Does not change the file.
    void end_at(std::uint64_t n) override;
    // `invalid` as `encode`, or "file.too_large"; `io` "file.disk_full", "file.write": nothing was
    // added, the caller may retry; `io` "file.sync", `conflict` "file.changed": no more entries are
    // accepted, save a copy elsewhere. Each append first checks that the file is unchanged.
    base::Result<void> append(Entry const& entry) override;
    // Appends a line that `written_line` made for the next entry, here or on another machine,
    // unchanged. `corrupt` as `checked_line`; other errors as `append`.
    base::Result<void> append_line(std::string_view line);
    [[nodiscard]] bool writable() const override { return state_ == State::writable; }
    [[nodiscard]] base::Error why_closed() const override;
    base::Result<void> check_kept() override;
    [[nodiscard]] bool stopped() const override { return stopped_.has_value(); }

    [[nodiscard]] Header const& header() const { return header_; }
    // The line of entry `n`, or of the header for 0, without its line end.
    [[nodiscard]] std::string line(std::uint64_t n) const { return std::string(lines_.line(n)); }
    [[nodiscard]] base::Result<void> save_copy(std::filesystem::path const& path,
                                               Beside const& beside = {}) const override;

private:
    enum class State { writable, read_only };

    FileLog() = default;
    base::Result<std::filesystem::path> set_aside(std::string_view tail);
    base::Result<void> check_unchanged();
    base::Result<void> stop(base::Error why);
    void take_back();
    [[nodiscard]] bool holds(Look look) const;
    base::Result<void> append_bytes(std::string const& added);

    std::filesystem::path path_;
    platform::Disk* disk_ = nullptr;
    platform::File file_; // open and locked while writable
    State state_ = State::read_only;
    std::optional<base::Error> stopped_; // why it is not writable any more
    platform::Touched seen_;             // of the file, when last read or written
    Header header_;
    HeldLines lines_; // the valid part of the file: of the header, then one an entry
};

} // namespace journal
