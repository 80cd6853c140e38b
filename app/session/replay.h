#pragma once

#include "journal/log.h"
#include "session/milestones.h"

namespace session {

// The session at earlier moments, computed from the journal. Moves forward by applying entries,
// back by their inverses, and far by the nearest milestone.
class Replay {
public:
    // `known`: milestones of the same log; more are added while reading.
    explicit Replay(journal::Log const& log, Milestones known = {})
        : log_(&log)
        , milestones_(std::move(known))
    {
    }

    // The document after entry `n`, 0..log.size(). `not_found` ("replay.entry") past the end;
    // `corrupt` when an entry does not apply.
    base::Result<model::Document> at(std::uint64_t n);

    // The number of entries read so far, a measure of cost.
    [[nodiscard]] std::uint64_t entries_read() const { return read_; }

private:
    base::Result<journal::Entry> read(std::uint64_t n);
    enum class From { anywhere, before };
    void start_near(std::uint64_t n, From from);
    base::Result<void> forward();
    base::Result<void> back(std::uint64_t to);

    journal::Log const* log_;
    Milestones milestones_;
    std::uint64_t reached_ = 0;
    std::uint64_t read_ = 0;
    model::Document doc_;
};

} // namespace session
