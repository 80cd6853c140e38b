#include "shell/files/room_at.h"
#include "shell/talk.h"
#include "shell/terminal.h"
#include "support/parsed.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <sstream>

namespace {

using nlohmann::json;
using terminal::Terminal;

// What `cadran host` answers, line by line.
std::vector<json> hosted(Terminal const& shell, std::string const& lines, int code = 0)
{
    shell.write("lines", lines);
    auto const said = shell.run("host s.cadran --json --listen 127.0.0.1:0 <'" +
                                (shell.folder / "lines").string() + "'");
    CAPTURE(said.err);
    CHECK(said.code == code);
    std::vector<json> out;
    std::istringstream in(said.out);
    for (std::string line; std::getline(in, line);)
        out.push_back(support::parsed_or_discarded(line));
    return out;
}

} // namespace

TEST_CASE("a room without a window is led by lines, and what they did is in the file")
{
    Terminal const shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    REQUIRE(shell.run("propose s.cadran 'Tri du courrier'").code == 0);
    auto const said =
        hosted(shell, "accept\nvote dots\nshow\nclose\nreveal\ndance\nstep vote\nend\n");
    REQUIRE(said.size() == 9);
    CHECK(said[0]["code"].get<std::string>().size() == 6);
    CHECK(said[0]["url"].get<std::string>().starts_with("http://127.0.0.1:"));
    CHECK(said[1] == json{{"ok", true}, {"accepted", 1}});
    CHECK(said[2]["ok"] == true);
    CHECK(said[3]["round"] == said[2]["round"]);
    CHECK(said[3]["cases"] == 1);
    CHECK(said[4]["ballots"] == 0);
    CHECK(said[5]["error"] == "round.no_ballots");
    CHECK(said[6]["error"] == "host.order");
    CHECK(said[6]["text"].get<std::string>().find("reveal") !=
          std::string::npos); // what is understood
    CHECK(said[8]["ok"] == true);
    CHECK(shell.run("show s.cadran --json").json()["step"] == "vote");
    CHECK(shell.run("verify s.cadran").code == 0);
    if (terminal::on_windows()) return; // whose folder of state HOME does not name
    // Closed by "end", the room leaves no seat behind.
    CHECK(std::filesystem::is_empty(shell.folder / ".local/state/cadran/rooms"));
}

TEST_CASE("hands are counted beside an approval vote by a line, and are in its result")
{
    Terminal const shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    for (auto const* title : {"'Tri du courrier'", "'Fuites'"})
        REQUIRE(shell.run("propose s.cadran " + std::string(title)).code == 0);
    auto const said = hosted(shell, "accept\nvote approval\nhands 6 1=5 2=2\nhands 6 1=7\n"
                                    "hands 6 7=1\nhands six\nclose\nreveal\nend\n");
    REQUIRE(said.size() == 10);
    CHECK(said[3] == json{{"ok", true}, {"by_hand", 6}});
    CHECK(said[4]["error"] == "hands.count");
    CHECK(said[5]["error"] == "ballot.case");
    CHECK(said[6]["error"] == "host.line");
    CHECK(said[7]["by_hand"] == 6);
    CHECK(said[8]["ok"] == true);
    auto const shown = shell.run("tally s.cadran", "fr");
    CHECK(shown.code == 0);
    CHECK(shown.out.find("6 à main levée") != std::string::npos);
    CHECK(shell.run("tally s.cadran --json").json()["ways"]["hand"] == 6);
    CHECK(shell.run("export s.cadran -o s.pb").code != 0);
}

TEST_CASE(
    "asked to end, the room without a window ends cleanly and keeps its code for the next start")
{
    Terminal const shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    auto start = [&] {
        auto const line = "cd '" + shell.folder.path().string() + "' && HOME='" +
                          shell.folder.path().string() + "' timeout -s TERM 3 '" +
                          support::binary() + "' host s.cadran --json --listen 127.0.0.1:0 " +
                          "</dev/null >out; echo $? >code";
        REQUIRE(std::system(line.c_str()) == 0);                    // NOLINT: one thread
        CHECK(support::bytes_of(shell.folder / "code") == "124\n"); // timeout's own, not a signal's
        return support::parsed(support::bytes_of(shell.folder / "out"))["code"];
    };
    auto const first = start();
    CHECK(start() == first);
}

