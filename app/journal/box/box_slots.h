#pragma once

#include "journal/codec.h"
#include "journal/memory_log.h"
#include "journal/seal.h"

#include <optional>

// The format of a ballot box file: a line of plain text, then encrypted records of equal size.
//
//   cadran-urn 3 <whose> <key> <slot> <step> <rounds>\n
//                       whose: 32 digits of the SHA-256 of the session's name; key: its id;
//                       slot: bytes of a record; step: how many the file grows by; rounds: their
//                       numbers, separated by commas
//   <slot><slot>…       each authenticated with that line, the session and its position: a ballot
//                       put or taken out, padded with zeros, or empty
//
// Slots are read in order, and the last ballot of a token counts. Empty slots are encrypted too, so
// that they cannot be told from used ones.
namespace journal {

struct BoxSizes {
    std::size_t slot = 64UL * 1024; // bytes of a record, doubled until the longest ballot fits
    std::size_t step = 16;          // records: the file grows by a mebibyte
};
constexpr std::size_t slot_most = 4UL << 20;

struct BoxHead {
    std::string whose, key;
    BoxSizes sizes;
    std::vector<model::RoundId> rounds;
    [[nodiscard]] std::string line() const;
};
// Parses the first line of a file; nothing when it is not such a line.
std::optional<BoxHead> read_box_head(std::string_view bytes);
std::string whose_box(std::string const& session);
// The numbers of rounds as they stand in that line, and back.
std::string names_of(std::vector<model::RoundId> const& rounds);
std::optional<std::vector<model::RoundId>> rounds_named(std::string_view text);

// The number of slots for `live` ballots and later corrections. It depends on nothing else, so that
// the size of the file reveals no more than the number of ballots, which the room sees.
std::size_t slots_for(std::size_t live, BoxSizes const& sizes);
// The smallest size of a slot, `slot` or a doubling of it, that a record with this JSON fits in; 0:
// none.
std::size_t slot_for(std::size_t json, std::size_t slot);

// Encrypts the slots of one box.
class SlotSealer {
public:
    SlotSealer(Key const& key, BoxHead const& head, std::string const& session);

    enum class Kind : char { nothing = 'n', put = 'p', taken_out = 't' };
    struct Slot {
        Kind kind = Kind::nothing;
        std::string json;
    };
    // `io` "box.key".
    [[nodiscard]] base::Result<std::string> seal(std::size_t place, Slot const& slot) const;
    [[nodiscard]] std::optional<Slot> unseal(std::size_t place, std::string_view bytes) const;

private:
    [[nodiscard]] std::string bound(std::size_t place) const;

    Key const& key_;
    std::size_t slot_;
    std::string bound_;
};

// A whole box file. `invalid` as `encode` and "file.line_length"; `io` "box.key".
base::Result<std::string> seal_box(Key const& key, BoxHead const& head, std::string const& session,
                                   MemoryBox::Ballots const& ballots);

struct BoxRead {
    MemoryBox::Ballots ballots;
    std::size_t used = 0, slots = 0; // slots with a record, and all
    bool torn = false;               // the last write was incomplete
    bool whole = true;               // every slot decrypts
};
// Decrypts a box; `bytes` are those after the first line. The last write may be incomplete, as it
// was never confirmed; any other damage is `corrupt` "box.damaged".
base::Result<BoxRead> unseal_box(Key const& key, BoxHead const& head, std::string const& session,
                                 std::string_view bytes);

} // namespace journal
