#pragma once

#include "journal/memory_log.h"
#include "session/session.h"
#include "support/random_workshop.h"

#include <memory>
#include <string>
#include <variant>

// A session in memory.
struct Live {
    support::TickingClock clock;
    support::SeededRandomSource random;
    journal::MemoryLog* log = nullptr;
    session::Session session = make();

    explicit Live(std::uint64_t seed = 7)
        : random(seed)
    {
    }

private:
    session::Session make()
    {
        auto owned = std::make_unique<journal::MemoryLog>();
        log = owned.get();
        return *session::Session::open(std::move(owned), clock, random);
    }
};

// The error of an outcome, empty if it was accepted.
inline std::string error_of(session::CommandResult const& outcome)
{
    auto const* error = std::get_if<base::Error>(&outcome);
    return error ? error->where : std::string{};
}
