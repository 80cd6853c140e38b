#include "bench/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

namespace bench {
namespace {

// A value of /proc/self/status, in mebibytes.
double from_status(std::string_view name)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name)) return std::stod(line.substr(name.size() + 1)) / 1024;
    return 0;
}

} // namespace

double cpu_ms()
{
    timespec t{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty()) return 0;
    auto const at = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at),
                     values.end());
    return values[at];
}

Line::Line(std::string_view what)
    : text_(fmt::format(R"({{"bench":"{}")", what))
{
}

Line::~Line() { fmt::print("{}}}\n", text_), std::fflush(stdout); }

Line& Line::with(std::string_view name, double value)
{
    text_ += fmt::format(R"(,"{}":{:.4g})", name, value);
    return *this;
}

Line& Line::with(std::string_view name, std::int64_t value)
{
    text_ += fmt::format(R"(,"{}":{})", name, value);
    return *this;
}

Line& Line::with(std::string_view name, std::string_view value)
{
    text_ += fmt::format(R"(,"{}":"{}")", name, value);
    return *this;
}

void give_up(base::Error const& error)
{
    fmt::print(stderr, "bench: {} {}\n", error.where, error.detail);
    std::exit(1);
}

double resident_mb() { return from_status("VmRSS:"); }
double resident_peak_mb() { return from_status("VmHWM:"); }

} // namespace bench
