#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What ties a report to the session that it was made of.
namespace exchange {

// A session at one moment: its own name, how many entries its journal had, and the hash of their
// chain, 64 hexadecimal digits.
struct Seal {
    std::string session;
    std::uint64_t entries = 0;
    std::string hash;
    friend bool operator==(Seal const&, Seal const&) = default;
};

// The first eight digits of the hash, to be compared by eye: "7C1E-42B9".
std::string short_code(Seal const& seal);
// What its QR code says: "CADRAN:128:7C1E42…", the number of entries and the whole hash.
std::string code_text(Seal const& seal);

// Where a report carries it, and the hash of its own bytes: the value of that one is as many zeros
// while it is taken.
inline constexpr std::string_view seal_name = "cadran-seal", digest_name = "cadran-digest";
std::string seal_value(Seal const& seal);
inline constexpr std::size_t digest_size = 64;
std::string digest_space();
// The page with the hash of its bytes in that space, and back.
std::string with_digest(std::string page);
std::string without_digest(std::string page);
// What a page says under that name, once; nothing otherwise.
std::optional<std::string_view> meta_value(std::string_view page, std::string_view name);

// What a report says of itself.
struct SealOfReport {
    Seal seal;
    bool whole = false; // not a byte of it was changed since it was made
};
// `invalid` "report.no_seal" of a file that is no report, or no longer says its seal.
base::Result<SealOfReport> read_seal(std::string_view page);

} // namespace exchange
