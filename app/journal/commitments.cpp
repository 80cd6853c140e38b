#include "journal/commitments.h"

#include "base/sha256.h"
#include "base/text.h"

#include <openssl/rand.h>

#include <algorithm>
#include <array>

namespace journal {

std::optional<std::string> new_salt()
{
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) return std::nullopt;
    std::string out;
    out.reserve(2 * bytes.size());
    for (auto const byte : bytes)
        for (unsigned const half : {unsigned{byte} >> 4U, byte & 15U})
            out += "0123456789abcdef"[half];
    return out;
}

std::string commitment(std::string_view salt, std::string_view text)
{
    return base::hexadecimal(base::sha256(salt, text));
}

bool ToErase::covers(Said const& said) const
{
    switch (said.kind) {
    case model::Personal::proposer:
        if (proposers) return true;
        break;
    case model::Personal::name:
        if (names) return true;
        break;
    case model::Personal::free_text:
        if (free_text) return true;
        break;
    case model::Personal::wording: break;
    case model::Personal::none: return false;
    }
    if (words.empty()) return false;
    auto const text = base::fold(said.text);
    return std::ranges::any_of(words, [&](std::string const& word) {
        return text.find(base::fold(word)) != std::string::npos;
    });
}

} // namespace journal
