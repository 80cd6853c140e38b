#include "exchange/recognise/zip_names.h"

#include <algorithm>

// The layout of a ZIP: PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
namespace exchange {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t names_max = 10'000;

// A little-endian number of `size` bytes; 0 beyond the end.
std::size_t number(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::size_t out = 0;
    for (std::size_t i = size; i-- > 0;)
        out = out << 8U |
              (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : std::size_t{0});
    return out;
}

std::vector<std::string> from_directory(std::string_view bytes)
{
    std::vector<std::string> names;
    constexpr auto end_mark = "PK\x05\x06"sv, entry_mark = "PK\x01\x02"sv;
    auto const end = bytes.rfind(end_mark);
    if (end == std::string_view::npos) return names;
    auto at = number(bytes, end + 16, 4);
    while (names.size() < names_max && at < bytes.size() &&
           bytes.substr(at).starts_with(entry_mark)) {
        auto const name = number(bytes, at + 28, 2), extra = number(bytes, at + 30, 2),
                   comment = number(bytes, at + 32, 2);
        if (at + 46 + name > bytes.size()) break;
        names.emplace_back(bytes.substr(at + 46, name));
        at += 46 + name + extra + comment;
    }
    return names;
}

std::vector<std::string> from_headers(std::string_view bytes)
{
    std::vector<std::string> names;
    constexpr auto mark = "PK\x03\x04"sv;
    for (std::size_t at = 0;
         names.size() < names_max && at < bytes.size() && bytes.substr(at).starts_with(mark);) {
        auto const name = number(bytes, at + 26, 2), extra = number(bytes, at + 28, 2);
        if (at + 30 + name > bytes.size()) break;
        names.emplace_back(bytes.substr(at + 30, name));
        auto const after = at + 30 + name + extra + number(bytes, at + 18, 4);
        at = after > at ? bytes.find(mark, std::min(after, bytes.size())) : bytes.size();
    }
    return names;
}

} // namespace

std::vector<std::string> zip_names(std::string_view bytes)
{
    auto names = from_directory(bytes);
    return names.empty() ? from_headers(bytes) : names;
}

} // namespace exchange
