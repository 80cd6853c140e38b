#include "i18n/errors.h"
#include "platform/process.h"
#include "shell/cli/bell.h"
#include "shell/cli/commands.h"
#include "shell/cli/facilitation.h"
#include "shell/cli/phones.h"
#include "shell/machine/paths.h"
#include "shell/sharing/shared_session.h"

#include <charconv>
#include <iostream>
#include <sstream>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using Json = Facilitation::Json;

constexpr std::size_t label_most = 200; // bytes

// What the state line says of a machine.
Json state_of(session::Session const& session, federation::Machine& machine)
{
    auto const& replica = machine.replica();
    auto const& doc = session.settled_document();
    auto const now = monotonic_ms();
    Json sites = Json::array();
    for (auto const& [id, site] : model::table<model::Site>(doc)) {
        if (site.state == model::SiteState::left) continue;
        bool const here = id == replica.site();
        bool const heard = here || machine.presence().of(id, now).has_value();
        sites.push_back({{"letter", letter_of(site.number)},
                         {"label", site.label},
                         {"part", base::name_of(site.part)},
                         {"here", here},
                         {"linked", heard},
                         {"lead", model::get<model::Lead>(doc).site == id}});
    }
    Json waiting = Json::array();
    for (auto const& one : machine.collector().waiting())
        for (auto site : one.missing) waiting.push_back(letter_of(doc, site));
    auto const* state = replica.stopped()     ? "stopped"
                        : replica.replaced()  ? "replaced"
                        : replica.in_step()   ? "linked"
                        : replica.is_linked() ? "catching-up"
                                              : "alone";
    Json out{{"state", state},
             {"entries", session.settled()},
             {"hash", session.log().hash(session.settled())},
             {"pending", replica.pending()},
             {"sites", std::move(sites)},
             {"waiting_for", std::move(waiting)}};
    if (replica.hindered()) out["hindered"] = replica.hindered()->where;
    if (replica.stopped())
        out["error"] = {{"where", replica.stopped()->where}, {"detail", replica.stopped()->detail}};
    return out;
}

Json outcome_json(model::Document const& doc, federation::Outcome const& outcome)
{
    using Kind = federation::Outcome::Kind;
    auto const* kind = outcome.kind == Kind::as_is      ? "as_is"
                       : outcome.kind == Kind::changed  ? "changed"
                       : outcome.kind == Kind::unneeded ? "unneeded"
                                                        : "refused";
    Json cases = Json::array(), numbers = Json::array();
    for (auto id : outcome.cases)
        if (auto const* one = model::find<model::Case>(doc, id))
            cases.push_back({{"number", one->number}, {"title", one->title}});
    for (auto const& [was, is] : outcome.numbers) numbers.push_back({was, is});
    Json out{{"outcome", kind}, {"what", outcome.label}, {"cases", cases}, {"numbers", numbers}};
    if (outcome.kind == Kind::refused) {
        out["why"] = outcome.why.where;
        out["detail"] = outcome.why.detail;
        if (outcome.by.value != 0) out["by"] = letter_of(doc, federation::site_of(outcome.by));
    }
    return out;
}

