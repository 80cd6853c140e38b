#include "federation/invitation.h"
#include "federation/link.h"
#include "federation/nats/nats_wire.h"
#include "federation/proxy.h"
#include "federation/servers.h"
#include "journal/lines.h"
#include "platform/process.h"
#include "session/judge.h"
#include "support/folders.h"
#include "support/random_workshop.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <thread>

namespace {

namespace fs = std::filesystem;
using federation::Link;
using federation::Machine;
using federation::Server;
using support::TemporaryFolder;

std::int64_t monotonic_ms()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

struct WallClock : base::Clock {
    std::int64_t now_ms() override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
                   std::chrono::system_clock::now().time_since_epoch())
            .count();
    }
};

// One machine with its link.
struct Desk {
    Desk(fs::path const& file, unsigned seed, Link::Connect connect)
        : random(seed)
    {
        auto read =
            federation::open_shared(file, {nullptr, file.parent_path() / "keys"}, clock, random);
        REQUIRE(read);
        opened = *std::move(read);
        machine.emplace(opened, federation::Self{"Salle", model::SitePart::facilitator, {}});
        link.emplace(std::move(connect), [] {});
    }
    void pump()
    {
        for (auto const& event : link->take()) {
            if (auto const* cut = std::get_if<federation::Cut>(&event)) why = cut->why;
            link->add(machine->handle(event, monotonic_ms()));
        }
        link->add(machine->tick(monotonic_ms()));
    }
    [[nodiscard]] session::Session& session() { return *opened.session; }
    [[nodiscard]] std::string last_hash() { return opened.log->hash(opened.log->shared()); }
    void add(std::string const& title)
    {
        model::Case text;
        text.title = title;
        REQUIRE(session().submit(machine->who(),
                                 edit::AddCases{{{session().mint<model::CaseId>(), text, {}}}}));
    }
    [[nodiscard]] bool settled()
    {
        return machine->replica().in_step() && machine->replica().pending() == 0;
    }
    [[nodiscard]] std::size_t cases()
    {
        return model::table<model::Case>(session().document()).size();
    }

    WallClock clock;
    support::SeededRandomSource random;
    federation::OpenedShared opened;
    std::optional<Machine> machine;
    std::optional<Link> link;
    base::Error why;
};

// A disk in memory, for root.
class SmallDisk {
public:
    explicit SmallDisk(fs::path at)
        : at_(std::move(at))
    {
        fs::create_directories(at_);
        auto const line = "mount -t tmpfs -o size=40m tmpfs '" + at_.string() + "' 2>/dev/null";
        mounted = platform::is_superuser() && std::system(line.c_str()) == 0; // NOLINT: one thread
    }
    ~SmallDisk()
    {
        auto const line = "umount '" + at_.string() + "'";
        if (mounted) CHECK(std::system(line.c_str()) == 0); // NOLINT: one thread
    }
    SmallDisk(SmallDisk const&) = delete;
    SmallDisk& operator=(SmallDisk const&) = delete;
    bool mounted = false;
    void fill() const
    {
        std::ofstream out(at_ / "reste", std::ios::binary);
        for (std::string const part(4096, 'x'); out; out.flush()) out << part;
    }
    void free() const { fs::remove(at_ / "reste"); }

private:
    fs::path at_;
};

