#pragma once

#include "platform/sound.h"

#include <filesystem>
#include <string>

// A generated sound, played by the system's player.
namespace shell {

// A WAV file: two soft tones, one second, mono, 16 bits.
std::string chime_wav();

class Chime {
public:
    // Stores the file in the cache folder.
    explicit Chime(std::filesystem::path const& cache);

    [[nodiscard]] bool can_ring() const { return player_.can_play(); }
    // Starts playing without waiting; silent when there is no player or it fails.
    void ring();

private:
    std::filesystem::path file_;
    platform::Player player_;
};

} // namespace shell
