#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cwchar>

// Conversions between narrow and wide characters as UTF-8 and UTF-16, in place of those of the C
// library, whose locale knows no UTF-8 on this system. std::filesystem::path calls them for every
// std::string: without them "é" becomes two letters in a file's name, and a folder with "œ" in its
// name ends the program.
namespace {

constexpr std::size_t invalid = static_cast<std::size_t>(-1), incomplete = invalid - 1;
constexpr std::uint32_t high_first = 0xD800, low_first = 0xDC00, low_last = 0xDFFF,
                        astral = 0x10000, last = 0x10FFFF;

std::size_t refuse()
{
    errno = EILSEQ;
    return invalid;
}

// The length of the sequence that starts with this byte; 0: none does.
std::size_t length_of(unsigned char lead)
{
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

std::mbstate_t between_calls = 0;

} // namespace

extern "C" {

// A character outside the basic plane takes two calls: the first consumes three of its four bytes
// and keeps the second surrogate in `state`.
std::size_t mbrtowc(wchar_t* to, char const* from, std::size_t size, std::mbstate_t* state)
{
    if (!state) state = &between_calls;
    if (!from) return 0;
    if (size == 0) return incomplete;
    if (*state != 0) {
        if (to) *to = static_cast<wchar_t>(*state);
        *state = 0;
        return 1;
    }
    auto const lead = static_cast<unsigned char>(*from);
    auto const length = length_of(lead);
    if (length == 0) return refuse();
    if (length > size) return incomplete;
    std::uint32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        auto const next = static_cast<unsigned char>(from[i]);
        if ((next & 0xC0U) != 0x80U) return refuse();
        code = code << 6U | (next & 0x3FU);
    }
    bool const surrogate = code >= high_first && code <= low_last;
    if (surrogate || code > last || (length == 3 && code < 0x800) || (length == 4 && code < astral))
        return refuse();
    if (code < astral) {
        if (to) *to = static_cast<wchar_t>(code);
        return code == 0 ? 0 : length;
    }
    if (to) *to = static_cast<wchar_t>(high_first + ((code - astral) >> 10U));
    *state = static_cast<std::mbstate_t>(low_first + ((code - astral) & 0x3FFU));
    return length - 1;
}

// The first surrogate writes nothing and is kept in `state`.
std::size_t wcrtomb(char* to, wchar_t from, std::mbstate_t* state)
{
    if (!state) state = &between_calls;
    if (!to) {
        *state = 0;
        return 1;
    }
    auto code = static_cast<std::uint32_t>(static_cast<std::uint16_t>(from));
    bool const is_low = code >= low_first && code <= low_last;
    if (is_low != (*state != 0)) return refuse();
    if (is_low) {
        auto const high = static_cast<std::uint32_t>(*state);
        *state = 0;
        code = astral + ((high - high_first) << 10U) + (code - low_first);
    } else if (code >= high_first && code < low_first) {
        *state = static_cast<std::mbstate_t>(code);
        return 0;
    }
    std::size_t const length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < astral ? 3 : 4;
    for (auto i = length; i-- > 1; code >>= 6U) to[i] = static_cast<char>(0x80U | (code & 0x3FU));
    constexpr unsigned leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    to[0] = static_cast<char>(leads[length] | code);
    return length;
}

std::size_t mbrlen(char const* from, std::size_t size, std::mbstate_t* state)
{
    return mbrtowc(nullptr, from, size, state);
}

std::size_t mbsrtowcs(wchar_t* to, char const** from, std::size_t size, std::mbstate_t* state)
{
    std::size_t written = 0;
    auto const* at = *from;
    for (; !to || written < size; ++written) {
        wchar_t one = 0;
        auto const taken = mbrtowc(&one, at, 4, state);
        if (taken == invalid || taken == incomplete) return refuse();
        if (to) to[written] = one;
        if (taken == 0) {
            if (to) *from = nullptr;
            return written;
        }
        at += taken;
    }
    *from = at;
    return written;
}

std::size_t wcsrtombs(char* to, wchar_t const** from, std::size_t size, std::mbstate_t* state)
{
    std::size_t written = 0;
    for (auto const* at = *from;; ++at) {
        char bytes[4];
        auto const made = wcrtomb(bytes, *at, state);
        if (made == invalid) return invalid;
        if (to && written + made > size) {
            *from = at;
            return written;
        }
        for (std::size_t i = 0; to && i < made; ++i) to[written + i] = bytes[i];
        if (*at == L'\0') {
            if (to) *from = nullptr;
            return written;
        }
        written += made;
    }
}
}
