#include "room/room.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace room {
namespace {

using base::Errc;

constexpr char const* cookie = "cadran_seat";
constexpr std::int64_t cookie_s = 86'400;

Response said(std::string body)
{
    return {200, "application/json", std::move(body), {{"Cache-Control", "no-store"}}};
}

std::string language_of(Request const& request)
{
    auto const said = request.verb == Request::Verb::post ? request.header("x-cadran").value_or("")
                                                          : request.query("lang");
    return said == "en" ? "en" : "fr";
}

std::string whole_seconds(std::int64_t ms) { return std::to_string((ms + 999) / 1000); }

} // namespace

Room::Room(Parts parts)
    : parts_(std::move(parts))
{
    likeness_.learn(parts_.view.document);
}

void Room::show(session::View view)
{
    if (auto const since = view.entries_since(parts_.view)) {
        for (auto const& entry : *since) {
            parts_.fates.learn(*entry);
            likeness_.learn(entry->changes);
        }
    } else {
        likeness_.learn(view.document);
    }
    parts_.view = std::move(view);
    for (auto& [seat, lately] : lately_) {
        if (!lately.ballot) continue;
        auto const status =
            model::get<model::RoundStatus>(parts_.view.document, lately.ballot->round);
        if (status.state != model::RoundState::open) lately.ballot->json = {};
    }
    for (auto& one : projections_) one.reset();
    parts_.changed();
}

Projection const& Room::projection(i18n::Catalogue const& words)
{
    auto& kept = projections_.at(words.language() == i18n::Language::english ? 1 : 0);
    if (!kept) {
        auto view = parts_.view;
        auto const* language = words.language() == i18n::Language::english ? "en" : "fr";
        if (parts_.words.worded) view.document = parts_.words.worded(view.document, language);
        kept.emplace(words, std::move(view), parts_.seats.room());
    }
    return *kept;
}

std::string Room::state(Seat const& seat, std::string const& language)
{
    auto const lately = lately_.find(&seat);
    auto const* own =
        lately != lately_.end() && lately->second.ballot ? &*lately->second.ballot : nullptr;
    return projection(parts_.words.of(language))
        .state(seat, own, parts_.fates, parts_.clock.now_ms());
}

std::string Room::count() { return projection(parts_.words.french).count(); }

Seat* Room::seat_of(Request const& request) { return parts_.seats.find(request.cookie(cookie)); }

void Room::answer(Request const& request, Told told)
{
    auto const language = language_of(request);
    auto const& words = parts_.words.of(language);
    auto refuse = [&](Refusal const& why) { told(refused(words, why)); };
    if (auto const why = refused_outright(request, parts_.hosts)) return refuse(*why);
    if (request.verb == Request::Verb::get) return told(get(request));
    auto const body = read_body(request.body);
    constexpr std::array<std::string_view, 6> acts{
        "/api/propose",  "/api/ballot", "/api/ballot/withdraw",
        "/api/estimate", "/api/hand",   "/api/name"};
    auto const path = request.path();
    bool const joins = path == "/api/join", asks = path == "/api/likeness";
    if (!joins && !asks && std::ranges::find(acts, path) == acts.end())
        return refuse(refusal(404, Errc::not_found, "room.path"));
    auto* seat = seat_of(request);
    if (!joins && !seat) return refuse(refusal(401, Errc::denied, "seat"));
    if (!body) return refuse({400, body.error()});
    if (!joins && !asks) return act(request, *seat, *body, std::move(told));
    auto const done = joins ? join(request, *body) : alike(*body);
    if (auto const* why = std::get_if<Refusal>(&done)) return refuse(*why);
    told(std::get<Response>(done));
}

Room::Reply Room::get(Request const& request)
{
    auto const language = language_of(request);
    auto const& words = parts_.words.of(language);
    auto const path = request.path();
    if (!path.starts_with("/api/")) {
        if (auto file = parts_.assets.answer(request)) return *std::move(file);
        return refused(words, refusal(404, Errc::not_found, "room.path"));
    }
    auto* seat = seat_of(request);
    if (path == "/api/hello")
        return said(hello(words, parts_.view, parts_.seats.room(), parts_.organisation,
                          seat ? Joined::yes : Joined::no, parts_.clock.now_ms()));
    constexpr std::string_view sheets = "/api/case/";
    bool const sheet = path.starts_with(sheets);
    if (!sheet && path != "/api/events" && path != "/api/state")
        return refused(words, refusal(404, Errc::not_found, "room.path"));
    if (!seat) return refused(words, refusal(401, Errc::denied, "seat"));
    if (path == "/api/events") return Stream{seat, language};
    if (path == "/api/state") return said(state(*seat, language));
    std::uint64_t id = 0;
    auto const digits = path.substr(sheets.size());
    auto const read = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    auto const found = read.ptr == digits.data() + digits.size()
                           ? projection(words).sheet(model::CaseId{id})
                           : std::nullopt;
    if (!found) return refused(words, refusal(404, Errc::not_found, "case"));
    return said(*found);
}

std::variant<Refusal, Response> Room::join(Request const& request, Body const& body)
{
    auto const joining = read_joining(body);
    if (!joining) return Refusal{400, joining.error()};
    auto const now = parts_.clock.now_ms();
    auto response = said(written({{"ok", true}, {"room", parts_.seats.room()}}));
    if (auto* seat = seat_of(request)) { // a second scan keeps the seat
        if (!joining->name.empty()) seat->name = joining->name;
        return response;
    }
    if (auto const wait = wrong_codes_.wait_ms(request.from, now); wait > 0)
        return refusal(429, Errc::denied, "code.wait", whole_seconds(wait));
    if (!parts_.seats.is_code(joining->code)) {
        wrong_codes_.wrong(request.from, now);
        return refusal(401, Errc::denied, "code");
    }
    auto taken = parts_.seats.take();
    if (!taken) return Refusal{503, taken.error()};
    taken->seat->name = joining->name;
    auto value = cookie + ("=" + taken->token) +
                 "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(cookie_s);
    if (request.wire == Request::Wire::tls) value += "; Secure";
    response.headers.emplace_back("Set-Cookie", std::move(value));
    parts_.changed();
    return response;
}

} // namespace room
