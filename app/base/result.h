#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace base {

// What kind of expected failure this is; the words people read are chosen from it.
enum class Errc {
    invalid,   // a value is out of its range or malformed
    not_found, // the thing named does not exist
    conflict,  // the thing is no longer as the caller saw it, or its state forbids the act
    denied,    // this person may not do that
    io,        // the machine refused: disk full, permission, missing folder
    corrupt,   // bytes that do not hold together
    too_new,   // written by a later version of the program
    locked     // another instance holds it
};

// An expected failure. `where` is a stable dotted name of the value at fault ("case.title",
// "file.chain"), also the key of its message; `detail` is a fact to print with it (a path, a cell,
// the system's own words); `line` is the 1-based line of a file, 0 when it means nothing.
struct Error {
    Errc code = Errc::invalid;
    std::string where;
    std::string detail;
    std::size_t line = 0;
    friend bool operator==(Error const&, Error const&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Errc code, std::string where, std::string detail = {},
                                  std::size_t line = 0)
{
    return tl::unexpected<Error>{Error{code, std::move(where), std::move(detail), line}};
}

// Hands an error on from one Result to another.
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>{std::move(error)}; }

} // namespace base
