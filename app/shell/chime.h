#pragma once

#include <filesystem>
#include <optional>
#include <string>

// A short sound made on this machine, through whatever player of the system is there.
namespace shell {

// A WAV file: two soft notes, a second long, one channel of 16 bits.
std::string chime_wav();

class Chime {
public:
    // Keeps its file in the cache folder. Looks for a player along PATH.
    explicit Chime(std::filesystem::path cache);
    ~Chime();
    Chime(Chime const&) = delete;
    Chime& operator=(Chime const&) = delete;

    [[nodiscard]] bool can_ring() const { return player_.has_value(); }
    // Starts the player and does not wait for it; without one, or when it fails, nothing is heard.
    void ring();

private:
    void forget_player();

    std::filesystem::path file_;
    std::optional<std::filesystem::path> player_;
    int playing_ = 0; // its process, 0: none
};

} // namespace shell
