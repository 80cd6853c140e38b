#include "ui/app/app.h"
#include "ui/kit/over_all.h"

#include <algorithm>
#include <utility>

// Unsaved input: it is saved before it would be discarded, and restored in its field when that
// fails.
namespace ui {
namespace {

constexpr int frames_most = 12; // a field reports its text within one or two
// a second request within this time means it
constexpr std::int64_t asked_again_ms = 60'000;
constexpr std::int64_t retried_after_ms = 3'000; // minimum interval for repeating a refused command

// Whether a person leaves the session by it.
bool leaves(Wish const& then)
{
    auto const* quit = then.as<Quit>();
    return then.is<GoHome>() || then.is<OpenSession>() || then.is<NewSession>() ||
           (quit && quit->by == Quit::By::person);
}

} // namespace

bool App::words_in_hand() const
{
    return dispatch_.open() && dispatch_.access() == Access::edit &&
           (typing_ || screen().has_draft());
}

// Before anything is drawn.
void App::note_typed(Ui& ui)
{
    // The session's menu loses no words and has the way out, a copy.
    bool const on_the_way_out = held(ui, "top.title") ||
                                top_bar_.open == TopBar::Open::title_menu ||
                                file_.state != FileDialog::State::closed;
    if (words_ == Words::refused && on_the_way_out) {
        hold_words(ui); // their field would take the keyboard
    } else {
        auto const words = std::exchange(words_, Words::nothing);
        if (words == Words::refused) give_back_words(ui);
        if (words == Words::kept) forget_words(ui);
    }
    // A ballot that was cast or changed is another question.
    if (warned_ && warned_->ballot != ballot_begun()) warned_.reset();
    for (auto const& screen : screens_.all()) screen->begin_frame(ui);
    typing_ = typing(ui);
    granted_ = Granted::nothing;
    if (!parting_) return;
    focus(ui, {}); // fields save when they lose the focus
    ui.keep_drawing(0.1);
}

// The number of phones in the room that leaving the session would disconnect.
std::int64_t App::phones_sent_away(Wish const& then) const
{
    auto const room = leaves(then) ? dispatch_.room() : std::nullopt;
    return room ? static_cast<std::int64_t>(room->here) : 0;
}

// The number of rooms that are linked by the server of this machine, which would end.
std::int64_t App::rooms_left_alone(Wish const& then) const
{
    auto const* shared = leaves(then) ? dispatch_.shared() : nullptr;
    if (!shared || !shared->state().hosts) return 0;
    return std::ranges::count_if(shared->state().rooms, [](SharedRoom const& room) {
        return room.state == SharedRoom::State::linked || room.state == SharedRoom::State::back;
    });
}

std::string App::ballot_begun() const
{
    std::string out;
    if (dispatch_.open())
        for (auto const& screen : screens_.all()) out += screen->ballot_begun(dispatch_.document());
    return out;
}

void App::part(Wish const& then)
{
    if (!words_in_hand()) return part_without(then, {});
    parting_ = then;
    parting_frames_ = 0;
}

void App::ask_about(Loss const& loss, Wish const& then)
{
    warned_ = loss;
    warned_ms_ = dispatch_.now_ms();
    auto const ask = [this](std::string text) { say(std::move(text), Tone::warn, About::leaving); };
    if (!loss.words.empty()) ask(words().text("notice.stays"));
    if (!loss.ballot.empty()) ask(words().text("notice.ballot"));
    if (loss.phones) ask(words().plural("notice.phones", phones_sent_away(then)));
    if (loss.rooms) ask(words().plural("notice.rooms", rooms_left_alone(then)));
}

void App::part_without(Wish const& then, std::string words)
{
    if (leaves(then)) {
        Loss const loss{std::move(words), ballot_begun(), phones_sent_away(then) > 0,
                        rooms_left_alone(then) > 0};
        bool const meant = warned_ == loss && dispatch_.now_ms() - warned_ms_ < asked_again_ms;
        if (loss != Loss{} && !meant) return ask_about(loss, then);
    }
    warned_.reset();
    if (auto const* open = then.as<OpenSession>()) {
        this->open(open->path, open->access);
    } else if (auto const* fresh = then.as<NewSession>()) {
        show(dispatch_.create(*fresh, settings_.language));
    } else if (auto const* command = then.as<edit::Command>()) {
        grant_one(*command);
    } else if (auto const* page = then.as<ShowFacilitator>()) {
        show_page(page->page);
    } else if (auto const* back = then.as<LookBack>()) {
        look_back(back->n);
    } else {
        leave();
        quit_ = quit_ || then.is<Quit>();
    }
}

// When a frame has passed without further text to save, or saving failed.
void App::end_parting(Ui const& ui)
{
    if (!parting_) return;
    if (granted_ == Granted::refused) {
        auto const then = *std::exchange(parting_, std::nullopt);
        if (leaves(then) || then.is<Quit>()) // the end of the desktop does not wait
            part_without(then, words_handed(ui));
        else
            say(words().text("notice.stays.here"), Tone::warn);
        return;
    }
    // the field notices the loss of focus in the next frame
    bool const first = parting_frames_++ == 0;
    if ((first || granted_ == Granted::kept || typing(ui)) && parting_frames_ < frames_most) return;
    auto const then = *std::exchange(parting_, std::nullopt);
    typing_ = false;
    if (dispatch_.open()) screen().drop_draft(); // discards empty input
    part_without(then, {});
}

// Restores the text on its screen and in its field.
void App::give_back(edit::Command const& command)
{
    refused_ = command;
    refused_ms_ = dispatch_.now_ms();
    words_ = Words::refused;
    screen().give_back(command, dispatch_.document());
}

// The text was saved: closes its field.
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

// A field without focus requests saving in each frame: a command just refused is not sent to the
// disk again at once.
bool App::is_refused_still(edit::Command const& command) const
{
    if (!refused_ || dispatch_.now_ms() - refused_ms_ >= retried_after_ms) return false;
    auto const* now = command.as<edit::EditCase>();
    auto const* then = refused_->as<edit::EditCase>();
    return now && then && now->id == then->id && now->text == then->text;
}

} // namespace ui
