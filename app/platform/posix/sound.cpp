#include "platform/sound.h"

#include "platform/process.h"

namespace platform {

Player::Player()
{
    // In order of preference: PipeWire, PulseAudio, ALSA.
    for (auto const* name : {"pw-play", "paplay", "aplay"})
        if (!program_) program_ = find_program(name);
}

void Player::play(std::filesystem::path const& wav) const
{
    if (program_) start_aside(*program_, {wav.string()});
}

} // namespace platform
