#pragma once

#include "i18n/catalogue.h"
#include "model/document.h"

#include <string>
#include <vector>

// Joins several things in one sentence.
namespace wording {

// "1, 4 et 8".
std::string listed(i18n::Catalogue const& words, std::vector<std::string> const& parts);

// The numbers of cases, or of axes, in the order given.
std::string case_numbers(i18n::Catalogue const& words, model::Document const& doc,
                         std::vector<model::CaseId> const& cases);
std::string axis_numbers(i18n::Catalogue const& words, model::Document const& doc,
                         std::vector<model::AxisId> const& axes);
// "l’axe 1", "les axes 1, 3 et 8"; empty for none.
std::string axes(i18n::Catalogue const& words, model::Document const& doc,
                 std::vector<model::AxisId> const& axes);

} // namespace wording
