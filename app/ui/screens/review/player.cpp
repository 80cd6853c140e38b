#include "ui/screens/review/player.h"

#include <algorithm>

namespace ui {

void Player::play(story::Story const& story, std::uint64_t n, double now_s)
{
    auto const last = story.size();
    from_ms = n >= last ? 0 : story.moments[n].played_ms;
    since_s = now_s;
    state = last == 0 ? State::still : State::playing;
}

void Player::at_speed(int times, double now_s)
{
    from_ms = played_ms(now_s);
    since_s = now_s;
    speed = std::clamp(times, 1, fastest);
}

std::int64_t Player::played_ms(double now_s) const
{
    if (!plays()) return from_ms;
    return from_ms + static_cast<std::int64_t>((now_s - since_s) * 1000 * speed);
}

std::uint64_t Player::advance(story::Story const& story, double now_s)
{
    auto const at = played_ms(now_s);
    if (at >= story.moments.back().played_ms) stop();
    return story.at(at);
}

std::optional<std::uint64_t> landmark_after(story::Story const& story, std::uint64_t n)
{
    for (auto i = story.events_until(n); i < story.events.size(); ++i)
        if (story::is_landmark(story.events[i])) return story.events[i].n;
    return std::nullopt;
}

std::optional<std::uint64_t> landmark_before(story::Story const& story, std::uint64_t n)
{
    if (n == 0) return std::nullopt;
    for (auto i = story.events_until(n - 1); i > 0; --i)
        if (story::is_landmark(story.events[i - 1])) return story.events[i - 1].n;
    return std::nullopt;
}

} // namespace ui
