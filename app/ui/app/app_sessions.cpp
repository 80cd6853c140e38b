#include "ui/app/app.h"

#include <utility>

// Opening and closing sessions, and continuing in a copy.
namespace ui {

void App::grant_one(GoHome const&) { part(GoHome{}); }

void App::leave()
{
    if (!dispatch_.open()) return;
    leave_page();
    page_ = FacilitatorPage::hidden;
    curtain_ = RoomCurtain::open;
    public_view_.reset();
    dispatch_.leave();
    shown_.reset();
    import_.close();
    answers_.close();
    election_.close();
    ui::close(*compare_);
    ui::close(*join_);
    rooms_.panel = false;
    rooms_.page = RoomsView::Page::closed;
    follow_ = Follow::yes;
    reveals_.clear();
    questions_ = {};
    notice_text_ = {};
    export_ = {};
    closing_ = {};
    template_ = {};
    turn_ = {};
    top_bar_.timer.running_to_ms = 0; // no sound for a timer that ended before
    finder_.state = Finder::State::closed;
    finder_.lookup = {};
    press_.reset();
    words_ = Words::nothing;
    refused_.reset();
    warned_.reset();
    start_again(*home_);
}

void App::open(std::filesystem::path const& path, Access access)
{
    show(dispatch_.open_file(path, access));
}

void App::show(base::Result<OpenedSession> opened)
{
    if (!opened) {
        tell(opened.error());
        return;
    }
    leave();
    looked_at_.reset();
    top_bar_.timer.running_to_ms = 0; // it was not running here
    screens_ = Screens();
    bool const invited = opened->shared && opened->access == Access::read;
    auto const notices = dispatch_.take(std::move(*opened));
    for (auto const& notice : notices) tell(notice);
    top_bar_.reads = invited ? Reads::invited : why_read(notices);
    top_bar_.timer.planned = dispatch_.planned_minutes();
    read_notes();
    if (model::table<model::FaceDown>(dispatch_.document()).empty()) // otherwise it would show them
        looked_at_ = Screens::opens_on(dispatch_.access());
}

void App::grant_one(OpenSession const& wish) { part(wish); }
void App::grant_one(OpenForWriting const&)
{
    if (!dispatch_.open() || dispatch_.access() != Access::read) return;
    auto const step = looked_at_;
    show(dispatch_.open_file(dispatch_.path(), Access::edit));
    if (dispatch_.open()) looked_at_ = step;
}
void App::grant_one(NewSession const& wish) { part(wish); }
void App::grant_one(ForgetSession const& wish)
{
    dispatch_.forget(wish.path);
    forget_session(*home_, wish.path);
}

// Continues in a copy when the session's file cannot be written. Keeps a ballot being filled in.
void App::go_on_in(std::filesystem::path const& copy)
{
    auto opened = dispatch_.open_file(copy, Access::edit);
    if (!opened) {
        tell(opened.error());
        return;
    }
    notices_.clear(); // of the other file
    auto const looked_at = looked_at_;
    auto const before = std::move(screens_);
    auto const room = dispatch_.room();
    dispatch_.suspend_room(); // the phones stay in it
    auto const page = page_;
    auto const curtain = curtain_;
    show(std::move(opened));
    page_ = page;
    curtain_ = curtain;
    if (room) told(dispatch_.open_room_again(*room));
    looked_at_ = looked_at;
    for (std::size_t i = 0; i < before.all().size(); ++i)
        screens_.all()[i]->go_on_from(*before.all()[i]);
}

} // namespace ui
