#include "platform/process.h"
#include "shell/talk.h"
#include "support/skip.h"

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

// Hosts that are killed, refused or late, and what they leave.
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using terminal::says;
using terminal::Talk;
using terminal::Terminal;
using Words = std::vector<std::string>;

// One machine that hosts.
struct Hosting {
    Terminal shell;
    std::string port = terminal::some_port();
    std::unique_ptr<Talk> host;

    Hosting() { REQUIRE(shell.run("new s.cadran").code == 0); }
    ~Hosting()
    {
        host.reset();
        terminal::end_server(shell);
    }
    Hosting(Hosting const&) = delete;
    Hosting& operator=(Hosting const&) = delete;
    void start(std::string const& file = "s.cadran")
    {
        host = std::make_unique<Talk>(
            shell, Words{"federate", file, "--host", "--listen", "127.0.0.1:" + port});
    }
    [[nodiscard]] std::string invitation() const
    {
        return (shell.folder / "s.cadran.room.invitation").string();
    }
};

bool serves_still(pid_t process) { return !platform::arguments_of(process).empty(); }

bool waits(json const& now) { return now.value("state", "") == "waiting"; }

int invitations_in(fs::path const& folder)
{
    int found = 0;
    for (auto const& one : fs::directory_iterator(folder))
        if (one.path().extension() == ".invitation") ++found;
    return found;
}

// Listens at a port of this machine.
struct Taken {
    Taken()
    {
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof at;
        ::bind(fd, reinterpret_cast<sockaddr*>(&at), sizeof at);
        ::listen(fd, 1);
        ::getsockname(fd, reinterpret_cast<sockaddr*>(&at), &size);
    }
    ~Taken() { ::close(fd); }
    Taken(Taken const&) = delete;
    Taken& operator=(Taken const&) = delete;
    [[nodiscard]] std::string address() const
    {
        return "127.0.0.1:" + std::to_string(ntohs(at.sin_port));
    }
    sockaddr_in at{};
    int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
};

} // namespace

TEST_CASE("after kill -9 the machine hosts again, there or at another port, and ends the server")
{
    if (auto const* why = terminal::why_not_shared()) CADRAN_SKIP(why);
    Hosting one;
    one.start();
    REQUIRE(one.host->until_state("linked"));
    auto const left = terminal::server_of(one.shell);
    one.host->kill_at_once();
    REQUIRE(serves_still(left));
    SUBCASE("there") {}
    SUBCASE("at another port") { one.port = terminal::some_port(); }
    one.start();
    REQUIRE(one.host->until_state("linked"));
    CHECK(one.host->ask("add Tri du courrier")["ok"] == true);
    REQUIRE(one.host->until([](json const& now) { return now["pending"] == 0; }));
    CHECK(one.host->end() == 0);
    CHECK_FALSE(serves_still(left));
    CHECK_FALSE(serves_still(terminal::server_of(one.shell)));
    CHECK(one.shell.run("verify s.cadran").code == 0);
}

TEST_CASE("a session that this machine hosts already is not hosted a second time")
{
    if (auto const* why = terminal::why_not_shared()) CADRAN_SKIP(why);
    Hosting one;
    one.start();
    REQUIRE(one.host->until_state("linked"));
    fs::copy_file(one.shell.folder / "s.cadran", one.shell.folder / "copie.cadran");
    for (auto const* file : {"s.cadran", "copie.cadran"}) {
        auto const second =
            one.shell.run("federate " + std::string(file) +
                          " --host --listen 127.0.0.1:" + terminal::some_port() + " </dev/null");
        CHECK(second.code == 1);
        CHECK(says(second.err, "héberge déjà"));
    }
    CHECK(invitations_in(one.shell.folder.path()) == 3);
    CHECK_FALSE(fs::exists(one.shell.folder / "copie.cadran.site"));
    CHECK(one.host->ask("state")["state"] == "linked");
    CHECK(one.host->end() == 0);
}

