#include "support/skip.h"
#include "terminal.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <sstream>

// Help and messages are in the language of --lang, or of the environment.
using terminal::Terminal;

namespace {

constexpr std::array commands{"",       "new",       "import",  "propose", "show",   "tally",
                              "rank",   "estimates", "compare", "export",  "report", "verify",
                              "replay", "template",  "host",    "federate"};

// The words of the help without option names and values.
std::set<std::string> words_of(std::string const& help)
{
    std::set<std::string> out;
    std::istringstream in(help);
    for (std::string word; in >> word;)
        if (word.front() != '-' && word.front() != '[' && word.find('|') == std::string::npos)
            out.insert(word);
    return out;
}

// Runs without --lang; the language comes from the environment.
terminal::Said run_in(Terminal const& t, std::string const& environment,
                      std::string const& arguments)
{
    t.write("run.sh", "env -u LANG -u LC_ALL -u LC_MESSAGES " + environment + " '" +
                          support::binary() + "' " + arguments + " 2>err\n");
    terminal::Said said;
    auto* pipe = popen(("cd '" + t.folder.path().string() + "' && sh run.sh").c_str(), "r");
    REQUIRE(pipe);
    std::array<char, 4096> part{};
    while (auto const got = std::fread(part.data(), 1, part.size(), pipe))
        said.out.append(part.data(), got);
    auto const status = pclose(pipe);
    said.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    std::ifstream in(t.folder / "err", std::ios::binary);
    said.err = {std::istreambuf_iterator<char>(in), {}};
    return said;
}

} // namespace

TEST_CASE("the help of every command is in the requested language only")
{
    Terminal t;
    for (std::string const command : commands) {
        CAPTURE(command);
        auto const french = t.run(command + " --help", "fr"),
                   english = t.run(command + " --help", "en");
        CHECK(french.code == 0);
        CHECK(english.code == 0);
        CHECK(french.err.empty());
        CHECK(french.out.find("Emploi :") != std::string::npos);
        CHECK(english.out.find("Usage:") != std::string::npos);
        CHECK(french.out.find("affiche cette aide") != std::string::npos);
        CHECK(english.out.find("print this help") != std::string::npos);
        for (auto const* left :
             {"Usage", "REQUIRED", "Positionals", "SUBCOMMAND", "Subcommands", "UINT", " INT",
              "Print ", " a session", "session file", "the ", "NUMBER", "FILE", "Needs"})
            CHECK(french.out.find(left) == std::string::npos);
        for (auto const* left :
             {"Emploi", "Commandes", " une ", " le ", " la ", "FICHIER", "NOMBRE", "TEXTE"})
            CHECK(english.out.find(left) == std::string::npos);
        // The help explains the same options in both languages.
        auto const lines = [](std::string const& text) {
            return std::count(text.begin(), text.end(), '\n');
        };
        CHECK(std::abs(lines(french.out) - lines(english.out)) <= 1);
        CHECK(words_of(french.out) != words_of(english.out));
    }
    CHECK(t.run("--help", "fr").out.find("Commandes :") != std::string::npos);
}

TEST_CASE("a word that is neither a command nor a file is refused, and opens no window")
{
    Terminal t;
    auto const said = t.run("frob", "en");
    CHECK(said.code == 2);
    CHECK(said.out.empty());
    CHECK(said.err.find("“frob” is neither a command nor a session file") != std::string::npos);
    CHECK(std::count(said.err.begin(), said.err.end(), '\n') == 1);
}

TEST_CASE("a mistyped command is named, not the session that follows it")
{
    Terminal t;
    REQUIRE(t.run("new s.cadran").code == 0);
    auto const said = t.run("imprt s.cadran", "en");
    CHECK(said.code == 2);
    CHECK(said.err.find("“imprt” is neither a command nor a session file") != std::string::npos);
    CHECK(t.run("s.cadran t.cadran", "en").err.find("“t.cadran” is one too many") !=
          std::string::npos);
}

