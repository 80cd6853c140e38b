#pragma once

#include "edit/command.h"
#include "exchange/cases/columns.h"
#include "exchange/cases/lists.h"
#include "exchange/tables/table.h"
#include "i18n/catalogue.h"

#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Cases from a file or from what was pasted: what would be taken, said before anything is.
namespace exchange {

// A table as it was read, before its columns mean anything.
struct Reading {
    Table table;
    std::string source;   // name of the file, empty when pasted
    TableOptions options; // as it was read: to be read again with another header
    enum class Names { in_a_row, of_fields } names = Names::in_a_row; // what names its columns
    struct Sheet {
        std::string name;
        std::size_t rows = 0, hidden_rows = 0;
        bool hidden = false;
    };
    std::vector<Sheet> sheets;                 // of a workbook, none for text
    std::size_t sheet = 0;                     // the one that was read
    std::map<std::size_t, std::string> titles; // that the person gives to rows without one, by line
};

// Reads a table. What is pasted, or comes from a .txt, is a list of one title a line unless tabs or
// the names of its columns say otherwise. Of a workbook, the sheet that names columns best. Errors
// as read_table's, not_read's and read_xlsx's; `not_found` "import.sheet" with the sheets there
// are.
base::Result<Reading> read_import(std::string_view bytes, std::string source,
                                  TableOptions const& options = {});

// A field of a case that is there already, and what the file says of it now.
struct Difference {
    Field field = Field::none;
    std::string before, after;
};
struct Known {
    model::CaseId id; // in the session
    std::vector<Difference> changed;
};

struct ImportPlan {
    edit::AddCases command;         // every row with a title, as new cases
    std::vector<std::size_t> lines; // of the file, one for each case of the command
    std::vector<model::CaseId>
        duplicates; // of the command's cases: same title as an earlier or existing one
    // Those of the command's cases that are in the session already: by where they come from, else
    // by their title. Fields that the file leaves empty are no difference, nor are spaces.
    std::map<model::CaseId, Known> known;
    std::vector<ImportColumn> columns;
    std::vector<base::Error> left_out; // rows not taken, each with its line
    std::vector<base::Error> cut; // rows of which a cell was longer than a field may be, by line
    std::string encoding;
    Doubt doubt = Doubt::none;
    std::vector<std::size_t> doubtful; // lines of the file, when some are in doubt
    char separator = ',';
    std::size_t header_line = 0;
    std::string source; // name of the file, empty when pasted
    std::vector<Reading::Sheet> sheets;
    std::size_t sheet = 0;

    // Those that are to be kept, by their places. One that was merged into another stays so: into
    // the one of the session where that is there already; on its own where it is not taken.
    [[nodiscard]] edit::AddCases those(std::function<bool(std::size_t)> const& kept) const;
    // All but the duplicates.
    [[nodiscard]] edit::AddCases without_duplicates() const;
    // All but those that are in the session already.
    [[nodiscard]] edit::AddCases unknown() const;
};

// "152, 160": lines to look at again, the first of them when they are many.
std::string lines_said(i18n::Catalogue const& words, std::vector<std::size_t> const& lines);

// The case of the session with what the file says of it now.
edit::EditCase updated(model::Document const& doc, Known const& known);

// The cases of another session, one a row, with what was said of them: those columns are left
// unless asked for (take_results). The line of a row is the number of its card.
base::Result<Reading> read_session(i18n::Catalogue const& words, model::Document const& session,
                                   std::string source);

using MintCase = std::function<model::CaseId()>;

Separator format_from_name(std::string_view name); // "auto", "csv", "tsv"
// "auto", "comma", "semicolon", "tab", "pipe", "none", "sentence", or the sign itself.
std::optional<Separator> separator_from_name(std::string_view name);

// The cases of a table whose columns mean that. A row without a title is left out, named by its
// line.
ImportPlan plan_import(Reading const& reading, std::vector<ImportColumn> columns,
                       model::Document const& doc, MintCase const& mint);

// Reads a table or a plain list of titles, one a line. Errors as read_import's; `invalid`
// "import.title_column" when none of its columns can be a title.
base::Result<ImportPlan> plan_import(std::string_view bytes, model::Document const& doc,
                                     std::string source, MintCase const& mint,
                                     TableOptions const& options = {});

} // namespace exchange
