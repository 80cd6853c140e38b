#pragma once

#include "ui/screens/review/review_view.h"

#include <optional>

// Parts of Relire, one file each. Private to this folder.
namespace ui {

using pictures::outcome_of;

// The bar at the bottom: playback, speed, timeline with landmarks, handle. Returns a wish to go to
// a moment.
std::optional<Wish> draw_line(Ui& ui, ReviewView& view, Workshop const& workshop,
                              base::Rect const& area);
constexpr float line_height_design = 190;

// Keys available everywhere on the screen: space, arrows, Home and End.
std::optional<Wish> line_keys(Ui& ui, ReviewView& view, Workshop const& workshop);
// Goes to the moment after entry `n`; stops playback.
Wish go_to_entry(ReviewView& view, Workshop const& workshop, std::uint64_t n);

// The picture of the current moment.
void draw_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area);
ReviewView::Show shown_of(ReviewView const& view, Workshop const& workshop);
// The step whose screen shows the same, for the room's window.
model::Step step_shown(ReviewView const& view, model::Document const& doc);
void draw_board_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area);
void draw_votes_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area);
void draw_matrix_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area);
void draw_order_then(Ui& ui, ReviewView& view, Workshop const& workshop, base::Rect const& area);
void draw_nothing_then(Ui& ui, base::Rect const& area, std::string_view key);

// The panel: the events, or one case.
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
