#pragma once

#include "model/enums.h"
#include "model/ids.h"

#include <string>

// The records of guard-rails (see records.h for their form): questions of law, data and
// responsibility, and the answers given for each case. A question is open or answered; it has no
// verdict.
namespace model {

// A question asked about cases, worded so that "yes" or "planned" settles it.
struct Question {
    using Key = QuestionId;
    static constexpr char const* name = "question";
    int number = 0; // its order, from 1
    std::string text;
    Subject subject = Subject::none; // it is shown in Placer on axes with this subject
    AskedOf of = AskedOf::every;
    AskedAs as = AskedAs::whether;
    QuestionState state = QuestionState::active;
    friend bool operator==(Question const&, Question const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("number", r.number), f("text", r.text), f("subject", r.subject), f("of", r.of);
        f("as", r.as), f("state", r.state);
    }
};

struct GuardAnswerKey {
    CaseId on;
    QuestionId question;
    friend auto operator<=>(GuardAnswerKey const&, GuardAnswerKey const&) = default;
    static void fields(auto& r, auto&& f) { f("case", r.on), f("question", r.question); }
};

// The answer to one question for one case.
struct GuardAnswer {
    using Key = GuardAnswerKey;
    static constexpr char const* name = "guard_answer";
    Reply reply = Reply::none;
    std::string who;  // a person or a service, free text
    std::string when; // free text: "2026-09-15", "juin 2026"
    friend bool operator==(GuardAnswer const&, GuardAnswer const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("reply", r.reply), f("who", r.who), f("when", r.when);
    }
    static void refs(Key const& key, GuardAnswer const&, auto&& f) { f(key.on), f(key.question); }
};

} // namespace model
