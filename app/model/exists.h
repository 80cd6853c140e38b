#pragma once

#include "model/document.h"

namespace model {

// The case that `id` was merged into, else `id` itself. Merges form no chains.
inline CaseId merged_into(Document const& doc, CaseId id)
{
    auto const* merge = find<Merge>(doc, id);
    return merge ? merge->into : id;
}

// Whether a record with this id exists.
inline bool exists(Document const& doc, CaseId id) { return find<Case>(doc, id) != nullptr; }
inline bool exists(Document const& doc, GroupId id) { return find<Group>(doc, id) != nullptr; }
inline bool exists(Document const& doc, AxisId id) { return find<Axis>(doc, id) != nullptr; }
inline bool exists(Document const& doc, RoundId id) { return find<Round>(doc, id) != nullptr; }
inline bool exists(Document const& doc, QuestionId id)
{
    return find<Question>(doc, id) != nullptr;
}

} // namespace model
