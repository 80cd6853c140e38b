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

// What the interface does between two frames: the one place that writes in the session, and that
// asks the machine for anything (files, settings, sound, time). Knows nothing of what is drawn;
// what an act became comes back to whoever asked, and the state of saving follows.
class Dispatcher {
public:
    explicit Dispatcher(Host& host);
    ~Dispatcher();
    Dispatcher(Dispatcher const&) = delete;
    Dispatcher& operator=(Dispatcher const&) = delete;

    // The session, if one is open.
    [[nodiscard]] bool open() const { return open_.has_value(); }
    [[nodiscard]] session::Session* session() const
    {
        return open_ ? open_->session.get() : nullptr;
    }
    [[nodiscard]] bool writes() const { return open_ && open_->access == Access::edit; }
    // What the screens may ask for: nothing while one looks back.
    [[nodiscard]] Access access() const { return past_ ? Access::read : open_->access; }
    [[nodiscard]] std::filesystem::path const& path() const { return open_->path; }
    [[nodiscard]] model::Document const& document() const { return open_->session->document(); }
    // What is shown: the session as it is, or as it was.
    [[nodiscard]] session::View view() const
    {
        return past_ ? past_->view() : open_->session->view(open_->who);
    }
    [[nodiscard]] SaveState save_state() const { return save_state_; }
    [[nodiscard]] std::int64_t saved_ms() const { return saved_ms_; }

    // Takes the place of the session that is open. What the person is to be told of it.
    std::vector<base::Error> take(OpenedSession opened);
    base::Result<OpenedSession> open_file(std::filesystem::path const& path, Access access);
    base::Result<OpenedSession> create(NewSession const& wish, std::string const& language);
    void leave();

    // Shows the session as it was after `n` entries; from then on what would write is `denied`
    // "past.read_only", until one looks at what it says now. Messages from elsewhere are delivered
    // all the same. Errors of session::Past::go.
    base::Result<void> look_back(std::uint64_t n);
    void look_now() { past_.reset(); }
    [[nodiscard]] bool looks_back() const { return past_.has_value(); }
    // What happened in the session, as far as it was read, and whether that is all. Reads on for
    // about so long.
    [[nodiscard]] story::Story const* story() const
    {
        return teller_ ? &teller_->story() : nullptr;
    }
    [[nodiscard]] bool story_whole() const;
    void read_story(double most_ms);

    // What this window's actor asks, having seen that version; none: what the session says now.
    base::Result<void> propose(edit::Command const& command,
                               std::optional<std::uint64_t> seen = std::nullopt);
    base::Result<void> undo();
    base::Result<void> redo();
    base::Result<void> cast(CastBallot const& wish);
    base::Result<void> withdraw(WithdrawBallot const& wish);
    // `left`: what could not be tidied up after a round that is closed all the same.
    base::Result<void> close_round(model::RoundId round, std::optional<base::Error>& left);

    // Whether another program touched the session's files: what is said to be saved must be there.
    // Once, when it is found out.
    std::optional<base::Error> changed_elsewhere();
    enum class Copied { beside, instead }; // instead: the file itself takes nothing more
    base::Result<Copied> save_copy(std::filesystem::path const& to);

    // Messages from anywhere but the hand. `prepare` is shown each before it is done.
    [[nodiscard]] session::Mailbox& mailbox() const { return *mail_; }
    using Prepare = std::function<void(session::Message&)>;
    void deliver(Prepare const& prepare);
    // Looks for files with proposals, once a second at most. True when there is something to
    // deliver or to tell.
    bool look_around();
    [[nodiscard]] std::vector<DropFolder::Read> take_read() { return drop_folder_.take_read(); }
    // A file that another program touched, found out by `look_around`.
    [[nodiscard]] std::optional<base::Error> take_alarm()
    {
        return std::exchange(alarm_, std::nullopt);
    }

    // Lists the first of `tries` that can be; `arrived` comes with a later frame: which one it was,
    // or why the last could not.
    using Arrived = std::function<void(std::size_t which, base::Result<Folder> const&)>;
    void list(std::vector<std::filesystem::path> tries, Arrived arrived);

    // The same of what takes a while elsewhere: it comes with a later frame.
    void write_export(ExportJob job, Host::ExportTold told);
    void draw_picture(ExportJob job, exchange::Image const& image, Host::Drawn drawn);

    // Reads the session in a file, as ui::Host does; `done` comes with a later frame.
    void read_session(std::filesystem::path const& path, std::optional<std::uint64_t> entry,
                      SessionRead done);
    // The sessions of this machine; each part comes with a later frame, or this one.
    void list_sessions(Shelved shelved);

    // The machine, as ui::Host has it.
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
    auto read_file(std::filesystem::path const& path) { return host_.read_file(path); }
    auto export_folder(std::string const& title) { return host_.export_folder(title); }
    auto document_in(std::filesystem::path const& path) { return host_.document_in(path); }
    [[nodiscard]] auto kept_columns() { return host_.kept_columns(); }
    void keep_columns(std::vector<KeptColumns> const& kept) { host_.keep_columns(kept); }
    auto open_document(std::string const& name, Host::Use use)
    {
        return host_.open_document(name, use);
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

    Host& host_;
    std::optional<OpenedSession> open_;
    std::optional<session::Past> past_; // while one looks back
    std::optional<story::Teller> teller_;
    std::int64_t saved_ms_ = 0;
    SaveState save_state_ = SaveState::saved;
    std::int64_t looked_ms_ = 0;
    std::optional<base::Error> alarm_;
    std::shared_ptr<session::Mailbox> mail_ = std::make_shared<session::Mailbox>();
    DropFolder drop_folder_{host_, *mail_};
};

} // namespace ui
