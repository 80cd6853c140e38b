#pragma once

#include "analysis/ranking/verdicts.h"
#include "i18n/catalogue.h"
#include "model/document.h"

#include <string>

// What was decided, and how far that is from the order.
namespace wording {

// "Lancer", "Plus tard"…; that nothing is decided.
std::string verdict(i18n::Catalogue const& words, model::Verdict verdict);
// "Comité : Plus tard"; with the reason, if one was given: "Comité : Plus tard · trop tôt".
std::string decided(i18n::Catalogue const& words, model::Body body, model::Verdict verdict,
                    std::string const& reason = {});

// "12 cas classés · 5 décisions prises, 7 à prendre".
std::string progress(i18n::Catalogue const& words, int ranked, int decided, int left);
// How many decisions to launch were taken while questions are open.
std::string with_open_questions(i18n::Catalogue const& words, std::int64_t decisions);

// Against the order: how many pairs of decided cases of all, over how many better ranked cases one
// was taken, for how many worse ranked ones it was passed over.
std::string gap(i18n::Catalogue const& words, analysis::Verdicts const& verdicts);
std::string lifted_over(i18n::Catalogue const& words, int cases);
std::string passed_by(i18n::Catalogue const& words, int cases);

} // namespace wording
