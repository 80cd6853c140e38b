#include "base/sha256.h"

#include <openssl/evp.h>

namespace base {

Digest sha256(std::string_view a, std::string_view b)
{
    Digest out{};
    auto* context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, EVP_sha256(), nullptr);
    EVP_DigestUpdate(context, a.data(), a.size());
    EVP_DigestUpdate(context, b.data(), b.size());
    EVP_DigestFinal_ex(context, out.data(), nullptr);
    EVP_MD_CTX_free(context);
    return out;
}

std::string hexadecimal(Digest const& digest)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(2 * digest.size());
    for (unsigned const byte : digest) {
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
    return out;
}

} // namespace base
