#include "session/replay.h"

namespace session {

base::Result<model::Document> Replay::at(std::uint64_t n)
{
    if (n > log_->size())
        return base::fail(base::Errc::not_found, "replay.entry", std::to_string(log_->size()));
    if (n < reached_) {
        reached_ = 0;
        doc_ = {};
    }
    while (reached_ < n) {
        auto entry = log_->entry(reached_ + 1);
        if (!entry) return base::fail(entry.error());
        if (auto ok = model::apply(doc_, entry->changes); !ok)
            return base::fail(base::Errc::corrupt, "file.entry", std::to_string(reached_ + 1),
                              reached_ + 2);
        ++reached_;
    }
    return doc_;
}

} // namespace session
