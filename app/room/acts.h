#pragma once

#include "base/result.h"
#include "model/vote_records.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

// Parsing of request bodies (app/docs/room.md). Errors: `invalid` "room.json", "room.field" with
// the name of the field, "room.act". The rules of a round are checked by the session.
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
// Also `invalid` "proposal.title", "proposal.length" with "why.long.FIELD MOST".
base::Result<Proposing> read_proposing(nlohmann::json const& body);
base::Result<std::string> read_title(nlohmann::json const& body);

base::Result<model::RoundId> read_round(nlohmann::json const& body);
// For pairs, "over" becomes the place of the other case in `round`.
base::Result<model::Ballot> read_ballot(nlohmann::json const& body, model::Round const& round);
base::Result<model::Ballot> read_estimates(nlohmann::json const& body);

base::Result<bool> read_raised(nlohmann::json const& body);
base::Result<std::string> read_name(nlohmann::json const& body);

} // namespace room
