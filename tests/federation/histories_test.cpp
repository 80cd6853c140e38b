#include "federation/world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

namespace {

// How many histories are run; `CADRAN_HISTORIES` asks for more, from the seed `CADRAN_SEED` on. On
// Windows, where opening a file takes ten times as long, one of ten.
unsigned asked(char const* variable, unsigned otherwise)
{
#if defined(_WIN32)
    otherwise = std::max(1U, otherwise / 10);
#endif
    auto const* said = std::getenv(variable);
    return said ? static_cast<unsigned>(std::strtoul(said, nullptr, 10)) : otherwise;
}

struct Sum {
    std::size_t histories = 0, entries = 0, refusals = 0, stopped = 0, counted = 0;
    std::size_t compared = 0; // votes told room by room
};

Sum run(unsigned histories, support::World::Weather const& weather)
{
    Sum sum;
    auto const first = asked("CADRAN_SEED", 1);
    for (auto seed = first; seed < first + histories; ++seed) {
        CAPTURE(seed);
        support::World world(seed, weather);
        world.run();
        world.heal();
        world.check();
        ++sum.histories, sum.entries += world.entries(), sum.refusals += world.refusals();
        sum.stopped += world.stopped(), sum.counted += world.counted();
        sum.compared += world.compared();
    }
    MESSAGE("seeds ", first, " to ", first + histories - 1, ": ", sum.entries, " entries, ",
            sum.refusals, " refused, ", sum.counted, " votes counted, ", sum.compared,
            " room by room, ", sum.stopped, " machines stopped by another chain");
    return sum;
}

} // namespace

TEST_CASE("after cuts, kills and lost answers every machine has the same entries, each once")
{
    auto const sum = run(asked("CADRAN_HISTORIES", 150), {false, false, 3, 260});
    CHECK(sum.entries > sum.histories * 10);
    CHECK(sum.refusals > 0); // some were in each other's way
    CHECK(sum.stopped == 0);
}

TEST_CASE("a machine whose disk is full for a while loses nothing that it said it had saved")
{
    auto const sum = run(asked("CADRAN_HISTORIES", 100), {false, false, 3, 400, true});
    CHECK(sum.entries > sum.histories * 10);
    CHECK(sum.stopped == 0);
    run(asked("CADRAN_HISTORIES", 40), {true, false, 3, 900, true});
}

TEST_CASE("thirty machines have the same entries, and a vote among them is exact")
{
    auto const sum = run(asked("CADRAN_HISTORIES", 1), {true, false, 30, 5000});
    CHECK(sum.entries > 50);
    CHECK(sum.stopped == 0);
}

TEST_CASE("votes held by several machines are counted exactly, without those who did not answer")
{
    auto const sum = run(asked("CADRAN_HISTORIES", 100), {true, false, 3, 900});
    CHECK(sum.counted > sum.histories / 4);
    CHECK(sum.compared > 0);
    CHECK(sum.stopped == 0);
}

TEST_CASE("a store that is restored from an old copy is filled again, or another chain is shown")
{
    auto const sum = run(asked("CADRAN_HISTORIES", 100), {false, true, 3, 300});
    CHECK(sum.entries > sum.histories * 10);
}
