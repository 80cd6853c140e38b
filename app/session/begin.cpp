#include "session/begin.h"

#include "journal/memory_log.h"
#include "session/session.h"

#include <algorithm>
#include <iterator>

namespace session {

base::Result<journal::FileLog::Opened> begin(std::filesystem::path const& path,
                                             edit::Command const& start, edit::Actor const& who,
                                             base::Clock& clock, base::RandomSource& random,
                                             std::vector<edit::Command> const& then)
{
    auto drawn = Session::open(std::make_unique<journal::MemoryLog>(), clock, random);
    if (!drawn) return base::fail(drawn.error());
    auto first = drawn->submit(who, start);
    if (!first) return base::fail(first.error());
    for (auto const& command : then) {
        auto more = drawn->submit(who, command);
        if (!more) return base::fail(more.error());
        std::ranges::move(more->changes, std::back_inserter(first->changes));
    }
    return journal::FileLog::create(path, clock.now_ms(), {}, {&*first, 1});
}

} // namespace session
