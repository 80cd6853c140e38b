#include "federation/invitation.h"
#include "federation/link.h"
#include "federation/server.h"
#include "i18n/errors.h"
#include "platform/process.h"
#include "shell/cli/bell.h"
#include "shell/cli/commands.h"
#include "shell/cli/facilitation.h"
#include "shell/machine/paths.h"

#include <chrono>
#include <iostream>
#include <sstream>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using Json = Facilitation::Json;

std::int64_t monotonic_ms()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

// A site as a letter: A to Z, then AA, AB…
std::string letter_of(int number)
{
    std::string out;
    for (int left = number; left > 0; left = (left - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (left - 1) % 26));
    return out;
}

std::string letter_of(model::Document const& doc, model::SiteId id)
{
    return letter_of(model::get<model::Site>(doc, id).number);
}

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
    SharedFacilitation(session::Session& session, federation::Machine& machine)
        : Facilitation(session, machine.who(), nullptr)
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
        if (what == "state") return state_of(session(), machine_);
        return Facilitation::obey(line);
    }

protected:
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
        model::Ballot ballot;
        ballot.marks.push_back({round.cases.front(), std::atoi(value.c_str())});
        return empty(session().cast(open, session().mint_token(), ballot));
    }
    Result<Json> pass(std::string const& letter)
    {
        for (auto const& [id, site] : model::table<model::Site>(doc()))
            if (site.state == model::SiteState::here && letter_of(site.number) == letter)
                return written(session().submit(
                    who(), edit::PassLead{model::get<model::Lead>(doc()).site, id}));
        return fail(Errc::not_found, "site", letter);
    }

    federation::Machine& machine_;
};

// What the command line asks for, complete.
struct Plan {
    federation::Invitation invitation;
    std::unique_ptr<federation::Server> server; // started here, or null
    federation::Server::Means means;            // of that server
};

Result<void> write_invitations(fs::path const& file, federation::Server const& server,
                               std::string const& session, std::string const& address)
{
    using model::SitePart;
    for (auto part : {SitePart::facilitator, SitePart::room, SitePart::reader}) {
        auto const& secrets = server.secrets();
        bool const reads = part == SitePart::reader;
        federation::Invitation const invitation{
            session,
            {server.url(address),
             reads ? federation::server_reader : federation::server_user,
             reads ? secrets.reader_password : secrets.password,
             secrets.certificate.certificate,
             federation::certificate_name,
             {}},
            part};
        auto path = file;
        path += "." + std::string(base::name_of(part)) + ".invitation";
        if (auto ok = platform::write_whole(platform::real_disk(), path,
                                            federation::invitation_text(invitation),
                                            platform::Clobber::yes, platform::Readers::owner);
            !ok)
            return ok;
    }
    return {};
}

Result<Plan> hosted(fs::path const& file, FederateAsked const& asked, std::string const& session)
{
    auto at = listening_at(asked.listen);
    if (!at) return fail(at.error());
    auto program = federation::find_server();
    if (!program) return fail(program.error());
    federation::Server::Means const means{*program, state_dir() / "shared" / session};
    auto server = federation::Server::start(means, {at->address, at->port});
    if (!server) return fail(server.error());
    if (auto ok = write_invitations(file, **server, session, shown_address(at->address)); !ok)
        return fail(ok.error());
    auto const& secrets = (*server)->secrets();
    auto const own = at->address == every_address ? std::string(own_address) : at->address;
    federation::Invitation invitation{session,
                                      {(*server)->url(own),
                                       federation::server_user,
                                       secrets.password,
                                       secrets.certificate.certificate,
                                       federation::certificate_name,
                                       {}},
                                      model::SitePart::facilitator};
    return Plan{std::move(invitation), *std::move(server), means};
}

Result<Plan> planned(fs::path const& file, FederateAsked const& asked)
{
    using How = FederateAsked::How;
    if (!federation::can_share()) return fail(Errc::not_found, "shared.no_client");
    if (asked.how == How::join) {
        auto invitation = federation::read_invitation(asked.invitation);
        if (!invitation) return fail(invitation.error());
        return Plan{*std::move(invitation), nullptr, {}};
    }
    auto const log = journal::FileLog::open(file, journal::OpenMode::read);
    if (!log) return fail(log.error());
    auto const& session = log->log->header().session;
    if (asked.how == How::host) return hosted(file, asked, session);
    Plan plan{{session, {asked.url, {}, {}, {}, {}, asked.credentials}, asked.part}, nullptr, {}};
    if (!asked.authority.empty()) {
        auto pem = platform::read_whole(asked.authority);
        if (!pem) return fail(pem.error());
        plan.invitation.server.authority = *std::move(pem);
    }
    return plan;
}

