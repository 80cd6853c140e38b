#include "shell/files/window_sharing.h"

#include "edit/command.h"
#include "platform/disk.h"
#include "shell/machine/machine.h"
#include "shell/sharing/room_track.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using ui::SharedOutcome;
using ui::SharedRoom;
using ui::SharedState;

constexpr std::int64_t back_shown_ms = 5 * minute_ms,
                       first_hello_ms = 2 * federation::Presence::every_ms;
constexpr std::chrono::milliseconds goodbye_ms{1500}, goodbye_step_ms{20};
constexpr std::uint16_t usual_port = 4222;
constexpr int ports_tried = 10;

// Wakes the window; on the link's threads. One message waits at most.
struct Waker {
    std::mutex mutex;
    std::weak_ptr<session::Mailbox> mail;
    std::atomic<bool> waits{false};
};
void wake(std::shared_ptr<Waker> const& waker)
{
    if (waker->waits.exchange(true)) return;
    std::shared_ptr<session::Mailbox> to;
    {
        std::lock_guard const lock(waker->mutex);
        to = waker->mail.lock();
    }
    if (!to || !to->post({{}, session::Finish{[waker] { waker->waits = false; }}}))
        waker->waits = false;
}

bool is_of_sites(std::string const& label)
{
    for (auto const* name : {edit::JoinSite::name, edit::LeaveSite::name, edit::PassLead::name,
                             edit::CollectBallots::name, edit::DropCollection::name})
        if (label == name) return true;
    return false;
}

// The case that a command would make again, where it is gone.
std::optional<edit::Command> again(session::Session& session, edit::Command const& command)
{
    auto const& doc = session.document();
    if (auto const* text = command.as<edit::EditCase>();
        text && !model::find<model::Case>(doc, text->id)) {
        auto as_new = text->text;
        as_new.number = 0;
        return edit::AddCases{{{session.mint<model::CaseId>(), as_new, {}}}};
    }
    if (!edit::plan(doc, command)) return std::nullopt;
    return command;
}

class WindowSharing : public ui::SharedRooms {
public:
    WindowSharing(std::unique_ptr<SharedSession> shared, SharingMeans means, fs::path path)
        : shared_(std::move(shared))
        , means_(std::move(means))
        , path_(std::move(path))
    {
        renew();
    }

    void wake_by(std::shared_ptr<session::Mailbox> const& mail) override
    {
        {
            std::lock_guard const lock(waker_->mutex);
            waker_->mail = mail;
        }
        wake(waker_);
    }
    void meet(Meeting meeting)
    {
        shared_->link(std::move(meeting), [waker = waker_] { wake(waker); });
        renew();
    }
    bool pump() override
    {
        auto const& session = shared_->session();
        auto const before =
            std::tuple(session.log().size(), session.settled(), session.taken_back());
        auto news = shared_->pump();
        if (!news) {
            if (!std::exchange(server_gone_, true)) errors_.push_back(news.error());
        } else {
            server_gone_ = false;
            for (auto& error : news->errors)
                if (error != shared_->why_cut()) errors_.push_back(std::move(error));
            note_outcomes(std::move(*news));
        }
        auto const old = std::move(state_);
        renew();
        return old != state_ || !errors_.empty() ||
               before != std::tuple(session.log().size(), session.settled(), session.taken_back());
    }
    [[nodiscard]] SharedState const& state() const override { return state_; }
    [[nodiscard]] std::string const& session_id() const override { return shared_->id(); }
    [[nodiscard]] std::vector<base::Error> take_errors() override
    {
        return std::exchange(errors_, {});
    }
    void say_of_room(std::uint64_t phones, model::CaseId writes) override
    {
        phones_ = phones;
        machine().say_of_room(phones, writes);
    }
    void hurry() override { shared_->hurry(); }
    void seen() override
    {
        outcomes_.clear();
        renew();
    }
    void seen(std::uint64_t item) override
    {
        std::erase_if(outcomes_, [&](auto const& one) { return one.item == item; });
        renew();
    }
    Result<void> restore(std::uint64_t item) override
    {
        auto const it = std::ranges::find(outcomes_, item, &federation::Outcome::item);
        if (it == outcomes_.end() || !it->origin) return fail(Errc::not_found, "undo");
        auto const* was = std::get_if<edit::Command>(&it->origin->what);
        auto const now = was ? again(shared_->session(), *was) : std::nullopt;
        if (!now) return fail(Errc::conflict, "overtaken.other");
        auto const done = shared_->session().submit(machine().who(), *now);
        if (!done) return fail(done.error());
        seen(item);
        return {};
    }
    Result<void> ask_ballots(model::RoundId round) override
    {
        return machine().collector().ask(machine().who(), round);
    }
    Result<void> count_without(model::RoundId round) override
    {
        return machine().collector().count_without(machine().who(), round);
    }
    Result<fs::path> save_invitation(std::size_t part, fs::path const& folder) override
    {
        if (part >= invited_parts.size()) return fail(Errc::not_found, "file.read");
        auto const from = invitation_beside(path_, invited_parts.at(part));
        auto const bytes = platform::read_whole(from);
        if (!bytes) return fail(bytes.error());
        auto const to = folder / from.filename();
        if (auto ok = platform::write_whole(platform::real_disk(), to, *bytes,
                                            platform::Clobber::no, platform::Readers::owner);
            !ok)
            return fail(ok.error());
        return to;
    }
    Result<void> pass_lead(model::SiteId to) override
    {
        auto const from = model::get<model::Lead>(shared_->session().document()).site;
        return submit(edit::PassLead{from, to});
    }
    Result<void> take_lead() override { return machine().take_lead(monotonic_ms()); }
    Result<void> remove_room(model::SiteId site) override
    {
        return machine().remove_site(site, monotonic_ms());
    }
    Result<void> part() override
    {
        auto& replica = machine().replica();
        if (replica.in_step() && submit(edit::LeaveSite{replica.site()})) {
            auto const until = std::chrono::steady_clock::now() + goodbye_ms;
            while (replica.pending() > 0 && std::chrono::steady_clock::now() < until) {
                (void)shared_->pump();
                std::this_thread::sleep_for(goodbye_step_ms);
            }
        }
        if (auto ok = replica.keep_alone(); !ok) return ok;
        std::error_code failed;
        for (auto part : invited_parts) fs::remove(invitation_beside(path_, part), failed);
        (void)platform::remove_tree(means_.shared / shared_->id() / joined_name);
        return platform::real_disk().remove(federation::site_file_beside(path_))
                   ? Result<void>{}
                   : fail(Errc::io, "file.write", path_.filename().string());
    }
    static constexpr char const* joined_name = "joined.invitation";
    static constexpr char const* hosted_name = "hosted";

private:
    [[nodiscard]] federation::Machine& machine() const { return shared_->machine(); }
    Result<void> submit(edit::Command const& command)
    {
        auto const done = shared_->session().submit(machine().who(), command);
        if (!done) return fail(done.error());
        return {};
    }

