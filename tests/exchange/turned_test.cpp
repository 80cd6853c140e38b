#include "analysis/voting/tally.h"
#include "answering.h"
#include "exchange/cases/lists.h"
#include "exchange/results/json.h"

#include <doctest/doctest.h>

// Transposed tables, paragraphs, and exported sessions imported again.
using namespace answering;
using Sentences = std::vector<std::string>;

TEST_CASE("ballots in columns are read as ballots in rows")
{
    std::string const rows = "Votant;Tri du courrier;Fuites d’eau;Plan de salle\n"
                             "1;3;0;1\n2;2;2;0\n3;0;1;3\n";
    for (auto const* columns :
         {"Cas;Votant 1;Votant 2;Votant 3\nTri du courrier;3;2;0\nFuites d’eau;0;2;1\n"
          "Plan de salle;1;0;3\n",
          ";V1;V2;V3\nTri du courrier;3;2;0\nFuites d’eau;0;2;1\nPlan de salle;1;0;3\n",
          "Projet;Juge A;Juge B;Juge C;Total\nTri du courrier;3;2;0;5\nFuites d’eau;0;2;1;3\n"
          "Plan de salle;1;0;3;4\nTotal;4;4;4;12\n"}) {
        CAPTURE(columns);
        answering::Table t, other;
        CHECK(t.holds(columns) == "ballots");
        auto const plan = t.take(columns), same = other.take(rows);
        CHECK(plan.voters == 3);
        CHECK(plan.cases == same.cases);
        auto const tally = analysis::tally(t.doc, plan.election.id),
                   expected = analysis::tally(other.doc, same.election.id);
        REQUIRE(tally);
        REQUIRE(expected);
        REQUIRE(tally->cases.size() == 3);
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(tally->cases[i].rank == expected->cases[i].rank);
            CHECK(analysis::value(tally->cases[i].score) ==
                  analysis::value(expected->cases[i].score));
        }
    }
    // A table of cases with proposers is not transposed.
    answering::Table t;
    CHECK(t.holds("Titre;Service 1;Service 2\nTri;Oui, bien sûr;Non\nEau;Peut-être;Oui\n") ==
          "cases");
    AnswersAsked cases;
    cases.as = Holds::cases;
    CHECK(t.holds("Cas;Votant 1;Votant 2\nTri;3;2\nEau;0;2\n", cases) == "cases");
}

TEST_CASE("estimates with a column per case and scale equal those with one row each")
{
    std::string const rows = "Votant;Cas;Opportunité;Risque\na;Tri;10;0\na;Eau;5;6\nb;Tri;0;10\n"
                             "b;Eau;7;1\n";
    for (auto const* columns :
         {"Votant;Tri – opportunité;Tri – risque;Eau – opportunité;Eau – risque\na;10;0;5;6\n"
          "b;0;10;7;1\n",
          "Participant;Opportunité [Tri];Risque [Tri];Opportunité [Eau];Risque [Eau]\na;10;0;5;6\n"
          "b;0;10;7;1\n"}) {
        CAPTURE(columns);
        answering::Table t, other;
        CHECK(t.holds(columns) == "estimates");
        auto const plan = t.take(columns), same = other.take(rows);
        CHECK(plan.cases == same.cases);
        CHECK(plan.voters == same.voters);
        CHECK(plan.said == 4);
        REQUIRE(plan.election.ballots.size() == same.election.ballots.size());
        for (std::size_t i = 0; i < same.election.ballots.size(); ++i)
            for (std::size_t k = 0; k < same.election.ballots[i].estimates.size(); ++k)
                CHECK(plan.election.ballots[i].estimates[k].at ==
                      same.election.ballots[i].estimates[k].at);
    }
}

TEST_CASE("a paragraph is split exactly at the ends of its sentences")
{
    using exchange::sentences_of;
    CHECK(sentences_of("Trier le courrier. Détecter les fuites d’eau ! Et la cantine ?") ==
          Sentences{"Trier le courrier", "Détecter les fuites d’eau !", "Et la cantine ?"});
    CHECK(sentences_of("M. Durand et Mme J. Petit lisent l’art. 5. Écrire à la D.S.I. du site.") ==
          Sentences{"M. Durand et Mme J. Petit lisent l’art. 5", "Écrire à la D.S.I. du site"});
    CHECK(sentences_of("Il a dit : « Assez. » Puis rien… Ensuite 2.5 points. 3 idées.") ==
          Sentences{"Il a dit : « Assez. »", "Puis rien…", "Ensuite 2.5 points", "3 idées"});
    CHECK(sentences_of("une seule, sans point") == Sentences{"une seule, sans point"});
    CHECK(sentences_of("  \n ").empty());

    importing::Import import;
    exchange::TableOptions options;
    std::string const said = "Trier le courrier entrant. Détecter les fuites, même petites. "
                             "Répondre la nuit.\n";
    auto const whole = exchange::plan_import(said, import.doc, {}, import.mint(), options);
    REQUIRE(whole);
    CHECK(whole->command.cases.size() == 1); // one case, unless splitting is requested
    options.separator = exchange::Separator::sentence;
    auto const cut = exchange::plan_import(said, import.doc, {}, import.mint(), options);
    REQUIRE(cut);
    REQUIRE(cut->command.cases.size() == 3);
    CHECK(cut->command.cases[1].text.title == "Détecter les fuites, même petites");
    CHECK(cut->lines == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("merged cases are imported as merged, into the same targets")
{
    answering::Table from(1, {"Courrier", "Tri du courrier", "Eau"});
    auto const changes =
        edit::plan(from.doc, edit::MergeCases{from.case_called("Courrier"),
                                              {from.case_called("Tri du courrier")}});
    REQUIRE(changes);
    REQUIRE(model::apply(from.doc, *changes));
    auto const json = exchange::show_json(from.doc, 1, "abc", exchange::Ballots::counted);
    auto const merged = [](model::Document const& doc) {
        std::map<std::string, std::string> out;
        for (auto const& [id, merge] : model::table<model::Merge>(doc))
            out.emplace(model::get<model::Case>(doc, id).title,
                        model::get<model::Case>(doc, merge.into).title);
        return out;
    };
    importing::Import empty;
    auto const plan = empty.plan(json, "session.json");
    REQUIRE(plan);
    empty.take(*plan);
    CHECK(model::table<model::Case>(empty.doc).size() == 3);
    CHECK(merged(empty.doc) == std::map<std::string, std::string>{{"Tri du courrier", "Courrier"}});
    // The target of the merge exists: merged into it.
    importing::Import some;
    auto const first = some.plan("Titre\nCourrier\nAutre\n");
    REQUIRE(first);
    some.take(*first);
    auto const second = some.plan(json, "session.json");
    REQUIRE(second);
    some.take(*second);
    CHECK(model::table<model::Case>(some.doc).size() == 4);
    CHECK(merged(some.doc) == std::map<std::string, std::string>{{"Tri du courrier", "Courrier"}});
    // Imported again, nothing is new.
    auto const again = some.plan(json, "session.json");
    REQUIRE(again);
    CHECK(again->unknown().cases.empty());
}
