#pragma once

#include "base/sha256.h"
#include "journal/box/box_keys.h"
#include "journal/box/box_slots.h"
#include "journal/box/former_keys.h"

#include <optional>

namespace journal {

// The path of a ballot box and the session that it belongs to.
struct BoxPlace {
    std::filesystem::path path;
    std::string session;
    std::filesystem::path keys; // folder on this machine; empty: ballots are refused
    BoxSizes sizes = {};
};

// The ballot box as a file beside the session, `NAME.cadran.urn`, readable by its owner only;
// format in box_slots.h.
//
// Putting a ballot writes one record into an empty slot and flushes it, whatever the size of the
// box; a later record of the same token replaces the earlier one. The whole file is written anew,
// under a new key, when a round opens or closes, a ballot is longer than a record, or the slots are
// used up; its size depends on the number of ballots only. Copies of the file made after each
// ballot reveal when one was written, but not who voted or what. The key is stored elsewhere
// (BoxKeys) and destroyed at the close: afterwards no copy can be decrypted.
class FileBox : public BallotBox {
public:
    enum class Keep { writing, reading };
    // Reads the existing box. A damaged one is moved aside and reported in `notices`; so is an
    // incomplete last write; one without its key stays, and `settle` reports it. For a reader, the
    // box is unchanged and accepts nothing: `denied` "file.read_only".
    FileBox(BoxPlace place, platform::Disk& disk, Keep keep, std::vector<base::Error>& notices);

    // `invalid` "file.text" for a token that is not text; `io` "box.key" when no key can be made;
    // `conflict` "box.changed" when another program changed the file: no more ballots are accepted,
    // and those in memory can be saved elsewhere; `io` "box.sync", and errors of the disk.
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
    // A box of version 1 (not encrypted) is overwritten with zeros first; on flash and
    // copy-on-write disks this may not erase it.
    base::Result<void> destroy(model::RoundId round) override;
    std::vector<base::Error> settle(std::function<Round(model::RoundId)> const& say) override;
    base::Result<void> check_kept() override;
    void only_read() override { keep_ = Keep::reading; }
    [[nodiscard]] bool stopped() const override { return stopped_.has_value(); }
    [[nodiscard]] base::Result<void>
    save_copy(std::filesystem::path const& session_file) const override;

private:
    using Ballots = MemoryBox::Ballots;
    using Slot = SlotSealer::Slot;
    // The state of the file as last written or read.
    struct Lying {
        std::int64_t size = 0;           // of the file; 0: there is none
        std::vector<base::Digest> parts; // digests of its first line and each slot, or of the whole
        std::string last;                // the end of the last write
        std::int64_t last_at = 0;
        std::optional<BoxHead> head; // none: an older version
        std::size_t used = 0, slots = 0;
    };

    struct Found {
        Ballots ballots;
        std::optional<BoxHead> head;
        std::size_t used = 0;
        bool torn = false, whole = true;
    };
    struct Made {
        Key key;
        std::string bytes;
        BoxHead head;
        std::size_t used = 0;
    };

    base::Result<Found> read(std::string const& bytes);
    void drop_leftovers() const;
    [[nodiscard]] static Lying lying(std::string_view bytes, std::optional<BoxHead> head,
                                     std::size_t used);
    void hold(Lying lies);
    void wrote(std::int64_t at, std::string_view bytes, std::size_t part);
    [[nodiscard]] bool lies_there();
    [[nodiscard]] bool holds_others() const;
    [[nodiscard]] bool is_as_known() const;
    [[nodiscard]] base::Result<void> ready();
    [[nodiscard]] bool has_room(model::RoundId round, std::size_t json, std::size_t live) const;
    base::Result<void> add(Slot const& slot, std::size_t live);
    base::Result<void> extend(std::size_t slots);
    base::Result<void> put_into_slot(SlotSealer const& sealer, std::string const& sealed);
    [[nodiscard]] base::Result<Made> make(Ballots const& ballots) const;
    base::Result<void> become(Ballots next, base::Result<void>* old_key_gone = nullptr);
    [[nodiscard]] bool stands_again();
    base::Result<void> remove();
    [[nodiscard]] base::Result<void> write(std::string_view bytes);
    void release();
    base::Result<std::filesystem::path> set_aside(std::string_view why);
    base::Result<void> spare_what_is_not_ours();
    void fill_with_zeros() const;
    base::Result<void> unconfirmed();

    BoxPlace place_;
    platform::Disk& disk_;
    Keep keep_;
    BoxKeys keys_;
    FormerKeys former_; // of boxes whose ballots were copied with a session
    MemoryBox in_;
    Lying lies_;
    std::optional<Key> key_;                          // of the file on disk
    std::optional<std::vector<model::RoundId>> lost_; // rounds of a box whose key is missing
    std::optional<base::Error> stopped_;              // why no more ballots are accepted
    platform::File file_;                             // kept open by a writer: see still_there
    std::optional<std::string> released_; // its bytes, once it was closed to be replaced
    platform::Touched seen_;
};

// The path of the ballot box of a session file.
std::filesystem::path box_beside(std::filesystem::path session_file);

} // namespace journal
