#include "federation/nats/nats_wire.h"
#include "federation/proxy.h"
#include "federation/servers.h"
#include "platform/child.h"
#include "support/folders.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <arpa/inet.h>
#include <array>
#include <csignal>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

// A server that forgets what a machine reads, as one of several does that was killed.
namespace {

namespace fs = std::filesystem;
using support::TemporaryFolder;

// A server without passwords, on loopback.
class OpenServer {
public:
    OpenServer()
        : port_(support::free_port())
    {
        auto const settings = folder_ / "server.conf";
        support::write_bytes(
            settings, "listen: \"127.0.0.1:" + std::to_string(port_) + "\"\npid_file: \"" +
                          (folder_ / "server.pid").string() + "\"\njetstream { store_dir: \"" +
                          (folder_ / "store").string() + "\", max_file_store: 1GB }\n");
        child_ = platform::Child::start(support::server_program(), {"-c", settings.string()});
        REQUIRE(child_);
    }
    ~OpenServer() { child_->stop(std::chrono::seconds(5)); }
    OpenServer(OpenServer const&) = delete;
    OpenServer& operator=(OpenServer const&) = delete;

    [[nodiscard]] std::shared_ptr<federation::Wire> connect(std::string const& session) const
    {
        federation::ServerAddress const at{
            "nats://127.0.0.1:" + std::to_string(port_), {}, {}, {}, {}};
        for (int i = 0; i < 100; ++i) {
            if (auto wire = federation::connect_nats(at, session)) return *wire;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return nullptr;
    }
    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    TemporaryFolder folder_;
    std::uint16_t port_;
    std::optional<platform::Child> child_;
};

// What a server answers to a request, in its text protocol.
std::string request(std::uint16_t port, std::string const& subject)
{
    int const fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    at.sin_port = htons(port);
    REQUIRE(::connect(fd, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0);
    auto const said =
        "CONNECT {\"verbose\":false}\r\nSUB answer 1\r\nPUB " + subject + " answer 0\r\n\r\n";
    REQUIRE(::send(fd, said.data(), said.size(), MSG_NOSIGNAL) ==
            static_cast<ssize_t>(said.size()));
    std::string heard;
    std::array<char, 4096> part{};
    for (pollfd waiting{fd, POLLIN, 0}; ::poll(&waiting, 1, 1000) > 0;) {
        auto const got = ::recv(fd, part.data(), part.size(), 0);
        if (got <= 0) break;
        heard.append(part.data(), static_cast<std::size_t>(got));
        if (heard.find("MSG answer") != std::string::npos && heard.ends_with("}\r\n")) break;
    }
    ::close(fd);
    auto const answer = heard.find("MSG answer");
    return answer == std::string::npos ? std::string() : heard.substr(answer);
}

// Makes the server forget all readings of a stream; how many there were.
int forget_readings(OpenServer const& server, std::string const& stream)
{
    auto const said = request(server.port(), "$JS.API.CONSUMER.NAMES." + stream);
    auto const list = said.find("\"consumers\":[");
    REQUIRE(list != std::string::npos);
    int forgotten = 0;
    for (auto at = said.find('[', list); said[at] != ']' && said[at + 1] != ']';) {
        auto const begin = said.find('"', at) + 1, end = said.find('"', begin);
        auto const name = said.substr(begin, end - begin);
        CHECK(request(server.port(), "$JS.API.CONSUMER.DELETE." + stream + '.' + name)
                  .find("\"success\":true") != std::string::npos);
        ++forgotten;
        at = end + 1;
    }
    return forgotten;
}

} // namespace

TEST_CASE("a machine whose reading the server forgot without a word reads on")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    OpenServer const server;
    auto const writer = server.connect("s"), reader = server.connect("s");
    REQUIRE(writer);
    REQUIRE(reader);
    REQUIRE(std::holds_alternative<federation::Stored>(writer->append("first", 0)));
    // As the link does: it reads, and looks at the length from time to time.
    auto const read_one = [&](std::uint64_t number) {
        for (auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
             std::chrono::steady_clock::now() < until;) {
            REQUIRE(reader->last());
            auto const lines = reader->read(number, 10);
            REQUIRE(lines);
            if (!lines->empty()) return lines->front();
        }
        return std::string("nothing");
    };
    CHECK(read_one(1) == "first");
    for (std::uint64_t i = 1; i <= 2; ++i) { // also the reading that takes its place
        CHECK(forget_readings(server, "cadran-s") == 1);
        auto const line = "line " + std::to_string(i);
        REQUIRE(std::holds_alternative<federation::Stored>(writer->append(line, i)));
        CHECK(read_one(i + 1) == line);
        REQUIRE(reader->read(i + 2, 10)); // begins again to wait for what comes
    }
}
