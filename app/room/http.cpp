#include "room/http.h"

#include "base/base64.h"
#include "base/sha256.h"
#include "base/text.h"
#include "i18n/errors.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace room {
namespace {

using base::Errc;

bool is_json(std::string_view type)
{
    auto const main = base::trimmed(type.substr(0, type.find(';')));
    return main == "application/json";
}

std::optional<Refusal> refused_post(Request const& request, std::string_view host)
{
    auto const type = request.header("content-type");
    if (!type || !is_json(*type)) return refusal(415, Errc::invalid, "room.type");
    if (auto const own = request.header("x-cadran"); !own || (*own != "fr" && *own != "en"))
        return refusal(403, Errc::denied, "room.header");
    auto const origin = request.header("origin");
    auto const expected =
        (request.wire == Request::Wire::tls ? "https://" : "http://") + std::string(host);
    if (!origin || *origin != expected) return refusal(403, Errc::denied, "room.origin");
    return {};
}

} // namespace

std::string_view Request::path() const
{
    return std::string_view(target).substr(0, target.find('?'));
}

std::string_view Request::query(std::string_view name) const
{
    auto const mark = target.find('?');
    if (mark == std::string::npos) return {};
    auto rest = std::string_view(target).substr(mark + 1);
    while (!rest.empty()) {
        auto const one = rest.substr(0, rest.find('&'));
        if (one.starts_with(name) && one.substr(name.size()).starts_with('='))
            return one.substr(name.size() + 1);
        rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    }
    return {};
}

std::optional<std::string_view> Request::header(std::string_view name) const
{
    std::optional<std::string_view> found;
    for (auto const& [key, value] : headers) {
        if (key != name) continue;
        if (found) return std::nullopt;
        found = value;
    }
    return found;
}

std::string_view Request::cookie(std::string_view name) const
{
    auto rest = header("cookie").value_or("");
    while (!rest.empty()) {
        auto const one = base::trimmed(rest.substr(0, rest.find(';')));
        if (one.starts_with(name) && one.substr(name.size()).starts_with('='))
            return one.substr(name.size() + 1);
        auto const next = rest.find(';');
        rest = next == std::string_view::npos ? std::string_view{} : rest.substr(next + 1);
    }
    return {};
}

std::string content_policy(std::string_view style, std::string_view script)
{
    auto const allowed = [](std::string_view text) {
        if (text.empty()) return std::string{};
        auto const digest = base::sha256(text);
        return " 'sha256-" +
               base::base64({reinterpret_cast<char const*>(digest.data()), // NOLINT
                             digest.size()}) +
               "'";
    };
    return "default-src 'none'; script-src 'self'" + allowed(script) + "; style-src 'self'" +
           allowed(style) +
           "; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; "
           "frame-ancestors 'none'";
}

std::vector<std::pair<std::string, std::string>> const& common_headers()
{
    static std::vector<std::pair<std::string, std::string>> const all{
        {"Content-Security-Policy", content_policy()},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
    };
    return all;
}

Response refused(i18n::Catalogue const& words, Refusal const& refusal)
{
    nlohmann::ordered_json const out{{"error", refusal.why.where},
                                     {"text", i18n::sentence(words, refusal.why)},
                                     {"detail", refusal.why.detail}};
    Response response{refusal.status,
                      "application/json",
                      out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace),
                      {{"Cache-Control", "no-store"}}};
    if (refusal.status == 429) response.headers.emplace_back("Retry-After", refusal.why.detail);
    return response;
}

std::optional<Refusal> refused_outright(Request const& request, Hosts const& hosts)
{
    if (request.target.size() > target_max) return refusal(414, Errc::invalid, "room.path");
    auto const host = request.header("host");
    if (!host || std::ranges::find(hosts, *host) == hosts.end())
        return refusal(421, Errc::denied, "room.host");
    if (request.verb == Request::Verb::other) return refusal(405, Errc::invalid, "room.method");
    // By Sec-Fetch-Site, refuses requests from pages of another site.
    bool const page = request.verb == Request::Verb::get && !request.path().starts_with("/api/");
    auto const site = request.header("sec-fetch-site");
    if (site && *site != "same-origin" && !(page && *site == "none"))
        return refusal(403, Errc::denied, "room.origin");
    if (request.verb == Request::Verb::post) return refused_post(request, *host);
    return {};
}

} // namespace room
