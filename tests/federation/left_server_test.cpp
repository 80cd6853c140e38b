#include "federation/server.h"
#include "federation/servers.h"
#include "platform/process.h"
#include "support/folders.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

// A server that a program left running when it was killed, and the one that hosts next.
namespace {

using federation::Hosting;
using federation::Server;
using support::leave_running;

struct Left {
    support::TemporaryFolder folder;
    Hosting at{"127.0.0.1", support::free_port()};
    Server::Means means{support::server_program(), folder / "server"};

    base::Result<std::unique_ptr<Server>> start(Hosting const& where)
    {
        return Server::start(means, where);
    }
    // The process of the server that is left.
    std::int64_t leave()
    {
        REQUIRE(start(at)); // and stopped
        return leave_running(means.folder);
    }
};

bool runs(std::int64_t process) { return !platform::arguments_of(process).empty(); }

} // namespace

TEST_CASE("a server that outlived its program is taken over at its address, and ends with the new")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    Left left;
    auto const process = left.leave();
    CHECK(Server::former(left.means.folder) == left.at);
    {
        auto server = left.start(left.at);
        REQUIRE(server);
        CHECK(runs(process)); // its machines stay linked
        CHECK((*server)->keep_running(left.means));
        CHECK(runs(process));
    }
    CHECK_FALSE(runs(process));
}

TEST_CASE("a server that was taken over is started again when it ends by itself")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    Left left;
    auto const process = left.leave();
    auto server = left.start(left.at);
    REQUIRE(server);
    REQUIRE(platform::end_process(process, std::chrono::seconds(5)));
    REQUIRE((*server)->keep_running(left.means));
    auto const now = std::atoll(support::bytes_of(left.means.folder / "server.pid").c_str());
    CHECK(now != process);
    CHECK(runs(now));
    server->reset();
    CHECK_FALSE(runs(now));
}

TEST_CASE("where the server is wanted at another address, the one that was left is ended first")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    Left left;
    auto const process = left.leave();
    Hosting const elsewhere{"127.0.0.1", support::free_port()};
    auto const server = left.start(elsewhere);
    REQUIRE(server);
    CHECK_FALSE(runs(process));
    CHECK(Server::former(left.means.folder) == elsewhere);
}

TEST_CASE("the server of a program that hosts at present is left alone")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    Left left;
    auto const server = left.start(left.at);
    REQUIRE(server);
    auto const process = std::atoll(support::bytes_of(left.means.folder / "server.pid").c_str());
    for (auto const& where : {left.at, Hosting{"127.0.0.1", support::free_port()}}) {
        auto const second = left.start(where);
        REQUIRE_FALSE(second);
        CHECK(second.error().where == "shared.hosted");
        CHECK(runs(process));
    }
}

TEST_CASE("a process that has the number of a former server is not touched")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    Left left;
    REQUIRE(left.start(left.at));
    support::TemporaryFolder const other;
    Server::Means const others{support::server_program(), other / "server"};
    auto const of_other = Server::start(others, {"127.0.0.1", support::free_port()});
    REQUIRE(of_other);
    // Numbers are used again: that of a server of another session, as it happens.
    auto const number = support::bytes_of(others.folder / "server.pid");
    support::write_bytes(left.means.folder / "server.pid", number);
    support::write_bytes(left.means.folder / "ports" / ("nats-server_" + number + ".ports"), "{}");
    auto const server = left.start(left.at);
    REQUIRE(server);
    CHECK(runs(std::atoll(number.c_str())));
    CHECK(support::bytes_of(left.means.folder / "server.pid") != number);
}
