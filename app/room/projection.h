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

// What one person in the room may see now, as app/docs/room.md says it. Made of a View and of the
// seat, of nothing else: what is not here reaches no phone.
namespace room {

// The ballot that a seat gave last, as it came in; in memory alone, until its round closes.
struct OwnBallot {
    model::RoundId round;
    std::string json; // {"marks":[…]} or {"estimates":[…]}
};

// What is the same for all who read one language, at one version of the session; made once.
class Projection {
public:
    // `words` outlives it.
    Projection(i18n::Catalogue const& words, session::View view, std::string room);
    ~Projection();
    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;
    Projection(Projection const&) = delete;
    Projection& operator=(Projection const&) = delete;

    // The projection of one seat. `now_ms` stands first in it, so that what follows can be compared
    // with what was sent before; see `print_of`.
    [[nodiscard]] std::string state(Seat const& seat, OwnBallot const* own, Fates const& fates,
                                    std::int64_t now_ms) const;
    // The sheet of a case that may be read; nothing of another.
    [[nodiscard]] std::optional<std::string> sheet(model::CaseId id) const;
    // The round that phones see: the one that is open, else the last closed and not revealed.
    [[nodiscard]] model::RoundId round() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// Of what a projection says but for the time: where it is the same, nothing new is to be sent.
std::size_t print_of(std::string_view state);

// What is known before joining.
enum class Joined { no, yes };
std::string hello(i18n::Catalogue const& words, session::View const& view, std::string const& room,
                  Joined joined, std::int64_t now_ms);

// The last result that was revealed, or null. A piece of the projection.
nlohmann::ordered_json result_json(i18n::Catalogue const& words, model::Document const& doc);
// The round as everyone sees it, without its cases and without what is of a seat.
nlohmann::ordered_json round_json(i18n::Catalogue const& words, model::Document const& doc,
                                  model::RoundId id);
// An axis, as the words of its scales and quadrants.
nlohmann::ordered_json axis_json(i18n::Catalogue const& words, model::Document const& doc,
                                 model::AxisId id);
// One case of a round.
nlohmann::ordered_json round_case_json(i18n::Catalogue const& words, model::Document const& doc,
                                       model::Round const& round, model::CaseId id);

// JSON as it is sent: what is not UTF-8 is replaced.
std::string written(nlohmann::ordered_json const& json);
std::string id_text(std::uint64_t id);

// Most characters of what a proposal says.
constexpr std::size_t title_most = 120, description_most = 2000, domain_most = 120, name_most = 60;

} // namespace room
