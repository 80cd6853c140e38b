#include "session/begin.h"

#include "journal/memory_log.h"
#include "session/session.h"

namespace session {

base::Result<journal::FileLog::Opened> begin(std::filesystem::path const& path,
                                             edit::Command const& start, edit::Actor const& who,
                                             base::Clock& clock, base::RandomSource& random)
{
    auto drawn = Session::open(std::make_unique<journal::MemoryLog>(), clock, random);
    if (!drawn) return base::fail(drawn.error());
    auto const first = drawn->submit(who, start);
    if (!first) return base::fail(first.error());
    return journal::FileLog::create(path, clock.now_ms(), {}, {&*first, 1});
}

} // namespace session
