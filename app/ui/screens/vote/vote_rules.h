#pragma once

#include "model/document.h"
#include "ui/kit/ui.h"

#include <array>
#include <string>

namespace ui {

// The methods that a room may vote by, in the order in which they are offered.
inline constexpr std::array voting_methods{model::Method::choose_spread,     model::Method::dots,
                                           model::Method::approval,          model::Method::score,
                                           model::Method::majority_judgment, model::Method::ranking,
                                           model::Method::pairwise,          model::Method::points,
                                           model::Method::quadratic,         model::Method::budget};

// What is asked as long as nobody has written a question: the round's is then empty, and these are
// the words of the screen's language. A round that opens is given them.
std::string question_of(Ui const& ui, model::Method method);
// What the round asks: its own question, else that.
std::string question_of(Ui const& ui, model::Round const& round);

std::string method_title(Ui const& ui, model::Method method);
unsigned method_icon(model::Method method);

} // namespace ui
