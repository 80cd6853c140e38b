#pragma once

#include "base/result.h"
#include "exchange/tables/table.h"

#include <string_view>

namespace exchange {

// The objects of a JSON document as rows: of a list of objects, or of the longest such list among
// its members ("cards", "value", "issues", "cases"…). Columns are members, "user/login" for nested
// ones; lists of texts are joined. For a Trello board, the list of each card is the column "list",
// and archived cards are left out ("import.archived"); for this program's output, columns are
// fields of cases. `header_line` is 1, and each row's line its index in the list. Errors: `invalid`
// "import.json" for incomplete or invalid JSON, "import.kind.json" for other documents,
// "import.too_large" above 64 MiB or 200,000 objects, and those of check_json_shape.
base::Result<Table> read_json_table(std::string_view bytes);

} // namespace exchange
