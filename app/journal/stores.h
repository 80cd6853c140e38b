#pragma once

#include "journal/memory_log.h"

#include <memory>

namespace journal {

// The storage of one session: its entries and, apart, the ballots of its open rounds.
struct Stores {
    std::unique_ptr<Log> log;
    std::unique_ptr<BallotBox> box;

    Stores(std::unique_ptr<Log> entries, std::unique_ptr<BallotBox> ballots)
        : log(std::move(entries))
        , box(std::move(ballots))
    {
    }
    // In memory, with an empty ballot box.
    Stores(std::unique_ptr<MemoryLog> entries) // NOLINT(google-explicit-constructor)
        : Stores(std::move(entries), std::make_unique<MemoryBox>())
    {
    }
};

} // namespace journal
