#pragma once

#include "exchange/tables/table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// The meaning of table columns for an import of cases.
namespace exchange {

// The field of a case that a column contains.
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
    notes,
    identifier // of the case in the tool that exported the table
};
constexpr std::size_t field_count = 13;

// Why a column got its meaning.
enum class Why {
    unknown,     // not recognised: ignored
    named,       // its name
    phrases,     // short texts, all or nearly all different
    longest,     // the longest texts: description
    addresses,   // web addresses
    first_words, // without a header: the first column of words, then the next
    unfit,       // its name fits, but it contains dates, numbers, addresses or one value: ignored
    people,      // names, mail addresses or phone numbers of people: ignored by default
    chosen,      // chosen by the user
    given_back   // a result in this program's export: ignored by default
};

struct ImportColumn {
    std::string name;          // empty without a header
    Field field = Field::none; // none: ignored
    Why why = Why::unknown;
    // For notes from several columns: whether the column's name is written before its value.
    enum class Said { alone, with_name } said = Said::alone;
    // Of the first rows: number of non-empty and of distinct values, average length in characters.
    std::size_t values = 0, different = 0, length = 0;
};

// The field that a French or English column name means; `none` when not recognised.
Field field_of(std::string_view column_name);

// The number of cells that are known column names, imported or not.
std::size_t known_names(std::vector<std::string> const& cells);

// Whether a column contains the row numbers 1, 2, 3….
bool counts_rows(Table const& table, std::size_t column);

// Determines the meaning of each column, by name, then by contents.
std::vector<ImportColumn> columns_of(Table const& table);
bool has_title(std::vector<ImportColumn> const& columns);

// Sets the meaning chosen by the user; other columns lose that meaning, except notes.
void mean(std::vector<ImportColumn>& columns, std::size_t at, Field field);
// Whether columns with results (placements, votes, decisions) are added to the notes or ignored.
enum class Results { left, noted };
void take_results(std::vector<ImportColumn>& columns, Results results);
// Whether there is such a column.
bool has_results(std::vector<ImportColumn> const& columns);

// Applies the user's mapping: "titre=Nom_du_projet,description=4". A column is given by name
// (ignoring case and accents) or number from 1; "-" ignores the field. Errors: `invalid`
// "import.map" with the unreadable part, "import.map.field", "import.map.column" with the name.
base::Result<void> map_columns(std::vector<ImportColumn>& columns, std::string_view said);

// The name of a field in --map, in French or English.
std::string_view map_name(Field field, bool english);

} // namespace exchange
