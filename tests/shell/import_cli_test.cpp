#include "terminal.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

// `cadran import`: which files it reads, which it refuses, and its options.
using terminal::lines;
using terminal::says;
using terminal::Terminal;

TEST_CASE("a file that is no table is named in one sentence with a remedy, and nothing is added")
{
    Terminal t;
    (void)t.run("new a.cadran");
    t.write("b.csv", "%PDF-1.4\nTitre\n");
    t.write("c.csv", std::string("PK\x03\x04", 4) + std::string(40, '\0'));
    t.write("d.csv", "\x89PNG\r\n\x1A\n" + std::string(100, '\x01'));
    for (auto const& [name, french, english] :
         {std::tuple{"b.csv", "C’est un PDF", "This is a PDF"},
          {"c.csv", "archive ZIP", "ZIP archive"},
          {"d.csv", "C’est une image", "This is a picture"}})
        for (auto const* language : {"fr", "en"}) {
            auto const said = t.run(std::string("import a.cadran ") + name, language);
            CAPTURE(said.err);
            CHECK(said.code == 1);
            CHECK(said.out.empty());
            CHECK(lines(said.err) == 1);
            CHECK(says(said.err, *language == 'f' ? french : english));
        }
    CHECK(t.run("show a.cadran --json").json()["entries"] == 1);
}

TEST_CASE("without a title column, the columns are listed with the option to type, which works")
{
    Terminal t;
    (void)t.run("new a.cadran");
    t.write("cas.csv", "Code;Service\nA1;Accueil\nB2;Eau\nC3;Eau\n");
    auto const said = t.run("import a.cadran cas.csv");
    CHECK(said.code == 1);
    CHECK(says(said.err, "Code, Service → proposant"));
    CHECK(says(said.err, "--map 'titre=Code'"));
    CHECK(says(t.run("import a.cadran cas.csv", "en").err, "--map 'title=Code'"));
    auto const mapped = t.run("import a.cadran cas.csv --map 'titre=Code,domaine=2'");
    CHECK(mapped.code == 0);
    auto const shown = t.run("show a.cadran --json").json()["cases"];
    REQUIRE(shown.size() == 3);
    CHECK(shown[0]["title"] == "A1");
    CHECK(shown[2]["domain"] == "Eau");
    CHECK(t.run("import a.cadran cas.csv --map titre=Rien").code == 2);
    CHECK(t.run("import a.cadran cas.csv --map rien=Code").code == 2);
}

TEST_CASE("options give the line of names, the separator and the encoding")
{
    Terminal t;
    (void)t.run("new a.cadran");
    t.write("cas.csv", "a:b\nTitre:Domaine\nD\x8Epenses:Eau\n");
    CHECK(t.run("import a.cadran cas.csv --separator klingon").code == 2);
    CHECK(t.run("import a.cadran cas.csv --encoding klingon").code == 2);
    CHECK(t.run("import a.cadran cas.csv --header-row 9").code == 2);
    t.write("cas2.csv", "x|y\nTri|Service rendu\nD\x8Epenses|Eau\n");
    auto const said = t.run("import a.cadran cas2.csv --separator pipe --encoding macroman "
                            "--header-row 1 --map titre=x,domaine=y --json");
    CHECK(said.code == 0);
    auto const json = said.json();
    CHECK(json["encoding"] == "macintosh");
    CHECK(json["header_line"] == 1);
    CHECK(json["cases"][1]["title"] == "Dépenses");
    CHECK(json["done"] == true);
}

TEST_CASE("a dry run lists what would be added, and changes nothing")
{
    Terminal t;
    (void)t.run("new a.cadran");
    t.write("cas.csv", "Titre;Auteur;Domaine\nTri;Jean DUPONT;Eau\n;Anne;Ville\nTri;Luc;Eau\n");
    auto const text = t.run("import a.cadran cas.csv --dry-run");
    CHECK(text.code == 0);
    CHECK(says(text.out, "2 cas seraient ajoutés"));
    CHECK(says(text.out, "Ligne 2, nouveau\u00A0: Tri"));
    CHECK(says(text.out, "Ligne 3 laissée\u00A0: pas de titre"));
    CHECK(says(text.out, "Ligne 4, deux fois dans ce fichier\u00A0: Tri"));
    CHECK(says(text.out, "nomment des personnes (--map les reprend)\u00A0: Auteur"));
    auto const json = t.run("import a.cadran cas.csv --dry-run --json").json();
    CHECK(json["done"] == false);
    CHECK(json["columns"][1]["why"] == "people");
    CHECK(json["cases"].size() == 2);
    CHECK(json["left_out"][0]["line"] == 3);
    CHECK(t.run("show a.cadran --json").json()["entries"] == 1);
}

