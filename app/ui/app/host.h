#pragma once

#include "exchange/outputs/outputs.h"
#include "exchange/templates/template.h"
#include "session/mailbox.h"
#include "session/session.h"
#include "ui/app/shared_rooms.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/folders.h"
#include "ui/dialogs/import/kept_columns.h"
#include "ui/dialogs/letterhead.h"
#include "ui/dialogs/own_notices.h"
#include "ui/kit/own_template.h"
#include "ui/kit/recent.h"
#include "ui/kit/room_state.h"
#include "ui/kit/settings.h"
#include "ui/kit/wish.h"
#include "ui/screens/compare/session_at.h"
#include "ui/screens/facilitator/notes.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// The services that the interface needs from the machine: files, settings, time. Implemented by the
// shell, and by tests.
namespace ui {

struct OpenedSession {
    std::unique_ptr<session::Session> session;
    std::unique_ptr<SharedRooms> shared; // its other machines; null: it is of this machine only
    std::filesystem::path path;
    Access access = Access::edit;
    edit::Actor who; // the actor of this window
    // Messages on opening: damaged end of the file, open elsewhere, damaged line…
    std::vector<base::Error> notices;
};

// An export: the session at one moment, and what to make.
struct ExportJob {
    exchange::Order order;
    model::Document document;      // as shown in the language
    std::filesystem::path session; // its file
    exchange::Seal seal;           // of the shown moment; the session's id is read from the file
    board::Raised raised;          // stacking order of overlapping cards
    std::string language;          // "fr" or "en"
    std::filesystem::path folder;
    OverFiles over = OverFiles::asks;
};
// The progress. A file counts as written when it is on the disk under its name.
struct ExportState {
    std::size_t written = 0, all = 0;
    std::uint64_t bytes = 0;           // size of the written files
    std::vector<std::string> there;    // existing names: nothing was written
    std::optional<base::Error> failed; // and writing stopped
    [[nodiscard]] bool ended() const { return failed || !there.empty() || written == all; }
};

// A file of the drop folder, with proposals.
struct Incoming {
    std::string name;
    std::string bytes;
    std::int64_t at_ms = 0; // Unix time of the file
    std::optional<base::Error> unreadable = {};
    std::string taken_before = {}; // contents of an earlier version that `bytes` begins with
};
enum class Fate { taken, refused };

// An open room for phones. To be used and destroyed on the session's thread; what phones do is
// posted to the session's mailbox, and so is a Finish when `state` changed.
class HostedRoom {
public:
    HostedRoom() = default;
    HostedRoom(HostedRoom const&) = delete;
    HostedRoom& operator=(HostedRoom const&) = delete;
    // Ends the connections. The seats are kept for the next opening, for a day.
    virtual ~HostedRoom() = default;
    // Shows the session to the phones, if it changed. Called after each frame: must be fast.
    virtual void follow(session::Session const& session) = 0;
    [[nodiscard]] virtual RoomState state() const = 0;
    // Tells the phones that it is over, and destroys the seats. `io` when these cannot be removed.
    virtual base::Result<void> close() = 0;
};

class Host {
public:
    Host() = default;
    Host(Host const&) = delete;
    Host& operator=(Host const&) = delete;
    virtual ~Host() = default;

