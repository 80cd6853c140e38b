#pragma once

#include "analysis/voting/tally.h"
#include "exchange/results/json.h"
#include "i18n/catalogue.h"

#include <iosfwd>

namespace shell {

// Prints a result as text on a terminal.
void print_tally(i18n::Catalogue const& words, model::Document const& doc,
                 analysis::Tally const& tally, exchange::TallyExtras const& extras,
                 std::ostream& out);

} // namespace shell
