#include "importing.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

// The meaning of columns: by names that tools use, and by contents.
namespace {

using exchange::Field;
using exchange::Why;
using importing::Import;
using importing::planned;
using importing::Titles;

model::Case first(std::string const& bytes)
{
    auto const plan = planned(bytes);
    REQUIRE(!plan.command.cases.empty());
    return plan.command.cases.front().text;
}

Why why_of(exchange::ImportPlan const& plan, std::string const& column)
{
    auto const at = std::ranges::find(plan.columns, column, &exchange::ImportColumn::name);
    REQUIRE(at != plan.columns.end());
    return at->why;
}

} // namespace

TEST_CASE("the names that tools give their columns are known")
{
    struct Named {
        char const* name;
        Field field;
    };
    for (auto const& one : {
             Named{"title/fr", Field::title},
             {"body/fr", Field::description},
             {"category/name/fr", Field::domain},
             {"category/id", Field::none},
             {"title/machine_translations/en", Field::none},
             {"Nom_du_projet", Field::title},
             {"nom_projet", Field::title},
             {"use_case_name", Field::title},
             {"practice", Field::title},
             {"Card Name", Field::title},
             {"Nom de la tâche", Field::title},
             {"Issue key", Field::identifier},
             {"Description_service", Field::description},
             {"usage_description", Field::description},
             {"Nom_collectivite", Field::proposer},
             {"Type_de_collectivite", Field::none},
             {"URL_Service", Field::source},
             {"URL_Logo", Field::none},
             {"image_url", Field::none},
             {"Quel cas d’usage proposez-vous ?", Field::title},
             {"Décrivez votre idée en quelques mots", Field::description},
             {"À quel service cela servirait-il ?", Field::proposer},
             {"Quels risques voyez-vous ? (plusieurs réponses possibles)", Field::none},
             {"Horodateur", Field::none},
             {"Adresse e-mail", Field::none},
         }) {
        CAPTURE(one.name);
        CHECK(exchange::field_of(one.name) == one.field);
    }
}

TEST_CASE("a summary is the title beside a description, and the description beside a title")
{
    auto const issue = first("Key,Summary,Description\nCAS-1,Trier,Longue phrase\n");
    CHECK(issue.title == "Trier");
    CHECK(issue.description == "Longue phrase");
    auto const page = first("Title,Summary\nTrier,Longue phrase\n");
    CHECK(page.title == "Trier");
    CHECK(page.description == "Longue phrase");
}

TEST_CASE("dates, figures, addresses, identifiers and one repeated value are never titles")
{
    for (auto const* column : {"2026-03-12\n2026-03-13\n2026-03-14\n2026-03-15", "1\n2\n3\n4",
                               "a@b.fr\nc@d.fr\ne@f.fr\ng@h.fr", "CAS-1\nCAS-2\nCAS-3\nCAS-4",
                               "Accueil\nAccueil\nAccueil\nAccueil",
                               "https://a.fr/1\nhttps://a.fr/2\nhttps://a.fr/3\nhttps://a.fr/4",
                               "12 mars 2026\n13 mars 2026\n14 mars 2026\n15 mars 2026",
                               "2026/03/12 9:41:07 AM UTC+1\n2026/03/12 9:58:31 AM "
                               "UTC+1\n2026/03/12 1:12:00 PM UTC+1\n2026/03/13 8:03:44 AM UTC+1"}) {
        std::string const ideas =
            "Trier le courrier\nTrouver les fuites\nRelire les marchés\nPrévenir";
        std::string table = "Titre,Idées\n";
        std::istringstream left(column), right(ideas);
        for (std::string a, b; std::getline(left, a) && std::getline(right, b);)
            table += a + "," + b + "\n";
        CAPTURE(column);
        auto const plan = planned(table);
        CHECK(Import::titles_of(plan).front() == "Trier le courrier");
        CHECK(why_of(plan, "Idées") == Why::phrases);
    }
    Import import;
    CHECK(importing::why(import.plan("1\n2\n3\n")) == "import.title_column");
    CHECK(importing::why(import.plan("n,date\n1,2026-01-01\n2,2026-01-02\n3,2026-01-03\n")) ==
          "import.title_column");
}

TEST_CASE("mail addresses and names of people are left out, with the reason")
{
    auto const plan = planned("Auteur,Contact,Idée,Porteur\nJean DUPONT,a@b.fr,Trier,M. Durand\n"
                              "Anne MARTIN,c@d.fr,Relire,Mme Petit\n");
    CHECK(Import::titles_of(plan) == Titles{"Trier", "Relire"});
    for (auto const* column : {"Auteur", "Contact", "Porteur"}) {
        CAPTURE(column);
        CHECK(why_of(plan, column) == Why::people);
    }
    for (auto const& one : plan.command.cases) CHECK(one.text.proposer.empty());
    auto const asked = Import{}.mapped("Auteur,Idée\nJean DUPONT,Trier\n", "porteur=Auteur");
    REQUIRE(asked);
    CHECK(asked->command.cases.front().text.proposer == "Jean DUPONT");
    // The respondent of a form is not a title.
    auto const form =
        planned("ID,Adresse de messagerie,Nom,Votre idée ?\n1,a@b.fr,Jean,Trier le courrier\n"
                "2,c@d.fr,Anne,Relire\n3,e@f.fr,Luc,Prévenir\n");
    CHECK(Import::titles_of(form).front() == "Trier le courrier");
    CHECK(why_of(form, "Nom") == Why::people);
    auto const ways = planned("Titre,Accès\nTrier,Par API\nRelire,Par API\nPrévenir,Par API\n");
    CHECK(why_of(ways, "Accès") == Why::unknown);
    CHECK(first("Titre,Comments\nTrier,4\nRelire,0\n").notes.empty());
    CHECK(first("Porteur,Titre\nDirection des routes,Trier\n").proposer == "Direction des routes");
}

