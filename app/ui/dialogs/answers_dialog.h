#pragma once

#include "exchange/answers/answers.h"
#include "ui/dialogs/import_dialog.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace ui {

// What a table of votes, estimates or positions taken elsewhere would record, before anything is:
// what its rows are, its columns and its scales can be said otherwise.
struct AnswersDialog {
    std::optional<exchange::Reading> reading; // nothing: closed
    std::string bytes;
    model::Document there; // the session as it was when this opened
    exchange::AnswerMints mints;
    std::int64_t at_ms = 0;
    exchange::AnswersAsked asked;         // as the person says it so far
    std::optional<exchange::Holds> holds; // nothing: it may be two things, and has to be said
    std::optional<exchange::AnswersPlan> plan;
    base::Error fault; // why there is no plan
    std::vector<exchange::AnswerColumn> columns;
    std::map<std::size_t, std::string> said; // of a column by its place: the key of --map
    enum class Choice { nothing, holds, method, axis, column } choice = Choice::nothing;
    std::size_t column = 0; // whose meaning is being chosen
    base::Rect choosing_at;
    Scroll columns_scroll, told_scroll;

    // `found`: what the table looks like, or why that is not known.
    void show(std::string what, exchange::Reading read, model::Document const& doc,
              exchange::AnswerMints how, std::int64_t now_ms,
              base::Result<exchange::Holds> const& found);
    void close() { *this = {}; }
    void mean(std::size_t at, std::string const& key); // a key of --map
    void plan_again();
};

// Wishes to record it, once the person says so. When they say that the rows are cases, `cases`
// opens on them instead.
Asked draw(Ui& ui, AnswersDialog& dialog, ImportDialog& cases);

} // namespace ui
