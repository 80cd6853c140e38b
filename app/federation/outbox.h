#pragma once

#include "journal/entry.h"
#include "platform/disk.h"
#include "session/sharing.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

// What this machine did and the others do not have yet, durably, in `NAME.cadran.outbox`: one item
// a line, each with the SHA-256 of its text. What could not be shared is kept in
// `NAME.cadran.refused`.
namespace federation {

struct Item {
    std::uint64_t id = 0;   // in the order in which they were made here
    session::Origin origin; // what it came from, to be planned again
    std::string line;       // as it will be in the session file
    journal::Entry entry;   // of that line; planned on the entries before its number
};

class Outbox {
public:
    explicit Outbox(std::filesystem::path path, platform::Disk& disk);

    // The items of the file in order, up to the first that is not whole: it was not confirmed to
    // anybody. Errors of read_whole.
    base::Result<std::vector<Item>> load();

    // Adds an item; it is durable when this returns. `io` as journal::FileLog::append; after a
    // failed flush nothing more is accepted.
    base::Result<void> add(Item const& item);
    // Replaces all items. Errors as `add`; those of before are still in the file then.
    base::Result<void> replace(std::span<Item const> items);
    // Removes the file; nothing may be in it that is not shared.
    void remove();
    // Whether the file has become large enough to be written anew once its items are shared.
    [[nodiscard]] bool large() const { return size_ > large_size; }

    // Keeps an item that cannot be shared, with the reason, in the file of refused ones.
    base::Result<void> put_aside(Item const& item, base::Error const& why);
    [[nodiscard]] std::filesystem::path refused_path() const;

    static constexpr std::int64_t large_size = 1 << 18; // bytes

private:
    base::Result<void> stop(base::Error why);

    std::filesystem::path path_;
    platform::Disk* disk_;
    platform::File file_; // open once there is an item
    std::int64_t size_ = 0;
    std::optional<base::Error> stopped_;
};

// An item as a line, without its line end, and back. `corrupt` "outbox.form".
std::string item_text(Item const& item);
base::Result<Item> item_of(std::string_view line);

} // namespace federation
