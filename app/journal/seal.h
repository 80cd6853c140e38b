#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

// Authenticated encryption: AES-256-GCM (NIST SP 800-38D), by OpenSSL.
namespace journal {

struct Key {
    std::string id;    // 32 hexadecimal digits, public
    std::string bytes; // 32 of them, secret
};
constexpr std::size_t key_bytes = 32, key_id_digits = 32;

// A new key, from the system's random source. `io` "box.key" when that fails.
base::Result<Key> new_key();

// A random 96-bit nonce, the ciphertext and a 128-bit tag: `seal_extra` bytes longer than `plain`.
// `bound` is authenticated but not included: decryption needs the same. `io` "box.key".
base::Result<std::string> seal(Key const& key, std::string_view bound, std::string_view plain);
constexpr std::size_t seal_extra = 12 + 16;
// Decrypts; nothing when the bytes, the key or `bound` differ.
std::optional<std::string> unseal(Key const& key, std::string_view bound, std::string_view sealed);

// Overwrites a secret in memory with zeros, then empties it.
void wipe(std::string& secret);

} // namespace journal
