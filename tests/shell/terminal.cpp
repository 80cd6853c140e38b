#include "terminal.h"

#include "support/parsed.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sys/wait.h>

namespace terminal {

nlohmann::json Said::json() const
{
    REQUIRE_MESSAGE(code == 0, err);
    return support::parsed(out);
}

Said Terminal::run(std::string const& arguments, std::string const& language) const
{
    auto const error_file = folder / "stderr";
    auto const home = folder.path().string();
    std::string places;
    if (on_windows()) // where HOME says nothing
        places = " XDG_CONFIG_HOME='Z:" + home + "/.config' XDG_DATA_HOME='Z:" + home +
                 "/.local/share' XDG_STATE_HOME='Z:" + home +
                 "/.local/state' XDG_CACHE_HOME='Z:" + home + "/.cache'";
    auto const line = "cd '" + home + "' && env -u LANG -u LC_ALL HOME='" + home + "'" + places +
                      " '" + support::binary() + "' " + arguments + " --lang " + language + " 2>'" +
                      error_file.string() + "'";
    Said said;
    auto* pipe = popen(line.c_str(), "r");
    REQUIRE(pipe);
    std::array<char, 4096> part{};
    while (auto const got = std::fread(part.data(), 1, part.size(), pipe))
        said.out.append(part.data(), got);
    auto const status = pclose(pipe);
    said.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    said.err = bytes_of(error_file);
    return said;
}

void Terminal::write(std::string const& name, std::string const& bytes) const
{
    std::ofstream(folder / name, std::ios::binary) << bytes;
}

std::size_t lines(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

bool on_windows()
{
    return std::getenv("CADRAN_ON_WINDOWS") != nullptr; // NOLINT(concurrency-mt-unsafe): one thread
}

} // namespace terminal
