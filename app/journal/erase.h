#pragma once

#include "journal/file_log.h"

#include <string>
#include <string_view>
#include <vector>

// Erases personal texts from a session file.
namespace journal {

// The erased texts of a log, counted in its lines. `corrupt` as FileLog::entry.
base::Result<model::ErasedTexts> erased_in(FileLog const& log);

// The lines of a log after an erasure.
struct Redacted {
    std::string bytes; // the whole file, with line ends
    std::string hash;  // hash of the last line
    int version = format_version;
    model::ErasedTexts erased; // erased by this operation
    // Format 1: chained texts cannot be erased, so the lines are of format 2 with a new chain.
    bool chained_anew = false;
};
// `word` is one of model::erased_words. `corrupt` as FileLog::entry; errors of `encode`.
base::Result<Redacted> without(FileLog const& log, ToErase const& what, std::string_view word);

// Appends one more entry to these lines.
base::Result<void> add(Redacted& lines, Entry const& entry);

} // namespace journal