// The lines of `host`, and those of several machines.
class SharedFacilitation : public Facilitation {
public:
    SharedFacilitation(session::Session& session, federation::Machine& machine,
                       OpenRoom const* room)
        : Facilitation(session, machine.who(), room)
        , machine_(machine)
    {
    }
    Result<Json> obey(std::string const& line) override
    {
        std::istringstream words(line);
        std::string what, rest;
        words >> what >> std::ws;
        std::getline(words, rest);
        if (what == "add") return add(rest);
        if (what == "undo") return written(session().undo(who()));
        if (what == "count")
            return empty(
                machine_.collector().count_without(who(), in_state(model::RoundState::open)));
        if (what == "cast") return cast(rest);
        if (what == "lead") return empty(machine_.take_lead(monotonic_ms()));
        if (what == "pass") return pass(rest);
        if (what == "remove") return remove(rest);
        if (what == "state") return state_of(session(), machine_);
        return Facilitation::obey(line);
    }

protected:
    [[nodiscard]] std::string orders() const override
    {
        return "add, undo, cast, count, lead, pass, remove, state, " + Facilitation::orders();
    }
    // Asks the sites for their ballots; the round is closed when they have come.
    Result<Json> close() override
    {
        return empty(machine_.collector().ask(who(), in_state(model::RoundState::open)));
    }

private:
    static Result<Json> empty(Result<void> const& done)
    {
        if (!done) return fail(done.error());
        return Json::object();
    }
    static Result<Json> written(Result<journal::Entry> const& done)
    {
        if (!done) return fail(done.error());
        return Json{{"entry", done->n}};
    }
    Result<Json> add(std::string const& title)
    {
        model::Case text;
        text.title = title;
        return written(
            session().submit(who(), edit::AddCases{{{session().mint<model::CaseId>(), text, {}}}}));
    }
    // A ballot for the first case of the open round, by a new voter before this machine.
    Result<Json> cast(std::string const& value)
    {
        auto const open = in_state(model::RoundState::open);
        auto const round = model::get<model::Round>(doc(), open);
        if (round.cases.empty()) return fail(Errc::conflict, "round.not_open");
        int mark = 0;
        auto const* end = value.data() + value.size();
        if (auto const read = std::from_chars(value.data(), end, mark);
            read.ec != std::errc{} || read.ptr != end)
            return fail(Errc::invalid, "host.line", "cast " + value);
        model::Ballot ballot;
        ballot.marks.push_back({round.cases.front(), mark});
        return empty(session().cast(open, session().mint_token(), ballot));
    }
    // The site of a letter, or none.
    [[nodiscard]] model::SiteId named(std::string const& letter) const
    {
        for (auto const& [id, site] : model::table<model::Site>(doc()))
            if (site.state == model::SiteState::here && letter_of(site.number) == letter) return id;
        return {};
    }
    Result<Json> pass(std::string const& letter)
    {
        auto const id = named(letter);
        if (!id) return fail(Errc::not_found, "site", letter);
        return written(
            session().submit(who(), edit::PassLead{model::get<model::Lead>(doc()).site, id}));
    }
    Result<Json> remove(std::string const& letter)
    {
        auto const id = named(letter);
        if (!id) return fail(Errc::not_found, "site", letter);
        return empty(machine_.remove_site(id, monotonic_ms()));
    }

    federation::Machine& machine_;
};

fs::path folder_of(std::string const& session) { return state_dir() / "shared" / session; }

// Are the addresses, typed by a person, addresses? Where this machine listens as a host.
Result<room::Listening> checked_addresses(FederateAsked const& asked)
{
    using How = FederateAsked::How;
    if (asked.how == How::host) return listening_at(asked.listen);
    if (asked.how == How::server)
        if (auto const ok = federation::check_addresses(asked.url); !ok) return fail(ok.error());
    return room::Listening{};
}

// Where the machines meet, as the command line says.
Result<Meeting> planned(Console const& console, fs::path const& file, FederateAsked const& asked)
{
    using How = FederateAsked::How;
    if (asked.label.size() > label_most) return fail(Errc::invalid, "site.label", "why.long.label");
    auto const at = checked_addresses(asked);
    if (!at) return fail(at.error());
    if (!federation::can_share()) return fail(Errc::not_found, "shared.no_client");
    if (asked.how == How::join) {
        auto invitation = federation::read_invitation(asked.invitation);
        if (!invitation) return fail(invitation.error());
        return Meeting{*std::move(invitation), nullptr, {}, {}};
    }
    auto const log = journal::FileLog::open(file, journal::OpenMode::read);
    if (!log) return fail(log.error());
    auto const& session = log->log->header().session;
    if (asked.how == How::host) {
        bool const again = hosted_before(file, session, folder_of(session));
        auto out = host_session(session, folder_of(session), {at->address, at->port},
                                shown_address(at->address));
        if (out && again)
            say_error(console, {Errc::conflict, "shared.again", file.filename().string(), 0});
        return out;
    }
    Meeting plan{
        {session, {asked.url, {}, {}, {}, {}, asked.credentials, asked.replicas}, asked.part},
        nullptr,
        {},
        {}};
    if (!asked.credentials.empty())
        if (auto const read = platform::read_whole(asked.credentials); !read)
            return fail(read.error());
    if (!asked.authority.empty()) {
        auto pem = platform::read_whole(asked.authority);
        if (!pem) return fail(pem.error());
        plan.invitation.server.authority = *std::move(pem);
    }
    return plan;
}

