#pragma once

#include "board/lookup.h"
#include "ui/kit/own_template.h"
#include "ui/kit/recent.h"
#include "ui/kit/settings.h"
#include "ui/kit/widgets.h"
#include "ui/kit/workshop.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

// The finder (Ctrl+K): searches cards and commands.
namespace ui {

// The context of the finder: the screen below it.
struct FinderGround {
    Workshop const* workshop = nullptr; // null: the start screen
    model::Step step = model::Step::gather;
    Settings const* settings = nullptr;
    Mode mode = Mode::desk;
    Motion motion = Motion::full;
    std::size_t chosen_cards = 0; // on the board, or the row of a table
    std::vector<Recent> const* recent = nullptr;
    std::vector<OwnTemplate> const* templates = nullptr;
    std::int64_t now_ms = 0; // Unix time
};

// A command, frame, axis or session.
struct Offer {
    std::string id;     // permanent: "step.vote"; its row is "finder.step.vote"
    std::string text;   // its label
    std::string beside; // the step where it acts, if another
    unsigned icon = 0;
    std::string key; // its shortcut
    Enabled enabled = Enabled::yes;
    std::string also; // synonyms in both languages
    Wish wish;
};

// All available commands, most frequent first.
std::vector<Offer> offers_of(Ui const& ui, FinderGround const& ground);

struct Finder {
    enum class State { closed, opening, open } state = State::closed;
    std::string text;

    struct Row {
        std::string id;                   // without "finder."
        std::optional<std::size_t> offer; // none: a case
        model::CaseId found, shown;       // the case found, and the one that represents it
        int worth = 0;
        std::vector<board::Found> marks; // matches in its text
    };
    std::vector<Row> rows; // results for `asked`
    std::size_t count = 0; // number of all results
    std::size_t at = 0;    // selected row
    std::optional<std::string> asked;
    Scroll scroll;

    std::vector<Offer> offers;
    board::Lookup lookup;
    std::deque<std::string> lately;      // ids of recently chosen rows, newest first
    std::shared_ptr<void const> opening; // the session to which recent cards belong

    void open();
    [[nodiscard]] bool shown() const { return state != State::closed; }
};

// Returns the chosen wish.
std::optional<Wish> draw(Ui& ui, Finder& finder, FinderGround const& ground);

} // namespace ui
