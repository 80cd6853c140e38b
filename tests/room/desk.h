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

i18n::Catalogue const& words(i18n::Language language);

constexpr char const* host = "192.168.1.20:8080";

struct Said {
    int status = 0;
    Json json;
    std::string cookie, body, type;
    std::vector<std::pair<std::string, std::string>> headers;
    [[nodiscard]] std::string header(std::string const& name) const;
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

    Desk();
    void open();
    bool post(session::Message& message);
    void let_through();
    void show() { room->show(session.view(edit::facilitator)); }
    void act(edit::Command const& command);
    model::CaseId add(std::string title, std::string proposer = {}, std::string cost = {});
    model::RoundId open_round(model::Method method, std::vector<model::CaseId> cases,
                              model::Round round = {});
    void close(model::RoundId round);

    static room::Request request(room::Request::Verb verb, std::string target);
    Said ask(room::Request const& request);
};

struct Phone {
    Desk& desk;
    std::string cookie = {};
    std::string from = "192.168.1.31";
    int acts = 0;

    Said post(std::string const& path, Json body);
    Said get(std::string const& target);
    // Sends an act with a new identity.
    Said act(std::string const& path, Json body);
    Phone& join(std::string const& name = {});
    Json state(std::string const& language = "fr");
};

inline std::string text(model::RoundId id) { return std::to_string(id.value); }
inline std::string text(model::CaseId id) { return std::to_string(id.value); }

} // namespace desk
