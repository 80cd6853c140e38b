#pragma once

#include "analysis/similarity/duplicates.h"
#include "i18n/catalogue.h"
#include "model/document.h"

#include <string>

// Texts about the similarity of cases.
namespace wording {

// Thousandths rounded to percent: 91, and "91 %".
constexpr int percent_of(int thousandths) { return (thousandths + 5) / 10; }
std::string likeness(i18n::Catalogue const& words, int thousandths);
// "très proches", "proches", "à vérifier".
std::string closeness(i18n::Catalogue const& words, int thousandths);
// "91 % Tri du courrier / Courrier entrant".
std::string pair(i18n::Catalogue const& words, model::Document const& doc,
                 analysis::AlikePair const& pair);

// The number of pairs; "5 000 et plus" when the list was truncated.
enum class Kept { all, the_first };
std::string pairs(i18n::Catalogue const& words, std::size_t count, Kept kept);

} // namespace wording
