#pragma once

#include "ui/ui.h"

#include <string>

// Between two people who fill in ballots on this machine: a black screen, that nothing of the last
// ballot is on and that the next person lifts.
namespace ui {

enum class Lifted { no, begin, end }; // begin: the next person has the keyboard

// `received`: how many ballots there are, of how many.
Lifted draw_curtain(Ui& ui, std::string const& received);

} // namespace ui
