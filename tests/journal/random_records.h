#pragma once

#include "journal/checks.h"

#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <random>

// Records of every type with random valid values: extremes, any UTF-8 without NUL.
class RandomRecords {
public:
    explicit RandomRecords(unsigned seed)
        : engine_(seed)
    {
    }

    std::uint64_t below(std::uint64_t n) { return engine_() % n; }

    template <class R>
    model::Edit<R> edit()
    {
        model::Edit<R> out;
        fill(out.key);
        auto const sides = below(3);
        if (sides != 0) out.before = record<R>();
        if (sides != 1) out.after = record<R>();
        return out;
    }

    // One change of each type of record.
    journal::Entry entry(std::uint64_t n)
    {
        journal::Entry out;
        fill(out.actor), fill(out.at_ms), fill(out.kind), fill(out.target), fill(out.label);
        out.n = n;
        model::for_each_record_type([&]<class R>() { out.changes.push_back(edit<R>()); });
        return out;
    }

private:
    template <class R>
    R record()
    {
        R out;
        fill(out);
        return out;
    }
    template <class R>
    void within(R&)
    {
    }
    void within(model::Ballot& r) { r.copies = 1 + static_cast<int>(below(50'000)); }
    void within(model::Hands& r) { r.count = static_cast<int>(below(50'000)); }
    int level(int lowest)
    {
        return static_cast<int>(below(1001U - static_cast<unsigned>(lowest))) + lowest;
    }
    void within(model::Axis& r) { r.opportunity_line = level(0), r.risk_line = level(0); }
    void within(model::Placement& r)
    {
        r.opportunity = level(0), r.risk = level(0);
        r.severity = level(-1), r.likelihood = level(-1);
    }
    void within(model::Estimate& r)
    {
        r.opportunity = level(-1), r.risk = -1;
        r.severity = level(-1), r.likelihood = level(-1);
    }
    void within(model::Mark& r) { r.on.value |= 1U; } // of something
    void within(model::AxisScales& r) { r.axis.value |= 1U; }
    void within(model::EstimateMark& r)
    {
        r.on.value |= 1U, r.axis.value |= 1U;
        within(r.at);
    }

    void fill(std::string& text)
    {
        text.clear();
        for (auto left = below(12); left > 0; --left) {
            static constexpr std::array<char const*, 14> bits{
                "a",      "\"",     "\\",         "\n",         "\r\t", "\x01",    "\x7F",
                "\u202F", "\u2028", "\U0010FFFF", "\U0001F6B2", "é",    "\\u0000", ": {\"x\":1}"};
            text += bits.at(below(bits.size()));
        }
    }
    template <class T>
    void fill(std::vector<T>& list)
    {
        list.resize(below(5));
        for (auto& one : list) fill(one);
    }
    template <class T>
    void fill(T& value)
    {
        if constexpr (std::is_same_v<T, model::Only>) {
        } else if constexpr (std::is_enum_v<T>) {
            value = static_cast<T>(below(base::count_of<T>));
        } else if constexpr (std::is_floating_point_v<T>) {
            do value = std::bit_cast<float>(static_cast<std::uint32_t>(engine_()));
            while (!std::isfinite(value));
        } else if constexpr (std::is_integral_v<T>) {
            using Limits = std::numeric_limits<T>;
            std::array const ends{Limits::min(), Limits::max(), T{0}, static_cast<T>(engine_())};
            value = ends.at(below(ends.size()));
        } else if constexpr (journal::Fields<T>) {
            T::fields(value, [&](char const*, auto& one) { fill(one); });
            within(value);
        } else {
            fill(value.value);
        }
    }

    std::mt19937_64 engine_;
};
