#include "federation/servers.h"

#include "federation/nats/nats_wire.h"
#include "support/folders.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <csignal>
#include <thread>

namespace support {

namespace fs = std::filesystem;
using federation::Link;
using federation::Server;
using std::chrono::milliseconds;

fs::path server_program() { return fs::path(binary()).parent_path() / "nats-server"; }

char const* why_no_server()
{
    if (!federation::can_share()) return "this build has no libnats";
    return fs::exists(server_program()) ? nullptr : "no nats-server beside the program";
}

void signal_server(fs::path const& folder, int what)
{
    std::error_code failed;
    if (!fs::exists(folder / "server.pid", failed)) return;
    auto const said = bytes_of(folder / "server.pid");
    if (auto const process = std::atoi(said.c_str()); process > 1) ::kill(process, what);
}

std::int64_t leave_running(fs::path const& folder)
{
    auto const ports = folder / "ports";
    fs::remove_all(ports);
    fs::create_directories(ports);
    REQUIRE(platform::Child::start(server_program(),
                                   {"-c", (folder / "server.conf").string(), "--ports_file_dir",
                                    ports.string(), "-l", (folder / "server.log").string()}));
    for (int i = 0; i < 500 && fs::is_empty(ports); ++i)
        std::this_thread::sleep_for(milliseconds(20));
    REQUIRE_FALSE(fs::is_empty(ports));
    return std::atoll(bytes_of(folder / "server.pid").c_str());
}

SingleServer::SingleServer(fs::path folder, int stations, Store store)
    : folder_(std::move(folder))
    , store_(store)
    , port_(free_port())
{
    start();
    for (int i = 0; i < stations; ++i) proxies_.push_back(std::make_unique<Proxy>(port_));
}

SingleServer::~SingleServer() { resume(); }

void SingleServer::start()
{
    if (server_) return;
    auto begun = Server::start({server_program(), folder_}, {"127.0.0.1", port_});
    REQUIRE(begun);
    server_ = *std::move(begun);
    secrets_ = server_->secrets();
}

void SingleServer::kill()
{
    resume();
    if (!server_) return;
    signal_server(folder_, SIGKILL);
    server_.reset();
}

void SingleServer::resume()
{
    if (std::exchange(paused_, false)) signal_server(folder_, SIGCONT);
}

// The first time keeps a copy of the store as kill -9 leaves it; the second puts it back.
void SingleServer::swap_store()
{
    kill();
    auto const store = folder_ / "store", copy = folder_ / "copy";
    if (!std::exchange(copied_, true)) {
        fs::copy(store, copy, fs::copy_options::recursive);
    } else if (!std::exchange(restored_, true)) {
        fs::remove_all(store);
        fs::copy(copy, store, fs::copy_options::recursive);
    }
    start();
}

Link::Connect SingleServer::connect(int station, std::string const& session)
{
    federation::ServerAddress const address{
        fmt::format("tls://127.0.0.1:{}", proxies_[static_cast<std::size_t>(station)]->port()),
        federation::server_user, secrets_.password, secrets_.certificate.certificate,
        federation::certificate_name};
    return [address, session] { return federation::connect_nats(address, session); };
}

void SingleServer::disturb(Below const& below)
{
    constexpr std::uint64_t most_ms = 40;
    auto& proxy = *proxies_[below(proxies_.size())];
    if (!server_ && below(2) == 0) start();
    if (paused_ && below(2) == 0) resume();
    switch (below(10)) {
    case 0:
    case 1: proxy.cut(); break;
    case 2: proxy.swallow_answers(); break;
    case 3: proxy.delay(milliseconds(below(most_ms))); break;
    case 4: proxy.block(); break;
    case 5:
    case 6:
        proxy.open();
        proxy.cut();
        break;
    case 7: kill(); break;
    case 8:
        if (server_ && !std::exchange(paused_, true)) signal_server(folder_, SIGSTOP);
        break;
    default:
        if (store_ == Store::put_back) swap_store();
    }
}

void SingleServer::heal()
{
    resume();
    start();
    for (auto& proxy : proxies_) {
        proxy->open();
        proxy->delay(milliseconds(0));
        proxy->cut();
    }
}

Cluster::Cluster(fs::path folder)
    : folder_(std::move(folder))
{
    for (auto& one : all_) {
        one.port = free_port();
        one.route = free_port();
        one.way = std::make_unique<Proxy>(one.port);
    }
    for (std::size_t from = 0; from < servers; ++from)
        for (std::size_t to = 0; to < servers; ++to)
            if (from != to) routes_.at(from).at(to) = std::make_unique<Proxy>(all_.at(to).route);
    for (int i = 0; i < servers; ++i) start(i);
}

Cluster::~Cluster()
{
    for (int i = 0; i < servers; ++i) {
        resume(i);
        kill(i);
    }
}

fs::path Cluster::home(int server) const { return folder_ / ("serveur-" + std::to_string(server)); }

void Cluster::start(int server)
{
    auto const at = static_cast<std::size_t>(server);
    auto& one = all_.at(at);
    if (one.child) return;
    fs::create_directories(home(server));
    std::string routes;
    for (auto const& way : routes_.at(at))
        if (way)
            routes +=
                fmt::format("{} \"nats://127.0.0.1:{}\"", routes.empty() ? "" : ",", way->port());
    // No server tells another a way round the proxies.
    auto const settings = fmt::format(R"(listen: "127.0.0.1:{}"
server_name: "{}"
pid_file: "{}"
jetstream {{ store_dir: "{}", sync_interval: always, max_file_store: 4GB }}
cluster {{ name: cadran, listen: "127.0.0.1:{}", advertise: "127.0.0.1:1", no_advertise: true
  pool_size: -1, routes: [{} ] }}
)",
                                      one.port, server, (home(server) / "server.pid").string(),
                                      (home(server) / "store").string(), one.route, routes);
    write_bytes(home(server) / "server.conf", settings);
    one.child =
        platform::Child::start(server_program(), {"-c", (home(server) / "server.conf").string(),
                                                  "-l", (home(server) / "server.log").string()});
    REQUIRE(one.child);
}

