#include "wording/both.h"
#include "wording/story.h"

#include <doctest/doctest.h>

using model::Verdict;
using story::Named;
using test::Both;
using test::both;

namespace {

Named const nine{{9}, 9, "Assistant aides sociales"};
Named const four{{4}, 4, "Tri du courrier"}, eight{{8}, 8, "Tri des courriels"};

Both told(story::What what, journal::Kind kind = journal::Kind::edit)
{
    story::Event event;
    event.kind = kind;
    event.what = std::move(what);
    return both([&](auto const& words) { return wording::told(words, event); });
}

Both brief(story::What what)
{
    story::Event event;
    event.what = std::move(what);
    return both([&](auto const& words) { return wording::told_short(words, event); });
}

// All lines, joined by line breaks.
Both details(story::What what)
{
    story::Event event;
    event.what = std::move(what);
    return both([&](auto const& words) {
        std::string out;
        for (auto const& line : wording::details(words, event, 2)) out += line + "\n";
        return out;
    });
}

} // namespace

TEST_CASE("An event of a decision states the former one, and the committee")
{
    story::Decided decided{nine,
                           model::Body::workshop,
                           {Verdict::safeguards, "", "", ""},
                           {Verdict::launch, "Sans dossier personnel.", "DSI", "2027-03"},
                           Verdict::launch,
                           2};
    CHECK(told(decided) ==
          Both{"Cas 9 «\u00A0Assistant aides sociales\u00A0»\u00A0: Lancer (avant\u00A0: Encadrer)",
               "Case 9 “Assistant aides sociales”: Launch (before: Safeguard)"});
    CHECK(brief(decided) == Both{"Cas 9\u00A0: Lancer", "Case 9: Launch"});
    CHECK(details(decided) == Both{"Sans dossier personnel.\n"
                                   "Porté par DSI, à revoir\u00A0: mars\u00A02027\n"
                                   "2 garde-fous ouverts à ce moment\n",
                                   "Sans dossier personnel.\n"
                                   "Owner: DSI, to review: Mar\u00A02027\n"
                                   "2 guard-rail questions open then\n"});
    decided.before = decided.after = {Verdict::none, "", "", ""};
    decided.after.question = "Qui répond ?";
    decided.body = model::Body::committee;
    CHECK(told(decided) ==
          Both{"Cas 9 «\u00A0Assistant aides sociales\u00A0»\u00A0: une question posée "
               "par le comité",
               "Case 9 “Assistant aides sociales”: the committee asked a question"});
    CHECK(details(decided) ==
          Both{"Le comité demande\u00A0: Qui répond ?\n", "The committee asks: Qui répond ?\n"});
    decided.before = {};
    decided.after = {Verdict::later, "", "", ""};
    CHECK(told(decided) ==
          Both{"Cas 9 «\u00A0Assistant aides sociales\u00A0»\u00A0: Plus tard, dit le comité",
               "Case 9 “Assistant aides sociales”: Later, says the committee"});
    CHECK(details(decided) ==
          Both{"L’atelier avait décidé\u00A0: Lancer\n", "The workshop had decided: Launch\n"});
    decided.before.verdict = Verdict::later;
    CHECK(told(decided) == Both{"Cas 9 «\u00A0Assistant aides sociales\u00A0»\u00A0: Plus tard, "
                                "précisé par le comité",
                                "Case 9 “Assistant aides sociales”: Later, with new details from "
                                "the committee"});
}

