#pragma once

#include "board/palette.h"
#include "exchange/templates/template.h"
#include "journal/memory_log.h"
#include "support/folders.h"
#include "support/random_workshop.h"
#include "support/ui/ui_driver.h"
#include "ui/app/app.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
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
                           model::Ballot const& ballot) override
    {
        ++asked;
        if (refuses && refuses->where != "box.unconfirmed") return base::fail(*refuses);
        (void)MemoryBox::put(round, token, ballot);
        return refuses ? base::fail(*refuses) : base::Result<void>{};
    }
    base::Result<void> withdraw(model::RoundId round, std::string const& token) override
    {
        if (refuses) return base::fail(*refuses);
        return MemoryBox::withdraw(round, token);
    }
    base::Result<void> destroy(model::RoundId round) override
    {
        if (refuses) return base::fail(*refuses);
        return MemoryBox::destroy(round);
    }
};

// A log in memory whose writes can fail with a given error.
class RefusingLog : public journal::MemoryLog {
public:
    std::vector<journal::Entry>* file = nullptr; // outlives the session, as a file does
    // errors of a full disk; of a change by another program
    std::optional<base::Error> refuses, touched;

    base::Result<void> append(journal::Entry const& entry) override
    {
        if (refuses) return base::fail(*refuses);
        auto done = MemoryLog::append(entry);
        if (done && file) file->push_back(entry);
        return done;
    }
    base::Result<void> check_kept() override
    {
        return touched ? base::fail(*touched) : base::Result<void>{};
    }
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

class HostedRoomInMemory : public ui::HostedRoom {
public:
    explicit HostedRoomInMemory(Phones& phones)
        : phones_(phones)
    {
        phones_.open = true;
    }
    ~HostedRoomInMemory() override { phones_.open = false; }
    void follow(session::Session const& session) override
    {
        phones_.version = session.log().size();
    }
    [[nodiscard]] ui::RoomState state() const override { return phones_.state; }
    base::Result<void> close() override
    {
        ++phones_.told_over;
        return {};
    }

private:
    Phones& phones_;
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
    ui::Settings kept_settings;
    ui::Motion motion = ui::Motion::full;
    ui::About build{
        "9.8.7", "0badc0ffee", {{"Dear ImGui", "1.92", "MIT"}, {"GLFW", "3.3", "Zlib"}}};

