#include "ui/app/app.h"
#include "ui/canvas/draft.h"
#include "ui/kit/over_all.h"

#include <string>

// What is being typed is nobody's yet: before it is left behind it is kept, and when it cannot be
// kept it goes back to where it was typed.
namespace ui {
namespace {

constexpr int frames_most = 12;                  // a field says what was typed in one or two
constexpr std::int64_t asked_again_ms = 60'000;  // to leave, after a refusal: then it is meant
constexpr std::int64_t retried_after_ms = 3'000; // what a field goes on asking for

// What a command says of the text that `draft` was about.
std::optional<std::string> words_for(Draft const& draft, edit::Command const& command)
{
    switch (draft.kind) {
    case Draft::Kind::new_card:
        if (auto const* add = command.as<edit::AddCases>(); add && add->cases.size() == 1)
            return add->cases.front().text.title;
        break;
    case Draft::Kind::card_title:
        if (auto const* text = command.as<edit::EditCase>(); text && text->id == draft.card)
            return text->text.title;
        break;
    case Draft::Kind::frame_title:
        if (auto const* group = command.as<edit::EditGroup>(); group && group->id == draft.frame)
            return group->title;
        break;
    case Draft::Kind::question:
        if (auto const* prompt = command.as<edit::SetPrompt>()) return prompt->prompt.question;
        break;
    case Draft::Kind::instruction:
        if (auto const* prompt = command.as<edit::SetPrompt>()) return prompt->prompt.instruction;
        break;
    case Draft::Kind::mark:
        if (auto const* marks = command.as<edit::SetAnnotations>();
            marks && marks->annotations.size() == 1)
            return marks->annotations.front().second.text;
        break;
    }
    return std::nullopt;
}

} // namespace

Canvas* App::canvas_on_screen()
{
    if (!open_) return nullptr;
    if (step() == model::Step::gather) return &gather_.canvas;
    return step() == model::Step::group ? &group_.canvas : nullptr;
}

bool App::words_in_hand()
{
    auto const* canvas = canvas_on_screen();
    return open_ && open_->access == Access::edit && (typed_.any || (canvas && canvas->draft));
}

// Before anything is drawn.
void App::note_typed(Ui& ui)
{
    auto const* canvas = canvas_on_screen();
    auto const words = std::exchange(errands_.words, Words::nothing);
    if (words == Words::refused) give_back_words(ui);
    if (words == Words::kept) forget_words(ui);
    typed_ = {canvas ? canvas->draft : std::nullopt, typing(ui)};
    outcome_ = Outcome::nothing;
    if (!parting_) return;
    focus(ui, {}); // every field keeps what it holds when the keyboard leaves it
    ui.keep_drawing(0.1);
}

void App::part(Wish const& then)
{
    bool const meant = stayed_ms_ != 0 && host_.now_ms() - stayed_ms_ < asked_again_ms;
    if (words_in_hand() && !meant) {
        parting_ = then;
        parting_frames_ = 0;
        return;
    }
    stayed_ms_ = 0;
    if (auto const* open = then.as<OpenSession>()) {
        this->open(open->path, open->access);
    } else if (auto const* fresh = then.as<NewSession>()) {
        show(host_.create(*fresh, settings_.language));
    } else if (auto const* command = then.as<edit::Command>()) {
        grant_one(*command);
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
        stayed_ms_ = host_.now_ms();
        say(words().text("notice.stays"), Tone::warn);
        return;
    }
    bool const first = parting_frames_++ == 0; // the field learns in the next that it was left
    if ((first || outcome_ == Outcome::kept || typing(ui)) && parting_frames_ < frames_most) return;
    auto const then = *std::exchange(parting_, std::nullopt);
    typed_ = {};
    if (auto* canvas = canvas_on_screen()) canvas->draft.reset(); // what says nothing
    part(then);
}

// What was typed comes back: into the draft on the board, into the sheet or the reason of the case
// that was left for another, and into the field that gave it.
void App::give_back(edit::Command const& command)
{
    refused_ = command;
    refused_ms_ = host_.now_ms();
    errands_.words = Words::refused;
    auto* canvas = canvas_on_screen();
    if (auto const& draft = typed_.draft; canvas && draft)
        if (auto const said = words_for(*draft, command)) {
            canvas->draft = draft;
            canvas->draft->text = *said;
            canvas->draft->life = Draft::Life::opening;
            return;
        }
    auto const& doc = open_->session->document();
    if (auto const* text = command.as<edit::EditCase>(); text && canvas)
        give_back_sheet(step() == model::Step::gather ? gather_.sheet : group_.sheet, *canvas,
                        *text, doc);
    if (auto const* place = command.as<edit::Place>(); place && step() == model::Step::place)
        give_back_reason(place_, *place, doc);
}

// What was typed is in the session: what it was typed into closes.
void App::close_kept(edit::Command const& command)
{
    errands_.words = Words::kept;
    using Editing = DecideView::Editing;
    if (command.is<edit::SetTitle>()) top_bar_.title.reset();
    if (command.is<edit::SetTimer>() && top_bar_.timer.open == TimerPill::Open::custom)
        top_bar_.timer.open = TimerPill::Open::nothing;
    if (command.is<edit::DecideTie>()) vote_.results.cut.reset();
    if (command.is<edit::AddCases>() && import_.reading) import_ = {};
    if (auto const* decide = command.as<edit::Decide>()) {
        decide_.pending.erase(decide->key);
        if (decide_.editing == Editing::owner || decide_.editing == Editing::review)
            decide_.editing = Editing::nothing;
    }
    if (command.is<edit::EditCase>() && decide_.editing == Editing::cost)
        decide_.editing = Editing::nothing;
}

// A field that is not typed into asks with every frame for what it holds: what was just refused is
// not asked of the disk again at once.
bool App::is_refused_still(edit::Command const& command) const
{
    if (!refused_ || host_.now_ms() - refused_ms_ >= retried_after_ms) return false;
    auto const* now = command.as<edit::EditCase>();
    auto const* then = refused_->as<edit::EditCase>();
    return now && then && now->id == then->id && now->text == then->text;
}

} // namespace ui
