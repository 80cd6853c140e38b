#include "support/folders.h"
#include "support/skip.h"
#include "support/temporary_folder.h"
#include "terminal.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <string>

// `cadran export`: files for other programs; importing them again changes nothing.
using terminal::Terminal;

namespace {

std::size_t entries(Terminal const& t)
{
    return t.run("show a.cadran --json").json()["entries"].get<std::size_t>();
}

} // namespace

TEST_CASE("each format is written, and brought in again changes nothing")
{
    Terminal t;
    REQUIRE(t.run("new a.cadran").code == 0);
    t.write("cas.csv", "Titre;Description;Domaine\nTri du courrier;\"Vite, et \"\"bien\"\"\nsur "
                       "deux lignes\";Accueil\n"
                       "'=Fuites;-5 %;Eau\n");
    REQUIRE(t.run("import a.cadran cas.csv").code == 0);
    auto const before = entries(t);
    for (auto const* kind : {"csv", "xlsx", "ods", "json"})
        for (auto const* language : {"fr", "en"}) {
            auto const name = std::string("out.") + kind;
            CAPTURE(name);
            auto const said = t.run("export a.cadran --force -o " + name, language);
            CHECK(said.code == 0);
            auto const again = t.run("import a.cadran " + name + " --update --json");
            auto const json = again.json();
            CHECK(json["cases"].size() == 2);
            for (auto const& one : json["cases"]) CHECK(one["state"] == "there");
            CHECK(entries(t) == before);
        }
    CHECK(t.run("export a.cadran -o out.md").code == 0);
    CHECK(t.run("show a.cadran --json").json()["cases"][1]["title"] == "=Fuites");
}

TEST_CASE("an unknown format, or a wrong path, is reported in one line")
{
    Terminal t;
    REQUIRE(t.run("new a.cadran").code == 0);
    for (auto const& [wrong, code] : {std::pair{"out.pdf", 2},
                                      {"out", 2},
                                      {"out.html", 2},
                                      {"nulle/part/out.csv", 1},
                                      {"nulle/part/out.xlsx", 1}}) {
        auto const said = t.run(std::string("export a.cadran -o ") + wrong);
        CAPTURE(said.err);
        CHECK(said.code == code);
        CHECK(said.out.empty());
        CHECK(std::count(said.err.begin(), said.err.end(), '\n') == 1);
    }
    CHECK(t.run("export a.cadran").code == 2);
}

TEST_CASE("cases are imported from another session's file")
{
    Terminal t;
    REQUIRE(t.run("new a.cadran").code == 0);
    REQUIRE(t.run("new b.cadran").code == 0);
    t.write("cas.csv", "Titre;Domaine\nTri;Eau\nFuites;Ville\n");
    REQUIRE(t.run("import b.cadran cas.csv").code == 0);
    CHECK(t.run("import a.cadran b.cadran").code == 0);
    auto const cases = t.run("show a.cadran --json").json()["cases"];
    REQUIRE(cases.size() == 2);
    CHECK(cases[1]["title"] == "Fuites");
    CHECK(cases[1]["domain"] == "Ville");
    CHECK(cases[1]["source"] == "");
}

TEST_CASE("an office suite opens what is written, and reads the same cells in it")
{
    if (std::system("command -v soffice >/dev/null 2>&1") != 0) // NOLINT: a test asks the machine
        CADRAN_SKIP("no office suite");
    Terminal t;
    REQUIRE(t.run("new a.cadran").code == 0);
    t.write("cas.csv", "Titre;Description;Domaine\nTri;\"Vite, et \"\"bien\"\"\nsur deux "
                       "lignes\";Accueil\nFuites;5 %;Eau\n");
    REQUIRE(t.run("import a.cadran cas.csv").code == 0);
    std::string same;
    for (auto const* kind : {"xlsx", "ods"}) {
        REQUIRE(t.run(std::string("export a.cadran -o out.") + kind).code == 0);
        auto const folder = t.folder.path().string();
        auto const line =
            "cd '" + folder + "' && HOME='" + folder +
            "' soffice --headless --convert-to csv:\"Text - txt - csv (StarCalc)\":44,34,76 out." +
            kind + " >/dev/null 2>&1";
        REQUIRE(std::system(line.c_str()) == 0); // NOLINT: as above
        auto const csv = support::bytes_of(t.folder / "out.csv");
        CHECK(csv.find("\"Vite, et \"\"bien\"\"\nsur deux lignes\"") != std::string::npos);
        if (same.empty())
            same = csv;
        else
            CHECK(csv == same);
    }
}

