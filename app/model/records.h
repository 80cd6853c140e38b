#pragma once

#include "base/geometry.h"
#include "model/enums.h"
#include "model/ids.h"

#include <cstdint>
#include <string>
#include <vector>

// The records of a session. Each is small and holds one fact that people change together; what a
// thing says and where it lies are separate records, so editing one never conflicts with moving the
// other.
//
// `name` is what the file calls the record. `fields` lists its fields with the names the file gives
// them; a field missing from an old file keeps the default written here. `refs` lists the things it
// refers to.
namespace model {

// A number on one of the two scales of a matrix: 0..1000 inside, 0..10 on screen.
using Level = int;
constexpr Level level_max = 1000;

// A risk said as two numbers, how severe (gravité) and how likely (vraisemblance), shows as one:
// their geometric mean, rounded. CNIL's PIA guides and ANSSI's EBIOS Risk Manager rate a risk on
// these two scales and leave the grid that joins them to whoever uses it; this one puts risks in
// the order of the product, as most such grids do, and stays on the scale.
Level risk_of(Level severity, Level likelihood);

struct Profile {
    using Key = Only;
    static constexpr char const* name = "profile";
    std::string title;
    std::string language = "fr"; // "fr" or "en"
    std::string from_template;   // name of the template it was started from
    friend bool operator==(Profile const&, Profile const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("title", r.title), f("language", r.language), f("template", r.from_template);
    }
};

// The step that the room is at.
struct Stage {
    using Key = Only;
    static constexpr char const* name = "stage";
    Step step = Step::gather;
    friend bool operator==(Stage const&, Stage const&) = default;
    static void fields(auto& r, auto&& f) { f("step", r.step); }
};

// The room's timer. Running when paused_left_ms is 0 and end_ms is not.
struct Timer {
    using Key = Only;
    static constexpr char const* name = "timer";
    std::int64_t start_ms = 0;       // Unix time
    std::int64_t end_ms = 0;         // Unix time
    std::int64_t paused_left_ms = 0; // what was left when it was paused
    friend bool operator==(Timer const&, Timer const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("start_ms", r.start_ms), f("end_ms", r.end_ms), f("paused_left_ms", r.paused_left_ms);
    }
};

struct Room {
    using Key = Only;
    static constexpr char const* name = "room";
    int headcount = 0; // people who may vote, 0 = not said
    friend bool operator==(Room const&, Room const&) = default;
    static void fields(auto& r, auto&& f) { f("headcount", r.headcount); }
};

// The stated convention of the final order: index = O - lambda R + mu V, see METHODS on the index.
struct Convention {
    using Key = Only;
    static constexpr char const* name = "convention";
    int lambda_milli = 500;
    int mu_milli = 250;
    std::uint64_t seed = 1; // of the draws that say how solid the order is
    friend bool operator==(Convention const&, Convention const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("lambda_milli", r.lambda_milli), f("mu_milli", r.mu_milli), f("seed", r.seed);
    }
};

// What the room is asked at a step. Absent: the step's own words in the language of the screen.
struct Prompt {
    using Key = Step;
    static constexpr char const* name = "prompt";
    std::string question;
    std::string instruction;
    friend bool operator==(Prompt const&, Prompt const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("question", r.question), f("instruction", r.instruction);
    }
};

struct Case {
    using Key = CaseId;
    static constexpr char const* name = "case";
    int number = 0; // what the room calls it, from 1
    std::string title;
    std::string short_title; // for matrices; empty: the title
    std::string need;
    std::string description;
    std::string domain;
    std::string proposer;
    Answer personal_data = Answer::unknown;
    AiAct ai_act = AiAct::unknown;
    std::string source;
    std::string cost; // as said: "M", "12 000 €"
    std::string notes;
    Origin origin = Origin::typed;
    friend bool operator==(Case const&, Case const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("number", r.number), f("title", r.title), f("short_title", r.short_title);
        f("need", r.need), f("description", r.description), f("domain", r.domain);
        f("proposer", r.proposer), f("personal_data", r.personal_data), f("ai_act", r.ai_act);
        f("source", r.source), f("cost", r.cost), f("notes", r.notes), f("origin", r.origin);
    }
};

// Where a card lies on the board: its top-left corner, 1 unit = 1 px at zoom 1. Absent: not laid
// yet.
struct CardPlace {
    using Key = CaseId;
    static constexpr char const* name = "card";
    base::Vec2 at;
    friend bool operator==(CardPlace const&, CardPlace const&) = default;
    static void fields(auto& r, auto&& f) { f("x", r.at.x), f("y", r.at.y); }
    static void refs(Key key, CardPlace const&, auto&& f) { f(key); }
};

struct Group {
    using Key = GroupId;
    static constexpr char const* name = "group";
    int number = 0;
    std::string title;
    friend bool operator==(Group const&, Group const&) = default;
    static void fields(auto& r, auto&& f) { f("number", r.number), f("title", r.title); }
};

// Where a group's frame lies on the board.
struct GroupFrame {
    using Key = GroupId;
    static constexpr char const* name = "frame";
    base::Rect area;
    friend bool operator==(GroupFrame const&, GroupFrame const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("x0", r.area.min.x), f("y0", r.area.min.y), f("x1", r.area.max.x), f("y1", r.area.max.y);
    }
    static void refs(Key key, GroupFrame const&, auto&& f) { f(key); }
};

struct Membership {
    using Key = CaseId;
    static constexpr char const* name = "member";
    GroupId group;
    friend bool operator==(Membership const&, Membership const&) = default;
    static void fields(auto& r, auto&& f) { f("group", r.group); }
    static void refs(Key key, Membership const& r, auto&& f) { f(key), f(r.group); }
};

// The case at the key is merged into another, which stands for it. Removing this record splits them
// again.
struct Merge {
    using Key = CaseId;
    static constexpr char const* name = "merge";
    CaseId into;
    friend bool operator==(Merge const&, Merge const&) = default;
    static void fields(auto& r, auto&& f) { f("into", r.into); }
    static void refs(Key key, Merge const& r, auto&& f) { f(key), f(r.into); }
};

// Two cases that look alike and were said to be different, the smaller id first.
struct PairKey {
    CaseId a, b;
    friend auto operator<=>(PairKey const&, PairKey const&) = default;
    static void fields(auto& r, auto&& f) { f("a", r.a), f("b", r.b); }
};
struct KeptApart {
    using Key = PairKey;
    static constexpr char const* name = "kept_apart";
    friend bool operator==(KeptApart const&, KeptApart const&) = default;
    static void fields(auto&, auto&&) {}
    static void refs(Key const& key, KeptApart const&, auto&& f) { f(key.a), f(key.b); }
};

// How the room proposes.
struct Gathering {
    using Key = Only;
    static constexpr char const* name = "gathering";
    Writing writing = Writing::open;
    Moderation moderation = Moderation::on;
    friend bool operator==(Gathering const&, Gathering const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("writing", r.writing), f("moderation", r.moderation);
    }
};

// The card is face down on the shared screen until this record is gone.
struct FaceDown {
    using Key = CaseId;
    static constexpr char const* name = "face_down";
    friend bool operator==(FaceDown const&, FaceDown const&) = default;
    static void fields(auto&, auto&&) {}
    static void refs(Key key, FaceDown const&, auto&& f) { f(key); }
};

// A use case that someone proposes and nobody has accepted yet.
struct Proposal {
    using Key = ProposalId;
    static constexpr char const* name = "proposal";
    std::string title;
    std::string description;
    std::string domain;
    std::string from; // who proposes, as they say it
    Origin origin = Origin::imported;
    std::int64_t at_ms = 0; // Unix time
    friend bool operator==(Proposal const&, Proposal const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("title", r.title), f("description", r.description), f("domain", r.domain);
        f("from", r.from), f("origin", r.origin), f("at_ms", r.at_ms);
    }
};

// The proposal was received, whatever became of it: it is not taken in again.
struct Received {
    using Key = ProposalId;
    static constexpr char const* name = "received";
    friend bool operator==(Received const&, Received const&) = default;
    static void fields(auto&, auto&&) {}
};

// What is written or drawn on the board beside the cards: a text, a line from one card to another,
// or a freehand stroke.
struct Annotation {
    using Key = AnnotationId;
    static constexpr char const* name = "annotation";
    AnnotationKind kind = AnnotationKind::text;
    std::string text;        // of a text, or along a link
    base::Vec2 at;           // top left of a text, first point of a stroke
    std::vector<int> points; // of a stroke, from `at`: x, y, x, y… in sixteenths of a board unit
    CaseId from, to;         // of a link
    friend bool operator==(Annotation const&, Annotation const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("kind", r.kind), f("text", r.text), f("x", r.at.x), f("y", r.at.y);
        f("points", r.points), f("from", r.from), f("to", r.to);
    }
    static void refs(Key, Annotation const& r, auto&& f)
    {
        if (r.from) f(r.from);
        if (r.to) f(r.to);
    }
};

struct Axis {
    using Key = AxisId;
    static constexpr char const* name = "axis";
    int number = 0; // its place among the axes, from 1; also its hue
    std::string title;
    std::string short_title;
    std::string opportunity, opportunity_low, opportunity_high; // wording of the vertical scale
    std::string risk, risk_low, risk_high;                      // wording of the horizontal scale
    int weight_milli = 1000;
    AxisState state = AxisState::active;
    // What its quadrants are called, as in analysis::Quadrant; empty: the screen's own word.
    std::string launch = {}, safeguards = {}, comfort = {}, aside = {};
    Level opportunity_line = level_max / 2; // where its quadrants meet; on the line is high
    Level risk_line = level_max / 2;
    RiskEntry risk_entry = RiskEntry::whole;
    std::string severity = {}, likelihood = {}; // their wording, when risk is said as two numbers
    friend bool operator==(Axis const&, Axis const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("number", r.number), f("title", r.title), f("short_title", r.short_title);
        f("opportunity", r.opportunity), f("opportunity_low", r.opportunity_low);
        f("opportunity_high", r.opportunity_high), f("risk", r.risk), f("risk_low", r.risk_low);
        f("risk_high", r.risk_high), f("weight_milli", r.weight_milli), f("state", r.state);
        f("launch", r.launch), f("safeguards", r.safeguards), f("comfort", r.comfort);
        f("aside", r.aside), f("opportunity_line", r.opportunity_line);
        f("risk_line", r.risk_line), f("risk_entry", r.risk_entry), f("severity", r.severity);
        f("likelihood", r.likelihood);
    }
};

// What is voted on, and by which rules. Fixed once the round is open.
struct Round {
    using Key = RoundId;
    static constexpr char const* name = "round";
    int number = 0; // from 1
    std::string question;
    Method method = Method::dots;
    std::vector<CaseId> cases; // in the order in which they are read out
    int budget = 10;           // dots, points or credits per ballot
    int cap = 3;               // most on one case, 0 = no cap
    int choices = 5;           // most cases chosen or ranked, 0 = no limit
    int grades = 10;           // highest score, or number of grades
    std::int64_t money = 0;    // what may be spent, in hundredths of what costs are said in
    BlankPolicy blank = BlankPolicy::below;
    BallotSource source = BallotSource::keyboard;
    int headcount = 0; // people expected to vote, 0 = not said
    Rule rule = Rule::standard;
    int quorum = 0; // of scores: percent of the voters who must answer for a case to count
    // Of the grades, worst to best; empty: the screen's own words.
    std::vector<std::string> labels = {};
    RoundId revote_of = {}; // the round that this one votes again on some cases of
    Facilitator facilitator = Facilitator::votes;
    // On which the cases are estimated, by an estimating round; none: those in use when it opens.
    std::vector<AxisId> axes = {};
    friend bool operator==(Round const&, Round const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("number", r.number), f("question", r.question), f("method", r.method);
        f("cases", r.cases), f("budget", r.budget), f("cap", r.cap), f("choices", r.choices);
        f("grades", r.grades), f("money", r.money), f("blank", r.blank), f("source", r.source);
        f("headcount", r.headcount), f("rule", r.rule), f("quorum", r.quorum);
        f("labels", r.labels), f("revote_of", r.revote_of), f("facilitator", r.facilitator);
        f("axes", r.axes);
    }
    static void refs(Key, Round const& r, auto&& f)
    {
        for (auto id : r.cases) f(id);
        if (r.revote_of) f(r.revote_of);
        for (auto id : r.axes) f(id);
    }
};

struct RoundStatus {
    using Key = RoundId;
    static constexpr char const* name = "round_status";
    RoundState state = RoundState::setup;
    std::int64_t opened_ms = 0; // Unix time, 0 = not yet
    std::int64_t closed_ms = 0;
    std::int64_t until_ms = 0; // when it was said that it would close, 0 = not said
    friend bool operator==(RoundStatus const&, RoundStatus const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("state", r.state), f("opened_ms", r.opened_ms), f("closed_ms", r.closed_ms);
        f("until_ms", r.until_ms);
    }
    static void refs(Key key, RoundStatus const&, auto&& f) { f(key); }
};

// One line of a ballot. What `value` counts depends on the round's method: dots or points given, 1
// for an approval, a score, a grade from 0 (worst), or a rank from 1 (best); of a pair, the place
// (from 1, in the round's cases) of the one that the case was preferred to.
struct Mark {
    CaseId on;
    int value = 0;
    friend bool operator==(Mark const&, Mark const&) = default;
    static void fields(auto& r, auto&& f) { f("case", r.on), f("value", r.value); }
};

struct EstimateKey {
    RoundId round;
    int voter = 0; // the ballot's number: a person's estimates stay together, and join nothing else
    AxisId axis;
    CaseId on;
    friend auto operator<=>(EstimateKey const&, EstimateKey const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("round", r.round), f("voter", r.voter), f("axis", r.axis), f("case", r.on);
    }
};

// Where one participant puts one case on one axis, in an estimating round.
struct Estimate {
    using Key = EstimateKey;
    static constexpr char const* name = "estimate";
    Level opportunity = -1; // -1: "don't know"
    Level risk = -1;
    Level severity = -1; // the two numbers that `risk` was made of, -1: said as one
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
    int number = 0; // a fresh number drawn at the close: it says nothing of who or when
    friend auto operator<=>(BallotKey const&, BallotKey const&) = default;
    static void fields(auto& r, auto&& f) { f("round", r.round), f("number", r.number); }
};

struct Ballot {
    using Key = BallotKey;
    static constexpr char const* name = "ballot";
    std::vector<Mark> marks; // none: a blank ballot
    int copies = 1;          // identical ballots that this one stands for (imported elections)
    // What it says in an estimating round, until that closes: then each is a record of its own.
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

struct HandsKey {
    RoundId round;
    CaseId on;
    friend auto operator<=>(HandsKey const&, HandsKey const&) = default;
    static void fields(auto& r, auto&& f) { f("round", r.round), f("case", r.on); }
};

// Hands counted in the room for one case.
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
    int rank = 0; // the one that the tied cases share
    friend auto operator<=>(TieKey const&, TieKey const&) = default;
    static void fields(auto& r, auto&& f) { f("round", r.round), f("rank", r.rank); }
};

// How cases that share a rank were put in order before the room, when a cut had to be made among
// them. It holds for these very cases: counted otherwise, other ties stay ties.
struct TieDecision {
    using Key = TieKey;
    static constexpr char const* name = "tie_decision";
    std::vector<CaseId> order; // the tied cases, the first ahead
    TieRule by = TieRule::hand;
    std::uint64_t seed = 0; // of the draw
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

struct PlacementKey {
    AxisId axis;
    CaseId on;
    friend auto operator<=>(PlacementKey const&, PlacementKey const&) = default;
    static void fields(auto& r, auto&& f) { f("axis", r.axis), f("case", r.on); }
};

// Where the room settles one case on one axis.
struct Placement {
    using Key = PlacementKey;
    static constexpr char const* name = "placement";
    Level opportunity = 0;
    Level risk = 0;
    PlacedBy by = PlacedBy::hand;
    Lock lock = Lock::open;
    std::string reason;
    Level severity = -1; // the two numbers that `risk` was made of, -1: said as one
    Level likelihood = -1;
    friend bool operator==(Placement const&, Placement const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("opportunity", r.opportunity), f("risk", r.risk), f("by", r.by), f("lock", r.lock);
        f("reason", r.reason), f("severity", r.severity), f("likelihood", r.likelihood);
    }
    static void refs(Key const& key, Placement const&, auto&& f) { f(key.axis), f(key.on); }
};

struct DecisionKey {
    CaseId on;
    Body body =
        Body::workshop; // the committee's verdict stands beside the workshop's, never over it
    friend auto operator<=>(DecisionKey const&, DecisionKey const&) = default;
    static void fields(auto& r, auto&& f) { f("case", r.on), f("body", r.body); }
};

struct Decision {
    using Key = DecisionKey;
    static constexpr char const* name = "decision";
    Verdict verdict = Verdict::none;
    std::string reason;
    std::string owner;
    std::string review; // "2026-05" or "2026-05-12", empty: not said
    friend bool operator==(Decision const&, Decision const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("verdict", r.verdict), f("reason", r.reason), f("owner", r.owner), f("review", r.review);
    }
    static void refs(Key const& key, Decision const&, auto&& f) { f(key.on); }
};

} // namespace model
