#include "base/sha256.h"

#include <openssl/evp.h>

#include <memory>

namespace base {
namespace {

// EVP_sha256() makes OpenSSL 3 look for its implementation at each use: more than half of the time
// of a short text.
EVP_MD const* implementation()
{
#if OPENSSL_VERSION_MAJOR >= 3
    static EVP_MD const* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    if (fetched) return fetched;
#endif
    return EVP_sha256();
}

struct FreedContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

} // namespace

Digest sha256(std::string_view a, std::string_view b)
{
    Digest out{};
    std::unique_ptr<EVP_MD_CTX, FreedContext> const context(EVP_MD_CTX_new());
    EVP_DigestInit_ex(context.get(), implementation(), nullptr);
    EVP_DigestUpdate(context.get(), a.data(), a.size());
    EVP_DigestUpdate(context.get(), b.data(), b.size());
    EVP_DigestFinal_ex(context.get(), out.data(), nullptr);
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
