#include "ui/app/dispatcher.h"

#include "story/events.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace ui {
namespace {

constexpr std::int64_t look_every_ms = 1000;
constexpr int messages_a_frame = 64;         // limit, as each may wait for the disk
constexpr std::uint64_t entries_a_look = 16; // entries read between two checks of the clock

// Errors after which the file or the ballot box cannot be written any more.
bool stops(base::Error const& error)
{
    return error.where == "file.sync" || error.where == "file.changed" ||
           error.where == "box.changed" || error.where == "box.unconfirmed";
}

bool round_open(model::Document const& doc)
{
    auto const& rounds = model::table<model::RoundStatus>(doc);
    return std::ranges::any_of(
        rounds, [](auto const& row) { return row.second.state == model::RoundState::open; });
}

} // namespace

Dispatcher::Dispatcher(Host& host)
    : host_(host)
{
}

// Replies to waiting messages while their receivers exist.
Dispatcher::~Dispatcher()
{
    if (open_ && round_open(document()))
        suspend_room();
    else
        (void)close_room();
    mail_->close();
}

base::Result<OpenedSession> Dispatcher::open_file(std::filesystem::path const& path, Access access)
{
    return host_.open(path, access);
}

base::Result<OpenedSession> Dispatcher::create(NewSession const& wish, std::string const& language)
{
    return host_.create(wish, language);
}

std::vector<base::Error> Dispatcher::take(OpenedSession opened)
{
    leave();
    open_.emplace(std::move(opened));
    save_state_ = writes() ? SaveState::saved : SaveState::read_only;
    saved_ms_ = open_->session->last_at_ms();
    opened_at_ = open_->session->log().size();
    if (open_->shared) open_->shared->wake_by(mail_);
    return open_->notices;
}

void Dispatcher::leave()
{
    if (!open_) return;
    if (round_open(document()))
        suspend_room(); // the same phones come back to it: nobody votes twice
    else
        (void)close_room(); // what it leaves on the disk ends after a day
    auto const path = open_->path;
    auto const wrote = writes();
    drop_folder_.forget();
    alarm_.reset();
    past_.reset();
    teller_.reset();
    open_.reset();
    if (wrote) host_.closed(path);
}

void Dispatcher::note(base::Error const& refused)
{
    if (stops(refused))
        save_state_ = SaveState::stopped;
    else if (refused.code == base::Errc::io && save_state_ != SaveState::stopped)
        save_state_ = SaveState::failed;
}

void Dispatcher::note_kept()
{
    saved_ms_ = host_.now_ms();
    if (save_state_ != SaveState::stopped) save_state_ = SaveState::saved;
}

template <class T>
base::Result<void> Dispatcher::noted(base::Result<T> const& result)
{
    if (!result) {
        note(result.error());
        return base::fail(result.error());
    }
    note_kept();
    return {};
}

base::Result<void> Dispatcher::look_back(std::uint64_t n)
{
    auto const& session = *open_->session;
    if (n >= session.log().size()) {
        look_now();
        return {};
    }
    if (!past_) past_.emplace(session, open_->who);
    return past_->go(n);
}

bool Dispatcher::story_whole() const
{
    return teller_ && teller_->story().size() >= open_->session->log().size();
}

void Dispatcher::read_story(double most_ms)
{
    using clock = std::chrono::steady_clock;
    if (!teller_) teller_.emplace(open_->session->log());
    auto const until = clock::now() + std::chrono::duration<double, std::milli>(most_ms);
    while (teller_->advance(entries_a_look) && clock::now() < until) {
    }
}

base::Result<void> Dispatcher::may_write() const
{
    if (past_) return base::fail(base::Errc::denied, "past.read_only");
    return {};
}

base::Result<void> Dispatcher::propose(edit::Command const& command,
                                       std::optional<std::uint64_t> seen)
{
    if (auto ok = may_write(); !ok) return ok;
    auto& session = *open_->session;
    return noted(session::as_result(
        session.propose(command, seen.value_or(session.log().size()), open_->who)));
}

base::Result<Dispatcher::Again> Dispatcher::undo()
{
    if (auto ok = may_write(); !ok) return base::fail(ok.error());
    auto const before = document();
    return again(before, open_->session->undo(open_->who));
}

base::Result<Dispatcher::Again> Dispatcher::redo()
{
    if (auto ok = may_write(); !ok) return base::fail(ok.error());
    auto const before = document();
    return again(before, open_->session->redo(open_->who));
}

base::Result<Dispatcher::Again> Dispatcher::again(model::Document const& before,
                                                  base::Result<journal::Entry> const& done)
{
    if (auto ok = noted(done); !ok) return base::fail(ok.error());
    Again out{done->kind, done->label, {}, done->at_ms, done->target <= opened_at_};
    auto const step = model::get<model::Stage>(document()).step;
    for (auto& what : story::events_of(*done, before, document()))
        out.events.push_back({done->n, done->at_ms, done->kind, step, std::move(what)});
    if (auto const original = open_->session->log().entry(done->target); original)
        out.made_ms = original->at_ms;
    return out;
}

base::Result<void> Dispatcher::cast(CastBallot const& wish)
{
    if (auto ok = may_write(); !ok) return ok;
    return noted(open_->session->cast(wish.round, wish.token, wish.ballot));
}

base::Result<void> Dispatcher::withdraw(WithdrawBallot const& wish)
{
    if (auto ok = may_write(); !ok) return ok;
    return noted(open_->session->withdraw(wish.round, wish.token));
}

