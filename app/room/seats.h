#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/ids.h"
#include "platform/disk.h"
#include "session/view.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// Seats: one per phone that joined, identified by a random 128-bit token that only the phone holds.
// The program stores its SHA-256.
namespace room {

// Compares two secrets in constant time.
bool same_secret(std::string_view a, std::string_view b);

constexpr std::size_t code_signs = 6; // in Crockford's base 32, as tickets
// How many ballots of an open round came from phones.
std::size_t ballots_by_phone(session::View const& view, model::RoundId round);
std::string mint_code(base::RandomSource& random);
// 128 random bits as 32 hexadecimal digits.
std::string mint_token(base::RandomSource& random);

struct Seat {
    std::string hash;       // SHA-256 of the room's id and the token, 64 hexadecimal digits
    std::string ballot_key; // derived from the token; empty until the phone reconnects
    std::string name = {};  // as typed; optional
    bool hand = false;      // raised
    std::vector<model::ProposalId> proposals = {}; // oldest first

    // The token of its ballot in a round, nine signs; also the ticket for the keyboard. Without the
    // phone's token it cannot be linked to the hash, to a proposal or to another round.
    [[nodiscard]] std::string ballot_token(model::RoundId round) const;
    // Selects the pairs that it is asked (ballots::blank_ballot). As the token: the ballot shows
    // the pairs.
    [[nodiscard]] std::size_t turn(model::RoundId round) const;
};

class Seats {
public:
    static constexpr std::size_t most = 2000;

    // Reads the seats in `folder`/`session`.room, kept from a program that ended without closing
    // the room; starts a new room with a new code when there are none or they are older than
    // `kept_ms`. Removes the files of older rooms. Errors as platform::write_whole.
    static base::Result<Seats> open(platform::Disk& disk, std::filesystem::path const& folder,
                                    std::string const& session, base::RandomSource& random,
                                    std::int64_t now_ms);
    static constexpr std::int64_t kept_ms = 24LL * 60 * 60 * 1000;

    [[nodiscard]] std::string const& room() const { return room_; } // 16 hexadecimal digits
    [[nodiscard]] std::string const& code() const { return code_; }
    [[nodiscard]] bool is_code(std::string_view typed) const;
    [[nodiscard]] std::size_t count() const { return seats_.size(); }
    [[nodiscard]] std::vector<std::unique_ptr<Seat>> const& all() const { return seats_; }

    struct Taken {
        Seat* seat = nullptr;
        std::string token; // for the cookie; not stored
    };
    // Adds a seat, durably. `conflict` "room.full"; `io`.
    base::Result<Taken> take();
    // The seat of that token, or null.
    Seat* find(std::string_view token);
    // Records that the seat made this proposal; not flushed. A write error only shows after a
    // restart, as a proposal missing from the seat's own list.
    void note(Seat& seat, model::ProposalId proposal);
    // Closes the room: deletes the file; all tokens become invalid.
    base::Result<void> destroy();

private:
    Seats(platform::Disk& disk, std::filesystem::path path)
        : disk_(&disk)
        , path_(std::move(path))
    {
    }
    bool read(std::string_view bytes);
    enum class Flushed { no, yes };
    base::Result<void> append(std::string const& line, Flushed flushed);
    Seat& add(std::string hash);
    [[nodiscard]] std::string hash_of(std::string_view token) const;

    platform::Disk* disk_;
    std::filesystem::path path_;
    platform::File file_;
    std::int64_t size_ = 0; // bytes, up to the end of the last complete line
    std::string room_, code_;
    std::vector<std::unique_ptr<Seat>> seats_;
    std::map<std::string, Seat*, std::less<>> by_hash_;
    base::RandomSource* random_ = nullptr;
};

} // namespace room
