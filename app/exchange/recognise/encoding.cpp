#include "exchange/recognise/encoding.h"

#include "base/text.h"
#include "exchange/recognise/mojibake.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

namespace exchange {
namespace {

constexpr std::array single_bytes{"windows-1252", "macintosh", "ISO-8859-15", "ibm-850_P100-1995"};
constexpr std::size_t sampled = 256UL * 1024; // bytes examined

// Limits pieces to ICU's 31-bit lengths; single-byte encodings may be split anywhere.
constexpr std::size_t piece = 16UL * 1024 * 1024;

std::string converted(std::string_view bytes, char const* encoding)
{
    std::string out;
    while (!bytes.empty()) {
        auto const part = bytes.substr(0, piece);
        icu::UnicodeString(part.data(), static_cast<std::int32_t>(part.size()), encoding)
            .toUTF8String(out);
        bytes.remove_prefix(part.size());
    }
    return out;
}

bool is_mark(UChar32 c)
{
    constexpr std::u32string_view marks = U"’‘“”«»–—…€°•\u00A0\u202F";
    return marks.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

// How plausible a non-ASCII character is between its neighbours.
double fitness(UChar32 before, UChar32 c, UChar32 after)
{
    constexpr std::u32string_view french = U"éèêëàâçîïôûùüœæ", ours = U"äöñáíóúãõßåø";
    constexpr std::u32string_view capitals = U"ÉÈÊËÀÂÇÎÏÔÛÙÜŒÆÄÖÑÁÍÓÚÅØ";
    auto const in = [&](std::u32string_view set) {
        return set.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
    };
    bool const beside = u_isalpha(before) || u_isalpha(after);
    if (c == 0xFFFD || (c >= 0x80 && c < 0xA0)) return -6;
    if (in(french)) return beside ? 3 : (c == 0xE0 ? 2 : 0);
    if (in(capitals)) return u_islower(before) ? -4 : u_isalpha(after) ? 2 : 0;
    if (in(ours)) return beside ? 1.5 : -1;
    if (c == 0x2019) return u_isalpha(before) && u_isalpha(after) ? 3 : -1;
    if (c == 0xAB || c == 0x201C) return u_isalpha(before) ? -2 : 1;
    if (c == 0xBB || c == 0x201D) return u_isalpha(after) ? -2 : 1;
    if (is_mark(c)) return u_isalpha(before) && u_isalpha(after) && c > 0xFF ? -1 : 0.5;
    return beside ? -3 : -0.5;
}

double fitness_of(std::string_view bytes, char const* encoding)
{
    auto const part = bytes.substr(0, sampled);
    icu::UnicodeString const text(part.data(), static_cast<std::int32_t>(part.size()), encoding);
    double sum = 0;
    for (std::int32_t i = 0; i < text.length(); ++i) {
        auto const c = text.charAt(i);
        if (c < 0x80) continue;
        sum += fitness(i > 0 ? text.charAt(i - 1) : ' ', c,
                       i + 1 < text.length() ? text.charAt(i + 1) : ' ');
    }
    return sum;
}

char const* likely_single_byte(std::string_view bytes)
{
    constexpr double margin = 1; // Windows-1252 is kept unless another encoding is clearly better
    auto const* best = single_bytes.front();
    double most = fitness_of(bytes, best) + margin;
    for (auto const* other : single_bytes)
        if (auto const fits = fitness_of(bytes, other); fits > most) most = fits, best = other;
    return best;
}

Decoded from_single_byte(std::string_view bytes)
{
    auto const* encoding = likely_single_byte(bytes);
    auto const* name = encoding == single_bytes.back() ? "IBM850" : encoding;
    return {base::sanitized(converted(bytes, encoding)), name, Doubt::none};
}

// The share of `unit`-byte units that look like a Latin letter: zero except the byte at `at`.
bool looks_wide(std::string_view bytes, std::size_t unit, std::size_t at)
{
    auto const sample = bytes.substr(0, 4096);
    if (sample.size() < 2 * unit) return false;
    std::size_t ours = 0, all = 0;
    for (std::size_t i = 0; i + unit <= sample.size(); i += unit, ++all) {
        bool zeros = sample[i + at] != '\0';
        for (std::size_t j = 0; j < unit; ++j) zeros = zeros && (j == at || sample[i + j] == '\0');
        ours += zeros ? 1 : 0;
    }
    return ours * 10 >= all * 7;
}

struct Wide {
    char const* name;
    std::string_view mark;
    std::size_t unit, at; // size of a unit, index of its low byte
};
constexpr std::array wide_encodings{
    Wide{"UTF-32LE", std::string_view("\xFF\xFE\0\0", 4), 4, 0},
    Wide{"UTF-32BE", std::string_view("\0\0\xFE\xFF", 4), 4, 3},
    Wide{"UTF-16LE", std::string_view("\xFF\xFE", 2), 2, 0},
    Wide{"UTF-16BE", std::string_view("\xFE\xFF", 2), 2, 1},
};

Decoded from_wide(std::string_view bytes, Wide const& one)
{
    if (bytes.starts_with(one.mark)) bytes.remove_prefix(one.mark.size());
    // decoded in pieces of whole units; a split surrogate pair gives two characters
    std::string text;
    text = converted(bytes.substr(0, bytes.size() / one.unit * one.unit), one.name);
    return {base::sanitized(text), one.name, Doubt::none};
}

bool has_letters_beyond_ascii(std::string_view line)
{
    return std::ranges::any_of(line, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// Whether it is UTF-8 with an incomplete last character.
bool cut_off(std::string_view line)
{
    constexpr std::size_t most = 3; // bytes of an incomplete character
    for (std::size_t i = 1; i <= std::min(most, line.size()); ++i) {
        auto const lead = static_cast<unsigned char>(line[line.size() - i]);
        if ((lead & 0xC0U) == 0x80U) continue;
        return lead >= 0xC2 && base::valid_utf8(line.substr(0, line.size() - i));
    }
    return false;
}

// Whether a line is UTF-8 with a few bad bytes: more multi-byte characters than bad bytes.
bool is_damaged_utf8(std::string_view line)
{
    std::size_t good = 0, bad = 0;
    auto const follows = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    for (std::size_t i = 0; i < line.size();) {
        auto const lead = static_cast<unsigned char>(line[i]);
        std::size_t const size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (size > 1 && base::valid_utf8(line.substr(i, size)) && line.size() - i >= size) {
            ++good;
            i += size;
            continue;
        }
        bad += lead >= 0x80 ? 1 : 0;
        for (++i; lead >= 0x80 && i < line.size() && follows(line[i]);) ++i;
    }
    return good > 0 && good >= bad;
}

// Whether at least half of the lines with non-ASCII characters are UTF-8.
bool is_mostly_utf8(std::string_view bytes)
{
    std::size_t utf8 = 0, other = 0;
    while (!bytes.empty()) {
        auto const line = bytes.substr(0, bytes.find('\n'));
        if (has_letters_beyond_ascii(line)) ++(base::valid_utf8(line) ? utf8 : other);
        bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    }
    return utf8 > 0 && utf8 >= other;
}

// When most lines are UTF-8, each other line is decoded separately; undecodable bytes are shown as
// U+FFFD.
std::optional<Decoded> from_mixed(std::string_view bytes)
{
    if (!is_mostly_utf8(bytes)) return std::nullopt;
    std::string out;
    bool utf8 = false, cut = false;
    std::size_t other = 0, number = 0;
    std::vector<std::size_t> lines;
    for (auto rest = bytes; !rest.empty();) {
        auto const end = rest.find('\n');
        auto const line = rest.substr(0, end == std::string_view::npos ? end : end + 1);
        rest.remove_prefix(line.size());
        ++number;
        if (base::valid_utf8(line)) {
            utf8 = utf8 || has_letters_beyond_ascii(line);
            out += line;
        } else {
            cut = cut_off(line);
            ++other;
            constexpr std::size_t told = 100;
            if (lines.size() < told) lines.push_back(number);
            out += is_damaged_utf8(line) ? base::sanitized(line)
                                         : converted(line, likely_single_byte(line));
        }
    }
    if (!utf8) return std::nullopt;
    bool const torn = other == 1 && cut; // truncated within a character
    return Decoded{base::sanitized(torn ? bytes : std::string_view(out)), "UTF-8",
                   torn ? Doubt::none : Doubt::mixed,
                   torn ? std::vector<std::size_t>{} : std::move(lines)};
}

Decoded from_utf8(std::string_view bytes)
{
    std::string text(bytes);
    bool twice = false;
    constexpr int most = 3; // limit of repeated encoding
    for (int again = 0; again < most && mend_twice_encoded(text) > 0; ++again) twice = true;
    return {base::sanitized(text), "UTF-8", twice ? Doubt::twice : Doubt::none};
}

} // namespace

Decoded decode(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) return from_utf8(bytes.substr(3));
    for (auto const& one : wide_encodings)
        if (bytes.starts_with(one.mark)) return from_wide(bytes, one);
    for (auto const& one : wide_encodings)
        if (looks_wide(bytes, one.unit, one.at)) return from_wide(bytes, one);
    if (base::valid_utf8(bytes)) return from_utf8(bytes);
    if (auto mixed = from_mixed(bytes)) return *std::move(mixed);
    return from_single_byte(bytes);
}

base::Result<Decoded> decode(std::string_view bytes, std::string const& encoding)
{
    auto const other = [&] {
        return base::fail(base::Errc::invalid, "import.encoding.other", encoding);
    };
    std::string name;
    for (char c : base::fold(encoding))
        if (c != ' ' && c != '_') name += c;
    if (name == "macroman" || name == "mac") name = "macintosh";
    if (name == "latin9") name = "ISO-8859-15";
    if (name == "latin1" || name == "iso-8859-1" || name == "cp1252") name = "windows-1252";
    if (name == "utf8" || name == "utf-8") {
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        if (!base::valid_utf8(bytes) && !is_mostly_utf8(bytes)) return other();
        return Decoded{base::sanitized(bytes), "UTF-8", Doubt::none};
    }
    UErrorCode failed = U_ZERO_ERROR;
    std::unique_ptr<UConverter, void (*)(UConverter*)> const known(ucnv_open(name.c_str(), &failed),
                                                                   ucnv_close);
    if (U_FAILURE(failed)) return base::fail(base::Errc::invalid, "import.encoding", encoding);
    auto const* plain = ucnv_getStandardName(name.c_str(), "IANA", &failed);
    std::string const said = U_SUCCESS(failed) && plain ? plain : name;
    // Line ends, at least, have a zero byte in UTF-16 and UTF-32.
    bool const wide = said.starts_with("UTF-16") || said.starts_with("UTF-32");
    if (wide && !bytes.empty() && bytes.find('\0') == std::string_view::npos) return other();
    auto text = converted(bytes, name.c_str());
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    return Decoded{base::sanitized(text), said, Doubt::none};
}

} // namespace exchange
