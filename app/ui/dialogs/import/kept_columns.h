#pragma once

#include "exchange/cases/columns.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace ui {

// A remembered mapping of columns for tables with the same column names; only a digest of the names
// is stored, and no contents.
struct KeptColumns {
    std::string names;                           // digest of the names
    std::int64_t at_ms = 0;                      // Unix time of the last use
    std::map<std::size_t, exchange::Field> said; // by column index
    friend bool operator==(KeptColumns const&, KeptColumns const&) = default;
};
constexpr std::size_t kept_columns_max = 50; // number kept, newest first

} // namespace ui