void Cluster::kill(int server)
{
    auto& one = all_.at(static_cast<std::size_t>(server));
    if (!one.child) return;
    resume(server);
    signal_server(home(server), SIGKILL);
    one.child->stop(milliseconds(100));
    one.child.reset();
}

void Cluster::pause(int server)
{
    auto& one = all_.at(static_cast<std::size_t>(server));
    if (one.child && !std::exchange(one.paused, true)) signal_server(home(server), SIGSTOP);
}

void Cluster::resume(int server)
{
    if (std::exchange(all_.at(static_cast<std::size_t>(server)).paused, false))
        signal_server(home(server), SIGCONT);
}

void Cluster::isolate(int server, Machines machines)
{
    auto const at = static_cast<std::size_t>(server);
    all_.at(at).apart = true;
    for (std::size_t other = 0; other < servers; ++other)
        if (other != at) {
            routes_.at(at).at(other)->block();
            routes_.at(other).at(at)->block();
        }
    if (machines == Machines::do_not) all_.at(at).way->block();
}

void Cluster::join(int server)
{
    auto const at = static_cast<std::size_t>(server);
    all_.at(at).apart = false;
    all_.at(at).way->open();
    for (std::size_t other = 0; other < servers; ++other)
        if (other != at && !all_.at(other).apart) {
            routes_.at(at).at(other)->open();
            routes_.at(other).at(at)->open();
        }
}

Link::Connect Cluster::connect(int /*station*/, std::string const& session)
{
    std::string url;
    for (auto const& one : all_)
        url += fmt::format("{}nats://127.0.0.1:{}", url.empty() ? "" : ",", one.way->port());
    federation::ServerAddress address{url, {}, {}, {}, {}};
    address.replicas = servers;
    return [address, session] { return federation::connect_nats(address, session); };
}

// At most one server is away at a time, for most of the time.
void Cluster::disturb(Below const& below)
{
    auto const one = static_cast<int>(below(servers));
    switch (below(6)) {
    case 0: kill(one); break;
    case 1: pause(one); break;
    case 2: isolate(one, below(2) == 0 ? Machines::reach_it : Machines::do_not); break;
    default: heal();
    }
}

void Cluster::heal()
{
    for (int i = 0; i < servers; ++i) {
        resume(i);
        start(i);
        all_.at(static_cast<std::size_t>(i)).apart = false;
    }
    for (int i = 0; i < servers; ++i) join(i);
}

} // namespace support
