#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace base {

// The stable text names of an enum: what is written on disk and on the command line. Specialise it
// beside the enum with `static constexpr std::array<std::string_view, N> list`, in the order of the
// enumerators, which count from 0. Names on disk are never renamed; new enumerators go at the end.
// `left_out`, of an enum that came later than its record: the value for which the session file has
// no field, so that records that do not use it stay the same, byte for byte.
template <class E>
struct Names;

template <class E>
constexpr std::string_view name_of(E value)
{
    return Names<E>::list.at(static_cast<std::size_t>(value));
}

template <class E>
constexpr std::optional<E> from_name(std::string_view name)
{
    for (std::size_t i = 0; i < Names<E>::list.size(); ++i)
        if (Names<E>::list[i] == name) return static_cast<E>(i);
    return std::nullopt;
}

template <class E>
constexpr std::size_t count_of = Names<E>::list.size();

} // namespace base
