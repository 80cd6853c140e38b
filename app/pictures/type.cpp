#include "pictures/type.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace pictures {
namespace {

// Inter's metrics, in em.
constexpr float ascent_em = 0.96875F, descent_em = 0.24148F;

} // namespace

float em_size(Type const& type, float unit)
{
    float const size = type.px * unit;
    return type.fit == Fit::crisp ? std::max(1.0F, std::round(size)) : size;
}

float line_height(Type const& type, float unit)
{
    float const height = type.line * unit;
    return type.fit == Fit::crisp ? std::round(height) : height;
}

float baseline_in(Type const& type, float unit)
{
    auto const size = em_size(type, unit);
    if (type.fit == Fit::exact)
        return (type.line * unit - (ascent_em + descent_em) * size) / 2 + ascent_em * size;
    auto const ascent = std::round(ascent_em * size), descent = std::round(descent_em * size);
    // At 18 px browsers place Inter one pixel higher than that rule.
    auto const nudge = size == 18 ? 1.0F : 0.0F;
    return ascent + std::floor((line_height(type, unit) - ascent - descent) / 2) - nudge;
}

float tabular_digit(Face face)
{
    constexpr std::array advances{0.648F, 0.659F, 0.671F, 0.622F};
    return advances.at(static_cast<std::size_t>(face));
}

} // namespace pictures