TEST_CASE("the word help asks for the help, in the language of the environment")
{
    Terminal t;
    for (auto const* environment : {"LANG=fr_FR.UTF-8", "LANG=en_US.UTF-8"}) {
        auto const said = run_in(t, environment, "help");
        CHECK(said.code == 0);
        CHECK(said.err.empty());
        CHECK(said.out == run_in(t, environment, "--help").out);
    }
}

TEST_CASE("without an option the language comes from the environment")
{
    Terminal t;
    struct Case {
        char const *environment, *says;
    };
    for (auto const& one :
         {Case{"LANG=en_GB.UTF-8", "Usage:"}, Case{"LANG=fr_FR.UTF-8", "Emploi :"},
          Case{"LANG=fr_FR.UTF-8 LC_ALL=en_US.UTF-8", "Usage:"},
          Case{"LANG=en_US.UTF-8 LC_MESSAGES=fr_FR.UTF-8", "Emploi :"}}) {
        CAPTURE(std::string(one.environment));
        for (std::string const command : commands)
            CHECK(run_in(t, one.environment, command + " --help").out.find(one.says) !=
                  std::string::npos);
    }
    CHECK(run_in(t, "LANG=fr_FR.UTF-8", "--lang en --help").out.find("Usage:") !=
          std::string::npos);
    CHECK(run_in(t, "LANG=fr_FR.UTF-8", "show --help --lang=en").out.find("Usage:") !=
          std::string::npos);
}

TEST_CASE("where nothing says a language it is French")
{
    if (terminal::on_windows())
        CADRAN_SKIP("Windows has a language of its own, that of Wine is English");
    Terminal t;
    for (std::string const command : commands)
        CHECK(run_in(t, "", command + " --help").out.find("Emploi :") != std::string::npos);
}

TEST_CASE("every command's errors are one line in the person's language")
{
    Terminal t;
    for (std::string const command : commands) {
        CAPTURE(command);
        for (std::string const wrong : {" --nothing-of-the-kind", " --lang de", " a b c d"}) {
            CAPTURE(wrong);
            auto const french = run_in(t, "LANG=fr_FR.UTF-8", command + wrong);
            auto const english = run_in(t, "LANG=en_US.UTF-8", command + wrong);
            for (auto const* said : {&french, &english}) {
                CHECK(said->code == 2);
                CHECK(said->out.empty());
                CHECK(said->err.starts_with("cadran: "));
                CHECK(std::count(said->err.begin(), said->err.end(), '\n') == 1);
            }
            bool const language = wrong == " --lang de"; // named with its words
            CHECK(french.err.find(language ? "ces mots" : "commande") != std::string::npos);
            CHECK(english.err.find(language ? "these words" : "command") != std::string::npos);
            CHECK(english.err.find("commande") == std::string::npos);
        }
        if (!command.empty()) {
            CHECK(run_in(t, "LANG=fr_FR.UTF-8", command).err.find("manque") != std::string::npos);
            CHECK(run_in(t, "LANG=en_US.UTF-8", command).err.find("missing") != std::string::npos);
        }
    }
}

TEST_CASE("a number below zero, or none, is named with its option in one sentence")
{
    Terminal const shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    for (char const* command :
         {"replay s.cadran --at -1", "replay s.cadran --at=-1", "replay s.cadran --at 1e3",
          "replay s.cadran --at 99999999999999999999999", "compare s.cadran --at -2 --to 1",
          "tally s.cadran --round -1", "rank s.cadran --seed -5", "rank s.cadran --first -1",
          "rank s.cadran --draws -1", "estimates s.cadran --axis -1",
          "import s.cadran x.csv --header-row -1", "export s.cadran -o x.csv --round ''"}) {
        CAPTURE(command);
        for (char const* language : {"fr", "en"}) {
            auto const said = shell.run(command, language);
            CAPTURE(said.err);
            CHECK(said.code == 2);
            CHECK(said.out.empty());
            CHECK(std::ranges::count(said.err, '\n') == 1);
            CHECK(said.err.starts_with("cadran: Option --"));
            CHECK(said.err.find("cli.") == std::string::npos);
        }
    }
    CHECK(shell.run("replay s.cadran --at 0").code == 0);
    CHECK(shell.run("replay s.cadran --at 1").code == 0);
}