    virtual std::int64_t now_ms() = 0;
    virtual base::Result<OpenedSession> open(std::filesystem::path const& path, Access access) = 0;
    // Creates a session file in the sessions folder, named after the title.
    virtual base::Result<OpenedSession> create(NewSession const& wish,
                                               std::string const& language) = 0;
    // Writes a template made from the session, as shown, to the user's folder of templates.
    // `conflict` "template.exists"; errors of exchange::write_template and of the disk.
    virtual base::Result<std::filesystem::path> save_template(session::Session const& /*session*/,
                                                              model::Document const& /*shown*/,
                                                              std::string const& title)
    {
        return base::fail(base::Errc::io, "file.write", title);
    }
    // The user's own templates, by title; bilingual ones in `language`.
    virtual std::vector<OwnTemplate> own_templates(std::string const& /*language*/) { return {}; }
    // The planned durations of a template's steps; none of an unknown one.
    virtual exchange::Minutes planned_minutes(std::string const& /*name*/) { return {}; }
    virtual base::Result<void> trash_template(std::filesystem::path const& path)
    {
        return base::fail(base::Errc::io, "file.trash", path.string());
    }
    // Called when a session is closed properly.
    virtual void closed(std::filesystem::path const& path) = 0;
    // Writes the session from memory to a new file: `conflict` "file.exists" with its name.
    virtual base::Result<void> save_copy(session::Session const& session,
                                         std::filesystem::path const& path) = 0;
    virtual base::Result<std::string> read_file(std::filesystem::path const& path) = 0;
    // The document of a session that is not opened; its file is not changed. Errors as `open`.
    virtual base::Result<model::Document> document_in(std::filesystem::path const& path)
    {
        return base::fail(base::Errc::not_found, "file.read", path.string());
    }
    // Reads the library in parts; `shelved` is called from any thread, now or later, the last time
    // with `last`. An unreadable file is listed with its error.
    virtual void list_sessions(Shelved shelved) = 0;
    // Sets the place and tags of a session, on this machine.
    virtual base::Result<void> label(Recent const& session, std::string const& place,
                                     std::vector<std::string> const& tags) = 0;
    // Moves a session and its files to a subfolder, or out of any when empty. `locked` "file.busy"
    // while it is open elsewhere.
    virtual base::Result<std::filesystem::path> move_to_folder(std::filesystem::path const& path,
                                                               std::string const& folder) = 0;
    // Renames a subfolder, or creates it when `from` is empty. `invalid` "folder.name"; `conflict`
    // "folder.exists".
    virtual base::Result<void> name_folder(std::string const& from, std::string const& to) = 0;
    // Reads the session in a file after an entry, or at its end; the file is not changed. `done` is
    // called once, from any thread, now or later.
    virtual void read_session(std::filesystem::path const& path, std::optional<std::uint64_t> entry,
                              SessionRead done) = 0;
    virtual void forget(std::filesystem::path const& path) = 0;
    virtual void keep(Settings const& settings) = 0;

    // Lists a folder; "~" is the home folder. `listed` is called once, from any thread, now or
    // later, as disks may be slow. `io` "folder.read" with the path.
    using Listed = std::function<void(base::Result<Folder>)>;
    virtual void list_folder(std::filesystem::path const& path, Listed listed) = 0;
    // Known existing folders, most useful first; then recently used ones.
    virtual std::vector<FolderPlace> places() = 0;
    virtual void chose_in(std::filesystem::path const& folder) = 0;

    // The facilitator's notes for a session, on this machine. `chain_start`: see session::View.
    virtual SessionNotes notes(std::string const& /*chain_start*/) { return {}; }
    virtual base::Result<void> keep_notes(std::string const& /*chain_start*/,
                                          SessionNotes const& /*notes*/)
    {
        return {};
    }

