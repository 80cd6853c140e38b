#pragma once

#include "journal/entry.h"
#include "journal/log.h"
#include "model/document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What happened in a session, read from its journal: the decisions with their reasons, who proposed
// what, what was merged into what, how each vote went, what changed the order. Told of what the
// records became, so that what was undone is told as it was. `wording/story.h` says it in words.
namespace story {

// A case as it was called at that moment.
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
    friend bool operator==(Vote const&, Vote const&) = default;
};
struct OnAxis {
    model::AxisId id;
    int place = 0;
    std::string title;
    friend bool operator==(OnAxis const&, OnAxis const&) = default;
};

struct Begun { // the session has a title, or another one
    std::string title;
    std::optional<std::string> before;
};
struct Walked { // the room went to another step
    model::Step from{}, to{};
};
struct Added {
    struct One {
        Named on;
        std::string proposer; // as said; empty: nobody said
        model::Origin origin = model::Origin::typed;
    };
    std::vector<One> cases;
};
struct Edited { // what a case says
    Named on;   // after
    std::string title_before;
    std::vector<std::string> fields; // those that changed, by their names in model::Case
};
struct Removed {
    std::vector<Named> cases;
};
struct Merged {
    Named into;
    std::vector<Named> from;
};
struct Split { // each is on its own again
    Named from;
    std::vector<Named> cases;
};
struct Polled { // a vote, or a round of estimates, went on
    Vote vote;
    enum class To { opened, closed, revealed, reopened, dropped } to = To::opened;
    int cases = 0;
    std::int64_t ballots = 0; // that it holds then
    int headcount = 0;        // people expected, 0: not said
};
struct TieCut {
    Vote vote;
    int rank = 0;
    std::vector<Named> order; // empty: the tie is a tie again
    model::TieRule by = model::TieRule::hand;
    std::string reason;
};
struct Placed {
    struct One {
        Named on;
        OnAxis axis;
        std::optional<model::Placement> before, after; // no `after`: taken off
    };
    std::vector<One> where;
};
struct Decided {
    Named on;
    model::Body body = model::Body::workshop;
    model::Decision before, after;
    model::Verdict workshop = model::Verdict::none; // what the workshop says, beside a committee
    int open_questions = 0;                         // guard-rails of the case, then
};
struct RankMove {
    Named on;
    int before = 0, after = 0; // ranks; 0: not placed
    friend bool operator==(RankMove const&, RankMove const&) = default;
};
struct Weighed { // what the order is made by: weights, the convention, the vote that counts
    struct Weight {
        OnAxis axis;
        int before = 0, after = 0; // thousandths
    };
    std::vector<Weight> weights;
    model::Convention before, after;
    std::optional<Vote> counts;  // the vote that was chosen to count; none: not chosen in this
    bool chosen = false;         // whether that choice changed
    std::vector<RankMove> moves; // of the cases whose rank it changed, by the rank after
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
struct Answered { // a guard-rail question, for a case
    Named on;
    std::string question;
    model::GuardAnswer before, after;
};

using What = std::variant<Begun, Walked, Added, Edited, Removed, Merged, Split, Polled, TieCut,
                          Placed, Decided, Weighed, Budgeted, Redacted, AxisChanged, Answered>;

struct Event {
    std::uint64_t n = 0;    // the entry that it is told of
    std::int64_t at_ms = 0; // Unix time
    journal::Kind kind = journal::Kind::edit;
    model::Step step{}; // that the room was at then
    What what;
};

// What people look for again: all but typing, moving and walking about.
bool is_landmark(Event const& event);

// Of each entry, when it was and at which step.
struct Moment {
    std::int64_t at_ms = 0;
    // Since the start, with what lasted under `shortest_ms` lengthened and pauses over `longest_ms`
    // cut short: playing it, nothing is missed and nobody waits.
    std::int64_t played_ms = 0;
    model::Step step{};
};
constexpr std::int64_t shortest_ms = 100, longest_ms = 2000;

struct Story {
    std::vector<Moment> moments{Moment{}}; // after entry n; the first is before any
    std::vector<Event> events;             // in the order of the entries

    [[nodiscard]] std::uint64_t size() const { return moments.size() - 1; } // entries told
    // The events of the first `n` entries: how many there are.
    [[nodiscard]] std::size_t events_until(std::uint64_t n) const;
    // The moment that is shown `played_ms` after the start.
    [[nodiscard]] std::uint64_t at(std::int64_t played_ms) const;
};

// Reads a journal a few entries at a time; goes on when it grows. `log` outlives it.
class Teller {
public:
    explicit Teller(journal::Log const& log)
        : log_(&log)
    {
    }
    // Up to `entries` more. False when there is nothing more to read.
    bool advance(std::uint64_t entries);
    [[nodiscard]] Story const& story() const { return story_; }

private:
    journal::Log const* log_;
    model::Document doc_;
    Story story_;
    bool stopped_ = false; // at an entry that cannot be read
};

// The whole of it.
Story tell(journal::Log const& log);

// Which cases change rank from one document to the other, by the rank after; nothing of draws.
std::vector<RankMove> rank_moves(model::Document const& before, model::Document const& after);

// What was edited among the cases of a vote since it was closed, as far as entry `n`: beside
// analysis::merged_since and analysis::aside_now. By number, each once.
std::vector<Named> edited_since(Story const& story, model::Document const& doc,
                                model::RoundId round, std::uint64_t n);

} // namespace story
