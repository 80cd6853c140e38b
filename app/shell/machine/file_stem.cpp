#include "shell/machine/file_stem.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace shell {
namespace {

// Whether Windows opens a device under that name, whatever its extension.
bool is_device(std::string_view name)
{
    constexpr std::array<std::string_view, 4> whole{"con", "prn", "aux", "nul"};
    bool const numbered = name.size() == 4 &&
                          (name.starts_with("com") || name.starts_with("lpt")) && name[3] >= '1' &&
                          name[3] <= '9';
    return numbered || std::ranges::find(whole, name) != whole.end();
}

} // namespace

std::string file_stem(std::string const& title)
{
    std::string out;
    for (char c : base::fold(title)) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    if (out.empty()) return "session";
    return is_device(out) ? "session-" + out : out.substr(0, 60);
}

} // namespace shell
