#pragma once

#include "session/mailbox.h"
#include "session/past.h"
#include "story/story.h"
#include "ui/app/drop_folder.h"
#include "ui/app/host.h"
#include "ui/kit/workshop.h"

#include <functional>
#include <memory>
#include <optional>

namespace ui {

// Does between two frames what the interface requested: the only code that writes to the session
// and uses the host (files, settings, sound, time). Independent of drawing; returns results to the
// caller and tracks the state of saving.
class Dispatcher {
public:
    explicit Dispatcher(Host& host);
    ~Dispatcher();
    Dispatcher(Dispatcher const&) = delete;
    Dispatcher& operator=(Dispatcher const&) = delete;

    // Whether a session is open.
    [[nodiscard]] bool open() const { return open_.has_value(); }
    [[nodiscard]] session::Session* session() const
    {
        return open_ ? open_->session.get() : nullptr;
    }
    [[nodiscard]] bool writes() const { return open_ && open_->access == Access::edit; }
    // The access for screens: read-only while an earlier moment is shown.
    [[nodiscard]] Access access() const { return past_ ? Access::read : open_->access; }
    [[nodiscard]] std::filesystem::path const& path() const { return open_->path; }
    [[nodiscard]] model::Document const& document() const { return open_->session->document(); }
    // The view to draw: the present, or an earlier moment.
    [[nodiscard]] session::View view() const
    {
        return past_ ? past_->view() : open_->session->view(open_->who);
    }
    [[nodiscard]] SaveState save_state() const { return save_state_; }
    [[nodiscard]] std::int64_t saved_ms() const { return saved_ms_; }

    // Replaces the open session. Returns messages for the user.
    std::vector<base::Error> take(OpenedSession opened);
    base::Result<OpenedSession> open_file(std::filesystem::path const& path, Access access);
    base::Result<OpenedSession> create(NewSession const& wish, std::string const& language);
    void leave();

    // Shows the session after `n` entries; commands then fail with `denied` "past.read_only" until
    // the present is shown again. Messages from outside are still carried out. Errors of
    // session::Past::go.
    base::Result<void> look_back(std::uint64_t n);
    void look_now() { past_.reset(); }
    [[nodiscard]] bool looks_back() const { return past_.has_value(); }
    // The events read so far, and whether all are; reads more for about `ms`.
    [[nodiscard]] story::Story const* story() const
    {
        return teller_ ? &teller_->story() : nullptr;
    }
    [[nodiscard]] bool story_whole() const;
    void read_story(double most_ms);

    // A command of the user, who saw version `seen`; none: the present one.
    base::Result<void> propose(edit::Command const& command,
                               std::optional<std::uint64_t> seen = std::nullopt);
    // What an undo or redo changed.
    struct Again {
        journal::Kind kind{};
        std::string label;                // the command's name
        std::vector<story::Event> events; // may be empty
        std::int64_t made_ms = 0;         // time of the original entry
        bool before_opening = false;      // whether that entry is older than this opening
    };
    base::Result<Again> undo();
    base::Result<Again> redo();
    base::Result<void> cast(CastBallot const& wish);
    base::Result<void> withdraw(WithdrawBallot const& wish);
    // `left`: an error of the clean-up; the round is closed anyway.
    base::Result<void> close_round(model::RoundId round, std::optional<base::Error>& left);

    // Whether another program changed the session's files. Reported once.
    std::optional<base::Error> changed_elsewhere();
    // instead: the session's own file cannot be written, now or any more
    enum class Copied { beside, instead };
    base::Result<Copied> save_copy(std::filesystem::path const& to);

    [[nodiscard]] About about() const { return host_.about(); }

    // Messages from other threads. `prepare` is called with each before it is carried out.
    [[nodiscard]] session::Mailbox& mailbox() const { return *mail_; }
    using Prepare = std::function<void(session::Message&)>;
    void deliver(Prepare const& prepare);
    // Checks the drop folder, at most once a second. True when there are messages or notices.
    bool look_around();
    [[nodiscard]] std::vector<DropFolder::Read> take_read() { return drop_folder_.take_read(); }
    // The error found by `look_around` when another program changed a file.
    [[nodiscard]] std::optional<base::Error> take_alarm()
    {
        return std::exchange(alarm_, std::nullopt);
    }

    // The other machines of the session, or null.
    [[nodiscard]] SharedRooms* shared() const { return open_ ? open_->shared.get() : nullptr; }
    // Handles what came from them and sends what is due. Whether something changed.
    bool pump_shared();
    // Opens a session that is not open, to be shared. See ui::Host.
    base::Result<OpenedSession> share(std::filesystem::path const& path, Share const& how)
    {
        return host_.share(path, how);
    }
    void receive_shared(std::filesystem::path const& invitation, Host::Received done);
    // Whether the step and the timer are up to another machine.
    [[nodiscard]] bool led_elsewhere() const
    {
        return open_ && open_->shared && !open_->shared->state().leads;
    }

    // The room for phones. It ends when the session is left.
    [[nodiscard]] std::optional<RoomState> room() const
    {
        return room_ ? std::optional(room_->state()) : std::nullopt;
    }
    // Why none can be opened now: `denied` "past.read_only", "room.read_only".
    [[nodiscard]] std::optional<base::Error> why_no_room() const;
    // Opens it, or moves the open one to another address: phones keep their seats if they reach it.
    // When that fails the room stays as it was. Errors of `why_no_room` and ui::Host.
    base::Result<void> open_room(std::string const& address);
    // Opens it again in this session as it was in the same session before.
    base::Result<void> open_room_again(RoomState const& before);
    // Leaves it without telling the phones; their seats are kept.
    void suspend_room() { room_.reset(); }
    base::Result<void> close_room();
    // Shows what was written to the phones.
    void follow_room();
    // The addresses of this machine; read once a second while a room is open or they are watched.
    [[nodiscard]] std::vector<RoomAddress> const& room_addresses() const { return addresses_; }
    void watch_addresses(bool watched);

