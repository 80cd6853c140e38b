#pragma once

#include "journal/entry.h"
#include "journal/log.h"
#include "model/document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// The history of a session as typed events, read from its journal: decisions with reasons, who
// proposed what, merges, votes, what changed the order. Events describe how records changed, so an
// undo appears as the reverse event. Sentences are in `wording/story.h`.
namespace story {

// A case with its title at that moment.
struct Named {
    model::CaseId id;
    int number = 0;
    std::string title;
    friend bool operator==(Named const&, Named const&) = default;
};
struct Vote {
    model::RoundId id;
    int number = 0;
    std::string question;
    model::Method method = model::Method::dots;
    model::Body body = model::Body::workshop;
    friend bool operator==(Vote const&, Vote const&) = default;
};
struct OnAxis {
    model::AxisId id;
    int place = 0;
    std::string title;
    friend bool operator==(OnAxis const&, OnAxis const&) = default;
};

struct Begun { // the session's title was set or changed
    std::string title;
    std::optional<std::string> before;
};
struct Walked { // the room moved to another step
    model::Step from{}, to{};
};
struct Added {
    struct One {
        Named on;
        std::string proposer; // free text; empty: unknown
        model::Origin origin = model::Origin::typed;
    };
    std::vector<One> cases;
};
struct Edited { // the text of a case changed
    Named on;   // after
    std::string title_before;
    std::vector<std::string> fields; // the changed ones, by their names in model::Case
};
struct Removed {
    std::vector<Named> cases;
};
struct Merged {
    Named into;
    std::vector<Named> from;
};
struct Split { // taken out of their merge
    Named from;
    std::vector<Named> cases;
};
struct Polled { // a vote or an estimating round changed state
    Vote vote;
    enum class To { opened, closed, revealed, reopened, dropped } to = To::opened;
    int cases = 0;
    std::int64_t ballots = 0; // in it at that moment
    int headcount = 0;        // people expected, 0: not said
    std::int64_t by_hand = 0; // people whose hands were counted beside the ballots
};
struct TieCut {
    Vote vote;
    int rank = 0;
    std::vector<Named> order; // empty: the tie was restored
    model::TieRule by = model::TieRule::hand;
    std::string reason;
};
struct Placed {
    struct One {
        Named on;
        OnAxis axis;
        std::optional<model::Placement> before, after; // no `after`: removed
    };
    std::vector<One> where;
};
struct Decided {
    Named on;
    model::Body body = model::Body::workshop;
    model::Decision before, after;
    // the workshop's decision, in an event of the committee
    model::Verdict workshop = model::Verdict::none;
    int open_questions = 0; // guard-rails of the case still open then
};
struct RankMove {
    Named on;
    int before = 0, after = 0; // ranks; 0: not ranked
    friend bool operator==(RankMove const&, RankMove const&) = default;
};
struct Weighed { // a parameter of the order changed: weights, convention or reference round
    struct Weight {
        OnAxis axis;
        int before = 0, after = 0; // thousandths
    };
    std::vector<Weight> weights;
    model::Convention before, after;
    std::optional<Vote> counts;  // the new reference round; none: it did not change, or was cleared
    bool chosen = false;         // whether that choice changed
    std::vector<RankMove> moves; // cases whose rank changed, by new rank
};
struct Budgeted {
    model::Budget before, after;
};
struct Redacted { // texts were erased from the file
    model::Redaction before, after;
};
struct AxisChanged {
    OnAxis axis;
    enum class To { added, reworded, retired, restored } to = To::added;
};
struct Answered { // a guard-rail question was answered for a case
    Named on;
    std::string question;
    model::GuardAnswer before, after;
};

using What = std::variant<Begun, Walked, Added, Edited, Removed, Merged, Split, Polled, TieCut,
                          Placed, Decided, Weighed, Budgeted, Redacted, AxisChanged, Answered>;

struct Event {
    std::uint64_t n = 0;    // number of the entry
    std::int64_t at_ms = 0; // Unix time
    journal::Kind kind = journal::Kind::edit;
    model::Step step{}; // the room's step at that time
    What what;
};

// Whether it is an important event: not edited texts, moved cards or changes of step.
bool is_landmark(Event const& event);

// The time and the step of each entry.
struct Moment {
    std::int64_t at_ms = 0;
    // Time since the start for playback: intervals are at least `shortest_ms` and at most
    // `longest_ms` long.
    std::int64_t played_ms = 0;
    model::Step step{};
};
constexpr std::int64_t shortest_ms = 100, longest_ms = 2000;

struct Story {
    std::vector<Moment> moments{Moment{}}; // after entry n; index 0: before the first entry
    std::vector<Event> events;             // in journal order

    [[nodiscard]] std::uint64_t size() const { return moments.size() - 1; } // number of entries
    // The number of events in the first `n` entries.
    [[nodiscard]] std::size_t events_until(std::uint64_t n) const;
    // The entry that playback shows `played_ms` after its start.
    [[nodiscard]] std::uint64_t at(std::int64_t played_ms) const;
};

// Reads a journal in slices of a few entries, also as it grows. `log` must outlive it.
class Teller {
public:
    explicit Teller(journal::Log const& log)
        : log_(&log)
    {
    }
    // Reads up to `entries` more. False when there is nothing more to read.
    bool advance(std::uint64_t entries);
    [[nodiscard]] Story const& story() const { return story_; }

private:
    journal::Log const* log_;
    model::Document doc_;
    Story story_;
    bool stopped_ = false; // at an invalid entry
};

// Reads a whole journal at once.
Story tell(journal::Log const& log);

// The cases whose rank differs between two documents, by new rank; without random draws.
std::vector<RankMove> rank_moves(model::Document const& before, model::Document const& after);

// The cases of a vote that were edited since it closed, up to entry `n`, by number; complements
// analysis::merged_since and analysis::aside_now.
std::vector<Named> edited_since(Story const& story, model::Document const& doc,
                                model::RoundId round, std::uint64_t n);

} // namespace story
