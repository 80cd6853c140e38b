#include "ui/app/app.h"
#include "ui/kit/over_all.h"

#include <utility>

// What is being typed is nobody's yet: before it is left behind it is kept, and when it cannot be
// kept it goes back to where it was typed.
namespace ui {
namespace {

constexpr int frames_most = 12;                  // a field says what was typed in one or two
constexpr std::int64_t asked_again_ms = 60'000;  // to leave, after a refusal: then it is meant
constexpr std::int64_t retried_after_ms = 3'000; // what a field goes on asking for

} // namespace

bool App::words_in_hand() const
{
    return dispatch_.open() && dispatch_.access() == Access::edit &&
           (typing_ || screen().has_draft());
}

// Before anything is drawn.
void App::note_typed(Ui& ui)
{
    auto const words = std::exchange(words_, Words::nothing);
    if (words == Words::refused) give_back_words(ui);
    if (words == Words::kept) forget_words(ui);
    for (auto const& screen : screens_.all()) screen->begin_frame(ui);
    typing_ = typing(ui);
    outcome_ = Outcome::nothing;
    if (!parting_) return;
    focus(ui, {}); // every field keeps what it holds when the keyboard leaves it
    ui.keep_drawing(0.1);
}

void App::part(Wish const& then)
{
    bool const meant = stayed_ms_ != 0 && dispatch_.now_ms() - stayed_ms_ < asked_again_ms;
    if (words_in_hand() && !meant) {
        parting_ = then;
        parting_frames_ = 0;
        return;
    }
    stayed_ms_ = 0;
    if (auto const* open = then.as<OpenSession>()) {
        this->open(open->path, open->access);
    } else if (auto const* fresh = then.as<NewSession>()) {
        show(dispatch_.create(*fresh, settings_.language));
    } else if (auto const* command = then.as<edit::Command>()) {
        grant_one(*command);
    } else if (auto const* back = then.as<LookBack>()) {
        look_back(back->n);
    } else {
        leave();
        quit_ = quit_ || then.is<Quit>();
    }
}

// Once a frame has gone by in which nothing more was asked to be kept, or it could not be.
void App::end_parting(Ui const& ui)
{
    if (!parting_) return;
    if (outcome_ == Outcome::refused) {
        parting_.reset();
        stayed_ms_ = dispatch_.now_ms();
        say(words().text("notice.stays"), Tone::warn);
        return;
    }
    bool const first = parting_frames_++ == 0; // the field learns in the next that it was left
    if ((first || outcome_ == Outcome::kept || typing(ui)) && parting_frames_ < frames_most) return;
    auto const then = *std::exchange(parting_, std::nullopt);
    typing_ = false;
    if (dispatch_.open()) screen().drop_draft(); // what says nothing
    part(then);
}

// What was typed comes back: to the screen that it was typed on, and into the field that gave it.
void App::give_back(edit::Command const& command)
{
    refused_ = command;
    refused_ms_ = dispatch_.now_ms();
    words_ = Words::refused;
    screen().give_back(command, dispatch_.document());
}

// What was typed is in the session: what it was typed into closes.
void App::close_kept(edit::Command const& command)
{
    words_ = Words::kept;
    if (command.is<edit::SetTitle>()) top_bar_.title.reset();
    if (command.is<edit::SetTimer>() && top_bar_.timer.open == TimerPill::Open::custom)
        top_bar_.timer.open = TimerPill::Open::nothing;
    bool const brought = command.is<edit::AddCases>() || command.is<edit::EditCase>();
    if (brought && import_.reading) import_.close();
    bool const answered = command.is<edit::RecordElection>() || command.is<edit::PlaceAll>();
    if (answered && answers_.reading) answers_.close();
    if (command.is<edit::RecordElection>() && election_.plan) {
        auto const voters = election_.plan->voters;
        election_.close();
        say(words().plural("vote.imported", voters), Tone::info);
    }
}

// A field that is not typed into asks with every frame for what it holds: what was just refused is
// not asked of the disk again at once.
bool App::is_refused_still(edit::Command const& command) const
{
    if (!refused_ || dispatch_.now_ms() - refused_ms_ >= retried_after_ms) return false;
    auto const* now = command.as<edit::EditCase>();
    auto const* then = refused_->as<edit::EditCase>();
    return now && then && now->id == then->id && now->text == then->text;
}

} // namespace ui
