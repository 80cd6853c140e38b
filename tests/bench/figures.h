#pragma once

#include "base/result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Measuring, and printing one JSON object per line on standard output.
namespace bench {

inline double now_ms()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

// Processor time of this thread; other programs do not count.
double cpu_ms();

// The value below which `share` (0 to 1) of `values` lie; 0 when there are none.
double quantile(std::vector<double> values, double share);

// A line being built; printed by the destructor.
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

// Prints the error and ends the program.
[[noreturn]] void give_up(base::Error const& error);

// Unwraps a result that cannot fail; otherwise ends the program.
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
