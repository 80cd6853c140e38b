#include "federation/nats/nats_wire.h"
#include "federation/storm.h"
#include "support/skip.h"

#include <doctest/doctest.h>

#include <cstdlib>

namespace {

using std::chrono::seconds;
using support::Cluster;
using support::SingleServer;
using support::Storm;

unsigned wanted(char const* variable, unsigned otherwise)
{
    auto const* said = std::getenv(variable);
    return said ? static_cast<unsigned>(std::strtoul(said, nullptr, 10)) : otherwise;
}

// Runs that many histories, or CADRAN_HISTORIES, from the seed CADRAN_SEED on.
void storms(unsigned few, Storm::Make const& make, Storm::Weather const& weather)
{
    std::size_t entries = 0, refusals = 0, counted = 0, stopped = 0;
    auto const first = wanted("CADRAN_SEED", 1);
    auto const histories = wanted("CADRAN_HISTORIES", few);
    for (auto seed = first; seed < first + histories; ++seed) {
        CAPTURE(seed);
        Storm storm(seed, make, weather);
        storm.run();
        storm.heal();
        storm.check();
        entries += storm.entries(), refusals += storm.refusals();
        counted += storm.counted(), stopped += storm.stopped();
    }
    MESSAGE("seeds ", first, " to ", first + histories - 1, ": ", entries, " lines, ", refusals,
            " refused, ", counted, " votes counted, ", stopped,
            " machines stopped by another chain");
    CHECK(entries > std::size_t{20} * histories);
}

Storm::Make single(int machines, SingleServer::Store store)
{
    return [=](std::filesystem::path const& folder) {
        return std::make_unique<SingleServer>(folder, machines, store);
    };
}

std::unique_ptr<support::Servers> cluster(std::filesystem::path const& folder)
{
    return std::make_unique<Cluster>(folder);
}

} // namespace

TEST_CASE(
    "a real server that is killed, paused, cut off and slow, and machines that end: each entry "
    "is everywhere once")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    storms(3, single(3, SingleServer::Store::kept), {3, 200, 9, false});
}

TEST_CASE("votes over a real server that fails are counted exactly")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    storms(2, single(3, SingleServer::Store::kept), {3, 400, 14, true});
}

TEST_CASE("a real server whose store is put back to an older copy is filled again, or it is shown")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    storms(2, single(3, SingleServer::Store::put_back), {3, 200, 9, false});
}

TEST_CASE("of three servers any one may be killed, paused or cut off: no line is lost")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    Storm storm(7, cluster, {3, 0, 1, false});
    auto& servers = dynamic_cast<Cluster&>(storm.servers());
    REQUIRE(storm.settle(seconds(60)));
    auto const work = [&](char const* what) {
        CAPTURE(what);
        for (int i = 0; i < 9; ++i) {
            storm.act_once(i % 3);
            storm.go_on(std::chrono::milliseconds(30));
        }
    };
    // One of them leads.
    for (int i = 0; i < Cluster::servers; ++i) {
        CAPTURE(i);
        work("all work");
        servers.kill(i);
        work("one is killed");
        CHECK(storm.settle(seconds(60))); // two are enough
        servers.start(i);
        work("it is back");
        CHECK(storm.settle(seconds(60)));
    }
    for (int i = 0; i < Cluster::servers; ++i) {
        CAPTURE(i);
        servers.isolate(i, Cluster::Machines::reach_it);
        work("one is apart, and machines are linked to it");
        storm.go_on(seconds(2));
        servers.join(i);
        CHECK(storm.settle(seconds(60)));
    }
    servers.pause(0);
    servers.pause(1);
    work("one is left: everything waits");
    storm.go_on(seconds(3));
    servers.heal();
    storm.heal();
    storm.check();
    CHECK(storm.stopped() == 0);
}

TEST_CASE("histories over three servers that fail in turn")
{
    if (auto const* why = support::why_no_server()) CADRAN_SKIP(why);
    storms(1, cluster, {3, 250, 40, true});
}