TEST_CASE("the room of a copied file that nobody opens any more is taken off the list")
{
    if (auto const* why = terminal::why_not_shared()) CADRAN_SKIP(why);
    Hosting one;
    one.start();
    REQUIRE(one.host->until_state("linked"));
    CHECK(one.host->end() == 0);
    fs::copy_file(one.shell.folder / "s.cadran", one.shell.folder / "copie.cadran");
    one.start("copie.cadran");
    REQUIRE(one.host->until([](json const& now) { return now["sites"].size() == 2; }));
    REQUIRE(one.host->until_state("linked"));
    CHECK(one.host->ask("remove A")["error"] == "site.present"); // not before half a minute
    CHECK(one.host->ask("remove B")["error"] == "site.present"); // itself
    CHECK(one.host->ask("remove C")["error"] == "site");
    json answer;
    for (int i = 0; i < 50 && answer["ok"] != true; ++i) {
        std::this_thread::sleep_for(std::chrono::seconds(1));
        answer = one.host->ask("remove A");
    }
    CHECK(answer["ok"] == true);
    REQUIRE(one.host->until([](json const& now) { return now["sites"].size() == 1; }));
    CHECK(one.host->end() == 0);
    CHECK(one.shell.run("verify copie.cadran").code == 0);
}

TEST_CASE("a copy hosted where the session was hosted before says that the rooms of then are back")
{
    if (auto const* why = terminal::why_not_shared()) CADRAN_SKIP(why);
    Hosting one;
    fs::copy_file(one.shell.folder / "s.cadran", one.shell.folder / "copie.cadran");
    one.shell.write("end", "end\n");
    auto const once = [&](std::string const& file, char const* language) {
        return one.shell.run(
            "federate " + file + " --host --listen 127.0.0.1:" + one.port + " <end", language);
    };
    auto const first = once("s.cadran", "fr");
    CHECK(first.code == 0);
    CHECK_FALSE(says(first.err, "déjà hébergé"));
    one.start();
    REQUIRE(one.host->until_state("linked"));
    CHECK(one.host->end() == 0);
    CHECK_FALSE(says(once("s.cadran", "fr").err, "déjà hébergé"));
    for (char const* language : {"fr", "en"}) {
        auto const again = once("copie.cadran", language);
        CHECK(terminal::lines(again.err) == 1);
        bool const french = std::string_view(language) == "fr";
        CHECK(says(again.err, french ? "a déjà hébergé cette session" : "hosted this session"));
        CHECK(says(again.err, "copie.cadran"));
        CHECK(says(again.err, "cadran new"));
        fs::remove(one.shell.folder / "copie.cadran.site");
    }
    // What the sentence advises is a session apart.
    REQUIRE(one.shell.run("export copie.cadran -o copie.json").code == 0);
    REQUIRE(one.shell.run("new neuve.cadran --from copie.json").code == 0);
    CHECK_FALSE(says(once("neuve.cadran", "fr").err, "déjà hébergé"));
}

TEST_CASE("an address that cannot be a server's is refused at once and leaves nothing behind")
{
    if (auto const* why = terminal::why_not_shared()) CADRAN_SKIP(why);
    Terminal shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    auto const before = support::bytes_of(shell.folder / "s.cadran");
    for (auto const& wrong : {std::pair{"zzz", "zzz"},
                              {"nats://a:4222,zzz", "zzz"},
                              {"http://a.fr", "http://a.fr"},
                              {"nats://", "nats://"},
                              {"nats://a:0", "nats://a:0"},
                              {"nats://a:99999", "nats://a:99999"},
                              {"a.fr:port", "a.fr:port"},
                              {"'nats://salle a'", "salle a"}}) {
        CAPTURE(wrong.first);
        for (char const* language : {"fr", "en"}) {
            auto const refused = shell.run(
                "federate s.cadran --server " + std::string(wrong.first) + " </dev/null", language);
            CHECK(refused.code == 2);
            CHECK(refused.out.empty());
            CHECK(terminal::lines(refused.err) == 1);
            CHECK(says(refused.err, wrong.second));
            CHECK(says(refused.err, "nats://"));
        }
    }
    CHECK(shell.run("federate s.cadran --server '' </dev/null").code == 2);
    for (char const* more : {"--creds fehlt", "--ca fehlt"}) {
        auto const missing =
            shell.run("federate s.cadran --server a.fr " + std::string(more) + " </dev/null");
        CHECK(missing.code == 1);
        CHECK(terminal::lines(missing.err) == 1);
    }
    auto const label =
        shell.run("federate s.cadran --host --label " + std::string(201, 'x') + " </dev/null");
    CHECK(label.code == 2);
    CHECK(says(label.err, "200"));
    CHECK(support::bytes_of(shell.folder / "s.cadran") == before);
    int files = 0;
    for (auto const& one : fs::directory_iterator(shell.folder.path()))
        if (one.path().filename().string().starts_with("s.cadran")) ++files;
    CHECK(files == 1);
}

