#include "ui/app/app.h"

#include <utility>

// The session on the board: opened, left, gone on with in a copy.
namespace ui {

void App::grant_one(GoHome const&) { part(GoHome{}); }

void App::leave()
{
    if (!open_) return;
    auto const path = open_->path;
    auto const access = open_->access;
    open_.reset();
    import_ = {};
    questions_ = {};
    turn_ = {};
    top_bar_.timer.running_to_ms = 0; // what ends behind our back rings for nobody
    drop_folder_.forget();
    finder_.state = Finder::State::closed;
    finder_.lookup = {};
    errands_ = {};
    if (access == Access::edit) host_.closed(path);
    home_ = {};
}

void App::open(std::filesystem::path const& path, Access access) { show(host_.open(path, access)); }

void App::show(base::Result<OpenedSession> opened)
{
    if (!opened) {
        tell(opened.error());
        return;
    }
    leave();
    looked_at_.reset();
    top_bar_.timer.running_to_ms = 0; // nobody saw it run
    open_.emplace(std::move(*opened));
    save_state_ = open_->access == Access::edit ? SaveState::saved : SaveState::read_only;
    auto const& log = open_->session->log();
    auto const last = log.size() > 0 ? log.entry(log.size()) : base::Result<journal::Entry>{};
    saved_ms_ = last ? last->at_ms : 0;
    gather_ = {};
    group_ = {};
    vote_ = {};
    place_ = {};
    decide_ = DecideView(); // g++ 12 at -O2 believes a part of `{}` unset
    for (auto const& notice : open_->notices) tell(notice);
}

void App::grant_one(OpenSession const& wish) { part(wish); }
void App::grant_one(NewSession const& wish) { part(wish); }
void App::grant_one(ForgetSession const& wish)
{
    host_.forget(wish.path);
    home_ = {};
}

// The session's own file takes nothing more: its copy does. A ballot in hand stays in hand.
void App::go_on_in(std::filesystem::path const& copy)
{
    auto opened = host_.open(copy, Access::edit);
    if (!opened) {
        tell(opened.error());
        return;
    }
    auto vote = std::exchange(vote_, {});
    auto estimate = std::exchange(place_.estimate, {});
    auto const looked_at = looked_at_;
    show(std::move(opened));
    looked_at_ = looked_at;
    keep_in_hand(vote_, std::move(vote));
    place_.estimate = std::move(estimate);
    place_.estimate.ballot.refused.reset();
}

} // namespace ui
