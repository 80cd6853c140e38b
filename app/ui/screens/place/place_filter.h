#pragma once

#include "ui/kit/widgets.h"
#include "ui/paint/room_clouds.h"

#include <optional>
#include <string>

namespace ui {

// The filter of matrix, tray and list.
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
// A short description of the filter.
std::string filter_said(Ui const& ui, PlaceFilter const& filter, model::Document const& doc);
// The filter menu, attached to `anchor`. True when it should close.
bool draw_filter_menu(Ui& ui, PlaceFilter& filter, Workshop const& workshop,
                      base::Rect const& anchor);

} // namespace ui
