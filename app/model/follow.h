#pragma once

#include "model/change.h"

namespace model {

// Applies the changes of an entry read from a file and validates the result: every reference points
// at a record, and merges form no chain or cycle. All or nothing. `corrupt` "file.sequence", its
// detail "why.before", "why.refers" or "why.merge" with the record's name.
base::Result<void> follow(Document& doc, Changes const& changes);

} // namespace model
