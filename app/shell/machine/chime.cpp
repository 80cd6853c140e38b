#include "shell/machine/chime.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <numbers>

namespace shell {
namespace {

namespace fs = std::filesystem;

constexpr int rate = 22'050;
constexpr double seconds = 1.1;

void put(std::string& out, std::uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8U * unsigned(i)) & 0xFFU);
}

// A decaying tone that begins at `from`.
double note(double t, double from, double hertz)
{
    if (t < from) return 0;
    auto const since = t - from;
    auto const attack = std::min(1.0, since / 0.008);
    auto const turn = 2 * std::numbers::pi * hertz * since;
    return attack * std::exp(-4.5 * since) * (std::sin(turn) + 0.25 * std::sin(2 * turn));
}

} // namespace

std::string chime_wav()
{
    std::string samples;
    for (int i = 0; i < static_cast<int>(rate * seconds); ++i) {
        auto const t = i / static_cast<double>(rate);
        auto const fade = std::min(1.0, (seconds - t) / 0.05);
        auto const value = 0.32 * fade * (note(t, 0, 659.26) + note(t, 0.18, 987.77));
        put(samples, static_cast<std::uint32_t>(std::lround(value * 20'000)), 2);
    }
    auto const size = static_cast<std::uint32_t>(samples.size());
    std::string wav = "RIFF";
    put(wav, 36 + size, 4);
    wav += "WAVEfmt ";
    put(wav, 16, 4);
    put(wav, 1, 2); // PCM
    put(wav, 1, 2); // one channel
    put(wav, rate, 4);
    put(wav, rate * 2, 4);
    put(wav, 2, 2);
    put(wav, 16, 2);
    wav += "data";
    put(wav, size, 4);
    return wav + samples;
}

Chime::Chime(fs::path const& cache)
    : file_(cache / "chime.wav")
{
}

void Chime::ring()
{
    if (!can_ring()) return;
    std::error_code failed;
    fs::create_directories(file_.parent_path(), failed);
    if (!fs::exists(file_, failed)) std::ofstream(file_, std::ios::binary) << chime_wav();
    player_.play(file_);
}

} // namespace shell
