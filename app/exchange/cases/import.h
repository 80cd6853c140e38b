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

// Imports cases from a file or pasted text, in two steps: a plan that can be shown, then the
// command.
namespace exchange {

// A table that was read, without meaning of its columns.
struct Reading {
    Table table;
    std::string source;   // name of the file, empty when pasted
    TableOptions options; // the options used, to read it again with another header
    // where column names come from
    enum class Names { in_a_row, of_fields } names = Names::in_a_row;
    struct Sheet {
        std::string name;
        std::size_t rows = 0, hidden_rows = 0;
        bool hidden = false;
    };
    std::vector<Sheet> sheets; // of a workbook; empty for text
    std::size_t sheet = 0;     // index of the sheet that was read
    // titles given by the user to rows without one, by line
    std::map<std::size_t, std::string> titles;
};

// Reads a table. Pasted text and .txt files are lists with one title per line, unless there are
// tabs or column names. Of a workbook, the sheet with the most known column names. Errors as
// read_table, not_read and read_xlsx; `not_found` "import.sheet" with the list of sheets.
base::Result<Reading> read_import(std::string_view bytes, std::string source,
                                  TableOptions const& options = {});

// A field of an existing case with a different value in the file.
struct Difference {
    Field field = Field::none;
    std::string before, after;
};
struct Known {
    model::CaseId id; // in the session
    std::vector<Difference> changed;
};

struct ImportPlan {
    edit::AddCases command;         // all rows with a title, as new cases
    std::vector<std::size_t> lines; // line in the file of each case of the command
    std::vector<model::CaseId>
        // of the command's cases: indices of those with the title of an earlier or existing one
        duplicates;
    // Cases of the command that exist in the session: same source, else same title. Empty fields of
    // the file and different spaces are not differences.
    std::map<model::CaseId, Known> known;
    std::vector<ImportColumn> columns;
    std::vector<base::Error> left_out; // rows not imported, with their line
    std::vector<base::Error> cut;      // rows with truncated cells, by line
    std::string encoding;
    Doubt doubt = Doubt::none;
    std::vector<std::size_t> doubtful; // lines with doubtful encoding
    char separator = ',';
    std::size_t header_line = 0;
    std::string source; // name of the file, empty when pasted
    std::vector<Reading::Sheet> sheets;
    std::size_t sheet = 0;

    // The command for the cases for which `kept` is true, by index. A merged case stays merged:
    // into the existing case of the session if there is one; it is a case of its own when its
    // target is not imported.
    [[nodiscard]] edit::AddCases those(std::function<bool(std::size_t)> const& kept) const;
    // All except the duplicates.
    [[nodiscard]] edit::AddCases without_duplicates() const;
    // All except those that exist in the session.
    [[nodiscard]] edit::AddCases unknown() const;
};

// "152, 160": lines to check, only the first ones when there are many.
std::string lines_said(i18n::Catalogue const& words, std::vector<std::size_t> const& lines);

// The existing case with the values of the file.
edit::EditCase updated(model::Document const& doc, Known const& known);

// Reads another session as a table with one case per row. Columns of results are ignored unless
// requested (take_results). The line of a row is its card's number.
base::Result<Reading> read_session(i18n::Catalogue const& words, model::Document const& session,
                                   std::string source);

using MintCase = std::function<model::CaseId()>;

Separator format_from_name(std::string_view name); // "auto", "csv", "tsv"
// "auto", "comma", "semicolon", "tab", "pipe", "none", "sentence", or the character itself.
std::optional<Separator> separator_from_name(std::string_view name);

// The plan for a table with these columns. Rows without a title are left out, with their line.
ImportPlan plan_import(Reading const& reading, std::vector<ImportColumn> columns,
                       model::Document const& doc, MintCase const& mint);

// Reads a table, or a list with one title per line, and plans it. Errors as read_import; `invalid`
// "import.title_column" when no column can be the title.
base::Result<ImportPlan> plan_import(std::string_view bytes, model::Document const& doc,
                                     std::string source, MintCase const& mint,
                                     TableOptions const& options = {});

} // namespace exchange
