#pragma once

#include "journal/log.h"
#include "model/document.h"

#include <map>
#include <set>

// The outcome of proposals, read from journal entries: the document does not record which case an
// accepted proposal became.
namespace room {

class Fates {
public:
    // Reads the whole journal, unless `which` is empty. Errors of journal::Log::entry.
    static base::Result<Fates> of(journal::Log const& log,
                                  std::set<model::ProposalId> const& which);
    void learn(journal::Entry const& entry);

    enum class Fate { waiting, accepted, merged, refused };
    struct Told {
        Fate fate = Fate::waiting;
        model::CaseId on = {};     // its case, or the case that one was merged into; none: refused
        model::Proposal text = {}; // as proposed
    };
    // Nothing when the proposal is unknown.
    [[nodiscard]] std::optional<Told> of(model::Document const& doc, model::ProposalId id) const;

private:
    std::map<model::ProposalId, model::CaseId> became_; // none: refused
    std::map<model::ProposalId, model::Proposal> said_; // texts of those that waited
};

} // namespace room
