#include "exchange/recognise/mojibake.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace exchange {
namespace {

// Windows-1252 from 0x80 to 0x9F; elsewhere it equals Latin-1. Five bytes are undefined; programs
// map them to the control characters of Latin-1.
constexpr std::array<char16_t, 32> windows_1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// The byte that Windows-1252 writes a character with.
std::optional<unsigned> byte_of(UChar32 c)
{
    if (c >= 0x80 && c < 0xA0) return static_cast<unsigned>(c); // as in Latin-1
    if (c >= 0xA0 && c <= 0xFF) return static_cast<unsigned>(c);
    for (unsigned i = 0; i < windows_1252.size(); ++i)
        if (windows_1252.at(i) == c) return 0x80U + i;
    return std::nullopt;
}

// Characters used in French or English text; other results are not repairs.
bool is_ours(UChar32 c)
{
    return (c >= 0xA0 && c <= 0xFF) || c == 0x152 || c == 0x153 || c == 0x178 ||
           (c >= 0x2010 && c <= 0x203A) || c == 0x20AC || c == 0x2122;
}

struct Step {
    UChar32 c = 0;
    std::int32_t length = 0;
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // ICU's macro has a narrowing conversion
Step at(std::string_view text, std::size_t from)
{
    auto const rest = text.substr(from, 8);
    auto const size = static_cast<std::int32_t>(rest.size());
    std::int32_t i = 0;
    UChar32 c = 0;
    if (size > 0) U8_NEXT(rest, i, size, c);
    return {c, i};
}
#pragma GCC diagnostic pop

// A doubly encoded character at `from`, and its length as written.
std::optional<Step> twice_encoded(std::string_view text, std::size_t from)
{
    auto const first = at(text, from);
    auto const lead = byte_of(first.c);
    if (!lead || *lead < 0xC2 || *lead > 0xE2) return std::nullopt;
    bool const two = *lead == 0xC2 || *lead == 0xC3 || *lead == 0xC5;
    if (!two && *lead != 0xE2) return std::nullopt;
    UChar32 c = static_cast<UChar32>(two ? *lead & 0x1FU : *lead & 0x0FU);
    auto length = first.length;
    for (int more = two ? 1 : 2; more > 0; --more) {
        auto const next = at(text, from + static_cast<std::size_t>(length));
        auto const byte = byte_of(next.c);
        if (!byte || *byte < 0x80 || *byte > 0xBF) return std::nullopt;
        c = c << 6 | static_cast<UChar32>(*byte & 0x3FU);
        length += next.length;
    }
    if (!is_ours(c)) return std::nullopt;
    return Step{c, length};
}

} // namespace

std::size_t mend_twice_encoded(std::string& text)
{
    if (text.find('\xC3') == std::string::npos && text.find('\xC2') == std::string::npos)
        return 0; // not the start of a doubly encoded character
    std::size_t count = 0;
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            out += text[i++];
            continue;
        }
        if (auto const one = twice_encoded(text, i)) {
            char bytes[U8_MAX_LENGTH];
            std::int32_t length = 0;
            U8_APPEND_UNSAFE(bytes, length, one->c);
            out.append(bytes, static_cast<std::size_t>(length));
            i += static_cast<std::size_t>(one->length);
            ++count;
            continue;
        }
        auto const length = static_cast<std::size_t>(std::max(at(text, i).length, 1));
        out.append(text, i, length);
        i += length;
    }
    if (count > 0) text = std::move(out);
    return count;
}

} // namespace exchange
