#pragma once

#include "journal/memory_log.h"
#include "model/voting_method.h"
#include "room/room.h"
#include "session/session.h"
#include "support/folders.h"
#include "support/parsed.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <deque>
#include <functional>
#include <string>

// A room without sockets over a session in memory, with requests and responses of phones.
namespace desk {

using Json = nlohmann::json;

struct Watch : base::Clock {
    std::int64_t t = 1'790'000'000'000;
    std::int64_t now_ms() override { return t; }
};

inline i18n::Catalogue const& words(i18n::Language language)
{
    static auto const french =
        *i18n::Catalogue::load(support::assets_dir(), i18n::Language::french);
    static auto const english =
        *i18n::Catalogue::load(support::assets_dir(), i18n::Language::english);
    return language == i18n::Language::french ? french : english;
}

constexpr char const* host = "192.168.1.20:8080";

struct Said {
    int status = 0;
    Json json;
    std::string cookie, body, type;
    std::vector<std::pair<std::string, std::string>> headers;
    [[nodiscard]] std::string header(std::string const& name) const
    {
        for (auto const& [key, value] : headers)
            if (key == name) return value;
        return {};
    }
};

struct Desk {
    Watch clock;
    support::SeededRandomSource random{7};
    support::TemporaryFolder folder;
    session::Session session =
        *session::Session::open(std::make_unique<journal::MemoryLog>(), clock, random);
    std::optional<room::Room> room;
    bool holds = false; // messages wait until `let_through`
    bool full = false;  // the mailbox refuses messages
    std::deque<session::Message> held;
    int changes = 0;
    std::function<model::Document(model::Document const&, std::string const&)> worded = {};

    Desk()
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
    void open()
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
    bool post(session::Message& message)
    {
        if (full) return false;
        held.push_back(std::move(message));
        if (!holds) let_through();
        return true;
    }
    void let_through()
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
    void show() { room->show(session.view(edit::facilitator)); }
    void act(edit::Command const& command)
    {
        auto const done = session.submit(edit::facilitator, command);
        CAPTURE((done ? std::string{} : done.error().where));
        REQUIRE(done);
        show();
    }
    model::CaseId add(std::string title, std::string proposer = {}, std::string cost = {})
    {
        auto const id = session.mint<model::CaseId>();
        model::Case text;
        text.title = std::move(title);
        text.proposer = std::move(proposer);
        text.cost = std::move(cost);
        act(edit::AddCases{{{id, text, {}}}});
        return id;
    }
    model::RoundId open_round(model::Method method, std::vector<model::CaseId> cases,
                              model::Round round = {})
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
    void close(model::RoundId round)
    {
        REQUIRE(session.close_round(edit::facilitator, round));
        show();
    }

    static room::Request request(room::Request::Verb verb, std::string target)
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
    Said ask(room::Request const& request)
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
};

struct Phone {
    Desk& desk;
    std::string cookie = {};
    std::string from = "192.168.1.31";
    int acts = 0;

    Said post(std::string const& path, Json body)
    {
        auto request = Desk::request(room::Request::Verb::post, path);
        request.from = from;
        if (!cookie.empty()) request.headers.emplace_back("cookie", cookie);
        request.body = body.dump();
        return desk.ask(request);
    }
    Said get(std::string const& target)
    {
        auto request = Desk::request(room::Request::Verb::get, target);
        if (!cookie.empty()) request.headers.emplace_back("cookie", cookie);
        return desk.ask(request);
    }
    // Sends an act with a new identity.
    Said act(std::string const& path, Json body)
    {
        body["act"] = "act-" + cookie.substr(cookie.size() - 8) + "-" + std::to_string(++acts);
        return post(path, std::move(body));
    }
    Phone& join(std::string const& name = {})
    {
        auto const said = post("/api/join", {{"code", desk.room->seats().code()}, {"name", name}});
        REQUIRE(said.status == 200);
        cookie = said.cookie;
        return *this;
    }
    Json state(std::string const& language = "fr")
    {
        auto const said = get("/api/state?lang=" + language);
        REQUIRE(said.status == 200);
        return said.json;
    }
};

inline std::string text(model::RoundId id) { return std::to_string(id.value); }
inline std::string text(model::CaseId id) { return std::to_string(id.value); }

} // namespace desk