base::Result<void> Dispatcher::close_round(model::RoundId round, std::optional<base::Error>& left)
{
    if (auto ok = may_write(); !ok) return ok;
    if (open_->shared) return noted(open_->shared->ask_ballots(round));
    auto closed = open_->session->close_round(open_->who, round);
    if (closed) left = std::move(closed->left);
    return noted(closed);
}

std::optional<base::Error> Dispatcher::changed_elsewhere()
{
    if (!open_ || save_state_ == SaveState::stopped) return std::nullopt;
    auto const kept = open_->session->check_kept();
    if (kept) return std::nullopt;
    save_state_ = SaveState::stopped;
    return kept.error();
}

base::Result<Dispatcher::Copied> Dispatcher::save_copy(std::filesystem::path const& to)
{
    // A copy has no ballots of a healthy box: with some, the session stays where it is.
    bool const refused = save_state_ == SaveState::failed && !open_->shared &&
                         open_->session->rounds_in_box().empty();
    bool const lost = writes() && (refused || !open_->session->check_kept());
    auto const done = host_.save_copy(*open_->session, to);
    if (!done) return base::fail(done.error());
    host_.chose_in(to.parent_path());
    return lost ? Copied::instead : Copied::beside;
}

bool Dispatcher::look_around()
{
    bool const heard = pump_shared();
    if (open_ && !writes()) (void)open_->session->check_kept(); // releases memory: see HeldLines
    if (!writes()) return heard;
    auto const now = host_.now_ms();
    bool const went_back = now < looked_ms_; // the clock was set back
    if (!went_back && now - looked_ms_ < look_every_ms) return heard;
    looked_ms_ = now;
    alarm_ = changed_elsewhere();
    bool const moved = look_at_addresses();
    if (alarm_ || moved || heard) return true;
    return drop_folder_.look(open_->path, open_->session->opening()) || !mail_->empty();
}

void Dispatcher::deliver(Prepare const& prepare)
{
    for (int left = messages_a_frame; left > 0 && !mail_->empty(); --left)
        for (auto& message : mail_->take(1)) {
            prepare(message);
            auto const outcome = session::deliver(session(), message);
            auto const* error = std::get_if<base::Error>(&outcome);
            if (auto const* written = std::get_if<session::Accepted>(&outcome);
                written && written->n != 0)
                note_kept();
            else if (error && error->code == base::Errc::io)
                note(*error);
        }
}

namespace {

struct Listing {
    Host& host;
    std::weak_ptr<session::Mailbox> mail; // may be called after the app is destroyed
    std::vector<std::filesystem::path> tries;
    Dispatcher::Arrived arrived;
};

// Lists folders one after the other, on the host's threads, until one succeeds; posts the result as
// a message.
void list_from(std::shared_ptr<Listing const> const& listing, std::size_t at)
{
    auto then = [listing, at](base::Result<Folder> folder) {
        auto finish = [listing, at, folder = std::move(folder)] {
            if (folder || at + 1 == listing->tries.size())
                listing->arrived(at, folder);
            else
                list_from(listing, at + 1);
        };
        if (auto const mail = listing->mail.lock()) // closed: nobody waits
            (void)mail->post({{}, session::Finish{std::move(finish)}});
    };
    listing->host.list_folder(listing->tries[at], std::move(then));
}

} // namespace

void Dispatcher::write_export(ExportJob job, Host::ExportTold told)
{
    host_.write_export(std::move(job), [waiting = std::weak_ptr(mail_),
                                        told = std::move(told)](ExportState const& state) {
        if (auto const mail = waiting.lock())
            (void)mail->post({{}, session::Finish{[told, state] { told(state); }}});
    });
}

void Dispatcher::draw_picture(ExportJob job, exchange::Image const& image, Host::Drawn drawn)
{
    host_.draw_picture(
        std::move(job), image,
        [waiting = std::weak_ptr(mail_),
         drawn = std::move(drawn)](base::Result<std::string> const& png) {
            if (auto const mail = waiting.lock())
                (void)mail->post({{}, session::Finish{[drawn, png] { drawn(png); }}});
        });
}

void Dispatcher::list(std::vector<std::filesystem::path> tries, Arrived arrived)
{
    if (tries.empty()) return;
    list_from(std::make_shared<Listing const>(
                  Listing{host_, mail_, std::move(tries), std::move(arrived)}),
              0);
}

void Dispatcher::read_session(std::filesystem::path const& path, std::optional<std::uint64_t> entry,
                              SessionRead done)
{
    std::weak_ptr<session::Mailbox> const mail = mail_; // may be called after the app is destroyed
    host_.read_session(path, entry, [mail, done = std::move(done)](base::Result<SessionAt> read) {
        auto finish = [done, read = std::move(read)] { done(read); };
        if (auto const open = mail.lock())
            (void)open->post({{}, session::Finish{std::move(finish)}});
    });
}

void Dispatcher::list_sessions(Shelved shelved)
{
    std::weak_ptr<session::Mailbox> const mail = mail_;
    host_.list_sessions([mail, shelved = std::move(shelved)](ShelfPart part) {
        auto finish = [shelved, part = std::make_shared<ShelfPart>(std::move(part))] {
            shelved(std::move(*part));
        };
        if (auto const open = mail.lock())
            (void)open->post({{}, session::Finish{std::move(finish)}});
    });
}

base::Result<std::filesystem::path> Dispatcher::open_document(std::string const& name,
                                                              Host::Use use)
{
    constexpr std::int64_t double_click_ms = 1500;
    auto const now = now_ms();
    if (opened_document_ && opened_document_->name == name &&
        now - opened_document_->at_ms < double_click_ms)
        return opened_document_->path;
    auto opened = host_.open_document(name, use);
    opened_document_.reset();
    if (opened) opened_document_ = {name, now, *opened};
    return opened;
}

} // namespace ui
