#include "exchange/report/join_cards.h"
#include "i18n/errors.h"
#include "platform/awake.h"
#include "platform/disk.h"
#include "platform/process.h"
#include "shell/cli/bell.h"
#include "shell/cli/commands.h"
#include "shell/cli/facilitation.h"
#include "shell/cli/opened.h"
#include "shell/files/file_host.h"
#include "shell/files/former_inbox.h"
#include "shell/files/inbox.h"
#include "shell/files/preferences.h"
#include "shell/files/room_at.h"
#include "shell/machine/paths.h"
#include "ui/app/drop_folder.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using Json = nlohmann::ordered_json;

// Proposals dropped beside the session, read as the window does. What was refused is said on `err`.
class Drops {
public:
    Drops(Console const& console, fs::path const& file, Opened const& opened,
          session::Mailbox& mail)
        : console_(console)
        , file_(fs::absolute(file).lexically_normal())
        , opening_(opened.session->opening())
        , note_(cache_dir() / watch_notes, file_)
        , folder_(host_, mail)
    {
        say_whose(inbox_of(file_), opened.id);
    }
    void look()
    {
        folder_.look(file_, opening_);
        using As = ui::DropFolder::Read::As;
        auto const& words = console_.words;
        for (auto const& read : folder_.take_read()) {
            if (read.not_moved) say(i18n::sentence(words, *read.not_moved));
            if (read.as == As::waiting) say(i18n::sentence(words, *read.why));
            if (read.as == As::refused)
                say(words.text("inbox.refused", read.name, i18n::sentence(words, *read.why)));
            if (read.as == As::taken && read.left_out > 0)
                say(words.text(
                    "inbox.left_out", read.name,
                    words.plural("inbox.rows", static_cast<std::int64_t>(read.left_out))));
        }
    }

private:
    void say(std::string const& text) const { console_.err << "cadran: " << text << std::endl; }

    Console const& console_;
    fs::path file_;
    std::shared_ptr<void const> opening_;
    WatchNote note_; // for programs that know the file by another name
    FileHost host_{settings_dir(), sessions_dir(), cache_dir(), assets_dir(), state_dir()};
    ui::DropFolder folder_;
};

void announce(Console const& console, OpenRoom const& room, room::Listening const& at)
{
    auto const state = room.server->state();
    auto const url = room.url(shown_address(at.address));
    if (console.output == Output::json)
        console.out << Json{{"url", url}, {"code", state.code}, {"port", state.port}}.dump()
                    << std::endl;
    else
        console.out << console.words.text("cli.host.open", url, state.code) << std::endl;
}

// Writes the cards to print, before anything is announced.
Result<void> write_cards(Console const& console, OpenRoom const& room, room::Listening const& at,
                         session::Session const& session, fs::path const& to)
{
    auto const state = room.server->state();
    auto const address = shown_address(at.address);
    auto const page =
        exchange::join_cards(console.words, {model::get<model::Profile>(session.document()).title,
                                             room.url(address),
                                             address + ":" + std::to_string(state.port),
                                             state.code,
                                             {}});
    if (!page) return fail(page.error());
    return platform::write_whole(platform::real_disk(), to, *page, platform::Clobber::yes,
                                 platform::Readers::owner);
}

} // namespace

int host(Console const& console, fs::path const& file, HostAsked const& asked)
{
    auto const bell = std::make_shared<Bell>();
    platform::EndRequests const ends([bell] { bell->end(); });
    auto at = listening_at(asked.listen);
    if (!at) return say_error(console, at.error());
    at->certificate = asked.certificate, at->key = asked.key;
    auto opened = open_session(console, file, journal::OpenMode::write);
    if (!opened) return say_error(console, opened.error(), file);
    auto& session = *(*opened)->session;
    if (!session.log().writable())
        return (*opened)->notices.empty() ? say_error(console, session.log().why_closed(), file)
                                          : 1;
    auto const mail = std::make_shared<session::Mailbox>();
    mail->on_post([bell] { bell->ring(); });
    auto room = open_room(room_means(), *at, session, mail);
    if (!room) return say_error(console, room.error());
    Preferences const preferences(settings_dir() / "preferences.json");
    for (auto const& set : ui::to_adopt(session.document(), preferences.notices()))
        if (auto const kept = session.submit(own_actor(), set); !kept)
            return say_error(console, kept.error());
    (*room)->follow(session);
    if (!asked.cards.empty())
        if (auto const done = write_cards(console, **room, *at, session, asked.cards); !done)
            return say_error(console, done.error());
    platform::KeepsAwake const awake; // nobody touches this machine meanwhile
    announce(console, **room, *at);
    listen_to_lines(bell);
    Drops drops(console, file, **opened, *mail);

    Facilitation facilitation(session, own_actor(), room->get());
    bool over = false;
    constexpr std::size_t together = 64; // messages before the next View
    for (std::string line; !over && bell->wait(line);) {
        drops.look();
        for (auto& message : mail->take(together)) {
            name_cases(session, message);
            (void)session::deliver(&session, message);
        }
        if (!line.empty()) {
            over = line == "end";
            tell(console, over ? (*room)->server->close().map([] { return Json::object(); })
                               : facilitation.obey(line));
        }
        (*room)->follow(session);
        if (!mail->empty()) bell->ring();
    }
    mail->close();
    return 0;
}

} // namespace shell
