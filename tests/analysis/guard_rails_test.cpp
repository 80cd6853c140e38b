#include "analysis/ranking/guard_rails.h"
#include "model/change.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using analysis::Notice;
using model::CaseId;
using model::QuestionId;
using model::Reply;
using model::Verdict;

constexpr CaseId on{1};
constexpr QuestionId always{11}, data{12}, high{13};
constexpr model::AxisId other{1}, law{2}, protection{3};

template <class R>
void say(model::Document& doc, typename R::Key const& key, R record)
{
    model::Changes changes;
    model::put<R>(changes, doc, key, std::move(record));
    REQUIRE(model::apply(doc, changes));
}

model::Question asked(int number, model::Subject subject, model::AskedOf of)
{
    return {number, "Question " + std::to_string(number), subject, of};
}

model::Case use(model::Answer personal_data, model::AiAct ai_act)
{
    model::Case text;
    text.number = 1;
    text.title = "Vidéo";
    text.personal_data = personal_data;
    text.ai_act = ai_act;
    return text;
}

void axis(model::Document& doc, model::AxisId id, model::Subject subject)
{
    model::Axis one;
    one.order = static_cast<int>(id.value);
    one.title = "Axe";
    one.subject = subject;
    say(doc, id, one);
}

// One case without personal data nor level; three questions; axes of nothing, of law and of data.
model::Document room()
{
    model::Document doc;
    say(doc, on, use(model::Answer::no, model::AiAct::minimal));
    say(doc, always, asked(1, model::Subject::responsibility, model::AskedOf::every));
    say(doc, data, asked(2, model::Subject::data, model::AskedOf::personal_data));
    say(doc, high, asked(3, model::Subject::law, model::AskedOf::high));
    axis(doc, other, model::Subject::none);
    axis(doc, law, model::Subject::law);
    axis(doc, protection, model::Subject::data);
    for (auto id : {law, protection})
        say(doc, model::PlacementKey{id, on},
            model::Placement{.opportunity = 500, .risk = 200, .reason = {}});
    return doc;
}

std::vector<QuestionId> ids(std::vector<analysis::AskedQuestion> const& list)
{
    std::vector<QuestionId> out;
    for (auto const& one : list) out.push_back(one.id);
    return out;
}

void decide(model::Document& doc, Verdict verdict, std::string reason)
{
    say(doc, model::DecisionKey{on, model::Body::workshop},
        model::Decision{verdict, std::move(reason), "", ""});
}

std::vector<Notice> notices(model::Document const& doc)
{
    return analysis::notices_of(doc, {on, model::Body::workshop});
}

using Ids = std::vector<QuestionId>;
using Notices = std::vector<Notice>;

} // namespace

TEST_CASE("a question is asked for the cases that it is about, in its order")
{
    auto doc = room();
    CHECK(ids(analysis::questions_of(doc, on)) == Ids{always});
    say(doc, on, use(model::Answer::yes, model::AiAct::high));
    CHECK(ids(analysis::questions_of(doc, on)) == Ids{always, data, high});
    auto retired = model::get<model::Question>(doc, data);
    retired.state = model::QuestionState::retired;
    say(doc, data, retired);
    CHECK(ids(analysis::questions_of(doc, on)) == Ids{always, high});
}

TEST_CASE("a question is open until it is answered by yes, or planned")
{
    auto doc = room();
    CHECK(analysis::open_questions(doc, on) == 1);
    for (auto [reply, open] : {std::pair{Reply::no, 1}, std::pair{Reply::planned, 0},
                               std::pair{Reply::yes, 0}, std::pair{Reply::none, 1}}) {
        say(doc, model::GuardAnswerKey{on, always}, model::GuardAnswer{reply, "X", "2026"});
        CHECK(analysis::open_questions(doc, on) == open);
    }
}

TEST_CASE("placing on an axis of law shows the questions of law, and on other axes none")
{
    auto doc = room();
    say(doc, on, use(model::Answer::yes, model::AiAct::high));
    CHECK(ids(analysis::questions_on(doc, on, law)) == Ids{high});
    CHECK(ids(analysis::questions_on(doc, on, protection)) == Ids{data});
    CHECK(analysis::questions_on(doc, on, other).empty());
}

