#include "exchange/report/seal.h"

#include "base/sha256.h"

#include <algorithm>
#include <charconv>

namespace exchange {
namespace {

constexpr std::size_t hash_digits = 64;

std::string upper(std::string_view digits)
{
    std::string out(digits);
    for (char& c : out)
        if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

bool is_hash(std::string_view text)
{
    return text.size() == hash_digits &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string head_of(std::string_view name)
{
    return "<meta name=\"" + std::string(name) + "\" content=\"";
}

// The position and length of a named value in a page; `npos`: missing, or not unique.
struct Place {
    std::size_t at = std::string_view::npos, size = 0;
};
Place find_value(std::string_view page, std::string_view name)
{
    auto const head = head_of(name);
    auto const at = page.find(head);
    if (at == std::string_view::npos || page.find(head, at + 1) != std::string_view::npos)
        return {};
    auto const begin = at + head.size();
    auto const end = page.find('"', begin);
    if (end == std::string_view::npos) return {};
    return {begin, end - begin};
}

} // namespace

std::string short_code(Seal const& seal)
{
    constexpr std::size_t half = 4;
    auto const digits = upper(seal.hash.substr(0, 2 * half));
    return digits.substr(0, half) + "-" + digits.substr(std::min(half, digits.size()));
}

std::string code_text(Seal const& seal)
{
    return "CADRAN:" + std::to_string(seal.entries) + ":" + upper(seal.hash);
}

std::string seal_value(Seal const& seal)
{
    return seal.session + " " + std::to_string(seal.entries) + " " + seal.hash;
}

std::string digest_space() { return std::string(digest_size, '0'); }

std::string with_digest(std::string page)
{
    auto const place = find_value(page, digest_name);
    if (place.size != digest_size) return page;
    auto const digest = base::hexadecimal(base::sha256(page));
    return std::move(page.replace(place.at, digest_size, digest));
}

std::string without_digest(std::string page)
{
    auto const place = find_value(page, digest_name);
    if (place.size == digest_size) page.replace(place.at, digest_size, digest_space());
    return page;
}

std::optional<std::string_view> meta_value(std::string_view page, std::string_view name)
{
    auto const place = find_value(page, name);
    if (place.at == std::string_view::npos) return std::nullopt;
    return page.substr(place.at, place.size);
}

base::Result<SealOfReport> read_seal(std::string_view page)
{
    auto const fault = [] { return base::fail(base::Errc::invalid, "report.no_seal"); };
    auto const place = find_value(page, seal_name), digest = find_value(page, digest_name);
    if (place.size == 0 || digest.size != digest_size) return fault();
    auto const value = page.substr(place.at, place.size);
    auto const last = value.rfind(' '), before = value.rfind(' ', last - 1);
    if (last == std::string_view::npos || before == std::string_view::npos) return fault();
    SealOfReport out;
    auto const count = value.substr(before + 1, last - before - 1);
    auto const read = std::from_chars(count.data(), count.data() + count.size(), out.seal.entries);
    if (read.ec != std::errc() || read.ptr != count.data() + count.size()) return fault();
    out.seal.session = value.substr(0, before);
    out.seal.hash = value.substr(last + 1);
    if (!is_hash(out.seal.hash)) return fault();
    auto const again = without_digest(std::string(page));
    out.whole = base::hexadecimal(base::sha256(again)) == page.substr(digest.at, digest_size);
    return out;
}

} // namespace exchange
