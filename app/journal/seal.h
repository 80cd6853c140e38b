#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

// Bytes that only a key opens: AES-256 in Galois/Counter mode (NIST SP 800-38D), by OpenSSL.
namespace journal {

struct Key {
    std::string id;    // 32 hexadecimal digits, in the open
    std::string bytes; // 32 of them, secret
};
constexpr std::size_t key_bytes = 32, key_id_digits = 32;

// A new key, from the system's randomness. `io` "urn.key" when it gives none.
base::Result<Key> new_key();

// A fresh nonce of 96 random bits, the sealed bytes, a tag of 128 bits: `seal_extra` bytes longer
// than `plain`. `bound` is not in it, but what is sealed only opens with the same. `io` "urn.key".
base::Result<std::string> seal(Key const& key, std::string_view bound, std::string_view plain);
constexpr std::size_t seal_extra = 12 + 16;
// Back; nothing when a byte of it, the key or what it is bound to is not as it was.
std::optional<std::string> unseal(Key const& key, std::string_view bound, std::string_view sealed);

// Writes zeros over a secret in memory, then empties it.
void wipe(std::string& secret);

} // namespace journal
