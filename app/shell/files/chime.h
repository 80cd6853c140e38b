#pragma once

#include "platform/sound.h"

#include <filesystem>
#include <string>

// A short sound made on this machine, through whatever player of the system is there.
namespace shell {

// A WAV file: two soft notes, a second long, one channel of 16 bits.
std::string chime_wav();

class Chime {
public:
    // Keeps its file in the cache folder.
    explicit Chime(std::filesystem::path cache);

    [[nodiscard]] bool can_ring() const { return player_.can_play(); }
    // Starts the player and does not wait for it; without one, or when it fails, nothing is heard.
    void ring();

private:
    std::filesystem::path file_;
    platform::Player player_;
};

} // namespace shell