// A server, and machines that share one session over it.
class Rig {
public:
    enum class Disk { usual, small };
    explicit Rig(Disk disk = Disk::usual)
        : port_(support::free_port())
    {
        if (disk == Disk::small) small.emplace(folder_ / "server");
        start();
    }
    void start()
    {
        server.reset();
        auto begun =
            Server::start({support::server_program(), folder_ / "server"}, {"127.0.0.1", port_});
        REQUIRE(begun);
        server = *std::move(begun);
    }
    [[nodiscard]] federation::ServerAddress address(std::uint16_t port) const
    {
        return {"tls://127.0.0.1:" + std::to_string(port), federation::server_user,
                server->secrets().password, server->secrets().certificate.certificate,
                federation::certificate_name};
    }
    [[nodiscard]] Link::Connect connect(std::uint16_t port)
    {
        return
            [address = address(port), id = id_] { return federation::connect_nats(address, id); };
    }
    Desk& add_desk(std::uint16_t through = 0)
    {
        auto const index = desks.size();
        auto const home = folder_ / ("poste-" + std::to_string(index));
        fs::create_directories(home);
        auto const file = home / "atelier.cadran";
        if (index == 0) {
            auto made = journal::FileLog::create(file, 1, {nullptr, {}});
            REQUIRE(made);
            id_ = made->log->header().session;
        } else {
            fs::copy_file(folder_ / "poste-0/atelier.cadran", file);
        }
        desks.push_back(std::make_unique<Desk>(file, static_cast<unsigned>(index + 7),
                                               connect(through == 0 ? port_ : through)));
        return *desks.back();
    }
    void signal(int what) const { support::signal_server(folder_ / "server", what); }
    // Pumps until something holds; false when it does not within a minute.
    template <class F>
    bool until(F&& holds)
    {
        for (int i = 0; i < 12'000; ++i) {
            for (auto& desk : desks) desk->pump();
            if (holds()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return false;
    }
    bool all_equal()
    {
        for (auto& desk : desks) {
            if (!desk->settled()) return false;
            if (desk->last_hash() != desks.front()->last_hash()) return false;
        }
        return true;
    }
    [[nodiscard]] std::string const& id() const { return id_; }
    [[nodiscard]] fs::path store() const { return folder_ / "server" / "store"; }
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] TemporaryFolder const& folder() const { return folder_; }

private:
    TemporaryFolder folder_;
    std::uint16_t port_;

public:
    std::optional<SmallDisk> small; // of the server
    std::vector<std::unique_ptr<Desk>> desks;
    std::unique_ptr<Server> server;

private:
    std::string id_;
};

} // namespace

TEST_CASE("a server before 2.10 is refused")
{
    CHECK(federation::is_recent_server("nats-server: v2.15.1"));
    CHECK(federation::is_recent_server("nats-server: v2.10.0-beta"));
    CHECK_FALSE(federation::is_recent_server("nats-server: v2.9.10"));
    CHECK_FALSE(federation::is_recent_server("nats-server: v1.4.1"));
    CHECK_FALSE(federation::is_recent_server("something else"));
}

TEST_CASE("a server that stops answering while a machine connects is given up")
{
    if (!federation::can_share()) CADRAN_SKIP("built without libnats");
    support::Greeter const server(
        "INFO {\"server_id\":\"A\",\"version\":\"2.15.1\",\"proto\":1,\"headers\":true,"
        "\"max_payload\":1048576}\r\n");
    auto const url = "nats://127.0.0.1:" + std::to_string(server.port());
    auto const wire = federation::connect_nats({url, {}, {}, {}}, "session");
    REQUIRE_FALSE(wire);
    CHECK(wire.error().where == "shared.link");
}

TEST_CASE("three machines write at once and have the same lines")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    Rig rig;
    auto& a = rig.add_desk();
    REQUIRE(rig.until([&] { return a.settled(); }));
    auto& b = rig.add_desk();
    auto& c = rig.add_desk();
    for (int i = 0; i < 10; ++i)
        for (auto* desk : {&a, &b, &c}) desk->add("cas"), desk->pump();
    REQUIRE(rig.until([&] { return rig.all_equal() && a.cases() == 30; }));
    CHECK(a.session().document() == b.session().document());
    CHECK(a.session().document() == c.session().document());
}

TEST_CASE("of two machines that found a stream at once one is first and the other sees it")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    Rig rig;
    rig.add_desk();
    rig.add_desk(); // a copy of the same file: neither has published anything yet
    REQUIRE(rig.until([&] { return rig.all_equal(); }));
    CHECK(model::table<model::Site>(rig.desks[0]->session().document()).size() == 2);
}