TEST_CASE("a number out of its range is told with the range, never ignored")
{
    Terminal const shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    struct Wrong {
        char const *command, *told;
    };
    for (auto const& wrong : {Wrong{"rank s.cadran --draws 0", "1 à 1\u202f000\u202f000"},
                              {"rank s.cadran --draws 1000001", "1 à 1\u202f000\u202f000"},
                              {"rank s.cadran --first 0", "1 ou plus"},
                              {"rank s.cadran --first 9999", "9999"},
                              {"rank s.cadran --first 99999999999", "de 1 à "},
                              {"rank s.cadran --seed 18446744073709551616", "18446744073709551615"},
                              {"tally s.cadran --first 0", "1 ou plus"},
                              {"tally s.cadran --round 0", "1 ou plus"},
                              {"tally s.cadran --against 0", "1 ou plus"},
                              {"export s.cadran -o x.csv --round 0", "1 ou plus"},
                              {"estimates s.cadran --axis 0", "1 ou plus"},
                              {"import s.cadran x.csv --axis 0", "1 ou plus"},
                              {"import s.cadran x.csv --header-row 0", "1 ou plus"},
                              {"federate s.cadran --server a.fr --replicas 0", "1 à 5"},
                              {"federate s.cadran --server a.fr --replicas 6", "1 à 5"},
                              {"federate s.cadran --server a.fr --replicas x", "1 à 5"}}) {
        CAPTURE(wrong.command);
        auto const said = shell.run(wrong.command);
        CAPTURE(said.err);
        CHECK(said.code == 2);
        CHECK(said.out.empty());
        CHECK(std::ranges::count(said.err, '\n') == 1);
        CHECK(said.err.starts_with("cadran: Option --"));
        CHECK(said.err.find(wrong.told) != std::string::npos);
    }
    for (char const* command :
         {"tally s.cadran --round 9", "estimates s.cadran --axis 99", "replay s.cadran --at 999",
          "compare s.cadran --at 0 --to 999", "export s.cadran -o x.pb --round 9",
          "export s.cadran -o x.png --picture matrix:99",
          "export s.cadran -o x.png --picture result:99"}) {
        CAPTURE(command);
        auto const said = shell.run(command);
        CAPTURE(said.err);
        CHECK(said.code != 0);
        CHECK(std::ranges::count(said.err, '\n') == 1);
    }
}

TEST_CASE("an argument to write otherwise ends with 2, a file that is not there with 1")
{
    Terminal const shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    shell.write("cas.csv", "titre\nÉcole\nVoirie\n");
    shell.write("votes.csv", "votant;A;B\n1;5;3\n2;4;3\n");
    REQUIRE(shell.run("import s.cadran votes.csv --as ballots --method score --scale 0..5").code ==
            0);
    REQUIRE(shell.run("new full.cadran").code == 0);
    std::filesystem::create_directory(shell.folder / "D");
    struct Wrong {
        char const *command, *named;
        int code = 2;
    };
    for (auto const& wrong :
         {Wrong{"new -x", "-x"},
          {"import s.cadran", "source"},
          {"estimates s.cadran --axis", "--axis"},
          {"compare s.cadran", "--at"},
          {"import s.cadran cas.csv --header-row 99", "99"},
          {"export s.cadran", "--out"},
          {"new q --template nope", "nope"},
          {"host s.cadran --listen bogus", "bogus"},
          {"federate s.cadran --host --listen bogus", "bogus"},
          {"federate s.cadran --server http://x", "http://x"},
          {"export s.cadran -o x.png --picture zz", "result:1"},
          {"export s.cadran -o D/", "D/"},
          {"tally s.cadran --method zz", "equal-shares"},
          {"tally s.cadran --blank zz", "no-opinion"},
          {"tally s.cadran --first 999", "999"},
          {"tally s.cadran --round 9", "9"},
          {"estimates s.cadran --axis 99", "99"},
          {"replay s.cadran --at 99", "2"},
          {"import s.cadran cas.csv --map zz=1", "zz"},
          {"import s.cadran cas.csv --map titre=zz", "zz"},
          {"import s.cadran cas.csv --method dots", "--method"},
          {"import s.cadran cas.csv --sheet 3", "--sheet"},
          {"import s.cadran cas.csv --as cases --axis 3", "--axis"},
          {"import s.cadran s.cadran --encoding utf-8", "--encoding"},
          {"import s.cadran cas.csv --encoding utf-16", "utf-16"},
          {"import s.cadran votes.csv --as ballots --method score --scale zz", "zz"},
          {"host s.cadran --cards D --listen 127.0.0.1:0", "D", 1},
          {"host s.cadran --cards none/c.html --listen 127.0.0.1:0", "none", 1},
          {"export s.cadran -o none/x.csv", "none", 1},
          {"report s.cadran -o none/x.html", "none", 1},
          {"redact s.cadran --names -o none/x", "none", 1},
          {"template s.cadran -o none/x.json", "none", 1},
          {"new none/x", "none", 1},
          {"new none/", "none/"},
          {"show none", "none", 1}}) {
        CAPTURE(wrong.command);
        for (char const* language : {"fr", "en"}) {
            auto const said = shell.run(std::string(wrong.command) + " </dev/null", language);
            CAPTURE(said.err);
            CHECK(said.code == wrong.code);
            CHECK(said.err.find(wrong.named) != std::string::npos);
            CHECK(said.err.find("cli.") == std::string::npos);
            CHECK(said.err.find("error.") == std::string::npos);
        }
    }
    CHECK(shell.run("show s.cadran --json").json()["cases"].size() == 2); // nothing was added
    // Before the first entry a session has no name.
    CHECK(shell.run("replay s.cadran --at 0").out.starts_with("Début\n"));
    CHECK(shell.run("compare s.cadran --at 0").out.starts_with("Début, "));
}

