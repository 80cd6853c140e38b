#include "platform/sound.h"

#include "platform/windows/system.h"

#include <mmsystem.h>

namespace platform {

// The system plays sounds itself.
Player::Player()
    : program_(L"winmm.dll")
{
}

void Player::play(std::filesystem::path const& wav) const
{
    ::PlaySoundW(wav.c_str(), nullptr, SND_FILENAME | SND_ASYNC | SND_NODEFAULT);
}

} // namespace platform
