#include "journal/seal.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

namespace journal {
namespace {

using base::Errc;
using base::fail;

constexpr std::size_t nonce_size = 12, tag_size = 16;

struct Freed {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, Freed>;

unsigned char const* data_of(std::string_view bytes)
{
    return reinterpret_cast<unsigned char const*>(bytes.data()); // NOLINT: as OpenSSL takes bytes
}
unsigned char* data_of(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data()); // NOLINT: as above
}

std::optional<std::string> random_bytes(std::size_t size)
{
    std::string out(size, '\0');
    if (RAND_bytes(data_of(out), static_cast<int>(size)) != 1) return std::nullopt;
    return out;
}

} // namespace

base::Result<Key> new_key()
{
    auto const name = random_bytes(key_id_digits / 2);
    auto secret = random_bytes(key_bytes);
    if (!name || !secret) return fail(Errc::io, "box.key");
    Key key;
    for (auto const c : *name)
        for (auto const half : {static_cast<unsigned char>(c) >> 4U, c & 15})
            key.id += "0123456789abcdef"[half];
    key.bytes = std::move(*secret);
    return key;
}

base::Result<std::string> seal(Key const& key, std::string_view bound, std::string_view plain)
{
    auto const nonce = random_bytes(nonce_size);
    Context const context(EVP_CIPHER_CTX_new());
    if (!nonce || !context || key.bytes.size() != key_bytes) return fail(Errc::io, "box.key");
    std::string sealed(plain.size(), '\0'), tag(tag_size, '\0');
    int size = 0;
    bool const done =
        EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, data_of(key.bytes),
                           data_of(*nonce)) == 1 &&
        EVP_EncryptUpdate(context.get(), nullptr, &size, data_of(bound),
                          static_cast<int>(bound.size())) == 1 &&
        EVP_EncryptUpdate(context.get(), data_of(sealed), &size, data_of(plain),
                          static_cast<int>(plain.size())) == 1 &&
        EVP_EncryptFinal_ex(context.get(), data_of(sealed) + size, &size) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tag_size, tag.data()) == 1;
    if (!done) return fail(Errc::io, "box.key");
    return *nonce + sealed + tag;
}

std::optional<std::string> unseal(Key const& key, std::string_view bound, std::string_view sealed)
{
    if (sealed.size() < nonce_size + tag_size || key.bytes.size() != key_bytes) return std::nullopt;
    auto const nonce = sealed.substr(0, nonce_size);
    std::string tag(sealed.substr(sealed.size() - tag_size));
    sealed = sealed.substr(nonce_size, sealed.size() - nonce_size - tag_size);
    Context const context(EVP_CIPHER_CTX_new());
    std::string plain(sealed.size(), '\0');
    int size = 0;
    bool const done =
        context &&
        EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, data_of(key.bytes),
                           data_of(nonce)) == 1 &&
        EVP_DecryptUpdate(context.get(), nullptr, &size, data_of(bound),
                          static_cast<int>(bound.size())) == 1 &&
        EVP_DecryptUpdate(context.get(), data_of(plain), &size, data_of(sealed),
                          static_cast<int>(sealed.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tag_size, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(context.get(), data_of(plain) + size, &size) == 1;
    if (!done) return std::nullopt;
    return plain;
}

void wipe(std::string& secret)
{
    OPENSSL_cleanse(secret.data(), secret.size());
    secret.clear();
}

} // namespace journal
