#pragma once

#include "journal/codec.h"

#include <string>
#include <string_view>
#include <vector>

namespace journal {

// The lines of a session file, checked by the hash chain; only the header's JSON is parsed.
struct Scan {
    Header header;
    std::vector<std::size_t> begins; // offsets of the valid lines: the header's, then one an entry
    std::size_t kept = 0;            // length of the valid part, with line ends
    std::size_t first_bad_line = 0;  // from 1; 0: all are valid
    char const* reason = "";         // "why.line", "why.hash", "why.torn"
    bool holds_after = false; // another line follows the bad one: the damage is in the middle
};

// `corrupt` "file.empty", "file.not_a_session"; `too_new` "file.version".
base::Result<Scan> scan(std::string_view bytes);

} // namespace journal
