#include "edit/command.h"

#include <doctest/doctest.h>

namespace {

using model::CaseId;
using model::QuestionId;
using model::Reply;

constexpr CaseId one{1};
constexpr QuestionId first{11}, second{12};

void change(model::Document& doc, edit::Command const& command)
{
    auto const planned = edit::plan(doc, command);
    REQUIRE(planned);
    REQUIRE(model::apply(doc, *planned));
}

std::string refused(model::Document const& doc, edit::Command const& command)
{
    auto const planned = edit::plan(doc, command);
    return planned ? std::string{} : planned.error().where;
}

model::Document with_questions()
{
    model::Document doc;
    model::Case text;
    text.title = "A";
    change(doc, edit::AddCases{{{one, text, {}}}});
    change(doc, edit::AdoptQuestions{{{first, {1, "Clauses relues ?"}}, {second, {2, "AIPD ?"}}}});
    return doc;
}

} // namespace

TEST_CASE("a session with questions of its own takes no others from a template")
{
    auto doc = with_questions();
    change(doc, edit::AdoptQuestions{{{{13}, {1, "Autre ?"}}}});
    CHECK(model::table<model::Question>(doc).size() == 2);
    CHECK(edit::undo_of(edit::AdoptQuestions{}) == edit::Undo::never);
}

TEST_CASE("an answer is a record of the case, with who and when, and can be taken back")
{
    auto doc = with_questions();
    model::GuardAnswer const planned{Reply::planned, "la déléguée", "2026-09-15"};
    change(doc, edit::AnswerQuestion{{one, first}, planned});
    CHECK(model::get<model::GuardAnswer>(doc, {one, first}) == planned);
    change(doc, edit::AnswerQuestion{{one, first}, {}});
    CHECK(model::table<model::GuardAnswer>(doc).empty());
}

TEST_CASE("an answer to no question, or for no case, is refused")
{
    auto const doc = with_questions();
    model::GuardAnswer const yes{Reply::yes, "", ""};
    CHECK(refused(doc, edit::AnswerQuestion{{{9}, first}, yes}) == "case");
    CHECK(refused(doc, edit::AnswerQuestion{{one, {99}}, yes}) == "question");
    CHECK(refused(doc, edit::SetQuestion{{14}, {}}) == "question.text");
    CHECK(refused(doc, edit::ArrangeQuestions{{first}}) == "question.order");
}

TEST_CASE("a case that is removed takes its answers with it")
{
    auto doc = with_questions();
    change(doc, edit::AnswerQuestion{{one, first}, {Reply::yes, "", ""}});
    change(doc, edit::RemoveCases{{one}});
    CHECK(model::table<model::GuardAnswer>(doc).empty());
    CHECK(model::first_dangling(doc).empty());
}

TEST_CASE("a question that is no longer asked keeps its answers, and comes back with them")
{
    auto doc = with_questions();
    change(doc, edit::AnswerQuestion{{one, first}, {Reply::no, "", ""}});
    change(doc, edit::RetireQuestion{first});
    CHECK(model::get<model::Question>(doc, first).state == model::QuestionState::retired);
    CHECK(model::get<model::GuardAnswer>(doc, {one, first}).reply == Reply::no);
    change(doc, edit::RestoreQuestion{first});
    CHECK(model::get<model::Question>(doc, first).number == 3);
    change(doc, edit::ArrangeQuestions{{first, second}});
    CHECK(model::get<model::Question>(doc, first).number == 1);
}

TEST_CASE("a reworded question keeps its place; a new one comes last")
{
    auto doc = with_questions();
    model::Question worded{9, "Relues par qui ?"};
    worded.state = model::QuestionState::retired;
    change(doc, edit::SetQuestion{first, worded});
    CHECK(model::get<model::Question>(doc, first).number == 1);
    CHECK(model::get<model::Question>(doc, first).state == model::QuestionState::active);
    CHECK(model::get<model::Question>(doc, first).text == "Relues par qui ?");
    change(doc, edit::SetQuestion{{20}, {0, "Coût connu ?"}});
    CHECK(model::get<model::Question>(doc, {20}).number == 3);
}

TEST_CASE("undoing a new question leaves it when somebody answered it meanwhile")
{
    auto doc = with_questions();
    auto const added = *edit::plan(doc, edit::SetQuestion{{20}, {0, "Coût connu ?"}});
    REQUIRE(model::apply(doc, added));
    change(doc, edit::AnswerQuestion{{one, {20}}, {Reply::yes, "", ""}});
    CHECK(model::rebase(doc, model::inverse(added)).empty());
}
