#pragma once

#include "support/folders.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

// The program as a person types it.
namespace terminal {

using support::bytes_of;

struct Said {
    int code = 0;
    std::string out, err;
    // `out` of a command that succeeded.
    [[nodiscard]] nlohmann::json json() const;
};

struct Terminal {
    support::TemporaryFolder folder;

    // The environment says no language; each command says its own.
    [[nodiscard]] Said run(std::string const& arguments, std::string const& language = "fr") const;
    void write(std::string const& name, std::string const& bytes) const;
};

inline bool says(std::string const& text, std::string_view what)
{
    return text.find(what) != std::string::npos;
}

// How many lines end in it.
std::size_t lines(std::string_view text);

// Whether the program is that for Windows, under Wine (`./tests/run windows`).
bool on_windows();

} // namespace terminal
