#pragma once

#include "journal/box_keys.h"
#include "model/ids.h"

#include <functional>
#include <optional>
#include <vector>

namespace journal {

// Keys of boxes whose ballots were taken over by a copy of the session: the box stays where another
// program put it, or left it, and only the copy closes its round. They are destroyed with that
// close. Noted beside the keys, one file a session: a line each.
//
//   <key> <rounds> <digest of the box, or -> <path of its session file, in hexadecimal>\n
class FormerKeys {
public:
    // `whose`: see BoxHead. `folder` is that of the keys.
    FormerKeys(std::filesystem::path const& folder, std::string const& whose, platform::Disk& disk);

    struct Former {
        std::string key;
        std::vector<model::RoundId> rounds; // that it has ballots of
        std::string seen; // digest of the box when its ballots were taken over; empty: no such box
        std::filesystem::path session_file;
    };
    // Durably. `io` "urn.key" with the folder, "file.disk_full", "file.sync".
    base::Result<void> add(std::vector<Former> const& more) const;
    // The copy was not made after all.
    base::Result<void> strike(std::string_view key) const;
    // Rounds are over: destroys the keys that no open round needs, but for one whose box was
    // written since, or may be written by whoever holds its session file now. Nobody took those
    // ballots over, and its own close destroys it. Errors of BoxKeys::destroy.
    base::Result<void> settle(BoxKeys const& keys,
                              std::function<bool(model::RoundId)> const& over) const;

private:
    [[nodiscard]] std::vector<Former> read() const;
    [[nodiscard]] base::Result<void> write(std::vector<Former> const& all) const;

    std::filesystem::path file_;
    platform::Disk& disk_;
};

// The digest of a box that lies beside a session file and is sealed with that key; empty when there
// is none.
std::string digest_of_box(std::filesystem::path const& session_file, std::string_view key);

} // namespace journal
