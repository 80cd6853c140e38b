#pragma once

#include "journal/file_log.h"

#include <string>
#include <string_view>
#include <vector>

// Taking out of a session file for good what it says of people.
namespace journal {

// What was erased from a log until now, counted in its lines. `corrupt` as FileLog::entry.
base::Result<model::ErasedTexts> erased_in(FileLog const& log);

// The lines of a log without what is to go.
struct Redacted {
    std::string bytes; // of the whole file, line ends included
    std::string hash;  // of the last line
    int version = format_version;
    model::ErasedTexts erased; // by this alone
    // Nothing could be taken out of the chained text of format 1: the lines are of format 2, and
    // their chain is a new one.
    bool chained_anew = false;
};
// `word` is one of model::erased_words. `corrupt` as FileLog::entry; as `encode`.
base::Result<Redacted> without(FileLog const& log, ToErase const& what, std::string_view word);

// Puts one more entry at the end of such lines.
base::Result<void> add(Redacted& lines, Entry const& entry);

} // namespace journal
