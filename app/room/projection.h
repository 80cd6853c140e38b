#pragma once

#include "i18n/catalogue.h"
#include "room/fates.h"
#include "room/seats.h"
#include "session/view.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// The projection: the state sent to one phone (app/docs/room.md), computed from a View and a Seat.
// Everything that phones receive of the session is produced here.
namespace room {

// The last ballot of a seat, as received. In memory only.
struct OwnBallot {
    model::RoundId round;
    std::string json; // {"marks":[…]} or {"estimates":[…]}; empty once the round is closed
};

// The parts of the state common to all phones, for one View and one language; `state` adds those of
// a seat.
class Projection {
public:
    // `words` outlives it.
    Projection(i18n::Catalogue const& words, session::View view, std::string const& room);
    ~Projection();
    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;
    Projection(Projection const&) = delete;
    Projection& operator=(Projection const&) = delete;

    // The state of one seat as JSON, without line breaks.
    [[nodiscard]] std::string state(Seat const& seat, OwnBallot const* own, Fates const& fates,
                                    std::int64_t now_ms) const;
    // The sheet of a case as JSON; nothing when the case is not visible.
    [[nodiscard]] std::optional<std::string> sheet(model::CaseId id) const;
    // The open round, else the last closed round that is not revealed; or none.
    [[nodiscard]] model::RoundId round() const;
    // {"round":…,"cast":…} while a round is open, else empty.
    [[nodiscard]] std::string count() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// A hash of a state without its running times and the count of ballots: equal hashes need no new
// event.
std::size_t print_of(std::string_view state);

// The answer to /api/hello. `organisation`: for whom the workshop is held, in the legal notice; may
// be empty.
enum class Joined { no, yes };
std::string hello(i18n::Catalogue const& words, session::View const& view, std::string const& room,
                  std::string const& organisation, Joined joined, std::int64_t now_ms);

// `result` of the state: the last revealed round, or null.
nlohmann::ordered_json result_json(i18n::Catalogue const& words, model::Document const& doc);
// `round` of the state, without its cases and the members that depend on the seat.
nlohmann::ordered_json round_json(i18n::Catalogue const& words, model::Document const& doc,
                                  model::RoundId id);
// An axis: names of its scales and quadrants, and its lines.
nlohmann::ordered_json axis_json(i18n::Catalogue const& words, model::Document const& doc,
                                 model::AxisId id);
// One case of a round.
nlohmann::ordered_json round_case_json(i18n::Catalogue const& words, model::Document const& doc,
                                       model::Round const& round, model::CaseId id);

// Compact JSON; invalid UTF-8 is replaced.
std::string written(nlohmann::ordered_json const& json);
std::string id_text(std::uint64_t id);

} // namespace room
