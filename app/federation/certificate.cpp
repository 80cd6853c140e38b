#include "federation/certificate.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace federation {
namespace {

constexpr long day_s = 86'400, years_s = 10L * 365L * day_s;

template <class T, void (*destroy)(T*)>
struct DestroyedBySsl {
    void operator()(T* one) const { destroy(one); }
};
using PrivateKey = std::unique_ptr<EVP_PKEY, DestroyedBySsl<EVP_PKEY, EVP_PKEY_free>>;
using X509Pointer = std::unique_ptr<X509, DestroyedBySsl<X509, X509_free>>;
using Extension =
    std::unique_ptr<X509_EXTENSION, DestroyedBySsl<X509_EXTENSION, X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, DestroyedBySsl<BIO, BIO_free_all>>;

std::string bytes_in(BIO* memory)
{
    char* data = nullptr;
    auto const size = BIO_get_mem_data(memory, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string{};
}

bool add_extension(X509* certificate, int kind, char const* value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    Extension const extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool fill(X509* certificate, EVP_PKEY* key)
{
    std::uint64_t serial = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) != 1) // NOLINT: bytes
        return false;
    auto* name = X509_get_subject_name(certificate);
    std::string const alternative = std::string("DNS:") + certificate_name;
    return X509_set_version(certificate, X509_VERSION_3) == 1 &&
           ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1U) == 1 &&
           X509_gmtime_adj(X509_getm_notBefore(certificate), -day_s) != nullptr &&
           X509_gmtime_adj(X509_getm_notAfter(certificate), years_s) != nullptr &&
           X509_set_pubkey(certificate, key) == 1 &&
           X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                      reinterpret_cast<unsigned char const*>(
                                          certificate_name), // NOLINT: as OpenSSL takes it
                                      -1, -1, 0) == 1 &&
           X509_set_issuer_name(certificate, name) == 1 &&
           add_extension(certificate, NID_basic_constraints, "critical,CA:TRUE") &&
           add_extension(certificate, NID_subject_alt_name, alternative.c_str()) &&
           X509_sign(certificate, key, EVP_sha256()) != 0;
}

} // namespace

base::Result<Certificate> make_certificate()
{
    PrivateKey const key(EVP_EC_gen("P-256"));
    X509Pointer const certificate(X509_new());
    Memory const certificate_text(BIO_new(BIO_s_mem())), key_text(BIO_new(BIO_s_mem()));
    bool const made = key && certificate && certificate_text && key_text &&
                      fill(certificate.get(), key.get()) &&
                      PEM_write_bio_X509(certificate_text.get(), certificate.get()) == 1 &&
                      PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0,
                                               nullptr, nullptr) == 1;
    if (!made) return base::fail(base::Errc::io, "shared.certificate_made");
    return Certificate{bytes_in(certificate_text.get()), bytes_in(key_text.get())};
}

} // namespace federation
