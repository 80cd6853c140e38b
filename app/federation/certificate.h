#pragma once

#include "base/result.h"

#include <string>

namespace federation {

// The name in the certificates of this program's servers. The address does not matter: the
// certificate itself is in the invitation.
constexpr char const* certificate_name = "cadran";

// A key and a certificate that it signed itself, both PEM: ECDSA on P-256, valid for ten years from
// the day before, as clocks may be wrong. `io` "shared.certificate_made" when OpenSSL fails.
struct Certificate {
    std::string certificate, key;
};
base::Result<Certificate> make_certificate();

} // namespace federation
