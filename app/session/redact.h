#pragma once

#include "base/clock.h"
#include "edit/permission.h"
#include "journal/erase.h"

#include <filesystem>
#include <string>

// Erases personal texts from a session file for good. The result is a normal session: its chain is
// valid, and it records how many texts were erased, when and by whom.
namespace session {

// Whether a word cannot be asked for: blank, or one letter, which is in nearly every text.
bool too_short_to_erase(std::string const& word);

struct RedactionDone {
    model::ErasedTexts erased; // by this redaction
    std::uint64_t entries = 0; // number of entries, the one that records it included
    std::string hash;          // hash of the last entry
    bool chained_anew = false; // of format 1: see journal::Redacted
};

// Writes the result to a new file; the source is unchanged. `conflict` "file.exists",
// "redact.round_open": ballots are in the box; `not_found` "redact.nothing": no such text;
// `corrupt`: the file is damaged; errors of FileLog::open and of the disk.
base::Result<RedactionDone> redact_to(std::filesystem::path const& file,
                                      std::filesystem::path const& out,
                                      journal::ToErase const& what, edit::Actor const& who,
                                      base::Clock& clock);

// Replaces the file itself, which must not be open elsewhere: `locked` "file.locked", `denied`
// "file.read_only"; `conflict` "redact.outbox": entries wait to be shared. The replacement is
// atomic. Other files beside it stay.
base::Result<RedactionDone> redact_in_place(std::filesystem::path const& file,
                                            journal::ToErase const& what, edit::Actor const& who,
                                            base::Clock& clock);

// The number of texts that would be erased, by kind; writes nothing. Errors as redact_to.
base::Result<model::ErasedTexts> would_erase(std::filesystem::path const& file,
                                             journal::ToErase const& what);

} // namespace session
