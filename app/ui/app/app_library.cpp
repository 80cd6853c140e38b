#include "ui/app/app.h"
#include "ui/screens/compare/compare_view.h"
#include "ui/screens/home/home_view.h"

#include <utility>
#include <variant>

// Requests of the comparison and of the start screen, carried out after they are drawn.
namespace ui {

void App::grant_one(CompareWith const& wish)
{
    if (!dispatch_.open()) return;
    ui::close(*join_);
    if (wish.other)
        open_files(*compare_, *wish.other, dispatch_.path());
    else
        open_moments(*compare_, dispatch_.path(), wish.since);
}

void App::grant_one(CompareSessions const& wish)
{
    open(wish.second, Access::read);
    if (dispatch_.open()) open_files(*compare_, wish.first, wish.second);
}

// Reads the sessions of a comparison.
void App::serve_comparison()
{
    for (auto const& wanted : std::exchange(compare_->wanted, {}))
        dispatch_.read_session(wanted.path, wanted.entry,
                               [this, side = wanted.side, number = wanted.number](
                                   auto const& read) { arrived(*compare_, side, number, read); });
}

void App::do_errand(MoveSessions const& errand)
{
    for (auto const& path : errand.paths)
        if (auto const moved = dispatch_.move_to_folder(path, errand.folder); !moved)
            tell(moved.error());
    home_->chosen.clear();
    home_->list_again();
}

void App::do_errand(NameFolder const& errand)
{
    auto const done = dispatch_.name_folder(errand.from, errand.to);
    if (!done) {
        tell(done.error());
        return;
    }
    if (home_->filter.folder.name == errand.from) home_->filter.folder.name = errand.to;
    home_->list_again();
}

void App::do_errand(LabelSession const& errand)
{
    for (auto const& one : home_->library.sessions())
        if (one.path == errand.path)
            if (auto const done = dispatch_.label(one, errand.place, errand.tags); !done)
                tell(done.error());
    home_->list_again();
}

// Folders, the list of sessions, the thumbnails of the visible cards.
void App::serve_library()
{
    if (dispatch_.open()) return;
    for (auto const& errand : std::exchange(home_->errands, {}))
        std::visit([this](auto const& one) { do_errand(one); }, errand);
    if (std::exchange(home_->listing, HomeView::Listing::asked) == HomeView::Listing::wanted) {
        home_->library.begin();
        dispatch_.list_sessions([this, number = ++home_->listed](ShelfPart part) {
            if (number == home_->listed) took(*home_, std::move(part));
        });
    }
    for (auto const& path : std::exchange(home_->pictures_wanted, {}))
        dispatch_.read_session(path, std::nullopt, [this, path](auto const& read) {
            took_picture(*home_, path, read);
        });
}

} // namespace ui
