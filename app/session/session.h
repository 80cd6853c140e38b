#pragma once

#include "base/clock.h"
#include "edit/permission.h"
#include "edit/replan.h"
#include "journal/stores.h"
#include "session/id_source.h"
#include "session/reading.h"
#include "session/replay.h"
#include "session/sharing.h"
#include "session/state.h"
#include "session/view.h"

#include <filesystem>
#include <map>
#include <memory>
#include <variant>
#include <vector>

namespace session {

// The entry of an accepted command, already durable; 0 when there was nothing to change.
struct Accepted {
    std::uint64_t n = 0;
    friend bool operator==(Accepted const&, Accepted const&) = default;
};
// The result of a command. The session is unchanged unless it was accepted.
using CommandResult = std::variant<Accepted, edit::Conflict, base::Error>;
// The outcome as a Result; a conflict becomes `conflict` "overtaken.inbox" or "overtaken.other", by
// who made the other change, with the kind of record as detail.
base::Result<void> as_result(CommandResult const& outcome);

// The single writer of a session file. For one thread; others send requests through a Mailbox.
class Session {
public:
    // Reads a log into a session; writes nothing. Fails at the first invalid entry, with its line;
    // `open_file` keeps the valid part instead.
    static base::Result<Session> open(journal::Stores stores, base::Clock& clock,
                                      base::RandomSource& random);
    // The same, of a log that was already read.
    static Session over(journal::Stores stores, Reading reading, base::Clock& clock,
                        base::RandomSource& random);

    [[nodiscard]] model::Document const& document() const { return now_.document; }
    [[nodiscard]] journal::Log const& log() const { return *log_; }
    // Unix time of the last entry; 0 when there is none.
    [[nodiscard]] std::int64_t last_at_ms() const { return now_.at_ms; }
    // The present state as `who` may see it.
    [[nodiscard]] View view(edit::Actor const& who) const;
    // Which cards each entry touched.
    [[nodiscard]] model::Touches const& touches() const { return now_.touches; }
    // Access to all past states; valid as long as the session exists.
    [[nodiscard]] Replay replay() const { return Replay{*log_, now_.milestones}; }

    // Executes a command of `who`, who last saw version `seen`: planned on the present document
    // (see edit::replan), checked, appended durably, applied. Closing a round needs `close_round`:
    // `invalid` "round.ballots". `invalid` "propose.version" when `seen` is in the future. Used by
    // the window, the mailbox and the command line.
    CommandResult propose(edit::Command const& command, std::uint64_t seen, edit::Actor const& who);
    // `propose` for a sender who has seen the present version.
    base::Result<journal::Entry> submit(edit::Actor const& who, edit::Command const& command);

    // Undoes that person's last edit by a new entry; what others changed since is kept, so the
    // entry may have fewer changes than the edit. When no change is left, nothing is written:
    // `conflict` "undo.vote" when the edit prepared a vote that was held, "undo.stale" when later
    // entries replaced it; the next call skips it. `not_found` "undo" or "redo" when there is
    // nothing to undo.
    base::Result<journal::Entry> undo(edit::Actor const& who);
    base::Result<journal::Entry> redo(edit::Actor const& who);
    [[nodiscard]] bool can_undo(edit::Actor const& who) const;
    [[nodiscard]] bool can_redo(edit::Actor const& who) const;

    [[nodiscard]] IdSource& ids() { return ids_; }
    // The same for all views of this opening of the session; see View.
    [[nodiscard]] std::shared_ptr<void const> const& opening() const { return opening_; }
    template <class IdType>
    IdType mint()
    {
        return ids_.mint<IdType>();
    }

    // Ballots of open rounds, stored in the ballot box, not in the journal; see
    // journal/box/ballot_box.h. A voter is known by a random token only. `cast` replaces an earlier
    // ballot of the token.
    std::string mint_token() { return ids_.token(); }
    base::Result<void> cast(model::RoundId round, std::string const& token,
                            model::Ballot const& ballot);
    base::Result<void> withdraw(model::RoundId round, std::string const& token);
    [[nodiscard]] std::size_t ballots_in_box(model::RoundId round) const;
    [[nodiscard]] std::vector<model::RoundId> rounds_in_box() const;
    // The ballots of the box, without tokens, in a random order.
    [[nodiscard]] std::vector<model::Ballot> shuffled_ballots(model::RoundId round);

