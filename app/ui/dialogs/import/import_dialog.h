#pragma once

#include "analysis/similarity/likeness.h"
#include "exchange/cases/import.h"
#include "ui/dialogs/import/kept_columns.h"
#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ui {

// The preview of an import: reading options, meaning of columns and selection of rows can be
// changed before anything is added.
struct ImportDialog {
    std::optional<exchange::Reading> reading; // none: closed
    std::string bytes;     // contents, to be read again with other options; empty for another
                           // session, which has no options
    model::Document there; // the session when the dialog opened
    exchange::MintCase mint;
    std::vector<exchange::ImportColumn> columns;
    exchange::ImportPlan plan;
    std::vector<int> likely;       // per case: the number of a similar case, 0: none
    std::set<model::CaseId> again; // cases of the plan whose title exists already
    std::set<std::size_t> flipped; // lines whose selection was changed
    // the first rows: line, start of the text
    std::vector<std::pair<std::size_t, std::string>> tops;
    std::optional<std::size_t> choosing; // the column whose meaning menu is open
    enum class Choice {
        nothing,
        header,
        encoding,
        separator,
        sheet,
        model
    } choice = Choice::nothing;
    base::Rect choosing_at;
    std::size_t at_line = 0; // last row used, 0: none
    enum class Rows { all, fresh, changed, left } rows = Rows::all;
    bool all_columns = false;      // show ignored columns, when there are many
    bool keep = true;              // remember the mapping for tables with the same column names
    std::vector<KeptColumns> kept; // newest first
    bool kept_changed = false;     // to be saved
    std::int64_t now_ms = 0;       // time of the opening
    std::size_t naming = 0;        // line whose title is being typed, 0: none
    std::string given_name;        // being typed
    enum class Wanted { nothing, guide, model } wanted = Wanted::nothing; // a requested document
    std::string model_ending;                                             // "ods"
    bool not_cases = false; // the rows are answers, not cases
    Scroll columns_scroll, rows_scroll;

    void show(std::string what, exchange::Reading read, model::Document const& doc,
              exchange::MintCase how, std::int64_t at_ms);
    void close(); // keeps the remembered mappings
    void read_again(exchange::HeaderRow header);
    void read_again(exchange::TableOptions const& options);
    void mean(std::size_t column, exchange::Field field);
    void take_results(exchange::Results results);
    void give_title(std::size_t line, std::string title);
    void guess_again();                              // ignores a remembered mapping
    [[nodiscard]] bool ticked(std::size_t at) const; // index in the plan
    // The differences of that case from the existing one; none for a new case.
    [[nodiscard]] exchange::Known const* changed(std::size_t at) const;
    [[nodiscard]] edit::AddCases chosen() const;
    [[nodiscard]] std::vector<edit::EditCase> updates() const;
    // The remembered mapping that applies, or null.
    [[nodiscard]] KeptColumns const* taken_from() const;

private:
    void plan_again();
    void take_kept();
    void keep_said();
    [[nodiscard]] std::string digest() const; // of the column names; empty without header

    analysis::Likeness words_;
};

// Returns wishes to add and change cases when confirmed.
Asked draw(Ui& ui, ImportDialog& dialog);

} // namespace ui