TEST_CASE("a hosting that is refused leaves no invitations, and the file an ordinary one")
{
    if (auto const* why = terminal::why_not_shared()) CADRAN_SKIP(why);
    Terminal shell;
    REQUIRE(shell.run("new s.cadran").code == 0);
    Taken const taken;
    std::string more = " --listen 127.0.0.1:" + terminal::some_port();
    std::unique_ptr<Talk> other;
    SUBCASE("its port is taken") { more = " --listen " + taken.address(); }
    SUBCASE("the port of its phones is taken") { more += " --phones " + taken.address(); }
    SUBCASE("it is open in another program")
    {
        other = std::make_unique<Talk>(shell, Words{"host", "s.cadran", "--listen", "127.0.0.1:0"});
        (void)other->room();
    }
    SUBCASE("it is no session") { shell.write("s.cadran", "rien"); }
    auto const refused = shell.run("federate s.cadran --host" + more + " </dev/null");
    CHECK(refused.code == 1);
    CHECK(terminal::lines(refused.err) >= 1);
    CHECK(invitations_in(shell.folder.path()) == 0);
    CHECK_FALSE(fs::exists(shell.folder / "s.cadran.site"));
    CHECK_FALSE(serves_still(terminal::server_of(shell)));
}

TEST_CASE("a machine that joins before its host waits, says so, and has the session in the end")
{
    if (auto const* why = terminal::why_not_shared()) CADRAN_SKIP(why);
    Hosting one;
    one.start();
    REQUIRE(one.host->until_state("linked"));
    CHECK(one.host->end() == 0);
    Terminal shell;
    Talk guest(shell, Words{"federate", "s.cadran", "--join", one.invitation()});
    REQUIRE(guest.until(waits));
    CHECK(guest.state()["why"] == "shared.link");
    CHECK(guest.ask("add trop tôt")["error"] == "shared.link");
    one.start();
    REQUIRE(guest.until_state("linked"));
    CHECK(guest.ask("add Relances")["ok"] == true);
    REQUIRE(guest.until([](json const& now) { return now["pending"] == 0; }));
    CHECK(guest.end() == 0);
    CHECK(one.host->end() == 0);
}

TEST_CASE("a machine that waits for its host can be ended")
{
    if (auto const* why = terminal::why_not_shared()) CADRAN_SKIP(why);
    Hosting one;
    one.start();
    REQUIRE(one.host->until_state("linked"));
    CHECK(one.host->end() == 0);
    Terminal shell;
    Talk guest(shell, Words{"federate", "s.cadran", "--join", one.invitation()});
    REQUIRE(guest.until(waits));
    CHECK(guest.end() == 0);
    CHECK_FALSE(fs::exists(shell.folder / "s.cadran"));
}

TEST_CASE("phones of a session that was shared are refused by its name")
{
    if (auto const* why = terminal::why_not_shared()) CADRAN_SKIP(why);
    Hosting one;
    one.start();
    REQUIRE(one.host->until_state("linked"));
    CHECK(one.host->end() == 0);
    auto const refused = one.shell.run("host s.cadran --listen 127.0.0.1:0 </dev/null");
    CHECK(refused.code == 1);
    CHECK(says(refused.err, "«\u00a0s.cadran\u00a0»"));
}
