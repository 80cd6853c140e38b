#include "desk.h"

namespace desk {

i18n::Catalogue const& words(i18n::Language language)
{
    static auto const french =
        *i18n::Catalogue::load(support::assets_dir(), i18n::Language::french);
    static auto const english =
        *i18n::Catalogue::load(support::assets_dir(), i18n::Language::english);
    return language == i18n::Language::french ? french : english;
}

std::string Said::header(std::string const& name) const
{
    for (auto const& [key, value] : headers)
        if (key == name) return value;
    return {};
}

Desk::Desk()
{
    model::Profile profile;
    profile.title = "L’IA au Département";
    model::Axis axis;
    axis.title = "Protection des données";
    axis.order = 1;
    auto const id = session.mint<model::AxisId>();
    REQUIRE(session.submit(edit::facilitator, edit::StartSession{profile, {{id, axis}}}));
    open();
}

void Desk::open()
{
    auto seats = room::Seats::open(platform::real_disk(), folder.path(), "session", random,
                                   0); // later than the time of a real file
    REQUIRE(seats);
    std::set<model::ProposalId> proposed;
    for (auto const& seat : seats->all())
        proposed.insert(seat->proposals.begin(), seat->proposals.end());
    room.emplace(
        room::Parts{{words(i18n::Language::french), words(i18n::Language::english), worded},
                    clock,
                    std::move(*seats),
                    *room::Assets::load(folder / "assets"),
                    *room::Fates::of(session.log(), proposed),
                    session.view(edit::facilitator),
                    {host},
                    [this](session::Message message) { return post(message); },
                    [this] { ++changes; }});
}

bool Desk::post(session::Message& message)
{
    if (full) return false;
    held.push_back(std::move(message));
    if (!holds) let_through();
    return true;
}

void Desk::let_through()
{
    while (!held.empty()) {
        auto message = std::move(held.front());
        held.pop_front();
        if (auto* ask = std::get_if<session::Ask>(&message.what)) {
            auto named = *ask->command.as<edit::Propose>();
            for (auto& one : named.which) one.as = session.mint<model::CaseId>();
            ask->command = named;
        }
        (void)session::deliver(&session, message);
    }
    show();
}

void Desk::act(edit::Command const& command)
{
    auto const done = session.submit(edit::facilitator, command);
    CAPTURE((done ? std::string{} : done.error().where));
    REQUIRE(done);
    show();
}

model::CaseId Desk::add(std::string title, std::string proposer, std::string cost)
{
    auto const id = session.mint<model::CaseId>();
    model::Case text;
    text.title = std::move(title);
    text.proposer = std::move(proposer);
    text.cost = std::move(cost);
    act(edit::AddCases{{{id, text, {}}}});
    return id;
}

model::RoundId Desk::open_round(model::Method method, std::vector<model::CaseId> cases,
                                model::Round round)
{
    auto const id = session.mint<model::RoundId>();
    auto const money = round.money;
    model::set_method(round, method);
    round.money = money;
    round.cases = std::move(cases);
    act(edit::PrepareRound{id, round});
    act(edit::OpenRound{id, clock.now_ms()});
    return id;
}

void Desk::close(model::RoundId round)
{
    REQUIRE(session.close_round(edit::facilitator, round));
    show();
}

room::Request Desk::request(room::Request::Verb verb, std::string target)
{
    room::Request out{verb, std::move(target)};
    out.headers = {{"host", host}};
    out.from = "192.168.1.31";
    if (verb != room::Request::Verb::post) return out;
    out.headers.emplace_back("content-type", "application/json");
    out.headers.emplace_back("x-cadran", "fr");
    out.headers.emplace_back("origin", std::string("http://") + host);
    return out;
}

Said Desk::ask(room::Request const& request)
{
    Said said;
    room->answer(request, [&](room::Room::Reply reply) {
        auto const* response = std::get_if<room::Response>(&reply);
        if (!response) {
            said.status = 200, said.type = "events";
            return;
        }
        said = {response->status,
                support::parsed_or_discarded(response->body),
                {},
                response->body,
                response->type,
                response->headers};
        auto const set = said.header("Set-Cookie");
        said.cookie = set.substr(0, set.find(';'));
    });
    return said;
}

Said Phone::post(std::string const& path, Json body)
{
    auto request = Desk::request(room::Request::Verb::post, path);
    request.from = from;
    if (!cookie.empty()) request.headers.emplace_back("cookie", cookie);
    request.body = body.dump();
    return desk.ask(request);
}

Said Phone::get(std::string const& target)
{
    auto request = Desk::request(room::Request::Verb::get, target);
    if (!cookie.empty()) request.headers.emplace_back("cookie", cookie);
    return desk.ask(request);
}

Said Phone::act(std::string const& path, Json body)
{
    body["act"] = "act-" + cookie.substr(cookie.size() - 8) + "-" + std::to_string(++acts);
    return post(path, std::move(body));
}

Phone& Phone::join(std::string const& name)
{
    auto const said = post("/api/join", {{"code", desk.room->seats().code()}, {"name", name}});
    REQUIRE(said.status == 200);
    cookie = said.cookie;
    return *this;
}

Json Phone::state(std::string const& language)
{
    auto const said = get("/api/state?lang=" + language);
    REQUIRE(said.status == 200);
    return said.json;
}

} // namespace desk