    void renew()
    {
        state_ = {};
        auto const now = means_.clock->now_ms();
        auto& replica = machine().replica();
        auto const& doc = shared_->session().settled_document();
        using Link = SharedState::Link;
        bool const linked = replica.in_step();
        state_.link = replica.stopped()     ? Link::stopped
                      : replica.replaced()  ? Link::replaced
                      : linked              ? Link::linked
                      : replica.is_linked() ? Link::catching_up
                      : shared_->has_link() ? Link::alone
                                            : Link::unlinked;
        state_.why = replica.stopped().value_or(shared_->why_cut());
        state_.hindered = replica.hindered().value_or(base::Error{});
        state_.label = shared_->label();
        state_.hosts = shared_->hosts();
        state_.facilitates = shared_->part() == model::SitePart::facilitator;
        state_.reads = replica.only_reads();
        auto const holder = model::get<model::Lead>(doc).site;
        state_.leads = state_.facilitates && (!holder || shared_->is_own(holder));
        state_.may_take = machine().may_take_lead(monotonic_ms());
        state_.may_rejoin = !shared_->has_link() && can_rejoin();
        state_.pending = replica.pending();
        note_own(replica.is_linked(), linked, now);
        renew_rooms(doc, holder, replica.is_linked(), now);
        renew_unnumbered();
        for (auto const& one : machine().collector().waiting()) {
            ui::SharedWait wait{one.round, {}};
            for (auto site : one.missing) wait.missing.push_back(letter_of(doc, site));
            state_.waits.push_back(std::move(wait));
        }
        for (auto const& one : outcomes_) state_.outcomes.push_back(shown(one));
        state_.returned = returned_;
        state_.alone_ms = alone_ms_, state_.linked_ms = linked_ms_;
        if (state_.hosts)
            for (auto part : invited_parts)
                state_.invitations.push_back(invitation_beside(path_, part));
    }
    [[nodiscard]] bool can_rejoin() const
    {
        std::error_code failed;
        auto const folder = means_.shared / shared_->id();
        return fs::exists(folder / joined_name, failed) || fs::exists(folder / hosted_name, failed);
    }
    // While the others are heard, a number or a place given by the order is not worth a list.
    void note_outcomes(SharedSession::News news)
    {
        for (auto& one : news.outcomes) {
            if (is_of_sites(one.label)) continue;
            if (!news.returned && one.kind != federation::Outcome::Kind::refused) continue;
            if (outcomes_.empty()) returned_ = false;
            returned_ = returned_ || news.returned;
            outcomes_.push_back(std::move(one));
        }
    }
    // When this machine was alone.
    void note_own(bool reached, bool in_step, std::int64_t now)
    {
        own_.note(reached, now);
        if (!reached)
            reached_ms_ = 0;
        else if (reached_ms_ == 0)
            reached_ms_ = now;
        if (!reached && !away_) away_ = true, alone_ms_ = own_.cut_ms, linked_ms_ = 0;
        if (in_step && std::exchange(away_, false)) linked_ms_ = now;
    }
    void renew_rooms(model::Document const& doc, model::SiteId holder, bool reached,
                     std::int64_t now)
    {
        auto const mono = monotonic_ms();
        state_.rooms.clear();
        state_.authors.clear();
        for (auto const& [id, site] : model::table<model::Site>(doc)) {
            auto const letter = letter_of(site.number);
            bool const mine = shared_->is_own(id);
            if (!mine) state_.authors[static_cast<std::uint32_t>(id.value)] = letter;
            if (site.state == model::SiteState::left) continue;
            SharedRoom room;
            room.id = id, room.letter = letter, room.label = site.label;
            room.leads = holder == id;
            room.may_lead = site.part == model::SitePart::facilitator;
            room.may_remove = machine().may_remove(id, mono);
            auto& track = mine ? own_ : tracks_[id];
            auto const hello = machine().presence().of(id, mono);
            // Before the link, and just after it, nobody was heard yet.
            bool const waits =
                track.heard_ms == 0 && (!reached || now - reached_ms_ < first_hello_ms);
            bool const heard = hello && reached;
            if (!mine && (heard || !waits)) track.note(heard, now, own_.back_ms);
            room.heard_ms = track.heard_ms / minute_ms * minute_ms;
            room.gaps = shown_gaps(track, now);
            room.watched_min = watched_minutes(track, now);
            if (mine) {
                room.state = SharedRoom::State::here;
                room.phones = phones_;
            } else if (track.cut_ms != 0 || !reached) {
                room.state = SharedRoom::State::cut;
                if (track.cut_ms != 0)
                    room.cut_min = static_cast<int>((now - track.cut_ms) / minute_ms);
            } else if (track.back_ms != 0 && now - track.back_ms < back_shown_ms) {
                room.state = SharedRoom::State::back;
                room.cut_min = static_cast<int>(track.away_ms / minute_ms);
            }
            if (hello && !mine) room.phones = hello->phones, room.writes = hello->writes;
            state_.rooms.push_back(std::move(room));
        }
        std::ranges::sort(state_.rooms, [](auto const& a, auto const& b) {
            return std::pair(a.letter.size(), a.letter) < std::pair(b.letter.size(), b.letter);
        });
    }
    void renew_unnumbered()
    {
        for (auto const& item : shared_->log().pending())
            for (auto const& change : item.entry.changes)
                if (auto const* add = change.as<model::Edit<model::Case>>(); add && !add->before)
                    state_.unnumbered.insert(add->key);
    }
    [[nodiscard]] SharedOutcome shown(federation::Outcome const& from) const
    {
        auto const& doc = shared_->session().document();
        SharedOutcome out;
        out.item = from.item;
        out.kind = static_cast<SharedOutcome::Kind>(from.kind);
        out.label = from.label;
        for (auto id : std::set(from.cases.begin(), from.cases.end())) {
            auto const* one = model::find<model::Case>(doc, id);
            if (!one) continue;
            if (out.title.empty())
                out.number = one->number, out.title = one->title;
            else
                ++out.others;
        }
        if (!from.numbers.empty())
            out.was_number = from.numbers.front().first, out.number = from.numbers.front().second;
        out.why = from.why;
        if (from.by.value != 0 && federation::site_of(from.by))
            out.by = letter_of(doc, federation::site_of(from.by));
        auto const* was = from.origin ? std::get_if<edit::Command>(&from.origin->what) : nullptr;
        if (was && out.title.empty()) {
            if (auto const* text = was->as<edit::EditCase>())
                out.title = text->text.title, out.number = text->text.number, out.gone = true;
            if (auto const* add = was->as<edit::AddCases>(); add && !add->cases.empty())
                out.title = add->cases.front().text.title;
        }
        out.restores = was && (was->is<edit::EditCase>() || edit::plan(doc, *was).has_value());
        return out;
    }

