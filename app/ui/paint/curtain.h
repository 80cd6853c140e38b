#pragma once

#include "base/geometry.h"
#include "ui/kit/ui.h"

#include <string>

// The curtain: a black screen between two voters on this machine, opened by the next one.
namespace ui {

enum class Lifted { no, begin, end }; // begin: the next voter has the keyboard

// `received`: number of ballots, and of voters.
Lifted draw_curtain(Ui& ui, std::string const& received);

// The time during which a voter may still correct the ballot just cast; then the curtain closes by
// itself.
class CurtainFalls {
public:
    // Extends the time once, when a ticket is shown to be written down.
    void give_more(Ui const& ui);
    enum class To { next_person, room };
    // Shows the remaining time in `line`, and what comes then. True when it is over; it then starts
    // anew.
    bool now(Ui& ui, base::Rect const& line, To to);
    void stop() { until_s_ = 0; }

private:
    double until_s_ = 0; // clock of Ui
};

} // namespace ui
