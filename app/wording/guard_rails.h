#pragma once

#include "analysis/ranking/guard_rails.h"
#include "i18n/catalogue.h"

#include <string>

// Texts about guard-rail questions, answers and notices.
namespace wording {

// The text of a notice; for open questions, with their number.
std::string notice(i18n::Catalogue const& words, model::Document const& doc, model::CaseId on,
                   analysis::Notice notice);
// The level of a case under the AI Act.
std::string level(i18n::Catalogue const& words, model::AiAct level);

// Which cases a question is asked of, and its subject: "risque élevé · droit".
std::string asked_of(i18n::Catalogue const& words, model::Question const& question);
std::string subject(i18n::Catalogue const& words, model::Subject subject);
// "2 ouvertes sur 7", "aucune ouverte".
std::string open_among(i18n::Catalogue const& words, int open, std::size_t of);

std::string reply(i18n::Catalogue const& words, model::Reply reply); // not for `none`
// The person in charge and the date: "DSI, 15 sept. 2026"; a text for neither.
std::string who_and_when(i18n::Catalogue const& words, model::GuardAnswer const& answer);

} // namespace wording
