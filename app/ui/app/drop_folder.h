#pragma once

#include "exchange/cases/proposals.h"
#include "session/mailbox.h"
#include "ui/app/host.h"

#include <deque>

namespace ui {

// Handles proposals from files of the drop folder: reads a file, sends messages to the session, and
// moves the file away when all are in the journal. After a crash in between, the file is read again
// and proposes nothing new.
class DropFolder {
public:
    // Both must outlive this; the mailbox is closed first.
    DropFolder(Host& host, session::Mailbox& mail)
        : host_(host)
        , mail_(mail)
    {
    }
    DropFolder(DropFolder const&) = delete;
    DropFolder& operator=(DropFolder const&) = delete;

    // The result for a file.
    struct Read {
        enum class As { taken, refused, waiting } as = As::taken; // waiting: to be tried again
        std::string name;
        std::size_t left_out = 0;             // rows without a title
        std::optional<base::Error> why;       // why it was refused
        std::optional<base::Error> not_moved; // why it could not be moved away
    };

    // Checks the folder, unless a file is being processed or the disk has just failed. True when
    // something was found.
    bool look(std::filesystem::path const& session, std::shared_ptr<void const> opening);
    [[nodiscard]] std::vector<Read> take_read() { return std::exchange(read_, {}); }
    // The session was closed.
    void forget();

private:
    struct File {
        Read about;
        std::deque<edit::Propose> entries; // not in the journal yet
    };
    void open_next();
    void send_next();
    void answered(session::CommandResult const& outcome);
    void end(Read about, Fate fate);

    Host& host_;
    session::Mailbox& mail_;
    std::filesystem::path session_;
    std::shared_ptr<void const> opening_;
    std::deque<Incoming> came_in_;
    std::optional<File> file_; // being processed
    std::vector<Read> read_;
    std::int64_t look_again_ms_ = 0; // not earlier, after a disk error
    std::uint64_t sitting_ = 0;      // session counter: replies of an earlier session are ignored
};

} // namespace ui
