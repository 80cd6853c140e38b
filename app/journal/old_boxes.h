#pragma once

#include "journal/memory_log.h"
#include "journal/seal.h"

#include <optional>

// Ballot boxes as they were written before: in the clear (version 1), and sealed as one text
// (version 2). They are read, and written anew with the next ballot.
namespace journal {

// Version 1: one line of JSON, its hash taking in the name of the session. `corrupt` "urn.damaged".
base::Result<MemoryBox::Ballots> read_clear_box(std::string_view bytes, std::string const& session);

// Version 2: `cadran-urn 2 <whose> <key> <rounds>`, then the ballots as JSON, filled up with spaces
// and sealed, bound to that line and to the session.
struct SealedText {
    std::string_view line, whose, key, sealed;
    std::vector<model::RoundId> rounds;
};
std::optional<SealedText> sealed_text_of(std::string_view bytes);
// `corrupt` "urn.damaged".
base::Result<MemoryBox::Ballots> read_sealed_text(Key const& key, SealedText const& box,
                                                  std::string const& session);

} // namespace journal