// Prints what changed.
class Told {
public:
    Told(Console const& console, SharedSession& shared)
        : console_(console)
        , shared_(shared)
    {
    }
    Result<void> pump()
    {
        auto const news = shared_.pump();
        if (!news) return fail(news.error());
        for (auto const& error : news->errors)
            console_.err << "cadran: " << i18n::sentence(console_.words, error) << std::endl;
        auto const& doc = shared_.session().document();
        for (auto const& outcome : news->outcomes) print(outcome_json(doc, outcome));
        auto state = state_of(shared_.session(), shared_.machine());
        if (state == shown_) return {};
        shown_ = state;
        print(state);
        return {};
    }

private:
    // What a command does, in words.
    [[nodiscard]] std::string told_of(std::string const& command) const
    {
        return console_.words.text("reverted." + command);
    }
    void print(Json const& what)
    {
        if (console_.output == Output::json) {
            console_.out << what.dump() << std::endl;
            return;
        }
        if (what.contains("state") && what["state"] == said_) return;
        if (what.contains("state")) {
            said_ = what["state"].get<std::string>();
            console_.out << console_.words.text("cli.federate.state." + said_) << std::endl;
            return;
        }
        std::string titles;
        for (auto const& one : what["cases"])
            titles += (titles.empty() ? "" : ", ") + one["title"].get<std::string>();
        console_.out << console_.words.text("cli.federate.outcome." +
                                                what["outcome"].get<std::string>(),
                                            titles.empty() ? told_of(what["what"]) : titles)
                     << std::endl;
    }

    Console const& console_;
    SharedSession& shared_;
    Json shown_;
    std::string said_;
};

// The lines of a session that this machine has not yet, once the host has it. Says that it waits.
// False: asked to end meanwhile.
Result<bool> received_at_last(Console const& console, fs::path const& file,
                              federation::Invitation const& invitation, Bell& bell)
{
    base::Error said;
    for (;;) {
        auto const done = received(file, invitation);
        if (done) return true;
        if (!session::comes_later(done.error())) return fail(done.error());
        if (std::exchange(said, done.error()) != done.error()) {
            if (console.output == Output::json)
                console.out << Json{{"state", "waiting"}, {"why", done.error().where}}.dump()
                            << std::endl;
            else
                console.out << console.words.text("cli.federate.state.waiting") << std::endl;
        }
        std::string line;
        if (!bell.wait(line) || line == "end") return false;
        if (!line.empty()) tell(console, fail(done.error()));
    }
}

// Opens the phones' room, and writes the invitations where this machine hosts.
Result<void> opened_to_others(fs::path const& file, FederateAsked const& asked,
                              Meeting const& meeting, edit::Actor const& who, Phones& phones)
{
    if (!asked.phones.listen.empty())
        if (auto ok = phones.open(asked.phones, who); !ok) return ok;
    return write_invitations(file, meeting);
}

} // namespace

int federate(Console const& console, fs::path const& file, FederateAsked const& asked)
{
    auto const bell = std::make_shared<Bell>();
    platform::EndRequests const ends([bell] { bell->end(); });
    auto plan = planned(console, file, asked);
    auto const& read = asked.how == FederateAsked::How::join ? asked.invitation : file;
    if (!plan) return say_error(console, plan.error(), read);
    listen_to_lines(bell);
    auto const here = received_at_last(console, file, plan->invitation, *bell);
    if (!here) return say_error(console, here.error(), file);
    if (!*here) return 0;
    SystemClock clock;
    SystemRandomSource random;
    journal::FileLog::Options options;
    options.keys = state_dir() / "keys";
    auto shared =
        SharedSession::open(file, {asked.label, plan->invitation.part}, options, clock, random);
    if (!shared) return say_error(console, shared.error(), file);
    for (auto const& notice : (*shared)->notices()) say_error(console, notice, file);
    auto& session = (*shared)->session();
    auto& machine = (*shared)->machine();
    Phones phones(console, file, (*shared)->id(), session, bell);
    if (auto ok = opened_to_others(file, asked, *plan, machine.who(), phones); !ok) {
        if (asked.how == FederateAsked::How::host) (*shared)->forget_first();
        return say_error(console, ok.error());
    }
    (*shared)->link(*std::move(plan), [bell] { bell->ring(); });
    SharedFacilitation facilitation(session, machine, phones.room());
    Told told(console, **shared);
    if (auto ok = told.pump(); !ok) return say_error(console, ok.error(), file);
    bool over = false;
    for (std::string line; !over && bell->wait(line);) {
        phones.turn();
        over = line == "end";
        if (over)
            (void)phones.close();
        else if (!line.empty())
            tell(console, facilitation.obey(line));
        if (auto ok = told.pump(); !ok) return say_error(console, ok.error(), file);
        phones.turn(); // what others did
    }
    return 0;
}

} // namespace shell
