#pragma once

#include "exchange/outputs/outputs.h"
#include "session/session.h"
#include "ui/dialogs/folders.h"
#include "ui/dialogs/kept_columns.h"
#include "ui/kit/recent.h"
#include "ui/kit/settings.h"
#include "ui/kit/wish.h"
#include "ui/screens/compare/session_at.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// What the interface asks of the machine: files, settings, time. The shell gives a real one, tests
// their own.
namespace ui {

struct OpenedSession {
    std::unique_ptr<session::Session> session;
    std::filesystem::path path;
    Access access = Access::edit;
    edit::Actor who; // acts in this window
    // What the person has to be told on opening: a torn tail kept aside, a second opener, a damaged
    // line…
    std::vector<base::Error> notices;
};

// What a session says at one moment, and what is to be made of it.
struct ExportJob {
    exchange::Order order;
    model::Document document; // as the screen words it
    std::uint64_t entries = 0;
    std::string hash;     // of the last entry
    std::string language; // "fr" or "en"
    std::filesystem::path folder;
    OverFiles over = OverFiles::asks;
};
// How far it is. Nothing is counted as written before it is on the disk under its name.
struct ExportState {
    std::size_t written = 0, all = 0;
    std::vector<std::string> there;    // these names are taken: nothing was written
    std::optional<base::Error> failed; // and then no more
    [[nodiscard]] bool ended() const { return failed || !there.empty() || written == all; }
};

// A file that came in beside the session, with proposals in it.
struct Incoming {
    std::string name;
    std::string bytes;
    std::int64_t at_ms = 0; // Unix time at which it was written
    std::optional<base::Error> unreadable = {};
    std::string taken_before = {}; // of an earlier version that goes on in `bytes`
};
enum class Fate { taken, refused };

class Host {
public:
    Host() = default;
    Host(Host const&) = delete;
    Host& operator=(Host const&) = delete;
    virtual ~Host() = default;

    virtual std::int64_t now_ms() = 0;
    virtual base::Result<OpenedSession> open(std::filesystem::path const& path, Access access) = 0;
    // A new file in the person's folder of sessions, named after the title.
    virtual base::Result<OpenedSession> create(NewSession const& wish,
                                               std::string const& language) = 0;
    // Called when a session is left on purpose: it ended cleanly.
    virtual void closed(std::filesystem::path const& path) = 0;
    // What is in memory of a session, as a new file: `conflict` "file.exists" with its name.
    virtual base::Result<void> save_copy(session::Session const& session,
                                         std::filesystem::path const& path) = 0;
    virtual base::Result<std::string> read_file(std::filesystem::path const& path) = 0;
    // What a session says that is not opened: it stays as it is. Errors as those of `open`.
    virtual base::Result<model::Document> document_in(std::filesystem::path const& path)
    {
        return base::fail(base::Errc::not_found, "file.read", path.string());
    }
    // The sessions of this machine, in parts as they are read; `shelved` is called from any thread,
    // now or later, the last time with `last`. A file that cannot be read is among them and blocks
    // nothing.
    virtual void list_sessions(Shelved shelved) = 0;
    // Where a session is about and what it is found by, for this machine alone.
    virtual base::Result<void> label(Recent const& session, std::string const& place,
                                     std::vector<std::string> const& tags) = 0;
    // Into a folder of the person's own, or out of any when it is empty, with what lies beside it.
    // `locked` "file.busy" while it is open elsewhere.
    virtual base::Result<std::filesystem::path> move_to_folder(std::filesystem::path const& path,
                                                               std::string const& folder) = 0;
    // `invalid` "folder.name"; `conflict` "folder.exists"; renaming nothing into a name makes one.
    virtual base::Result<void> name_folder(std::string const& from, std::string const& to) = 0;
    // The session in a file as it was after an entry, or at its end; the file stays as it is.
    // `done` is called once, from any thread, now or later.
    virtual void read_session(std::filesystem::path const& path, std::optional<std::uint64_t> entry,
                              SessionRead done) = 0;
    virtual void forget(std::filesystem::path const& path) = 0;
    virtual void keep(Settings const& settings) = 0;

    // What a folder holds; "~" is the person's own. `listed` is called once, from any thread, now
    // or later: a folder may lie on a disk that does not answer. `io` "folder.read" with the path.
    using Listed = std::function<void(base::Result<Folder>)>;
    virtual void list_folder(std::filesystem::path const& path, Listed listed) = 0;
    // Folders that exist, the most useful first; then those where files were chosen lately.
    virtual std::vector<FolderPlace> places() = 0;
    virtual void chose_in(std::filesystem::path const& folder) = 0;

    // What lies whole in the drop folder of a session. Asked once a second: it has to be cheap.
    virtual std::vector<Incoming> incoming(std::filesystem::path const& /*session*/) { return {}; }
    // Out of the way, once its proposals are in the journal or it was refused.
    virtual base::Result<void> put_away(std::filesystem::path const& /*session*/,
                                        std::string const& /*name*/, Fate /*fate*/)
    {
        return {};
    }
    // The drop folder of a session, made when it is not there yet.
    virtual base::Result<std::filesystem::path> inbox(std::filesystem::path const& session)
    {
        return session;
    }
    // Is there anything here to play a sound with? The end of the timer, heard.
    [[nodiscard]] virtual bool can_chime() const { return false; }
    virtual void chime() {}
    // A copy under a name of its own, in the same folder; it is then among the recent ones.
    virtual base::Result<std::filesystem::path> duplicate(std::filesystem::path const& path) = 0;
    // Into the folder of archives beside it. Refused while the session is open elsewhere.
    virtual base::Result<std::filesystem::path> archive(std::filesystem::path const& path) = 0;
    // Erases from a session that nobody has open, for good, and from what lies beside it.
    struct Redacted {
        model::ErasedTexts erased;
        std::optional<base::Error> left; // what beside it could not be removed
    };
    virtual base::Result<Redacted> redact(std::filesystem::path const& path,
                                          journal::ToErase const& /*what*/)
    {
        return base::fail(base::Errc::not_found, "file.read", path.string());
    }
    // Into the trash of the person's desktop. Refused while the session is open elsewhere.
    virtual base::Result<void> trash(std::filesystem::path const& path) = 0;

    // Where exports of a session of that title go unless another folder is chosen.
    virtual std::filesystem::path export_folder(std::string const& /*title*/) { return {}; }
    // Writes files on a thread of its own. `told` is called from there: after each, and at the end.
    using ExportTold = std::function<void(ExportState const&)>;
    virtual void write_export(ExportJob /*job*/, ExportTold /*told*/) {}
    // One picture of it as PNG, in the same way.
    using Drawn = std::function<void(base::Result<std::string>)>;
    virtual void draw_picture(ExportJob /*job*/, exchange::Image const& /*image*/, Drawn /*drawn*/)
    {
    }

    // What was said of columns of tables, on this machine.
    virtual std::vector<KeptColumns> kept_columns() { return {}; }
    virtual void keep_columns(std::vector<KeptColumns> const& /*kept*/) {}
    // Opens a document of the program's own (assets/docs) with what the desktop has for it: the
    // file itself to be read, or a copy among the person's sessions to be filled in. Where it is;
    // `io` when it cannot be copied.
    enum class Use { read, fill_in };
    virtual base::Result<std::filesystem::path> open_document(std::string const& name, Use /*use*/)
    {
        return std::filesystem::path(name);
    }

    // Whether the person's desktop asks for less movement.
    virtual Motion system_motion() = 0;
};

} // namespace ui