TEST_CASE("a session named before its command is named in the right order")
{
    Terminal const shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    for (char const* command : {"show", "verify", "export"}) {
        CAPTURE(command);
        for (char const* language : {"fr", "en"}) {
            auto const said = shell.run("s.cadran " + std::string(command), language);
            CAPTURE(said.err);
            CHECK(said.code == 2);
            CHECK(std::ranges::count(said.err, '\n') == 1);
            CHECK(said.err.find("cadran " + std::string(command) + " s.cadran") !=
                  std::string::npos);
        }
    }
    auto const mistyped = shell.run("shwo show", "fr");
    CHECK(mistyped.code == 2);
    CHECK(mistyped.err.find("shwo") != std::string::npos);
    CHECK(mistyped.err.find("cadran show shwo") == std::string::npos);
}

TEST_CASE("what is one too many, or goes with another option only, is named")
{
    Terminal const shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    struct Wrong {
        char const *command, *one, *other;
    };
    for (auto const& wrong :
         {Wrong{"federate s.cadran --host --join x", "--host", "--join"},
          {"federate s.cadran --join x --server a.fr", "--join", "--server"},
          {"federate s.cadran", "--host", "--server"},
          {"federate s.cadran --host --creds x", "--creds", "--server"},
          {"federate s.cadran --join x --listen 127.0.0.1:1", "--listen", "--host"},
          {"federate s.cadran --host --replicas 3", "--replicas", "--server"},
          {"federate s.cadran --host --cards c.html", "--cards", "--phones"},
          {"host s.cadran --tls-key k", "--tls-key", "--tls-cert"},
          {"federate s.cadran --server a.fr --as chef", "chef", "reader"},
          {"import s.cadran x --format doc", "doc", "pabulib"}}) {
        CAPTURE(wrong.command);
        for (char const* language : {"fr", "en"}) {
            auto const said = shell.run(std::string(wrong.command) + " </dev/null", language);
            CAPTURE(said.err);
            CHECK(said.code == 2);
            CHECK(std::ranges::count(said.err, '\n') == 1);
            CHECK(said.err.find(wrong.one) != std::string::npos);
            CHECK(said.err.find(wrong.other) != std::string::npos);
            CHECK(said.err.find("cli.") == std::string::npos);
        }
    }
    auto const help = shell.run("federate --help", "fr");
    CHECK(help.code == 0);
    CHECK(help.out.find("required") == std::string::npos);
    CHECK(help.out.find("--replicas") != std::string::npos);
}
