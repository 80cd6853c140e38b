#pragma once

#include "exchange/cases/columns.h"
#include "model/records.h"

#include <string>
#include <string_view>
#include <vector>

// What a case says, field by field. Private to this folder.
namespace exchange {

// What a row says of a case, by what its columns mean. Where two columns mean the same, the first
// that says something; notes hold them all, one under the other.
model::Case case_of(Row const& row, std::vector<ImportColumn> const& columns);

// Cuts what is longer than a field may be (edit::text_max); false when nothing was.
bool cut_to_fit(model::Case& text);

// A field as text; answers and levels by their names, empty where nothing is said.
std::string said(model::Case const& text, Field field);
void set_said(model::Case& text, Field field, std::string const& value);

} // namespace exchange
