#pragma once

#include "session/session.h"
#include "ui/wish.h"

#include <cstdint>
#include <filesystem>
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
    // What the person has to be told on opening: a torn tail kept aside, a second opener, a damaged
    // line…
    std::vector<base::Error> notices;
};

enum class Ended { cleanly, without_warning };

// A session opened lately, as the start screen shows it.
struct Recent {
    std::filesystem::path path;
    std::int64_t changed_ms = 0; // Unix time of its last entry
    std::uint64_t entries = 0;
    Ended ended = Ended::cleanly;
    model::Document document;
    std::size_t ballots_kept = 0; // in the urn of an open round
};

struct Settings {
    std::string language = "fr"; // "fr" or "en"
    Appearance appearance = Appearance::day;
    int scale_percent = 100;
    Chime chime = Chime::off;
    std::optional<Motion> motion = std::nullopt; // as the system says, until the person does
    friend bool operator==(Settings const&, Settings const&) = default;
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

// What a folder holds, for choosing a file in it.
struct FileEntry {
    enum class Kind { folder, file };
    std::filesystem::path path;
    std::string name; // as shown, UTF-8
    Kind kind = Kind::file;
    std::uint64_t bytes = 0;
    std::int64_t changed_ms = 0; // Unix time
};
struct Folder {
    std::filesystem::path path;     // absolute
    std::vector<FileEntry> entries; // in no order; hidden ones left out
};
// A folder that people come back to.
struct FolderPlace {
    enum class Kind { sessions, home, documents, downloads, desktop, lately };
    Kind kind = Kind::lately;
    std::filesystem::path path;
};

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
    virtual std::vector<Recent> recent() = 0; // newest first
    virtual void forget(std::filesystem::path const& path) = 0;
    virtual void keep(Settings const& settings) = 0;

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
    // Into the trash of the person's desktop. Refused while the session is open elsewhere.
    virtual base::Result<void> trash(std::filesystem::path const& path) = 0;

    // `io` "folder.read" with the path when it cannot be listed. "~" is the person's own folder.
    virtual base::Result<Folder> list_folder(std::filesystem::path const& path) = 0;
    // Those that exist, the most useful first; then those where files were chosen lately.
    virtual std::vector<FolderPlace> places() = 0;
    virtual void chose_in(std::filesystem::path const& folder) = 0;

    // Whether the person's desktop asks for less movement.
    virtual Motion system_motion() = 0;
};

} // namespace ui
