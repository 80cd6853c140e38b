#pragma once

#include <doctest/doctest.h>

#include <cstdio>

// Ends a test case whose requirement this machine does not meet, with a message; tests/run counts
// it as skipped, not as passed. `why` is a C string.
#define CADRAN_SKIP(why)                                                                           \
    do {                                                                                           \
        std::printf("[skipped] %s: %s\n", doctest::getContextOptions()->currentTest->m_name, why); \
        std::fflush(stdout);                                                                       \
        return;                                                                                    \
    } while (false)
