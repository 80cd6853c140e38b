#pragma once

#include "exchange/report/report.h"

#include <cstdint>
#include <string>
#include <vector>

namespace exchange {

// One event of a session as a report tells it.
struct LogLine {
    std::int64_t at_ms = 0; // Unix time
    std::string said;       // what happened, then its details, a line each
};

// What people look for again, in the order that it happened; who proposed what, where names are
// told. Nothing of a case that is left out.
std::vector<LogLine> log_lines(i18n::Catalogue const& words, model::Document const& doc,
                               story::Story const& story, ReportParts const& parts);

} // namespace exchange
