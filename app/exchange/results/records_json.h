#pragma once

#include "model/change.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

// Converts all records of a session to JSON and back, so that an export is complete. The form is
// that of entries in a session file; see app/docs/format.md.
namespace exchange {

// All records, or without single ballots and estimates. The record of redactions is left out, as it
// describes another file.
enum class PeoplesAnswers { left_out, one_by_one };
nlohmann::ordered_json records_json(model::Document const& doc, PeoplesAnswers answers);

// The records of an export as changes to an empty session. `invalid` "export.unread" for other JSON
// or another version; "import.too_deep", "import.too_large"; `corrupt` "file.form", "file.sequence"
// for inconsistent records.
base::Result<model::Changes> read_records(std::string_view text);

} // namespace exchange
