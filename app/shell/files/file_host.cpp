#include "shell/files/file_host.h"

#include "platform/disk.h"
#include "platform/places.h"
#include "platform/process.h"
#include "session/begin.h"
#include "session/judge.h"
#include "session/redact.h"
#include "shell/files/export_files.h"
#include "shell/files/folders.h"
#include "shell/files/labels.h"
#include "shell/files/own_templates.h"
#include "shell/files/printer.h"
#include "shell/files/session_at.h"
#include "shell/files/shelf.h"
#include "shell/files/step_notes.h"
#include "shell/files/traces.h"
#include "shell/files/window_room.h"
#include "shell/machine/file_stem.h"
#include "shell/machine/paths.h"

#include <fmt/chrono.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <sstream>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

// What the other machines do not have yet is not in the file that was copied.
Result<void> add_pending(session::Session const& session, fs::path const& copy)
{
    auto const& log = session.log();
    if (session.settled() == log.size()) return {};
    auto opened = journal::FileLog::open(copy, journal::OpenMode::write);
    if (!opened) return fail(opened.error());
    for (auto n = session.settled() + 1; n <= log.size(); ++n) {
        auto const entry = log.entry(n);
        if (!entry) return fail(entry.error());
        if (auto ok = opened->log->append(*entry); !ok) return ok;
    }
    return {};
}

} // namespace

