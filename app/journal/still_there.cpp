#include "journal/still_there.h"

#include <algorithm>

namespace journal {
namespace {

constexpr std::size_t last_bytes = 4096;

// Whether the file holds `bytes` from `at` on.
bool holds(platform::File const& file, std::string_view bytes, std::size_t at)
{
    constexpr std::size_t part = 65536;
    for (; at < bytes.size(); at += part) {
        auto const wanted = bytes.substr(at, part);
        auto const read = platform::read_at(file, static_cast<std::int64_t>(at), wanted.size());
        if (!read || *read != wanted) return false;
    }
    return true;
}

} // namespace

platform::Touched touched(platform::File const& file)
{
    auto const known = platform::facts(file);
    return known ? known->touched : platform::Touched{};
}

bool still_there(platform::File const& file, std::filesystem::path const& path,
                 std::string_view bytes, platform::Touched& seen)
{
    auto const named = platform::facts(path);
    if (!file) return !named && named.error().why == platform::Refusal::gone;
    auto const held = platform::facts(file);
    if (!named || !held || held->identity != named->identity) return false;
    if (held->size != static_cast<std::int64_t>(bytes.size())) return false;
    bool const untouched = held->touched == seen;
    auto const from = untouched && bytes.size() > last_bytes ? bytes.size() - last_bytes : 0;
    if (!holds(file, bytes, from)) return false;
    seen = held->touched;
    return true;
}

} // namespace journal