    std::shared_ptr<Waker> waker_ = std::make_shared<Waker>();
    std::unique_ptr<SharedSession> shared_;
    SharingMeans means_;
    fs::path path_;
    SharedState state_;
    std::vector<base::Error> errors_;
    std::vector<federation::Outcome> outcomes_;
    std::map<model::SiteId, Track> tracks_;
    Track own_;
    std::int64_t alone_ms_ = 0, linked_ms_ = 0, reached_ms_ = 0;
    std::uint64_t phones_ = 0;
    bool away_ = false, server_gone_ = false, returned_ = false;
};

// The meeting of `how`, for the session with that id.
Result<Meeting> meeting_for(SharingMeans const& means, fs::path const& path, std::string const& id,
                            ui::Share const& how)
{
    auto const folder = means.shared / id;
    auto const join = [&](fs::path const& file) -> Result<Meeting> {
        auto invitation = federation::read_invitation(file);
        if (!invitation) return fail(invitation.error());
        if (invitation->session != id)
            return fail(Errc::conflict, "shared.other_session", path.filename().string());
        return Meeting{*std::move(invitation), nullptr, {}, {}};
    };
    auto address = how.address;
    using How = ui::Share::How;
    if (how.how == How::join) return join(how.invitation);
    if (how.how == How::rejoin) {
        auto const hosted = platform::read_whole(folder / WindowSharing::hosted_name);
        if (!hosted) return join(folder / WindowSharing::joined_name);
        address = *hosted;
    }
    // That of the last time, which the invitations name; the next port where one is another
    // program's.
    std::vector<std::uint16_t> ports;
    if (auto const former = federation::Server::former(folder)) ports.push_back(former->port);
    for (int i = 0; i < ports_tried; ++i)
        ports.push_back(static_cast<std::uint16_t>(usual_port + i));
    Result<Meeting> made = fail(Errc::io, "shared.server_start");
    for (auto const port : ports)
        if (made = host_session(id, folder, {address, port}, address);
            made || made.error().where != "shared.server_start")
            break;
    return made;
}

