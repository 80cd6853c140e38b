#pragma once

#include "analysis/ranking/verdicts.h"
#include "i18n/catalogue.h"
#include "model/document.h"

#include <string>

// Texts about decisions, and their differences from the order.
namespace wording {

// "Lancer", "Plus tard"…; a text for no decision.
std::string verdict(i18n::Catalogue const& words, model::Verdict verdict);
// "Comité : Plus tard"; with its reason, if given: "Comité : Plus tard · trop tôt".
std::string decided(i18n::Catalogue const& words, model::Body body, model::Verdict verdict,
                    std::string const& reason = {});
// "Le comité demande : qui répond aux usagers ?"
std::string asked(i18n::Catalogue const& words, model::Body body, std::string const& question);

// "12 cas classés · 5 décisions prises, 7 à prendre".
std::string decision_counts(i18n::Catalogue const& words, int ranked, int decided, int left);
// The number of decisions to launch taken with open questions.
std::string with_open_questions(i18n::Catalogue const& words, std::int64_t decisions);

// Decisions against the order: the number of such pairs and of all; or, for one case, how many
// better ranked cases it overtook, or how many worse ranked ones overtook it.
std::string gap(i18n::Catalogue const& words, analysis::Verdicts const& verdicts);
std::string lifted_over(i18n::Catalogue const& words, int cases);
std::string passed_by(i18n::Catalogue const& words, int cases);

} // namespace wording
