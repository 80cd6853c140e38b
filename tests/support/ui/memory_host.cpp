#include "support/ui/memory_host.h"

#include "exchange/templates/template.h"
#include "support/folders.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

namespace support {
namespace {

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

} // namespace

base::Result<void> RefusingBox::put(model::RoundId round, std::string const& token,
                                    model::Ballot const& ballot)
{
    ++asked;
    if (refuses && refuses->where != "box.unconfirmed") return base::fail(*refuses);
    (void)MemoryBox::put(round, token, ballot);
    return refuses ? base::fail(*refuses) : base::Result<void>{};
}

base::Result<void> RefusingBox::withdraw(model::RoundId round, std::string const& token)
{
    if (refuses) return base::fail(*refuses);
    return MemoryBox::withdraw(round, token);
}

base::Result<void> RefusingBox::destroy(model::RoundId round)
{
    if (refuses) return base::fail(*refuses);
    return MemoryBox::destroy(round);
}

base::Result<void> RefusingLog::append(journal::Entry const& entry)
{
    if (refuses) return base::fail(*refuses);
    auto done = MemoryLog::append(entry);
    if (done && file) file->push_back(entry);
    return done;
}

base::Result<void> RefusingLog::check_kept()
{
    return touched ? base::fail(*touched) : base::Result<void>{};
}

MemoryHost::MemoryHost() = default;
MemoryHost::~MemoryHost() = default;

base::Result<ui::OpenedSession> MemoryHost::open(fs::path const& path, ui::Access access)
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
    opened.access = held.empty() ? access : ui::Access::read;
    opened.notices = held;
    opened.who = edit::facilitator;
    if (std::exchange(shares, false)) opened.shared = std::make_unique<MemoryRooms>(rooms);
    return opened;
}

base::Result<ui::OpenedSession> MemoryHost::share(fs::path const& path, ui::Share const& how)
{
    using How = ui::Share::How;
    auto const* name = how.how == How::host ? "host " : how.how == How::join ? "join " : "rejoin ";
    rooms.asked.push_back(name + (how.how == How::join ? how.invitation.string() : how.address) +
                          " " + how.label);
    if (auto const why = std::exchange(rooms.refuses, std::nullopt)) return base::fail(*why);
    kept = on_disk;
    shares = true;
    return open(path, ui::Access::edit);
}

void MemoryHost::receive_shared(fs::path const& invitation, Received done)
{
    received.push_back(invitation);
    if (auto const why = std::exchange(receives, std::nullopt)) return done(base::fail(*why));
    done(fs::path("atelier.cadran"));
}

base::Result<ui::OpenedSession> MemoryHost::create(ui::NewSession const& wish,
                                                   std::string const& language)
{
    auto opened = open("atelier.cadran", ui::Access::edit);
    started_from.push_back(wish.template_name);
    auto const name =
        exchange::is_shipped(wish.template_name) ? wish.template_name : std::string("simple");
    auto start = exchange::read_template(support::assets_dir(), name, language, wish.title,
                                         [&] { return opened->session->mint<model::AxisId>(); });
    REQUIRE(start);
    REQUIRE(opened->session->submit(edit::facilitator, *start));
    return opened;
}

std::vector<ui::OwnTemplate> MemoryHost::own_templates(std::string const&) { return own; }

base::Result<fs::path> MemoryHost::save_template(session::Session const&, model::Document const&,
                                                 std::string const& title)
{
    if (refuses) return base::fail(*refuses);
    templates.push_back(title);
    return fs::path(title + ".json");
}

base::Result<void> MemoryHost::trash_template(fs::path const& path)
{
    binned.push_back(path);
    std::erase_if(own, [&](auto const& one) { return one.path == path; });
    return {};
}

void MemoryHost::closed(fs::path const&) {}

base::Result<void> MemoryHost::save_copy(session::Session const& session, fs::path const& path)
{
    if (refuses) return base::fail(*refuses);
    kept.clear(); // the copy becomes the content of the next session opened
    for (std::uint64_t n = 1; n <= session.log().size(); ++n)
        kept.push_back(*session.log().entry(n));
    copies.push_back(path);
    return {};
}

base::Result<std::string> MemoryHost::read_file(fs::path const& path)
{
    read_files.push_back(path);
    if (auto const it = files.find(path); it != files.end()) return it->second;
    return file;
}

void MemoryHost::read_session(fs::path const& path, std::optional<std::uint64_t> entry,
                              ui::SessionRead done)
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

void MemoryHost::list_sessions(ui::Shelved shelved)
{
    ++shelf_listings;
    ui::ShelfPart part{recents, own_folders, true};
    for (auto& one : part.sessions)
        if (one.document) ui::describe(one, *one.document);
    shelved(std::move(part));
}

