#include "exchange/cases/proposals.h"
#include "journal/file_log.h"
#include "session/session.h"
#include "shell/files/file_host.h"
#include "shell/files/inbox.h"
#include "shell/machine/machine.h"
#include "support/skip.h"
#include "support/temporary_folder.h"
#include "terminal.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

// The program on the command line: output and exit code.
using terminal::bytes_of;
using terminal::lines;
using terminal::Terminal;

namespace {

constexpr char const* list = "titre;domaine\nTri du courrier;Usagers\nFuites d’eau;Eau\n";

} // namespace

TEST_CASE("a session is created, filled and shown")
{
    Terminal t;
    CHECK(t.run("new a.cadran").code == 0);
    t.write("cas.csv", list);
    auto const imported = t.run("import a.cadran cas.csv");
    CHECK(imported.code == 0);
    CHECK(imported.out.find("2 cas ajoutés") != std::string::npos);
    auto const shown = t.run("show a.cadran --json").json();
    CHECK(shown["entries"] == 2);
    CHECK(shown["cases"].size() == 2);
    CHECK(shown["cases"][1]["title"] == "Fuites d’eau");
    CHECK(shown["axes"].size() == 8);
    CHECK(t.run("show a.cadran", "en").out.find("2 entries") != std::string::npos);
    CHECK(t.run("new b.cadran --template simple").code == 0);
    CHECK(t.run("show b.cadran --json").json()["axes"].size() == 1);
}

TEST_CASE("a session that is written is named .cadran, so that the window finds it")
{
    Terminal t;
    for (auto const& [asked, named] : {std::pair{"sans", "sans.cadran"},
                                       {"\"Atelier v1.2\"", "Atelier v1.2.cadran"},
                                       {"deja.cadran", "deja.cadran"}}) {
        auto const said = t.run(std::string("new ") + asked);
        CAPTURE(said.err);
        CHECK(said.code == 0);
        CHECK(said.out.find(named) != std::string::npos);
        CHECK(std::filesystem::is_regular_file(t.folder / named));
    }
    CHECK(t.run("show 'Atelier v1.2.cadran' --json").json()["title"] == "Atelier v1.2");
    CHECK(t.run("new sans").code == 1); // it is there
    REQUIRE(t.run("propose sans.cadran Tri --from Accueil").code == 0);
    REQUIRE(t.run("redact sans.cadran -o efface --word Accueil").code == 0);
    CHECK(std::filesystem::is_regular_file(t.folder / "efface.cadran"));
    REQUIRE(t.run("export sans.cadran -o sans.json").code == 0);
    REQUIRE(t.run("new refait --from sans.json").code == 0);
    CHECK(std::filesystem::is_regular_file(t.folder / "refait.cadran"));
    CHECK_FALSE(std::filesystem::exists(t.folder / "sans"));
    for (auto const* hidden : {"new .", "new ..", "new ' '", "new .cache", "new \"\"",
                               "redact sans.cadran --word Accueil -o ."}) {
        auto const said = t.run(hidden);
        CAPTURE(said.err);
        CHECK(said.code == 2);
        CHECK(lines(said.err) == 1);
    }
    REQUIRE(t.run("new GRAND.CADRAN").code == 0);
    CHECK(std::filesystem::is_regular_file(t.folder / "GRAND.cadran"));
    CHECK(t.run("export sans.cadran -o grand.CSV").code == 0);
    CHECK(t.run("report sans.cadran -o grand.HTML").code == 0);
}

TEST_CASE("replay shows past states, and changes nothing")
{
    Terminal t;
    (void)t.run("new a.cadran");
    t.write("cas.csv", list);
    (void)t.run("import a.cadran cas.csv");
    auto const bytes = bytes_of(t.folder / "a.cadran");
    CHECK(t.run("replay a.cadran --at 1 --json").json()["cases"].empty());
    CHECK(t.run("replay a.cadran --at 2 --json").json()["cases"].size() == 2);
    CHECK(t.run("replay a.cadran --at 3").code == 2);
    CHECK(t.run("verify a.cadran").code == 0);
    CHECK(t.run("rank a.cadran --json").json().contains("results"));
    CHECK(bytes_of(t.folder / "a.cadran") == bytes);
}

