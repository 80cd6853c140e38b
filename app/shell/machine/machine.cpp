#include "shell/machine/machine.h"

#include <chrono>
#include <random>

namespace shell {

std::int64_t SystemClock::now_ms()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::uint64_t SystemRandomSource::draw()
{
    thread_local std::random_device device; // getrandom(2) on Linux
    return (std::uint64_t{device()} << 32U) | device();
}

} // namespace shell
