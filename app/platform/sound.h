#pragma once

#include <filesystem>
#include <optional>

namespace platform {

// Whatever of this machine plays a sound.
class Player {
public:
    Player(); // looks for it
    [[nodiscard]] bool can_play() const { return program_.has_value(); }
    // Starts to play a WAV file, and does not wait; nothing is heard when there is no player or it
    // fails.
    void play(std::filesystem::path const& wav) const;

private:
    std::optional<std::filesystem::path> program_;
};

} // namespace platform
