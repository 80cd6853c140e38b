#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace base {

// The kind of an expected failure; the message shown to the user is chosen from it.
enum class Errc {
    invalid,   // a value is out of its range or malformed
    not_found, // the thing named does not exist
    conflict,  // changed since the caller read it, or its state forbids the operation
    denied,    // this person may not do that
    io,        // the system refused: disk full, permission, missing folder
    corrupt,   // inconsistent or damaged data
    too_new,   // written by a later version of the program
    locked     // another process has it open
};

// An expected failure. `where`: stable dotted name of the value at fault ("case.title",
// "file.chain"), also the key of its message. `detail`: a fact to print with it (a path, a cell,
// the system's message). `line`: 1-based line of a file, 0 when it does not apply.
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

// Passes an error on from one Result to another.
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>{std::move(error)}; }

} // namespace base
