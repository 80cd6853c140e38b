#include "journal/scan.h"

#include "journal/chain.h"

namespace journal {
namespace {

// Whether another line starts after the invalid one at `from`. One append writes one line, and the
// next is written only after it is on the disk: so a crash damages the last line only, and a line
// after a bad one means that the bad one was changed later. The bytes looked for cannot occur
// inside an entry: there a quotation mark is escaped or ends a string.
bool line_begins_after(std::string_view bytes, std::size_t from)
{
    return bytes.find(line_opening, from + 1) != std::string_view::npos;
}

} // namespace

base::Result<Scan> scan(std::string_view bytes)
{
    if (bytes.empty()) return base::fail(base::Errc::corrupt, "file.empty");
    Scan out;
    std::string_view previous;
    while (out.kept < bytes.size()) {
        auto const end = bytes.find('\n', out.kept);
        auto const text =
            bytes.substr(out.kept, end == std::string_view::npos ? end : end - out.kept);
        auto const line = parts_of(text);
        bool const whole = end != std::string_view::npos;
        bool const holds =
            whole && line.ok && text.size() <= line_max && link(previous, line.json) == line.hash;
        if (!holds) {
            out.reason = !whole ? "why.torn" : !line.ok ? "why.line" : "why.hash";
            out.first_bad_line = out.begins.size() + 1;
            out.holds_after = line_begins_after(bytes, out.kept);
            break;
        }
        if (out.begins.empty()) {
            auto header = decode_header(line.json);
            if (!header) return base::fail(header.error());
            out.header = std::move(*header);
        }
        out.begins.push_back(out.kept);
        previous = line.hash;
        out.kept = end + 1;
    }
    // Starts like a session file, but the header line is invalid; or is not one at all.
    if (out.begins.empty() && bytes.starts_with(line_opening))
        return base::fail(base::Errc::corrupt, "file.chain", {}, 1);
    if (out.begins.empty()) return base::fail(base::Errc::corrupt, "file.not_a_session");
    return out;
}

} // namespace journal
