#pragma once

#include "analysis/counting/judgment.h"
#include "i18n/catalogue.h"
#include "model/records.h"

#include <string>
#include <vector>

// The grades of a judgment in words.
namespace wording {

// From worst to best: those that were written for the round, else the language's own for six or
// seven, else numbers from 1.
std::vector<std::string> grade_names(i18n::Catalogue const& words, model::Round const& round);
std::string grade_name(i18n::Catalogue const& words, model::Round const& round, std::size_t grade);

// A few letters for each, no two the same, to be written on its colour: those of the language's own
// grades, else initials, else numbers.
std::vector<std::string> grade_codes(i18n::Catalogue const& words, model::Round const& round);

// "Assez bien +": the grade of the middle of the room, and which side of it weighs more.
std::string gauge(i18n::Catalogue const& words, model::Round const& round,
                  analysis::Gauge const& of);

} // namespace wording