TEST_CASE("a crash of the room writes no file of its memory, where open ballots are")
{
    if (terminal::on_windows()) CADRAN_SKIP("Windows has no core files");
    Terminal const shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    auto const folder = shell.folder.path().string();
    auto const line = "cd '" + folder + "' && ulimit -S -c $(ulimit -H -c) && { HOME='" + folder +
                      "' '" + support::binary() +
                      "' host s.cadran --listen 127.0.0.1:0 </dev/null >out & } && pid=$! && "
                      "for i in $(seq 300); do [ -s out ] && break; sleep 0.1; done; "
                      "grep core /proc/$pid/limits >limits; kill $pid; wait $pid";
    (void)std::system(line.c_str()); // NOLINT: one thread
    auto const limits = support::bytes_of(shell.folder / "limits");
    CAPTURE(limits);
    std::istringstream words(
        limits.substr(std::min(limits.size(), std::string("Max core file size").size())));
    std::string soft;
    words >> soft;
    CHECK(soft == "0");
}

TEST_CASE("an address that is none, or not this machine's, is said and opens nothing")
{
    Terminal const shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    for (auto const& [address, code] :
         {std::pair{"203.0.113.7:8080", 1}, {"here:8080", 1}, {"127.0.0.1:port", 2}}) {
        std::string const typed = address; // clang 14 captures no structured binding
        CAPTURE(typed);
        auto const said =
            shell.run("host s.cadran --listen " + std::string(address) + " </dev/null");
        CHECK(said.code == code);
        CHECK(said.err.find(address) != std::string::npos);
    }
    auto const high = shell.run("host s.cadran --listen 127.0.0.1:70000 </dev/null");
    CHECK(high.code == 2);
    CHECK(high.err.find("65535") != std::string::npos);
    CHECK(shell.run("host missing.cadran </dev/null").code == 1);
    auto const cut = shell.run("host s.cadran --tls-cert a.pem </dev/null");
    CHECK(cut.code == 2); // a certificate without its key
}

TEST_CASE("a sheet of cards replaces no file, and says when its address is this machine's only")
{
    Terminal const shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    auto const cards = shell.folder / "cards.html";
    std::ofstream(cards) << "mine";
    std::ofstream(shell.folder / "end") << "end\n";
    auto const line = [](std::string const& more) {
        return "host s.cadran --listen 127.0.0.1:0 --cards cards.html" + more + " <end";
    };
    auto const kept = shell.run(line(""));
    CHECK(kept.code == 0); // the room opens: it may be a restart
    CHECK(kept.err.find("cards.html") != std::string::npos);
    CHECK(kept.err.find("127.0.0.1") != std::string::npos);
    CHECK(support::bytes_of(cards) == "mine");
    CHECK(shell.run(line(" --force")).code == 0);
    CHECK(support::bytes_of(cards).find("<svg") != std::string::npos);
    CHECK(shell.run("host s.cadran --force <end").code == 2); // without cards
}

TEST_CASE("where a room listens is read as people write it")
{
    auto const both = shell::listening_at("192.168.1.20:8080");
    REQUIRE(both);
    CHECK(both->address == "192.168.1.20");
    CHECK(both->port == 8080);
    CHECK(shell::listening_at("8081")->port == 8081);
    CHECK(shell::listening_at("8081")->address == "127.0.0.1");
    CHECK(shell::listening_at("10.0.0.3")->address == "10.0.0.3");
    CHECK(shell::listening_at("[::1]:8080")->address == "::1");
    for (char const* wrong : {"127.0.0.1:99999", "127.0.0.1:80x", "port"})
        CHECK_FALSE(shell::listening_at(wrong));
}

