#include "answering.h"
#include "exchange/elections/election.h"
#include "importing.h"
#include "support/mutated.h"
#include "zip.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

// Truncated, spliced, overwritten and re-encoded files: each gives cases or one message, and no
// title contains invisible characters.
namespace {

std::vector<std::string> seeds()
{
    std::vector<std::string> out{
        "Titre;Description;Service\nTri du courrier;\"Router; puis \"\"relire\"\"\";Courrier\n",
        "sep=;\r\nTitre;Domaine\r\nRépondre aux questions;Accueil\r\n",
        "- Tri du courrier\n- Fuites d’eau\n",
        "META\nkey;value\nnum_projects;2\nnum_votes;1\nvote_type;approval\nPROJECTS\nproject_id;"
        "cost\n1;2\n2;3\n"
        "VOTES\nvoter_id;vote\n1;1,2\n",
        "# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME "
        "2: B\n3: 1,2\n",
        "3 1\n4 1 2 0\n2 3 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"T\"\n",
        "=A:[Alpha]\n27:A>B=C\n12:B/3,C/2\n",
        importing::zip_of(
            {{"xl/workbook.xml",
              "<workbook><sheets><sheet name=\"Cas\" r:id=\"r1\"/></sheets></workbook>"},
             {"xl/_rels/workbook.xml.rels",
              "<Relationships><Relationship Id=\"r1\" Target=\"s.xml\"/></Relationships>"},
             {"xl/s.xml",
              "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" "
              "t=\"inlineStr\"><is><t>Titre</t></is></c>"
              "</row><row r=\"2\"><c r=\"A2\" "
              "t=\"inlineStr\"><is><t>Tri</t></is></c></row></sheetData></worksheet>"}})};
    for (auto const* name :
         {"01-decidim-propositions.csv", "04-jira-colonnes-repetees.csv",
          "05-formulaire-horodateur.csv", "06-classeur.xlsx", "08-titre-au-dessus.csv",
          "09-jugement-egalite.cat", "10a-memes-bulletins.soc", "11-votes-blancs.pb",
          "18-coller-tableur.txt", "23-inbox-entier.csv", "29-titres-invisibles.csv"})
        if (auto bytes = importing::shared_bytes(std::string("data/inputs/") + name))
            out.push_back(std::move(*bytes));
    return out;
}

} // namespace

TEST_CASE("damaged files give cases or one sentence")
{
    auto const all = seeds();
    std::mt19937 random(20261130);
    std::size_t taken = 0, refused = 0;
    for (int i = 0; i < 600; ++i) {
        auto const bytes = support::mutated(all, random);
        if (auto const format = exchange::election_format(bytes, "a.csv")) {
            std::uint64_t last = 0;
            auto const plan = exchange::plan_election(
                bytes, "a.csv", *format,
                {[&] { return model::CaseId{++last}; }, [&] { return model::RoundId{++last}; }}, 1);
            (plan ? taken : refused) += 1;
            if (plan) {
                model::Document doc;
                auto const changes = edit::plan(doc, plan->command);
                CHECK(changes.has_value());
            } else {
                CHECK_FALSE(plan.error().where.empty());
            }
            continue;
        }
        importing::Import import;
        auto const plan = import.plan(bytes);
        (plan ? taken : refused) += 1;
        if (!plan) {
            CHECK_FALSE(plan.error().where.empty());
            continue;
        }
        for (auto const& one : plan->command.cases) {
            bool const clean = std::ranges::none_of(one.text.title, [](char c) {
                return static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
            });
            CHECK(clean);
            CHECK_FALSE(one.text.title.empty());
        }
    }
    CHECK(taken > 100);
    CHECK(refused > 20);
}

TEST_CASE("damaged tables of answers give valid votes, rounds or positions, or one sentence")
{
    std::vector<std::string> const all{
        "Votant;Tri;Eau;Guide\nA;5;3;2\nB;10;;\nC;4;4;2\nD;3;;\nTotal;22;7;4\n",
        "Horodateur;Courriel;Avis [Tri];Avis [Eau]\n12/03/2026 09:41;a@b.fr;Bien;Passable\n"
        "12/03/2026 09:42;c@d.fr;Très bien;\n12/03/2026 09:43;e@f.fr;À rejeter;NSP\n",
        "id,Tri,Eau,Guide\n1,1er,2e,3e\n2,2e,1er,3e\n3,1er,,2e\n",
        "Date;1er choix;2e choix\n12/03/2026;Tri;Eau\n13/03/2026;Eau;Tri\n14/03/2026;Tri;\n",
        "Juge;Cas;Axe;Opportunité (1-7);Gravité /5;Vraisemblance /5\na;Tri;1;7;3;2\n"
        "a;Eau;2;4;1;5\nb;Tri;1;1;2;2\nb;Eau;2;NSP;;\n",
        "Titre;Description;Impact (1-5);Risque (1-5)\nTri;Le courrier;5;1\nEau;Les fuites;3;4\n"};
    std::mt19937 random(20261201);
    std::size_t taken = 0, refused = 0;
    for (int i = 0; i < 1'000; ++i) {
        auto const bytes = support::mutated(all, random);
        for (auto as : {exchange::Holds::cases, exchange::Holds::ballots,
                        exchange::Holds::estimates, exchange::Holds::positions}) {
            answering::Table table(2, {"Tri"});
            answering::AnswersAsked asked;
            if (as != exchange::Holds::cases) asked.as = as; // else as it looks
            asked.axis = 1;
            auto const plan = table.plan(bytes, asked);
            (plan ? taken : refused) += 1;
            if (!plan) {
                CHECK_FALSE(plan.error().where.empty());
                continue;
            }
            auto const changes = edit::plan(table.doc, exchange::command_of(*plan));
            CAPTURE(bytes);
            CAPTURE((changes ? std::string{} : changes.error().where));
            CHECK(changes.has_value());
        }
    }
    CHECK(taken > 250);
    CHECK(refused > 250);
}