Result<std::string> read_file(fs::path const& path)
{
    std::error_code failed;
    std::ifstream in(path, std::ios::binary);
    if (!in || fs::is_directory(path, failed)) return fail(platform::unreadable(path));
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

FileHost::FileHost(fs::path settings, fs::path sessions, fs::path cache, fs::path assets,
                   fs::path const& state)
    : preferences_(settings / "preferences.json")
    , settings_folder_(std::move(settings))
    , sessions_(std::move(sessions))
    , cache_(std::move(cache))
    , assets_(std::move(assets))
    , templates_(templates_dir())
    , keys_(state / "keys")
    , seats_(state / "rooms")
    , shared_(state / "shared")
    , chime_(cache_)
    , wishes_(std::async(std::launch::async, platform::desktop_wishes))
{
}

journal::FileLog::Options FileHost::options() const
{
    journal::FileLog::Options options;
    options.keys = keys_;
    return options;
}

Result<ui::OpenedSession> FileHost::open(fs::path const& path, ui::Access access)
{
    auto const absolute = fs::absolute(path).lexically_normal();
    auto mode = access == ui::Access::edit ? journal::OpenMode::write : journal::OpenMode::read;
    if (access == ui::Access::edit && was_shared(absolute)) {
        auto shared = open_shared_window(sharing(), absolute);
        if (shared) note_open(absolute, shared->shared->session_id());
        // Elsewhere it is open already, or cannot be written: it is read, and never written alone.
        if (shared || shared.error().where != "shared.read_only") return shared;
        mode = journal::OpenMode::read;
    }
    auto how = options();
    how.patience = journal::FileLog::patient;
    auto file = session::open_file(absolute, mode, how, clock_, random_);
    if (!file) return fail(file.error());
    ui::OpenedSession opened;
    opened.path = absolute;
    opened.who = own_actor();
    opened.notices = std::move(file->notices);
    if (access == ui::Access::edit && mode == journal::OpenMode::read) {
        bool const may = platform::real_disk().open(absolute, platform::Use::append).has_value();
        opened.notices.insert(opened.notices.begin(),
                              {may ? Errc::locked : Errc::denied,
                               may ? "file.locked" : "file.read_only", absolute.string(), 0});
    }
    opened.session = std::make_unique<session::Session>(std::move(file->session));
    opened.access = opened.session->log().writable() ? ui::Access::edit : ui::Access::read;
    auto const& of_box = opened.session->notices();
    opened.notices.insert(opened.notices.end(), of_box.begin(), of_box.end());
    if (opened.access == ui::Access::edit) note_open(absolute, file->id);
    return opened;
}

void FileHost::note_open(fs::path const& path, std::string const& session)
{
    auto whose = identity_of(path, session);
    preferences_.opened(path);
    say_whose(inbox_of(path), whose.session);
    held_.insert_or_assign(path, Held{WatchNote(cache_ / watch_notes, path), std::move(whose)});
}

SharingMeans FileHost::sharing() { return {shared_, keys_, &clock_, &random_}; }

Result<ui::OpenedSession> FileHost::share(fs::path const& path, ui::Share const& how)
{
    auto const absolute = fs::absolute(path).lexically_normal();
    auto opened = share_window(sharing(), absolute, how);
    if (opened) note_open(absolute, opened->shared->session_id());
    return opened;
}

void FileHost::receive_shared(fs::path const& invitation, Received done)
{
    std::vector<fs::path> known;
    for (auto const& one : preferences_.known()) known.push_back(one.path);
    send([invitation, done = std::move(done), known = std::move(known), folder = sessions_] {
        done(file_of_invitation(invitation, known, folder));
    });
}

Result<ui::OpenedSession> FileHost::create(ui::NewSession const& wish, std::string const& language)
{
    std::uint64_t last = 0;
    auto start = read_start({assets_, templates_}, wish.template_name, language, wish.title,
                            [&] { return model::AxisId{++last}; });
    if (!start) return fail(start.error());
    std::error_code failed;
    fs::create_directories(sessions_, failed);
    if (failed) return fail(Errc::io, "folder.create", sessions_.string());
    auto const path = free_path(sessions_, file_stem(wish.title), ".cadran");
    if (auto const made =
            session::begin(path, start->start, own_actor(), clock_, random_, start->then);
        !made)
        return fail(made.error());
    return open(path, ui::Access::edit);
}

Result<fs::path> FileHost::save_template(session::Session const& session,
                                         model::Document const& shown, std::string const& title)
{
    return shell::save_template({assets_, templates_}, session.log(), shown, title, std::nullopt);
}

std::vector<ui::OwnTemplate> FileHost::own_templates(std::string const& language)
{
    return shell::own_templates({assets_, templates_}, language);
}

exchange::Minutes FileHost::planned_minutes(std::string const& name)
{
    return shell::planned_minutes({assets_, templates_}, name);
}

Result<void> FileHost::trash_template(fs::path const& path)
{
    return platform::move_to_trash({path});
}

ui::Settings FileHost::settings() const
{
    auto settings = preferences_.settings();
    if (!preferences_.chose_appearance() && wishes_.get().dark)
        settings.appearance = ui::Appearance::night;
    return settings;
}

ui::Motion FileHost::system_motion()
{
    return wishes_.get().less_motion ? ui::Motion::reduced : ui::Motion::full;
}

void FileHost::closed(fs::path const& path)
{
    preferences_.closed(path);
    held_.erase(path);
}

Result<void> FileHost::save_copy(session::Session const& session, fs::path const& path)
{
    auto const absolute = fs::absolute(path).lexically_normal();
    auto done = session.save_copy(absolute);
    if (done) done = add_pending(session, absolute);
    auto const name = absolute.filename().string();
    if (!done && done.error().where == "file.exists")
        return fail(Errc::conflict, "file.exists", name);
    if (!done && (done.error().where == "file.write" || done.error().where == "file.sync"))
        return fail(Errc::io, "file.copy", name);
    if (done) preferences_.closed(absolute);
    return done;
}

Result<fs::path> FileHost::duplicate(fs::path const& path)
{
    auto const log = journal::FileLog::open(path, journal::OpenMode::read, options());
    if (!log) return fail(log.error());
    // a copy of a damaged file would be damaged too
    if (!log->notices.empty()) return fail(log->notices.front());
    auto const copy = free_path(path.parent_path(), path.stem().string() + "-copie", ".cadran");
    // Without ballots: an open vote is not copied.
    if (auto done = log->log->save_copy(copy); !done) return fail(done.error());
    preferences_.closed(copy);
    return copy;
}

namespace {

// Beside a session file: ballots; what is not shared, could not be shared, and who shared it.
constexpr std::array endings_beside{".urn", ".outbox", ".refused", ".site"};

// The session file and the files beside it.
std::vector<fs::path> files_of(fs::path const& path)
{
    std::vector<fs::path> files{path};
    std::error_code failed;
    for (auto const* ending : endings_beside) {
        auto beside = path;
        beside += ending;
        if (fs::exists(beside, failed)) files.push_back(beside);
    }
    return files;
}

// Moves a session with the files beside it, under a free name.
Result<fs::path> move_session(fs::path const& path, fs::path const& folder)
{
    if (platform::is_locked(path)) return fail(Errc::locked, "file.busy", path.filename().string());
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) return fail(Errc::io, "folder.create", folder.string());
    auto const to = free_path(folder, path.stem().string(), path.extension().string());
    auto const waiting = inbox_of(path);
    // All or none.
    std::vector<std::pair<fs::path, fs::path>> moved;
    for (auto const& from : files_of(path)) {
        auto target = to;
        target += from.string().substr(path.string().size());
        fs::rename(from, target, failed);
        if (failed) break;
        moved.emplace_back(from, target);
    }
    std::error_code ignored;
    if (failed)
        for (auto const& [from, target] : moved) fs::rename(target, from, ignored);
    if (failed) return fail(Errc::io, "file.move", path.filename().string());
    fs::rename(waiting, inbox_of(to), failed); // and its drop folder, if any
    return to;
}

} // namespace

