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
using SiteId = base::Id<struct SiteTag>;   // one machine of a shared session, see site_records.h
using ActorId = base::Id<struct ActorTag>; // who made an entry: the facilitator is 1, the inbox 2

// Ids made by the session are below this. A proposal's id may be above: it is a hash of its
// contents, so that reading the same file twice proposes it once. All fit JSON numbers exactly.
constexpr std::uint64_t derived_ids = std::uint64_t{1} << 52U;

// The key of a table with at most one record.
struct Only {
    friend auto operator<=>(Only, Only) = default;
};

} // namespace model
