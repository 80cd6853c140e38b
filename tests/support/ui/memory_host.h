#pragma once

#include "journal/memory_log.h"
#include "support/random_workshop.h"
#include "support/ui/memory_rooms.h"
#include "ui/app/host.h"

#include <filesystem>
#include <functional>
#include <map>

namespace support {

namespace fs = std::filesystem;

// A ballot box in memory that can refuse with a given error.
class RefusingBox : public journal::MemoryBox {
public:
    std::optional<base::Error> refuses;
    int asked = 0;
    base::Result<void> put(model::RoundId round, std::string const& token,
                           model::Ballot const& ballot) override;
    base::Result<void> withdraw(model::RoundId round, std::string const& token) override;
    base::Result<void> destroy(model::RoundId round) override;
};

// A log in memory whose writes can fail with a given error.
class RefusingLog : public journal::MemoryLog {
public:
    std::vector<journal::Entry>* file = nullptr; // outlives the session, as a file does
    // errors of a full disk; of a change by another program
    std::optional<base::Error> refuses, touched;

    base::Result<void> append(journal::Entry const& entry) override;
    base::Result<void> check_kept() override;
};

// The room for phones without sockets: what it was asked to do, and what phones do.
struct Phones {
    ui::RoomState state;                // the test sets who joined
    std::vector<std::string> opened_at; // addresses with ports
    std::optional<base::Error> refuses; // the error of the next opening
    std::uint64_t version = 0;          // of the session that phones saw last
    bool open = false;
    int told_over = 0; // how often phones were told that it is over
};

// A machine with one session in memory: a closed session is kept as entries and opened again from
// them.
class MemoryHost : public ui::Host {
public:
    TickingClock clock;
    SeededRandomSource random{5};
    std::vector<journal::Entry> kept;
    RefusingLog* log = nullptr;
    RefusingBox* box = nullptr;
    // entries of the session opened last, kept after it is closed
    std::vector<journal::Entry> on_disk;
    std::string file;
    std::vector<ui::Recent> recents;
    std::vector<fs::path> forgotten, duplicated, archived, trashed;
    std::map<fs::path, std::vector<ui::FileEntry>> folders;
    std::vector<ui::FolderPlace> known_places;
    std::vector<fs::path> listings; // folders requested so far
    bool slow_folders = false;      // folder listings wait for the test
    std::vector<std::function<void()>> unanswered;
    std::vector<fs::path> read_files, chosen_in, opened_files, copies;
    std::optional<base::Error> refuses; // the error of the next copy
    // the next session opened gets the ballots of the one before
    bool carries_box = false;
    // notices of all openings, which then are for reading
    std::vector<base::Error> held;
    ui::Settings kept_settings;
    ui::Motion motion = ui::Motion::full;
    ui::About build{
        "9.8.7", "0badc0ffee", {{"Dear ImGui", "1.92", "MIT"}, {"GLFW", "3.3", "Zlib"}}};

    MemoryHost();
    ~MemoryHost() override;

