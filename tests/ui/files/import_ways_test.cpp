#include "previewing.h"

#include <algorithm>

// The import dialog: how a file is read, its columns, and the cases that already exist.
using namespace previewing;

TEST_CASE("a file can be read with another separator or another line of names")
{
    Preview p;
    p.drop("cas.csv", "a:b;c\nTri:Eau;Ville\nPermis:Sol;Ville\n");
    CHECK(p.driver.value("import.separator").find("Point-virgule") == 0);
    p.press("import.line");
    p.press("way.line.1");
    CHECK_FALSE(p.driver.shows("import.row.1"));
    p.press("import.separator");
    p.press("way.none");
    CHECK(p.driver.value("import.separator").find("Aucun") == 0);
    p.press("import.line");
    p.press("way.line.none");
    CHECK(p.driver.label("import.row.1") == "a:b;c");
    p.press("import.encoding");
    p.press("macintosh");
    CHECK(p.driver.value("import.encoding") == "macintosh");
}

TEST_CASE("changes of a case are offered, selected by default, and excluded by a click")
{
    Preview p;
    p.drop("cas.csv", "Titre;Domaine\nTri du courrier;Eau\nPermis;Sol\n");
    p.press("import.add");
    CHECK(p.first().domain == "Eau");
    p.drop("cas.csv", "Titre;Domaine\nTri du courrier;Accueil\nPermis;Sol\nFuites;Eau\n");
    CHECK(p.driver.on("import.row.2"));       // changed: selected by default
    CHECK_FALSE(p.driver.on("import.row.3")); // unchanged
    CHECK(p.driver.on("import.row.4"));       // new
    CHECK(p.driver.label("import.add") == "Ajouter 1, mettre à jour 1");
    p.press("import.row.2");
    CHECK(p.driver.label("import.add") == "Ajouter 1 cas");
    p.press("import.row.2");
    p.press("import.add");
    CHECK_FALSE(p.driver.shows("import.add"));
    CHECK(p.first().domain == "Accueil");
    CHECK(model::table<model::Case>(p.doc()).size() == 3);
    // An import of changes only closes the dialog, too.
    p.drop("cas.csv", "Titre;Domaine\nTri du courrier;Eau\n");
    p.press("import.add");
    CHECK_FALSE(p.driver.shows("import.add"));
    CHECK(p.first().domain == "Eau");
}

TEST_CASE("columns with names of people are excluded and hidden, unless requested")
{
    Preview p;
    p.drop("cas.csv", "Titre;Courriel\nTri;a@b.fr\nPermis;c@d.fr\n");
    CHECK(p.driver.value("import.column.2") == "laissée");
    p.press("import.column.2");
    p.press("field.proposer");
    p.press("import.add");
    CHECK(p.first().proposer == "a@b.fr");
}

TEST_CASE("the mapping of columns is reused for a table with the same names, unless declined")
{
    Preview p;
    std::string const table = "Code;Service\nA1;Tri du courrier\nB2;Permis de construire\n";
    p.drop("a.csv", table);
    CHECK(p.driver.shows("import.no_title"));
    p.press("import.column.1");
    p.press("field.title");
    p.press("import.cancel");
    CHECK_FALSE(p.driver.shows("import.add"));
    p.drop("b.csv", table);
    CHECK(p.driver.label("import.row.2") == "A1");
    p.press("import.guess_again");
    CHECK(p.driver.shows("import.no_title"));
    CHECK_FALSE(p.driver.shows("import.guess_again"));
}

TEST_CASE("the mapping of columns is stored under a digest of their names")
{
    std::string const table = "Code;Service\nA1;Tri du courrier\nB2;Permis de construire\n";
    std::vector<ui::KeptColumns> kept;
    {
        Preview p;
        p.drop("a.csv", table);
        p.mean(1, "title");
        kept = p.host.columns;
    }
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].names.size() == 64);
    CHECK(kept[0].names.find("ode") == std::string::npos);
    CHECK(kept[0].said == std::map<std::size_t, exchange::Field>{{0, exchange::Field::title}});
    Preview p;
    p.host.columns = kept;
    p.drop("b.csv", table);
    CHECK(p.driver.label("import.row.2") == "A1");
    CHECK(p.driver.label("import.told").find("1 de vos choix") != std::string::npos);
    p.press("import.guess_again");
    CHECK(p.host.columns.empty());
}