    std::int64_t now_ms() override { return clock.t; }
    base::Result<ui::OpenedSession> open(fs::path const& path, ui::Access access) override
    {
        opened_files.push_back(path);
        auto owned = std::make_unique<RefusingLog>();
        auto ballots = std::make_unique<RefusingBox>();
        if (box && access == ui::Access::edit && carries_box) ballots->restore(box->all());
        for (auto const& entry : kept) REQUIRE(owned->append(entry));
        on_disk = kept;
        owned->file = &on_disk;
        log = owned.get();
        box = ballots.get();
        ui::OpenedSession opened;
        opened.session = std::make_unique<session::Session>(
            *session::Session::open({std::move(owned), std::move(ballots)}, clock, random));
        opened.path = path;
        opened.access = access;
        opened.who = edit::facilitator;
        return opened;
    }
    base::Result<ui::OpenedSession> create(ui::NewSession const& wish,
                                           std::string const& language) override
    {
        auto opened = open("atelier.cadran", ui::Access::edit);
        started_from.push_back(wish.template_name);
        auto const name =
            exchange::is_shipped(wish.template_name) ? wish.template_name : std::string("simple");
        auto start =
            exchange::read_template(support::assets_dir(), name, language, wish.title,
                                    [&] { return opened->session->mint<model::AxisId>(); });
        REQUIRE(start);
        REQUIRE(opened->session->submit(edit::facilitator, *start));
        return opened;
    }
    std::vector<std::string> started_from; // the templates of new sessions
    std::vector<ui::OwnTemplate> own;
    std::vector<std::string> templates; // titles of those saved
    std::vector<fs::path> binned;
    exchange::Minutes minutes{};
    std::vector<ui::OwnTemplate> own_templates(std::string const&) override { return own; }
    base::Result<fs::path> save_template(session::Session const&, model::Document const&,
                                         std::string const& title) override
    {
        if (refuses) return base::fail(*refuses);
        templates.push_back(title);
        return fs::path(title + ".json");
    }
    base::Result<void> trash_template(fs::path const& path) override
    {
        binned.push_back(path);
        std::erase_if(own, [&](auto const& one) { return one.path == path; });
        return {};
    }
    exchange::Minutes planned_minutes(std::string const&) override { return minutes; }
    void closed(fs::path const&) override {}
    base::Result<void> save_copy(session::Session const& session, fs::path const& path) override
    {
        if (refuses) return base::fail(*refuses);
        kept.clear(); // the copy becomes the content of the next session opened
        for (std::uint64_t n = 1; n <= session.log().size(); ++n)
            kept.push_back(*session.log().entry(n));
        copies.push_back(path);
        return {};
    }
    base::Result<std::string> read_file(fs::path const& path) override
    {
        read_files.push_back(path);
        if (auto const it = files.find(path); it != files.end()) return it->second;
        return file;
    }
    std::map<fs::path, std::string> files; // files besides `file`
    // Sessions by file; `session_readings` records which were requested.
    std::map<fs::path, base::Result<ui::SessionAt>> sessions;
    std::vector<std::pair<fs::path, std::optional<std::uint64_t>>> session_readings;
    void read_session(fs::path const& path, std::optional<std::uint64_t> entry,
                      ui::SessionRead done) override
    {
        session_readings.emplace_back(path, entry);
        auto const it = sessions.find(path);
        if (it == sessions.end()) {
            done(base::fail(base::Errc::io, "file.read", path.string()));
            return;
        }
        auto read = it->second;
        if (read && entry && *entry < moments.size()) {
            read->document = moments[*entry];
            read->entry = *entry;
        }
        done(std::move(read));
    }
    std::vector<model::Document> moments; // documents after each entry from 0 on, for any session
    std::vector<std::string> own_folders;
    int shelf_listings = 0;
    void list_sessions(ui::Shelved shelved) override
    {
        ++shelf_listings;
        ui::ShelfPart part{recents, own_folders, true};
        for (auto& one : part.sessions)
            if (one.document) ui::describe(one, *one.document);
        shelved(std::move(part));
    }
    base::Result<void> label(ui::Recent const& session, std::string const& place,
                             std::vector<std::string> const& tags) override
    {
        for (auto& one : recents)
            if (one.path == session.path) one.place = place, one.tags = tags;
        return {};
    }
    std::vector<std::pair<fs::path, std::string>> moves; // destination folders
    base::Result<fs::path> move_to_folder(fs::path const& path, std::string const& folder) override
    {
        moves.emplace_back(path, folder);
        for (auto& one : recents)
            if (one.path == path) one.folder = folder, one.where = ui::Recent::Where::own;
        return path;
    }
    base::Result<void> name_folder(std::string const& from, std::string const& to) override
    {
        if (std::ranges::find(own_folders, to) != own_folders.end())
            return base::fail(base::Errc::conflict, "folder.exists", to);
        std::erase(own_folders, from);
        own_folders.push_back(to);
        return {};
    }
    void forget(fs::path const& path) override { forgotten.push_back(path); }
    void keep(ui::Settings const& settings) override { kept_settings = settings; }
    std::optional<model::Document> other; // the session that is read for a comparison
    std::vector<ui::KeptColumns> columns;
    std::vector<std::string> documents; // documents opened with another program
    base::Result<model::Document> document_in(fs::path const& path) override
    {
        if (!other) return base::fail(base::Errc::corrupt, "file.not_a_session", path.string());
        return *other;
    }
    std::vector<ui::KeptColumns> kept_columns() override { return columns; }
    void keep_columns(std::vector<ui::KeptColumns> const& said) override { columns = said; }
    base::Result<fs::path> open_document(std::string const& name, Use) override
    {
        documents.push_back(name);
        return fs::path("/ici") / name;
    }
    std::vector<std::string> pages; // made to be opened with another program
    base::Result<fs::path> open_page(std::string const& stem, std::string const& html) override
    {
        pages.push_back(html);
        return fs::path("/ici") / (stem + ".html");
    }
    base::Result<fs::path> duplicate(fs::path const& path) override
    {
        duplicated.push_back(path);
        return path;
    }
    base::Result<fs::path> archive(fs::path const& path) override
    {
        archived.push_back(path);
        return "Archives" / path;
    }
    std::vector<journal::ToErase> erasures; // the erasures requested
    std::optional<base::Error> keeps;       // the error of the next erasure
    base::Result<Redacted> redact(fs::path const&, journal::ToErase const& what) override
    {
        kept = on_disk;
        if (keeps) return base::fail(*keeps);
        erasures.push_back(what);
        model::ErasedTexts erased;
        erased.proposers = 1;
        return Redacted{erased, std::nullopt};
    }
    base::Result<void> trash(fs::path const& path) override
    {
        trashed.push_back(path);
        return {};
    }
    void list_folder(fs::path const& path, Listed listed) override
    {
        auto const it = folders.find(path);
        auto answer = [path, listed = std::move(listed),
                       folder = it == folders.end()
                                    ? base::fail(base::Errc::io, "folder.read", path.string())
                                    : base::Result<ui::Folder>(ui::Folder{path, it->second})] {
            listed(folder);
        };
        listings.push_back(path);
        if (slow_folders)
            unanswered.push_back(std::move(answer));
        else
            answer();
    }
    std::vector<ui::FolderPlace> places() override { return known_places; }
    void chose_in(fs::path const& folder) override { chosen_in.push_back(folder); }
    ui::About about() override { return build; }
    ui::Motion system_motion() override { return motion; }
    std::vector<ui::Incoming> incoming(fs::path const&) override { return dropped; }
    base::Result<void> put_away(fs::path const&, std::string const& name, ui::Fate fate) override
    {
        std::erase_if(dropped, [&](auto const& one) { return one.name == name; });
        (fate == ui::Fate::taken ? taken : refused).push_back(name);
        return {};
    }
    base::Result<fs::path> inbox(fs::path const& session) override
    {
        return fs::path(session.string() + ".inbox");
    }
    fs::path export_folder(std::string const& title) override
    {
        return fs::path("Exports") / title;
    }
    void write_export(ui::ExportJob job, ExportTold told) override
    {
        exports.push_back(std::move(job));
        export_told = std::move(told);
        if (export_answer) export_told(*export_answer);
    }
    void draw_picture(ui::ExportJob, exchange::Image const& image, Drawn drawn) override
    {
        drawn_images.push_back(image);
        drawn("PNG");
    }
    // The facilitator's notes, by session, and how often they were kept.
    std::map<std::string, ui::SessionNotes> notes_by_session;
    int notes_kept = 0;
    ui::SessionNotes notes(std::string const& chain_start) override
    {
        return notes_by_session[chain_start];
    }
    base::Result<void> keep_notes(std::string const& chain_start,
                                  ui::SessionNotes const& notes) override
    {
        ++notes_kept;
        notes_by_session[chain_start] = notes;
        return {};
    }

