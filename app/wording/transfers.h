#pragma once

#include "analysis/voting/tally.h"
#include "i18n/catalogue.h"
#include "wording/method_words.h"

#include <string>
#include <vector>

// The count of a transferable vote, stage by stage.
namespace wording {

// "4", "4,25": votes of which `parts` is what the count says.
std::string votes(i18n::Catalogue const& words, std::int64_t parts);
// How many votes elect, and how many cases are elected.
std::string quota(i18n::Catalogue const& words, analysis::Transfers const& transfers);
// What happened at each stage, in one sentence each.
std::vector<std::string> stages(i18n::Catalogue const& words, model::Document const& doc,
                                analysis::Transfers const& transfers);
// Cases that the order of the round chose between, in one sentence for each time.
std::vector<std::string> chosen_by_order(i18n::Catalogue const& words, model::Document const& doc,
                                         analysis::Transfers const& transfers);
// The votes that a case gained, stage by stage, and what became of it.
std::vector<std::string> course(i18n::Catalogue const& words, analysis::Transfers const& transfers,
                                model::CaseId on);
// "retenu au tour 3", under its votes, and the whole sentence.
std::string fate(i18n::Catalogue const& words, CaseResult const& of);
std::string fate_in_full(i18n::Catalogue const& words, CaseResult const& of);

} // namespace wording