TEST_CASE(
    "a picture of the session is written as PNG or SVG, and the sentence names those there are")
{
    Terminal t;
    std::filesystem::copy_file(support::sources_dir() / "sessions" / "exemple.cadran",
                               t.folder / "a.cadran");
    auto const board = t.run("export a.cadran -o a.png");
    CHECK(board.code == 0);
    CHECK(board.out == "Image écrite\u00A0: Le tableau\n");
    CHECK(t.run("export a.cadran --picture matrix:3 --size a3 -o b.svg").code == 0);
    CHECK(support::bytes_of(t.folder / "a.png").starts_with("\x89PNG"));
    CHECK(support::bytes_of(t.folder / "b.svg").find("viewBox=\"0 0 4961 3508\"") !=
          std::string::npos);
    for (char const* wrong : {"--picture matrix:99 -o c.png", "--picture tableau -o c.png",
                              "--picture board -o c.csv"}) {
        auto const said = t.run(std::string("export a.cadran ") + wrong);
        CAPTURE(said.err);
        CHECK(said.code == 2);
        CHECK(said.out.empty());
        CHECK(std::count(said.err.begin(), said.err.end(), '\n') == 1);
    }
    CHECK(t.run("export a.cadran --picture matrix:99 -o c.png").err.find("matrix:1") !=
          std::string::npos);
    CHECK_FALSE(std::filesystem::exists(t.folder / "c.png"));
    CHECK(t.run("export a.cadran --size a7 -o c.png").code == 2);
}

TEST_CASE("names of people and single ballots are written on request")
{
    Terminal t;
    REQUIRE(t.run("new a.cadran").code == 0);
    t.write("cas.csv", "Titre;Proposé par\nTri;Camille Durand\n");
    REQUIRE(t.run("import a.cadran cas.csv --map titre=Titre,proposer=2").code == 0);

    for (auto const* kind : {"csv", "json", "md"}) {
        REQUIRE(t.run(std::string("export a.cadran -o out.") + kind).code == 0);
        CHECK(support::bytes_of(t.folder / ("out." + std::string(kind))).find("Camille") ==
              std::string::npos);
        REQUIRE(t.run(std::string("export a.cadran --names --force -o out.") + kind).code == 0);
        CHECK(support::bytes_of(t.folder / ("out." + std::string(kind))).find("Camille") !=
              std::string::npos);
    }
}

TEST_CASE(
    "an export, a report or its PDF never takes the place of a file unasked: it may be annotated")
{
    Terminal t;
    REQUIRE(t.run("new a.cadran").code == 0);
    t.write("cas.csv", "Titre\nAgenda partagé\n");
    REQUIRE(t.run("import a.cadran cas.csv").code == 0);
    for (std::string const line :
         {"export a.cadran -o out.csv", "export a.cadran -o out.png", "report a.cadran -o out.html",
          "report a.cadran -o new.html --pdf out.pdf"}) {
        CAPTURE(line);
        auto const name = "out" + line.substr(line.rfind('.'));
        t.write(name, "annotated");
        auto const said = t.run(line);
        CHECK(said.code == 1);
        CHECK(said.out.empty());
        CHECK(said.err.find(name) != std::string::npos);
        CHECK(said.err.find("--force") != std::string::npos);
        CHECK(support::bytes_of(t.folder / name) == "annotated");
        CHECK_FALSE(std::filesystem::exists(t.folder / "new.html")); // nothing by half
        if (name == "out.pdf") continue;                             // needs a browser
        CHECK(t.run(line + " --force").code == 0);
        CHECK(support::bytes_of(t.folder / name) != "annotated");
    }
}
