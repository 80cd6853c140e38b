#pragma once

#include "journal/log.h"

namespace session {

// The session as it was: a reading of the journal, never of the live document.
class Replay {
public:
    explicit Replay(journal::Log const& log)
        : log_(&log)
    {
    }

    // The document after entry `n`, 0..log.size(). Going forward from the last answer is cheap.
    // `not_found` ("replay.entry") past the end; `corrupt` when an entry does not apply.
    base::Result<model::Document> at(std::uint64_t n);

private:
    journal::Log const* log_;
    std::uint64_t reached_ = 0;
    model::Document doc_;
};

} // namespace session
