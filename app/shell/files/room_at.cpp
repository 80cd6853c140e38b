#include "shell/files/room_at.h"

#include "exchange/templates/template.h"
#include "platform/network.h"
#include "shell/files/preferences.h"
#include "shell/machine/paths.h"
#include "wording/items.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <set>

namespace shell {
namespace {

using base::Errc;
using base::fail;
using base::Result;

session::View view_of(session::Session const& session) { return session.view(own_actor()); }

std::string session_name(session::View const& view)
{
    constexpr std::size_t enough = 32;
    return view.chain_start.substr(0, enough);
}

Seen seen_of(session::Session const& session)
{
    Seen out{session.log().size(), session.taken_back(), {}};
    for (auto round : session.rounds_in_box()) out.ballots.push_back(session.ballots_in_box(round));
    return out;
}

// The names and addresses by which phones reach a room that listens on `address`.
std::vector<std::string> names_of(std::string const& address)
{
    std::vector<std::string> out;
    if (address == own_address) return out;
    if (auto const name = platform::host_name(); !name.empty()) {
        out.push_back(name + ".local"); // mDNS
        for (auto& c : out.back())
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    if (address == every_address)
        for (auto const& one : platform::interfaces()) out.push_back(one.address);
    return out;
}

} // namespace

std::string shown_address(std::string const& address)
{
    if (address != every_address) return address;
    auto const all = platform::interfaces();
    return all.empty() ? own_address : all.front().address;
}

std::string OpenRoom::url(std::string const& address) const
{
    auto const state = server->state();
    bool const six = address.find(':') != std::string::npos;
    return state.scheme + "://" + (six ? "[" + address + "]" : address) + ":" +
           std::to_string(state.port) + "/" + state.code;
}

void OpenRoom::follow(session::Session const& session)
{
    auto now = seen_of(session);
    if (now == seen) return;
    seen = std::move(now);
    server->show(view_of(session));
}

RoomMeans room_means()
{
    Preferences const preferences(settings_dir() / "preferences.json");
    return {assets_dir(), state_dir() / "rooms", preferences.letterhead().organisation};
}

Result<std::unique_ptr<OpenRoom>> open_room(RoomMeans const& means, room::Listening const& at,
                                            session::Session const& session,
                                            std::shared_ptr<session::Mailbox> const& mail)
{
    auto french = i18n::Catalogue::load(means.assets, i18n::Language::french);
    if (!french) return fail(french.error());
    auto english = i18n::Catalogue::load(means.assets, i18n::Language::english);
    if (!english) return fail(english.error());
    auto assets = room::Assets::load(means.assets / "room");
    if (!assets) return fail(assets.error());
    std::unique_ptr<OpenRoom> out(
        new OpenRoom{{}, {}, std::move(*french), std::move(*english), nullptr, seen_of(session)});
    auto loaded = exchange::Templates::load(means.assets);
    if (!loaded) return fail(loaded.error());
    wording::call_items(out->french, loaded->shown(session.document(), "fr"));
    wording::call_items(out->english, loaded->shown(session.document(), "en"));
    auto worded = [templates = std::make_shared<exchange::Templates const>(*std::move(loaded))](
                      model::Document const& doc, std::string const& language) {
        return templates->shown(doc, language);
    };
    auto view = view_of(session);
    auto seats = room::Seats::open(platform::real_disk(), means.seats, session_name(view),
                                   out->random, out->clock.now_ms());
    if (!seats) return fail(seats.error());
    std::set<model::ProposalId> proposed;
    for (auto const& seat : seats->all())
        proposed.insert(seat->proposals.begin(), seat->proposals.end());
    auto fates = room::Fates::of(session.log(), proposed);
    if (!fates) return fail(fates.error());
    auto listening = at;
    for (auto& name : names_of(at.address)) listening.names.push_back(std::move(name));
    auto server = room::Server::open(listening, {{out->french, out->english, std::move(worded)},
                                                 out->clock,
                                                 std::move(*seats),
                                                 std::move(*assets),
                                                 std::move(*fates),
                                                 std::move(view),
                                                 mail,
                                                 means.organisation});
    if (!server) return fail(server.error());
    out->server = std::move(*server);
    return out;
}

Result<room::Listening> listening_at(std::string const& said)
{
    room::Listening at;
    auto const colon = said.rfind(':');
    bool const bare = colon == std::string::npos;
    auto port = bare ? said : said.substr(colon + 1);
    auto address = bare ? std::string{} : said.substr(0, colon);
    if (bare && said.find('.') != std::string::npos) std::swap(address, port);
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    if (!address.empty()) at.address = address;
    if (port.empty()) return at;
    auto const* end = port.data() + port.size();
    auto const read = std::from_chars(port.data(), end, at.port);
    if (read.ec != std::errc{} || read.ptr != end) return fail(Errc::invalid, "listen", said);
    return at;
}

void name_cases(session::Session& session, session::Message& message)
{
    auto* ask = std::get_if<session::Ask>(&message.what);
    auto const* propose = ask ? ask->command.as<edit::Propose>() : nullptr;
    if (!propose) return;
    auto named = *propose;
    for (auto& one : named.which)
        if (!one.as) one.as = session.mint<model::CaseId>();
    ask->command = std::move(named);
}

} // namespace shell
