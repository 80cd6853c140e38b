#include "shell/files/signature.h"

#include "base/text.h"
#include "platform/disk.h"
#include "platform/process.h"

#include <array>
#include <charconv>
#include <chrono>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

constexpr std::chrono::milliseconds patience{20'000};
constexpr char const* keygen = "ssh-keygen";
constexpr char const* minisign = "minisign";
constexpr char const* purpose = "cadran"; // OpenSSH's namespace of the signature

fs::path seal_of(fs::path const& session) { return fs::path(session) += ".seal"; }
fs::path ssh_signature(fs::path const& session) { return fs::path(session) += ".seal.sig"; }
fs::path mini_signature(fs::path const& session) { return fs::path(session) += ".seal.minisig"; }

std::string seal_text(exchange::Seal const& seal)
{
    return "cadran seal 1\nsession " + seal.session + "\nentries " + std::to_string(seal.entries) +
           "\nhash " + seal.hash + "\n";
}

Result<exchange::Seal> read_seal_text(std::string const& text)
{
    exchange::Seal seal;
    auto const after = [&](std::string const& name) {
        auto const at = text.find("\n" + name + " ");
        if (at == std::string::npos) return std::string{};
        auto const from = at + name.size() + 2;
        return text.substr(from, text.find('\n', from) - from);
    };
    seal.session = after("session"), seal.hash = after("hash");
    auto const entries = after("entries");
    (void)std::from_chars(entries.data(), entries.data() + entries.size(), seal.entries);
    if (seal_text(seal) != text) return fail(Errc::corrupt, "sign.bad");
    return seal;
}

Result<void> write_signed(fs::path const& path, std::string const& bytes)
{
    return platform::write_whole(platform::real_disk(), path, bytes, platform::Clobber::yes,
                                 platform::Readers::everyone);
}

enum class Maker { openssh, minisign_key };
// The kind of a key, by its first line.
Result<Maker> maker_of(fs::path const& key)
{
    auto const bytes = platform::read_whole(key);
    if (!bytes) return fail(bytes.error());
    for (auto const* begins : {"-----BEGIN OPENSSH PRIVATE KEY", "ssh-", "ecdsa-", "sk-"})
        if (bytes->starts_with(begins)) return Maker::openssh;
    if (bytes->starts_with("untrusted comment:")) return Maker::minisign_key;
    return fail(Errc::invalid, "sign.key", key.filename().string());
}

Result<void> installed(char const* program)
{
    if (platform::find_program(program)) return {};
    return fail(Errc::not_found, "sign.program", program);
}

// From the output of ssh-keygen: `Good "cadran" signature with ED25519 key SHA256:…`.
std::string key_said(std::string const& said)
{
    auto const with = said.find("signature with "), key = said.find(" key ", with);
    if (with == std::string::npos || key == std::string::npos) return {};
    auto const kind = said.substr(with + 15, key - with - 15);
    return kind + " " + std::string(base::trimmed(said.substr(key + 5)));
}

Result<SignatureFound> check_ssh(fs::path const& session, fs::path const& signer,
                                 fs::path const& scratch)
{
    SignatureFound out;
    auto const signature = ssh_signature(session).string();
    auto const seal = seal_of(session);
    if (auto ok = installed(keygen); !ok) {
        if (!signer.empty()) return fail(ok.error());
        return out;
    }
    auto const said = platform::ask(
        keygen, {"-Y", "check-novalidate", "-n", purpose, "-s", signature}, patience, seal);
    if (!said) return fail(Errc::corrupt, "sign.bad");
    out.by = key_said(*said);
    out.checked = SignatureFound::Checked::key;
    if (signer.empty()) return out;
    auto const key = platform::read_whole(signer);
    if (!key) return fail(key.error());
    std::error_code failed;
    fs::create_directories(scratch, failed);
    auto const allowed =
        scratch / (std::to_string(platform::own_process()) + ".signers"); // holds this one key
    if (auto ok = write_signed(allowed, std::string(purpose) + " " + *key); !ok)
        return fail(ok.error());
    auto const of_it = platform::ask(
        keygen,
        {"-Y", "verify", "-f", allowed.string(), "-I", purpose, "-n", purpose, "-s", signature},
        patience, seal);
    fs::remove(allowed, failed);
    if (!of_it) return fail(Errc::conflict, "sign.other_key", signer.filename().string());
    out.by = signer.filename().string();
    out.checked = SignatureFound::Checked::signer;
    return out;
}

Result<SignatureFound> check_minisign(fs::path const& session, fs::path const& signer)
{
    SignatureFound out;
    if (signer.empty()) return out;
    if (auto ok = installed(minisign); !ok) return fail(ok.error());
    auto const said =
        platform::ask(minisign,
                      {"-V", "-q", "-p", signer.string(), "-m", seal_of(session).string(), "-x",
                       mini_signature(session).string()},
                      patience);
    if (!said) return fail(Errc::conflict, "sign.other_key", signer.filename().string());
    out.by = signer.filename().string();
    out.checked = SignatureFound::Checked::signer;
    return out;
}

} // namespace

Result<fs::path> sign(fs::path const& session, exchange::Seal const& seal, fs::path const& key)
{
    auto const maker = maker_of(key);
    if (!maker) return fail(maker.error());
    if (auto ok = installed(*maker == Maker::openssh ? keygen : minisign); !ok)
        return fail(ok.error());
    auto const text = seal_of(session);
    if (auto ok = write_signed(text, seal_text(seal)); !ok) return fail(ok.error());
    std::error_code failed;
    for (auto const& former : {ssh_signature(session), mini_signature(session)})
        fs::remove(former, failed);
    auto const out = *maker == Maker::openssh ? ssh_signature(session) : mini_signature(session);
    bool const done =
        *maker == Maker::openssh
            ? platform::run_before_person(
                  keygen, {"-q", "-Y", "sign", "-f", key.string(), "-n", purpose, text.string()})
            : platform::run_before_person(
                  minisign, {"-S", "-s", key.string(), "-m", text.string(), "-x", out.string()});
    if (done && fs::exists(out, failed)) return out;
    fs::remove(text, failed);
    return fail(Errc::io, "sign.failed", *maker == Maker::openssh ? keygen : minisign);
}

bool is_signed(fs::path const& session)
{
    std::error_code failed;
    return fs::exists(seal_of(session), failed);
}

Result<SignatureFound> check_signature(fs::path const& session, fs::path const& signer,
                                       fs::path const& scratch)
{
    auto const text = platform::read_whole(seal_of(session));
    if (!text) return fail(text.error());
    auto const seal = read_seal_text(*text);
    if (!seal) return fail(seal.error());
    std::error_code failed;
    bool const by_ssh = fs::exists(ssh_signature(session), failed);
    if (!by_ssh && !fs::exists(mini_signature(session), failed))
        return fail(Errc::corrupt, "sign.bad");
    auto found = by_ssh ? check_ssh(session, signer, scratch) : check_minisign(session, signer);
    if (found) found->seal = *seal;
    return found;
}

} // namespace shell
