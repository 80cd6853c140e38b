#pragma once

#include "model/enums.h"
#include "model/ids.h"
#include "model/level.h"

#include <cstdint>
#include <string>
#include <vector>

// The records of votes and of blind estimates, in the form of records.h.
namespace model {

// The scale that people answered on, where it was not 0 to 10: answers map linearly to levels,
// `low` to 0 and `high` to 1000.
struct ScaleRange {
    int low = 0; // -1,000,000..1,000,000, below `high`
    int high = 10;
    int points = 11; // number of possible answers, evenly spaced; 0: any number
    friend bool operator==(ScaleRange const&, ScaleRange const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("low", r.low), f("high", r.high), f("points", r.points);
    }
};

// The scales of an axis in an estimating round held outside this program.
struct AxisScales {
    AxisId axis;
    ScaleRange opportunity, risk;
    friend bool operator==(AxisScales const&, AxisScales const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("axis", r.axis), f("opportunity", r.opportunity), f("risk", r.risk);
    }
};

// A question put to the room: cases and rules. Fixed once the round is open.
struct Round {
    using Key = RoundId;
    static constexpr char const* name = "round";
    int number = 0; // from 1
    std::string question;
    Method method = Method::dots;
    std::vector<CaseId> cases; // in the order shown to voters
    int budget = 10;           // dots, points or credits of each ballot
    int cap = 3;               // maximum on one case, 0 = no limit
    int choices = 5;           // maximum number of cases chosen or ranked, 0 = no limit
    int grades = 10;           // highest score, or number of grades
    std::int64_t money = 0;    // the money to spend, in hundredths of the unit of costs
    BlankPolicy blank = BlankPolicy::below;
    BallotSource source = BallotSource::keyboard;
    int headcount = 0; // expected voters, 0 = not given
    Rule rule = Rule::standard;
    int quorum = 0; // for scores: percent of the voters who must answer for a case to count
    // The grades, worst to best; empty: the default words.
    std::vector<std::string> labels = {};
    RoundId revote_of = {}; // the round that this one repeats for some of its cases
    Facilitator facilitator = Facilitator::votes;
    Against against = Against::refused; // for credits
    int seats = 3;                      // number of cases elected, for methods that elect several
    // Who votes. The committee's rounds stand beside the workshop's and count only where chosen.
    Body body = Body::workshop;
    // Of an estimating round: the axes estimated; empty: the active axes when it opens.
    std::vector<AxisId> axes = {};
    std::vector<AxisScales> scales = {}; // per axis; others: 0 to 10
    // Of a vote by ballots: the result of each room is shown too, see ByRoom.
    Rooms rooms = Rooms::together;
    friend bool operator==(Round const&, Round const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("number", r.number), f("question", r.question), f("method", r.method);
        f("cases", r.cases), f("budget", r.budget), f("cap", r.cap), f("choices", r.choices);
        f("grades", r.grades), f("money", r.money), f("blank", r.blank), f("source", r.source);
        f("headcount", r.headcount), f("rule", r.rule), f("quorum", r.quorum);
        f("labels", r.labels), f("revote_of", r.revote_of), f("facilitator", r.facilitator);
        f("axes", r.axes), f("against", r.against), f("seats", r.seats);
        f("scales", r.scales), f("body", r.body), f("rooms", r.rooms);
    }
    static void refs(Key, Round const& r, auto&& f)
    {
        for (auto id : r.cases) f(id);
        if (r.revote_of) f(r.revote_of);
        for (auto id : r.axes) f(id);
        for (auto const& one : r.scales) f(one.axis);
    }
};

struct RoundStatus {
    using Key = RoundId;
    static constexpr char const* name = "round_status";
    RoundState state = RoundState::setup;
    std::int64_t opened_ms = 0; // Unix time, 0 = not opened
    std::int64_t closed_ms = 0;
    std::int64_t until_ms = 0; // announced closing time, 0 = none
    Ways ways = Ways::unknown; // of a closed round: by what way its ballots came
    int by_keyboard = 0;       // ballots, when `counted`, else 0
    int by_phone = 0;
    // Of a vote by ballots: people who raised hands instead, known to all; their hands are Hands
    // records. 0..voters_max, more than or as many as raised hands for any case.
    int by_hand = 0;
    friend bool operator==(RoundStatus const&, RoundStatus const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("state", r.state), f("opened_ms", r.opened_ms), f("closed_ms", r.closed_ms);
        f("until_ms", r.until_ms), f("ways", r.ways);
        f("by_keyboard", r.by_keyboard), f("by_phone", r.by_phone), f("by_hand", r.by_hand);
    }
    static void refs(Key key, RoundStatus const&, auto&& f) { f(key); }
};

// One line of a ballot. The meaning of `value` depends on the round's method: dots or points given,
// 1 for an approval, a score, a grade from 0 (worst), a rank from 1 (best); for pairs, the index
// (from 1, in the round's cases) of the case that this one was preferred to.
struct Mark {
    CaseId on;
    int value = 0;
    friend bool operator==(Mark const&, Mark const&) = default;
    static void fields(auto& r, auto&& f) { f("case", r.on), f("value", r.value); }
};

struct EstimateKey {
    RoundId round;
    int voter = 0; // the ballot's number: links a person's estimates of one round, and nothing else
    AxisId axis;
    CaseId on;
    friend auto operator<=>(EstimateKey const&, EstimateKey const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("round", r.round), f("voter", r.voter), f("axis", r.axis), f("case", r.on);
    }
};

// Where one person puts one case on one axis, in an estimating round.
struct Estimate {
    using Key = EstimateKey;
    static constexpr char const* name = "estimate";
    Level opportunity = -1; // -1: "don't know"
    Level risk = -1;
    Level severity = -1; // components of `risk`, -1: entered as one number
    Level likelihood = -1;
    friend bool operator==(Estimate const&, Estimate const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("opportunity", r.opportunity), f("risk", r.risk), f("severity", r.severity);
        f("likelihood", r.likelihood);
    }
    static void refs(Key const& key, Estimate const&, auto&& f)
    {
        f(key.round), f(key.axis), f(key.on);
    }
};

// One line of a ballot of an estimating round.
struct EstimateMark {
    AxisId axis;
    CaseId on;
    Estimate at;
    friend bool operator==(EstimateMark const&, EstimateMark const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("axis", r.axis), f("case", r.on);
        Estimate::fields(r.at, f);
    }
};

struct BallotKey {
    RoundId round;
    int number = 0; // drawn at random at the close: reveals neither who voted nor when
    friend auto operator<=>(BallotKey const&, BallotKey const&) = default;
    static void fields(auto& r, auto&& f) { f("round", r.round), f("number", r.number); }
};

struct Ballot {
    using Key = BallotKey;
    static constexpr char const* name = "ballot";
    std::vector<Mark> marks; // empty: a blank ballot
    int copies = 1;          // number of identical ballots it represents (imported elections)
    // Of an estimating round, until it closes; then each becomes an Estimate record.
    std::vector<EstimateMark> estimates = {};
    friend bool operator==(Ballot const&, Ballot const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("marks", r.marks), f("copies", r.copies), f("estimates", r.estimates);
    }
    static void refs(Key const& key, Ballot const& r, auto&& f)
    {
        f(key.round);
        for (auto const& mark : r.marks) f(mark.on);
        for (auto const& mark : r.estimates) f(mark.axis), f(mark.on);
    }
};

// Rooms whose ballots are told apart from those of the others, but not from each other.
struct RoomBallots {
    std::vector<SiteId> sites; // their machines, by letter
    std::vector<int> ballots;  // numbers of their ballots, ascending
    friend bool operator==(RoomBallots const&, RoomBallots const&) = default;
    static void fields(auto& r, auto&& f) { f("sites", r.sites), f("ballots", r.ballots); }
};

// From which rooms the ballots of a closed vote came, where its rules compare rooms and enough came
// from each: at least two parts of `room_least` ballots or more, every ballot in one of them.
struct ByRoom {
    using Key = RoundId;
    static constexpr char const* name = "by_room";
    std::vector<RoomBallots> rooms;
    friend bool operator==(ByRoom const&, ByRoom const&) = default;
    static void fields(auto& r, auto&& f) { f("rooms", r.rooms); }
    static void refs(Key key, ByRoom const& r, auto&& f)
    {
        f(key);
        for (auto const& one : r.rooms)
            for (auto id : one.sites) f(id);
    }
};

struct HandsKey {
    RoundId round;
    CaseId on;
    friend auto operator<=>(HandsKey const&, HandsKey const&) = default;
    static void fields(auto& r, auto&& f) { f("round", r.round), f("case", r.on); }
};

// The number of hands raised for one case: in a round by raised hands, or beside the ballots of an
// approval vote (RoundStatus::by_hand).
struct Hands {
    using Key = HandsKey;
    static constexpr char const* name = "hands";
    int count = 0;
    friend bool operator==(Hands const&, Hands const&) = default;
    static void fields(auto& r, auto&& f) { f("count", r.count); }
    static void refs(Key const& key, Hands const&, auto&& f) { f(key.round), f(key.on); }
};

struct TieKey {
    RoundId round;
    int rank = 0; // the rank that the tied cases share
    friend auto operator<=>(TieKey const&, TieKey const&) = default;
    static void fields(auto& r, auto&& f) { f("round", r.round), f("rank", r.rank); }
};

// How a tie was broken. It applies to exactly this set of tied cases; under another counting rule,
// other ties remain ties.
struct TieDecision {
    using Key = TieKey;
    static constexpr char const* name = "tie_decision";
    std::vector<CaseId> order; // the tied cases, best first
    TieRule by = TieRule::hand;
    std::uint64_t seed = 0; // of the random draw
    std::string reason;
    friend bool operator==(TieDecision const&, TieDecision const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("order", r.order), f("by", r.by), f("seed", r.seed), f("reason", r.reason);
    }
    static void refs(Key const& key, TieDecision const& r, auto&& f)
    {
        f(key.round);
        for (auto id : r.order) f(id);
    }
};

} // namespace model