TEST_CASE("launching a case marked as prohibited gives a warning")
{
    auto doc = room();
    say(doc, model::GuardAnswerKey{on, always}, model::GuardAnswer{Reply::yes, "DSI", ""});
    decide(doc, Verdict::launch, "parce que");
    CHECK(notices(doc).empty());
    say(doc, on, use(model::Answer::no, model::AiAct::prohibited));
    CHECK(notices(doc) == Notices{Notice::prohibited});
    decide(doc, Verdict::safeguards, "parce que");
    CHECK(notices(doc) == Notices{Notice::prohibited});
    decide(doc, Verdict::aside, "parce que");
    CHECK(notices(doc).empty());
}

TEST_CASE("what a launch says: risk on data, axes of law not placed, data unknown, no reason")
{
    auto doc = room();
    say(doc, model::GuardAnswerKey{on, always}, model::GuardAnswer{Reply::yes, "DSI", ""});
    decide(doc, Verdict::launch, "");
    CHECK(notices(doc) == Notices{Notice::no_reason});
    say(doc, model::PlacementKey{protection, on},
        model::Placement{.opportunity = 500, .risk = 750, .reason = {}});
    CHECK(notices(doc) == Notices{Notice::data_risk, Notice::no_reason});
    say(doc, model::PlacementKey{protection, on},
        model::Placement{.opportunity = 500, .risk = 749, .reason = {}});
    say(doc, on, use(model::Answer::unknown, model::AiAct::minimal));
    CHECK(notices(doc) == Notices{Notice::data_unknown, Notice::no_reason});
    model::Changes gone;
    model::drop<model::Placement>(gone, doc, {law, on});
    REQUIRE(model::apply(doc, gone));
    CHECK(notices(doc) == Notices{Notice::law_unplaced, Notice::data_unknown, Notice::no_reason});
    say(doc, model::GuardAnswerKey{on, always}, model::GuardAnswer{Reply::no, "", ""});
    CHECK(std::ranges::count(notices(doc), Notice::open) == 1);
}

TEST_CASE("launching against an open question asks for a reason, safeguards do not")
{
    auto doc = room();
    using analysis::AsksReason;
    auto asked = [&](Verdict verdict) {
        return analysis::asks_reason(doc, {on, model::Body::workshop}, verdict);
    };
    CHECK(asked(Verdict::launch) == AsksReason::open_questions);
    CHECK(asked(Verdict::safeguards) == AsksReason::no);
    CHECK(asked(Verdict::none) == AsksReason::no);
    say(doc, model::GuardAnswerKey{on, always}, model::GuardAnswer{Reply::planned, "DSI", "juin"});
    CHECK(asked(Verdict::launch) == AsksReason::no);
}

TEST_CASE("a committee that decides otherwise than the workshop is asked why, one that agrees not")
{
    auto doc = room();
    using analysis::AsksReason;
    auto asked = [&](Verdict verdict) {
        return analysis::asks_reason(doc, {on, model::Body::committee}, verdict);
    };
    say(doc, model::GuardAnswerKey{on, always}, model::GuardAnswer{Reply::yes, "DSI", ""});
    CHECK(asked(Verdict::later) == AsksReason::no); // the workshop said nothing yet
    say(doc, model::DecisionKey{on, model::Body::workshop},
        model::Decision{Verdict::safeguards, "", "", ""});
    CHECK(asked(Verdict::later) == AsksReason::reverses);
    CHECK(asked(Verdict::launch) == AsksReason::reverses);
    CHECK(asked(Verdict::safeguards) == AsksReason::no);
    CHECK(asked(Verdict::none) == AsksReason::no); // its own is taken back
}

TEST_CASE("only sessions on artificial intelligence speak of the levels of the AI Act")
{
    model::Document doc;
    CHECK_FALSE(analysis::asks_for_levels(doc));
    model::Case one;
    one.title = "Planter une haie";
    model::writable<model::Case>(doc).set({1}, one);
    model::Question question;
    question.text = "Le coût a-t-il été chiffré ?";
    model::writable<model::Question>(doc).set({1}, question);
    CHECK_FALSE(analysis::asks_for_levels(doc));
    question.of = model::AskedOf::high;
    model::writable<model::Question>(doc).set({2}, question);
    CHECK(analysis::asks_for_levels(doc));
    model::writable<model::Question>(doc) = {};
    one.ai_act = model::AiAct::limited;
    model::writable<model::Case>(doc).set({1}, one);
    CHECK(analysis::asks_for_levels(doc));
}
