#pragma once

#include "analysis/ranking/affordable.h"
#include "i18n/catalogue.h"

#include <string>

// Texts about the budget.
namespace wording {

// An amount in euros, or in points for sizes; in hundredths.
std::string money(i18n::Catalogue const& words, analysis::Cost::Kind kind, std::int64_t hundredths);
std::string budget_rule(i18n::Catalogue const& words, model::Rule rule); // of a budget
// "Dépensé : 30 000 € · reste : 10 000 € · 4 cas retenus"; without a budget, the total cost.
std::string spent(i18n::Catalogue const& words, analysis::Affordable const& fits);
// What a larger budget would change, or which data is missing; and whether other selections are
// equally good.
std::string more(i18n::Catalogue const& words, model::Document const& doc,
                 analysis::Affordable const& fits);
// "retenu", or why it is not selected; empty for an eligible case when there is no budget.
std::string place(i18n::Catalogue const& words, model::Document const& doc,
                  analysis::Affordable const& fits, analysis::Offered const& one);

} // namespace wording
