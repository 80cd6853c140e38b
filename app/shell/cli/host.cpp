#include "analysis/common/in_use.h"
#include "exchange/report/join_cards.h"
#include "i18n/errors.h"
#include "model/turnout.h"
#include "model/voting_method.h"
#include "platform/disk.h"
#include "platform/process.h"
#include "shell/cli/commands.h"
#include "shell/cli/opened.h"
#include "shell/files/file_host.h"
#include "shell/files/former_inbox.h"
#include "shell/files/inbox.h"
#include "shell/files/preferences.h"
#include "shell/files/room_at.h"
#include "shell/machine/paths.h"
#include "ui/app/drop_folder.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <iostream>
#include <mutex>
#include <sstream>
#include <thread>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using Json = nlohmann::ordered_json;
using model::RoundState;
using model::RoundStatus;

// Wakes the session's thread: a message, a line of standard input, a request to end.
class Bell {
public:
    void ring()
    {
        std::lock_guard const lock(mutex_);
        rung_ = true;
        wake_.notify_one();
    }
    void type(std::string line)
    {
        std::lock_guard const lock(mutex_);
        lines_.push_back(std::move(line));
        wake_.notify_one();
    }
    void end()
    {
        std::lock_guard const lock(mutex_);
        over_ = true;
        wake_.notify_one();
    }
    // Blocks until there is something to do, at most a second; false when asked to end. `line`: the
    // next line; empty when there is none.
    bool wait(std::string& line)
    {
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, std::chrono::seconds(1),
                       [&] { return rung_ || over_ || !lines_.empty(); });
        rung_ = false;
        line.clear();
        if (!lines_.empty()) {
            line = std::move(lines_.front());
            lines_.pop_front();
        }
        return !over_;
    }

private:
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::string> lines_;
    bool rung_ = false, over_ = false;
};

// Executes the facilitator's lines.
class Facilitation {
public:
    Facilitation(session::Session& session, OpenRoom const& room)
        : session_(session)
        , room_(room)
    {
    }

    // Executes a line; the JSON to print.
    Result<Json> obey(std::string const& line)
    {
        std::istringstream words(line);
        std::string what, of;
        words >> what >> of;
        if (what == "step") return step(of);
        if (what == "vote") return vote(of);
        if (what == "estimate") return begin(model::Method::estimate);
        if (what == "open") return open(of);
        if (what == "close") return close();
        if (what == "reveal") return reveal();
        if (what == "accept") return accept();
        if (what == "refuse") return refuse();
        if (what == "moderation") return moderation(of);
        if (what == "show") return show();
        return fail(Errc::invalid, "host.line", line);
    }

private:
    [[nodiscard]] model::Document const& doc() const { return session_.document(); }
    Result<Json> done(edit::Command const& command, Json told = Json::object())
    {
        auto const entry = session_.submit(own_actor(), command);
        if (!entry) return fail(entry.error());
        return told;
    }
    Result<Json> step(std::string const& name)
    {
        auto const step = base::from_name<model::Step>(name);
        if (!step) return fail(Errc::invalid, "host.line", name);
        return done(edit::SetStep{*step});
    }
    Result<Json> vote(std::string const& name)
    {
        auto const method = base::from_name<model::Method>(name.empty() ? "dots" : name);
        if (!method || *method == model::Method::estimate)
            return fail(Errc::invalid, "host.line", name);
        return begin(*method);
    }
    // Opens a round on all visible cases, with the method's default rules.
    Result<Json> begin(model::Method method)
    {
        model::Round round;
        model::set_method(round, method);
        round.source = model::BallotSource::phones;
        round.cases = analysis::visible_cases(doc());
        auto const id = session_.mint<model::RoundId>();
        if (auto ok = done(edit::PrepareRound{id, round}); !ok) return ok;
        return open_round(id);
    }
    Result<Json> open(std::string const& number)
    {
        for (auto const& [id, round] : model::table<model::Round>(doc()))
            if (model::is_vote(round) && std::to_string(round.number) == number)
                return open_prepared(id, round);
        return fail(Errc::not_found, "round");
    }
    // A vote without cases, prepared by a template, is about all of them.
    Result<Json> open_prepared(model::RoundId id, model::Round round)
    {
        if (round.cases.empty() && !round.revote_of) {
            round.cases = analysis::visible_cases(doc());
            if (auto ok = done(edit::PrepareRound{id, round}); !ok) return ok;
        }
        return open_round(id);
    }
    Result<Json> open_round(model::RoundId id)
    {
        SystemClock clock;
        return done(edit::OpenRound{id, clock.now_ms()}, {{"round", std::to_string(id.value)}});
    }
    // The last round in that state, or none.
    [[nodiscard]] model::RoundId in_state(RoundState state) const
    {
        model::RoundId last;
        for (auto const& [id, status] : model::table<RoundStatus>(doc()))
            if (status.state == state) last = id;
        return last;
    }
    Result<Json> close()
    {
        auto const phones = by_phone(in_state(RoundState::open));
        auto const closed = session_.close_round(own_actor(), in_state(RoundState::open));
        if (!closed) return fail(closed.error());
        auto const round = in_state(RoundState::closed);
        return Json{{"round", std::to_string(round.value)},
                    {"ballots", model::ballots_of(doc(), round)},
                    {"by_phone", phones}};
    }
    [[nodiscard]] std::size_t by_phone(model::RoundId round) const
    {
        return room::ballots_by_phone(session_.view(own_actor()), round);
    }
    Result<Json> reveal() { return done(edit::RevealRound{in_state(RoundState::closed)}); }
    Result<Json> accept()
    {
        edit::AcceptProposals all;
        for (auto const& [id, proposal] : model::table<model::Proposal>(doc()))
            all.which.push_back({id, session_.mint<model::CaseId>(), {}});
        auto const count = all.which.size();
        return done(all, {{"accepted", count}});
    }
    Result<Json> refuse()
    {
        edit::RefuseProposals all;
        for (auto const& [id, proposal] : model::table<model::Proposal>(doc()))
            all.ids.push_back(id);
        auto const count = all.ids.size();
        return done(all, {{"refused", count}});
    }
    Result<Json> moderation(std::string const& name)
    {
        auto const said = base::from_name<model::Moderation>(name);
        if (!said) return fail(Errc::invalid, "host.line", name);
        auto how = model::get<model::Gathering>(doc());
        how.moderation = *said;
        return done(edit::SetGathering{how});
    }
    Result<Json> show()
    {
        auto const state = room_.server->state();
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

    session::Session& session_;
    OpenRoom const& room_;
};

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

// Reads standard input on a detached thread: a blocking read cannot be interrupted.
void listen_to_lines(std::shared_ptr<Bell> const& bell)
{
    std::thread([bell] {
        for (std::string line; std::getline(std::cin, line);) bell->type(line);
    }).detach();
}

// Proposals dropped beside the session, read as the window does. What was refused is said on `err`.
class Drops {
public:
    Drops(Console const& console, fs::path const& file, Opened const& opened,
          session::Mailbox& mail)
        : console_(console)
        , file_(fs::absolute(file).lexically_normal())
        , opening_(opened.session->opening())
        , note_(cache_dir() / watch_notes, file_)
        , folder_(host_, mail)
    {
        say_whose(inbox_of(file_), opened.id);
    }
    void look()
    {
        folder_.look(file_, opening_);
        using As = ui::DropFolder::Read::As;
        auto const& words = console_.words;
        for (auto const& read : folder_.take_read()) {
            if (read.not_moved) say(i18n::sentence(words, *read.not_moved));
            if (read.as == As::waiting) say(i18n::sentence(words, *read.why));
            if (read.as == As::refused)
                say(words.text("inbox.refused", read.name, i18n::sentence(words, *read.why)));
            if (read.as == As::taken && read.left_out > 0)
                say(words.text(
                    "inbox.left_out", read.name,
                    words.plural("inbox.rows", static_cast<std::int64_t>(read.left_out))));
        }
    }

private:
    void say(std::string const& text) const { console_.err << "cadran: " << text << std::endl; }

