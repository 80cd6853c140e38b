#pragma once

#include "journal/seal.h"
#include "platform/disk.h"

namespace journal {

// The encryption keys of ballot boxes: one small file each, in a private folder of this machine,
// never beside the sessions, so that a copy of a session's folder cannot be decrypted. A file is
// named after its key's id, so that the key of a moved box is found too.
class BoxKeys {
public:
    // `folder` is created with its first key; empty: keys can be neither found nor made.
    BoxKeys(std::filesystem::path folder, platform::Disk& disk);

    // Makes and stores a new key, durably. `io` "file.disk_full", else "box.key" with the folder.
    [[nodiscard]] base::Result<Key> make() const;
    // The key with that id; nothing when it is not in the folder.
    [[nodiscard]] std::optional<Key> find(std::string_view id) const;
    // Removes the file of a key, then overwrites its contents with zeros (on flash and
    // copy-on-write disks this may not erase them). `io` "box.key" with the folder, "file.sync".
    [[nodiscard]] base::Result<void> destroy(std::string_view id) const;

private:
    [[nodiscard]] std::filesystem::path file_of(std::string_view id) const;

    std::filesystem::path folder_;
    platform::Disk& disk_;
};

} // namespace journal
