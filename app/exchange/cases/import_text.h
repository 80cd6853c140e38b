#pragma once

#include "exchange/cases/import.h"
#include "i18n/catalogue.h"

#include <iosfwd>
#include <string>

// Describes an import on the command line.
namespace exchange {

enum class Taken { done, dry_run }; // said of what was added, or of what would be
enum class Changes { offered, made };

void print_import(i18n::Catalogue const& words, model::Document const& doc, ImportPlan const& plan,
                  Taken taken, Changes changes, std::ostream& out);

// The same as a JSON document.
std::string import_json(i18n::Catalogue const& words, model::Document const& doc,
                        ImportPlan const& plan, Taken taken, Changes changes);

// The option to type when no title column was found: the columns, and the start of a --map. Two
// lines with a header; nothing for a table without columns.
std::string map_to_type(i18n::Catalogue const& words, std::vector<ImportColumn> const& columns);

} // namespace exchange
