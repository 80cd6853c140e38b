#pragma once

#include "ui/kit/frame.h"
#include "ui/kit/recent.h"
#include "ui/kit/settings.h"
#include "ui/kit/widgets.h"
#include "ui/screens/compare/session_at.h"
#include "ui/screens/home/found_work.h"
#include "ui/screens/home/home.h"
#include "ui/screens/home/library.h"

#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ui {

// What the machine is asked to do with the sessions that are listed: into a folder of the person's
// own, out of any when it is empty; a folder named, a new one from nothing; what a session is found
// by on this machine.
struct MoveSessions {
    std::vector<std::filesystem::path> paths;
    std::string folder;
};
struct NameFolder {
    std::string from, to;
};
struct LabelSession {
    std::filesystem::path path;
    std::string place;
    std::vector<std::string> tags;
};
using ShelfErrand = std::variant<MoveSessions, NameFolder, LabelSession>;

// The start screen: what was interrupted, new sessions, import, the sessions of this machine.
struct HomeView {
    enum class Shown { no, yes };
    enum class Listing { wanted, asked };

    Library library;
    LibraryFilter filter;
    Listing listing = Listing::wanted;                  // of the sessions, by whoever draws
    std::uint64_t listed = 0;                           // number of the listing asked last
    std::vector<std::filesystem::path> pictures_wanted; // sessions to be read, likewise
    std::deque<std::filesystem::path> pictures;         // those that were, the oldest first
    std::vector<std::filesystem::path> chosen;          // to be compared or put away
    FoundWork found;
    std::vector<ShelfErrand> errands; // to be done by whoever draws

    std::optional<std::filesystem::path> menu; // of which session
    enum class Choice { none, since, step, place, tag, folder } choice = Choice::none;
    Shown settings = Shown::no;                    // their menu
    std::optional<std::filesystem::path> to_trash; // once the person says so
    struct Naming {
        std::string from, to; // a folder; from nothing: a new one
    };
    std::optional<Naming> naming;
    std::optional<std::string> into_new; // where the chosen go, once there is such a folder
    struct Labelling {
        std::filesystem::path path;
        std::string place, tags; // as they are typed
    };
    std::optional<Labelling> labelling;
    Scroll scroll, panel_scroll;

    void list_again() { listing = Listing::wanted; }
    [[nodiscard]] bool searching() const { return !filter.query.empty(); }
    [[nodiscard]] Panel panel() const { return searching() ? Panel::shown : Panel::hidden; }
};

void took(HomeView& view, ShelfPart part);
void took_picture(HomeView& view, std::filesystem::path const& path,
                  base::Result<SessionAt> const& read);

// What a session looks like at the furthest it went: its matrices, its result, or its cards.
void draw_thumbnail(Ui& ui, base::Rect const& box, model::Document const& doc);

} // namespace ui
