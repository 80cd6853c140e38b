#include "model/turnout.h"
#include "ui/app/app.h"
#include "wording/story.h"

// Carries out each wish; the only place where the interface changes anything.
namespace ui {
namespace {

bool on_questions(edit::Command const& command)
{
    return command.is<edit::AnswerQuestion>() || command.is<edit::SetQuestion>() ||
           command.is<edit::ArrangeQuestions>() || command.is<edit::RetireQuestion>() ||
           command.is<edit::RestoreQuestion>();
}

// Whether the screen of `step` shows what the command named `label` changes.
bool seen_on(model::Step step, std::string const& label)
{
    auto names = [&](std::string_view part) { return label.find(part) != std::string::npos; };
    using enum model::Step;
    if (names("headcount")) return false;
    if (names("title")) return true; // the top bar
    if (names("round") || names("election")) return step == vote;
    if (names("place") || names("axis") || names("axes")) return step == place;
    for (auto const* part : {"decide", "budget", "convention", "reference", "question"})
        if (names(part)) return step == decide;
    return step == gather || step == group;
}

} // namespace

void App::grant(Wish const& wish)
{
    shown_.reset();
    wish.visit([this](auto const& one) { grant_one(one); });
}

void App::grant_one(edit::Command const& command)
{
    if (!dispatch_.open()) return;
    if (auto const* step = command.as<edit::SetStep>()) {
        if (words_in_hand())
            part(command);
        else
            walk_to(step->step);
        return;
    }
    if (!typing_ && is_refused_still(command)) { // not requested by the user just now
        granted_ = Granted::refused;
        return;
    }
    if (on_questions(command)) adopt_questions();
    if (command.is<edit::SetTimer>() && dispatch_.led_elsewhere()) {
        tell({base::Errc::denied, "shared.lead", {}, 0});
        return;
    }
    auto const* close = command.as<edit::CloseRound>(); // closing needs the ballots of the box
    auto const done = close ? close_round(close->id) : dispatch_.propose(command, seen_);
    bool said = false;
    for (auto const& screen : screens_.all())
        said |= screen->answered(command, done) == Screen::Says::why_not;
    if (said)
        noted(done);
    else
        told(done);
    if (!done) {
        give_back(command);
        return;
    }
    if (auto const* drop = command.as<edit::DropCollection>()) reveals_.erase(drop->round);
    if (auto const* notice = command.as<edit::SetNotice>()) dispatch_.keep_notice(*notice);
    bool const imported = import_.reading.has_value() && !screen().takes_imports();
    bool const answered = answers_.reading.has_value() || election_.plan.has_value();
    close_kept(command);
    if (!imported) bring_room(); // an import elsewhere does not move the room
    if (answered && !answers_.reading && !election_.plan) show_answers(command);
}

// Closes a round, or leaves it open; errors of the clean-up are shown separately.
base::Result<void> App::close_round(model::RoundId round)
{
    std::optional<base::Error> left;
    auto closed = dispatch_.close_round(round, left);
    if (left) tell(*left);
    return closed;
}

void App::walk_to(model::Step to)
{
    ui::close(*compare_);
    ui::close(*join_);
    bool const hidden = !model::table<model::FaceDown>(dispatch_.document()).empty();
    if (dispatch_.access() == Access::edit && hidden &&
        !screens_.at(to).keeps_hidden()) // it would show face-down cards
        turn_.to = to;
    else
        looked_at_ = to;
    if (dispatch_.led_elsewhere()) { // the step of the room is another machine's
        auto const stage = model::get<model::Stage>(dispatch_.document()).step;
        if (to != stage && std::exchange(follow_, Follow::no) == Follow::yes)
            say(words().text("rooms.follows.off"), Tone::info);
        return;
    }
    // phones and other rooms follow the screen
    if (dispatch_.room() || dispatch_.shared()) bring_room();
}

// Moves the room's step to where something was done; reading another step writes nothing.
void App::bring_room()
{
    if (screen().tells_story() || dispatch_.access() != Access::edit) return; // shows the past
    if (dispatch_.led_elsewhere()) return;
    auto const room = model::get<model::Stage>(dispatch_.document()).step;
    if (looked_at_ && *looked_at_ != room)
        told(dispatch_.propose(edit::SetStep{*looked_at_}, seen_));
}

// A session older than guard-rails shows those of its template; before the first answer or change
// they are copied into it.
void App::adopt_questions()
{
    auto const& doc = dispatch_.document();
    if (!look_.templates || !model::table<model::Question>(doc).empty()) return;
    auto questions = look_.templates->questions_for(doc, model::get<model::Profile>(doc).language);
    if (!questions.empty())
        told(dispatch_.propose(edit::AdoptQuestions{std::move(questions)}, seen_));
}

void App::grant_one(Undo const&)
{
    if (dispatch_.open()) tell_again(dispatch_.undo());
}

void App::grant_one(Redo const&)
{
    if (dispatch_.open()) tell_again(dispatch_.redo());
}

// Says what was undone or redone when this screen does not show it, or when it was done before the
// session was opened.
void App::tell_again(base::Result<Dispatcher::Again> const& done)
{
    told(done ? base::Result<void>{} : base::fail(done.error()));
    if (!done || (!done->before_opening && seen_on(step(), done->label))) return;
    auto text = wording::reverted(words(), done->kind, done->label, done->events);
    if (done->before_opening)
        text = words().text("reverted.earlier", text,
                            wording::moment(words(), done->made_ms, dispatch_.now_ms()));
    say(std::move(text), Tone::info);
}

void App::grant_one(CastBallot const& wish)
{
    if (!dispatch_.open()) return;
    auto const taken = dispatch_.cast(wish);
    noted(taken); // the booth shows the error
    for (auto const& screen : screens_.all()) screen->answered(wish, taken);
}

void App::grant_one(WithdrawBallot const& wish)
{
    if (!dispatch_.open()) return;
    auto const done = dispatch_.withdraw(wish);
    noted(done);
    for (auto const& screen : screens_.all()) screen->answered(wish, done);
}

void App::grant_one(CloseAndReveal const& wish)
{
    if (!dispatch_.open()) return;
    auto const closed = close_round(wish.round);
    told(closed);
    if (!closed) return;
    bring_room();
    if (dispatch_.shared()) { // the ballots of the others are on their way
        reveals_.insert(wish.round);
        return;
    }
    if (model::anyone_voted(dispatch_.document(), wish.round))
        told(dispatch_.propose(edit::RevealRound{wish.round}));
}

void App::grant_one(SetAppearance const& wish)
{
    settings_.appearance = wish.appearance;
    dispatch_.keep(settings_);
}

void App::grant_one(SetLanguage const& wish)
{
    settings_.language = wish.language;
    dispatch_.keep(settings_);
}

void App::grant_one(SetScale const& wish)
{
    settings_.scale_percent = wish.percent;
    dispatch_.keep(settings_);
}

void App::grant_one(SetChime const& wish)
{
    settings_.chime = wish.chime;
    dispatch_.keep(settings_);
    if (wish.chime == Chime::on) dispatch_.chime(); // a sample
}

void App::grant_one(SetMode const& wish) { mode_ = wish.mode; }

void App::grant_one(SetMotion const& wish)
{
    settings_.motion = wish.motion;
    dispatch_.keep(settings_);
}

// On the present screen if possible, else on the step that shows such things.
void App::go_to(Target const& target)
{
    ui::close(*join_);
    show_page(FacilitatorPage::hidden);
    if (!dispatch_.open() || screen().go_to(target)) return;
    auto const home = Screens::home_of(target);
    grant(edit::Command{edit::SetStep{home}});
    screens_.at(home).go_to(target);
}

void App::grant_one(Press const& wish)
{
    if (!dispatch_.open()) return;
    if (wish.id == "top.template") { // of a menu that need not be open
        top_bar_.template_wanted = true;
        return;
    }
    if (!wish.id.starts_with("top.") && !wish.id.starts_with("join.")) {
        ui::close(*join_);
        if (!wish.id.starts_with("facilitator.")) show_page(FacilitatorPage::hidden);
    }
    if (wish.step && *wish.step != step()) grant(edit::Command{edit::SetStep{*wish.step}});
    press_ = wish;
}

void App::grant_one(LookBack const& wish)
{
    if (!dispatch_.open()) return;
    if (!dispatch_.looks_back() && words_in_hand()) { // unsaved input belongs to the present
        part(wish);
        return;
    }
    look_back(wish.n);
}

void App::look_back(std::uint64_t n)
{
    if (auto const done = dispatch_.look_back(n); !done) tell(done.error());
}

void App::grant_one(LookNow const&) { dispatch_.look_now(); }

void App::grant_one(Quit const& wish) { part(wish); }

} // namespace ui
