#pragma once

#include "base/result.h"
#include "exchange/tables/table.h"

#include <string_view>

namespace exchange {

// The objects of a JSON document as rows: of a list of objects, else of the longest list of objects
// among its members ("cards", "value", "issues", "cases"…). A column is a member, "user/login" one
// of a member that is an object; lists of texts are joined. Of a Trello board, the list of each
// card is its column "list", and archived cards are left out ("import.archived"); of what this
// program wrote, columns are what cases say. `header_line` is 1, and each row's line is its place
// in the list. Errors: `invalid` "import.json" when it does not end or is no JSON,
// "import.kind.json" for anything else, "import.too_large" over 64 MiB or 200,000 objects, and
// those of check_json_shape.
base::Result<Table> read_json_table(std::string_view bytes);

} // namespace exchange
