#pragma once

#include "base/geometry.h"
#include "ui/kit/ui.h"

#include <string>

// Between two people who fill in ballots on this machine: a black screen, that nothing of the last
// ballot is on and that the next person lifts.
namespace ui {

enum class Lifted { no, begin, end }; // begin: the next person has the keyboard

// `received`: how many ballots there are, of how many.
Lifted draw_curtain(Ui& ui, std::string const& received);

// How long what follows a ballot may be put right from where it stands: then the curtain falls by
// itself, whoever is at the keyboard.
class CurtainFalls {
public:
    // A ticket that is shown is being written down: there is more time, once.
    void give_more(Ui const& ui);
    // Says in `line` how long there is. True once the time is over; it then begins anew.
    bool now(Ui& ui, base::Rect const& line);
    void stop() { until_s_ = 0; }

private:
    double until_s_ = 0; // on the ui's clock
};

} // namespace ui
