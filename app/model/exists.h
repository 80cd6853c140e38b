#pragma once

#include "model/document.h"

namespace model {

// The case that `id` was merged into, else `id` itself. Also through several merges, which no
// session holds (see follow.h).
inline CaseId merged_into(Document const& doc, CaseId id)
{
    for (auto left = table<Merge>(doc).size(); left > 0; --left) {
        auto const* merge = find<Merge>(doc, id);
        if (!merge) break;
        id = merge->into;
    }
    return id;
}

// Whether a record with this id exists.
inline bool exists(Document const& doc, CaseId id) { return find<Case>(doc, id) != nullptr; }
inline bool exists(Document const& doc, GroupId id) { return find<Group>(doc, id) != nullptr; }
inline bool exists(Document const& doc, AxisId id) { return find<Axis>(doc, id) != nullptr; }
inline bool exists(Document const& doc, RoundId id) { return find<Round>(doc, id) != nullptr; }
inline bool exists(Document const& doc, SiteId id) { return find<Site>(doc, id) != nullptr; }
inline bool exists(Document const& doc, QuestionId id)
{
    return find<Question>(doc, id) != nullptr;
}

} // namespace model
