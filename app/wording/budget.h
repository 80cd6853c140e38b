#pragma once

#include "analysis/ranking/affordable.h"
#include "i18n/catalogue.h"

#include <string>

// What fits in a budget.
namespace wording {

// An amount in euros, or points where costs are sizes; in hundredths.
std::string money(i18n::Catalogue const& words, analysis::Cost::Kind kind, std::int64_t hundredths);
std::string budget_rule(i18n::Catalogue const& words, model::Rule rule); // of a budget
// "Dépensé : 30 000 € · reste : 10 000 € · 4 cas retenus"; without a budget, what all would cost.
std::string spent(i18n::Catalogue const& words, analysis::Affordable const& fits);
// What a little more money would change, or what is missing to say so; and that other choices are
// worth as much.
std::string more(i18n::Catalogue const& words, model::Document const& doc,
                 analysis::Affordable const& fits);
// "retenu", or why it is not; empty of a case that could be in while no budget is said.
std::string place(i18n::Catalogue const& words, model::Document const& doc,
                  analysis::Affordable const& fits, analysis::Offered const& one);

} // namespace wording
