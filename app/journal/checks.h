#pragma once

#include "journal/entry.h"

#include <string>
#include <string_view>

// What must be true of an entry whatever form it is written in, and of a JSON before it is read.
namespace journal {

// An id by itself.
template <class T>
concept Identity = requires(T id)
{
    {
        id.value
        } -> std::same_as<std::uint64_t&>;
};

// A record or a key that lists its fields.
template <class T>
concept Fields = requires(T& r)
{
    T::fields(r, [](char const*, auto&) {});
};

constexpr std::size_t texts_max = 100; // of one list: the words of as many grades

// Empty when every value can be kept: numbers finite and within their scale, enums known, at least
// one copy of a ballot, each record edited once and into or out of something. Else what is wrong.
std::string unsound(Entry const& entry);
std::string unsound(model::Ballot const& ballot);

// Whether a text in a JSON holds a NUL, at which other programs would stop reading it.
bool holds_nul(std::string_view json);

} // namespace journal
