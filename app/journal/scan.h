#pragma once

#include "journal/codec.h"

#include <string>
#include <string_view>
#include <vector>

namespace journal {

// What the bytes of a session file hold, by the chain alone: no JSON is parsed but the header's.
struct Scan {
    struct Place {
        std::size_t begin = 0, end = 0; // of a line, without its line end
    };
    Header header;
    std::vector<Place> lines;       // that hold, from the first: the header's, then one an entry
    std::size_t kept = 0;           // bytes that hold, line ends included
    std::size_t first_bad_line = 0; // from 1; 0: all holds
    char const* reason = "";        // "why.line", "why.hash", "why.torn"
    bool holds_after = false;       // a later line begins: the damage is in the middle
};

// `corrupt` "file.empty", "file.not_a_session"; `too_new` "file.version".
base::Result<Scan> scan(std::string_view bytes);

} // namespace journal
