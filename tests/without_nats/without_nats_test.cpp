#include "federation/nats/nats_wire.h"

#include <doctest/doctest.h>

// Compiled without libnats, whatever this machine has.
TEST_CASE("a build without libnats shares nothing, and says so")
{
    CHECK_FALSE(federation::can_share());
    auto const wire = federation::connect_nats({"nats://127.0.0.1:4222", {}, {}, {}, {}}, "id");
    REQUIRE_FALSE(wire);
    CHECK(wire.error().where == "shared.no_client");
}
