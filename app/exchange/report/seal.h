#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Binds a report to the session it was made from.
namespace exchange {

// A session at one moment: its id, the number of entries, and the chain's hash, 64 hexadecimal
// digits.
struct Seal {
    std::string session;
    std::uint64_t entries = 0;
    std::string hash;
    friend bool operator==(Seal const&, Seal const&) = default;
};

// The first eight digits of the hash, for comparison by eye: "7C1E-42B9".
std::string short_code(Seal const& seal);
// The text of its QR code: "CADRAN:128:7C1E42…", the number of entries and the whole hash.
std::string code_text(Seal const& seal);

// The names under which a report contains its seal and the hash of its own bytes; the latter is
// computed with zeros in its place.
inline constexpr std::string_view seal_name = "cadran-seal", digest_name = "cadran-digest";
std::string seal_value(Seal const& seal);
inline constexpr std::size_t digest_size = 64;
std::string digest_space();
// The page with the hash of its bytes filled in, and the reverse.
std::string with_digest(std::string page);
std::string without_digest(std::string page);
// The value of a meta element that occurs once; else nothing.
std::optional<std::string_view> meta_value(std::string_view page, std::string_view name);

// The seal found in a report.
struct SealOfReport {
    Seal seal;
    bool whole = false; // the page is unchanged since it was made
};
// `invalid` "report.no_seal" when the file is not a report or has no seal.
base::Result<SealOfReport> read_seal(std::string_view page);

} // namespace exchange