TEST_CASE("Events of cases name the proposer and the merge target")
{
    CHECK(told(story::Added{{{four, "Accueil", model::Origin::typed}}}) ==
          Both{"Cas 4 «\u00A0Tri du courrier\u00A0»\u00A0: proposé par Accueil",
               "Case 4 “Tri du courrier”: proposed by Accueil"});
    story::Added const three{{{four, "Accueil", model::Origin::typed},
                              {eight, "", model::Origin::typed},
                              {nine, "", model::Origin::typed}}};
    CHECK(told(three) == Both{"3 cas ajoutés", "3 cases added"});
    CHECK(details(three) == Both{"4, Tri du courrier · proposé par Accueil\n"
                                 "8, Tri des courriels\net 1 autre cas\n",
                                 "4, Tri du courrier · proposed by Accueil\n"
                                 "8, Tri des courriels\nand 1 more case\n"});
    CHECK(
        told(story::Merged{nine, {four, eight}}) ==
        Both{"Cas 9 «\u00A0Assistant aides sociales\u00A0»\u00A0: les cas 4 et 8 y sont fusionnés",
             "Case 9 “Assistant aides sociales”: cases 4 and 8 are merged into it"});
    CHECK(told(story::Split{nine, {four}}, journal::Kind::undo) ==
          Both{"Annulé, d’où\u00A0: Cas 9 «\u00A0Assistant aides sociales\u00A0»\u00A0: le cas 4 "
               "en est "
               "séparé",
               "Undone, hence: Case 9 “Assistant aides sociales”: case 4 is split off again"});
}

TEST_CASE("An event of a vote has its question and its number of ballots")
{
    story::Polled polled{
        {{1}, 2, "Que lancer d’abord\u202F?"}, story::Polled::To::opened, 24, 0, 23};
    CHECK(told(polled) ==
          Both{"Vote 2 ouvert\u00A0: «\u00A0Que lancer d’abord\u202F?\u00A0», 24 cas",
               "Vote 2 opened: “Que lancer d’abord\u202F?”, 24 cases"});
    polled.vote.question.clear(); // a round of estimates asks none
    CHECK(told(polled) == Both{"Vote 2 ouvert\u00A0: 24 cas", "Vote 2 opened: 24 cases"});
    polled.to = story::Polled::To::closed, polled.ballots = 1;
    CHECK(told(polled) == Both{"Vote 2 clos\u00A0: 1 bulletin", "Vote 2 closed: 1 ballot"});
    polled.vote.method = model::Method::estimate;
    CHECK(told(polled) == Both{"Tour d’estimations 2 clos\u00A0: 1 bulletin",
                               "Estimating round 2 closed: 1 ballot"});
}

TEST_CASE("A change of the convention states both values and the changed ranks")
{
    story::Weighed weighed;
    weighed.weights = {{{{1}, 2, "Sobriété"}, 1000, 1500}};
    weighed.before = {500, 250, 1}, weighed.after = {330, 250, 1};
    weighed.moves = {{nine, 5, 3}, {four, 0, 7}, {eight, 2, 4}};
    CHECK(told(weighed) == Both{"Le classement change de règle\u00A0: poids de l’axe 2\u00A0: 1 → "
                                "1,5 et le risque compte ×\u00A00,5 → ×\u00A00,33",
                                "The order is made otherwise: weight of axis 2: 1 → 1.5 and risk "
                                "counts ×\u00A00.5 → ×\u00A00.33"});
    CHECK(details(weighed) == Both{"9, Assistant aides sociales\u00A0: 5ᵉ → 3ᵉ\n"
                                   "4, Tri du courrier\u00A0: entre au 7ᵉ rang\n"
                                   "et 1 autre cas change de rang\n",
                                   "9, Assistant aides sociales: 5th → 3rd\n"
                                   "4, Tri du courrier: comes in at 7th place\n"
                                   "and 1 more case changes rank\n"});
}

TEST_CASE("a round of the committee is named so in every event of it")
{
    using To = story::Polled::To;
    for (auto method : {model::Method::dots, model::Method::estimate})
        for (auto to : {To::opened, To::closed, To::revealed, To::reopened, To::dropped}) {
            story::Polled polled;
            polled.vote = {{4}, 4, "Que lancer ?", method, model::Body::committee};
            polled.to = to;
            auto const [french, english] = told(polled);
            std::string const shown = french; // clang 14 captures no structured binding
            CAPTURE(shown);
            CHECK(french.find("du comité") != std::string::npos);
            CHECK(english.find("committee") != std::string::npos);
        }
}
