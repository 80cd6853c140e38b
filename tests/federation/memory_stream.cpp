#include "federation/memory_stream.h"

#include <algorithm>
#include <utility>

namespace federation {

Appended MemoryStream::append(std::string const& line, std::uint64_t after)
{
    auto const fault = std::exchange(fault_, Fault::none);
    if (fault == Fault::lost) return Unknown{};
    if (fault == Fault::no_room) return Hindered{base::Error{base::Errc::io, "shared.full", {}, 0}};
    if (fault == Fault::late) {
        late_.push_back({line, after});
        return Unknown{};
    }
    bool const fits = after == lines_.size();
    if (fits) lines_.push_back(line);
    if (fault == Fault::answer_lost) return Unknown{};
    if (!fits) return Overtaken{};
    return Stored{lines_.size()};
}

base::Result<std::vector<std::string>> MemoryStream::read(std::uint64_t from, std::size_t most)
{
    std::vector<std::string> out;
    for (auto n = std::max<std::uint64_t>(from, 1); n <= lines_.size() && out.size() < most; ++n)
        out.push_back(lines_[n - 1]);
    return out;
}

base::Result<std::uint64_t> MemoryStream::last() { return lines_.size(); }

void MemoryStream::deliver_late()
{
    for (auto const& [line, after] : std::exchange(late_, {}))
        if (after == lines_.size()) lines_.push_back(line);
}

void MemoryStream::roll_back(std::uint64_t to)
{
    late_.clear();
    lines_.resize(std::min<std::size_t>(to, lines_.size()));
}

} // namespace federation