Result<fs::path> FileHost::archive(fs::path const& path)
{
    auto const inside = path.lexically_relative(sessions_);
    bool const own = !inside.empty() && *inside.begin() != "..";
    auto moved = move_session(path, (own ? sessions_ : path.parent_path()) / archives);
    if (moved) preferences_.forget(path);
    return moved;
}

Result<ui::Host::Redacted> FileHost::redact(fs::path const& path, journal::ToErase const& what)
{
    auto const done = session::redact_in_place(path, what, own_actor(), clock_);
    if (!done) return fail(done.error());
    Redacted out{done->erased, std::nullopt};
    if (auto const removed = remove_traces(path); !removed) out.left = removed.error();
    return out;
}

Result<void> FileHost::trash(fs::path const& path)
{
    if (platform::is_locked(path)) return fail(Errc::locked, "file.busy", path.filename().string());
    if (auto done = platform::move_to_trash(files_of(path)); !done) return done;
    preferences_.forget(path);
    return {};
}

// On a separate thread: network disks may be slow.
void FileHost::send(std::function<void()> errand)
{
    std::erase_if(errands_, [](std::future<void> const& one) {
        return one.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    });
    errands_.push_back(std::async(std::launch::async, std::move(errand)));
}

void FileHost::list_folder(fs::path const& path, Listed listed)
{
    send([path, listed = std::move(listed)] { listed(shell::list_folder(path)); });
}

void FileHost::read_session(fs::path const& path, std::optional<std::uint64_t> entry,
                            ui::SessionRead done)
{
    send([path = fs::absolute(path).lexically_normal(), entry, done = std::move(done),
          with = options()] { done(read_session_at(path, entry, with)); });
}

// One folder per session and day, beside the sessions.
fs::path FileHost::export_folder(std::string const& title)
{
    auto const today = std::chrono::system_clock::to_time_t(
        std::chrono::system_clock::time_point(std::chrono::milliseconds(now_ms())));
    return sessions_ / exchange::file_part(title) /
           fmt::format("{:%Y-%m-%d}", fmt::localtime(today));
}

bool FileHost::can_print() const { return shell::can_print(); }

void FileHost::write_export(ui::ExportJob job, ExportTold told)
{
    send([job = std::move(job), told = std::move(told),
          from = ExportFrom{assets_, cache_, options()}] {
        shell::write_export(platform::real_disk(), job, from, told);
    });
}

void FileHost::draw_picture(ui::ExportJob job, exchange::Image const& image, Drawn drawn)
{
    send([job = std::move(job), image, drawn = std::move(drawn), assets = assets_] {
        drawn(shell::draw_picture(job, image, assets));
    });
}

std::vector<ui::FolderPlace> FileHost::places()
{
    auto places = known_places(sessions_);
    auto add = [&](fs::path const& path) {
        std::error_code failed;
        if (!fs::is_directory(path, failed)) return;
        for (auto const& known : places)
            if (known.path == path) return;
        places.push_back({ui::FolderPlace::Kind::lately, path});
    };
    for (auto const& folder : preferences_.folders()) add(folder);
    for (auto const& known : preferences_.known()) add(known.path.parent_path());
    return places;
}

Result<std::string> FileHost::read_file(fs::path const& path) { return shell::read_file(path); }

Result<model::Document> FileHost::document_in(fs::path const& path)
{
    auto const file = session::open_file(path, journal::OpenMode::read, options(), clock_, random_);
    if (!file) return fail(file.error());
    if (auto const* fault = session::fault_of(file->notices)) return fail(*fault);
    return file->session.document();
}

