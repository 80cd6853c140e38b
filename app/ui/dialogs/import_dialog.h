#pragma once

#include "analysis/similarity/likeness.h"
#include "exchange/cases/import.h"
#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ui {

// What a file or a pasted text would add, before anything is added: what each column means can be
// changed, and each row left.
struct ImportDialog {
    std::optional<exchange::Reading> reading; // nothing: closed
    std::string bytes;     // to be read again, with names on its first row or not
    model::Document there; // the session as it was when this opened
    exchange::MintCase mint;
    std::vector<exchange::ImportColumn> columns;
    exchange::ImportPlan plan;
    std::vector<int> likely;       // one a case: the number of the case it comes close to, 0: none
    std::set<model::CaseId> again; // of the plan's cases: the same title is there
    std::set<std::size_t> flipped; // lines whose tick is not what it was at first
    std::optional<std::size_t> choosing; // the column whose meaning is being chosen
    base::Rect choosing_at;
    std::size_t at_line = 0; // the row last touched, 0: none
    Scroll columns_scroll, rows_scroll;

    void show(std::string what, exchange::Reading read, model::Document const& doc,
              exchange::MintCase how);
    void read_again(exchange::HeaderRow header);
    void mean(std::size_t column, exchange::Field field);
    [[nodiscard]] bool ticked(std::size_t at) const; // the case at that place of the plan
    [[nodiscard]] edit::AddCases chosen() const;

private:
    void plan_again();
    analysis::Likeness words_;
};

// A wish to add the cases, once the person says so.
std::optional<Wish> draw(Ui& ui, ImportDialog& dialog);

} // namespace ui
