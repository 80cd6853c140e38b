#pragma once

#include <imgui.h>

#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace support {

// One line of the list of keys, split into words.
struct Said {
    int mods = 0;
    std::string word; // for example Enter, F6, K, 4, /
};
inline std::vector<Said> said_by(std::string_view line)
{
    std::vector<Said> out;
    std::istringstream words{std::string{line}};
    int mods = 0;
    bool range = false;
    for (std::string word; words >> word;) {
        int const mod = word == "Ctrl"    ? ImGuiMod_Ctrl
                        : word == "Shift" ? ImGuiMod_Shift
                        : word == "Alt"   ? ImGuiMod_Alt
                                          : 0;
        if (mod != 0) {
            mods |= mod;
        } else if (word == "…") {
            range = true;
        } else {
            if (std::exchange(range, false))
                for (char c = static_cast<char>(out.back().word[0] + 1); c < word[0]; ++c)
                    out.push_back({mods, std::string(1, c)});
            out.push_back({mods, word});
        }
        // Two spaces end the scope of the modifier.
        auto const at = words.tellg();
        if (at != -1 && line.substr(static_cast<std::size_t>(at)).starts_with("  ")) mods = 0;
    }
    return out;
}

} // namespace support
