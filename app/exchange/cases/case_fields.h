#pragma once

#include "exchange/cases/columns.h"
#include "model/records.h"

#include <string>
#include <string_view>
#include <vector>

// Converts rows to cases, and fields to text. Private to this folder.
namespace exchange {

// The case in a row, by the meaning of its columns. When two columns have the same meaning, the
// first non-empty one; notes collect all of them, one per line.
model::Case case_of(Row const& row, std::vector<ImportColumn> const& columns);

// Truncates fields to edit::text_max; false when nothing was truncated.
bool cut_to_fit(model::Case& text);

// A field as text; enumerators by their names, empty when not set.
std::string said(model::Case const& text, Field field);
void set_said(model::Case& text, Field field, std::string const& value);

} // namespace exchange
