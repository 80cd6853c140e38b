#pragma once

#include "journal/disk.h"
#include "journal/memory_log.h"

namespace journal {

// The urn as a file beside the session, `NAME.cadran.urn`, for its owner's eyes alone. Rewritten
// whole and durably at each ballot, in the order of the tokens, without any time: it says nothing
// of who or when.
class FileUrn : public Urn {
public:
    // Reads what is there. A damaged urn is moved aside and told in `notices`; a reader's urn stays
    // where it is.
    enum class Keep { writing, reading };
    FileUrn(std::filesystem::path path, Disk& disk, Keep keep, std::vector<base::Error>& notices);

    base::Result<void> put(model::RoundId round, std::string const& token,
                           model::Ballot const& ballot) override;
    base::Result<void> withdraw(model::RoundId round, std::string const& token) override;
    [[nodiscard]] std::size_t count(model::RoundId round) const override
    {
        return in_.count(round);
    }
    [[nodiscard]] bool holds(model::RoundId round, std::string const& token) const override
    {
        return in_.holds(round, token);
    }
    [[nodiscard]] std::vector<model::RoundId> rounds() const override { return in_.rounds(); }
    [[nodiscard]] std::vector<model::Ballot> ballots(model::RoundId round) const override
    {
        return in_.ballots(round);
    }
    base::Result<void> destroy(model::RoundId round) override;

private:
    base::Result<void> write(MemoryUrn::Ballots before);

    std::filesystem::path path_;
    Disk& disk_;
    MemoryUrn in_;
};

} // namespace journal
