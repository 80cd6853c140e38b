#pragma once

#include "exchange/report/seal.h"

#include <filesystem>
#include <string>

// A signature of a session with a key of the person's, by what is installed: ssh-keygen for a key of
// OpenSSH, minisign for one of its own. What is signed is the seal, in a small file beside the
// session, `NAME.cadran.seal`: it holds when the session goes on and when texts are erased from it,
// as long as its chain does. The signature is `NAME.cadran.seal.sig` or `….seal.minisig`.
namespace shell {

// The programs may ask for a password where this one speaks. Replaces a former signature. The path
// of the new one. `not_found` "sign.program" with the name of what is not installed; `invalid`
// "sign.key" for what is no such key; `io` "sign.failed"; those of the disk.
base::Result<std::filesystem::path> sign(std::filesystem::path const& session,
                                         exchange::Seal const& seal,
                                         std::filesystem::path const& key);

bool is_signed(std::filesystem::path const& session);

struct SignatureFound {
    exchange::Seal seal; // that was signed
    std::string by;      // of the key: "ED25519 SHA256:…"; of a signer: the file of the public key
    enum class Checked {
        signer, // it is of that public key
        key,    // it is of the key that it names
        no      // nothing here can check it without a public key, or the program is not installed
    } checked = Checked::no;
};
// `signer`: a public key, or empty. `scratch`: a folder for passing files. `corrupt` "sign.bad";
// `not_found` "sign.program" where a signer is given and nothing installed can check.
base::Result<SignatureFound> check_signature(std::filesystem::path const& session,
                                             std::filesystem::path const& signer,
                                             std::filesystem::path const& scratch);

} // namespace shell
