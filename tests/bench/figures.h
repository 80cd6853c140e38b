#pragma once

#include "base/result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// How a figure is taken and said: one JSON object a line on standard output.
namespace bench {

inline double now_ms()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

// What this thread has had of the processor: other programs running meanwhile count for nothing.
double cpu_ms();

// The value below which `share` (0 to 1) of `values` lie; 0 when there are none.
double quantile(std::vector<double> values, double share);

// A line being written; it is printed when it goes.
class Line {
public:
    explicit Line(std::string_view what);
    ~Line();
    Line(Line const&) = delete;
    Line& operator=(Line const&) = delete;

    Line& with(std::string_view name, double value);
    Line& with(std::string_view name, std::int64_t value);
    Line& with(std::string_view name, std::string_view value);

private:
    std::string text_;
};

// Says what went wrong, and ends.
[[noreturn]] void give_up(base::Error const& error);

// What cannot fail here; if it does, there is nothing to measure.
template <class T>
T sure(base::Result<T> result)
{
    if (!result) give_up(result.error());
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

// Resident memory of this process now, and at most so far, in mebibytes.
double resident_mb();
double resident_peak_mb();

} // namespace bench