TEST_CASE("a room without a window takes the proposals that other programs drop beside the session")
{
    Terminal const shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    auto const home = "HOME='" + shell.folder.path().string() + "' ";
    auto const program = "'" + std::string(support::binary()) + "' ";
    // Once the room is open: two drops, one of them no proposal, then questions until both are
    // gone.
    shell.write("feed.sh",
                "until [ -s out ]; do sleep 0.1; done\n" + home + program +
                    "propose s.cadran 'Tri du courrier' >&2\n"
                    "echo '{\"titel\":1}' > s.cadran.inbox/faux.json\n"
                    "until [ -f s.cadran.inbox/refused/faux.json ] && "
                    "grep -q '\"proposals\":1' out; do echo show; sleep 0.2; done\necho end\n");
    auto const line = "cd '" + shell.folder.path().string() + "' && sh feed.sh 2>fed | " + home +
                      "timeout 120 " + program +
                      "host s.cadran --json --listen 127.0.0.1:0 --lang fr >out 2>err";
    REQUIRE(std::system(line.c_str()) == 0); // NOLINT: one thread
    CHECK(shell.run("show s.cadran --json").json()["proposals"].size() == 1);
    auto const said = support::bytes_of(shell.folder / "err");
    CHECK(said.find("faux.json") != std::string::npos);
    CHECK(std::ranges::count(said, '\n') == 1);
    // Every line of standard input has one answer, and the drops have none.
    std::istringstream in(support::bytes_of(shell.folder / "out"));
    std::size_t count = 0;
    for (std::string answer; std::getline(in, answer);) {
        auto const read = support::parsed_or_discarded(answer);
        CHECK((count == 0 ? read.contains("code") : read["ok"] == true));
        ++count;
    }
    CHECK(count >= 2);
}

TEST_CASE("a room without a window writes the cards to print before it says that it is open")
{
    Terminal const shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    shell.write("lines", "end\n");
    auto const made =
        shell.run("host s.cadran --json --listen 127.0.0.1:0 --cards 'nos cartes.html' <'" +
                  (shell.folder / "lines").string() + "'");
    CAPTURE(made.err);
    auto const told = support::parsed_or_discarded(made.out.substr(0, made.out.find('\n')));
    REQUIRE(told.is_object());
    auto const page = support::bytes_of(shell.folder / "nos cartes.html");
    auto const code = told["code"].get<std::string>();
    CHECK(page.find(code.substr(0, 3) + " " + code.substr(3)) != std::string::npos);
    CHECK(page.find("127.0.0.1:" + std::to_string(told["port"].get<int>())) != std::string::npos);
    auto const nowhere =
        shell.run("host s.cadran --listen 127.0.0.1:0  --cards nulle/part.html </dev/null");
    CHECK(nowhere.code == 1);
    CHECK(nowhere.out.empty());
}

TEST_CASE("a session that is open elsewhere is not written, and one sentence says so")
{
    Terminal t;
    (void)t.run("new a.cadran");
    t.write("cas.csv", "Titre\nUn cas\n");
    terminal::Talk other(t, {"host", "a.cadran", "--listen", "127.0.0.1:0"});
    (void)other.room();
    auto const before = support::bytes_of(t.folder / "a.cadran");
    for (auto const* command : {"import a.cadran cas.csv", "host a.cadran --listen 127.0.0.1:0"}) {
        CAPTURE(std::string(command));
        auto const french = t.run(command);
        CHECK(french.code == 1);
        CHECK(french.out.empty());
        CHECK(french.err == "cadran: « a.cadran » est ouverte ailleurs sur ce poste\n");
        CHECK(t.run(command, "en").err ==
              "cadran: “a.cadran” is open elsewhere on this computer\n");
    }
    CHECK(support::bytes_of(t.folder / "a.cadran") == before);
    CHECK(other.end() == 0);
}
