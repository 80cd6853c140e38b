#pragma once

#include "base/clock.h"
#include "edit/permission.h"
#include "journal/erase.h"

#include <filesystem>
#include <string>

// Erasing for good what a session file says of people. What is left is a session like any other:
// its chain holds, it says that texts were erased, how many, when and by whom, and it goes on.
namespace session {

struct RedactionDone {
    model::ErasedTexts erased; // by this one
    std::uint64_t entries = 0; // of the file now, the one that says it included
    std::string hash;          // at the end of its chain
    bool chained_anew = false; // of format 1: see journal::Redacted
};

// Into a new file. The one that is read stays as it is. `conflict` "file.exists",
// "redact.round_open": ballots are in the box; `not_found` "redact.nothing": no such text;
// `corrupt`: it does not hold to its end; those of FileLog::open and of the disk.
base::Result<RedactionDone> redact_to(std::filesystem::path const& file,
                                      std::filesystem::path const& out,
                                      journal::ToErase const& what, edit::Actor const& who,
                                      base::Clock& clock);

// In the place of the file itself, which nobody may have open: `locked` "file.locked", `denied`
// "file.read_only". There is the old one or the new one, never half of either. Files beside it stay.
base::Result<RedactionDone> redact_in_place(std::filesystem::path const& file,
                                            journal::ToErase const& what, edit::Actor const& who,
                                            base::Clock& clock);

// How many texts would go, by kind; nothing is written. Errors as redact_to.
base::Result<model::ErasedTexts> would_erase(std::filesystem::path const& file,
                                          journal::ToErase const& what);

} // namespace session
