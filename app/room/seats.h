#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/ids.h"
#include "platform/disk.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// Who joined: a seat a phone, known by a random token of 128 bits that only the phone has. What is
// kept of it, here and on the disk, is its SHA-256.
namespace room {

// Whether two secrets are the same, in a time that says nothing of where they differ.
bool same_secret(std::string_view a, std::string_view b);

constexpr std::size_t code_signs = 6; // of the thirty-two of ballots::ticket_of
// Before the eight signs of a phone's ballot: which ballots came by phone can be told from the
// rest.
constexpr char phone_sign = 'P';
std::string mint_code(base::Chance& chance);
// 128 random bits as 32 hexadecimal digits.
std::string mint_token(base::Chance& chance);

struct Seat {
    std::size_t place = 0;  // 0, 1, 2… in the order of joining
    std::string hash;       // of the token, with the room's identity: 64 hexadecimal digits
    std::string ballot_key; // what its ballots are known by comes from it; empty until it is back
    std::string name = {};  // as the person said it, or nothing
    bool hand = false;      // raised
    std::vector<model::ProposalId> proposals = {}; // its own, the oldest first

    // What its ballot of a round is known by: the nine signs of a ticket, which the keyboard takes
    // too. Nothing joins it to the hash, to a proposal or to a ballot of another round, but the
    // token.
    [[nodiscard]] std::string ballot_token(model::RoundId round) const;
};

class Seats {
public:
    static constexpr std::size_t most = 2000;

    // The seats of a session's room, as a file says that is left when the program ends without
    // closing it, for a day; a room of its own with a new code otherwise. `session` names it. What
    // older rooms left in the folder is removed.
    // Errors as platform::write_whole.
    static base::Result<Seats> open(platform::Disk& disk, std::filesystem::path const& folder,
                                    std::string const& session, base::Chance& chance,
                                    std::int64_t now_ms);
    static constexpr std::int64_t kept_ms = 24LL * 60 * 60 * 1000;

    [[nodiscard]] std::string const& room() const { return room_; } // 16 hexadecimal digits
    [[nodiscard]] std::string const& code() const { return code_; }
    [[nodiscard]] bool is_code(std::string_view typed) const;
    [[nodiscard]] std::size_t count() const { return seats_.size(); }
    [[nodiscard]] std::vector<std::unique_ptr<Seat>> const& all() const { return seats_; }

    struct Taken {
        Seat* seat = nullptr;
        std::string token; // to be handed over, once
    };
    // A new seat, durably. `conflict` "room.full"; `io`: there is none.
    base::Result<Taken> take();
    // Whose token that is; null: nobody's.
    Seat* find(std::string_view token);
    // That the seat proposed this. What the disk refuses is forgotten by the next start only.
    void note(Seat& seat, model::ProposalId proposal);
    // The room is closed: every token is worth nothing.
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
    std::int64_t size_ = 0; // bytes of it that are whole lines
    std::string room_, code_;
    std::vector<std::unique_ptr<Seat>> seats_;
    std::map<std::string, Seat*, std::less<>> by_hash_;
    base::Chance* chance_ = nullptr;
};

} // namespace room
