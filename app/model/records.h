#pragma once

#include "base/geometry.h"
#include "model/enums.h"
#include "model/guard_records.h"
#include "model/ids.h"
#include "model/level.h"
#include "model/personal.h"
#include "model/site_records.h"
#include "model/vote_records.h"

#include <cstdint>
#include <string>
#include <vector>

// The records of a session. Each is small and holds facts that people change together; the text of
// a thing and its position are separate records, so editing one never conflicts with moving the
// other.
// `name`: the record's name in the file. `fields`: its fields with their names in the file; a field
// missing from an old file keeps the default written here. `refs`: the records it refers to. Votes
// are in vote_records.h, guard-rails in guard_records.h, shared sessions in site_records.h.
namespace model {

struct Profile {
    using Key = Only;
    static constexpr char const* name = "profile";
    std::string title;
    std::string language = "fr"; // "fr" or "en"
    std::string from_template;   // name of the template that the session was created from
    // What the session calls its cases, one and several, in its language: "projet", "projets".
    // Empty: cases.
    std::string item = {};
    std::string items = {};
    friend bool operator==(Profile const&, Profile const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("title", r.title), f("language", r.language), f("template", r.from_template);
        f("item", r.item), f("items", r.items);
    }
};

// The current step of the workshop.
struct Stage {
    using Key = Only;
    static constexpr char const* name = "stage";
    Step step = Step::gather;
    friend bool operator==(Stage const&, Stage const&) = default;
    static void fields(auto& r, auto&& f) { f("step", r.step); }
};

// The countdown timer. It runs when paused_left_ms is 0 and end_ms is not.
struct Timer {
    using Key = Only;
    static constexpr char const* name = "timer";
    std::int64_t start_ms = 0;       // Unix time
    std::int64_t end_ms = 0;         // Unix time
    std::int64_t paused_left_ms = 0; // time left when paused
    friend bool operator==(Timer const&, Timer const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("start_ms", r.start_ms), f("end_ms", r.end_ms), f("paused_left_ms", r.paused_left_ms);
    }
};

struct Room {
    using Key = Only;
    static constexpr char const* name = "room";
    int headcount = 0; // number of people who may vote, 0 = not given
    friend bool operator==(Room const&, Room const&) = default;
    static void fields(auto& r, auto&& f) { f("headcount", r.headcount); }
};

// The parameters of the final order: index = O - lambda R + mu V (app/docs/methods.md, 2.6).
struct Convention {
    using Key = Only;
    static constexpr char const* name = "convention";
    int lambda_milli = 500;
    int mu_milli = 250;
    std::uint64_t seed = 1; // of the random draws that measure how stable the order is
    friend bool operator==(Convention const&, Convention const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("lambda_milli", r.lambda_milli), f("mu_milli", r.mu_milli), f("seed", r.seed);
    }
};

// The round that gives V in the final order. Absent: the last revealed one, see
// analysis::latest_result.
struct Reference {
    using Key = Only;
    static constexpr char const* name = "reference";
    RoundId round;
    friend bool operator==(Reference const&, Reference const&) = default;
    static void fields(auto& r, auto&& f) { f("round", r.round); }
    static void refs(Key, Reference const& r, auto&& f)
    {
        if (r.round) f(r.round);
    }
};

// The budget for the decided cases, and the rule that selects cases within it.
struct Budget {
    using Key = Only;
    static constexpr char const* name = "budget";
    std::int64_t money = 0;   // in hundredths of the unit of costs, 0: not given
    Rule rule = Rule::greedy; // in the final order, by knapsack or by Equal Shares
    friend bool operator==(Budget const&, Budget const&) = default;
    static void fields(auto& r, auto&& f) { f("money", r.money), f("rule", r.rule); }
};

// The question shown at a step. Absent: the default text in the language of the screen.
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

// What phones are told of personal data before they join (GDPR, article 13), in one language. An
// empty text: the prepared one.
struct Notice {
    using Key = Tongue;
    static constexpr char const* name = "notice";
    std::string who;
    std::string why;
    std::string what;     // which data
    std::string ground;   // legal basis
    std::string how_long; // they are kept
    std::string rights;   // and whom to ask
    friend bool operator==(Notice const&, Notice const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("who", r.who), f("why", r.why), f("what", r.what);
        f("ground", r.ground), f("how_long", r.how_long), f("rights", r.rights);
    }
};

struct Case {
    using Key = CaseId;
    static constexpr char const* name = "case";
    int number = 0; // shown number, from 1
    std::string title;
    std::string short_title; // shown on matrices; empty: the title
    std::string need;
    std::string description;
    std::string domain;
    std::string proposer;
    Answer personal_data = Answer::unknown;
    AiAct ai_act = AiAct::unknown;
    std::string source;
    std::string cost; // free text: "M", "12 000 €"
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

// The position of a card on the board: its top-left corner, 1 unit = 1 px at zoom 1. Absent: not
// placed yet.
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

// The rectangle of a group's frame on the board.
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

// The case at the key is merged into another one, which represents it. Removing this record splits
// them again.
struct Merge {
    using Key = CaseId;
    static constexpr char const* name = "merge";
    CaseId into;
    friend bool operator==(Merge const&, Merge const&) = default;
    static void fields(auto& r, auto&& f) { f("into", r.into); }
    static void refs(Key key, Merge const& r, auto&& f) { f(key), f(r.into); }
};

// Two similar cases that were declared different; the smaller id first.
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

// How cases are collected.
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

// The card is face down on the shared screen while this record exists.
struct FaceDown {
    using Key = CaseId;
    static constexpr char const* name = "face_down";
    friend bool operator==(FaceDown const&, FaceDown const&) = default;
    static void fields(auto&, auto&&) {}
    static void refs(Key key, FaceDown const&, auto&& f) { f(key); }
};

// A proposed case that is not accepted yet.
struct Proposal {
    using Key = ProposalId;
    static constexpr char const* name = "proposal";
    std::string title;
    std::string description;
    std::string domain;
    std::string from; // name of the proposer, free text
    Origin origin = Origin::imported;
    std::int64_t at_ms = 0; // Unix time
    friend bool operator==(Proposal const&, Proposal const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("title", r.title), f("description", r.description), f("domain", r.domain);
        f("from", r.from), f("origin", r.origin), f("at_ms", r.at_ms);
    }
};

// The proposal was received, and accepted or not: it is not received a second time.
struct Received {
    using Key = ProposalId;
    static constexpr char const* name = "received";
    friend bool operator==(Received const&, Received const&) = default;
    static void fields(auto&, auto&&) {}
};

// What is written or drawn on the board: a text, a link (a line between two cards) or a freehand
// stroke.
struct Annotation {
    using Key = AnnotationId;
    static constexpr char const* name = "annotation";
    AnnotationKind kind = AnnotationKind::text;
    std::string text;        // of a text, or the label of a link
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
    int order = 0; // position among the active axes, from 1
    std::string title;
    std::string short_title;
    std::string opportunity, opportunity_low, opportunity_high; // labels of the vertical scale
    std::string risk, risk_low, risk_high;                      // labels of the horizontal scale
    int weight_milli = 1000;
    AxisState state = AxisState::active;
    // The names of its quadrants, as in analysis::Quadrant; empty: the default names.
    std::string launch = {}, safeguards = {}, comfort = {}, aside = {};
    // where the quadrants meet; a case on the line counts as high
    Level opportunity_line = level_max / 2;
    Level risk_line = level_max / 2;
    RiskEntry risk_entry = RiskEntry::whole;
    std::string severity = {}, likelihood = {}; // labels, when risk is entered as two numbers
    Subject subject = Subject::unsaid; // the guard-rail questions shown beside it in Placer
    int place = 0;                     // its permanent number and hue, from 1; 0: see change.h
    friend bool operator==(Axis const&, Axis const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("number", r.order), f("title", r.title), f("short_title", r.short_title);
        f("opportunity", r.opportunity), f("opportunity_low", r.opportunity_low);
        f("opportunity_high", r.opportunity_high), f("risk", r.risk), f("risk_low", r.risk_low);
        f("risk_high", r.risk_high), f("weight_milli", r.weight_milli), f("state", r.state);
        f("launch", r.launch), f("safeguards", r.safeguards), f("comfort", r.comfort);
        f("aside", r.aside), f("opportunity_line", r.opportunity_line);
        f("risk_line", r.risk_line), f("risk_entry", r.risk_entry), f("severity", r.severity);
        f("likelihood", r.likelihood), f("subject", r.subject), f("place", r.place);
    }
};

struct PlacementKey {
    AxisId axis;
    CaseId on;
    friend auto operator<=>(PlacementKey const&, PlacementKey const&) = default;
    static void fields(auto& r, auto&& f) { f("axis", r.axis), f("case", r.on); }
};

// The agreed position of one case on one axis.
struct Placement {
    using Key = PlacementKey;
    static constexpr char const* name = "placement";
    Level opportunity = 0;
    Level risk = 0;
    PlacedBy by = PlacedBy::hand;
    Lock lock = Lock::open;
    std::string reason;
    Level severity = -1; // components of `risk`, -1: entered as one number
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
    Body body = Body::workshop; // the committee's decision is kept beside the workshop's
    friend auto operator<=>(DecisionKey const&, DecisionKey const&) = default;
    static void fields(auto& r, auto&& f) { f("case", r.on), f("body", r.body); }
};

struct Decision {
    using Key = DecisionKey;
    static constexpr char const* name = "decision";
    Verdict verdict = Verdict::none;
    std::string reason;
    std::string owner;
    std::string review;        // "2026-05" or "2026-05-12", empty: not given
    std::string question = {}; // what the body asks about the case; empty: nothing
    friend bool operator==(Decision const&, Decision const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("verdict", r.verdict), f("reason", r.reason), f("owner", r.owner), f("review", r.review);
        f("question", r.question);
    }
    static void refs(Key const& key, Decision const&, auto&& f) { f(key.on); }
};

// The number of texts erased from the file by all redactions, and their replacement.
struct Redaction {
    using Key = Only;
    static constexpr char const* name = "redaction";
    ErasedTexts erased;
    std::string word; // one of model::erased_words
    // For a file of format 1 with erased texts: the last hash of its former chain. Empty: the chain
    // was kept.
    std::string former_hash;
    friend bool operator==(Redaction const&, Redaction const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("proposers", r.erased.proposers), f("names", r.erased.names);
        f("free_text", r.erased.free_text), f("wording", r.erased.wording);
        f("word", r.word), f("former_hash", r.former_hash);
    }
};

} // namespace model
