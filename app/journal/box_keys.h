#pragma once

#include "journal/seal.h"
#include "platform/disk.h"

namespace journal {

// The keys of ballot boxes, one small file each, in a folder of this machine and person alone,
// never the one that the sessions lie in: whoever copies a session's folder, at every ballot or
// once, holds nothing that opens its box. A file is named after the id of its key alone, so that
// the key of an box that was moved is found too.
class BoxKeys {
public:
    // `folder` is made with its first key; empty: there are none, and none can be made.
    BoxKeys(std::filesystem::path folder, platform::Disk& disk);

    // A new key, durably. `io` "file.disk_full", else "urn.key" with the folder.
    [[nodiscard]] base::Result<Key> make() const;
    // The key of that id; nothing when it is not in the folder.
    [[nodiscard]] std::optional<Key> find(std::string_view id) const;
    // Removes the file of a key, then writes zeros over what it held, for what that is worth on
    // this disk.
    // `io` "urn.key" with the folder, "file.sync".
    base::Result<void> destroy(std::string_view id) const;

private:
    [[nodiscard]] std::filesystem::path file_of(std::string_view id) const;

    std::filesystem::path folder_;
    platform::Disk& disk_;
};

} // namespace journal
