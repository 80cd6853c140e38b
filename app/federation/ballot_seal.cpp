#include "federation/ballot_seal.h"

#include "base/sha256.h"
#include "journal/seal.h"

#include <openssl/evp.h>

#include <array>
#include <utility>

namespace federation {
namespace {

using base::Errc;
using base::fail;
using base::Result;

constexpr std::size_t key_size = 32;         // bytes of X25519 keys and secrets
constexpr std::size_t padding = 16UL << 10U; // plain texts are filled up to a multiple of this
constexpr std::size_t length_digits = 10;

struct FreedKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using PKey = std::unique_ptr<EVP_PKEY, FreedKey>;
struct FreedContext {
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreedContext>;

unsigned char* bytes_of(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data()); // NOLINT: as OpenSSL takes bytes
}

PKey new_pair()
{
    KeyContext const context(EVP_PKEY_CTX_new_id(EVP_PKEY_X25519, nullptr));
    EVP_PKEY* made = nullptr;
    if (!context || EVP_PKEY_keygen_init(context.get()) != 1 ||
        EVP_PKEY_keygen(context.get(), &made) != 1)
        return {};
    return PKey(made);
}

std::string public_half(EVP_PKEY* key)
{
    std::string out(key_size, '\0');
    auto size = out.size();
    if (EVP_PKEY_get_raw_public_key(key, bytes_of(out), &size) != 1 || size != key_size) return {};
    return out;
}

std::string in_digits(std::string_view bytes)
{
    std::string out;
    for (auto const c : bytes)
        for (auto const half : {static_cast<unsigned char>(c) >> 4U, c & 15})
            out += "0123456789abcdef"[half];
    return out;
}

std::optional<std::string> from_digits(std::string_view digits)
{
    if (digits.size() != 2 * key_size) return std::nullopt;
    std::string out;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        unsigned byte = 0;
        for (auto const c : digits.substr(i, 2)) {
            auto const at = std::string_view("0123456789abcdef").find(c);
            if (at == std::string_view::npos) return std::nullopt;
            byte = byte << 4U | static_cast<unsigned>(at);
        }
        out += static_cast<char>(byte);
    }
    return out;
}

PKey public_key(std::string const& bytes)
{
    return PKey(EVP_PKEY_new_raw_public_key(
        EVP_PKEY_X25519, nullptr,
        reinterpret_cast<unsigned char const*>(bytes.data()), // NOLINT: as above
        bytes.size()));
}

// The symmetric key of two X25519 keys: SHA-256 of both public halves and the shared secret.
std::optional<journal::Key> agreed(EVP_PKEY* own, EVP_PKEY* other, std::string const& both)
{
    KeyContext const context(EVP_PKEY_CTX_new(own, nullptr));
    std::string secret(key_size, '\0');
    auto size = secret.size();
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer(context.get(), other) != 1 ||
        EVP_PKEY_derive(context.get(), bytes_of(secret), &size) != 1 || size != key_size)
        return std::nullopt;
    auto const digest = base::sha256(both, secret);
    journal::wipe(secret);
    return journal::Key{{}, std::string(digest.begin(), digest.end())};
}

} // namespace

struct CollectionKey::Pair {
    explicit Pair(EVP_PKEY* made)
        : key(made)
    {
    }
    Pair(Pair const&) = delete;
    Pair& operator=(Pair const&) = delete;
    ~Pair() { EVP_PKEY_free(key); }
    EVP_PKEY* key;
};

CollectionKey::CollectionKey(std::unique_ptr<Pair> pair)
    : pair_(std::move(pair))
    , name_(in_digits(public_half(pair_->key)))
{
}
CollectionKey::CollectionKey(CollectionKey&&) noexcept = default;
CollectionKey& CollectionKey::operator=(CollectionKey&&) noexcept = default;
CollectionKey::~CollectionKey() = default;

Result<CollectionKey> CollectionKey::make()
{
    auto pair = std::make_unique<Pair>(new_pair().release());
    if (!pair->key) return fail(Errc::io, "box.key");
    return CollectionKey(std::move(pair));
}

std::optional<std::string> CollectionKey::open(std::string_view bound,
                                               std::string_view sealed) const
{
    if (sealed.size() <= key_size) return std::nullopt;
    std::string const sender(sealed.substr(0, key_size));
    auto const other = public_key(sender);
    if (!other) return std::nullopt;
    auto key = agreed(pair_->key, other.get(), sender + public_half(pair_->key));
    if (!key) return std::nullopt;
    auto plain = journal::unseal(*key, bound, sealed.substr(key_size));
    journal::wipe(key->bytes);
    if (!plain || plain->size() < length_digits) return std::nullopt;
    auto const length = std::stoull(plain->substr(0, length_digits));
    if (length > plain->size() - length_digits) return std::nullopt;
    return plain->substr(length_digits, length);
}

Result<std::string> seal_for(std::string_view key_name, std::string_view bound,
                             std::string_view plain)
{
    auto const receiver = from_digits(key_name);
    auto const other = receiver ? public_key(*receiver) : PKey{};
    if (!other) return fail(Errc::invalid, "collection.key");
    auto const own = new_pair();
    if (!own) return fail(Errc::io, "box.key");
    auto const sender = public_half(own.get());
    auto key = agreed(own.get(), other.get(), sender + *receiver);
    if (!key) return fail(Errc::invalid, "collection.key");
    auto digits = std::to_string(plain.size());
    std::string padded(length_digits - digits.size(), '0');
    padded.append(digits).append(plain);
    padded.resize((padded.size() + padding - 1) / padding * padding, ' ');
    auto sealed = journal::seal(*key, bound, padded);
    journal::wipe(key->bytes);
    journal::wipe(padded);
    if (!sealed) return fail(sealed.error());
    return sender + *sealed;
}

} // namespace federation
