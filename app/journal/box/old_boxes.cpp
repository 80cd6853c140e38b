#include "journal/box/old_boxes.h"

#include "journal/box/box_slots.h"
#include "journal/chain.h"
#include "journal/codec.h"

namespace journal {
namespace {

using base::Errc;
using base::fail;
using base::Result;

Result<MemoryBox::Ballots> ballots_of(std::string_view json)
{
    auto rows = decode_box(json);
    if (!rows) return fail(Errc::corrupt, "box.damaged");
    MemoryBox::Ballots out;
    for (auto& row : *rows)
        if (!out[row.round].emplace(std::move(row.token), std::move(row.ballot)).second)
            return fail(Errc::corrupt, "box.damaged"); // a token has two ballots
    return out;
}

} // namespace

Result<MemoryBox::Ballots> read_clear_box(std::string_view bytes, std::string const& session)
{
    auto const line = parts_of(bytes);
    if (!line.ok || link(session, line.json) != line.hash)
        return fail(Errc::corrupt, "box.damaged");
    return ballots_of(line.json);
}

std::optional<SealedText> sealed_text_of(std::string_view bytes)
{
    constexpr std::string_view old_opening = "cadran-urn 2 ";
    auto const end = bytes.find('\n');
    if (!bytes.starts_with(old_opening) || end == std::string_view::npos) return std::nullopt;
    SealedText box;
    box.line = bytes.substr(0, end + 1);
    box.sealed = bytes.substr(end + 1);
    auto const rest = bytes.substr(old_opening.size(), end - old_opening.size());
    auto const key_at = rest.find(' ');
    if (key_at == std::string_view::npos) return std::nullopt;
    auto const rounds_at = rest.find(' ', key_at + 1);
    if (rounds_at == std::string_view::npos) return std::nullopt;
    box.whose = rest.substr(0, key_at);
    box.key = rest.substr(key_at + 1, rounds_at - key_at - 1);
    auto rounds = rounds_named(rest.substr(rounds_at + 1));
    if (!rounds) return std::nullopt;
    box.rounds = std::move(*rounds);
    return box;
}

Result<MemoryBox::Ballots> read_sealed_text(Key const& key, SealedText const& box,
                                            std::string const& session)
{
    auto const json = unseal(key, std::string(box.line) + session, box.sealed);
    if (!json) return fail(Errc::corrupt, "box.damaged");
    return ballots_of(json->substr(0, json->find_last_not_of(' ') + 1));
}

} // namespace journal