    [[nodiscard]] bool can_chime() const override { return player; }
    void chime() override { ++chimes; }

    [[nodiscard]] bool can_print() const override { return printer; }
    ui::Letterhead letterhead() override { return head; }
    void keep_letterhead(ui::Letterhead const& now) override { head = now; }
    bool printer = false;
    ui::Letterhead head;
    ui::OwnNotices notices() override { return own_notices; }
    void keep_notice(model::Tongue language, model::Notice const& notice) override
    {
        own_notices[language] = notice;
    }
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
    std::vector<ui::RoomAddress> room_addresses() override { return addresses; }
    base::Result<std::unique_ptr<ui::HostedRoom>>
    open_room(std::string const& address, std::uint16_t port, session::Session const& session,
              std::shared_ptr<session::Mailbox> const&) override
    {
        CHECK_FALSE(phones.open); // never two at a time
        if (auto const why = std::exchange(phones.refuses, std::nullopt)) return base::fail(*why);
        auto& state = phones.state;
        state.address = address;
        state.port = port != 0 ? port : 8080;
        state.code = "K7F4XP";
        state.url = "http://" + address + ":" + std::to_string(state.port) + "/K7F4XP";
        state.local = address == "127.0.0.1";
        state.opened_ms = clock.t;
        state.reached_ms = 0;
        phones.version = session.log().size();
        phones.opened_at.push_back(address + ":" + std::to_string(state.port));
        return std::make_unique<HostedRoomInMemory>(phones);
    }

    // Simulates a crash: opens the session again from the log.
    void remember()
    {
        kept.clear();
        for (std::uint64_t n = 1; n <= log->size(); ++n) kept.push_back(*log->entry(n));
    }
};

struct Room {
    i18n::Catalogue french = load(i18n::Language::french), english = load(i18n::Language::english);
    board::Palette day = *board::load_palette(support::assets_dir() / "themes/papier.theme");
    board::Palette night = *board::load_palette(support::assets_dir() / "themes/nuit.theme");
    exchange::Templates templates = *exchange::Templates::load(support::assets_dir());
    MemoryHost host;
    ui::App app;
    UiDriver driver;

    explicit Room(std::string const& language)
        : app(host, {&french, &english, &day, &night, &templates},
              {language, ui::Appearance::day, 100})
        , driver([this](ui::Ui& ui) { app.draw(ui); }, {1920, 1080})
    {
    }
    static i18n::Catalogue load(i18n::Language language)
    {
        return std::move(*i18n::Catalogue::load(support::assets_dir(), language));
    }
    // A new session of eight axes with the cases of `csv`, at the given step.
    void start(std::string csv, std::string const& step)
    {
        driver.click("home.new.axes");
        host.file = std::move(csv);
        app.dropped({"cas.csv"});
        driver.frame();
        driver.click("import.add");
        driver.click("step." + step);
        REQUIRE(app.session()->submit(edit::facilitator, edit::SetStep{app.step()}));
        driver.settle();
    }
    [[nodiscard]] model::Document const& doc() { return app.session()->document(); }
    [[nodiscard]] model::RoundState round_state()
    {
        auto const& rows = model::table<model::RoundStatus>(doc());
        return rows.empty() ? model::RoundState::setup : rows.rbegin()->second.state;
    }
};

} // namespace support
