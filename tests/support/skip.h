#pragma once

#include <doctest/doctest.h>

#include <cstdio>

// Ends a test case that needs something this machine does not have, and says so; tests/run counts
// it as skipped, not as passed. `why` is a C string.
#define CADRAN_SKIP(why)                                                                           \
    do {                                                                                           \
        std::printf("[skipped] %s: %s\n", doctest::getContextOptions()->currentTest->m_name, why); \
        std::fflush(stdout);                                                                       \
        return;                                                                                    \
    } while (false)
