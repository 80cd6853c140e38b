#pragma once

#include "model/document.h"
#include "ui/ui.h"

#include <array>
#include <string>

namespace ui {

// The methods that a room may vote by, in the order in which they are offered.
inline constexpr std::array voting_methods{model::Method::choose_spread,     model::Method::dots,
                                           model::Method::approval,          model::Method::score,
                                           model::Method::majority_judgment, model::Method::ranking,
                                           model::Method::pairwise,          model::Method::points,
                                           model::Method::quadratic,         model::Method::budget};

// Gives the round that method, with its usual rules; the question, the cases and who votes stay.
void set_method(model::Round& round, model::Method method);

// What is asked as long as nobody has written a question.
std::string question_of(Ui const& ui, model::Method method);
bool is_question_of_ours(Ui const& ui, std::string const& question);

std::string method_title(Ui const& ui, model::Method method);
unsigned method_icon(model::Method method);

} // namespace ui
