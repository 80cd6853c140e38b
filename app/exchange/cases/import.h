#pragma once

#include "edit/command.h"
#include "exchange/tables/table.h"
#include "i18n/catalogue.h"

#include <functional>
#include <iosfwd>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Cases from a file or from what was pasted: what would be taken, said before anything is.
namespace exchange {

// What a column of a table says of a case.
enum class Field {
    none,
    title,
    short_title,
    need,
    description,
    domain,
    proposer,
    personal_data,
    ai_act,
    source,
    cost,
    notes
};
constexpr std::size_t field_count = 12;

// The field that a column's name means, in French or English; `none` when nothing is recognised.
Field field_of(std::string_view column_name);

// A line of a list without its bullet, its box or its number: "- ", "• ", "☐ ", "1. ", "(2) ".
std::string_view without_bullet(std::string_view line);

// A table as it was read, before its columns mean anything.
struct Reading {
    Table table;
    std::string source;                         // name of the file, empty when pasted
    Separator separator = Separator::automatic; // as it was read
};

// Reads a table. What is pasted, or comes from a .txt, is a list of one title a line unless tabs or
// the names of its columns say otherwise. Errors as read_table's.
base::Result<Reading> read_import(std::string_view bytes, std::string source,
                                  Separator separator = Separator::automatic,
                                  HeaderRow header = HeaderRow::automatic);

struct ImportColumn {
    std::string name;          // empty without a header
    Field field = Field::none; // none: left
};

// What each column of a table means: by its name or, without names, by what is in it (the first
// column of words is the title, the one after it the description).
std::vector<ImportColumn> columns_of(Table const& table);
bool has_title(std::vector<ImportColumn> const& columns);

struct ImportPlan {
    edit::AddCases command;         // one undoable entry
    std::vector<std::size_t> lines; // of the file, one for each case of the command
    std::vector<model::CaseId>
        duplicates; // of the command's cases: same title as an earlier or existing one
    std::vector<ImportColumn> columns;
    std::vector<base::Error> left_out; // rows not taken, each with its line
    std::string encoding;
    char separator = ',';
    std::string source; // name of the file, empty when pasted

    // The same without the duplicates.
    [[nodiscard]] edit::AddCases without_duplicates() const;
};

using MintCase = std::function<model::CaseId()>;

Separator format_from_name(std::string_view name); // "auto", "csv", "tsv"

// The cases of a table whose columns mean that. A row without a title is left out, named by its
// line.
ImportPlan plan_import(Reading const& reading, std::vector<ImportColumn> columns,
                       model::Document const& doc, MintCase const& mint);

// Reads a table or a plain list of titles, one a line. Errors as read_table's; `invalid`
// "import.title_column" when none of its columns can be a title.
base::Result<ImportPlan> plan_import(std::string_view bytes, model::Document const& doc,
                                     std::string source, MintCase const& mint,
                                     Separator separator = Separator::automatic);

// Says what was taken and what was left, for the command line.
void print_import(i18n::Catalogue const& words, ImportPlan const& plan, std::ostream& out);

} // namespace exchange
