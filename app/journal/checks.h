#pragma once

#include "journal/entry.h"

#include <string>
#include <string_view>

// What must be true of an entry whatever form it is written in, and of a JSON before it is read.
namespace journal {

// A record or a key that lists its fields.
template <class T>
concept Fields = requires(T& r)
{
    T::fields(r, [](char const*, auto&) {});
};

// Empty when every value can be kept: numbers finite and within their scale, enums known, at least
// one copy of a ballot, each record edited once and into or out of something. Else what is wrong.
std::string unsound(Entry const& entry);
std::string unsound(model::Ballot const& ballot);

// A JSON as its bytes say it, without parsing: how many members its objects have in all, and
// whether a text in it holds a NUL, at which the reading of a text would stop short.
struct Census {
    std::size_t members = 0;
    bool nul = false;
};
Census census(std::string_view json);

} // namespace journal
