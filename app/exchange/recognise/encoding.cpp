#include "exchange/recognise/encoding.h"

#include "base/text.h"

#include <array>

namespace exchange {
namespace {

void append_utf8(std::string& out, char32_t c)
{
    auto put = [&](unsigned bits) { out += static_cast<char>(bits); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | c >> 6U), put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | c >> 12U), put(0x80U | (c >> 6U & 0x3FU)), put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | c >> 18U), put(0x80U | (c >> 12U & 0x3FU));
        put(0x80U | (c >> 6U & 0x3FU)), put(0x80U | (c & 0x3FU));
    }
}

enum class Endian { little, big };

std::string from_utf16(std::string_view bytes, Endian endian)
{
    auto unit = [&](std::size_t i) {
        auto const a = static_cast<unsigned char>(bytes[i]),
                   b = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(endian == Endian::little ? a | b << 8 : a << 8 | b);
    };
    std::string out;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        auto c = unit(i);
        bool const high = c >= 0xD800 && c < 0xDC00;
        if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10U) + (unit(i + 2) - 0xDC00);
            i += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;
        }
        append_utf8(out, c);
    }
    return out;
}

// Windows-1252 between 0x80 and 0x9F; elsewhere it is Latin-1. 0: no character.
constexpr std::array<char16_t, 32> windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (char byte : bytes) {
        auto const b = static_cast<unsigned char>(byte);
        char32_t c = b;
        if (b >= 0x80 && b < 0xA0)
            c = windows_1252.at(b - 0x80U) ? windows_1252.at(b - 0x80U) : 0xFFFD;
        append_utf8(out, c);
    }
    return out;
}

// UTF-16 without a mark: text in our alphabets has a zero in every other byte.
bool looks_like_utf16(std::string_view bytes, std::size_t zero_at)
{
    auto const sample = bytes.substr(0, 4096);
    if (sample.size() < 4) return false;
    std::size_t zeros = 0;
    for (std::size_t i = zero_at; i < sample.size(); i += 2) zeros += sample[i] == '\0' ? 1 : 0;
    return zeros * 10 >= sample.size() / 2 * 7;
}

} // namespace

Decoded decode(std::string_view bytes)
{
    auto marked = [&](std::string_view mark) { return bytes.starts_with(mark); };
    if (marked("\xEF\xBB\xBF")) return {base::sanitized(bytes.substr(3)), "UTF-8"};
    if (marked("\xFF\xFE"))
        return {base::sanitized(from_utf16(bytes.substr(2), Endian::little)), "UTF-16LE"};
    if (marked("\xFE\xFF"))
        return {base::sanitized(from_utf16(bytes.substr(2), Endian::big)), "UTF-16BE"};
    if (looks_like_utf16(bytes, 1))
        return {base::sanitized(from_utf16(bytes, Endian::little)), "UTF-16LE"};
    if (looks_like_utf16(bytes, 0))
        return {base::sanitized(from_utf16(bytes, Endian::big)), "UTF-16BE"};
    if (base::valid_utf8(bytes)) return {base::sanitized(bytes), "UTF-8"};
    return {base::sanitized(from_windows_1252(bytes)), "windows-1252"};
}

} // namespace exchange