    // The complete new files in the drop folder of a session. Called once a second: must be fast.
    virtual std::vector<Incoming> incoming(std::filesystem::path const& /*session*/) { return {}; }
    // Moves a file away, when its proposals are in the journal or it was refused.
    virtual base::Result<void> put_away(std::filesystem::path const& /*session*/,
                                        std::string const& /*name*/, Fate /*fate*/)
    {
        return {};
    }
    // The drop folder of a session, created if missing.
    virtual base::Result<std::filesystem::path> inbox(std::filesystem::path const& session)
    {
        return session;
    }
    // The addresses of this machine now: this machine only, then by usefulness. Called once a
    // second while a room is open: must be fast.
    virtual std::vector<RoomAddress> room_addresses() { return {}; }
    // Opens a room for phones at one of these. `port`: that of a room just left, 0: the usual one;
    // another one when it is taken. `io` "room.listen" with address and port; errors of the files.
    virtual base::Result<std::unique_ptr<HostedRoom>>
    open_room(std::string const& address, std::uint16_t /*port*/, session::Session const& /*shown*/,
              std::shared_ptr<session::Mailbox> const& /*mail*/)
    {
        return base::fail(base::Errc::io, "room.listen", address);
    }
    // Shares a session that is not open with other machines, and opens it. Errors as `open`, of the
    // server and of the invitation.
    virtual base::Result<OpenedSession> share(std::filesystem::path const& /*path*/,
                                              Share const& /*how*/)
    {
        return base::fail(base::Errc::not_found, "shared.no_client");
    }
    // The file of the session that an invitation is for, received if this machine has none. `done`
    // is called once, from any thread, now or later.
    using Received = std::function<void(base::Result<std::filesystem::path>)>;
    virtual void receive_shared(std::filesystem::path const& invitation, Received done) = 0;
    // Whether a sound can be played at the end of the timer.
    [[nodiscard]] virtual bool can_chime() const { return false; }
    virtual void chime() {}
    // Copies a session under a new name in the same folder, and adds it to the recent ones.
    virtual base::Result<std::filesystem::path> duplicate(std::filesystem::path const& path) = 0;
    // Moves it to the archive folder beside it. Fails while it is open elsewhere.
    virtual base::Result<std::filesystem::path> archive(std::filesystem::path const& path) = 0;
    // Erases texts from a session that is not open, and from files beside it.
    struct Redacted {
        model::ErasedTexts erased;
        std::optional<base::Error> left; // a file beside it that could not be cleaned
    };
    virtual base::Result<Redacted> redact(std::filesystem::path const& path,
                                          journal::ToErase const& /*what*/)
    {
        return base::fail(base::Errc::not_found, "file.read", path.string());
    }
    // Moves it to the trash. Fails while it is open elsewhere.
    virtual base::Result<void> trash(std::filesystem::path const& path) = 0;

    // The default folder for exports of a session with that title.
    virtual std::filesystem::path export_folder(std::string const& /*title*/) { return {}; }
    // Whether an installed program can make PDF files.
    [[nodiscard]] virtual bool can_print() const { return false; }
    // The head of reports on this machine.
    virtual Letterhead letterhead() { return {}; }
    virtual void keep_letterhead(Letterhead const& /*head*/) {}
    // The texts on personal data edited on this machine. An empty one is forgotten.
    virtual OwnNotices notices() { return {}; }
    virtual void keep_notice(model::Tongue /*language*/, model::Notice const& /*notice*/) {}
    // Writes files on another thread. `told` is called from there: after each, and at the end.
    using ExportTold = std::function<void(ExportState const&)>;
    virtual void write_export(ExportJob job, ExportTold told) = 0;
    // Draws one picture as PNG, in the same way.
    using Drawn = std::function<void(base::Result<std::string>)>;
    virtual void draw_picture(ExportJob job, exchange::Image const& image, Drawn drawn) = 0;

    // The remembered mappings of columns.
    virtual std::vector<KeptColumns> kept_columns() { return {}; }
    virtual void keep_columns(std::vector<KeptColumns> const& /*kept*/) {}
    // Opens one of the program's documents (assets/docs) with the desktop's program: the file
    // itself, or a copy in the sessions folder to fill in. Returns its path; `io` when it cannot be
    // copied.
    enum class Use { read, fill_in };
    virtual base::Result<std::filesystem::path> open_document(std::string const& name, Use /*use*/)
    {
        return std::filesystem::path(name);
    }

    // Writes a page of HTML to the sessions folder, under this name without ending, or a free one
    // like it, and opens it with the desktop's program. Returns its path.
    virtual base::Result<std::filesystem::path> open_page(std::string const& stem,
                                                          std::string const& /*html*/)
    {
        return std::filesystem::path(stem + ".html");
    }

    // The version and the libraries of this build.
    virtual About about() { return {}; }

    // The desktop's setting for reduced motion.
    virtual Motion system_motion() = 0;
};

} // namespace ui
