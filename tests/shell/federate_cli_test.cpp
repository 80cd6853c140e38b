#include "room/wire.h"
#include "shell/files/room_at.h"
#include "shell/talk.h"
#include "support/folders.h"
#include "support/skip.h"

#include <csignal>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using terminal::end_server;
using terminal::says;
using terminal::some_port;
using terminal::Talk;
using terminal::Terminal;
using terminal::why_not_shared;

// Two machines: the first hosts.
struct Two {
    Terminal a, b;
    std::string port = some_port();
    std::unique_ptr<Talk> host, guest;

    enum class Begins { empty, with_the_sample };

    explicit Two(Begins with = Begins::empty)
    {
        if (with == Begins::with_the_sample)
            fs::copy_file(support::sources_dir() / "sessions/exemple.cadran",
                          a.folder / "s.cadran");
        else
            REQUIRE(a.run("new s.cadran").code == 0);
        start_host();
        if (with == Begins::with_the_sample) // joined while its host still sends it
            while (!fs::exists(a.folder / "s.cadran.reader.invitation"))
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
        else
            REQUIRE(host->until_state("linked"));
        join();
        REQUIRE(guest->until_state("linked"));
    }
    ~Two()
    {
        guest.reset();
        host.reset();
        end_server(a);
        if (fs::exists(b.folder / ".local/state")) end_server(b);
    }
    Two(Two const&) = delete;
    Two& operator=(Two const&) = delete;
    void start_host()
    {
        host = std::make_unique<Talk>(a, std::vector<std::string>{"federate", "s.cadran", "--host",
                                                                  "--label", "Salle A", "--listen",
                                                                  "127.0.0.1:" + port});
    }
    void join(std::vector<std::string> const& more = {})
    {
        std::vector<std::string> words{
            "federate", "s.cadran", "--label",
            "Salle B",  "--join",   (a.folder / "s.cadran.facilitator.invitation").string()};
        words.insert(words.end(), more.begin(), more.end());
        guest = std::make_unique<Talk>(b, words);
    }
    // Until both have the same.
    bool same()
    {
        for (int i = 0; i < 600; ++i) {
            auto const there = host->ask("state"), here = guest->ask("state");
            if (there["state"] == "linked" && there["pending"] == 0 && here["pending"] == 0 &&
                there["hash"] == here["hash"])
                return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return false;
    }
};

// Until no vote is open any more.
bool counted(Talk& machine)
{
    constexpr int tries = 300;
    for (int i = 0; i < tries; ++i) {
        if (machine.ask("show")["round"].is_null() && machine.state()["pending"] == 0) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
}

} // namespace

TEST_CASE("a machine that joins while its host still sends a long session has all of it")
{
    if (auto const* why = why_not_shared()) CADRAN_SKIP(why);
    Two two(Two::Begins::with_the_sample);
    REQUIRE(two.same());
    CHECK(two.guest->ask("add Relances")["ok"] == true);
    REQUIRE(two.same());
    CHECK(two.host->end() == 0);
    CHECK(two.guest->end() == 0);
    CHECK(two.b.run("verify s.cadran").code == 0);
    CHECK(support::bytes_of(two.a.folder / "s.cadran") ==
          support::bytes_of(two.b.folder / "s.cadran"));
}

TEST_CASE("two machines hold one session on the command line, and a vote counts both rooms")
{
    if (auto const* why = why_not_shared()) CADRAN_SKIP(why);
    Two two;
    CHECK(two.host->ask("add Tri du courrier")["ok"] == true);
    CHECK(two.guest->ask("add Relances")["ok"] == true);
    REQUIRE(two.same());
    CHECK(two.guest->ask("step vote")["error"] == "shared.lead");
    REQUIRE(two.host->ask("vote dots")["ok"] == true);
    REQUIRE(two.same());
    CHECK(two.host->ask("cast 1")["ok"] == true);
    CHECK(two.guest->ask("cast 2")["ok"] == true);
    CHECK(two.guest->ask("cast 1")["ok"] == true);
    for (auto const* wrong : {"cast", "cast abc", "cast 1x", "cast 99999999999"})
        CHECK(two.guest->ask(wrong)["error"] == "host.line"); // no ballot of zero points
    CHECK(two.host->ask("close")["ok"] == true);
    REQUIRE(counted(*two.host));
    REQUIRE(two.same());
    CHECK(two.host->ask("reveal")["ok"] == true);
    REQUIRE(two.same());
    CHECK(two.guest->end() == 0);
    CHECK(two.host->end() == 0);
    auto const told = two.b.run("tally s.cadran --json").json();
    CHECK(told["voters"] == 3);
    CHECK(support::bytes_of(two.a.folder / "s.cadran") ==
          support::bytes_of(two.b.folder / "s.cadran"));
    CHECK(two.a.run("verify s.cadran").code == 0);
    CHECK_FALSE(fs::exists(two.a.folder / "s.cadran.outbox"));
}

TEST_CASE("a vote that compares rooms has the result of each, in both files and in the report")
{
    if (auto const* why = why_not_shared()) CADRAN_SKIP(why);
    Two two;
    CHECK(two.host->ask("add Tri du courrier")["ok"] == true);
    REQUIRE(two.same());
    CHECK(two.host->ask("vote dots otherwise")["error"] == "host.line");
    REQUIRE(two.host->ask("vote dots compare-rooms")["ok"] == true);
    REQUIRE(two.same());
    for (int i = 0; i < 5; ++i) {
        CHECK(two.host->ask("cast 1")["ok"] == true);
        CHECK(two.guest->ask("cast 3")["ok"] == true);
    }
    CHECK(two.guest->ask("cast 3")["ok"] == true);
    CHECK(two.host->ask("close")["ok"] == true);
    REQUIRE(counted(*two.host));
    CHECK(two.host->ask("reveal")["ok"] == true);
    REQUIRE(two.same());
    CHECK(two.guest->end() == 0);
    CHECK(two.host->end() == 0);
    auto const told = two.b.run("tally s.cadran --json").json();
    CHECK(told["rooms"] == "compared");
    REQUIRE(told["by_room"].size() == 2);
    CHECK(told["by_room"][0]["rooms"] == json{"A"});
    CHECK(told["by_room"][0]["results"][0]["score"] == 5);
    CHECK(told["by_room"][1]["ballots"] == 6);
    CHECK(told["by_room"][1]["results"][0]["score"] == 18);
    auto const said = two.b.run("tally s.cadran");
    CHECK(says(said.out, "Salle B\u00a0: 6 bulletins"));
    CHECK(two.a.run("verify s.cadran").code == 0);
    REQUIRE(two.a.run("report s.cadran -o cr.html").code == 0);
    CHECK(says(terminal::bytes_of(two.a.folder / "cr.html"), "salle par salle"));
}

TEST_CASE("kill -9 of the host during a vote: the other facilitator hosts, and counts without it")
{
    if (auto const* why = why_not_shared()) CADRAN_SKIP(why);
    Two two;
    REQUIRE(two.host->ask("add Tri du courrier")["ok"] == true);
    REQUIRE(two.same());
    REQUIRE(two.host->ask("vote dots")["ok"] == true);
    REQUIRE(two.same());
    REQUIRE(two.host->ask("cast 1")["ok"] == true);
    REQUIRE(two.guest->ask("cast 1")["ok"] == true);
    REQUIRE(two.guest->ask("cast 2")["ok"] == true);
    two.host->kill_at_once();
    end_server(two.a); // its machine is gone
    REQUIRE(two.guest->until_state("alone"));
    REQUIRE(two.guest->ask("add seule B")["ok"] == true);
    CHECK(two.guest->ask("close")["error"] == "shared.alone");
    CHECK(two.guest->end() == 0);
    two.port = some_port();
    two.guest = std::make_unique<Talk>(
        two.b, std::vector<std::string>{"federate", "s.cadran", "--host", "--label", "Salle B",
                                        "--listen", "127.0.0.1:" + two.port});
    REQUIRE(two.guest->until_state("linked"));
    REQUIRE(two.guest->ask("close")["ok"] == true);
    REQUIRE(two.guest->until([](json const& now) { return now["waiting_for"] == json{"A"}; }));
    REQUIRE(two.guest->ask("count")["ok"] == true);
    REQUIRE(counted(*two.guest));
    REQUIRE(two.guest->ask("reveal")["ok"] == true);
    // The first machine is repaired and joins: it has everything.
    two.host = std::make_unique<Talk>(
        two.a,
        std::vector<std::string>{"federate", "s.cadran", "--label", "Salle A", "--join",
                                 (two.b.folder / "s.cadran.facilitator.invitation").string()});
    REQUIRE(two.host->until_state("linked"));
    REQUIRE(two.same());
    CHECK(two.host->end() == 0);
    CHECK(two.guest->end() == 0);
    CHECK(two.a.run("tally s.cadran --json").json()["voters"] == 2);
    CHECK(two.a.run("verify s.cadran").code == 0);
}

TEST_CASE("an invitation that is none, or of another session, is refused in a sentence")
{
    if (auto const* why = why_not_shared()) CADRAN_SKIP(why);
    Two two;
    auto const invitation = (two.a.folder / "s.cadran.room.invitation").string();
    Terminal third;
    third.write("fausse", "{\"cadran_invitation\":1}\n");
    auto const wrong = third.run("federate s.cadran --join fausse </dev/null");
    CHECK(wrong.code == 1);
    CHECK(terminal::lines(wrong.err) == 1);
    CHECK_FALSE(fs::exists(third.folder / "s.cadran"));
    REQUIRE(third.run("new autre.cadran").code == 0);
    auto const before = support::bytes_of(third.folder / "autre.cadran");
    auto const other = third.run("federate autre.cadran --join '" + invitation + "' </dev/null");
    CHECK(other.code == 1);
    CHECK(says(other.err, "autre session"));
    CHECK(support::bytes_of(third.folder / "autre.cadran") == before);
    auto const later = third.run("federate s.cadran --join missing </dev/null");
    CHECK(later.code == 1);
    CHECK(third.run("federate s.cadran </dev/null").code == 2);
    CHECK(third.run("federate s.cadran --host --cards c.html </dev/null").code == 2);
}

TEST_CASE("what the command line writes to a shared session waits in its outbox, and is taken")
{
    if (auto const* why = why_not_shared()) CADRAN_SKIP(why);
    Two two;
    REQUIRE(two.host->ask("add Tri du courrier")["ok"] == true);
    REQUIRE(two.same());
    CHECK(two.guest->end() == 0);
    auto const before = support::bytes_of(two.b.folder / "s.cadran");
    CHECK(two.b.run("propose s.cadran 'Proposé seul'").code == 0);
    two.b.write("cas.csv", "titre\nImporté seul\n");
    CHECK(two.b.run("import s.cadran cas.csv").code == 0);
    auto const phones = two.b.run("host s.cadran --listen 127.0.0.1:0 </dev/null");
    CHECK(phones.code == 1);
    CHECK(says(phones.err, "cadran federate"));
    CHECK(support::bytes_of(two.b.folder / "s.cadran") == before);
    REQUIRE(two.host->ask("add Relances")["ok"] == true); // the other room went on
    two.join();
    REQUIRE(two.guest->until_state("linked"));
    REQUIRE(two.same());
    CHECK(two.host->ask("show")["cases"] == 3);
    CHECK(two.host->ask("show")["proposals"] == 1);
    CHECK(two.guest->end() == 0);
    CHECK(two.host->end() == 0);
    CHECK(two.a.run("verify s.cadran").code == 0);
}

TEST_CASE("phones and dropped proposals reach each machine of a shared session")
{
    if (auto const* why = why_not_shared()) CADRAN_SKIP(why);
    Two two;
    REQUIRE(two.host->ask("add Tri du courrier")["ok"] == true);
    REQUIRE(two.same());
    CHECK(two.guest->end() == 0);
    two.join({"--phones", "127.0.0.1:0", "--cards", "cartes.html"});
    auto const room = two.guest->room();
    CHECK(fs::exists(two.b.folder / "cartes.html"));
    REQUIRE(two.guest->until_state("linked"));
    REQUIRE(two.b.run("propose s.cadran 'Une idée déposée'").code == 0);
    wire::Client phone{room["port"].get<std::uint16_t>()};
    phone.join(room["code"]);
    REQUIRE(phone
                .post("/api/propose", {{"act", "acte-0001"},
                                       {"title", "Une idée du téléphone"},
                                       {"description", ""},
                                       {"domain", ""},
                                       {"signed", false}})
                .status == 200);
    auto const proposals = [&](Talk& of, int wanted) {
        for (int i = 0; i < 100; ++i) {
            if (of.ask("show")["proposals"] == wanted) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        return false;
    };
    CHECK(proposals(*two.host, 2));
    auto const vote = two.host->ask("vote dots");
    REQUIRE(vote["ok"] == true);
    REQUIRE(two.same());
    auto const state = phone.get("/api/state").json();
    auto const cases = state["round"]["cases"];
    REQUIRE(cases.is_array());
    auto const id = cases[0].is_object() ? cases[0]["id"] : cases[0];
    auto const given = phone.post("/api/ballot", {{"act", "acte-0002"},
                                                  {"round", vote["round"]},
                                                  {"marks", {{{"case", id}, {"value", 2}}}}});
    CHECK(given.status == 200);
    CHECK(two.guest->ask("show")["by_phone"] == 1);
    CHECK(two.host->ask("show")["ballots"] == 0); // it stays in its room until the close
    REQUIRE(two.host->ask("cast 1")["ok"] == true);
    REQUIRE(two.host->ask("close")["ok"] == true);
    REQUIRE(counted(*two.host));
    REQUIRE(two.same());
    REQUIRE(two.host->ask("reveal")["ok"] == true);
    CHECK(two.guest->end() == 0);
    CHECK(two.host->end() == 0);
    CHECK(two.a.run("tally s.cadran --json").json()["voters"] == 2);
}
