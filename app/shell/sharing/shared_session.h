#pragma once

#include "federation/link.h"
#include "shell/sharing/meeting.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace shell {

// Milliseconds of a clock that is never set.
std::int64_t monotonic_ms();

// A session file open on this machine to be shared: the machine of the federation, and its link on
// threads of its own while it is linked. For the session's thread.
class SharedSession {
public:
    // Opens a file with its outbox as the machine that it was, or a new one. `label` and `part`:
    // what is kept in its `.site` file where there is one, unless given. Errors of
    // federation::open_shared and of the disk.
    struct As {
        std::string label = {};                   // empty: as before
        std::optional<model::SitePart> part = {}; // none: as before
    };
    static base::Result<std::unique_ptr<SharedSession>>
    open(std::filesystem::path const& file, As const& as, journal::FileLog::Options const& options,
         base::Clock& clock, base::RandomSource& random);
    ~SharedSession();
    SharedSession(SharedSession const&) = delete;
    SharedSession& operator=(SharedSession const&) = delete;

    [[nodiscard]] session::Session& session() { return *session_; }
    // Gives the session to another owner, which must outlive this.
    [[nodiscard]] std::unique_ptr<session::Session> hand_over()
    {
        return std::move(opened_.session);
    }
    [[nodiscard]] federation::Machine& machine() { return *machine_; }
    // Messages about the file, of its opening.
    [[nodiscard]] std::vector<base::Error> const& notices() const { return opened_.notices; }
    [[nodiscard]] federation::SharedLog const& log() const { return *opened_.log; }
    [[nodiscard]] std::string const& id() const { return opened_.id; } // of the session
    // Whether this machine is or was that site.
    [[nodiscard]] bool is_own(model::SiteId site) const { return sites_.contains(site); }
    [[nodiscard]] std::string const& label() const { return label_; }
    [[nodiscard]] model::SitePart part() const { return part_; }

    // After a refusal to meet the others: the file is an ordinary one again, if it was before it
    // was opened here and nothing waits in its outbox.
    void forget_first();

    // Meets the other machines. `wake` is called on another thread when something waits for `pump`.
    void link(Meeting meeting, std::function<void()> wake);
    [[nodiscard]] bool has_link() const { return link_ != nullptr; }
    [[nodiscard]] bool hosts() const { return meeting_.server != nullptr; }
    [[nodiscard]] federation::Invitation const& invitation() const { return meeting_.invitation; }
    // Connects at once instead of waiting for the next attempt.
    void hurry();
    // Why it was cut last; nothing once it is linked.
    [[nodiscard]] base::Error const& why_cut() const { return why_cut_; }
    [[nodiscard]] std::int64_t next_attempt_ms() const;

    // What is to be told.
    struct News {
        std::vector<base::Error> errors; // each once
        // What became of acts of this machine: of those done alone all, else those not as done.
        std::vector<federation::Outcome> outcomes;
        bool returned = false; // some of these acts were done alone
    };
    // Handles what arrived and sends what is due. To be called when `wake` was, after acts of this
    // machine, and twice a second. A server that does not start again is tried every few seconds.
    base::Result<News> pump();

private:
    explicit SharedSession(federation::OpenedShared opened);

    federation::OpenedShared opened_;
    session::Session* session_;
    std::unique_ptr<federation::Machine> machine_;
    std::set<model::SiteId> sites_;
    std::filesystem::path site_file_;
    bool first_ = false; // not shared before
    std::string label_;
    model::SitePart part_ = model::SitePart::room;
    Meeting meeting_;
    std::unique_ptr<federation::Link> link_; // ended before the server
    base::Error why_cut_;
    std::vector<base::Error> told_; // notices of the session
    std::optional<base::Error> told_hindered_;
    base::Error told_server_; // why it did not start again
    bool told_stopped_ = false, was_alone_ = false;
};

} // namespace shell
