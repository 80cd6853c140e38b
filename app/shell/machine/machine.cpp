#include "shell/machine/machine.h"

#include <chrono>
#include <mutex>
#include <random>

namespace shell {

std::int64_t SystemClock::now_ms()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::uint64_t SystemRandomSource::draw()
{
    static std::mutex mutex;
    static std::random_device device;
    std::scoped_lock const lock(mutex);
    return (std::uint64_t{device()} << 32U) | device();
}

} // namespace shell
