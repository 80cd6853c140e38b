#include "model/turnout.h"
#include "session/sharing.h"
#include "ui/app/app.h"
#include "wording/votes/method_words.h"

#include <algorithm>
#include <limits>
#include <utility>

// The other machines of a shared session.
namespace ui {

bool App::look_around()
{
    shown_.reset(); // so that taking in entries copies no table
    return dispatch_.look_around();
}

RoomsGround App::rooms_ground()
{
    RoomsGround ground;
    ground.shared = others_ && dispatch_.open() ? &*others_ : nullptr;
    ground.open = dispatch_.open();
    ground.addresses = dispatch_.room_addresses();
    return ground;
}

void App::grant_one(ShowRooms const&)
{
    ui::close(*join_);
    ui::open(rooms_, rooms_ground());
}

// The case whose text is being typed.
model::CaseId App::written_here() const
{
    auto const* chosen = screen().chosen_cards();
    return typing_ && chosen && chosen->size() == 1 ? *chosen->begin() : model::CaseId{};
}

// Before the frame: takes in what came.
void App::pump_shared()
{
    auto* rooms = dispatch_.shared();
    if (!rooms) return;
    shown_.reset();
    (void)dispatch_.pump_shared();
    for (auto const& error : rooms->take_errors()) tell(error);
    if (said_of_rooms_.session != rooms->session_id())
        said_of_rooms_ = {rooms->session_id(), {}, {}, false};
    tell_of_rooms(rooms->state());
    follow_lead();
    std::erase_if(reveals_, [&](model::RoundId round) {
        auto const state = model::get<model::RoundStatus>(dispatch_.document(), round).state;
        if (state == model::RoundState::open) return false;
        if (state == model::RoundState::closed && model::anyone_voted(dispatch_.document(), round))
            told(dispatch_.propose(edit::RevealRound{round}));
        return true;
    });
}

// What needs a look, whatever is shown: acts that another room made impossible, a vote that opened
// beside the step shown here, and the lead that went elsewhere.
void App::tell_of_rooms(SharedState const& state)
{
    for (auto const& one : state.outcomes) {
        bool const refused = one.kind == SharedOutcome::Kind::refused && !state.returned;
        if (!refused || !said_of_rooms_.refused.insert(one.item).second) continue;
        auto const what = one.title.empty() ? words().text("reverted." + one.label) : one.title;
        say(words().text("rooms.refused", what), Tone::warn);
    }
    model::RoundId open;
    for (auto const& [id, status] : model::table<model::RoundStatus>(dispatch_.document()))
        if (status.state == model::RoundState::open) open = id;
    bool const fresh = open && std::exchange(said_of_rooms_.open, open) != open;
    if (!open) said_of_rooms_.open = {};
    auto const round = model::get<model::Round>(dispatch_.document(), open);
    if (fresh && model::is_vote(round) && step() != model::Step::vote)
        say(words().text("rooms.vote_opened", wording::asked(words(), round)), Tone::info);
    auto const leader = std::ranges::find(state.rooms, true, &SharedRoom::leads);
    bool const lost = std::exchange(said_of_rooms_.led, state.leads) && !state.leads;
    if (lost && leader != state.rooms.end() && leader->state != SharedRoom::State::here) {
        auto const name =
            leader->label.empty() ? words().text("rooms.room", leader->letter) : leader->label;
        say(words().text("rooms.lead.there", name), Tone::info);
    }
}

// Shows the step of the machine that leads.
void App::follow_lead()
{
    if (follow_ == Follow::no || !dispatch_.led_elsewhere() || dispatch_.looks_back()) return;
    if (!model::table<model::FaceDown>(dispatch_.document()).empty() || !looked_at_) return;
    if (!words_in_hand() && !in_the_booth()) looked_at_.reset();
}

// Receives the session of the invitation, and joins it; waits for its host.
void App::receive()
{
    constexpr std::int64_t again_after_ms = 2000;
    rooms_.waits = true;
    rooms_.again_ms = std::numeric_limits<std::int64_t>::max(); // not before an answer
    auto const from = rooms_.invitation;
    dispatch_.receive_shared(from, [this, from](base::Result<std::filesystem::path> const& file) {
        bool const given_up = rooms_.page != RoomsView::Page::join || !rooms_.waits;
        if (given_up || rooms_.invitation != from) return;
        if (!file && session::comes_later(file.error())) {
            rooms_.late = file.error();
            rooms_.again_ms = dispatch_.now_ms() + again_after_ms;
            return;
        }
        rooms_.waits = false;
        rooms_.late.reset();
        if (!file) {
            rooms_.refused = file.error();
            return;
        }
        auto const label = rooms_.label;
        rooms_.page = RoomsView::Page::closed;
        leave();
        auto opened = dispatch_.share(*file, {Share::How::join, {}, from, label});
        if (!opened) tell(opened.error());
        show(opened ? std::move(opened) : dispatch_.open_file(*file, Access::edit));
    });
}

// After the frame: requests of the dialog; sends what was done.
void App::serve_shared()
{
    if (file_.state == FileDialog::State::closed) rooms_.saving.reset(); // given up
    auto const wanted = std::exchange(rooms_.wanted, RoomsView::Wanted::nothing);
    if (wanted == RoomsView::Wanted::host && dispatch_.open())
        share({Share::How::host, rooms_.address, {}, rooms_.label});
    if (wanted == RoomsView::Wanted::join) receive();
    // Its host was not there.
    if (rooms_.page == RoomsView::Page::join && rooms_.waits && rooms_.late &&
        dispatch_.now_ms() >= rooms_.again_ms)
        receive();
    auto* rooms = dispatch_.shared();
    if (!rooms) return;
    auto const room = dispatch_.room();
    rooms->say_of_room(room ? room->here : 0, written_here());
    pump_shared();
}

// Opens the session again, shared.
void App::share(Share const& how)
{
    auto const path = dispatch_.path();
    auto const looked_at = looked_at_;
    auto const room = dispatch_.room();
    dispatch_.suspend_room(); // the phones stay in it
    leave();
    auto opened = dispatch_.share(path, how);
    auto const why = opened ? std::nullopt : std::optional(opened.error());
    show(opened ? std::move(opened) : dispatch_.open_file(path, Access::edit));
    if (room && dispatch_.open()) told(dispatch_.open_room_again(*room));
    looked_at_ = looked_at;
    if (why) tell(*why);
    if (!why && how.how == Share::How::host) {
        rooms_.label = how.label;
        rooms_.page = RoomsView::Page::invitations;
    }
}

void App::grant_one(OfRooms const& wish)
{
    auto* rooms = dispatch_.shared();
    if (!rooms) return;
    using What = OfRooms::What;
    switch (wish.what) {
    case What::hurry: rooms->hurry(); break;
    case What::rejoin: share({Share::How::rejoin, {}, {}, rooms->state().label}); break;
    case What::seen: rooms->seen(); break;
    case What::drop: rooms->seen(wish.id); break;
    case What::restore: told(rooms->restore(wish.id)); break;
    case What::pass: told(rooms->pass_lead(model::SiteId{wish.id})); break;
    case What::take: told(rooms->take_lead()); break;
    case What::remove: told(rooms->remove_room(model::SiteId{wish.id})); break;
    case What::follow:
        follow_ = Follow::yes;
        follow_lead();
        break;
    case What::stay:
        follow_ = Follow::no;
        looked_at_ = step();
        break;
    case What::count: told(rooms->count_without(model::RoundId{wish.id})); break;
    case What::part:
        if (auto const done = rooms->part(); !done) {
            tell(done.error());
            break;
        }
        auto const path = dispatch_.path();
        auto const looked_at = looked_at_;
        leave();
        show(dispatch_.open_file(path, Access::edit));
        looked_at_ = looked_at;
        say(words().text("rooms.left"), Tone::info);
        break;
    }
}

} // namespace ui
