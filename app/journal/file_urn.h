#pragma once

#include "journal/disk.h"
#include "journal/memory_log.h"

namespace journal {

// The urn as a file beside the session, `NAME.cadran.urn`, for its owner's eyes alone. Rewritten
// whole and durably at each ballot, in the order of the tokens, without any time: it says nothing
// of who or when. Its hash takes in the name of its session: the urn of another is not believed.
class FileUrn : public Urn {
public:
    enum class Keep { writing, reading };
    // Reads what is there. A damaged urn is moved aside and told in `notices`; a reader's urn stays
    // where it is, and takes nothing: `denied` "file.read_only".
    FileUrn(std::filesystem::path path, std::string session, Disk& disk, Keep keep,
            std::vector<base::Error>& notices);

    // `invalid` "file.text" for a token that is not text.
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
    // Also writes zeros over what the file held, for what that is worth on this disk.
    base::Result<void> destroy(model::RoundId round) override;

private:
    void read(std::vector<base::Error>& notices);
    void drop_leftovers() const;
    [[nodiscard]] base::Result<void> write() const;
    base::Result<void> become(MemoryUrn::Ballots next);

    std::filesystem::path path_;
    std::string session_;
    Disk& disk_;
    Keep keep_;
    MemoryUrn in_;
};

} // namespace journal
