#pragma once

#include "analysis/similarity/likeness.h"
#include "exchange/cases/import.h"
#include "ui/dialogs/kept_columns.h"
#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ui {

// What a file or a pasted text would add, before anything is added: how it is read and what each
// column means can be changed, and each row left.
struct ImportDialog {
    std::optional<exchange::Reading> reading; // nothing: closed
    std::string bytes;     // to be read again, with names on another row for instance; of another
                           // session empty: that is read in one way
    model::Document there; // the session as it was when this opened
    exchange::MintCase mint;
    std::vector<exchange::ImportColumn> columns;
    exchange::ImportPlan plan;
    std::vector<int> likely;       // one a case: the number of the case it comes close to, 0: none
    std::set<model::CaseId> again; // of the plan's cases: the same title is there
    std::set<std::size_t> flipped; // lines whose tick is not what it was at first
    std::vector<std::pair<std::size_t, std::string>> tops; // the first rows: line, start
    std::optional<std::size_t> choosing; // the column whose meaning is being chosen
    enum class Choice {
        nothing,
        header,
        encoding,
        separator,
        sheet,
        model
    } choice = Choice::nothing;
    base::Rect choosing_at;
    std::size_t at_line = 0; // the row last touched, 0: none
    enum class Rows { all, fresh, changed, left } rows = Rows::all;
    bool all_columns = false;      // those that are left too, when they are many
    bool keep = true;              // what columns mean, for other tables of the same names
    std::vector<KeptColumns> kept; // newest first
    bool kept_changed = false;     // since whoever keeps it looked
    std::int64_t now_ms = 0;       // when this was opened
    std::size_t naming = 0;        // the line that is being given a title, 0: none
    std::string given_name;        // being typed
    enum class Wanted { nothing, guide, model } wanted = Wanted::nothing; // of the documents
    std::string model_ending;                                             // "ods"
    bool not_cases = false; // the person says that the rows are answers, not cases
    Scroll columns_scroll, rows_scroll;

    void show(std::string what, exchange::Reading read, model::Document const& doc,
              exchange::MintCase how, std::int64_t at_ms);
    void close(); // what was kept stays
    void read_again(exchange::HeaderRow header);
    void read_again(exchange::TableOptions const& options);
    void mean(std::size_t column, exchange::Field field);
    void take_results(exchange::Results results);
    void give_title(std::size_t line, std::string title);
    void guess_again(); // as if nothing had been kept of a table of these names
    [[nodiscard]] bool ticked(std::size_t at) const; // the case at that place of the plan
    // Of the case at that place: what the session's says otherwise; none for one that is new.
    [[nodiscard]] exchange::Known const* changed(std::size_t at) const;
    [[nodiscard]] edit::AddCases chosen() const;
    [[nodiscard]] std::vector<edit::EditCase> updates() const;
    // What a person said of an earlier table of these names, where it still holds.
    [[nodiscard]] KeptColumns const* taken_from() const;

private:
    void plan_again();
    void take_kept();
    void keep_said();
    [[nodiscard]] std::string digest() const; // of the names of the columns; empty without names

    analysis::Likeness words_;
};

// Wishes to add and to change cases, once the person says so.
Asked draw(Ui& ui, ImportDialog& dialog);

} // namespace ui
