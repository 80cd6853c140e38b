#include "board/raised.h"

#include <algorithm>

namespace board {
namespace {

void raise(std::uint64_t n, std::vector<model::CaseId> const& touched, Raised& raised)
{
    constexpr unsigned places = 20; // bits for the order within one entry
    std::uint64_t place = 0;
    for (auto const id : touched) {
        place = std::min(place + 1, (std::uint64_t{1} << places) - 1);
        auto& highest = raised[id.value];
        highest = std::max(highest, n << places | place);
    }
}

} // namespace

void note_raised(std::uint64_t n, model::Changes const& changes, Raised& raised)
{
    raise(n, model::touched_cards(changes), raised);
}

Raised raised_at(std::uint64_t n, model::Touches const& touches)
{
    Raised raised;
    auto const end = touches.lower_bound(n + 1);
    for (auto it = touches.begin(); it != end; ++it) raise(it->first, it->second.cards, raised);
    return raised;
}

} // namespace board
