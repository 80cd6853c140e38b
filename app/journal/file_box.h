#pragma once

#include "journal/box_keys.h"
#include "journal/memory_log.h"
#include "journal/still_there.h"

#include <optional>

namespace journal {

constexpr std::size_t box_least = 1UL << 20; // bytes of the smallest box

// Where a ballot box lies, and whose it is.
struct BoxPlace {
    std::filesystem::path path;
    std::string session;
    std::filesystem::path keys;    // folder of this machine; empty: no ballot can be put
    std::size_t least = box_least; // bytes of the smallest box
};

// The ballot box as a file beside the session, `NAME.cadran.urn`, for its owner's eyes alone.
//
//   cadran-urn 2 <whose> <key> <rounds>\n  whose: 32 digits of the SHA-256 of the session's name;
//                                          key: its id; rounds: their numbers, with commas between
//   <bytes>                                the ballots as JSON, in the order of the tokens, filled
//                                          up with spaces, sealed (seal.h) and bound to that line
//                                          and to the session
//
// It is rewritten whole and durably at each ballot under a fresh nonce, and is of one size until it
// is full, then of four times that size: copies of it taken after each ballot say when it was
// written, and nothing of who or what. Its key lies elsewhere (BoxKeys) and is destroyed at the
// close: no copy can be read from then on. A ballot box of version 1 (one line of JSON in the
// clear) is read, and sealed with the next ballot.
class FileBox : public BallotBox {
public:
    enum class Keep { writing, reading };
    // Asked before each write: an error of it stops the write.
    using Guard = std::function<base::Result<void>()>;
    // Reads what is there. A damaged box is moved aside and told in `notices`; one whose key is not
    // here stays, and `settle` tells; a reader's box stays where it is, and takes nothing: `denied`
    // "file.read_only".
    FileBox(BoxPlace place, platform::Disk& disk, Keep keep, Guard guard,
            std::vector<base::Error>& notices);

    // `invalid` "file.text" for a token that is not text; `io` "urn.key" when no key can be made;
    // `conflict` "urn.changed" when another program touched the file: nothing more is put, and
    // what is in memory can be saved elsewhere; `io` "urn.sync" and those of the disk.
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
    [[nodiscard]] std::set<std::string> tokens(model::RoundId round) const override
    {
        return in_.tokens(round);
    }
    [[nodiscard]] std::vector<model::RoundId> rounds() const override { return in_.rounds(); }
    [[nodiscard]] std::vector<model::Ballot> ballots(model::RoundId round) const override
    {
        return in_.ballots(round);
    }
    // Also writes zeros over what the file held, for what that is worth on this disk. When others
    // are left, they are sealed under a new key.
    base::Result<void> destroy(model::RoundId round) override;
    std::vector<base::Error> settle(std::function<Round(model::RoundId)> const& say) override;
    base::Result<void> check_kept() override;

    void only_read() { keep_ = Keep::reading; } // from now on
    [[nodiscard]] bool stopped() const { return stopped_.has_value(); }
    // What is in memory as the ballot box of another file, under a key of its own. Nothing may be
    // there yet.
    [[nodiscard]] base::Result<void> save_copy(std::filesystem::path const& path) const;

private:
    using Ballots = MemoryBox::Ballots;
    enum class Use { same_key, new_key };

    void read(std::vector<base::Error>& notices);
    void drop_leftovers() const;
    [[nodiscard]] std::string head_of(Ballots const& ballots, Key const& key) const;
    [[nodiscard]] base::Result<std::string> sealed(Ballots const& ballots, Key const& key) const;
    [[nodiscard]] base::Result<void> ready();
    base::Result<void> become(Ballots next, Use use);
    base::Result<void> replace(Ballots next, std::string bytes);
    [[nodiscard]] base::Result<void> write(std::string_view bytes) const;
    [[nodiscard]] std::optional<std::string> what_is_there() const;
    void hold(std::string bytes);
    base::Result<std::filesystem::path> set_aside(std::string_view why);
    base::Result<void> spare_what_is_not_ours();
    void fill_with_zeros() const;

    BoxPlace place_;
    platform::Disk& disk_;
    Keep keep_;
    Guard guard_;
    BoxKeys keys_;
    MemoryBox in_;
    std::optional<Key> key_;                          // of what lies on the disk
    std::optional<std::vector<model::RoundId>> lost_; // in a ballot box whose key is not here
    std::optional<base::Error> stopped_;              // nothing more is put, for this reason
    std::string bytes_;                               // of the file; empty: there is none
    platform::File file_;                             // held open: see still_there
    platform::Touched seen_;
};

} // namespace journal
