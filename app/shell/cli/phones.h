#pragma once

#include "shell/cli/bell.h"
#include "shell/cli/commands.h"
#include "shell/files/file_host.h"
#include "shell/files/former_inbox.h"
#include "shell/files/room_at.h"
#include "ui/app/drop_folder.h"

namespace shell {

// What reaches a session that is led by lines: from phones, if their room is open, and from the
// folder of proposals beside it. For the session's thread.
class Phones {
public:
    // Rings the bell when something waits for `turn`. Opens no room yet.
    Phones(Console const& console, std::filesystem::path const& file, std::string const& id,
           session::Session& session, std::shared_ptr<Bell> const& bell);
    ~Phones(); // the room's seats stay
    Phones(Phones const&) = delete;
    Phones& operator=(Phones const&) = delete;

    // Opens the room, takes over the notices on personal data as `who`, writes the cards that are
    // asked for, and announces its address. Errors of listening_at, open_room and of the disk.
    base::Result<void> open(HostAsked const& asked, edit::Actor const& who);
    // Handles what arrived, and shows the phones the session if it changed.
    void turn();
    // Closes the room for good: its seats are removed.
    base::Result<void> close();
    [[nodiscard]] OpenRoom const* room() const { return room_.get(); }

private:
    void look_for_drops();
    void say(std::string const& text) const;
    void announce(room::Listening const& at) const;
    [[nodiscard]] base::Result<void> write_cards(room::Listening const& at,
                                                 std::filesystem::path const& to) const;

    Console const& console_;
    std::filesystem::path file_;
    session::Session& session_;
    std::shared_ptr<Bell> bell_;
    std::shared_ptr<session::Mailbox> mail_ = std::make_shared<session::Mailbox>();
    std::unique_ptr<OpenRoom> room_;
    WatchNote note_; // for programs that know the file by another name
    FileHost host_;
    ui::DropFolder folder_;
};

} // namespace shell