// Keeps how the others are met, for the next opening.
void keep_meeting(fs::path const& folder, Meeting const& meeting, std::string const& address)
{
    auto& disk = platform::real_disk();
    using platform::Clobber;
    using platform::Readers;
    std::error_code failed;
    fs::create_directories(folder, failed);
    fs::permissions(folder, fs::perms::owner_all, failed);
    fs::remove(folder / WindowSharing::hosted_name, failed);
    if (meeting.server)
        (void)platform::write_whole(disk, folder / WindowSharing::hosted_name, address,
                                    Clobber::yes, Readers::owner);
    else
        (void)platform::write_whole(disk, folder / WindowSharing::joined_name,
                                    federation::invitation_text(meeting.invitation), Clobber::yes,
                                    Readers::owner);
}

ui::OpenedSession opened_as(std::unique_ptr<SharedSession> shared, SharingMeans const& means,
                            fs::path const& path, std::optional<Meeting> meeting)
{
    ui::OpenedSession out;
    out.path = path;
    out.who = shared->machine().who();
    out.notices = shared->notices();
    auto const& of_box = shared->session().notices();
    out.notices.insert(out.notices.end(), of_box.begin(), of_box.end());
    out.access = shared->part() == model::SitePart::reader ? ui::Access::read : ui::Access::edit;
    out.session = shared->hand_over();
    auto window = std::make_unique<WindowSharing>(std::move(shared), means, path);
    if (meeting) window->meet(*std::move(meeting));
    out.shared = std::move(window);
    return out;
}

journal::FileLog::Options options_of(SharingMeans const& means)
{
    journal::FileLog::Options options;
    options.keys = means.keys;
    options.patience = journal::FileLog::patient;
    return options;
}

} // namespace

Result<ui::OpenedSession> open_shared_window(SharingMeans const& means, fs::path const& path)
{
    auto shared = SharedSession::open(path, {}, options_of(means), *means.clock, *means.random);
    if (!shared) return fail(shared.error());
    return opened_as(*std::move(shared), means, path, std::nullopt);
}

Result<ui::OpenedSession> share_window(SharingMeans const& means, fs::path const& path,
                                       ui::Share const& how)
{
    if (!federation::can_share()) return fail(Errc::not_found, "shared.no_client");
    std::string id;
    { // closed again before it is opened to be shared
        auto const log = journal::FileLog::open(path, journal::OpenMode::read);
        if (!log) return fail(log.error());
        id = log->log->header().session;
    }
    bool const again =
        how.how == ui::Share::How::host && hosted_before(path, id, means.shared / id);
    auto meeting = meeting_for(means, path, id, how);
    if (!meeting) return fail(meeting.error());
    auto shared = SharedSession::open(path, {how.label, meeting->invitation.part},
                                      options_of(means), *means.clock, *means.random);
    if (!shared) return fail(shared.error());
    if (auto ok = write_invitations(path, *meeting); !ok) {
        (*shared)->forget_first();
        return fail(ok.error());
    }
    keep_meeting(means.shared / id, *meeting, how.address);
    auto out = opened_as(*std::move(shared), means, path, *std::move(meeting));
    if (again) out.notices.push_back({Errc::conflict, "shared.again", path.filename().string(), 0});
    return out;
}

} // namespace shell
