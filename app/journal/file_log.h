#pragma once

#include "journal/codec.h"
#include "journal/file_box.h"
#include "journal/still_there.h"
#include "journal/stores.h"
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
        platform::Disk* disk = nullptr;  // null: the machine's
        std::filesystem::path keys = {}; // folder of the keys of boxes; empty: no ballot is taken
        BoxSizes box = {};
    };
    struct Opened {
        std::unique_ptr<FileLog> log;
        std::unique_ptr<FileBox> box;
        // What the person is to be told: "file.torn" (detail: where the tail was kept; line: the
        // first that was not whole, so `line - 2` entries were kept), "file.damaged" with its line,
        // "file.locked", "file.read_only", "urn.damaged", or why the tail could not be kept.
        std::vector<base::Error> notices;
        // Both, for whoever goes on with them.
        operator Stores() && // NOLINT(google-explicit-constructor)
        {
            return {std::move(log), std::move(box)};
        }
    };

    // A new file with its header and its first entries: whole, or not there at all. `conflict`
    // "file.exists"; `io`; `invalid` as `encode`.
    static base::Result<Opened> create(std::filesystem::path const& path, std::int64_t created_ms);
    static base::Result<Opened> create(std::filesystem::path const& path, std::int64_t created_ms,
                                       Options const& options, std::span<Entry const> first = {});
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
    // The file stays as it is.
    void end_at(std::uint64_t n) override;
    // `invalid` as `encode`, or "file.too_large"; `io` "file.disk_full", "file.write": nothing was
    // added, try again; `io` "file.sync", `conflict` "file.changed": nothing more is taken, save a
    // copy elsewhere. Before each append the file under that name is compared with what is held.
    base::Result<void> append(Entry const& entry) override;
    [[nodiscard]] bool writable() const override { return state_ == State::writable; }
    [[nodiscard]] base::Error why_closed() const override;
    base::Result<void> check_kept() override;
    [[nodiscard]] bool stopped() const override { return stopped_.has_value(); }

    [[nodiscard]] Header const& header() const { return header_; }
    // Line of entry `n`, of the header with 0, without its line end.
    [[nodiscard]] std::string_view line(std::uint64_t n) const;
    [[nodiscard]] base::Result<void> save_copy(std::filesystem::path const& path,
                                               Beside const& beside = {}) const override;

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
    [[nodiscard]] bool holds(Look look) const;
    [[nodiscard]] base::Result<Written> encoded(Entry const& entry) const;

    std::filesystem::path path_;
    platform::Disk* disk_ = nullptr;
    platform::File file_; // open, and locked, while it is written
    State state_ = State::read_only;
    std::optional<base::Error> stopped_; // it was writable: why it is no more
    platform::Touched seen_;             // the file, when it was last read or written
    Header header_;
    std::string bytes_;        // what of the file holds
    std::vector<Place> lines_; // the header's, then one an entry
};

} // namespace journal
