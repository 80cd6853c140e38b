#pragma once

#include "ui/kit/frame.h"
#include "ui/kit/own_template.h"
#include "ui/kit/recent.h"
#include "ui/kit/settings.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

// The interface of the start screen, without its state (home_view.h).
namespace ui {

struct HomeView;
struct HomeDeleter {
    void operator()(HomeView* view) const;
};
using OwnedHome = std::unique_ptr<HomeView, HomeDeleter>;
OwnedHome new_home();

// After a session was closed: reads the list again, showing the former one meanwhile.
void start_again(HomeView& view);
// Reads the list again after a change on the disk.
void list_again(HomeView& view);
// Removes a session from the list until it is read again.
void forget_session(HomeView& view, std::filesystem::path const& path);
[[nodiscard]] std::vector<Recent> const& sessions_of(HomeView const& view);
[[nodiscard]] std::vector<OwnTemplate> const& templates_of(HomeView const& view);
[[nodiscard]] Panel panel_of(HomeView const& view); // beside the list, during a search

std::optional<Wish> draw(Ui& ui, HomeView& view, std::int64_t now_ms, Settings const& settings,
                         Mode mode);

} // namespace ui
