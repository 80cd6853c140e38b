#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace shell {

inline constexpr std::int64_t minute_ms = 60'000, shown_ms = 30 * minute_ms;

// When a machine was heard, by this one's clock.
struct Track {
    std::int64_t since_ms = 0;                               // first looked at; 0: not yet
    std::int64_t heard_ms = 0;                               // Unix time; 0: never
    std::int64_t cut_ms = 0;                                 // since when it is away; 0: it is here
    std::int64_t back_ms = 0;                                // when its last absence ended; 0: none
    std::int64_t away_ms = 0;                                // how long that was
    std::vector<std::pair<std::int64_t, std::int64_t>> gaps; // absences that ended

    // `own_back_ms`: when the last absence of this machine ended: others were not away then.
    void note(bool here, std::int64_t now, std::int64_t own_back_ms = 0)
    {
        if (since_ms == 0) since_ms = now;
        if (here && cut_ms != 0 && heard_ms != 0) {
            if (own_back_ms < cut_ms) back_ms = now, away_ms = now - cut_ms;
            gaps.emplace_back(cut_ms, now);
        }
        if (here) heard_ms = now, cut_ms = 0;
        if (!here && cut_ms == 0) cut_ms = heard_ms != 0 ? heard_ms : now;
        std::erase_if(gaps, [&](auto const& gap) { return gap.second < now - shown_ms; });
    }
};

// How long it has been looked at, in whole minutes, at most half an hour.
inline int watched_minutes(Track const& track, std::int64_t now)
{
    if (track.since_ms == 0) return 0;
    return static_cast<int>(std::clamp<std::int64_t>(now - track.since_ms, 0, shown_ms) /
                            minute_ms);
}

// Absences within the last half hour: begin and end, in seconds before now, rounded to ten.
inline std::vector<std::pair<int, int>> shown_gaps(Track const& track, std::int64_t now)
{
    constexpr std::int64_t step_ms = 10'000, second_ms = 1000;
    auto const ago = [&](std::int64_t at) {
        auto const by = std::clamp<std::int64_t>(now - at, 0, shown_ms);
        return static_cast<int>(by / step_ms * step_ms / second_ms);
    };
    std::vector<std::pair<int, int>> out;
    for (auto const& [from, to] : track.gaps) out.emplace_back(ago(from), ago(to));
    if (track.cut_ms != 0) out.emplace_back(ago(track.cut_ms), 0);
    return out;
}

} // namespace shell
