#pragma once

#include <array>
#include <string>
#include <string_view>

namespace base {

using Digest = std::array<unsigned char, 32>;

// SHA-256 (FIPS 180-4) of the bytes of `a` followed by those of `b`, by OpenSSL.
Digest sha256(std::string_view a, std::string_view b = {});

// Its 64 hexadecimal digits, small letters.
std::string hexadecimal(Digest const& digest);

} // namespace base
