#pragma once

#include "base/sha256.h"
#include "journal/box_keys.h"
#include "journal/box_slots.h"
#include "journal/former_keys.h"

#include <optional>

namespace journal {

// Where a ballot box lies, and whose it is.
struct BoxPlace {
    std::filesystem::path path;
    std::string session;
    std::filesystem::path keys; // folder of this machine; empty: no ballot can be put
    BoxSizes sizes = {};
};

// The ballot box as a file beside the session, `NAME.cadran.urn`, for its owner's eyes alone;
// box_slots.h has its form.
//
// A ballot is one record, written over a slot that held nothing and made durable, whatever the
// ballot box holds: one record more takes the place of what its token said before. The whole is
// written anew, under a new key, when a round comes or goes, a ballot is longer than a record, or
// the slots are used up; the size of the file follows how many ballots are in it and nothing else.
// Copies taken after each ballot say when one was written, and nothing of who or what. The key lies
// elsewhere (BoxKeys) and is destroyed at the close: no copy can be read from then on.
class FileBox : public BallotBox {
public:
    enum class Keep { writing, reading };
    // Reads what is there. A damaged box is moved aside and told in `notices`, and so is a last
    // write that was not whole; one whose key is not here stays, and `settle` tells. A reader's box
    // stays where it is, and takes nothing: `denied` "file.read_only".
    FileBox(BoxPlace place, platform::Disk& disk, Keep keep, std::vector<base::Error>& notices);

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
    // Of a ballot box in the clear, zeros are written over what the file held, for what that is
    // worth on this disk.
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
    // What lies on the disk, as far as this box knows it.
    struct Lying {
        std::int64_t size = 0;           // of the file; 0: there is none
        std::vector<base::Digest> parts; // of its line and each slot, or of all of it
        std::string last;                // the end of what was written last
        std::int64_t last_at = 0;
        std::optional<BoxHead> head; // none: of a former version
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
    [[nodiscard]] base::Result<void> write(std::string_view bytes) const;
    base::Result<std::filesystem::path> set_aside(std::string_view why);
    base::Result<void> spare_what_is_not_ours();
    void fill_with_zeros() const;
    base::Result<void> unconfirmed();

    BoxPlace place_;
    platform::Disk& disk_;
    Keep keep_;
    BoxKeys keys_;
    FormerKeys former_; // of boxes whose ballots a copy took over
    MemoryBox in_;
    Lying lies_;
    std::optional<Key> key_;                          // of what lies on the disk
    std::optional<std::vector<model::RoundId>> lost_; // in a ballot box whose key is not here
    std::optional<base::Error> stopped_;              // nothing more is put, for this reason
    platform::File file_;                             // held open: see still_there
    platform::Touched seen_;
};

// Where the ballot box of a session file lies.
std::filesystem::path box_beside(std::filesystem::path session_file);

} // namespace journal
