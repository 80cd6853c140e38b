#pragma once

#include "journal/codec.h"
#include "journal/file_box.h"
#include "journal/log.h"
#include "platform/disk.h"

#include <filesystem>
#include <memory>
#include <span>

namespace journal {

enum class OpenMode { write, read }; // `read` never touches the file

// The journal as a file: see ARCHITECTURE, "The session file".
class FileLog : public Log {
public:
    struct Options {
        std::filesystem::path snapshots; // folder of the cache; empty: no snapshots
        platform::Disk* disk = nullptr;  // null: the machine's
        std::filesystem::path keys =
            {}; // folder of the keys of ballot boxes; empty: no ballot is taken
        std::size_t box_least = journal::box_least;
    };
    struct Opened {
        std::unique_ptr<FileLog> log;
        // What the person is to be told: "file.torn" (detail: where the tail was kept; line: the
        // first that was not whole, so `line - 2` entries were kept), "file.damaged" with its line,
        // "file.locked", "file.read_only", "urn.damaged", or why the tail could not be kept.
        std::vector<base::Error> notices;
    };

    // A new file with its header and its first entries: whole, or not there at all. `conflict`
    // "file.exists"; `io`; `invalid` as `encode`.
    static base::Result<std::unique_ptr<FileLog>> create(std::filesystem::path const& path,
                                                         std::int64_t created_ms);
    static base::Result<std::unique_ptr<FileLog>> create(std::filesystem::path const& path,
                                                         std::int64_t created_ms,
                                                         Options const& options,
                                                         std::span<Entry const> first = {});
    // Whatever can be read is opened, for reading only where it cannot be added to.
    // Errors: `io` "file.read", "file.too_large"; `corrupt` "file.empty", "file.not_a_session",
    // "file.chain" (its first line does not hold); `too_new` "file.version": the file stays as it
    // is.
    static base::Result<Opened> open(std::filesystem::path const& path, OpenMode mode);
    static base::Result<Opened> open(std::filesystem::path const& path, OpenMode mode,
                                     Options const& options);

    // What the chain and the form of its entries say of a file, which stays as it is. Lines count
    // from 1, the header's. Errors as `open`.
    struct Verification {
        std::uint64_t entries = 0;        // that hold
        std::size_t first_bad_line = 0;   // 0: all hold
        std::optional<base::Error> fault; // why: "file.damaged" the chain, else as `entry`
        Header header;
    };
    static base::Result<Verification> verify(std::filesystem::path const& path);

    [[nodiscard]] std::uint64_t size() const override { return lines_.size() - 1; }
    // `corrupt` "file.form", or "file.sequence" when it says another number than its own.
    [[nodiscard]] base::Result<Entry> entry(std::uint64_t n) const override;
    [[nodiscard]] std::string hash(std::uint64_t n) const override;
    // What follows entry `n` cannot be: the log ends there from now on, and is only read. The file
    // stays as it is.
    void end_at(std::uint64_t n);
    // `invalid` as `encode`, or "file.too_large"; `io` "file.disk_full", "file.write": nothing was
    // added, try again; `io` "file.sync", `conflict` "file.changed": nothing more is taken, save a
    // copy elsewhere. Before each append the file under that name is compared with what is held.
    base::Result<void> append(Entry const& entry) override;
    [[nodiscard]] bool writable() const override { return state_ == State::writable; }
    [[nodiscard]] base::Error why_closed() const override;
    base::Result<void> check_kept() override;
    [[nodiscard]] BallotBox& box() override { return *box_; }
    [[nodiscard]] BallotBox const& box() const override { return *box_; }
    [[nodiscard]] std::optional<Snapshot> snapshot() const override;
    void keep(Snapshot const& snapshot) const override;
    // What `snapshot` gave, for whoever asks next: it is not read from the disk a second time.
    void give_back(Snapshot snapshot) { found_ = std::move(snapshot); }

    [[nodiscard]] Header const& header() const { return header_; }
    [[nodiscard]] base::Result<void> save_copy(std::filesystem::path const& path) const override;

private:
    enum class State { writable, read_only };
    struct Place {
        std::size_t begin = 0, end = 0; // in bytes_, without the line end
    };

    FileLog() = default;
    base::Result<std::filesystem::path> set_aside(std::string_view tail);
    base::Result<void> check_unchanged();
    base::Result<void> stop(base::Error why);
    void take_back();
    [[nodiscard]] std::string_view line(std::uint64_t n) const;

    std::filesystem::path path_;
    Options options_;
    platform::Disk* disk_ = nullptr;
    platform::File file_; // open, and locked, while it is written
    State state_ = State::read_only;
    std::optional<base::Error> stopped_; // it was writable: why it is no more
    platform::Touched seen_;             // the file, when it was last read or written
    Header header_;
    std::string bytes_;        // what of the file holds
    std::vector<Place> lines_; // the header's, then one an entry
    std::unique_ptr<FileBox> box_;
    std::optional<Snapshot> found_; // given back by `give_back`
};

} // namespace journal
