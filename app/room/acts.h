#pragma once

#include "base/result.h"
#include "model/vote_records.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

// The bodies of requests, read into what they ask for. What is not of the form that
// app/docs/room.md gives is `invalid` "room.json", "room.field" (its name), "room.act"; whether the
// rules of a round allow a ballot is the session's to say.
namespace room {

base::Result<nlohmann::json> read_body(std::string_view body);
base::Result<std::string> act_of(nlohmann::json const& body);

struct Joining {
    std::string code;
    std::string name;
};
base::Result<Joining> read_joining(nlohmann::json const& body);

struct Proposing {
    std::string title, description, domain;
    enum class Signed { no, yes } with_name = Signed::no;
};
// Besides, `invalid` "proposal.title", "proposal.length" (what is too long).
base::Result<Proposing> read_proposing(nlohmann::json const& body);
base::Result<std::string> read_title(nlohmann::json const& body);

base::Result<model::RoundId> read_round(nlohmann::json const& body);
// Of a pair, `round` says at which place the other one stands.
base::Result<model::Ballot> read_ballot(nlohmann::json const& body, model::Round const& round);
base::Result<model::Ballot> read_estimates(nlohmann::json const& body);

base::Result<bool> read_raised(nlohmann::json const& body);
base::Result<std::string> read_name(nlohmann::json const& body);

} // namespace room