    Console const& console_;
    fs::path file_;
    std::shared_ptr<void const> opening_;
    WatchNote note_; // for programs that know the file by another name
    FileHost host_{settings_dir(), sessions_dir(), cache_dir(), assets_dir(), state_dir()};
    ui::DropFolder folder_;
};

void announce(Console const& console, OpenRoom const& room, room::Listening const& at)
{
    auto const state = room.server->state();
    auto const url = room.url(shown_address(at.address));
    if (console.output == Output::json)
        console.out << Json{{"url", url}, {"code", state.code}, {"port", state.port}}.dump()
                    << std::endl;
    else
        console.out << console.words.text("cli.host.open", url, state.code) << std::endl;
}

// Writes the cards to print, before anything is announced.
Result<void> write_cards(Console const& console, OpenRoom const& room, room::Listening const& at,
                         session::Session const& session, fs::path const& to)
{
    auto const state = room.server->state();
    auto const address = shown_address(at.address);
    auto const page =
        exchange::join_cards(console.words, {model::get<model::Profile>(session.document()).title,
                                             room.url(address),
                                             address + ":" + std::to_string(state.port),
                                             state.code,
                                             {}});
    if (!page) return fail(page.error());
    return platform::write_whole(platform::real_disk(), to, *page, platform::Clobber::yes,
                                 platform::Readers::owner);
}

} // namespace

int host(Console const& console, fs::path const& file, HostAsked const& asked)
{
    auto const bell = std::make_shared<Bell>();
    platform::EndRequests const ends([bell] { bell->end(); });
    auto at = listening_at(asked.listen);
    if (!at) return say_error(console, at.error());
    at->certificate = asked.certificate, at->key = asked.key;
    auto opened = open_session(console, file, journal::OpenMode::write);
    if (!opened) return say_error(console, opened.error(), file);
    auto& session = *(*opened)->session;
    if (!session.log().writable())
        return (*opened)->notices.empty() ? say_error(console, session.log().why_closed(), file)
                                          : 1;
    auto const mail = std::make_shared<session::Mailbox>();
    mail->on_post([bell] { bell->ring(); });
    auto room = open_room(room_means(), *at, session, mail);
    if (!room) return say_error(console, room.error());
    Preferences const preferences(settings_dir() / "preferences.json");
    for (auto const& set : ui::to_adopt(session.document(), preferences.notices()))
        if (auto const kept = session.submit(own_actor(), set); !kept)
            return say_error(console, kept.error());
    (*room)->follow(session);
    if (!asked.cards.empty())
        if (auto const done = write_cards(console, **room, *at, session, asked.cards); !done)
            return say_error(console, done.error());
    announce(console, **room, *at);
    listen_to_lines(bell);
    Drops drops(console, file, **opened, *mail);

    Facilitation facilitation(session, **room);
    bool over = false;
    constexpr std::size_t together = 64; // messages before the next View
    for (std::string line; !over && bell->wait(line);) {
        drops.look();
        for (auto& message : mail->take(together)) {
            name_cases(session, message);
            (void)session::deliver(&session, message);
        }
        if (!line.empty()) {
            over = line == "end";
            tell(console, over ? (*room)->server->close().map([] { return Json::object(); })
                               : facilitation.obey(line));
        }
        (*room)->follow(session);
        if (!mail->empty()) bell->ring();
    }
    mail->close();
    return 0;
}

} // namespace shell