// Makes the file of a machine that joins for the first time.
Result<void> received(fs::path const& file, Plan const& plan)
{
    std::error_code failed;
    if (fs::exists(file, failed)) {
        auto const log = journal::FileLog::open(file, journal::OpenMode::read);
        if (!log) return fail(log.error());
        if (log->log->header().session != plan.invitation.session)
            return fail(Errc::conflict, "shared.other_session", file.filename().string());
        return {};
    }
    auto wire = federation::connect_nats(plan.invitation.server, plan.invitation.session);
    if (!wire) return fail(wire.error());
    return federation::receive_session(**wire, file);
}

class Sharing {
public:
    Sharing(Console const& console, federation::OpenedShared& opened, federation::Machine& machine,
            federation::Link& link)
        : console_(console)
        , opened_(opened)
        , machine_(machine)
        , link_(link)
    {
    }
    // Handles what arrived, and says what changed.
    void pump()
    {
        for (auto const& event : link_.take()) {
            if (auto const* cut = std::get_if<federation::Cut>(&event); cut && cut->why != why_)
                say_once(cut->why);
            if (std::get_if<federation::Linked>(&event)) why_ = {};
            link_.add(machine_.handle(event, monotonic_ms()));
        }
        link_.add(machine_.tick(monotonic_ms()));
        if (auto trouble = machine_.take_trouble()) say(*trouble);
        if (auto const& stopped = machine_.replica().stopped(); stopped && !said_stopped_) {
            said_stopped_ = true;
            say(*stopped);
        }
        if (auto const& notices = opened_.session->notices(); notices != said_notices_) {
            said_notices_ = notices; // ballots that were set aside
            for (auto const& notice : notices) say(notice);
        }
        auto const& doc = opened_.session->document();
        for (auto const& outcome : machine_.replica().take_outcomes())
            if (outcome.kind != federation::Outcome::Kind::as_is || was_alone_)
                print(outcome_json(doc, outcome));
        auto state = state_of(*opened_.session, machine_);
        if (state["state"] == "alone") was_alone_ = true;
        if (state["state"] == "linked" && state["pending"] == 0) was_alone_ = false;
        if (state == shown_) return;
        shown_ = state;
        print(state);
    }

private:
    void print(Json const& what) const
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
        console_.out << console_.words.text(
                            "cli.federate.outcome." + what["outcome"].get<std::string>(),
                            titles.empty() ? what["what"].get<std::string>() : titles)
                     << std::endl;
    }
    void say(base::Error const& error) const
    {
        console_.err << "cadran: " << i18n::sentence(console_.words, error) << std::endl;
    }
    void say_once(base::Error const& error)
    {
        why_ = error;
        say(error);
    }

    Console const& console_;
    federation::OpenedShared& opened_;
    federation::Machine& machine_;
    federation::Link& link_;
    base::Error why_;
    std::vector<base::Error> said_notices_;
    Json shown_;
    mutable std::string said_;
    bool was_alone_ = false, said_stopped_ = false;
};

} // namespace

int federate(Console const& console, fs::path const& file, FederateAsked const& asked)
{
    auto const bell = std::make_shared<Bell>();
    platform::EndRequests const ends([bell] { bell->end(); });
    auto plan = planned(file, asked);
    auto const& read = asked.how == FederateAsked::How::join ? asked.invitation : file;
    if (!plan) return say_error(console, plan.error(), read);
    if (auto ok = received(file, *plan); !ok) return say_error(console, ok.error(), file);
    SystemClock clock;
    SystemRandomSource random;
    journal::FileLog::Options options;
    options.keys = state_dir() / "keys";
    auto opened = federation::open_shared(file, options, clock, random);
    if (!opened) return say_error(console, opened.error(), file);
    for (auto const& notice : opened->notices) say_error(console, notice, file);
    auto kept = federation::read_site_file(file);
    if (!asked.label.empty()) kept.label = asked.label;
    kept.part = plan->invitation.part;
    federation::Machine machine(*opened, {kept.label, kept.part, kept.sites});
    kept.sites.insert(machine.replica().site());
    if (auto ok = federation::write_site_file(file, kept); !ok)
        return say_error(console, ok.error());
    federation::Link link(
        [server = plan->invitation.server, session = plan->invitation.session] {
            return federation::connect_nats(server, session);
        },
        [bell] { bell->ring(); });
    listen_to_lines(bell);
    SharedFacilitation facilitation(*opened->session, machine);
    Sharing sharing(console, *opened, machine, link);
    sharing.pump();
    for (std::string line; bell->wait(line);) {
        if (line == "end") break;
        if (!line.empty()) tell(console, facilitation.obey(line));
        if (plan->server)
            if (auto ok = plan->server->keep_running(plan->means); !ok)
                return say_error(console, ok.error(), file);
        sharing.pump();
    }
    return 0;
}

} // namespace shell
