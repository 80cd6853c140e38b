#pragma once

#include "board/lookup.h"
#include "ui/kit/recent.h"
#include "ui/kit/settings.h"
#include "ui/kit/widgets.h"
#include "ui/kit/workshop.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

// Ctrl+K: cards and commands by a few letters.
namespace ui {

// What the finder may offer from, as the screen beneath it is.
struct FinderGround {
    Workshop const* workshop = nullptr; // none: the start screen
    model::Step step = model::Step::gather;
    Settings const* settings = nullptr;
    Mode mode = Mode::desk;
    Motion motion = Motion::full;
    std::size_t chosen_cards = 0; // on the board, or the row of a table
    std::vector<Recent> const* recent = nullptr;
    std::int64_t now_ms = 0; // Unix time
};

// A command, a frame, an axis or a session that can be gone to.
struct Offer {
    std::string id;     // stable: "step.vote"; its row is "finder.step.vote"
    std::string text;   // as read
    std::string beside; // where it acts, when that is elsewhere
    unsigned icon = 0;
    std::string key; // as printed on a keyboard
    Enabled enabled = Enabled::yes;
    std::string also; // other words for it, in both languages
    Wish wish;
};

// All that can be asked for at this moment, what is asked for most first.
std::vector<Offer> offers_of(Ui const& ui, FinderGround const& ground);

struct Finder {
    enum class State { closed, opening, open } state = State::closed;
    std::string text;

    struct Row {
        std::string id;                   // without "finder."
        std::optional<std::size_t> offer; // else a case
        model::CaseId found, shown;       // and the one that stands for it
        int worth = 0;
        std::vector<board::Found> marks; // what was found in its text
    };
    std::vector<Row> rows; // answering `asked`
    std::size_t count = 0; // of all that answered, shown or not
    std::size_t at = 0;    // the row that Enter takes
    std::optional<std::string> asked;
    Scroll scroll;

    std::vector<Offer> offers;
    board::Lookup lookup;
    std::deque<std::string> lately;      // ids of rows taken, newest first
    std::shared_ptr<void const> opening; // of the session that the cards among them are of

    void open();
    [[nodiscard]] bool shown() const { return state != State::closed; }
};

// What the person chose, once they have.
std::optional<Wish> draw(Ui& ui, Finder& finder, FinderGround const& ground);

} // namespace ui
