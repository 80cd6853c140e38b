#pragma once

#include "journal/box/ballot_box.h"
#include "journal/log.h"

#include <map>
#include <vector>

namespace journal {

// A ballot box in memory: used in tests and inside FileBox.
class MemoryBox : public BallotBox {
public:
    base::Result<void> put(model::RoundId round, std::string const& token,
                           model::Ballot const& ballot) override;
    base::Result<void> withdraw(model::RoundId round, std::string const& token) override;
    [[nodiscard]] std::size_t count(model::RoundId round) const override;
    [[nodiscard]] bool holds(model::RoundId round, std::string const& token) const override;
    [[nodiscard]] std::set<std::string> tokens(model::RoundId round) const override;
    [[nodiscard]] std::vector<model::RoundId> rounds() const override;
    [[nodiscard]] std::vector<model::Ballot> ballots(model::RoundId round) const override;
    base::Result<void> destroy(model::RoundId round) override;
    std::vector<base::Error> settle(std::function<Round(model::RoundId)> const& say) override;

    using Ballots = std::map<model::RoundId, std::map<std::string, model::Ballot>>;
    [[nodiscard]] Ballots const& all() const { return ballots_; }
    [[nodiscard]] std::size_t size() const; // of all rounds
    void restore(Ballots ballots) { ballots_ = std::move(ballots); }

private:
    Ballots ballots_;
};

// A log in memory. Its hashes equal those of a file of format 1 with the same entries.
class MemoryLog : public Log {
public:
    [[nodiscard]] std::uint64_t size() const override { return entries_.size(); }
    [[nodiscard]] base::Result<Entry> entry(std::uint64_t n) const override;
    [[nodiscard]] std::string hash(std::uint64_t n) const override;
    base::Result<void> append(Entry const& entry) override;
    [[nodiscard]] bool writable() const override { return !ended_; }
    void end_at(std::uint64_t n) override;

private:
    std::vector<Entry> entries_;
    std::vector<std::string> hashes_;
    bool ended_ = false;
};

} // namespace journal
