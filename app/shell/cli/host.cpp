#include "platform/awake.h"
#include "platform/process.h"
#include "shell/cli/bell.h"
#include "shell/cli/commands.h"
#include "shell/cli/facilitation.h"
#include "shell/cli/opened.h"
#include "shell/cli/phones.h"

namespace shell {

int host(Console const& console, std::filesystem::path const& file, HostAsked const& asked)
{
    auto const bell = std::make_shared<Bell>();
    platform::EndRequests const ends([bell] { bell->end(); });
    if (auto const at = listening_at(asked.listen); !at) return say_error(console, at.error());
    if (was_shared(file))
        return say_error(console,
                         {base::Errc::conflict, "host.shared", file.filename().string(), 0}, file);
    auto opened = open_session(console, file, journal::OpenMode::write);
    if (!opened) return say_error(console, opened.error(), file);
    auto& session = *(*opened)->session;
    if (!session.log().writable())
        return (*opened)->notices.empty() ? say_error(console, session.log().why_closed(), file)
                                          : 1;
    Phones phones(console, file, (*opened)->id, session, bell);
    if (auto ok = phones.open(asked, own_actor()); !ok) return say_error(console, ok.error());
    platform::KeepsAwake const awake; // nobody touches this machine meanwhile
    listen_to_lines(bell);
    Facilitation facilitation(session, own_actor(), phones.room());
    bool over = false;
    for (std::string line; !over && bell->wait(line);) {
        phones.turn();
        if (line.empty()) continue;
        over = line == "end";
        tell(console, over ? phones.close().map([] { return Facilitation::Json::object(); })
                           : facilitation.obey(line));
        phones.turn();
    }
    return 0;
}

} // namespace shell