TEST_CASE("an error is one line in the requested language, with its place")
{
    Terminal t;
    (void)t.run("new a.cadran");
    t.write("cas.csv", list);
    t.write("rien.csv", "");
    struct Wrong {
        char const *arguments, *french, *english;
    };
    for (auto const& wrong : {
             Wrong{"show absent.cadran", "absent.cadran", "absent.cadran"},
             Wrong{"new a.cadran", "a.cadran", "a.cadran"},
             Wrong{"import a.cadran rien.csv", "rien.csv: Ce", "rien.csv: This"},
             Wrong{"import a.cadran absent.csv", "absent.csv", "absent.csv"},
             Wrong{"show cas.csv", "cas.csv", "cas.csv"},
             Wrong{"tally a.cadran", "a.cadran", "a.cadran"},
             Wrong{"show .", "«\u00A0.\u00A0» est un dossier", "“.” is a folder"},
             Wrong{"import a.cadran .", "«\u00A0.\u00A0» est un dossier", "“.” is a folder"},
             Wrong{".", "«\u00A0.\u00A0» est un dossier", "“.” is a folder"},
         }) {
        CAPTURE(wrong.arguments);
        for (auto const* language : {"fr", "en"}) {
            CAPTURE(language);
            auto const said = t.run(wrong.arguments, language);
            CHECK(said.code == 1);
            CHECK(said.out.empty());
            CHECK(lines(said.err) == 1);
            CAPTURE(said.err);
            CHECK(said.err.starts_with("cadran"));
            CHECK(said.err.find(*language == 'f' ? wrong.french : wrong.english) !=
                  std::string::npos);
        }
    }
    CHECK(t.run("show").code == 2);
    CHECK(t.run("nothing-of-the-kind a.cadran x").code == 2);
}

TEST_CASE("a proposal from the command line waits in the session, with all its fields")
{
    Terminal t;
    (void)t.run("new a.cadran");
    auto const said = t.run("propose a.cadran 'Tri du  courrier' --from Accueil --domain Usagers "
                            "--description 'Trop de courriels' --json");
    CHECK(said.code == 0);
    CHECK(said.json()["state"] == "waiting");
    CHECK(t.run("propose a.cadran 'Fuites d’eau'").out.find("Fuites d’eau") != std::string::npos);
    auto const shown = t.run("show a.cadran --json").json();
    CHECK(shown["cases"].empty());
    REQUIRE(shown["proposals"].size() == 2);
    auto const first = std::ranges::find_if(
        shown["proposals"], [&](auto const& one) { return one["id"] == said.json()["id"]; });
    REQUIRE(first != shown["proposals"].end());
    CHECK((*first)["from"] == "Accueil");
    CHECK((*first)["domain"] == "Usagers");
    CHECK((*first)["description"] == "Trop de courriels");
    CHECK(t.run("verify a.cadran").code == 0);
    CHECK_FALSE(std::filesystem::exists(t.folder / "a.cadran.inbox"));
}

TEST_CASE("an empty proposal, or one to no session, is refused in one line")
{
    Terminal t;
    (void)t.run("new a.cadran");
    for (auto const& [wrong, code] :
         {std::pair{"propose a.cadran '  '", 2}, {"propose absent.cadran Tri", 1}}) {
        auto const said = t.run(wrong);
        CHECK(said.code == code);
        CHECK(said.out.empty());
        CHECK(lines(said.err) == 1);
    }
    auto const long_one = t.run("propose a.cadran " + std::string(121, 'a'));
    CHECK(long_one.code != 0);
    CHECK(long_one.err.find("120") != std::string::npos);
    CHECK(t.run("propose a.cadran").code == 2);
    CHECK(t.run("show a.cadran --json").json()["proposals"].empty());
    CHECK(t.run("propose a.cadran " + std::string(120, 'b')).code == 0);
    for (char const* language : {"fr", "en"}) {
        auto const domain =
            t.run("propose a.cadran Tri --domain '" + std::string(120, 'd') + "é' ", language);
        CHECK(domain.code == 1);
        CHECK(std::ranges::count(domain.err, '\n') == 1);
        CHECK(domain.err.find("dddd") != std::string::npos);
        CHECK(domain.err.find("121") != std::string::npos);
        CHECK(domain.err.find(language == std::string_view("fr") ? "domaine" : "domain") !=
              std::string::npos);
        auto const lines = t.run(
            "propose a.cadran Tri --description '" + std::string(2000, 'x') + "yz'", language);
        CHECK(lines.err.find(language == std::string_view("fr") ? "2\u202f002" : "2,002") !=
              std::string::npos);
        CHECK(
            t.run("propose a.cadran Tri --from " + std::string(61, 'n'), language).err.find("61") !=
            std::string::npos);
    }
}

