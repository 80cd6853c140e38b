#pragma once

#include "ui/kit/widgets.h"
#include "ui/paint/room_clouds.h"

#include <optional>
#include <string>

namespace ui {

// Which cases the matrix, the tray and the list are narrowed to.
struct PlaceFilter {
    enum class Only { all, contested, unplaced };
    Only only = Only::all;
    std::string domain;   // empty: any
    model::GroupId group; // none: any
    [[nodiscard]] bool narrows() const { return only != Only::all || !domain.empty() || group; }
    friend bool operator==(PlaceFilter const&, PlaceFilter const&) = default;
};

bool shows(PlaceFilter const& filter, RoomClouds& room, Workshop const& workshop,
           model::AxisId axis, model::CaseId on);
// What it narrows to, in a few words.
std::string filter_said(Ui const& ui, PlaceFilter const& filter, model::Document const& doc);
// The menu of what it may be narrowed to, hanging from `anchor`. True when it is to be closed.
bool draw_filter_menu(Ui& ui, PlaceFilter& filter, Workshop const& workshop,
                      base::Rect const& anchor);

} // namespace ui
