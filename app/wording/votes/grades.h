#pragma once

#include "analysis/counting/judgment.h"
#include "i18n/catalogue.h"
#include "model/records.h"

#include <string>
#include <vector>

// Names of the grades of a judgment.
namespace wording {

// Worst to best: the round's own, else the language's for six or seven grades, else numbers from 1.
std::vector<std::string> grade_names(i18n::Catalogue const& words, model::Round const& round);
std::string grade_name(i18n::Catalogue const& words, model::Round const& round, std::size_t grade);

// Distinct abbreviations to write on the colours: the language's for its own grades, else initials,
// else numbers.
std::vector<std::string> grade_codes(i18n::Catalogue const& words, model::Round const& round);

// "Assez bien +": the majority grade, and which side is larger.
std::string gauge(i18n::Catalogue const& words, model::Round const& round,
                  analysis::Gauge const& of);

} // namespace wording
