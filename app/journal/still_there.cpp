#include "journal/still_there.h"

namespace journal {

platform::Touched touched(platform::File const& file)
{
    auto const known = platform::facts(file);
    return known ? known->touched : platform::Touched{};
}

bool still_there(platform::File const& file, std::filesystem::path const& path, std::int64_t size,
                 platform::Touched& seen, std::function<bool(Look)> const& holds)
{
    auto const named = platform::facts(path);
    if (!file) return !named && named.error().why == platform::Refusal::gone;
    auto const held = platform::facts(file);
    if (!named || !held || held->identity != named->identity || held->size != size) return false;
    if (!holds(held->touched == seen ? Look::glance : Look::whole)) return false;
    seen = held->touched;
    return true;
}

} // namespace journal
