#pragma once

#include "journal/memory_log.h"
#include "journal/seal.h"

#include <optional>

// Reads former ballot box formats: plain text (version 1) and one encrypted text (version 2). The
// next ballot rewrites them in the present format.
namespace journal {

// Version 1: one line of JSON whose hash includes the session's name. `corrupt` "box.damaged".
base::Result<MemoryBox::Ballots> read_clear_box(std::string_view bytes, std::string const& session);

// Version 2: `cadran-urn 2 <whose> <key> <rounds>`, then the ballots as JSON, padded with spaces,
// encrypted and authenticated with that line and the session.
struct SealedText {
    std::string_view line, whose, key, sealed;
    std::vector<model::RoundId> rounds;
};
std::optional<SealedText> sealed_text_of(std::string_view bytes);
// `corrupt` "box.damaged".
base::Result<MemoryBox::Ballots> read_sealed_text(Key const& key, SealedText const& box,
                                                  std::string const& session);

} // namespace journal