    std::int64_t now_ms() override { return clock.t; }
    base::Result<ui::OpenedSession> open(fs::path const& path, ui::Access access) override;
    base::Result<ui::OpenedSession> create(ui::NewSession const& wish,
                                           std::string const& language) override;
    std::vector<std::string> started_from; // the templates of new sessions
    std::vector<ui::OwnTemplate> own;
    std::vector<std::string> templates; // titles of those saved
    std::vector<fs::path> binned;
    exchange::Minutes minutes{};
    std::vector<ui::OwnTemplate> own_templates(std::string const&) override;
    base::Result<fs::path> save_template(session::Session const&, model::Document const&,
                                         std::string const& title) override;
    base::Result<void> trash_template(fs::path const& path) override;
    exchange::Minutes planned_minutes(std::string const&) override { return minutes; }
    void closed(fs::path const&) override;
    base::Result<void> save_copy(session::Session const& session, fs::path const& path) override;
    base::Result<std::string> read_file(fs::path const& path) override;
    std::map<fs::path, std::string> files; // files besides `file`
    // Sessions by file; `session_readings` records which were requested.
    std::map<fs::path, base::Result<ui::SessionAt>> sessions;
    std::vector<std::pair<fs::path, std::optional<std::uint64_t>>> session_readings;
    void read_session(fs::path const& path, std::optional<std::uint64_t> entry,
                      ui::SessionRead done) override;
    std::vector<model::Document> moments; // documents after each entry from 0 on, for any session
    std::vector<std::string> own_folders;
    int shelf_listings = 0;
    void list_sessions(ui::Shelved shelved) override;
    base::Result<void> label(ui::Recent const& session, std::string const& place,
                             std::vector<std::string> const& tags) override;
    std::vector<std::pair<fs::path, std::string>> moves; // destination folders
    base::Result<fs::path> move_to_folder(fs::path const& path, std::string const& folder) override;
    base::Result<void> name_folder(std::string const& from, std::string const& to) override;
    void forget(fs::path const& path) override;
    void keep(ui::Settings const& settings) override;
    std::optional<model::Document> other; // the session that is read for a comparison
    std::vector<ui::KeptColumns> columns;
    std::vector<std::string> documents; // documents opened with another program
    base::Result<model::Document> document_in(fs::path const& path) override;
    std::vector<ui::KeptColumns> kept_columns() override;
    void keep_columns(std::vector<ui::KeptColumns> const& said) override;
    base::Result<fs::path> open_document(std::string const& name, Use) override;
    std::vector<std::string> pages; // made to be opened with another program
    base::Result<fs::path> open_page(std::string const& stem, std::string const& html) override;
    base::Result<fs::path> duplicate(fs::path const& path) override;
    base::Result<fs::path> archive(fs::path const& path) override;
    std::vector<journal::ToErase> erasures; // the erasures requested
    std::optional<base::Error> keeps;       // the error of the next erasure
    base::Result<Redacted> redact(fs::path const&, journal::ToErase const& what) override;
    base::Result<void> trash(fs::path const& path) override;
    void list_folder(fs::path const& path, Listed listed) override;
    std::vector<ui::FolderPlace> places() override;
    void chose_in(fs::path const& folder) override;
    ui::About about() override;
    ui::Motion system_motion() override { return motion; }
    std::vector<ui::Incoming> incoming(fs::path const&) override;
    base::Result<void> put_away(fs::path const&, std::string const& name, ui::Fate fate) override;
    base::Result<fs::path> inbox(fs::path const& session) override;
    fs::path export_folder(std::string const& title) override;
    void write_export(ui::ExportJob job, ExportTold told) override;
    void draw_picture(ui::ExportJob, exchange::Image const& image, Drawn drawn) override;
    // The facilitator's notes, by session, and how often they were kept.
    std::map<std::string, ui::SessionNotes> notes_by_session;
    int notes_kept = 0;
    ui::SessionNotes notes(std::string const& chain_start) override;
    base::Result<void> keep_notes(std::string const& chain_start,
                                  ui::SessionNotes const& notes) override;

    [[nodiscard]] bool can_chime() const override { return player; }
    void chime() override { ++chimes; }

    [[nodiscard]] bool can_print() const override { return printer; }
    ui::Letterhead letterhead() override;
    void keep_letterhead(ui::Letterhead const& now) override;
    bool printer = false;
    ui::Letterhead head;
    ui::OwnNotices notices() override;
    void keep_notice(model::Tongue language, model::Notice const& notice) override;
    ui::OwnNotices own_notices;

    // The exports requested, and the answer; without one, the export stays pending.
    std::vector<ui::ExportJob> exports;
    std::optional<ui::ExportState> export_answer;
    ExportTold export_told;
    std::vector<exchange::Image> drawn_images;

    // The drop folder's files, and the answers given to them.
    std::vector<ui::Incoming> dropped;
    std::vector<std::string> taken, refused;
    bool player = true;
    int chimes = 0;

    // The addresses of the machine, and its room for phones.
    std::vector<ui::RoomAddress> addresses{
        {ui::RoomAddress::Kind::this_machine, "127.0.0.1", {}},
        {ui::RoomAddress::Kind::network, "192.168.1.20", "wlan0"}};
    Phones phones;
    std::vector<ui::RoomAddress> room_addresses() override;
    base::Result<std::unique_ptr<ui::HostedRoom>>
    open_room(std::string const& address, std::uint16_t port, session::Session const& session,
              std::shared_ptr<session::Mailbox> const&) override;

    // The other machines of a shared session; `shares`: the next session opened is shared.
    Rooms rooms;
    bool shares = false;
    base::Result<ui::OpenedSession> share(fs::path const& path, ui::Share const& how) override;
    std::vector<fs::path> received;      // invitations
    std::optional<base::Error> receives; // the error of the next one
    void receive_shared(fs::path const& invitation, Received done) override;

    // Simulates a crash: opens the session again from the log.
    void remember();
};

} // namespace support
