#pragma once

#include "journal/codec.h"
#include "journal/memory_log.h"
#include "journal/seal.h"

#include <optional>

// The bytes of a ballot box: a line in the clear, then records of one size, each sealed by itself.
//
//   cadran-urn 3 <whose> <key> <slot> <step> <rounds>\n
//                       whose: 32 digits of the SHA-256 of the session's name; key: its id;
//                       slot: bytes of a record; step: how many the file grows by; rounds: their
//                       numbers, with commas between
//   <slot><slot>…       each bound to that line, to the session and to its place: a ballot put or
//                       taken out, filled up with zeros, or nothing yet
//
// Ballots are read from the first slot on, and the last of a token counts. Slots that hold nothing
// yet are sealed too, so that no byte tells them from the others.
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
// Of the first bytes of a file; nothing when they are no such line.
std::optional<BoxHead> read_box_head(std::string_view bytes);
std::string whose_box(std::string const& session);
// The numbers of rounds as such a line has them, and back.
std::string names_of(std::vector<model::RoundId> const& rounds);
std::optional<std::vector<model::RoundId>> rounds_named(std::string_view text);

// How many slots hold `live` ballots and the corrections to come. It depends on nothing else, so
// that the size of the file says no more than what the room is told.
std::size_t slots_for(std::size_t live, BoxSizes const& sizes);
// The size of a slot that a record with this JSON fits in, from `slot` on; 0: none does.
std::size_t slot_for(std::size_t json, std::size_t slot);

// Seals slots of one box.
class SlotSealer {
public:
    SlotSealer(Key const& key, BoxHead const& head, std::string const& session);

    enum class Kind : char { nothing = 'n', put = 'p', taken_out = 't' };
    struct Slot {
        Kind kind = Kind::nothing;
        std::string json;
    };
    // `io` "urn.key".
    [[nodiscard]] base::Result<std::string> seal(std::size_t place, Slot const& slot) const;
    [[nodiscard]] std::optional<Slot> unseal(std::size_t place, std::string_view bytes) const;

private:
    [[nodiscard]] std::string bound(std::size_t place) const;

    Key const& key_;
    std::size_t slot_;
    std::string bound_;
};

// A whole box. `invalid` as `encode` and "file.line_length"; `io` "urn.key".
base::Result<std::string> seal_box(Key const& key, BoxHead const& head, std::string const& session,
                                   MemoryBox::Ballots const& ballots);

struct BoxRead {
    MemoryBox::Ballots ballots;
    std::size_t used = 0, slots = 0; // slots that hold something, and all
    bool torn = false;               // a write after those used was not whole
    bool whole = true;               // every slot is as it was made
};
// `bytes` are those after the line. What is written last may not be whole: it was never confirmed
// to anybody. `corrupt` "urn.damaged": more than that.
base::Result<BoxRead> unseal_box(Key const& key, BoxHead const& head, std::string const& session,
                                 std::string_view bytes);

} // namespace journal
