#pragma once

#include "exchange/cases/columns.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace ui {

// What a person said of the columns of a table, kept for tables of the same names: of the names
// only a digest, and of what is in them nothing.
struct KeptColumns {
    std::string names;                           // their digest
    std::int64_t at_ms = 0;                      // Unix time at which it was said last
    std::map<std::size_t, exchange::Field> said; // by the place of a column, from 0
    friend bool operator==(KeptColumns const&, KeptColumns const&) = default;
};
constexpr std::size_t kept_columns_max = 50; // of these, the newest first

} // namespace ui