TEST_CASE("existing cases stay unchanged, unless updates are requested")
{
    Terminal t;
    (void)t.run("new a.cadran");
    t.write("cas.csv", "Titre;Domaine\nTri;Eau\nFuites;Eau\n");
    (void)t.run("import a.cadran cas.csv");
    t.write("cas.csv", "Titre;Domaine\nTri;Ville\nFuites;Eau\nPermis;Ville\n");
    auto const said = t.run("import a.cadran cas.csv");
    CHECK(said.code == 0);
    CHECK(says(said.out, "1 cas ajouté"));
    CHECK(says(said.out, "2 déjà là"));
    CHECK(says(said.out, "Carte 1, «\u00A0Tri\u00A0»\u00A0: domaine était «\u00A0Eau\u00A0», le "
                         "fichier dit «\u00A0Ville\u00A0»"));
    CHECK(says(said.out, "--update"));
    auto cases = t.run("show a.cadran --json").json()["cases"];
    REQUIRE(cases.size() == 3);
    CHECK(cases[0]["domain"] == "Eau");
    auto const updated = t.run("import a.cadran cas.csv --update");
    CHECK(updated.code == 0);
    CHECK_FALSE(says(updated.out, "--update"));
    cases = t.run("show a.cadran --json").json()["cases"];
    REQUIRE(cases.size() == 3);
    CHECK(cases[0]["domain"] == "Ville");
    CHECK(t.run("verify a.cadran").code == 0);
}

TEST_CASE("cases of another session are imported, with results on request")
{
    Terminal t;
    (void)t.run("new autre.cadran");
    t.write("cas.csv", "Titre;Domaine\nTri;Eau\nPermis;Ville\n");
    (void)t.run("import autre.cadran cas.csv");
    t.write("vote.pb", "META\nkey;value\ndescription;Essai\nvote_type;approval\nPROJECTS\n"
                       "project_id;cost;name\n1;1;Square\nVOTES\nvoter_id;vote\n1;1\n");
    (void)t.run("import autre.cadran vote.pb");
    (void)t.run("new a.cadran");
    CHECK(t.run("import a.cadran autre.cadran").code == 0);
    auto cases = t.run("show a.cadran --json").json()["cases"];
    REQUIRE(cases.size() == 3);
    CHECK(cases[0]["domain"] == "Eau");
    CHECK(cases[2]["notes"] == "");
    CHECK(says(t.run("import a.cadran autre.cadran").out, "3 déjà là"));
    // A damaged file adds nothing.
    t.write("abime.cadran", support::bytes_of(t.folder / "autre.cadran") + "{}\n{}\n");
    auto const refused = t.run("import a.cadran abime.cadran");
    CHECK(refused.code == 1);
    CHECK(says(refused.err, "rien n’en est repris"));
    (void)t.run("new b.cadran");
    CHECK(t.run("import b.cadran autre.cadran --with-results").code == 0);
    cases = t.run("show b.cadran --json").json()["cases"];
    CHECK(says(cases[2]["notes"], "Vote 1"));
}

TEST_CASE("an election is counted in a dry run, and recorded on request")
{
    Terminal t;
    (void)t.run("new a.cadran");
    t.write("vote.blt", "2 1\n3 1 2 0\n0\n\"A\"\n\"B\"\n\"Essai\"\n");
    CHECK(says(t.run("import a.cadran vote.blt --dry-run").out, "Essai"));
    auto const tried = t.run("import a.cadran vote.blt --dry-run --json").json();
    CHECK(tried["done"] == false);
    CHECK(tried["format"] == "blt");
    CHECK(tried["round"]["method"] == "ranking");
    CHECK(tried["voters"] == 3);
    CHECK(tried["cases"][1]["title"] == "B");
    CHECK(t.run("show a.cadran --json").json()["entries"] == 1);
    t.write("deux.blt", "3 2\n3 1 2 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"Essai\"\n");
    CHECK(t.run("import a.cadran deux.blt --dry-run --json").json()["round"]["seats"] == 2);
    CHECK(t.run("import a.cadran vote.blt").code == 0);
    CHECK(t.run("show a.cadran --json").json()["cases"].size() == 2);
}
