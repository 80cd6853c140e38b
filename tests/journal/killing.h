#pragma once

#include "support/skip.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#if !defined(_WIN32)
#include <sys/wait.h>
#include <unistd.h>
#endif

// A process that is killed while it works.
namespace killing {

// The number of repetitions: CADRAN_KILLS, else `usual`.
inline int asked(int usual)
{
    auto const* said = std::getenv("CADRAN_KILLS"); // NOLINT(concurrency-mt-unsafe): one thread
    return said ? std::atoi(said) : usual;
}

#if defined(_WIN32)

constexpr char const* impossible = "Windows has no fork";
struct Kills {
    explicit Kills(unsigned) {}
    std::uint64_t run(auto&&) { return 0; }
};

#else

constexpr char const* impossible = nullptr;
class Kills {
public:
    explicit Kills(unsigned seed)
        : random_(seed)
    {
        MESSAGE("seed " << seed);
    }

    // Runs `work(acknowledge)` in a child process and kills it within 6 ms of its first
    // acknowledgement. Returns the last acknowledged number.
    template <class Work>
    std::uint64_t run(Work work)
    {
        std::array<int, 2> ends{};
        REQUIRE(::pipe(ends.data()) == 0);
        std::fflush(nullptr);
        auto const child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            work([&](std::uint64_t n) {
                if (::write(ends[1], &n, sizeof n) != sizeof n) ::_exit(6);
            });
            ::_exit(5); // it gave up: not what was asked
        }
        ::close(ends[1]);
        std::uint64_t said = 0;
        REQUIRE(::read(ends[0], &said, sizeof said) == sizeof said); // it is at work
        auto acknowledged = said;
        ::usleep(static_cast<useconds_t>(random_() % 6000));
        REQUIRE(::kill(child, SIGKILL) == 0);
        while (::read(ends[0], &said, sizeof said) == sizeof said) acknowledged = said;
        ::close(ends[0]);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status)); // killed, not ended by an error of its own
        return acknowledged;
    }

private:
    std::mt19937 random_;
};

#endif

} // namespace killing
