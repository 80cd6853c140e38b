#pragma once

#include "base/result.h"
#include "model/enums.h"
#include "session/session.h"
#include "shell/cli/commands.h"
#include "shell/files/room_at.h"

#include <nlohmann/json.hpp>

namespace shell {

// Executes the facilitator's lines (app/docs/room.md). The references must outlive it.
class Facilitation {
public:
    using Json = nlohmann::ordered_json;
    // `room`: that of the phones, or null.
    Facilitation(session::Session& session, edit::Actor who, OpenRoom const* room);
    virtual ~Facilitation() = default;
    Facilitation(Facilitation const&) = delete;
    Facilitation& operator=(Facilitation const&) = delete;

    // Executes a line; the JSON to print. `invalid` "host.order" with all orders for an unknown
    // one, "host.line" for one that cannot be read.
    virtual base::Result<Json> obey(std::string const& line);

protected:
    [[nodiscard]] model::Document const& doc() const { return session_.document(); }
    base::Result<Json> done(edit::Command const& command, Json told = Json::object());
    base::Result<Json> step(std::string const& name);
    // `rooms`: "compare-rooms", or empty.
    base::Result<Json> vote(std::string const& name, std::string const& rooms);
    // Opens a round on all visible cases, with the method's default rules.
    base::Result<Json> begin(model::Method method, model::Rooms rooms);
    base::Result<Json> open(std::string const& number);
    // A vote without cases, prepared by a template, is about all of them.
    base::Result<Json> open_prepared(model::RoundId id, model::Round round);
    base::Result<Json> open_round(model::RoundId id);
    // Raised hands beside the ballots of the open round, by number of the case.
    base::Result<Json> hands(std::string const& line);
    // The last round in that state, or none.
    [[nodiscard]] model::RoundId in_state(model::RoundState state) const;
    virtual base::Result<Json> close();
    [[nodiscard]] std::size_t by_phone(model::RoundId round) const;
    base::Result<Json> reveal()
    {
        return done(edit::RevealRound{in_state(model::RoundState::closed)});
    }
    base::Result<Json> accept();
    base::Result<Json> refuse();
    base::Result<Json> moderation(std::string const& name);
    virtual base::Result<Json> show();
    // The first words of the lines that are understood, separated by commas.
    [[nodiscard]] virtual std::string orders() const;
    [[nodiscard]] session::Session& session() const { return session_; }
    [[nodiscard]] edit::Actor const& who() const { return who_; }

private:
    session::Session& session_;
    edit::Actor who_;
    OpenRoom const* room_;
};

// Prints the result of a line.
void tell(Console const& console, base::Result<Facilitation::Json> const& done);

} // namespace shell
