#include "journal/scan.h"

#include "journal/chain.h"

namespace journal {
namespace {

// Whether some line after `from` follows from the one before it as that one calls itself.
bool anything_holds_after(std::string_view bytes, std::size_t from)
{
    std::string_view previous;
    while (from < bytes.size()) {
        auto const end = bytes.find('\n', from);
        if (end == std::string_view::npos) return false;
        auto const line = parts_of(bytes.substr(from, end - from));
        if (line.ok && !previous.empty() && link(previous, line.json) == line.hash) return true;
        previous = line.ok ? line.hash : std::string_view{};
        from = end + 1;
    }
    return false;
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
            out.reason = !whole ? "torn" : !line.ok ? "form" : "hash";
            out.first_bad_line = out.lines.size() + 1;
            out.holds_after = whole && anything_holds_after(bytes, out.kept);
            break;
        }
        if (out.lines.empty()) {
            auto header = decode_header(line.json);
            if (!header) return base::fail(header.error());
            out.header = std::move(*header);
        }
        out.lines.push_back({out.kept, end});
        previous = line.hash;
        out.kept = end + 1;
    }
    if (out.lines.empty()) return base::fail(base::Errc::corrupt, "file.not_a_session");
    return out;
}

} // namespace journal
