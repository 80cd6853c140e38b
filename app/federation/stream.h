#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace federation {

// The result of appending a line.
struct Stored {
    std::uint64_t number = 0; // of the line
};
struct Overtaken {}; // refused: the stream has another length
struct Unknown {};   // no answer: it may be in the stream or not
struct Hindered {    // not stored at present: no room, no permission
    base::Error why;
};
struct Refused { // never accepted: too large
    base::Error why;
};
using Appended = std::variant<Stored, Overtaken, Unknown, Hindered, Refused>;

// The lines of one session file, in one order for all machines: the number of a line in the stream
// is its number in the file, the header is number 1. Calls may block for a bounded time; one thread
// each for appending and reading. Errors: `io` "shared.link" when the stream cannot be reached.
class Stream {
public:
    Stream() = default;
    Stream(Stream const&) = delete;
    Stream& operator=(Stream const&) = delete;
    virtual ~Stream() = default;

    // Appends a line if the stream has exactly `after` lines. It is durable when it is stored.
    virtual Appended append(std::string const& line, std::uint64_t after) = 0;
    // Lines from number `from` on, at most `most`; empty when there are none yet, perhaps after
    // waiting for one.
    virtual base::Result<std::vector<std::string>> read(std::uint64_t from, std::size_t most) = 0;
    // The number of lines.
    virtual base::Result<std::uint64_t> last() = 0;
};

} // namespace federation
