#pragma once

#include "ui/kit/frame.h"
#include "ui/kit/recent.h"
#include "ui/kit/settings.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

// What whoever shows the start screen asks of it, without what it holds (home_view.h).
namespace ui {

struct HomeView;
struct HomeDeleter {
    void operator()(HomeView* view) const;
};
using OwnedHome = std::unique_ptr<HomeView, HomeDeleter>;
OwnedHome new_home();

// The session that was on the screen is left: the list is read again, and is there meanwhile.
void start_again(HomeView& view);
// What is listed changed on the disk.
void list_again(HomeView& view);
// Out of the list, until it is read again.
void forget_session(HomeView& view, std::filesystem::path const& path);
[[nodiscard]] std::vector<Recent> const& sessions_of(HomeView const& view);
[[nodiscard]] Panel panel_of(HomeView const& view); // beside the list, while one searches

std::optional<Wish> draw(Ui& ui, HomeView& view, std::int64_t now_ms, Settings const& settings,
                         Mode mode);

} // namespace ui