base::Result<void> MemoryHost::label(ui::Recent const& session, std::string const& place,
                                     std::vector<std::string> const& tags)
{
    for (auto& one : recents)
        if (one.path == session.path) one.place = place, one.tags = tags;
    return {};
}

base::Result<fs::path> MemoryHost::move_to_folder(fs::path const& path, std::string const& folder)
{
    moves.emplace_back(path, folder);
    for (auto& one : recents)
        if (one.path == path) one.folder = folder, one.where = ui::Recent::Where::own;
    return path;
}

base::Result<void> MemoryHost::name_folder(std::string const& from, std::string const& to)
{
    if (std::ranges::find(own_folders, to) != own_folders.end())
        return base::fail(base::Errc::conflict, "folder.exists", to);
    std::erase(own_folders, from);
    own_folders.push_back(to);
    return {};
}

void MemoryHost::forget(fs::path const& path) { forgotten.push_back(path); }

void MemoryHost::keep(ui::Settings const& settings) { kept_settings = settings; }

base::Result<model::Document> MemoryHost::document_in(fs::path const& path)
{
    if (!other) return base::fail(base::Errc::corrupt, "file.not_a_session", path.string());
    return *other;
}

std::vector<ui::KeptColumns> MemoryHost::kept_columns() { return columns; }

void MemoryHost::keep_columns(std::vector<ui::KeptColumns> const& said) { columns = said; }

base::Result<fs::path> MemoryHost::open_document(std::string const& name, Use)
{
    documents.push_back(name);
    return fs::path("/ici") / name;
}

base::Result<fs::path> MemoryHost::open_page(std::string const& stem, std::string const& html)
{
    pages.push_back(html);
    return fs::path("/ici") / (stem + ".html");
}

base::Result<fs::path> MemoryHost::duplicate(fs::path const& path)
{
    duplicated.push_back(path);
    return path;
}

base::Result<fs::path> MemoryHost::archive(fs::path const& path)
{
    archived.push_back(path);
    return "Archives" / path;
}

base::Result<MemoryHost::Redacted> MemoryHost::redact(fs::path const&, journal::ToErase const& what)
{
    kept = on_disk;
    if (keeps) return base::fail(*keeps);
    erasures.push_back(what);
    model::ErasedTexts erased;
    erased.proposers = 1;
    return Redacted{erased, std::nullopt};
}

base::Result<void> MemoryHost::trash(fs::path const& path)
{
    trashed.push_back(path);
    return {};
}

void MemoryHost::list_folder(fs::path const& path, Listed listed)
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

std::vector<ui::FolderPlace> MemoryHost::places() { return known_places; }

void MemoryHost::chose_in(fs::path const& folder) { chosen_in.push_back(folder); }

ui::About MemoryHost::about() { return build; }

std::vector<ui::Incoming> MemoryHost::incoming(fs::path const&) { return dropped; }

base::Result<void> MemoryHost::put_away(fs::path const&, std::string const& name, ui::Fate fate)
{
    std::erase_if(dropped, [&](auto const& one) { return one.name == name; });
    (fate == ui::Fate::taken ? taken : refused).push_back(name);
    return {};
}

base::Result<fs::path> MemoryHost::inbox(fs::path const& session)
{
    return fs::path(session.string() + ".inbox");
}

fs::path MemoryHost::export_folder(std::string const& title) { return fs::path("Exports") / title; }

void MemoryHost::write_export(ui::ExportJob job, ExportTold told)
{
    exports.push_back(std::move(job));
    export_told = std::move(told);
    if (export_answer) export_told(*export_answer);
}

void MemoryHost::draw_picture(ui::ExportJob, exchange::Image const& image, Drawn drawn)
{
    drawn_images.push_back(image);
    drawn("PNG");
}

ui::SessionNotes MemoryHost::notes(std::string const& chain_start)
{
    return notes_by_session[chain_start];
}

base::Result<void> MemoryHost::keep_notes(std::string const& chain_start,
                                          ui::SessionNotes const& notes)
{
    ++notes_kept;
    notes_by_session[chain_start] = notes;
    return {};
}

ui::Letterhead MemoryHost::letterhead() { return head; }

void MemoryHost::keep_letterhead(ui::Letterhead const& now) { head = now; }

ui::OwnNotices MemoryHost::notices() { return own_notices; }

void MemoryHost::keep_notice(model::Tongue language, model::Notice const& notice)
{
    own_notices[language] = notice;
}

std::vector<ui::RoomAddress> MemoryHost::room_addresses() { return addresses; }

base::Result<std::unique_ptr<ui::HostedRoom>>
MemoryHost::open_room(std::string const& address, std::uint16_t port,
                      session::Session const& session, std::shared_ptr<session::Mailbox> const&)
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

void MemoryHost::remember()
{
    kept.clear();
    for (std::uint64_t n = 1; n <= log->size(); ++n) kept.push_back(*log->entry(n));
}

} // namespace support
