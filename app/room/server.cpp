#include "room/server.h"

#include "platform/network.h"
#include "room/loop.h"

#include <condition_variable>

namespace room {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

std::string digits_of(tcp::socket const& socket)
{
    error_code failed;
    auto const end = socket.remote_endpoint(failed);
    return failed ? std::string{} : end.address().to_string();
}

// Whether it came from the address to which it was made.
bool from_itself(tcp::socket const& socket, std::string const& from)
{
    error_code failed;
    auto const end = socket.local_endpoint(failed);
    return failed || end.address().to_string() == from;
}

} // namespace

void Loop::accept()
{
    acceptor.async_accept([this](error_code error, tcp::socket socket) {
        if (error == asio::error::operation_aborted || !acceptor.is_open()) return;
        if (error) { // out of file descriptors: retry later
            again.expires_after(milliseconds(100));
            again.async_wait([this](error_code stopped) {
                if (!stopped) accept();
            });
            return;
        }
        auto const from = digits_of(socket);
        if (!from_itself(socket, from)) note_reached();
        if (may_connect(from, Server::connections_of_one)) {
            error_code ignored;
            socket.set_option(tcp::no_delay(true), ignored);
            platform::give_up_after(socket.native_handle(), seconds(Server::silent_s));
            tls ? begin_tls(*this, from, std::move(socket))
                : begin_plain(*this, from, std::move(socket));
        }
        accept();
    });
}

void Loop::changed()
{
    note_state();
    if (std::exchange(push_waits, true)) return;
    pushing.expires_at(
        std::max(std::chrono::steady_clock::now(), pushed + milliseconds(Server::push_ms)));
    pushing.async_wait([this](error_code stopped) {
        if (!stopped) push();
    });
}

void Loop::push()
{
    push_waits = false;
    pushed = std::chrono::steady_clock::now();
    auto const now = lines; // a failing connection removes itself
    for (auto* line : now)
        if (std::ranges::find(lines, line) != lines.end()) line->push();
}

void Loop::beat()
{
    beating.expires_after(seconds(Server::beat_s));
    beating.async_wait([this](error_code stopped) {
        if (stopped) return;
        auto const now = lines;
        for (auto* line : now)
            if (std::ranges::find(lines, line) != lines.end()) line->beat();
        beat();
    });
}

void Loop::note_state()
{
    std::set<Seat const*> here;
    for (auto const* line : lines) here.insert(line->seat());
    std::function<void()> tell;
    {
        std::lock_guard const lock(mutex);
        auto const& seats = room.seats();
        state.room = seats.room(), state.code = seats.code();
        state.seats = seats.count(), state.here = here.size();
        state.hands = static_cast<std::size_t>(
            std::ranges::count_if(seats.all(), [](auto const& seat) { return seat->hand; }));
        if (!here.empty()) state.last_ms = clock.now_ms();
        tell = told;
    }
    if (tell) tell();
}

void Loop::note_reached()
{
    std::function<void()> tell;
    {
        std::lock_guard const lock(mutex);
        state.reached_ms = clock.now_ms();
        tell = told;
    }
    if (tell) tell();
}

Server::Server(std::unique_ptr<Loop> loop)
    : loop_(std::move(loop))
{
    loop_->accept();
    loop_->beat();
    loop_->note_state();
    loop_->thread = std::thread([loop = loop_.get()] { loop->io.run(); });
}

base::Result<std::unique_ptr<Server>> Server::open(Listening const& at, Served served)
{
    using base::Errc;
    using base::fail;
    error_code failed;
    std::optional<asio::ssl::context> tls;
    if (!at.certificate.empty() || !at.key.empty()) {
        tls.emplace(asio::ssl::context::tls_server);
        tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                         asio::ssl::context::no_tlsv1_1);
        tls->use_certificate_chain_file(at.certificate.string(), failed);
        if (failed) return fail(Errc::io, "room.certificate", at.certificate.string());
        tls->use_private_key_file(at.key.string(), asio::ssl::context::pem, failed);
        if (failed) return fail(Errc::io, "room.certificate", at.key.string());
    }
    bool const secure = tls.has_value();
    auto loop = std::make_unique<Loop>(std::move(served), std::move(tls));
    auto const address = asio::ip::make_address(at.address, failed);
    auto refuse = [&] {
        return fail(Errc::io, "room.listen", at.address + ":" + std::to_string(at.port));
    };
    if (failed) return refuse();
    tcp::endpoint const end(address, at.port);
    auto& acceptor = loop->acceptor;
    acceptor.open(end.protocol(), failed);
    if (!failed) acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
    if (!failed) acceptor.bind(end, failed);
    if (!failed) acceptor.listen(asio::socket_base::max_listen_connections, failed);
    if (failed) return refuse();
    auto const port = acceptor.local_endpoint().port();
    loop->state.port = port;
    loop->state.scheme = secure ? "https" : "http";
    Hosts hosts;
    auto names = at.names;
    if (!address.is_unspecified()) names.push_back(at.address);
    if (address.is_loopback()) names.emplace_back("localhost");
    bool const usual = port == (secure ? 443 : 80);
    for (auto const& name : names) {
        hosts.push_back(name + ":" + std::to_string(port));
        if (usual) hosts.push_back(name);
    }
    loop->room.reach(std::move(hosts));
    return std::unique_ptr<Server>(new Server(std::move(loop)));
}

Server::~Server()
{
    loop_->living.reset();
    asio::post(loop_->io, [loop = loop_.get()] {
        error_code ignored;
        loop->acceptor.close(ignored);
        loop->io.stop();
    });
    loop_->thread.join();
    loop_->room.drop_pending();
    loop_->lines.clear();
    loop_->all.clear();
}

void Server::show(session::View view)
{
    asio::post(loop_->io, [loop = loop_.get(), view = std::move(view)]() mutable {
        loop->room.show(std::move(view));
    });
}

base::Result<void> Server::close()
{
    base::Result<void> done;
    std::mutex mutex;
    std::condition_variable closed;
    bool over = false;
    asio::post(loop_->io, [&] {
        error_code ignored;
        loop_->acceptor.close(ignored);
        auto const now = loop_->lines;
        for (auto* line : now)
            if (std::ranges::find(loop_->lines, line) != loop_->lines.end())
                line->end("event: over\ndata: {}\n\n");
        done = loop_->room.close();
        std::lock_guard const lock(mutex);
        over = true;
        closed.notify_one();
    });
    std::unique_lock lock(mutex);
    closed.wait(lock, [&] { return over; });
    for (int i = 0; i < 50 && state().here > 0; ++i) // until "over" is sent
        std::this_thread::sleep_for(milliseconds(10));
    return done;
}

Server::State Server::state() const
{
    std::lock_guard const lock(loop_->mutex);
    return loop_->state;
}

void Server::on_change(std::function<void()> told)
{
    std::lock_guard const lock(loop_->mutex);
    loop_->told = std::move(told);
}

} // namespace room
