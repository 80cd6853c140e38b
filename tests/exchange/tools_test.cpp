#include "importing.h"

#include <doctest/doctest.h>

#include <string>

// Tables exported by common tools, recognised by their column names.
namespace {

using importing::Import;
using importing::planned;
using importing::Titles;

std::string columns_with(exchange::ImportPlan const& plan, exchange::Why why)
{
    std::string out;
    for (auto const& column : plan.columns)
        if (column.why == why) out += (out.empty() ? "" : ", ") + column.name;
    return out;
}

} // namespace

TEST_CASE("tools' own columns make titles of what people wrote, in French and English")
{
    struct Tool {
        char const* names;
        char const* row;
        char const* title;
    };
    for (auto const& tool : {
             Tool{"Résumé,Clé de ticket,Nom de projet,Description", "Trier,AB-%,Ville,Router",
                  "Trier"},
             Tool{"#,Projet,Tracker,Statut,Sujet,Assigné à", "1%,IA,Évolution,Neuf,Trier,Paul",
                  "Trier"},
             Tool{"Name,Notes,Assignee,Status", "Trier,Vite,Paul,Fait", "Trier"},
             Tool{"Task ID,Created At,Name,Assignee,Assignee Email,Notes",
                  "12%,2026-03-01,Trier,Paul,p@x.fr,Vite", "Trier"},
             Tool{"comment-id,author-id,agrees,disagrees,comment-body", "%,1,12,3,Trier", "Trier"},
             Tool{"ID,Text,Type,BG Color,Sender,Area", "0-%,Trier,Sticky note,#FFF,Paul,Idées",
                  "Trier"},
             Tool{"Nom de l'algorithme,Administration responsable,Finalité", "Trier %,DGFiP,Router",
                  "Trier 1"},
         }) {
        std::string table = std::string(tool.names) + "\n";
        for (int i = 1; i <= 2; ++i) {
            std::string row = tool.row;
            if (auto const at = row.find('%'); at != std::string::npos)
                row.replace(at, 1, std::to_string(i));
            if (i == 2 && row.find("Trier") != std::string::npos)
                row.replace(row.find("Trier"), 5, "Relire");
            table += row + "\n";
        }
        CAPTURE(table);
        auto const plan = planned(table);
        REQUIRE(plan.command.cases.size() == 2);
        CHECK(plan.command.cases[0].text.title == tool.title);
    }
}

TEST_CASE("the questions of a form say what was asked, and who answered is left out")
{
    auto const plan = planned(
        "ID;Heure de début;Adresse de messagerie;Nom;Quel usage de l’IA imaginez-vous dans votre "
        "service ?;À quel problème cela répond-il ?;Votre service;Q5. Décrivez-le\n"
        "1;3/12/26 9:40:00;a@b.fr;Durand;Trier le courrier;Trop de courrier;Accueil;Vite\n"
        "2;3/12/26 9:41:00;c@d.fr;Martin;Plan de salle;Conseil agité;Mairie;Bien\n");
    auto const& first = plan.command.cases[0].text;
    CHECK(first.title == "Trier le courrier");
    CHECK(first.need == "Trop de courrier");
    CHECK(first.proposer == "Accueil");
    CHECK(first.description == "Vite");
    CHECK(columns_with(plan, exchange::Why::people) == "Adresse de messagerie, Nom");
}

TEST_CASE("a comma in a sentence is no separator, and spaces before quotes are none of a cell's")
{
    CHECK(Import{}.titles("Titre\nTri, classement et envoi\nPlan de salle\nAlerte, canicule\n") ==
          Titles{"Tri, classement et envoi", "Plan de salle", "Alerte, canicule"});
    CHECK(Import{}.titles("Tri, classement et envoi\nPlan de salle\nAlerte, canicule\n") ==
          Titles{"Tri, classement et envoi", "Plan de salle", "Alerte, canicule"});
    auto const plan = planned("\"Titre\"; \"Description\"\n\"Tri\"; \"Router; \"\"vite\"\"\"\n");
    CHECK(plan.command.cases[0].text.description == "Router; \"vite\"");
    CHECK(
        planned("Titre; Description\nTri; le \"vrai\" sens\n").command.cases[0].text.description ==
        "le \"vrai\" sens");
}

TEST_CASE("group headings, answers and totals are distinguished from cases")
{
    auto const grouped = planned("Projet;;Suivi;\nNom;Description;Date;Statut\n"
                                 "Tri;Router;12/03/2026;ok\nPlan;Placer;13/03/2026;ok\n");
    CHECK(Import::titles_of(grouped) == Titles{"Tri", "Plan"});
    CHECK(grouped.header_line == 2);
    auto const answers = planned("Retenu;Quoi\noui;Tri\nnon;Plan\noui;Alerte\nnon;Relance\n");
    CHECK(Import::titles_of(answers) == Titles{"Tri", "Plan", "Alerte", "Relance"});
    auto const total = planned("Titre;Coût\nTri;12\nPlan;13\nTotal;25\n");
    CHECK(Import::titles_of(total) == Titles{"Tri", "Plan"});
    REQUIRE(total.left_out.size() == 1);
    CHECK(total.left_out[0].where == "import.total");
    // A case may have such a title when others follow.
    CHECK(Import{}.titles("Titre;Coût\nTotal;12\nPlan;13\n").size() == 2);
}

