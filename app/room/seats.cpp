#include "room/seats.h"

#include "ballots/ballot_in_hand.h"
#include "base/sha256.h"
#include "session/id_source.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace room {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

constexpr std::string_view first_line = "cadran-room 1 ";
constexpr std::size_t room_digits = 16, token_digits = 32, hash_digits = 64;

std::string hexadecimal(std::uint64_t bits)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (int i = 0; i < 16; ++i, bits >>= 4U) out += digits[bits & 15U];
    return out;
}

bool is_hexadecimal(std::string_view text, std::size_t digits)
{
    return text.size() == digits && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::optional<std::uint64_t> number_in(std::string_view text)
{
    std::uint64_t value = 0;
    auto const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return value;
}

constexpr char const* ending = ".room";

void remove_old(platform::Disk& disk, fs::path const& folder, std::int64_t now_ms)
{
    constexpr std::int64_t ns_per_ms = 1'000'000;
    std::error_code failed;
    for (auto const& entry : fs::directory_iterator(folder, failed)) {
        auto const facts = platform::facts(entry.path());
        if (entry.path().extension() != ending || !facts) continue;
        if (facts->touched.content / ns_per_ms + Seats::kept_ms < now_ms)
            (void)disk.remove(entry.path());
    }
}

} // namespace

bool same_secret(std::string_view a, std::string_view b)
{
    if (a.size() != b.size()) return false;
    unsigned differ = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        differ |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return differ == 0;
}

std::size_t ballots_by_phone(session::View const& view, model::RoundId round)
{
    for (auto const& box : view.boxes) {
        if (box.round != round) continue;
        auto const count = std::ranges::count_if(*box.tokens, session::is_of_phone);
        return static_cast<std::size_t>(count);
    }
    return 0;
}

std::string mint_code(base::RandomSource& random)
{
    return ballots::short_token(hexadecimal(random.draw())).substr(0, code_signs);
}

std::string mint_token(base::RandomSource& random)
{
    auto token = hexadecimal(random.draw());
    return token += hexadecimal(random.draw());
}

std::string Seat::ballot_token(model::RoundId round) const
{
    auto const digest = base::sha256(ballot_key, std::to_string(round.value));
    return session::phone_sign + ballots::short_token(base::hexadecimal(digest));
}

std::size_t Seat::turn(model::RoundId round) const
{
    auto const digest = base::sha256("pairs of " + ballot_key, std::to_string(round.value));
    return ballots::drawn_turn(base::hexadecimal(digest));
}

std::string Seats::hash_of(std::string_view token) const
{
    return base::hexadecimal(base::sha256(room_, token));
}

bool Seats::is_code(std::string_view typed) const
{
    return same_secret(ballots::typed_ticket(std::string(typed.substr(0, 4 * code_signs))), code_);
}

// An incomplete last line is ignored: its phone got no reply.
bool Seats::read(std::string_view bytes)
{
    auto const line = [&]() -> std::optional<std::string_view> {
        auto const end = bytes.find('\n');
        if (end == std::string_view::npos) return std::nullopt;
        auto const out = bytes.substr(0, end);
        bytes.remove_prefix(end + 1);
        return out;
    };
    auto head = line();
    if (!head || !head->starts_with(first_line)) return false;
    head->remove_prefix(first_line.size());
    auto const room = head->substr(0, head->find(' '));
    auto const code = head->substr(std::min(room.size() + 1, head->size()));
    if (!is_hexadecimal(room, room_digits) || code.size() != code_signs) return false;
    room_ = room, code_ = code;
    while (auto const one = line()) {
        auto const hash = one->substr(0, hash_digits);
        if (!is_hexadecimal(hash, hash_digits)) continue;
        auto const known = by_hash_.find(hash);
        auto& seat = known == by_hash_.end() ? add(std::string(hash)) : *known->second;
        if (one->size() <= hash_digits + 1) continue;
        if (auto const id = number_in(one->substr(hash_digits + 1)))
            seat.proposals.push_back(model::ProposalId{*id});
    }
    return true;
}