TEST_CASE("a server that is killed, stopped or loses its store loses nothing")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    Rig rig;
    auto& a = rig.add_desk();
    REQUIRE(rig.until([&] { return a.settled(); }));
    auto& b = rig.add_desk();
    REQUIRE(rig.until([&] { return rig.all_equal(); }));
    a.add("avant");
    REQUIRE(rig.until([&] { return rig.all_equal(); }));
    SUBCASE("kill -9, with work going on")
    {
        rig.signal(SIGKILL);
        a.add("seule A"), b.add("seule B");
        REQUIRE(rig.until([&] { return !a.machine->replica().is_linked(); }));
        rig.start();
        a.link->hurry(), b.link->hurry();
        REQUIRE(rig.until([&] { return rig.all_equal() && a.cases() == 3; }));
    }
    SUBCASE("kill -9, and the hosting machine starts it again")
    {
        rig.signal(SIGKILL);
        b.add("sans serveur");
        REQUIRE(rig.until([&] { return !a.machine->replica().is_linked(); }));
        // Again and again, as the machine does: the links end before the process does.
        auto const again = [&] {
            return rig.server->keep_running({support::server_program(), rig.folder() / "server"});
        };
        REQUIRE(rig.until([&] { return again() && rig.all_equal() && a.cases() == 2; }));
    }
    SUBCASE("paused: the rooms go on alone, then together")
    {
        rig.signal(SIGSTOP);
        a.add("pendant A"), b.add("pendant B");
        for (auto* desk : {&a, &b}) CHECK(desk->machine->replica().pending() == 1);
        rig.until([&] { return !a.machine->replica().is_linked(); });
        rig.signal(SIGCONT);
        REQUIRE(rig.until([&] { return rig.all_equal() && a.cases() == 3; }));
    }
    SUBCASE("its store is put back to an older state: the files fill it again")
    {
        rig.server.reset();
        fs::copy(rig.store(), rig.folder() / "ancien", fs::copy_options::recursive);
        rig.start();
        a.link->hurry(), b.link->hurry();
        REQUIRE(rig.until([&] { return rig.all_equal(); }));
        for (int i = 0; i < 5; ++i) a.add("après " + std::to_string(i));
        REQUIRE(rig.until([&] { return rig.all_equal() && b.cases() == 6; }));
        rig.signal(SIGKILL);
        REQUIRE(rig.until([&] { return !a.machine->replica().is_linked(); }));
        rig.server.reset();
        fs::remove_all(rig.store());
        fs::copy(rig.folder() / "ancien", rig.store(), fs::copy_options::recursive);
        rig.start();
        a.link->hurry(), b.link->hurry();
        REQUIRE(rig.until([&] { return rig.all_equal(); }));
        CHECK(a.cases() == 6);
        b.add("ensuite");
        REQUIRE(rig.until([&] { return rig.all_equal() && a.cases() == 7; }));
    }
    SUBCASE("its store is deleted")
    {
        rig.signal(SIGKILL);
        REQUIRE(rig.until([&] { return !a.machine->replica().is_linked(); }));
        rig.server.reset();
        fs::remove_all(rig.store());
        rig.start();
        a.link->hurry(), b.link->hurry();
        REQUIRE(rig.until([&] { return rig.all_equal(); }));
        CHECK(b.cases() == 1);
    }
    // Nothing is there twice.
    std::set<std::string> titles;
    for (auto const& [id, one] : model::table<model::Case>(a.session().document()))
        CHECK(titles.insert(one.title).second);
}

