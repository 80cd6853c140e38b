#pragma once

#include "ui/screens/review/review_view.h"

#include <optional>

// The parts of Relire, each in a file of its own. Private to this folder.
namespace ui {

using pictures::outcome_of;

// The line at the foot: play, speed, the stretches with their landmarks, the handle. What it is
// moved to is asked of the app.
std::optional<Wish> draw_line(Ui& ui, ReviewView& view, Workshop const& workshop,
                              base::Rect const& area);
constexpr float line_height_design = 190;

// What answers everywhere on the screen: space, arrows, Home and End.
std::optional<Wish> line_keys(Ui& ui, ReviewView& view, Workshop const& workshop);
// To the moment after entry `n`; playing stops.
Wish go_to_entry(ReviewView& view, Workshop const& workshop, std::uint64_t n);

// What is seen at the handle.
void draw_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area);
ReviewView::Show shown_of(ReviewView const& view, Workshop const& workshop);
void draw_board_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area);
void draw_votes_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area);
void draw_matrix_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area);
void draw_order_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area);
void draw_nothing_then(Ui& ui, base::Rect const& area, std::string_view key);

// The panel: what happened, or one case.
std::optional<Wish> draw_log(Ui& ui, ReviewView& view, Workshop const& workshop,
                             base::Rect const& area);
std::optional<Wish> draw_review_sheet(Ui& ui, ReviewView& view, Workshop const& workshop,
                                      base::Rect const& area);

// The case that an event is about, or none.
model::CaseId case_of(story::Event const& event);
bool concerns(story::Event const& event, model::CaseId on);
unsigned icon_of(story::Event const& event);
// The last event of entry `n`, or null.
story::Event const* event_at(story::Story const& story, std::uint64_t n);

void select(ReviewView& view, model::CaseId on);

} // namespace ui
