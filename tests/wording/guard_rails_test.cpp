#include "wording/both.h"
#include "wording/guard_rails.h"

#include <doctest/doctest.h>

using analysis::Notice;
using test::Both;
using test::both;

TEST_CASE("Each notice beside a decision is one sentence")
{
    model::Document doc;
    for (std::uint64_t n : {1U, 2U}) {
        model::Question question;
        question.number = static_cast<int>(n);
        model::writable<model::Question>(doc).set({n}, question);
    }
    model::writable<model::Case>(doc).set({1}, {});
    auto const said = [&](Notice notice) {
        return both([&](auto const& words) { return wording::notice(words, doc, {1}, notice); });
    };
    CHECK(said(Notice::open) == Both{"2 questions ouvertes", "2 open questions"});
    CHECK(said(Notice::no_reason) ==
          Both{"Décidé sans raison écrite", "Decided without a written reason"});
    for (std::size_t i = 0; i < base::count_of<Notice>; ++i)
        CHECK(!said(static_cast<Notice>(i)).french.starts_with("guard."));
}

TEST_CASE("A level of the AI Act names who recorded it, or that nobody did")
{
    auto const said = [](model::AiAct level) {
        return both([&](auto const& words) { return wording::level(words, level); });
    };
    CHECK(said(model::AiAct::unknown) ==
          Both{"Niveau AI Act pas encore noté", "AI Act level not noted yet"});
    CHECK(said(model::AiAct::high) ==
          Both{"Noté par l’atelier\u00A0: risque élevé (annexe\u00A0III)",
               "Noted by the workshop: high risk (annex III)"});
}

TEST_CASE("A question states its cases and its axes")
{
    model::Question question;
    auto const said = [&] {
        return both([&](auto const& words) { return wording::asked_of(words, question); });
    };
    CHECK(said() == Both{"à tous les cas · aucun axe", "every case · no axis"});
    question.of = model::AskedOf::personal_data;
    question.subject = model::Subject::data;
    CHECK(said() == Both{"données personnelles · données", "personal data · data"});
}

TEST_CASE("Open questions are counted among those that are asked")
{
    auto const said = [](int open) {
        return both([&](auto const& words) { return wording::open_among(words, open, 7); });
    };
    CHECK(said(0) == Both{"aucune ouverte", "none open"});
    CHECK(said(1) == Both{"1 ouverte sur 7", "1 open of 7"});
    CHECK(said(2) == Both{"2 ouvertes sur 7", "2 open of 7"});
}

TEST_CASE("An answer is one word, with the person and the date if given")
{
    auto const reply = [](model::Reply one) {
        return both([&](auto const& words) { return wording::reply(words, one); });
    };
    CHECK(reply(model::Reply::yes) == Both{"Oui", "Yes"});
    CHECK(reply(model::Reply::no) == Both{"Non", "No"});
    CHECK(reply(model::Reply::planned) == Both{"Prévu", "Planned"});
    CHECK(reply(model::Reply::none) == Both{"sans réponse", "no answer"});

    auto const said = [](char const* who, char const* when) {
        model::GuardAnswer const answer{model::Reply::planned, who, when};
        return both([&](auto const& words) { return wording::who_and_when(words, answer); });
    };
    CHECK(said("", "") == Both{"ni qui, ni quand", "neither who nor when"});
    CHECK(said("DSI", "") == Both{"DSI", "DSI"});
    CHECK(said("", "2026-09") == Both{"sept.\u00A02026", "Sept\u00A02026"});
    CHECK(said("DSI", "2026-09-05") ==
          Both{"DSI, 5\u00A0sept.\u00A02026", "DSI, 5\u00A0Sept\u00A02026"});
}
