#pragma once

#include "base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

// Ballots on their way to the site that counts: encrypted for its key of this one collection, by
// X25519 (RFC 7748), SHA-256 and AES-256-GCM (journal/seal.h). Only that machine can read them, and
// it forgets the key when the round is closed.
namespace federation {

// A key pair of one collection, in memory only.
class CollectionKey {
public:
    // `io` "box.key" when the system gives no random bits.
    static base::Result<CollectionKey> make();
    CollectionKey(CollectionKey&&) noexcept;
    CollectionKey& operator=(CollectionKey&&) noexcept;
    ~CollectionKey();

    // The public half, 64 hexadecimal digits.
    [[nodiscard]] std::string const& name() const { return name_; }
    // What `seal_for` encrypted with the same `bound`; nothing when anything differs.
    [[nodiscard]] std::optional<std::string> open(std::string_view bound,
                                                  std::string_view sealed) const;

private:
    struct Pair;
    explicit CollectionKey(std::unique_ptr<Pair> pair);
    std::unique_ptr<Pair> pair_;
    std::string name_;
};

// Encrypts for the key of that name. The length tells the plain one to within 16 KiB. `bound` must
// be the same for `open`. `invalid` "collection.key"; `io` "box.key".
base::Result<std::string> seal_for(std::string_view key_name, std::string_view bound,
                                   std::string_view plain);

} // namespace federation
