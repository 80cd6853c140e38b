#include "analysis/natural.h"

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr unsigned word_bits = 64;

} // namespace

void Natural::trim()
{
    while (!words_.empty() && words_.back() == 0) words_.pop_back();
}

Natural& Natural::operator+=(Natural const& other) { return add_product(other, 1); }

Natural& Natural::add_product(Natural const& other, std::uint64_t by)
{
    if (by == 0) return *this;
    if (words_.size() < other.words_.size()) words_.resize(other.words_.size());
    Wide carry = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        if (i >= other.words_.size() && carry == 0) break;
        carry += words_[i];
        if (i < other.words_.size()) carry += Wide{other.words_[i]} * by;
        words_[i] = static_cast<std::uint64_t>(carry);
        carry >>= word_bits;
    }
    if (carry != 0) words_.push_back(static_cast<std::uint64_t>(carry));
    return *this;
}

Natural& Natural::operator-=(Natural const& other)
{
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        if (i >= other.words_.size() && borrow == 0) break;
        Wide const take = Wide{i < other.words_.size() ? other.words_[i] : 0} + borrow;
        borrow = take > words_[i] ? 1 : 0;
        words_[i] -= static_cast<std::uint64_t>(take);
    }
    trim();
    return *this;
}

Natural& Natural::operator*=(std::uint64_t by)
{
    if (by == 0) words_.clear();
    Wide carry = 0;
    for (auto& word : words_) {
        carry += Wide{word} * by;
        word = static_cast<std::uint64_t>(carry);
        carry >>= word_bits;
    }
    if (carry != 0) words_.push_back(static_cast<std::uint64_t>(carry));
    return *this;
}

std::strong_ordering operator<=>(Natural const& a, Natural const& b)
{
    if (a.words_.size() != b.words_.size()) return a.words_.size() <=> b.words_.size();
    for (auto i = a.words_.size(); i-- > 0;)
        if (a.words_[i] != b.words_[i]) return a.words_[i] <=> b.words_[i];
    return std::strong_ordering::equal;
}

std::uint64_t Natural::divide(std::uint64_t by)
{
    Wide rest = 0;
    for (auto i = words_.size(); i-- > 0;) {
        rest = rest << word_bits | words_[i];
        words_[i] = static_cast<std::uint64_t>(rest / by);
        rest %= by;
    }
    trim();
    return static_cast<std::uint64_t>(rest);
}

void Natural::halve()
{
    std::uint64_t carry = 0;
    for (auto i = words_.size(); i-- > 0;) {
        auto const low = words_[i] & 1U;
        words_[i] = words_[i] >> 1U | carry << (word_bits - 1);
        carry = low;
    }
    trim();
}

std::string Natural::text() const
{
    constexpr std::uint64_t chunk = 1'000'000'000'000'000'000U; // 18 digits
    constexpr std::size_t digits = 18;
    if (is_zero()) return "0";
    auto left = *this;
    std::string out;
    while (!left.is_zero()) {
        auto part = std::to_string(left.divide(chunk));
        if (!left.is_zero()) part.insert(0, digits - part.size(), '0');
        out.insert(0, part);
    }
    return out;
}

double Natural::value() const
{
    double out = 0.0;
    for (auto i = words_.size(); i-- > 0;)
        out = std::ldexp(out, word_bits) + static_cast<double>(words_[i]);
    return out;
}

std::string fraction_text(Natural num, Natural den)
{
    if (num.is_zero()) return "0";
    // Both divided by their greatest common divisor, found by halving and subtracting (Stein 1967).
    auto a = num;
    auto b = den;
    unsigned twos = 0;
    while (a.is_even() && b.is_even()) a.halve(), b.halve(), ++twos;
    while (!a.is_zero()) {
        while (a.is_even()) a.halve();
        while (b.is_even()) b.halve();
        if (a < b) std::swap(a, b);
        a -= b;
    }
    // Division by an odd number that is known to divide: the quotient's bits, highest first.
    auto const divide_exactly = [&](Natural of) {
        for (auto i = twos; i > 0; --i) of.halve();
        Natural quotient;
        std::vector<Natural> multiples{b};
        while (multiples.back() <= of) multiples.push_back(multiples.back() * 2);
        for (auto i = multiples.size(); i-- > 0;) {
            quotient *= 2;
            if (multiples[i] <= of) of -= multiples[i], quotient += Natural{1};
        }
        return quotient;
    };
    auto const top = divide_exactly(num);
    auto const bottom = divide_exactly(den);
    return bottom == Natural{1} ? top.text() : top.text() + "/" + bottom.text();
}

} // namespace analysis