Result<fs::path> FileHost::open_document(std::string const& name, Use use)
{
    auto path = assets_ / "docs" / name;
    if (use == Use::fill_in) {
        auto const copy = free_path(sessions_, path.stem().string(), path.extension().string());
        std::error_code failed;
        fs::create_directories(sessions_, failed);
        if (!failed) fs::copy_file(path, copy, failed);
        if (failed) return fail(Errc::io, "file.copy", copy.filename().string());
        path = copy;
    }
    (void)platform::open_outside(path.string()); // the path is reported anyway
    return path;
}

Result<fs::path> FileHost::open_page(std::string const& stem, std::string const& html)
{
    std::error_code failed;
    fs::create_directories(sessions_, failed);
    if (failed) return fail(Errc::io, "folder.create", sessions_.string());
    auto const path = free_path(sessions_, stem, ".html");
    if (auto const done = platform::write_whole(platform::real_disk(), path, html,
                                                platform::Clobber::no, platform::Readers::owner);
        !done)
        return fail(done.error());
    (void)platform::open_outside(path.string()); // the path is reported anyway
    return path;
}

std::vector<ui::Incoming> FileHost::incoming(fs::path const& session)
{
    auto const inbox = inbox_of(session);
    if (auto const held = held_.find(session); held != held_.end())
        bring_from_other_names(inbox, held->second.whose);
    return watch_.look(inbox);
}

Result<void> FileHost::put_away(fs::path const& session, std::string const& name, ui::Fate fate)
{
    return watch_.put_away(inbox_of(session), name, fate);
}

Result<fs::path> FileHost::inbox(fs::path const& session)
{
    auto const folder = inbox_of(session);
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) return fail(Errc::io, "folder.create", folder.string());
    if (auto const held = held_.find(session); held != held_.end())
        say_whose(folder, held->second.whose.session);
    return folder;
}

std::vector<ui::RoomAddress> FileHost::room_addresses() { return addresses_for_phones(); }

Result<std::unique_ptr<ui::HostedRoom>>
FileHost::open_room(std::string const& address, std::uint16_t port, session::Session const& session,
                    std::shared_ptr<session::Mailbox> const& mail)
{
    return open_window_room({assets_, seats_, letterhead().organisation}, address, port, session,
                            mail);
}

void FileHost::list_sessions(ui::Shelved shelved)
{
    send([shelved = std::move(shelved),
          asked = ShelfAsked{sessions_, cache_ / "sessions.json", settings_folder_ / "labels.json",
                             preferences_.known(), options()}] { read_shelf(asked, shelved); });
}

Result<void> FileHost::label(ui::Recent const& session, std::string const& place,
                             std::vector<std::string> const& tags)
{
    return keep_label(settings_folder_ / "labels.json", session.session, {place, tags});
}

ui::SessionNotes FileHost::notes(std::string const& chain_start)
{
    return read_notes(settings_folder_ / "notes.json", chain_start);
}

base::Result<void> FileHost::keep_notes(std::string const& chain_start,
                                        ui::SessionNotes const& notes)
{
    return shell::keep_notes(settings_folder_ / "notes.json", chain_start, notes);
}

Result<fs::path> FileHost::move_to_folder(fs::path const& path, std::string const& folder)
{
    if (!folder.empty() && !is_folder_name(folder))
        return fail(Errc::invalid, "folder.name", folder);
    auto const to = folder.empty() ? sessions_ : sessions_ / folder;
    if (path.parent_path() == to) return path;
    auto moved = move_session(path, to);
    if (moved) preferences_.moved(path, *moved);
    return moved;
}

Result<void> FileHost::name_folder(std::string const& from, std::string const& to)
{
    if (!is_folder_name(to)) return fail(Errc::invalid, "folder.name", to);
    std::error_code failed;
    if (fs::exists(sessions_ / to, failed)) return fail(Errc::conflict, "folder.exists", to);
    if (from.empty()) {
        fs::create_directories(sessions_ / to, failed);
        if (failed) return fail(Errc::io, "folder.create", to);
        return {};
    }
    if (!is_folder_name(from)) return fail(Errc::invalid, "folder.name", from);
    std::vector<fs::path> inside;
    for (auto const& entry : fs::directory_iterator(sessions_ / from, failed))
        if (entry.path().extension() == ".cadran") inside.push_back(entry.path());
    for (auto const& path : inside)
        if (platform::is_locked(path))
            return fail(Errc::locked, "file.busy", path.filename().string());
    fs::rename(sessions_ / from, sessions_ / to, failed);
    if (failed) return fail(Errc::io, "file.move", from);
    for (auto const& path : inside) preferences_.moved(path, sessions_ / to / path.filename());
    return {};
}

} // namespace shell
