#pragma once

#include "exchange/report/seal.h"

#include <filesystem>
#include <string>

// Signs a session with the person's key, by installed programs: ssh-keygen for OpenSSH keys,
// minisign for its own. The signed text is the seal, a small file beside the session,
// `NAME.cadran.seal`: it stays valid when entries are added and when texts are erased, as long as
// the chain is kept. The signature is `NAME.cadran.seal.sig` or `….seal.minisig`.
namespace shell {

// The programs may ask for a password on the terminal. Replaces an earlier signature; returns the
// path of the new one. `not_found` "sign.program" with the name of the missing program; `invalid`
// "sign.key" for an unknown kind of key; `io` "sign.failed"; errors of the disk.
base::Result<std::filesystem::path> sign(std::filesystem::path const& session,
                                         exchange::Seal const& seal,
                                         std::filesystem::path const& key);

bool is_signed(std::filesystem::path const& session);

struct SignatureFound {
    exchange::Seal seal; // the signed seal
    std::string by;      // the key: "ED25519 SHA256:…"; with a signer: the file of the public key
    enum class Checked {
        signer, // made with that public key
        key,    // made with the key that it names
        no      // cannot be checked without a public key, or the program is not installed
    } checked = Checked::no;
};
// `signer`: a public key, or empty. `scratch`: a folder for temporary files. `corrupt` "sign.bad";
// `not_found` "sign.program" when a signer is given and the program is not installed.
base::Result<SignatureFound> check_signature(std::filesystem::path const& session,
                                             std::filesystem::path const& signer,
                                             std::filesystem::path const& scratch);

} // namespace shell
