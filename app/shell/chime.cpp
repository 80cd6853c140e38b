#include "shell/chime.h"

#include <array>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <numbers>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

namespace shell {
namespace {

namespace fs = std::filesystem;

constexpr int rate = 22'050;
constexpr double seconds = 1.1;

// By preference: PipeWire's, PulseAudio's, ALSA's.
constexpr std::array<char const*, 3> players{"pw-play", "paplay", "aplay"};

std::optional<fs::path> find_player()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): read at start, never set
    auto const* value = std::getenv("PATH");
    std::string_view const all = value ? value : "/usr/bin:/bin";
    for (auto const* player : players)
        for (std::size_t at = 0; at <= all.size();) {
            auto const end = std::min(all.find(':', at), all.size());
            auto const path = fs::path(all.substr(at, end - at)) / player;
            if (path.is_absolute() && ::access(path.c_str(), X_OK) == 0) return path;
            at = end + 1;
        }
    return std::nullopt;
}

void put(std::string& out, std::uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8U * unsigned(i)) & 0xFFU);
}

// A note that begins at `from` and dies away.
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
    put(wav, 1, 2); // plain samples
    put(wav, 1, 2); // one channel
    put(wav, rate, 4);
    put(wav, rate * 2, 4);
    put(wav, 2, 2);
    put(wav, 16, 2);
    wav += "data";
    put(wav, size, 4);
    return wav + samples;
}

Chime::Chime(fs::path cache)
    : file_(std::move(cache) / "chime.wav")
    , player_(find_player())
{
}

Chime::~Chime() { forget_player(); }

// One that has ended is taken off the system's list; one that still plays goes on alone.
void Chime::forget_player()
{
    if (playing_ > 0) ::waitpid(playing_, nullptr, WNOHANG);
    playing_ = 0;
}

void Chime::ring()
{
    if (!player_) return;
    forget_player();
    std::error_code failed;
    fs::create_directories(file_.parent_path(), failed);
    if (!fs::exists(file_, failed)) std::ofstream(file_, std::ios::binary) << chime_wav();
    posix_spawn_file_actions_t quietly;
    ::posix_spawn_file_actions_init(&quietly);
    for (int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::posix_spawn_file_actions_addopen(&quietly, stream, "/dev/null", O_RDWR, 0);
    auto player = player_->string(), sound = file_.string();
    std::array<char*, 3> arguments{player.data(), sound.data(), nullptr};
    pid_t started = 0;
    if (::posix_spawn(&started, player.c_str(), &quietly, nullptr, arguments.data(), environ) == 0)
        playing_ = started;
    ::posix_spawn_file_actions_destroy(&quietly);
}

} // namespace shell