TEST_CASE("lines above the column names are recognised, whatever they contain")
{
    auto const plan =
        planned("Recensement ; travail;;;\n# Export du 12 mars\n\nN°;Cas d’usage;Description\n"
                "1;Trier;Vite\n2;Relire;Bien\n");
    CHECK(Import::titles_of(plan) == Titles{"Trier", "Relire"});
    CHECK(plan.header_line == 4);
    REQUIRE(plan.left_out.size() == 2);
    CHECK(plan.left_out[0].where == "import.above");
    CHECK(plan.left_out[1].where == "import.comment");
}

TEST_CASE("a first line that gives the separator does not hide the column names")
{
    for (auto const* said : {"sep=;\n", "\"sep=;\"\n", "SEP=;\r\n"}) {
        auto const plan = planned(std::string(said) + "Titre;Service\nTri, relance;Accueil\n");
        REQUIRE(plan.command.cases.size() == 1);
        CHECK(plan.command.cases[0].text.title == "Tri, relance");
        CHECK(plan.command.cases[0].text.proposer == "Accueil");
        CHECK(plan.lines[0] == 3);
    }
}

TEST_CASE("commas in sentences are no separators in a table with semicolons")
{
    auto const plan =
        planned("Titre;Description\nTri, relance, envoi;a, b, c\nFuites, réseau, eau;d, e, f\n");
    CHECK(plan.separator == ';');
    CHECK(Import::titles_of(plan) == Titles{"Tri, relance, envoi", "Fuites, réseau, eau"});
    CHECK(planned("Titre|Domaine\nTri|Eau\n").separator == '|');
}

TEST_CASE("a header one cell short is completed from the rows")
{
    auto const numbered = planned("Titre,Domaine\n1,Trier,Eau\n2,Relire,Ville\n3,Prévenir,Eau\n");
    CHECK(Import::titles_of(numbered) == Titles{"Trier", "Relire", "Prévenir"});
    CHECK(numbered.command.cases[1].text.domain == "Ville");
    auto const longer =
        planned("Titre,Domaine\nTrier,Eau,oui\nRelire,Ville,non\nPrévenir,Eau,oui\n");
    CHECK(Import::titles_of(longer) == Titles{"Trier", "Relire", "Prévenir"});
}

TEST_CASE("columns are mapped by name or by position as the person chose")
{
    Import import;
    std::string const table = "a;b;c\n1;Trier;Eau\n2;Relire;Ville\n3;Prévenir;Eau\n";
    auto const plan = import.mapped(table, "titre=3,description=B");
    REQUIRE(plan);
    CHECK(Import::titles_of(*plan) == Titles{"Eau", "Ville", "Eau"});
    CHECK(plan->command.cases[0].text.description == "Trier");
    CHECK(import.mapped(table, "titre=d").error().where == "import.map.column");
    CHECK(import.mapped(table, "titel=b").error().where == "import.map.field");
    CHECK(import.mapped(table, "b").error().where == "import.map");
    auto const comma =
        import.mapped("\"Quoi, comment\",domaine\nTrier,y\n", "title=Quoi, comment,notes=domaine");
    REQUIRE(comma);
    CHECK(comma->command.cases[0].text.title == "Trier");
    CHECK(comma->command.cases[0].text.notes == "y");
}

TEST_CASE("importing the same table again adds nothing, and offers changes")
{
    Import import;
    std::string const table =
        "Référence;Titre;Domaine\nA1;Trier le courrier;Ville\nA2;Relire;Ville\n";
    import.take(*import.plan(table));
    auto const again = import.plan(table);
    REQUIRE(again);
    CHECK(again->known.size() == 2);
    CHECK(again->unknown().cases.empty());
    for (auto const& [id, known] : again->known) CHECK(known.changed.empty());

    auto const later =
        import.plan("Référence;Titre;Domaine\nA2;Relire  ;\nA1;Trier le courrier entrant;Accueil\n"
                    "A3;Prévenir;Eau\n");
    REQUIRE(later);
    CHECK(later->unknown().cases.size() == 1);
    REQUIRE(later->known.size() == 2);
    auto const& relire = later->known.at(later->command.cases[0].id);
    CHECK(relire.changed.empty()); // spaces and empty cells say nothing new
    auto const& trier = later->known.at(later->command.cases[1].id);
    REQUIRE(trier.changed.size() == 2); // known by its reference, under another title
    CHECK(trier.changed[0].field == Field::title);
    CHECK(trier.changed[1].before == "Ville");
    CHECK(trier.changed[1].after == "Accueil");
    auto const edit = exchange::updated(import.doc, trier);
    CHECK(edit.text.title == "Trier le courrier entrant");
    CHECK(edit.text.domain == "Accueil");
    CHECK(edit.text.source == "Référence: A1");
}
