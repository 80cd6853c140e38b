#pragma once

#include "support/folders.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/wait.h>

// The program as a person types it.
namespace terminal {

struct Said {
    int code = 0;
    std::string out, err;
    [[nodiscard]] nlohmann::json json() const
    {
        REQUIRE_MESSAGE(code == 0, err);
        return nlohmann::json::parse(out);
    }
};

struct Terminal {
    support::TemporaryFolder folder;

    // The environment says no language; each command says its own.
    [[nodiscard]] Said run(std::string const& arguments, std::string const& language = "fr") const
    {
        auto const err = folder / "stderr";
        auto const line = "cd '" + folder.path().string() + "' && env -u LANG -u LC_ALL HOME='" +
                          folder.path().string() + "' '" + support::binary() + "' " + arguments +
                          " --lang " + language + " 2>'" + err.string() + "'";
        Said said;
        auto* pipe = popen(line.c_str(), "r");
        REQUIRE(pipe);
        std::array<char, 4096> part{};
        while (auto const got = std::fread(part.data(), 1, part.size(), pipe))
            said.out.append(part.data(), got);
        auto const status = pclose(pipe);
        said.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
        std::ifstream in(err, std::ios::binary);
        said.err = {std::istreambuf_iterator<char>(in), {}};
        return said;
    }
    void write(std::string const& name, std::string const& bytes) const
    {
        std::ofstream(folder / name, std::ios::binary) << bytes;
    }
};

} // namespace terminal
