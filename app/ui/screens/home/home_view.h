#pragma once

#include "ui/kit/frame.h"
#include "ui/kit/recent.h"
#include "ui/kit/settings.h"
#include "ui/kit/widgets.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

// The start screen: what was interrupted, new sessions, import, recent sessions.
struct HomeView {
    enum class Shown { no, yes };

    std::optional<std::vector<Recent>> recent;     // read once, when the screen first shows
    std::optional<std::size_t> menu;               // of which recent session
    Shown settings = Shown::no;                    // their menu
    std::optional<std::filesystem::path> to_trash; // once the person says so
    Scroll scroll;
};

std::optional<Wish> draw(Ui& ui, HomeView& view, std::int64_t now_ms, Settings const& settings,
                         Mode mode);

// What a session looks like at the furthest it went: its matrices, its result, or its cards.
void draw_thumbnail(Ui& ui, base::Rect const& box, model::Document const& doc);

} // namespace ui
