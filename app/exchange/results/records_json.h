#pragma once

#include "model/change.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

// Every record of a session as JSON, and back: what an export holds so that nothing is lost. The
// form is that of a session file's entries; app/docs/format.md describes it.
namespace exchange {

// All of them, or without the ballots and estimates of single people. What says how the file itself
// was redacted is left out: another file was not.
enum class PeoplesAnswers { left_out, one_by_one };
nlohmann::ordered_json records_json(model::Document const& doc, PeoplesAnswers answers);

// What an export says, as changes to an empty session. `invalid` "export.unread" of what is no
// export of a session, or of another version; "import.too_deep", "import.too_large"; `corrupt`
// "file.form", "file.sequence" when its records cannot be.
base::Result<model::Changes> read_records(std::string_view json);

} // namespace exchange
