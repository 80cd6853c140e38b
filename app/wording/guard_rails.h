#pragma once

#include "analysis/ranking/guard_rails.h"
#include "i18n/catalogue.h"

#include <string>

// Guard-rail questions, what was answered, and what the records say beside a decision.
namespace wording {

// What the records say; of open questions, how many.
std::string notice(i18n::Catalogue const& words, model::Document const& doc, model::CaseId on,
                   analysis::Notice notice);
// What the room noted of a case under the AI Act.
std::string level(i18n::Catalogue const& words, model::AiAct level);

// Of which cases a question is asked, and beside which axes: "risque élevé · droit".
std::string asked_of(i18n::Catalogue const& words, model::Question const& question);
std::string subject(i18n::Catalogue const& words, model::Subject subject);
// "2 ouvertes sur 7", "aucune ouverte".
std::string open_among(i18n::Catalogue const& words, int open, std::size_t of);

std::string reply(i18n::Catalogue const& words, model::Reply reply); // of one that was given
// Who answers for it and from when: "DSI, 15 sept. 2026"; that neither was said.
std::string who_and_when(i18n::Catalogue const& words, model::GuardAnswer const& answer);

} // namespace wording
