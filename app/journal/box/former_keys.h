#pragma once

#include "journal/box/box_keys.h"
#include "model/ids.h"

#include <functional>
#include <optional>
#include <vector>

namespace journal {

// Keys of boxes whose ballots were taken over by a copy of the session: the original box stays, and
// the round is closed in the copy only. The keys are destroyed with that close. They are listed
// beside the keys, in one file per session, one line each:
//
//   <key> <rounds> <digest of the box, or -> <path of its session file, in hexadecimal>\n
class FormerKeys {
public:
    // `whose`: see BoxHead. `folder` is that of the keys.
    FormerKeys(std::filesystem::path const& folder, std::string const& whose, platform::Disk& disk);

    struct Former {
        std::string key;
        std::vector<model::RoundId> rounds; // with ballots in it
        std::string seen; // digest of the box when its ballots were copied; empty: no such box
        std::filesystem::path session_file;
    };
    // Stores them durably. `io` "box.key" with the folder, "file.disk_full", "file.sync".
    [[nodiscard]] base::Result<void> add(std::vector<Former> const& more) const;
    // Removes a key from the list, when the copy failed.
    [[nodiscard]] base::Result<void> strike(std::string_view key) const;
    // To be called when rounds are over: destroys the keys that no open round needs, except of a
    // box that was changed since or whose session is open: its new ballots were not taken over, and
    // its own close destroys the key. Errors of BoxKeys::destroy.
    base::Result<void> settle(BoxKeys const& keys,
                              std::function<bool(model::RoundId)> const& over) const;

private:
    [[nodiscard]] std::vector<Former> read() const;
    [[nodiscard]] base::Result<void> write(std::vector<Former> const& all) const;

    std::filesystem::path file_;
    platform::Disk& disk_;
};

// The digest of the box beside a session file, if it is encrypted with that key; else empty.
std::string digest_of_box(std::filesystem::path const& session_file, std::string_view key);

} // namespace journal
