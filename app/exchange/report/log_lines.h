#pragma once

#include "exchange/report/report.h"

#include <cstdint>
#include <string>
#include <vector>

namespace exchange {

// One event in a report.
struct LogLine {
    std::int64_t at_ms = 0; // Unix time
    std::string said;       // the event, then its details, one per line
};

// The landmarks in order; with proposers when names are included. Events of excluded cases are left
// out.
std::vector<LogLine> log_lines(i18n::Catalogue const& words, model::Document const& doc,
                               story::Story const& story, ReportParts const& parts);

} // namespace exchange
