#pragma once

#include "ui/frame.h"
#include "ui/host.h"
#include "ui/widgets.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

// The start screen: what was interrupted, new sessions, import, recent sessions.
struct HomeView {
    enum class Asking { nothing, session_path, import_path };

    std::optional<std::vector<Recent>> recent; // read once, when the screen first shows
    Asking asking = Asking::nothing;
    std::string path;                // being typed
    std::optional<std::size_t> menu; // of which recent session
    Scroll scroll;
};

std::optional<Wish> draw(Ui& ui, HomeView& view, Host& host);

// What a session looks like at the furthest it went: its matrices, its result, or its cards.
void draw_thumbnail(Ui& ui, base::Rect const& box, model::Document const& doc);

} // namespace ui
