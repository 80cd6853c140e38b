#include "shell/cli/phones.h"

#include "exchange/report/join_cards.h"
#include "i18n/errors.h"
#include "platform/disk.h"
#include "shell/cli/opened.h"
#include "shell/files/inbox.h"
#include "shell/files/preferences.h"
#include "shell/machine/paths.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace shell {

namespace fs = std::filesystem;
using base::fail;
using base::Result;

Phones::Phones(Console const& console, fs::path const& file, std::string const& id,
               session::Session& session, std::shared_ptr<Bell> const& bell)
    : console_(console)
    , file_(fs::absolute(file).lexically_normal())
    , session_(session)
    , bell_(bell)
    , note_(cache_dir() / watch_notes, file_)
    , host_(settings_dir(), sessions_dir(), cache_dir(), assets_dir(), state_dir())
    , folder_(host_, *mail_)
{
    mail_->on_post([bell] { bell->ring(); });
    say_whose(inbox_of(file_), id);
}

Phones::~Phones() { mail_->close(); }

Result<void> Phones::open(HostAsked const& asked, edit::Actor const& who)
{
    auto at = listening_at(asked.listen);
    if (!at) return fail(at.error());
    at->certificate = asked.certificate, at->key = asked.key;
    auto room = open_room(room_means(), *at, session_, mail_);
    if (!room) return fail(room.error());
    room_ = *std::move(room);
    Preferences const preferences(settings_dir() / "preferences.json");
    for (auto const& set : ui::to_adopt(session_.document(), preferences.notices()))
        if (auto const kept = session_.submit(who, set); !kept) return fail(kept.error());
    room_->follow(session_);
    if (!asked.cards.empty()) {
        if (at->address == own_address) say(console_.words.text("cli.host.cards.own", own_address));
        auto const free = may_write(asked.cards, asked.replaces);
        if (!free && free.error().where != "out.exists") return free;
        if (!free) say(i18n::sentence(console_.words, free.error())); // a restart: the room opens
        if (free)
            if (auto done = write_cards(*at, asked.cards); !done) return done;
    }
    announce(*at);
    return {};
}

void Phones::turn()
{
    constexpr std::size_t together = 64; // messages before the next View
    look_for_drops();
    for (auto& message : mail_->take(together)) {
        name_cases(session_, message);
        (void)session::deliver(&session_, message);
    }
    if (room_) room_->follow(session_);
    if (!mail_->empty()) bell_->ring();
}

Result<void> Phones::close() { return room_ ? room_->server->close() : Result<void>{}; }

// Proposals dropped beside the session, read as the window does. What was refused is said on `err`.
void Phones::look_for_drops()
{
    folder_.look(file_, session_.opening());
    using As = ui::DropFolder::Read::As;
    auto const& words = console_.words;
    for (auto const& read : folder_.take_read()) {
        if (read.not_moved) say(i18n::sentence(words, *read.not_moved));
        if (read.as == As::waiting) say(i18n::sentence(words, *read.why));
        if (read.as == As::refused)
            say(words.text("inbox.refused", read.name, i18n::sentence(words, *read.why)));
        if (read.as == As::taken && read.left_out > 0)
            say(words.text("inbox.left_out", read.name,
                           words.plural("inbox.rows", static_cast<std::int64_t>(read.left_out))));
    }
}

void Phones::say(std::string const& text) const { console_.err << "cadran: " << text << std::endl; }

void Phones::announce(room::Listening const& at) const
{
    auto const state = room_->server->state();
    auto const url = room_->url(shown_address(at.address));
    if (console_.output == Output::json)
        console_.out << nlohmann::ordered_json{{"url", url},
                                               {"code", state.code},
                                               {"port", state.port}}
                            .dump()
                     << std::endl;
    else
        console_.out << console_.words.text("cli.host.open", url, state.code) << std::endl;
}

Result<void> Phones::write_cards(room::Listening const& at, fs::path const& to) const
{
    auto const state = room_->server->state();
    auto const address = shown_address(at.address);
    auto const title = model::get<model::Profile>(session_.document()).title;
    auto const page = exchange::join_cards(
        console_.words,
        {title, room_->url(address), address + ":" + std::to_string(state.port), state.code, {}});
    if (!page) return fail(page.error());
    return platform::write_whole(platform::real_disk(), to, *page, platform::Clobber::yes,
                                 platform::Readers::owner);
}

} // namespace shell
