#pragma once

#include "journal/file_log.h"
#include "platform/desktop.h"
#include "shell/files/about.h"
#include "shell/files/former_inbox.h"
#include "shell/files/inbox.h"
#include "shell/files/preferences.h"
#include "shell/files/window_sharing.h"
#include "shell/machine/chime.h"
#include "shell/machine/machine.h"
#include "ui/app/host.h"

#include <functional>
#include <future>

namespace shell {

// The services of this machine for the interface: session files, preferences, time.
class FileHost : public ui::Host {
public:
    // Folders as in paths.h.
    FileHost(std::filesystem::path settings, std::filesystem::path sessions,
             std::filesystem::path cache, std::filesystem::path assets,
             std::filesystem::path const& state);

    std::int64_t now_ms() override { return clock_.now_ms(); }
    base::Result<ui::OpenedSession> open(std::filesystem::path const& path,
                                         ui::Access access) override;
    base::Result<ui::OpenedSession> create(ui::NewSession const& wish,
                                           std::string const& language) override;
    base::Result<std::filesystem::path> save_template(session::Session const& session,
                                                      model::Document const& shown,
                                                      std::string const& title) override;
    std::vector<ui::OwnTemplate> own_templates(std::string const& language) override;
    exchange::Minutes planned_minutes(std::string const& name) override;
    base::Result<void> trash_template(std::filesystem::path const& path) override;
    void closed(std::filesystem::path const& path) override;
    base::Result<void> save_copy(session::Session const& session,
                                 std::filesystem::path const& path) override;
    base::Result<std::string> read_file(std::filesystem::path const& path) override;
    base::Result<model::Document> document_in(std::filesystem::path const& path) override;
    std::vector<ui::KeptColumns> kept_columns() override { return preferences_.columns(); }
    void keep_columns(std::vector<ui::KeptColumns> const& kept) override
    {
        preferences_.keep_columns(kept);
    }
    base::Result<std::filesystem::path> open_document(std::string const& name, Use use) override;
    base::Result<std::filesystem::path> open_page(std::string const& stem,
                                                  std::string const& html) override;
    void list_sessions(ui::Shelved shelved) override;
    base::Result<void> label(ui::Recent const& session, std::string const& place,
                             std::vector<std::string> const& tags) override;
    base::Result<std::filesystem::path> move_to_folder(std::filesystem::path const& path,
                                                       std::string const& folder) override;
    base::Result<void> name_folder(std::string const& from, std::string const& to) override;
    void read_session(std::filesystem::path const& path, std::optional<std::uint64_t> entry,
                      ui::SessionRead done) override;
    ui::SessionNotes notes(std::string const& chain_start) override;
    base::Result<void> keep_notes(std::string const& chain_start,
                                  ui::SessionNotes const& notes) override;
    void forget(std::filesystem::path const& path) override { preferences_.forget(path); }
    void keep(ui::Settings const& settings) override { preferences_.keep(settings); }
    std::vector<ui::Incoming> incoming(std::filesystem::path const& session) override;
    base::Result<void> put_away(std::filesystem::path const& session, std::string const& name,
                                ui::Fate fate) override;
    base::Result<std::filesystem::path> inbox(std::filesystem::path const& session) override;
    std::vector<ui::RoomAddress> room_addresses() override;
    base::Result<std::unique_ptr<ui::HostedRoom>>
    open_room(std::string const& address, std::uint16_t port, session::Session const& session,
              std::shared_ptr<session::Mailbox> const& mail) override;
    base::Result<ui::OpenedSession> share(std::filesystem::path const& path,
                                          ui::Share const& how) override;
    void receive_shared(std::filesystem::path const& invitation, Received done) override;
    [[nodiscard]] bool can_chime() const override { return chime_.can_ring(); }
    void chime() override { chime_.ring(); }
    base::Result<std::filesystem::path> duplicate(std::filesystem::path const& path) override;
    base::Result<std::filesystem::path> archive(std::filesystem::path const& path) override;
    base::Result<Redacted> redact(std::filesystem::path const& path,
                                  journal::ToErase const& what) override;
    base::Result<void> trash(std::filesystem::path const& path) override;
    void list_folder(std::filesystem::path const& path, Listed listed) override;
    std::vector<ui::FolderPlace> places() override;
    void chose_in(std::filesystem::path const& folder) override { preferences_.used(folder); }
    ui::About about() override { return shell::about(); }
    ui::Motion system_motion() override;
    std::filesystem::path export_folder(std::string const& title) override;
    [[nodiscard]] bool can_print() const override;
    ui::Letterhead letterhead() override { return preferences_.letterhead(); }
    ui::OwnNotices notices() override { return preferences_.notices(); }
    void keep_notice(model::Tongue language, model::Notice const& notice) override
    {
        preferences_.keep_notice(language, notice);
    }
    void keep_letterhead(ui::Letterhead const& head) override
    {
        preferences_.keep_letterhead(head);
    }
    void write_export(ui::ExportJob job, ExportTold told) override;
    void draw_picture(ui::ExportJob job, exchange::Image const& image, Drawn drawn) override;

    // The user's settings, else those of the desktop.
    [[nodiscard]] ui::Settings settings() const;

private:
    [[nodiscard]] journal::FileLog::Options options() const;
    [[nodiscard]] SharingMeans sharing();
    // Notes that a session is open for editing here.
    void note_open(std::filesystem::path const& path, std::string const& session);
    // Runs it on a separate thread: network disks may be slow.
    void send(std::function<void()> errand);

    SystemClock clock_;
    SystemRandomSource random_;
    Preferences preferences_;
    std::filesystem::path settings_folder_;
    std::filesystem::path sessions_;
    std::filesystem::path cache_;
    std::filesystem::path assets_;
    std::filesystem::path templates_; // of the user
    std::filesystem::path keys_;      // of ballot boxes
    std::filesystem::path seats_;     // of rooms for phones
    std::filesystem::path shared_;    // of sessions on several machines
    Watch watch_;
    struct Held {
        WatchNote note;
        Identity whose;
    };
    std::map<std::filesystem::path, Held> held_; // sessions open in this program
    Chime chime_;
    // The desktop's settings, queried in the background at the start.
    std::shared_future<platform::DesktopWishes> wishes_;
    // Background tasks: listing folders, reading sessions, writing files.
    std::vector<std::future<void>> errands_;
};

// The contents of a file. Errors of platform::unreadable.
base::Result<std::string> read_file(std::filesystem::path const& path);

} // namespace shell
