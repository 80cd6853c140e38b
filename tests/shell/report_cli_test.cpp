#include "platform/process.h"
#include "support/skip.h"
#include "terminal.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

// `cadran report`, and `cadran verify --report`.
using terminal::bytes_of;
using terminal::Terminal;

namespace {

namespace fs = std::filesystem;

// A session of two cases.
struct WithSession : Terminal {
    WithSession()
    {
        REQUIRE(run("new a.cadran").code == 0);
        write("cas.csv", "Titre;Description\nTri du courrier;Vite\nFuites;Eau\n");
        REQUIRE(run("import a.cadran cas.csv").code == 0);
    }
};

bool one_line(std::string const& said) { return std::count(said.begin(), said.end(), '\n') == 1; }

} // namespace

TEST_CASE("a report is written in the requested language, with its seal")
{
    WithSession const t;
    auto const french = t.run("report a.cadran -o cr.html"),
               english = t.run("report a.cadran -o report.html", "en");
    CHECK(french.code == 0);
    CHECK(french.out.starts_with("Compte rendu écrit"));
    CHECK(english.out.starts_with("Report written"));
    auto const page = bytes_of(t.folder / "cr.html");
    CHECK(page.find("2 cas d’usage ont été recueillis.") != std::string::npos);
    CHECK(bytes_of(t.folder / "report.html").find("2 use cases were gathered.") !=
          std::string::npos);
    auto const code = french.out.substr(french.out.find("sceau ") + 6, 9);
    CHECK(page.find(code) != std::string::npos);
}

TEST_CASE("a report of this session is recognised, also after later edits")
{
    WithSession const t;
    REQUIRE(t.run("report a.cadran -o cr.html").code == 0);
    auto const now = t.run("verify a.cadran --report cr.html");
    CHECK(now.code == 0);
    CHECK(now.out.find("telle qu’elle est") != std::string::npos);
    REQUIRE(t.run("propose a.cadran Autre").code == 0);
    auto const later = t.run("verify a.cadran --report cr.html");
    CHECK(later.code == 0);
    CHECK(later.out.find("depuis, ") != std::string::npos);
}

TEST_CASE("a report of another session, a touched one and what is no report are told apart")
{
    WithSession const t;
    REQUIRE(t.run("report a.cadran -o cr.html").code == 0);
    REQUIRE(t.run("new b.cadran").code == 0);
    auto refused = [&](std::string const& file, std::string const& report, std::string const& why) {
        auto const said = t.run("verify " + file + " --report " + report);
        CAPTURE(said.err);
        CHECK(said.code == 1);
        CHECK(one_line(said.err));
        CHECK(said.err.find(why) != std::string::npos);
    };
    refused("b.cadran", "cr.html", "d’une autre session");
    auto page = bytes_of(t.folder / "cr.html");
    page.replace(page.find("Tri du courrier"), 3, "Vol");
    t.write("touched.html", page);
    refused("a.cadran", "touched.html", "a été modifié");
    refused("a.cadran", "cas.csv", "ce n’est pas un compte rendu");
    refused("a.cadran", "nowhere.html", "nowhere.html");
    // A journal cut before the last entry that the report used.
    auto const whole = bytes_of(t.folder / "a.cadran");
    t.write("a.cadran", whole.substr(0, whole.rfind('\n', whole.size() - 2) + 1));
    refused("a.cadran", "cr.html", "qui n’y est plus");
}

TEST_CASE("invalid options of a report are refused in one line, and nothing is written")
{
    WithSession const t;
    t.write("logo.txt", "not a picture");
    for (auto const* wrong :
         {"report a.cadran -o cr.pdf", "report a.cadran -o cr.html --with everything",
          "report a.cadran -o cr.html --logo logo.txt",
          "report a.cadran -o cr.html --logo none.png", "report a.cadran -o cr.html --pdf out.html",
          "report none.cadran -o cr.html", "report a.cadran -o nowhere/cr.html",
          "report a.cadran"}) {
        auto const said = t.run(wrong);
        CAPTURE(wrong);
        CHECK(said.code != 0);
        CHECK(said.out.empty());
        CHECK(one_line(said.err));
        CHECK(!fs::exists(t.folder / "cr.html"));
    }
}

TEST_CASE("parts are added and left out by name")
{
    WithSession const t;
    REQUIRE(t.run("report a.cadran -o cr.html --with names,ballots,log --without descriptions "
                  "--organisation 'Ville de Bréhan' --one-page")
                .code == 0);
    CHECK(bytes_of(t.folder / "cr.html").find("Ville de Bréhan") != std::string::npos);
}

TEST_CASE("a PDF is made by an installed program")
{
    if (terminal::on_windows()) CADRAN_SKIP("Wine has none of the programs that print a page");
    if (!platform::find_program("chromium") && !platform::find_program("soffice"))
        CADRAN_SKIP("neither Chromium nor LibreOffice");
    WithSession const t;
    auto const said = t.run("report a.cadran -o cr.html --pdf cr.pdf --one-page");
    CAPTURE(said.err);
    CHECK(said.code == 0);
    CHECK(bytes_of(t.folder / "cr.pdf").starts_with("%PDF-"));
}

TEST_CASE("without Chromium and LibreOffice the page is written, and the PDF refused in a line")
{
    if (terminal::on_windows()) CADRAN_SKIP("without PATH there is no Wine either");
    WithSession const t;
    auto const path = std::string(std::getenv("PATH")); // NOLINT(concurrency-mt-unsafe)
    ::setenv("PATH", (t.folder / "empty").string().c_str(), 1);
    auto const line = "cd '" + t.folder.path().string() + "' && HOME='" + t.folder.path().string() +
                      "' '" + support::binary() +
                      "' report a.cadran -o cr.html --pdf cr.pdf --lang fr 2>err";
    auto const status = std::system(line.c_str()); // NOLINT(concurrency-mt-unsafe)
    ::setenv("PATH", path.c_str(), 1);
    CHECK(WEXITSTATUS(status) == 1);
    CHECK(bytes_of(t.folder / "err").find("Chromium ou LibreOffice") != std::string::npos);
    CHECK(fs::exists(t.folder / "cr.html"));
    CHECK(!fs::exists(t.folder / "cr.pdf"));
}
