#include "previewing.h"

#include <algorithm>

// How the import dialog reads a file, what it says of columns, and what it offers of cases that are
// there already.
using namespace previewing;

TEST_CASE("a file can be read otherwise: by another separator, with its names on another line")
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

TEST_CASE("what changed of a case is offered, taken by itself, and left by a click")
{
    Preview p;
    p.drop("cas.csv", "Titre;Domaine\nTri du courrier;Eau\nPermis;Sol\n");
    p.press("import.add");
    CHECK(p.first().domain == "Eau");
    p.drop("cas.csv", "Titre;Domaine\nTri du courrier;Accueil\nPermis;Sol\nFuites;Eau\n");
    CHECK(p.driver.on("import.row.2"));       // changed: taken unless one says no
    CHECK_FALSE(p.driver.on("import.row.3")); // as it was
    CHECK(p.driver.on("import.row.4"));       // new
    CHECK(p.driver.label("import.add") == "Ajouter 1, mettre à jour 1");
    p.press("import.row.2");
    CHECK(p.driver.label("import.add") == "Ajouter 1 cas");
    p.press("import.row.2");
    p.press("import.add");
    CHECK_FALSE(p.driver.shows("import.add"));
    CHECK(p.first().domain == "Accueil");
    CHECK(model::table<model::Case>(p.doc()).size() == 3);
    // Changes alone close the dialog too.
    p.drop("cas.csv", "Titre;Domaine\nTri du courrier;Eau\n");
    p.press("import.add");
    CHECK_FALSE(p.driver.shows("import.add"));
    CHECK(p.first().domain == "Eau");
}

TEST_CASE("columns that name people are left and their samples hidden, until they are asked for")
{
    Preview p;
    p.drop("cas.csv", "Titre;Courriel\nTri;a@b.fr\nPermis;c@d.fr\n");
    CHECK(p.driver.value("import.column.2") == "laissée");
    p.press("import.column.2");
    p.press("field.proposer");
    p.press("import.add");
    CHECK(p.first().proposer == "a@b.fr");
}

TEST_CASE(
    "what one said of columns is taken again for a table of the same names, until one says no")
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
