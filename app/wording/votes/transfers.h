#pragma once

#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"
#include "wording/votes/method_words.h"

#include <string>
#include <vector>

// Texts about the count of a transferable vote.
namespace wording {

// "4", "4,25": `parts` in votes.
std::string votes(i18n::Catalogue const& words, std::int64_t parts);
// The quota and the number of seats.
std::string quota(i18n::Catalogue const& words, analysis::Transfers const& transfers);
// One sentence per stage.
std::vector<std::string> stages(i18n::Catalogue const& words, model::Document const& doc,
                                analysis::Transfers const& transfers);
// Ties decided by the order of the round, one sentence each.
std::vector<std::string> chosen_by_order(i18n::Catalogue const& words, model::Document const& doc,
                                         analysis::Transfers const& transfers);
// The votes of a case stage by stage, and its final state.
std::vector<std::string> course(i18n::Catalogue const& words, analysis::Transfers const& transfers,
                                model::CaseId on);
// "retenu au tour 3", short and as a sentence.
std::string fate(i18n::Catalogue const& words, CaseResult const& of);
std::string fate_in_full(i18n::Catalogue const& words, CaseResult const& of);

} // namespace wording
