#pragma once

#include "model/records.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

// The facilitator's notes for one step of a session: what to say, and a list to tick off. They
// belong to this machine and are in no file of the session.
struct Note {
    std::string text;
    enum class State { open, done } state = State::open;
    friend bool operator==(Note const&, Note const&) = default;
};
struct StepNotes {
    std::string say; // empty: the instruction of the step
    std::vector<Note> list;
    friend bool operator==(StepNotes const&, StepNotes const&) = default;
};
using SessionNotes = std::map<model::Step, StepNotes>;

constexpr std::size_t notes_most_bytes = 4000; // of each text field

// The list as text, one note a line; and back. A note whose text is unchanged stays ticked.
std::string lines_of(std::vector<Note> const& list);
std::vector<Note> notes_of(std::string_view lines, std::vector<Note> const& before);

} // namespace ui