    struct Closed {
        journal::Entry entry;
        // "box.left": the round is closed and counted, but its ballots could not be erased from the
        // box; the next opening erases them.
        std::optional<base::Error> left;
    };
    // Closes a round: writes all its ballots, shuffled, in one entry, then erases them from the
    // box. On failure nothing has changed, and the round is open. In a shared session with the
    // ballots of the others, else `denied` "shared.close"; the box is then emptied when the entry
    // is settled.
    base::Result<Closed> close_round(edit::Actor const& who, model::RoundId round,
                                     Collected const* collected = nullptr);

    // Whether confirmed entries and ballots are still in place: `conflict` "file.changed",
    // "box.changed"; see journal::Log::check_kept.
    base::Result<void> check_kept();
    // Writes a complete copy to another file, as journal::Log::save_copy. Ballots are copied only
    // when they may be lost in the present box: a copy of a healthy box would survive its close.
    [[nodiscard]] base::Result<void> save_copy(std::filesystem::path const& path) const;
    // Messages about the ballot box: "box.key_lost", "box.unknown", "box.left", with a file name.
    [[nodiscard]] std::vector<base::Error> const& notices() const { return notices_; }

    // The session is shared from now on: entries of this machine are pending, until they are
    // settled or taken back. `mine`: the sites that this machine is and was.
    void share(Sharing& with, std::set<model::SiteId> mine);
    void unshare();
    // The number of entries that are not pending, and the document after them.
    [[nodiscard]] std::uint64_t settled() const { return log_->size() - pending_; }
    // How often pending entries were taken back.
    [[nodiscard]] std::uint64_t taken_back() const { return taken_back_; }
    [[nodiscard]] model::Document const& settled_document() const
    {
        return settled_ ? settled_->document : now_.document;
    }
    // The first pending entry is shared: it is not taken back any more.
    void settle_first(journal::Entry const& first);
    // Takes back all pending entries, which the log no longer has.
    void take_back();
    // Whether an entry may follow the present ones, or the settled ones. `corrupt` "file.sequence".
    enum class After { present, settled };
    [[nodiscard]] base::Result<void> fits(journal::Entry const& entry, After after) const;
    // Applies an entry of another machine that fits and that the log has as its last; none may be
    // pending.
    void take_in(journal::Entry const& entry);
    // Applies a pending entry that fits and that the log has as its last, written before this
    // opening.
    void resume(journal::Entry const& entry);
    // Appends an entry that was taken back, with the changes that it has now.
    base::Result<journal::Entry> put_again(Origin const& origin, journal::Entry entry);

private:
    Session(journal::Stores stores, Reading reading, base::Clock& clock,
            base::RandomSource& random);
    [[nodiscard]] edit::Replanned planned(edit::Command const& command, std::uint64_t seen,
                                          model::ActorId who) const;
    base::Result<journal::Entry> act(edit::Actor const& who, edit::Command const& command);
    base::Result<journal::Entry> write(edit::Actor const& who, edit::Command const& command,
                                       model::Changes changes);
    base::Result<journal::Entry> commit(edit::Actor const& who, model::Changes changes,
                                        std::string label, journal::Kind kind,
                                        std::uint64_t target);
    base::Result<journal::Entry> commit_again(edit::Actor const& who, model::Changes changes,
                                              std::string label, journal::Kind kind,
                                              std::uint64_t n);
    base::Result<void> append(journal::Entry const& entry);
    void pass(journal::Entry const& entry);
    [[nodiscard]] base::Result<void> may(Origin const& what);
    [[nodiscard]] base::Result<void> takes_ballots(model::RoundId round) const;
    [[nodiscard]] journal::BallotBox::Round said_of(model::RoundId round) const;
    void settle_box();

    std::unique_ptr<journal::Log> log_;
    std::unique_ptr<journal::BallotBox> box_;
    base::Clock* clock_;
    base::RandomSource* random_;
    State now_;
    Sharing* sharing_ = nullptr;
    std::set<model::SiteId> mine_;
    std::optional<State> settled_; // without the pending entries; none: nothing is pending
    std::uint64_t pending_ = 0;    // number of pending entries
    std::uint64_t taken_back_ = 0; // how often
    IdSource ids_;
    std::shared_ptr<void const> opening_ = std::make_shared<int>();
    std::string chain_start_;
    std::shared_ptr<View::Entries const> recent_ = std::make_shared<View::Entries>();
    // Cache, by round with ballots; an entry is dropped when a ballot is put or taken out.
    mutable std::map<model::RoundId, std::shared_ptr<std::set<std::string> const>> tokens_;
    std::vector<base::Error> notices_;
};

} // namespace session
