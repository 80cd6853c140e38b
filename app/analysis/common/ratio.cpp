#include "analysis/common/ratio.h"

#include <cassert>
#include <numeric>

namespace analysis {
namespace {

struct Division {
    std::int64_t whole, rest;
};

// Rounds down, so that 0 <= rest < den also for a negative num.
Division divide(Ratio r)
{
    Division d{r.num / r.den, r.num % r.den};
    if (d.rest < 0) return {d.whole - 1, d.rest + r.den};
    return d;
}

} // namespace

// Compares the continued fractions term by term: cross products would not fit in 64 bits.
std::strong_ordering operator<=>(Ratio a, Ratio b)
{
    for (;;) {
        auto const left = divide(a);
        auto const right = divide(b);
        if (left.whole != right.whole) return left.whole <=> right.whole;
        if (left.rest == 0 || right.rest == 0) return left.rest <=> right.rest;
        // left.rest/a.den < right.rest/b.den exactly when their inverses compare the other way.
        Ratio const next{b.den, right.rest};
        b = {a.den, left.rest};
        a = next;
    }
}

Ratio ratio(std::int64_t num, std::int64_t den)
{
    assert(den > 0);
    auto const divisor = std::gcd(num, den);
    return {num / divisor, den / divisor};
}

double value(Ratio r) { return static_cast<double>(r.num) / static_cast<double>(r.den); }

std::string text(Ratio r)
{
    return r.den == 1 ? std::to_string(r.num) : std::to_string(r.num) + "/" + std::to_string(r.den);
}

} // namespace analysis
