#include "i18n/errors.h"
#include "model/turnout.h"
#include "ui/app/app.h"

// What each wish does. The only place where the interface changes anything.
namespace ui {
namespace {

constexpr std::size_t notices_max = 3;

// Of these the file or the ballot box takes nothing more.
bool stops(base::Error const& error)
{
    return error.where == "file.sync" || error.where == "file.changed" ||
           error.where == "urn.changed" || error.where == "urn.unconfirmed";
}

bool on_questions(edit::Command const& command)
{
    return command.is<edit::AnswerQuestion>() || command.is<edit::SetQuestion>() ||
           command.is<edit::ArrangeQuestions>() || command.is<edit::RetireQuestion>() ||
           command.is<edit::RestoreQuestion>();
}

} // namespace

// What is still being said is said again, not twice.
void App::say(std::string text, Tone tone)
{
    std::erase_if(notices_, [&](Notice const& notice) { return notice.text == text; });
    notices_.push_back({std::move(text), tone, 0});
    if (notices_.size() > notices_max) notices_.erase(notices_.begin());
}

void App::tell(base::Error const& error) { say(i18n::sentence(words(), error), Tone::warn); }

// What was to follow an act that was refused does not.
void App::note_refusal(base::Error const& error)
{
    if (stops(error))
        save_state_ = SaveState::stopped;
    else if (error.code == base::Errc::io && save_state_ != SaveState::stopped)
        save_state_ = SaveState::failed;
    vote_.queue.clear();
    place_.estimate.queue.clear();
}

// Whether another program touched the session's files meanwhile: what is said to be saved must be
// there. True when there is something to say.
bool App::look_at_files()
{
    if (!open_ || save_state_ == SaveState::stopped) return false;
    auto const kept = open_->session->check_kept();
    if (kept) return false;
    save_state_ = SaveState::stopped;
    tell(kept.error());
    return true;
}

void App::grant(Wish const& wish)
{
    shown_.reset();
    wish.visit([this](auto const& one) { grant_one(one); });
}

void App::grant_one(edit::Command const& command)
{
    if (!open_) return;
    if (auto const* step = command.as<edit::SetStep>()) {
        if (words_in_hand())
            part(command);
        else
            walk_to(step->step);
        return;
    }
    if (!typed_.any && is_refused_still(command)) { // nobody has just asked for it
        outcome_ = Outcome::refused;
        return;
    }
    if (on_questions(command)) adopt_questions();
    auto const* close = command.as<edit::CloseRound>(); // what lies in the ballot box counts
    auto const done = close ? close_round(close->id) : propose(command);
    bool const in_window = vote_.overlay == VoteView::Overlay::hands &&
                           vote_.round != vote_.asked; // it waits for the answer
    if (in_window && (!done || command.is<edit::CountHands>())) {
        noted(done);
        hands_answered(vote_, done ? base::Result<void>{} : base::fail(done.error()));
    } else {
        told(done);
    }
    if (!done) {
        give_back(command);
        return;
    }
    bool const imported = import_.reading.has_value() && step() != model::Step::gather;
    close_kept(command);
    if (!imported) bring_room(); // a table that is added gathers nobody anywhere
}

base::Result<void> App::propose(edit::Command const& command)
{
    auto const seen = seen_.value_or(open_->session->log().size());
    return session::as_result(open_->session->propose(command, seen, open_->who));
}

// A round is closed, or it is open as before; what could not be tidied up after it is told apart.
base::Result<void> App::close_round(model::RoundId round)
{
    auto closed = open_->session->close_round(open_->who, round);
    if (!closed) return base::fail(closed.error());
    if (closed->left) tell(*closed->left);
    return {};
}

void App::walk_to(model::Step to)
{
    bool const hidden = !model::table<model::FaceDown>(open_->session->document()).empty();
    if (open_->access == Access::edit && hidden && !keeps_hidden(to)) // it reads every card out
        turn_.to = to;
    else
        looked_at_ = to;
}

// The room is at the step where something was done last: rereading a step writes nothing.
void App::bring_room()
{
    auto const room = model::get<model::Stage>(open_->session->document()).step;
    if (looked_at_ && *looked_at_ != room) told(propose(edit::SetStep{*looked_at_}));
}

// A session from before there were guard-rails shows those of its template; before the first is
// answered or changed, they become its own.
void App::adopt_questions()
{
    auto const& doc = open_->session->document();
    if (!look_.templates || !model::table<model::Question>(doc).empty()) return;
    auto questions = look_.templates->questions_for(doc, model::get<model::Profile>(doc).language);
    if (!questions.empty()) told(propose(edit::AdoptQuestions{std::move(questions)}));
}

void App::grant_one(Undo const&)
{
    if (open_) told(open_->session->undo(open_->who));
}

void App::grant_one(Redo const&)
{
    if (open_) told(open_->session->redo(open_->who));
}

void App::grant_one(CastBallot const& wish)
{
    if (!open_) return;
    auto const taken = open_->session->cast(wish.round, wish.token, wish.ballot);
    noted(taken); // the booth says why not
    answered(vote_, wish, taken);
    answered(place_.estimate, wish, taken);
}

void App::grant_one(WithdrawBallot const& wish)
{
    if (!open_) return;
    auto const done = open_->session->withdraw(wish.round, wish.token);
    noted(done);
    answered(vote_, wish, done);
}

void App::grant_one(CloseAndReveal const& wish)
{
    if (!open_) return;
    auto const closed = close_round(wish.round);
    told(closed);
    if (!closed) return;
    bring_room();
    if (model::anyone_voted(open_->session->document(), wish.round))
        told(propose(edit::RevealRound{wish.round}));
}

void App::grant_one(SetAppearance const& wish)
{
    settings_.appearance = wish.appearance;
    host_.keep(settings_);
}

void App::grant_one(SetLanguage const& wish)
{
    settings_.language = wish.language;
    host_.keep(settings_);
}

void App::grant_one(SetScale const& wish)
{
    settings_.scale_percent = wish.percent;
    host_.keep(settings_);
}

void App::grant_one(SetChime const& wish)
{
    settings_.chime = wish.chime;
    host_.keep(settings_);
    if (wish.chime == Chime::on) host_.chime(); // what it will sound like
}

void App::grant_one(SetMode const& wish) { mode_ = wish.mode; }

void App::grant_one(SetMotion const& wish)
{
    settings_.motion = wish.motion;
    host_.keep(settings_);
}

void App::grant_one(ShowCase const& wish)
{
    if (!open_) return;
    switch (step()) {
    case model::Step::gather:
    case model::Step::group: errands_.show_case = wish.id; break;
    case model::Step::vote: vote_.selected = vote_.sought = wish.id; break;
    case model::Step::place: place_.selected = place_.sought = wish.id; break;
    default: decide_.selected = decide_.sought = wish.id;
    }
}

void App::grant_one(ShowFrame const& wish)
{
    if (!open_) return;
    if (step() != model::Step::gather && step() != model::Step::group)
        grant(edit::Command{edit::SetStep{model::Step::group}});
    errands_.show_frame = wish.id;
}

void App::grant_one(ShowAxis const& wish)
{
    if (!open_) return;
    if (step() != model::Step::place) grant(edit::Command{edit::SetStep{model::Step::place}});
    place_.axis = wish.id;
    place_.show = PlaceView::Show::matrix;
}

void App::grant_one(Press const& wish)
{
    if (!open_) return;
    if (wish.step && *wish.step != step()) grant(edit::Command{edit::SetStep{*wish.step}});
    errands_.press = wish;
}

void App::grant_one(Quit const&) { part(Quit{}); }

} // namespace ui
