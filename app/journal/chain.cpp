#include "journal/chain.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace journal {
namespace {

constexpr std::string_view before_json = "\",\"entry\":";
constexpr std::size_t json_at = line_opening.size() + hash_digits + before_json.size();

std::string digest(std::string_view a, std::string_view b)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned size = 0;
    auto* context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, EVP_sha256(), nullptr);
    EVP_DigestUpdate(context, a.data(), a.size());
    EVP_DigestUpdate(context, b.data(), b.size());
    EVP_DigestFinal_ex(context, bytes.data(), &size);
    EVP_MD_CTX_free(context);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (unsigned i = 0; i < size; ++i) {
        out += digits[bytes.at(i) >> 4U];
        out += digits[bytes.at(i) & 15U];
    }
    return out;
}

} // namespace

std::string sha256(std::string_view bytes) { return digest(bytes, {}); }

std::string link(std::string_view previous_hash, std::string_view json)
{
    return digest(previous_hash, json);
}

std::string to_line(std::string_view hash, std::string_view json)
{
    std::string out;
    out.reserve(json_at + json.size() + 1);
    return out.append(line_opening).append(hash).append(before_json).append(json).append("}");
}

Line parts_of(std::string_view line)
{
    if (line.size() <= json_at || line.back() != '}' || !line.starts_with(line_opening) ||
        line.substr(line_opening.size() + hash_digits, before_json.size()) != before_json)
        return {};
    auto const hash = line.substr(line_opening.size(), hash_digits);
    auto const hexadecimal = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    };
    return {hash, line.substr(json_at, line.size() - json_at - 1),
            std::ranges::all_of(hash, hexadecimal)};
}

} // namespace journal
