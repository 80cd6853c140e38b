#pragma once

#include "journal/entry.h"

#include <string>
#include <string_view>

// Checks of an entry that do not depend on its text form, and of JSON before it is parsed.
namespace journal {

// A plain id.
template <class T>
concept Identity = requires(T id)
{
    {
        id.value
        } -> std::same_as<std::uint64_t&>;
};

// A record or key type that lists its fields.
template <class T>
concept Fields = requires(T& r)
{
    T::fields(r, [](char const*, auto&) {});
};

constexpr std::size_t texts_max = 100; // most elements of one list of texts: the words of grades

// Empty when the entry is valid: numbers finite and within range, enumerators known, at least one
// copy of each ballot, each record edited once, with a before or an after. Else the fault.
std::string unsound(Entry const& entry);
std::string unsound(model::Ballot const& ballot);

// Whether a string in the JSON holds a NUL, at which other programs would stop reading.
bool holds_nul(std::string_view json);

} // namespace journal
