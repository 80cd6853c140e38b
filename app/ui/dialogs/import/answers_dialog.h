#pragma once

#include "exchange/answers/answers.h"
#include "ui/dialogs/import/import_dialog.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace ui {

// The preview for importing votes, estimates or placements: kind of table, columns and scales can
// be changed before anything is recorded.
struct AnswersDialog {
    std::optional<exchange::Reading> reading; // none: closed
    std::string bytes;
    model::Document there; // the session when the dialog opened
    exchange::AnswerMints mints;
    std::int64_t at_ms = 0;
    exchange::AnswersAsked asked;         // the user's choices so far
    std::optional<exchange::Holds> holds; // none: ambiguous, to be chosen
    std::optional<exchange::AnswersPlan> plan;
    base::Error fault; // why there is no plan
    std::vector<exchange::AnswerColumn> columns;
    std::map<std::size_t, std::string> said; // meaning of a column, by index: its key in --map
    enum class Choice { nothing, holds, method, axis, column } choice = Choice::nothing;
    std::size_t column = 0; // column whose meaning is being chosen
    base::Rect choosing_at;
    Scroll columns_scroll, told_scroll;

    // `found`: the kind recognised, or why it is not known.
    void show(std::string what, exchange::Reading read, model::Document const& doc,
              exchange::AnswerMints how, std::int64_t now_ms,
              base::Result<exchange::Holds> const& found);
    void close() { *this = {}; }
    void mean(std::size_t at, std::string const& key); // by a key of --map
    void plan_again();
};

// Returns wishes to record it when confirmed. If the user says that rows are cases, opens `cases`
// instead.
Asked draw(Ui& ui, AnswersDialog& dialog, ImportDialog& cases);

} // namespace ui
