#pragma once

#include "base/result.h"
#include "i18n/catalogue.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// HTTP requests and responses as values, without sockets. The protocol is in app/docs/room.md.
namespace room {

// Limits of a request; a longer one is refused before memory is allocated for it.
constexpr std::size_t target_max = 256;       // bytes of the path with its query
constexpr std::size_t head_max = 8UL * 1024;  // bytes of the request line and all headers
constexpr std::size_t body_max = 64UL * 1024; // bytes

struct Request {
    enum class Verb { get, post, other } verb = Verb::get;
    std::string target; // "/api/case/12?lang=fr"
    // As received, names in lower case.
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string body = {};
    std::string from = {}; // client address, for rate limits; never stored
    enum class Wire { plain, tls } wire = Wire::plain;

    [[nodiscard]] std::string_view path() const;
    // The query parameter `name`; empty when absent.
    [[nodiscard]] std::string_view query(std::string_view name) const;
    // Nothing when the header is absent or repeated.
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
    [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::string type = "application/json";
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {}; // besides `common_headers`
};

// The headers of every response: the content security policy and the like.
std::vector<std::pair<std::string, std::string>> const& common_headers();
// The content security policy of a page that has this style and this script in it, and no other;
// empty: only files of the program.
std::string content_policy(std::string_view style = {}, std::string_view script = {});

// An error response: its HTTP status, and the error whose sentence is sent.
struct Refusal {
    int status = 400;
    base::Error why;
};
inline Refusal refusal(int status, base::Errc code, char const* where, std::string detail = {})
{
    return {status, {code, where, std::move(detail), 0}};
}
// {"error":…,"text":…,"detail":…}
Response refused(i18n::Catalogue const& words, Refusal const& refusal);

// The accepted values of the Host header: "192.168.1.20:8080", "poste.local:8080".
using Hosts = std::vector<std::string>;

// Checks that apply to every request: path length (414), Host (421), method (405), Sec-Fetch-Site
// (403); of a POST also Content-Type (415), X-Cadran and Origin (403). Nothing when all hold.
std::optional<Refusal> refused_outright(Request const& request, Hosts const& hosts);

} // namespace room
