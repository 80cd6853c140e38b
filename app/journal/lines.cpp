#include "journal/lines.h"

#include "journal/chain.h"
#include "journal/codec.h"

namespace journal {

using base::Errc;
using base::fail;
using base::Result;

Result<std::string> written_line(Entry const& entry, std::string_view previous_hash, int version)
{
    Written written;
    if (version > 1) {
        auto committed = encode_committed(entry);
        if (!committed) return fail(committed.error());
        written = *std::move(committed);
    } else {
        auto json = encode(entry);
        if (!json) return fail(json.error());
        written.chained = *std::move(json);
    }
    return to_line(link(previous_hash, written.chained), written.chained, written.said);
}

Result<Entry> checked_line(std::string_view line, std::string_view previous_hash, std::uint64_t n)
{
    auto const parts = parts_of(line);
    if (!parts.ok || line.size() > line_max || line.find('\n') != std::string_view::npos)
        return fail(Errc::corrupt, "file.chain", "why.line", n + 1);
    if (link(previous_hash, parts.json) != parts.hash)
        return fail(Errc::corrupt, "file.chain", "why.hash", n + 1);
    auto entry = decode_entry(parts.json, parts.said);
    if (!entry) return fail(entry.error().code, entry.error().where, entry.error().detail, n + 1);
    if (entry->n != n) return fail(Errc::corrupt, "file.sequence", "why.number", n + 1);
    return entry;
}

Result<Entry> entry_of_line(std::string_view line)
{
    auto const parts = parts_of(line);
    if (!parts.ok) return fail(Errc::corrupt, "file.chain", "why.line");
    return decode_entry(parts.json, parts.said);
}

std::string hash_of_line(std::string_view line)
{
    auto const parts = parts_of(line);
    return parts.ok ? std::string(parts.hash) : std::string{};
}

} // namespace journal
