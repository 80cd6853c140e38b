#pragma once

#include <filesystem>
#include <optional>

namespace platform {

// Plays sounds through a player program of this machine.
class Player {
public:
    Player(); // searches for a player
    [[nodiscard]] bool can_play() const { return program_.has_value(); }
    // Starts playing a WAV file without waiting. Does nothing when there is no player; errors are
    // ignored.
    void play(std::filesystem::path const& wav) const;

private:
    std::optional<std::filesystem::path> program_;
};

} // namespace platform
