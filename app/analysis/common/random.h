#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

namespace analysis {

// One step of splitmix64 (Steele, Lea, Flood 2014): hashes a number to 64 bits.
constexpr std::uint64_t splitmix64(std::uint64_t& state)
{
    std::uint64_t z = state += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

// Derives a seed from `value`. Results store `value`, so that their draws can be repeated.
constexpr std::uint64_t seed_from(std::uint64_t value) { return splitmix64(value); }

// xoshiro256** (Blackman and Vigna 2018) seeded by splitmix64, with its own distributions: those of
// the standard library differ between implementations, and a stored seed must give the same draws
// everywhere.
class Random {
public:
    explicit constexpr Random(std::uint64_t seed)
    {
        for (auto& word : state_) word = splitmix64(seed);
    }

    // 64 uniform bits.
    constexpr std::uint64_t bits()
    {
        std::uint64_t const result = std::rotl(state_[1] * 5, 7) * 9;
        std::uint64_t const t = state_[1] << 17U;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= t;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }

    // Uniform in 0..n-1, n at least 1; unbiased (Lemire 2019).
    constexpr std::uint32_t below(std::uint32_t n)
    {
        std::uint64_t product = (bits() >> 32U) * n;
        if (static_cast<std::uint32_t>(product) < n) {
            std::uint32_t const threshold = (0U - n) % n;
            while (static_cast<std::uint32_t>(product) < threshold) product = (bits() >> 32U) * n;
        }
        return static_cast<std::uint32_t>(product >> 32U);
    }

    // Uniform in [0, 1), 53 bits.
    constexpr double uniform() { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }

    // Exponential with mean 1; never 0, so that sums of them can be divisors.
    double exponential() { return -std::log1p(-uniform()) + std::numeric_limits<double>::min(); }

    // Standard normal (Box and Muller 1958).
    double normal()
    {
        double const radius = std::sqrt(2.0 * exponential());
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

    // Number of successes in `n` trials of probability `p`: by inversion, or by the normal
    // approximation where at least 200 successes and 200 failures are expected.
    std::int64_t binomial(std::int64_t n, double p)
    {
        if (n <= 0 || p <= 0.0) return 0;
        if (p >= 1.0) return n;
        if (p > 0.5) return n - binomial(n, 1.0 - p);
        auto const count = static_cast<double>(n);
        double const mean = count * p;
        if (mean >= 200.0) {
            double const at = std::round(mean + std::sqrt(mean * (1.0 - p)) * normal());
            return at <= 0.0 ? 0 : at >= count ? n : static_cast<std::int64_t>(at);
        }
        double const odds = p / (1.0 - p);
        double probability = std::exp(count * std::log1p(-p));
        double left = uniform();
        std::int64_t successes = 0;
        while (left > probability && successes < n) {
            left -= probability;
            ++successes;
            probability *=
                odds * static_cast<double>(n - successes + 1) / static_cast<double>(successes);
        }
        return successes;
    }

private:
    std::array<std::uint64_t, 4> state_{};
};

} // namespace analysis