TEST_CASE("a server whose disk is full is said, loses nothing, and goes on when there is room")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    if (!platform::is_superuser()) CADRAN_SKIP("only root mounts a small disk");
    Rig rig(Rig::Disk::small);
    if (!rig.small->mounted) CADRAN_SKIP("no small disk can be mounted");
    auto& a = rig.add_desk();
    a.add("avant");
    REQUIRE(rig.until([&] { return a.settled(); }));
    auto& b = rig.add_desk();
    REQUIRE(rig.until([&] { return rig.all_equal(); }));
    rig.small->fill();
    constexpr int many = 20; // the first few may fit into what the store has already
    for (int i = 0; i < many; ++i) a.add("sans place, de A");
    b.add("sans place, de B");
    REQUIRE(rig.until([&] { return a.machine->replica().hindered().has_value(); }));
    CHECK(a.machine->replica().hindered()->where == "shared.not_stored");
    CHECK(a.cases() >= many + 1); // as its own disk has it
    using Seems = Server::Seems;
    auto const keep = [&] {
        return rig.server->keep_running({support::server_program(), rig.folder() / "server"},
                                        Seems::to_store_nothing);
    };
    REQUIRE(keep()); // no room: it is left alone
    rig.small->free();
    REQUIRE(rig.until([&] { return keep() && rig.all_equal() && b.cases() == many + 2; }));
    CHECK_FALSE(a.machine->replica().hindered());
    a.add("après");
    REQUIRE(rig.until([&] { return rig.all_equal() && b.cases() == many + 3; }));
}

TEST_CASE("a reader reads, and the server refuses what it sends")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    Rig rig;
    auto& a = rig.add_desk();
    a.add("cas");
    REQUIRE(rig.until([&] { return a.settled(); }));
    auto reader = rig.address(rig.port());
    reader.user = federation::server_reader;
    reader.password = rig.server->secrets().reader_password;
    auto const wire = federation::connect_nats(reader, rig.id());
    REQUIRE(wire);
    auto const file = rig.folder() / "lecteur.cadran";
    // The host has lines that are not in the stream yet: nothing is received before.
    auto const lines = *(*wire)->last();
    CHECK(federation::receive_session(**wire, file, lines + 1).error().where == "shared.partial");
    CHECK_FALSE(fs::exists(file));
    REQUIRE(federation::receive_session(**wire, file, lines));
    CHECK(session::judge(file)->entries == a.opened.log->shared());
    auto const last = *(*wire)->last();
    auto const answer = (*wire)->append("{}", last);
    REQUIRE(std::holds_alternative<federation::Hindered>(answer));
    CHECK(std::get<federation::Hindered>(answer).why.where == "shared.credentials");
    CHECK(*(*wire)->last() == last);
    // The file is there now: it is never written over.
    CHECK(federation::receive_session(**wire, file, 0).error().where == "file.exists");
}

TEST_CASE("a line whose confirmation got lost is stored once")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    Rig rig;
    support::Proxy proxy(rig.port());
    auto& a = rig.add_desk();
    REQUIRE(rig.until([&] { return a.settled(); }));
    auto& b = rig.add_desk(proxy.port());
    REQUIRE(rig.until([&] { return rig.all_equal(); }));
    for (int round = 0; round < 3; ++round) {
        proxy.swallow_answers();
        b.add("perdue " + std::to_string(round));
        b.pump();
        std::this_thread::sleep_for(std::chrono::milliseconds(300)); // it arrives
        proxy.cut();
        REQUIRE(rig.until([&] { return rig.all_equal(); }));
        CHECK(a.cases() == static_cast<std::size_t>(round + 1));
    }
}

TEST_CASE("a wrong password or certificate is said, and a plain server is not taken for ours")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    Rig rig;
    auto& a = rig.add_desk();
    REQUIRE(rig.until([&] { return a.settled(); }));
    auto wrong = rig.address(rig.port());
    wrong.password = "autre";
    auto const id = std::string(32, '0');
    auto const refused = federation::connect_nats(wrong, id);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "shared.credentials");
    auto other = rig.address(rig.port());
    other.authority = federation::make_certificate()->certificate;
    auto const unknown = federation::connect_nats(other, id);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().where == "shared.certificate");
    auto named = rig.address(rig.port());
    named.name = "ailleurs";
    CHECK_FALSE(federation::connect_nats(named, id));
}