    // Lists the first of `tries` that exists; calls `arrived` in a later frame with its index, or
    // the error of the last one.
    using Arrived = std::function<void(std::size_t which, base::Result<Folder> const&)>;
    void list(std::vector<std::filesystem::path> tries, Arrived arrived);

    // The same for slow operations: the result arrives in a later frame.
    void write_export(ExportJob job, Host::ExportTold told);
    void draw_picture(ExportJob job, exchange::Image const& image, Host::Drawn drawn);

    // Reads a session, see ui::Host; calls `done` in a later frame.
    void read_session(std::filesystem::path const& path, std::optional<std::uint64_t> entry,
                      SessionRead done);
    // Reads the library; parts arrive in this or a later frame.
    void list_sessions(Shelved shelved);

    // Forwards to ui::Host.
    [[nodiscard]] std::int64_t now_ms() const { return host_.now_ms(); }
    auto label(Recent const& session, std::string const& place,
               std::vector<std::string> const& tags)
    {
        return host_.label(session, place, tags);
    }
    auto move_to_folder(std::filesystem::path const& path, std::string const& folder)
    {
        return host_.move_to_folder(path, folder);
    }
    auto name_folder(std::string const& from, std::string const& to)
    {
        return host_.name_folder(from, to);
    }
    [[nodiscard]] std::vector<FolderPlace> places() { return host_.places(); }
    void chose_in(std::filesystem::path const& folder) { host_.chose_in(folder); }
    void forget(std::filesystem::path const& path) { host_.forget(path); }
    auto duplicate(std::filesystem::path const& path) { return host_.duplicate(path); }
    auto archive(std::filesystem::path const& path) { return host_.archive(path); }
    auto redact(std::filesystem::path const& path, journal::ToErase const& what)
    {
        return host_.redact(path, what);
    }
    auto trash(std::filesystem::path const& path) { return host_.trash(path); }
    auto save_template(model::Document const& shown, std::string const& title)
    {
        return host_.save_template(*open_->session, shown, title);
    }
    [[nodiscard]] auto own_templates(std::string const& language)
    {
        return host_.own_templates(language);
    }
    [[nodiscard]] auto planned_minutes()
    {
        return host_.planned_minutes(model::get<model::Profile>(document()).from_template);
    }
    [[nodiscard]] SessionNotes notes() { return host_.notes(open_->session->log().hash(0)); }
    auto keep_notes(SessionNotes const& notes)
    {
        return host_.keep_notes(open_->session->log().hash(0), notes);
    }
    auto trash_template(std::filesystem::path const& path) { return host_.trash_template(path); }
    auto read_file(std::filesystem::path const& path) { return host_.read_file(path); }
    auto export_folder(std::string const& title) { return host_.export_folder(title); }
    [[nodiscard]] bool can_print() const { return host_.can_print(); }
    [[nodiscard]] Letterhead letterhead() { return host_.letterhead(); }
    void keep_letterhead(Letterhead const& head) { host_.keep_letterhead(head); }
    void keep_notice(edit::SetNotice const& set) { host_.keep_notice(set.language, set.notice); }
    auto document_in(std::filesystem::path const& path) { return host_.document_in(path); }
    [[nodiscard]] auto kept_columns() { return host_.kept_columns(); }
    void keep_columns(std::vector<KeptColumns> const& kept) { host_.keep_columns(kept); }
    // A second request within a second and a half (a double click) opens nothing more.
    base::Result<std::filesystem::path> open_document(std::string const& name, Host::Use use);
    auto open_page(std::string const& stem, std::string const& html)
    {
        return host_.open_page(stem, html);
    }
    auto inbox() { return host_.inbox(open_->path); }
    void keep(Settings const& settings) { host_.keep(settings); }
    [[nodiscard]] bool can_chime() const { return host_.can_chime(); }
    void chime() { host_.chime(); }
    [[nodiscard]] Motion system_motion() const { return host_.system_motion(); }

private:
    template <class T>
    base::Result<void> noted(base::Result<T> const& result);
    void note(base::Error const& refused);
    void note_kept();
    [[nodiscard]] base::Result<void> may_write() const;
    base::Result<Again> again(model::Document const& before,
                              base::Result<journal::Entry> const& done);
    bool look_at_addresses(); // whether they changed

    Host& host_;
    std::optional<OpenedSession> open_;
    std::optional<session::Past> past_; // set while an earlier moment is shown
    std::optional<story::Teller> teller_;
    std::int64_t saved_ms_ = 0;
    std::uint64_t opened_at_ = 0; // number of entries when the session was opened
    SaveState save_state_ = SaveState::saved;
    std::int64_t looked_ms_ = 0;
    std::optional<base::Error> alarm_;
    std::shared_ptr<session::Mailbox> mail_ = std::make_shared<session::Mailbox>();
    DropFolder drop_folder_{host_, *mail_};
    std::unique_ptr<HostedRoom> room_;
    std::vector<RoomAddress> addresses_;
    bool addresses_watched_ = false;
    struct OpenedDocument {
        std::string name;
        std::int64_t at_ms = 0;
        std::filesystem::path path;
    };
    std::optional<OpenedDocument> opened_document_;
};

} // namespace ui