TEST_CASE("while the board holds a session proposals are dropped beside it, and not one is lost")
{
    Terminal t;
    (void)t.run("new a.cadran");
    auto const before = bytes_of(t.folder / "a.cadran");
    auto held = journal::FileLog::open(t.folder / "a.cadran", journal::OpenMode::write);
    REQUIRE(held);
    auto const said = t.run("propose a.cadran 'Tri du courrier' --from Accueil --json");
    CHECK(said.code == 0);
    CHECK(said.json()["state"] == "dropped");
    std::filesystem::path const file = said.json()["file"].get<std::string>();
    CHECK(std::filesystem::exists(file));
    CHECK(t.run("propose a.cadran 'Fuites' ").out.find("a.cadran.inbox") != std::string::npos);
    CHECK(bytes_of(t.folder / "a.cadran") == before);

    // The board reads the folder, is killed between the journal entry and the move of the file, and
    // reads the folder again.
    shell::SystemClock clock;
    shell::SystemRandomSource random;
    auto take = [&](session::Session& session) {
        shell::Watch watch;
        auto const seen = watch.look(shell::inbox_of(t.folder / "a.cadran"));
        CHECK(seen.size() == 2);
        for (auto const& one : seen) {
            auto const read = exchange::read_proposals(one.name, one.bytes, one.at_ms);
            REQUIRE(read);
            edit::Propose propose;
            for (auto const& [id, proposal] : read->proposals)
                propose.which.push_back({id, proposal, session.mint<model::CaseId>()});
            REQUIRE(session.submit(edit::inbox, propose));
        }
    };
    {
        auto session = *session::Session::open(std::move(*held), clock, random);
        take(session);
        REQUIRE(session.submit(
            edit::facilitator,
            edit::RefuseProposals{
                {model::table<model::Proposal>(session.document()).begin()->first}}));
    }
    auto again = journal::FileLog::open(t.folder / "a.cadran", journal::OpenMode::write);
    REQUIRE(again);
    auto session = *session::Session::open(std::move(*again), clock, random);
    take(session);
    CHECK(model::table<model::Proposal>(session.document()).size() == 1);
}

TEST_CASE("a proposal to a name that does not exist is refused, whatever lies beside it")
{
    Terminal t;
    (void)t.run("new a.cadran");
    std::filesystem::create_directories(t.folder / "b.cadran.inbox");
    for (auto const* language : {"fr", "en"}) {
        auto const said = t.run("propose b.cadran 'Tri'", language);
        CHECK(said.code == 1);
        CHECK(said.out.empty());
        CHECK(said.err.find("b.cadran") != std::string::npos);
    }
    CHECK(std::filesystem::is_empty(t.folder / "b.cadran.inbox"));
}

TEST_CASE("a proposal sent by a session's new name reaches the board that holds it by its old one")
{
    Terminal t;
    (void)t.run("new a.cadran");
    auto const path = t.folder / "a.cadran", renamed = t.folder / "renomme.cadran";
    // The board on another machine: its cache is not visible here.
    shell::FileHost board{t.folder / "board/config", t.folder / "board/sessions",
                          t.folder / "board/cache", support::assets_dir(),
                          t.folder / "board/state"};
    auto const opened = board.open(path, ui::Access::edit);
    REQUIRE(opened);
    REQUIRE(opened->access == ui::Access::edit);
    std::filesystem::rename(path, renamed);
    auto const said = t.run("propose renomme.cadran 'Tri du courrier' --json");
    REQUIRE(said.json()["state"] == "dropped");
    auto const seen = board.incoming(path);
    REQUIRE(seen.size() == 1);
    CHECK(seen.front().bytes.find("Tri du courrier") != std::string::npos);
    REQUIRE(board.put_away(path, seen.front().name, ui::Fate::taken));
    CHECK(board.incoming(path).empty());
    board.closed(path);
}

