#pragma once

#include "exchange/cases/proposals.h"
#include "session/mailbox.h"
#include "ui/app/host.h"

#include <deque>

namespace ui {

// Proposals that come in as files beside the session: read, sent to it as messages, moved out of
// the way once they are in the journal, in that order. A crash in between leaves a file that
// proposes nothing new.
class DropFolder {
public:
    // Both are gone after this is; the mailbox before.
    DropFolder(Host& host, session::Mailbox& mail)
        : host_(host)
        , mail_(mail)
    {
    }
    DropFolder(DropFolder const&) = delete;
    DropFolder& operator=(DropFolder const&) = delete;

    // What became of a file, for whoever is to be told.
    struct Read {
        enum class As { taken, refused, waiting } as = As::taken; // waiting: it is tried again
        std::string name;
        std::size_t left_out = 0;             // rows without a title
        std::optional<base::Error> why;       // not taken
        std::optional<base::Error> not_moved; // it stays where it is
    };

    // Looks for files beside a session, unless some are still on their way or the disk has just
    // refused. True when something came in.
    bool look(std::filesystem::path const& session, std::shared_ptr<void const> opening);
    [[nodiscard]] std::vector<Read> take_read() { return std::exchange(read_, {}); }
    // The session is left.
    void forget();

private:
    struct File {
        Read about;
        std::deque<edit::Propose> entries; // that are not in the journal yet
    };
    void open_next();
    void send_next();
    void answered(session::Outcome const& outcome);
    void end(Read about, Fate fate);

    Host& host_;
    session::Mailbox& mail_;
    std::filesystem::path session_;
    std::shared_ptr<void const> opening_;
    std::deque<Incoming> came_in_;
    std::optional<File> file_; // on its way
    std::vector<Read> read_;
    std::int64_t look_again_ms_ = 0; // not before: the disk refused
    std::uint64_t sitting_ = 0;      // answers of an earlier one mean nothing
};

} // namespace ui
