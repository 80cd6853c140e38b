#pragma once

#include "model/change.h"

namespace model {

// Applies the changes of an entry that was read, and says whether what they make holds together:
// what a record refers to is there, and merges make no chain and no circle, so that each case that
// is not shown is told of by one that is. All of them or none. `corrupt` "file.sequence", its
// detail "why.before", "why.refers" or "why.merge", with the name of the record.
base::Result<void> follow(Document& doc, Changes const& changes);

} // namespace model
