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

// A request of a phone and what it is answered, as values: nothing here knows of sockets.
// app/docs/room.md says what each means.
namespace room {

// Most that is read of a request; what is longer is refused before there is room for it.
constexpr std::size_t target_max = 256;       // bytes of the path with its query
constexpr std::size_t head_max = 8UL * 1024;  // bytes of the request line and all headers
constexpr std::size_t body_max = 64UL * 1024; // bytes

struct Request {
    enum class Verb { get, post, other } verb = Verb::get;
    std::string target; // "/api/case/12?lang=fr"
    // As they came, with small letters in their names.
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string body = {};
    std::string from = {}; // the address that it comes from, for the limits; never kept
    enum class Wire { plain, tls } wire = Wire::plain;

    [[nodiscard]] std::string_view path() const;
    // What the query says of `name`; empty when it says nothing.
    [[nodiscard]] std::string_view query(std::string_view name) const;
    // Nothing where it is absent, or there twice.
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
    [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::string type = "application/json";
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers =
        {}; // beside those of `common_headers`
};

// Those that every answer carries.
std::vector<std::pair<std::string, std::string>> const& common_headers();

// A refusal: the status, and the error whose sentence is told.
struct Refusal {
    int status = 400;
    base::Error why;
};
// {"error":…,"text":…,"detail":…}
Response refused(i18n::Catalogue const& words, Refusal const& refusal);

// Where the room is reached: "192.168.1.20:8080", "poste.local:8080".
using Hosts = std::vector<std::string>;

// What is refused whatever is asked: another host (421), another site (403), and of a POST another
// type (415), no X-Cadran or another origin (403); a path that is too long (414). Nothing: it may
// be looked at.
std::optional<Refusal> refused_outright(Request const& request, Hosts const& hosts);

} // namespace room
