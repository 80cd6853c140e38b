#pragma once

#include "base/id.h"

#include <compare>
#include <cstdint>

namespace model {

using CaseId = base::Id<struct CaseTag>;
using GroupId = base::Id<struct GroupTag>;
using AxisId = base::Id<struct AxisTag>;
using ProposalId = base::Id<struct ProposalTag>;
using AnnotationId = base::Id<struct AnnotationTag>;
using RoundId = base::Id<struct RoundTag>;
using QuestionId = base::Id<struct QuestionTag>;
using ActorId =
    base::Id<struct ActorTag>; // who acts: the facilitator is 1, phones are given theirs on joining

// The session mints ids below this one. A proposal's may lie above: made of what was proposed, so
// that the same file read twice proposes once. JSON numbers hold them exactly.
constexpr std::uint64_t derived_ids = std::uint64_t{1} << 52U;

// The key of a table that holds at most one record.
struct Only {
    friend auto operator<=>(Only, Only) = default;
};

} // namespace model
