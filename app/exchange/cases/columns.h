#pragma once

#include "exchange/tables/table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What the columns of a table say of cases.
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
    notes,
    identifier // of the case in the tool that the table comes from
};
constexpr std::size_t field_count = 13;

// Why a column is taken for what it is.
enum class Why {
    unknown,     // nothing speaks for it: left
    named,       // its name
    phrases,     // short texts, all or nearly all different
    longest,     // the longest texts
    addresses,   // of web pages
    first_words, // in a list without names, the first column of words, then the one after it
    unfit,       // named so, but it holds dates, figures, addresses or one repeated value: left
    people,      // names, mail addresses or phone numbers of people: left unless asked for
    chosen,      // the person said so
    given_back   // what this program says of cases in its exports: left unless asked for
};

struct ImportColumn {
    std::string name;          // empty without a header
    Field field = Field::none; // none: left
    Why why = Why::unknown;
    // Of notes, where several columns fill them: the name is said with what it holds.
    enum class Said { alone, with_name } said = Said::alone;
    // Of the first rows: those that say something, how many different things, and how long these
    // are on average, in characters.
    std::size_t values = 0, different = 0, length = 0;
};

// The field that a column's name means, in French or English, as people and their tools write it;
// `none` when nothing is recognised.
Field field_of(std::string_view column_name);

// How many of these cells are names of columns that mean something here, fields or not.
std::size_t known_names(std::vector<std::string> const& cells);

// 1, 2, 3… in every row: the rows' own numbers, which say nothing of what is in them.
bool counts_rows(Table const& table, std::size_t column);

// What each column of a table means: by its name, then by what is in it.
std::vector<ImportColumn> columns_of(Table const& table);
bool has_title(std::vector<ImportColumn> const& columns);

// The person says what a column means; no other means the same then, but for notes.
void mean(std::vector<ImportColumn>& columns, std::size_t at, Field field);
// What was said of the cases elsewhere (places, votes, decisions) goes into their notes, or is
// left.
enum class Results { left, noted };
void take_results(std::vector<ImportColumn>& columns, Results results);
// Whether any column says such things.
bool has_results(std::vector<ImportColumn> const& columns);

// What the person says: "titre=Nom_du_projet,description=4". A column goes by its name (accents and
// capitals ignored) or its place from 1; "-" leaves the field out. Errors: `invalid` "import.map"
// with what cannot be read, "import.map.field", "import.map.column" with the name.
base::Result<void> map_columns(std::vector<ImportColumn>& columns, std::string_view said);

// The name of a field as --map has it, in French or English.
std::string_view map_name(Field field, bool english);

} // namespace exchange
