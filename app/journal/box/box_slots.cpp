#include "journal/box/box_slots.h"

#include "base/sha256.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace journal {
namespace {

using base::Errc;
using base::fail;
using base::Result;
using model::RoundId;
using SlotKind = SlotSealer::Kind;

constexpr std::string_view opening = "cadran-urn 3 ";
constexpr std::size_t whose_digits = 32;
constexpr std::size_t slot_least = 256, step_most = 1024;
constexpr std::size_t length_bytes = 4;
constexpr std::size_t around = seal_extra + 1 + length_bytes; // overhead of a slot besides its JSON

template <class T>
std::optional<T> number(std::string_view text)
{
    T out{};
    auto const* end = text.data() + text.size();
    auto const [next, failed] = std::from_chars(text.data(), end, out);
    if (text.empty() || failed != std::errc() || next != end) return std::nullopt;
    return out;
}

// The part before the next `mark`, removed together with the mark; all of it when there is none.
std::string_view take(std::string_view& text, char mark)
{
    auto const end = std::min(text.find(mark), text.size());
    auto const part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

bool all_zero(std::string_view text)
{
    return text.find_first_not_of('\0') == std::string_view::npos;
}

// Applies a slot's record to the box. False when it is inconsistent.
bool follow(MemoryBox& box, SlotSealer::Slot const& slot)
{
    auto rows = decode_box(slot.json);
    if (!rows || rows->size() != 1) return false;
    auto& row = rows->front();
    if (slot.kind == SlotKind::put) return box.put(row.round, row.token, row.ballot).has_value();
    return box.withdraw(row.round, row.token).has_value();
}

} // namespace

std::string whose_box(std::string const& session)
{
    return base::hexadecimal(base::sha256(session)).substr(0, whose_digits);
}

std::string names_of(std::vector<RoundId> const& rounds)
{
    std::string out;
    for (auto const round : rounds) out += (out.empty() ? "" : ",") + std::to_string(round.value);
    return out;
}

std::optional<std::vector<RoundId>> rounds_named(std::string_view text)
{
    std::vector<RoundId> out;
    while (!text.empty()) {
        auto const round = number<std::uint64_t>(take(text, ','));
        if (!round) return std::nullopt;
        out.push_back({*round});
    }
    return out;
}

std::string BoxHead::line() const
{
    std::string out(opening);
    out.append(whose).append(" ").append(key).append(" ");
    out += std::to_string(sizes.slot) + " " + std::to_string(sizes.step) + " ";
    return out + names_of(rounds) + "\n";
}

std::optional<BoxHead> read_box_head(std::string_view bytes)
{
    if (!bytes.starts_with(opening)) return std::nullopt;
    auto const end = bytes.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    auto rest = bytes.substr(opening.size(), end - opening.size());
    BoxHead head;
    head.whose = take(rest, ' ');
    head.key = take(rest, ' ');
    auto const slot = number<std::size_t>(take(rest, ' '));
    auto const step = number<std::size_t>(take(rest, ' '));
    auto rounds = rounds_named(rest);
    bool const sound = head.whose.size() == whose_digits && head.key.size() == key_id_digits &&
                       slot && *slot >= slot_least && *slot <= slot_most && step && *step > 0 &&
                       *step <= step_most && rounds && !rounds->empty();
    if (!sound) return std::nullopt;
    head.sizes = {*slot, *step};
    head.rounds = std::move(*rounds);
    // only the canonical form is accepted
    if (head.line() != bytes.substr(0, end + 1)) return std::nullopt;
    return head;
}

std::size_t slots_for(std::size_t live, BoxSizes const& sizes)
{
    auto const wanted = live + live / 2 + 1;
    return (wanted + sizes.step - 1) / sizes.step * sizes.step;
}

std::size_t slot_for(std::size_t json, std::size_t slot)
{
    while (slot <= slot_most && json + around > slot) slot *= 2;
    return slot <= slot_most ? slot : 0;
}

SlotSealer::SlotSealer(Key const& key, BoxHead const& head, std::string const& session)
    : key_(key)
    , slot_(head.sizes.slot)
    , bound_(head.line() + session + "\n")
{
}

std::string SlotSealer::bound(std::size_t place) const { return bound_ + std::to_string(place); }

Result<std::string> SlotSealer::seal(std::size_t place, Slot const& slot) const
{
    std::string plain(1, static_cast<char>(slot.kind));
    for (std::size_t i = 0; i < length_bytes; ++i)
        plain += static_cast<char>(slot.json.size() >> (8 * i) & 0xFFU);
    plain += slot.json;
    plain.resize(slot_ - seal_extra, '\0');
    return journal::seal(key_, bound(place), plain);
}

std::optional<SlotSealer::Slot> SlotSealer::unseal(std::size_t place, std::string_view bytes) const
{
    auto const plain = journal::unseal(key_, bound(place), bytes);
    if (!plain || plain->size() != slot_ - seal_extra) return std::nullopt;
    auto const kind = static_cast<SlotKind>(plain->front());
    if (kind != SlotKind::nothing && kind != SlotKind::put && kind != SlotKind::taken_out)
        return std::nullopt;
    std::size_t length = 0;
    for (std::size_t i = 0; i < length_bytes; ++i)
        length |= std::size_t{static_cast<unsigned char>((*plain)[1 + i])} << (8 * i);
    auto const rest = std::string_view(*plain).substr(1 + length_bytes);
    if (length > rest.size() || !all_zero(rest.substr(length))) return std::nullopt;
    return Slot{kind, std::string(rest.substr(0, length))};
}

Result<std::string> seal_box(Key const& key, BoxHead const& head, std::string const& session,
                             MemoryBox::Ballots const& ballots)
{
    SlotSealer const sealer(key, head, session);
    auto bytes = head.line();
    std::size_t place = 0;
    auto const add = [&](SlotSealer::Slot const& slot) -> Result<void> {
        auto sealed = sealer.seal(place++, slot);
        if (!sealed) return fail(sealed.error());
        bytes += *sealed;
        return {};
    };
    for (auto const& [round, of_round] : ballots)
        for (auto const& [token, ballot] : of_round) {
            auto json = encode(std::vector{BoxRow{round, token, ballot}});
            if (!json) return fail(json.error());
            if (slot_for(json->size(), head.sizes.slot) != head.sizes.slot)
                return fail(Errc::invalid, "file.line_length");
            if (auto ok = add({SlotKind::put, std::move(*json)}); !ok) return fail(ok.error());
        }
    for (auto const slots = slots_for(place, head.sizes); place < slots;)
        if (auto ok = add({}); !ok) return fail(ok.error());
    return bytes;
}

Result<BoxRead> unseal_box(Key const& key, BoxHead const& head, std::string const& session,
                           std::string_view bytes)
{
    SlotSealer const sealer(key, head, session);
    auto const damaged = fail(Errc::corrupt, "box.damaged");
    auto const slot_size = head.sizes.slot, step_size = slot_size * head.sizes.step;
    if (bytes.empty()) return damaged;
    MemoryBox box;
    BoxRead out;
    out.slots = bytes.size() / slot_size;
    bool reading = true;    // true until the first empty slot
    std::size_t broken = 0; // slots that do not decrypt
    for (std::size_t place = 0; place < out.slots; ++place) {
        auto const slot = sealer.unseal(place, bytes.substr(place * slot_size, slot_size));
        broken += slot ? 0 : 1;
        bool const holds = slot && slot->kind != SlotKind::nothing;
        if (holds && (!reading || !follow(box, *slot))) return damaged;
        if (reading && !holds) out.torn = !slot;
        reading = reading && holds;
        out.used += holds ? 1 : 0;
    }
    bool const in_steps = bytes.size() % step_size == 0;
    if (reading && !in_steps) out.torn = true; // all slots are used, and a part of more follows
    out.whole = broken == 0 && in_steps;
    out.ballots = box.all();
    // An empty slot after the used ones: the incomplete write was never confirmed.
    if (!out.torn || (broken == 1 && in_steps)) return out;
    // Otherwise it must be one whole step that was being appended, with no ballots yet.
    auto const last_step = (bytes.size() - 1) / step_size * head.sizes.step;
    if (out.used != last_step || last_step == 0) return damaged;
    return out;
}

} // namespace journal
