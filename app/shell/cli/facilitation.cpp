#include "shell/cli/facilitation.h"

#include "analysis/common/in_use.h"
#include "analysis/common/proposals.h"
#include "i18n/errors.h"
#include "model/turnout.h"
#include "model/voting_method.h"
#include "room/projection.h"
#include "shell/machine/machine.h"

#include <algorithm>
#include <ostream>
#include <sstream>

namespace shell {

using base::Errc;
using base::fail;
using base::Result;
using model::RoundState;
using model::RoundStatus;
using Json = Facilitation::Json;

Facilitation::Facilitation(session::Session& session, edit::Actor who, OpenRoom const* room)
    : session_(session)
    , who_(who)
    , room_(room)
{
}

Result<Json> Facilitation::obey(std::string const& line)
{
    std::istringstream words(line);
    std::string what, of, more;
    words >> what >> of >> more;
    if (what == "step") return step(of);
    if (what == "vote") return vote(of, more);
    if (what == "estimate") return begin(model::Method::estimate, model::Rooms::together);
    if (what == "open") return open(of);
    if (what == "hands") return hands(line);
    if (what == "close") return close();
    if (what == "reveal") return reveal();
    if (what == "accept") return accept();
    if (what == "refuse") return refuse();
    if (what == "moderation") return moderation(of);
    if (what == "show") return show();
    return fail(Errc::invalid, "host.order", orders());
}

std::string Facilitation::orders() const
{
    return "step, vote, estimate, open, hands, close, reveal, accept, refuse, moderation, show, "
           "end";
}

Result<Json> Facilitation::done(edit::Command const& command, Json told)
{
    auto const entry = session_.submit(who_, command);
    if (!entry) return fail(entry.error());
    return told;
}

Result<Json> Facilitation::step(std::string const& name)
{
    auto const step = base::from_name<model::Step>(name);
    if (!step) return fail(Errc::invalid, "host.line", name);
    return done(edit::SetStep{*step});
}

Result<Json> Facilitation::vote(std::string const& name, std::string const& rooms)
{
    bool const compares = rooms == "compare-rooms";
    if (!rooms.empty() && !compares) return fail(Errc::invalid, "host.line", rooms);
    auto const method = base::from_name<model::Method>(name.empty() ? "dots" : name);
    if (!method || *method == model::Method::estimate)
        return fail(Errc::invalid, "host.line", name);
    return begin(*method, compares ? model::Rooms::compared : model::Rooms::together);
}

Result<Json> Facilitation::begin(model::Method method, model::Rooms rooms)
{
    model::Round round;
    model::set_method(round, method);
    round.source = model::BallotSource::phones;
    round.rooms = rooms;
    round.cases = analysis::visible_cases(doc());
    auto const id = session_.mint<model::RoundId>();
    if (auto ok = done(edit::PrepareRound{id, round}); !ok) return ok;
    return open_round(id);
}

Result<Json> Facilitation::open(std::string const& number)
{
    for (auto const& [id, round] : model::table<model::Round>(doc()))
        if (model::is_vote(round) && std::to_string(round.number) == number)
            return open_prepared(id, round);
    return fail(Errc::not_found, "round");
}

Result<Json> Facilitation::open_prepared(model::RoundId id, model::Round round)
{
    if (round.cases.empty() && !round.revote_of) {
        round.cases = analysis::visible_cases(doc());
        if (auto ok = done(edit::PrepareRound{id, round}); !ok) return ok;
    }
    return open_round(id);
}

Result<Json> Facilitation::open_round(model::RoundId id)
{
    SystemClock clock;
    return done(edit::OpenRound{id, clock.now_ms()}, {{"round", std::to_string(id.value)}});
}

// "hands PEOPLE NUMBER=COUNT …"
Result<Json> Facilitation::hands(std::string const& line)
{
    std::istringstream words(line);
    std::string what, of;
    edit::RaiseHands raised{in_state(RoundState::open), 0, {}};
    if (!(words >> what >> raised.people)) return fail(Errc::invalid, "host.line", line);
    auto const round = model::get<model::Round>(doc(), raised.id);
    while (words >> of) {
        int number = 0, count = 0;
        char sign = 0, more = 0;
        std::istringstream pair(of);
        if (!(pair >> number >> sign >> count) || sign != '=' || pair >> more)
            return fail(Errc::invalid, "host.line", line);
        auto const on = std::ranges::find(round.cases, number, [&](auto id) {
            return model::get<model::Case>(doc(), id).number;
        });
        if (on == round.cases.end()) return fail(Errc::invalid, "ballot.case");
        raised.hands.emplace_back(*on, count);
    }
    return done(raised, {{"by_hand", raised.people}});
}

model::RoundId Facilitation::in_state(RoundState state) const
{
    model::RoundId last;
    for (auto const& [id, status] : model::table<RoundStatus>(doc()))
        if (status.state == state) last = id;
    return last;
}

Result<Json> Facilitation::close()
{
    auto const phones = by_phone(in_state(RoundState::open));
    auto const closed = session_.close_round(who_, in_state(RoundState::open));
    if (!closed) return fail(closed.error());
    auto const round = in_state(RoundState::closed);
    return Json{{"round", std::to_string(round.value)},
                {"ballots", model::ballots_of(doc(), round)},
                {"by_phone", phones},
                {"by_hand", model::get<RoundStatus>(doc(), round).by_hand}};
}

std::size_t Facilitation::by_phone(model::RoundId round) const
{
    return room::ballots_by_phone(session_.view(who_), round);
}

Result<Json> Facilitation::accept()
{
    edit::AcceptProposals all;
    for (auto id : analysis::as_they_arrived(doc()))
        all.which.push_back({id, session_.mint<model::CaseId>(), {}});
    auto const count = all.which.size();
    return done(all, {{"accepted", count}});
}

Result<Json> Facilitation::refuse()
{
    edit::RefuseProposals all;
    for (auto const& [id, proposal] : model::table<model::Proposal>(doc())) all.ids.push_back(id);
    auto const count = all.ids.size();
    return done(all, {{"refused", count}});
}

Result<Json> Facilitation::moderation(std::string const& name)
{
    auto const said = base::from_name<model::Moderation>(name);
    if (!said) return fail(Errc::invalid, "host.line", name);
    auto how = model::get<model::Gathering>(doc());
    how.moderation = *said;
    return done(edit::SetGathering{how});
}

Result<Json> Facilitation::show()
{
    auto const state = room_ ? room_->server->state() : room::Server::State{};
    auto const open = in_state(RoundState::open);
    return Json{{"step", base::name_of(model::get<model::Stage>(doc()).step)},
                {"cases", analysis::visible_cases(doc()).size()},
                {"proposals", model::table<model::Proposal>(doc()).size()},
                {"round", open ? Json(std::to_string(open.value)) : Json()},
                {"ballots", open ? session_.ballots_in_box(open) : 0},
                {"by_phone", by_phone(open)},
                {"seats", state.seats},
                {"here", state.here},
                {"hands", state.hands}};
}

// Prints the result of a line.
void tell(Console const& console, Result<Json> const& done)
{
    if (console.output == Output::json) {
        Json out{{"ok", done.has_value()}};
        if (done)
            out.update(*done);
        else
            out.update({{"error", done.error().where},
                        {"text", i18n::sentence(console.words, done.error())}});
        console.out << out.dump() << std::endl;
        return;
    }
    if (!done) {
        (void)say_error(console, done.error());
        return;
    }
    if (done->empty()) console.out << console.words.text("cli.host.done") << '\n';
    for (auto const& [name, value] : done->items())
        console.out << name << ' ' << value.dump() << '\n';
    console.out.flush();
}

} // namespace shell
