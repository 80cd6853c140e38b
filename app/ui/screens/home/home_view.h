#pragma once

#include "ui/kit/frame.h"
#include "ui/kit/own_template.h"
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

// Operations on listed sessions: move to a subfolder (empty: out of any), rename or create a
// subfolder, set place and tags.
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
// Moves one of the user's templates to the trash.
struct TrashTemplate {
    std::filesystem::path path;
};
using ShelfErrand = std::variant<MoveSessions, NameFolder, LabelSession, TrashTemplate>;

// The start screen: interrupted session, new sessions, import, library.
struct HomeView {
    enum class Shown { no, yes };
    enum class Listing { wanted, asked };

    Library library;
    std::vector<OwnTemplate> templates; // the user's own
    LibraryFilter filter;
    // state of the list, requested from the caller
    Listing listing = Listing::wanted;
    std::uint64_t listed = 0;                           // number of the last request
    std::vector<std::filesystem::path> pictures_wanted; // sessions whose thumbnails are needed
    std::deque<std::filesystem::path> pictures;         // thumbnails loaded, oldest first
    std::vector<std::filesystem::path> chosen;          // to compare or archive
    FoundWork found;
    std::vector<ShelfErrand> errands; // to be carried out by the caller

    std::optional<std::filesystem::path> menu; // session whose menu is open
    enum class Choice { none, since, step, place, tag, folder } choice = Choice::none;
    Shown settings = Shown::no;                    // settings menu
    std::optional<std::filesystem::path> to_trash; // to be confirmed
    struct Naming {
        std::string from, to; // rename of a folder; empty `from`: a new one
    };
    std::optional<Naming> naming;
    std::optional<std::string> into_new; // the chosen sessions move there, when it exists
    struct Labelling {
        std::filesystem::path path;
        std::string place, tags; // input
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

// The templates to start from in `area`: those of the program, and below them the user's own.
// Returns the bottom.
float draw_templates(Ui& ui, HomeView& view, std::int64_t now_ms, base::Rect const& area,
                     std::optional<Wish>& wish);

// A thumbnail of a session: its matrices, its result or its cards, by the furthest step.
void draw_thumbnail(Ui& ui, base::Rect const& box, model::Document const& doc);

} // namespace ui
