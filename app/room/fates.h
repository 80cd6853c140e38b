#pragma once

#include "journal/log.h"
#include "model/document.h"

#include <map>
#include <set>

// What became of proposals. The journal says it entry by entry: a proposal that is accepted goes,
// and a case comes; the document alone no longer knows that they were one.
namespace room {

class Fates {
public:
    // Reads what the journal says of these so far. Errors of journal::Log::entry.
    static base::Result<Fates> of(journal::Log const& log,
                                  std::set<model::ProposalId> const& which);
    void learn(journal::Entry const& entry);

    enum class Fate { waiting, accepted, merged, refused };
    struct Told {
        Fate fate = Fate::waiting;
        model::CaseId on = {};     // what it became, or what stands for that now; none: refused
        model::Proposal text = {}; // as it was proposed
    };
    // Nothing of one that was never seen.
    [[nodiscard]] std::optional<Told> of(model::Document const& doc, model::ProposalId id) const;

private:
    std::map<model::ProposalId, model::CaseId> became_; // none: refused
    std::map<model::ProposalId, model::Proposal> said_; // of those that waited
};

} // namespace room