Result<Seats> Seats::open(platform::Disk& disk, fs::path const& folder, std::string const& session,
                          base::RandomSource& random, std::int64_t now_ms)
{
    std::error_code failed;
    if (fs::create_directories(folder, failed); !failed)
        fs::permissions(folder, fs::perms::owner_all, failed);
    if (failed) return fail(Errc::io, "file.write", folder.string());
    remove_old(disk, folder, now_ms);
    Seats seats(disk, folder / (session + ending));
    seats.random_ = &random;
    if (auto const bytes = platform::read_whole(seats.path_); !bytes || !seats.read(*bytes)) {
        seats.seats_.clear(), seats.by_hash_.clear();
        seats.room_ = hexadecimal(random.draw());
        seats.code_ = mint_code(random);
        auto const head = std::string(first_line) + seats.room_ + ' ' + seats.code_ + '\n';
        auto const kept = platform::write_whole(disk, seats.path_, head, platform::Clobber::yes,
                                                platform::Readers::owner);
        if (!kept) return fail(kept.error());
    } else if (!bytes->ends_with('\n')) {
        // Removes the incomplete last line.
        auto const whole = bytes->substr(0, bytes->rfind('\n') + 1);
        auto const kept = platform::write_whole(disk, seats.path_, whole, platform::Clobber::yes,
                                                platform::Readers::owner);
        if (!kept) return fail(kept.error());
    }
    auto file = disk.open(seats.path_, platform::Use::append);
    if (!file) return fail(platform::told(file.error(), "file.write"));
    seats.file_ = std::move(*file);
    auto const facts = platform::facts(seats.file_);
    if (!facts) return fail(platform::told(facts.error(), "file.write"));
    seats.size_ = facts->size;
    return seats;
}

Result<void> Seats::append(std::string const& line, Flushed flushed)
{
    auto kept = platform::write_all(*disk_, file_, line);
    if (kept && flushed == Flushed::yes) kept = platform::flush(*disk_, file_);
    if (kept)
        size_ += static_cast<std::int64_t>(line.size());
    else
        (void)platform::cut(*disk_, file_, size_); // removes an incomplete line
    return kept;
}

Seat& Seats::add(std::string hash)
{
    seats_.push_back(std::make_unique<Seat>());
    auto& seat = *seats_.back();
    seat.hash = std::move(hash);
    by_hash_[seat.hash] = &seat;
    return seat;
}

Result<Seats::Taken> Seats::take()
{
    if (seats_.size() >= most) return fail(Errc::conflict, "room.full");
    auto token = mint_token(*random_);
    auto hash = hash_of(token);
    if (auto ok = append(hash + '\n', Flushed::yes); !ok) return fail(ok.error());
    add(std::move(hash));
    return Taken{find(token), std::move(token)};
}

Seat* Seats::find(std::string_view token)
{
    if (!is_hexadecimal(token, token_digits)) return nullptr;
    auto const hash = hash_of(token);
    auto const it = by_hash_.find(hash);
    if (it == by_hash_.end() || !same_secret(it->first, hash)) return nullptr;
    auto& seat = *it->second;
    if (seat.ballot_key.empty())
        seat.ballot_key = base::hexadecimal(base::sha256("ballots of " + room_, token));
    return &seat;
}

void Seats::note(Seat& seat, model::ProposalId proposal)
{
    if (std::ranges::find(seat.proposals, proposal) != seat.proposals.end()) return;
    seat.proposals.push_back(proposal);
    (void)append(seat.hash + ' ' + std::to_string(proposal.value) + '\n', Flushed::no);
}

Result<void> Seats::destroy()
{
    file_.close();
    seats_.clear(), by_hash_.clear();
    auto const removed = disk_->remove(path_);
    if (!removed && removed.error().why != platform::Refusal::gone)
        return fail(platform::told(removed.error(), "file.write"));
    return platform::flush_folder_of(*disk_, path_);
}

} // namespace room
