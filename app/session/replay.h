#pragma once

#include "journal/log.h"
#include "session/milestones.h"

namespace session {

// The session as it was: a reading of the journal, never of the live document. Goes forward by what
// each entry changed, back by its inverse, and further by way of the nearest milestone.
class Replay {
public:
    // `known`: milestones of the same log, if there are any; it adds to them as it passes.
    explicit Replay(journal::Log const& log, Milestones known = {})
        : log_(&log)
        , milestones_(std::move(known))
    {
    }

    // The document after entry `n`, 0..log.size(). `not_found` ("replay.entry") past the end;
    // `corrupt` when an entry does not apply.
    base::Result<model::Document> at(std::uint64_t n);

    // How many entries were read so far: what the ways to those moments cost.
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