TEST_CASE("a row without a title can be given one, and is added")
{
    Preview p;
    p.drop("cas.csv", "Titre;Domaine\nTri;Eau\n;Animer un réseau\nPermis;Sol\n");
    CHECK(p.driver.label("import.add") == "Ajouter 2 cas");
    p.press("import.give.3");
    REQUIRE(p.driver.shows("import.name"));
    p.driver.type("Réseau de référents");
    p.driver.key(ImGuiKey_Enter);
    p.driver.settle();
    CHECK_FALSE(p.driver.shows("import.name"));
    CHECK(p.driver.label("import.row.3") == "Réseau de référents");
    CHECK(p.driver.label("import.add") == "Ajouter 3 cas");
    CHECK(p.cases().empty()); // Enter confirmed the title only
    p.add();
    CHECK(p.titles().size() == 3);
}

TEST_CASE("Escape while typing a title excludes the row and keeps the preview open")
{
    Preview p;
    p.drop("cas.csv", "Titre;Domaine\nTri;Eau\n;Ville\n");
    p.press("import.give.3");
    p.driver.type("Non");
    p.driver.key(ImGuiKey_Escape);
    p.driver.settle();
    CHECK(p.driver.shows("import.give.3"));
    CHECK(p.driver.shows("import.add"));
    CHECK_FALSE(p.driver.shows("import.row.3"));
}

TEST_CASE("the cases of another session are previewed, with their results on request")
{
    Preview p;
    model::Document other;
    auto& cases = model::writable<model::Case>(other);
    cases.set(model::CaseId{9}, [] {
        model::Case one;
        one.number = 12, one.title = "Tri du courrier", one.domain = "Eau";
        return one;
    }());
    model::Decision decision;
    decision.verdict = model::Verdict::launch;
    model::writable<model::Decision>(other).set({model::CaseId{9}, model::Body::workshop},
                                                decision);
    p.host.other = other;
    p.app.grant(ui::PreviewFile{"autre.cadran"});
    p.driver.settle();
    CHECK(p.driver.label("import.row.12") == "Tri du courrier");
    CHECK_FALSE(p.driver.enabled("import.separator"));
    CHECK_FALSE(p.driver.shows("import.header"));
    CHECK_FALSE(p.driver.on("import.results"));
    p.press("import.results");
    p.add();
    CHECK(p.first().domain == "Eau");
    CHECK(p.first().notes == "Décision: Lancer");
    p.host.other.reset();
    p.app.grant(ui::PreviewFile{"abime.cadran"});
    p.driver.settle();
    CHECK_FALSE(p.driver.shows("import.add"));
}

TEST_CASE("the guide and a template table open from the preview, which stays open")
{
    Preview p;
    p.paste("Une\nDeux\n");
    p.press("import.guide");
    for (auto const* ending : {"xlsx", "ods", "csv"}) {
        p.press("import.model");
        p.press(std::string("model.") + ending);
    }
    CHECK(p.host.documents == std::vector<std::string>{"import.html", "modele-cas.xlsx",
                                                       "modele-cas.ods", "modele-cas.csv"});
    CHECK(p.driver.shows("import.add"));
    CHECK(p.driver.shows("notice.0"));
}

TEST_CASE("a pasted paragraph is one case, or one for each sentence when that is asked for")
{
    Preview p;
    p.paste("Trier le courrier entrant. Détecter les fuites, même petites. Répondre la nuit.");
    CHECK(p.driver.label("import.add").find("1 ") != std::string::npos);
    p.press("import.separator");
    p.press("way.sentence");
    CHECK(p.driver.label("import.add").find("3 ") != std::string::npos);
    p.press("import.add");
    CHECK(p.titles() == std::vector<std::string>{"Trier le courrier entrant",
                                                 "Détecter les fuites, même petites",
                                                 "Répondre la nuit"});
}