TEST_CASE("what was dropped under a session's former name is found when it is opened by another")
{
    Terminal t;
    (void)t.run("new a.cadran");
    auto const path = t.folder / "a.cadran", renamed = t.folder / "b.cadran";
    shell::FileHost board{t.folder / "board/config", t.folder / "board/sessions",
                          t.folder / "board/cache", support::assets_dir(),
                          t.folder / "board/state"};
    {
        auto const opened = board.open(path, ui::Access::edit);
        REQUIRE(opened);
        REQUIRE(t.run("propose a.cadran 'Tri du courrier' --json").json()["state"] == "dropped");
    }
    board.closed(path);
    std::filesystem::rename(path, renamed);
    SUBCASE("it is")
    {
        auto const opened = board.open(renamed, ui::Access::edit);
        REQUIRE(opened);
        REQUIRE(board.incoming(renamed).size() == 1);
    }
    SUBCASE("but not by a copy, while the session has its name")
    {
        std::filesystem::copy_file(renamed, path);
        auto const opened = board.open(renamed, ui::Access::edit);
        REQUIRE(opened);
        CHECK(board.incoming(renamed).empty());
    }
    SUBCASE("nor by another session")
    {
        (void)t.run("new c.cadran");
        auto const opened = board.open(t.folder / "c.cadran", ui::Access::edit);
        REQUIRE(opened);
        CHECK(board.incoming(t.folder / "c.cadran").empty());
    }
}

TEST_CASE("a broken row is reported with its line; the others are added")
{
    Terminal t;
    (void)t.run("new a.cadran");
    t.write("cas.csv", "titre;domaine\nTri;Usagers\n;Eau\nPermis;Urbanisme;;trop\n");
    auto const said = t.run("import a.cadran cas.csv");
    CHECK(said.out.find('3') != std::string::npos);
    CHECK(said.out.find('4') != std::string::npos);
    CHECK(t.run("show a.cadran --json").json()["cases"].size() == 1);
}

TEST_CASE("a changed byte is found, with its line")
{
    Terminal t;
    (void)t.run("new a.cadran");
    t.write("cas.csv", list);
    (void)t.run("import a.cadran cas.csv");
    auto bytes = bytes_of(t.folder / "a.cadran");
    auto const at = bytes.find("Fuites");
    REQUIRE(at != std::string::npos);
    bytes[at] = 'B';
    t.write("a.cadran", bytes);
    auto const said = t.run("verify a.cadran");
    CHECK(said.code == 1);
    CHECK(said.err.find('3') != std::string::npos);
}

TEST_CASE("anyone can check a session file with sha256sum alone")
{
    Terminal t;
    (void)t.run("new a.cadran");
    t.write("cas.csv", list);
    (void)t.run("import a.cadran cas.csv");
    auto const script = "cd '" + t.folder.path().string() +
                        "' && command -v sha256sum >/dev/null || exit 9; previous=; "
                        "while IFS= read -r line; do entry=${line#*,\\\"entry\\\":}; "
                        "case $entry in *',\"said\":['*) entry=${entry%%,\\\"said\\\":\\[*};; "
                        "*) entry=${entry%\\}};; esac; "
                        "said=${line#*:\\\"}; said=${said%%\\\"*}; "
                        "found=$(printf '%s%s' \"$previous\" \"$entry\" | sha256sum | cut -c1-64); "
                        "[ \"$said\" = \"$found\" ] || exit 1; previous=$said; done < a.cadran";
    t.write("check.sh", script);
    auto const status = std::system(("sh '" + (t.folder / "check.sh").string() + "'").c_str());
    if (WEXITSTATUS(status) == 9) CADRAN_SKIP("no sha256sum here");
    CHECK(WEXITSTATUS(status) == 0);
}
