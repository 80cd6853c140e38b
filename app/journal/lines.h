#pragma once

#include "journal/entry.h"

#include <string>
#include <string_view>

// Single lines of a session file, which the machines of a shared session exchange.
namespace journal {

// The line of an entry after a line with that hash, without its line end, in the format `version`
// of the file. Two calls differ: salts are random. Errors as encode_committed.
base::Result<std::string> written_line(Entry const& entry, std::string_view previous_hash,
                                       int version);

// Parses the line of entry `n` after a line with that hash. `corrupt` "file.chain" (detail
// "why.line", "why.hash"), "file.sequence" for another number; errors as decode_entry. With the
// line's number in the file.
base::Result<Entry> checked_line(std::string_view line, std::string_view previous_hash,
                                 std::uint64_t n);

// Parses a line without what precedes it: whether it holds is not known.
base::Result<Entry> entry_of_line(std::string_view line);

// The hash of a line; empty when it has another form.
std::string hash_of_line(std::string_view line);

} // namespace journal
