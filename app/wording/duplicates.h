#pragma once

#include "analysis/similarity/duplicates.h"
#include "i18n/catalogue.h"
#include "model/document.h"

#include <string>

// How alike cases are.
namespace wording {

// Of thousandths, rounded to whole percents: 91, and "91 %".
constexpr int percent_of(int thousandths) { return (thousandths + 5) / 10; }
std::string likeness(i18n::Catalogue const& words, int thousandths);
// "très proches", "proches", "à vérifier".
std::string closeness(i18n::Catalogue const& words, int thousandths);
// "91 % Tri du courrier / Courrier entrant".
std::string pair(i18n::Catalogue const& words, model::Document const& doc,
                 analysis::AlikePair const& pair);

// How many pairs there are: "5 000 et plus" where no more were kept.
enum class Kept { all, the_first };
std::string pairs(i18n::Catalogue const& words, std::size_t count, Kept kept);

} // namespace wording
