#pragma once

#include "model/document.h"

namespace model {

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
