#include "journal/file_log.h"
#include "shell/files/inbox.h"
#include "support/folders.h"
#include "support/parsed.h"
#include "support/skip.h"
#include "terminal.h"

#include <doctest/doctest.h>

#include <algorithm>

// Messages about damaged files, failed output and commands that fail half-way.
using terminal::lines;
using terminal::Terminal;

namespace {

namespace fs = std::filesystem;

bool says_a_librarys_words(std::string const& text)
{
    return std::ranges::any_of(
        std::initializer_list<char const*>{"rapidjson", "RapidJSON", "assert", "IsObject",
                                           "exception", "cereal", "internal check", "errno"},
        [&](char const* word) { return text.find(word) != std::string::npos; });
}

} // namespace

TEST_CASE("verify, show and the others say one sentence of a file that does not hold, the same")
{
    auto const folder = support::shared_dir() / "data/hostile";
    if (!fs::exists(folder)) CADRAN_SKIP("the hostile sessions are not here");
    Terminal t;
    struct Hostile {
        char const *file, *french, *english;
        bool opens;
    };
    for (auto const& one : {
             Hostile{"05-amplification-92k.cadran", "forme", "form", true},
             Hostile{"08-champ-inconnu-chaine-bonne.cadran", "champ inconnu «\u202Fmood\u202F»",
                     "unknown field “mood”", true},
             Hostile{"08-verify-tient-show-refuse.cadran", "suite est impossible",
                     "sequence is impossible", true},
             Hostile{"09-fusions-en-boucle.cadran", "boucle", "loop", true},
         }) {
        CAPTURE(one.file);
        fs::copy_file(folder / one.file, t.folder / "h.cadran",
                      fs::copy_options::overwrite_existing);
        fs::permissions(t.folder / "h.cadran", fs::perms::owner_all);
        auto const before = support::bytes_of(t.folder / "h.cadran");
        for (auto const* language : {"fr", "en"}) {
            auto const verified = t.run("verify h.cadran", language);
            CHECK(verified.code == 1);
            CHECK(verified.out.empty());
            CHECK(lines(verified.err) == 1);
            CHECK(verified.err.find(*language == 'f' ? one.french : one.english) !=
                  std::string::npos);
            CHECK_FALSE(says_a_librarys_words(verified.err));
            auto const shown = t.run("show h.cadran --json", language);
            CHECK(shown.code == 1);
            CHECK(shown.err == verified.err);
            // the entries before the damage
            CHECK(support::parsed(shown.out).contains("cases"));
            CHECK(t.run("rank h.cadran", language).err == verified.err);
            for (auto const* adds : {"propose h.cadran Tri", "import h.cadran h.cadran"}) {
                auto const refused = t.run(adds, language);
                CHECK(refused.code == 1);
                CHECK(lines(refused.err) == 1);
            }
        }
        CHECK(support::bytes_of(t.folder / "h.cadran") == before);
    }
}

TEST_CASE("output that cannot be written is an error in one sentence, for every command")
{
    Terminal t;
    REQUIRE(t.run("new a.cadran").code == 0);
    t.write("cas.csv", "titre\nTri du courrier\n");
    t.write("vote.soc", "# FILE NAME: vote.soc\n# TITLE: essai\n# NUMBER ALTERNATIVES: 2\n"
                        "# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# NUMBER VOTERS: 2\n"
                        "1: 1,2\n1: 2,1\n");
    REQUIRE(t.run("import a.cadran vote.soc").code == 0);
    for (std::string const command :
         {"show a.cadran", "show a.cadran --json", "tally a.cadran", "rank a.cadran --draws 10",
          "verify a.cadran", "replay a.cadran --at 1", "import a.cadran cas.csv",
          "propose a.cadran Fuites", "new b.cadran", "--help"}) {
        CAPTURE(command);
        for (std::string const away : {" >/dev/full", " >&-"}) {
            CAPTURE(away);
            fs::remove(t.folder / "b.cadran");
            auto const said = t.run(command, "fr" + away);
            CHECK(said.code == 1);
            CHECK(lines(said.err) == 1);
            CHECK(said.err.find("pas pu être écrite") != std::string::npos);
        }
    }
    CHECK(t.run("verify a.cadran").code == 0); // the session is unchanged
}

TEST_CASE("a closed output gives an exit code and a message")
{
    Terminal t;
    REQUIRE(t.run("new a.cadran").code == 0);
    auto const said = t.run("show a.cadran --json", "fr | exec 0<&- sh -c 'exit 0'; true");
    CHECK(said.err.find("Assertion") == std::string::npos);
    t.write("pipe.sh", "#!/bin/bash\n\"$@\" | true\nexit ${PIPESTATUS[0]}\n");
    std::string many = "titre\n";
    for (int i = 0; i < 5000; ++i) many += "Un cas au titre assez long " + std::to_string(i) + "\n";
    t.write("cas.csv", many);
    REQUIRE(t.run("import a.cadran cas.csv").code == 0);
    auto const script = "cd '" + t.folder.path().string() + "' && bash pipe.sh '" +
                        support::binary() + "' show a.cadran --json --lang fr 2>err";
    auto const status = std::system(script.c_str());
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 1);
    CHECK(lines(support::bytes_of(t.folder / "err")) == 1);
}

TEST_CASE("a session that could not be created leaves no file behind")
{
    Terminal t;
    auto const run = [&](std::string const& limit) {
        auto const line = "cd '" + t.folder.path().string() + "' && (" + limit + "; '" +
                          support::binary() + "' new a.cadran --lang fr) 2>err >out";
        return std::system(line.c_str());
    };
    // No file may exceed 1,024 bytes: the header fits, the first entry does not.
    CHECK(run("trap '' XFSZ; ulimit -f 1") != 0);
    CHECK(lines(support::bytes_of(t.folder / "err")) == 1);
    for (auto const& one : fs::directory_iterator(t.folder.path()))
        CHECK(one.path().filename().string().find("a.cadran") == std::string::npos);
    CHECK(run("true") == 0);
    CHECK(t.run("show a.cadran --json").json()["entries"] == 1);
}

TEST_CASE("a proposal made by a second name of an open session waits where the board looks")
{
    if (terminal::on_windows()) CADRAN_SKIP("Wine does not see the lock that this test holds");
    Terminal t;
    REQUIRE(t.run("new a.cadran").code == 0);
    auto held = journal::FileLog::open(t.folder / "a.cadran", journal::OpenMode::write);
    REQUIRE(held);
    fs::create_hard_link(t.folder / "a.cadran", t.folder / "lien.cadran");
    auto const refused = t.run("propose lien.cadran Tri");
    CHECK(refused.code == 1);
    CHECK(lines(refused.err) == 1);
    CHECK(refused.err.find("plusieurs noms") != std::string::npos);
    CHECK_FALSE(fs::exists(t.folder / "lien.cadran.inbox"));
    shell::WatchNote const note(t.folder / ".cache/cadran" / shell::watch_notes,
                                t.folder / "a.cadran");
    CHECK(t.run("propose lien.cadran Tri").code == 0);
    CHECK_FALSE(fs::exists(t.folder / "lien.cadran.inbox"));
    CHECK_FALSE(fs::is_empty(t.folder / "a.cadran.inbox"));
}