TEST_CASE("one bad byte spoils neither its line nor the others, and its line is told")
{
    std::string table = "Titre;Description\n";
    for (int i = 0; i < 20; ++i)
        table += "Été num" + std::string(i == 11 ? "\xE9" : "") + "éro " + std::to_string(i) +
                 " : réponse;Détail\n";
    auto const plan = planned(table);
    CHECK(plan.encoding == "UTF-8");
    CHECK(plan.command.cases[11].text.title == "Été num�éro 11 : réponse");
    CHECK(plan.doubtful == std::vector<std::size_t>{13});
    // A line of another encoding is read in it.
    auto const mixed = planned("Titre;Domaine\nÉté;Eau\nR\xE9ponse aux \xE9lus;Eau\n");
    CHECK(mixed.command.cases[1].text.title == "Réponse aux élus");
    // Text encoded three times is mended like text encoded twice.
    CHECK(Import{}.titles("Titre;Domaine\nRÃƒÂ©ponse;Eau\nTri;Eau\n") == Titles{"Réponse", "Tri"});
}

TEST_CASE("the French of a platform is read where it stands beside another language")
{
    auto const plan = planned("id;title/en;title/fr;body/en;body/fr\n1;Sort;Trier;Route;Router\n"
                              "2;Seat;Placer;Sit;Asseoir\n");
    CHECK(Import::titles_of(plan) == Titles{"Trier", "Placer"});
    CHECK(plan.command.cases[0].text.description == "Router");
    auto const english = planned("id;title/en;title/fr\n1;Sort;\n2;Seat;\n3;Plan;\n");
    CHECK(Import::titles_of(english) == Titles{"Sort", "Seat", "Plan"});
}

TEST_CASE("a table and a list of Markdown are read without their rules and headings")
{
    auto const table = planned("| Titre | Description |\n|:---|---:|\n| Tri | Router<br>vite |\n");
    CHECK(Import::titles_of(table) == Titles{"Tri"});
    CHECK(table.command.cases[0].text.description == "Router\nvite");
    // The row of dashes says that it is a table, and which row is its header.
    auto const own = planned("| Idée retenue | Remarques |\n|---|---|\n| Tri | Vite, et bien |\n"
                             "| Alerte, la nuit | |\n");
    CHECK(Import::titles_of(own) == Titles{"Tri", "Alerte, la nuit"});
    auto const bare = planned("titre | domaine\n:-- | --:\nTri | Accueil\nAlerte | Eau\n");
    CHECK(Import::titles_of(bare) == Titles{"Tri", "Alerte"});
    CHECK(Import::titles_of(planned("titre;domaine\n-;-\nTri;Eau\n")).back() == "Tri");
    Import import;
    auto const list =
        import.plan("# Idées\n\n- Tri\n- C# et F#\n\n## Autres\n1. Alerte\n", "a.txt");
    REQUIRE(list);
    CHECK(Import::titles_of(*list) == Titles{"Tri", "C# et F#", "Alerte"});
    CHECK(list->left_out.size() == 2);
}

TEST_CASE("text that is no table is reported with its type")
{
    Import import;
    for (auto const& [bytes, where] :
         {std::pair{"<?xml version=\"1.0\"?>\n<projets><projet>Tri</projet></projets>\n", "markup"},
          {"<svg xmlns=\"x\">\n<rect/>\n</svg>\n", "markup"},
          {"BEGIN:VCALENDAR\nSUMMARY:Tri\nEND:VCALENDAR\n", "calendar"},
          {"BEGIN:VCARD\nFN:Tri\nEND:VCARD\n", "calendar"}})
        CHECK(importing::why(import.plan(bytes)) == std::string("import.kind.") + where);
    CHECK(import.titles("<?xml version=\"1.0\"?><!DOCTYPE html><html><body><ul><li>Tri</li></ul>"
                        "</body></html>") == Titles{"Tri"});
    CHECK(import.titles("{\"title\":\"Tri\"}\n{\"title\":\"Plan\"}\n", "a.json") ==
          Titles{"Tri", "Plan"});
    auto const tickets = import.plan(
        R"([{"url":"https://api.x/1","html_url":"https://x/1","title":"Tri"}])", "a.json");
    REQUIRE(tickets);
    CHECK(tickets->command.cases[0].text.source == "https://x/1");
}
