#pragma once

#include "base/clock.h"
#include "edit/permission.h"
#include "edit/replan.h"
#include "journal/stores.h"
#include "session/id_source.h"
#include "session/reading.h"
#include "session/replay.h"
#include "session/view.h"

#include <filesystem>
#include <map>
#include <memory>
#include <variant>
#include <vector>

namespace session {

// The entry that a command became, durable by now; 0 when it was so already and nothing was
// written.
struct Accepted {
    std::uint64_t n = 0;
    friend bool operator==(Accepted const&, Accepted const&) = default;
};
// Accepted, overtaken by somebody else, or refused. Nothing has changed unless it was accepted.
using Outcome = std::variant<Accepted, edit::Conflict, base::Error>;
// Where it was not accepted, as an error that people read; of a conflict, `conflict`
// "overtaken.inbox" or "overtaken.other", by who changed it, with the kind of record.
base::Result<void> as_result(Outcome const& outcome);

// The single writer of one workshop. One thread; others ask it through a Mailbox.
class Session {
public:
    // Over what it is kept in, which is read back; nothing is written. Fails where an entry cannot
    // be, with its line; `open_file` goes as far as a file holds.
    static base::Result<Session> open(journal::Stores stores, base::Clock& clock,
                                      base::Chance& chance);
    // The same, of a log that was just read.
    static Session over(journal::Stores stores, Reading reading, base::Clock& clock,
                        base::Chance& chance);

    [[nodiscard]] model::Document const& document() const { return doc_; }
    [[nodiscard]] journal::Log const& log() const { return *log_; }
    // What it says now to `who`.
    [[nodiscard]] View view(edit::Actor const& who) const;
    // Which cards each entry touched.
    [[nodiscard]] model::Touches const& touches() const { return touches_; }
    // What it said at any moment so far; valid as long as the session is.
    [[nodiscard]] Replay replay() const { return Replay{*log_, milestones_}; }

    // What `who` asks for, having seen the session after `seen` entries: planned on what it says
    // now, checked, appended durably, applied. See edit::replan for what becomes of it when others
    // wrote since. A round is not closed so, but by `close_round`: `invalid` "round.ballots";
    // `invalid` "propose.version" when there are not as many entries. The window, the mailbox and
    // the command line all come through here.
    Outcome propose(edit::Command const& command, std::uint64_t seen, edit::Actor const& who);
    // The same by somebody who sees what it says now.
    base::Result<journal::Entry> submit(edit::Actor const& who, edit::Command const& command);

    // Takes back that person's own last act, as a new entry; what others changed since is left
    // alone, so the entry may hold fewer changes than the act. Where none is left nothing is
    // written: `conflict` "undo.vote" when it prepared a vote that was held, "undo.stale" when
    // later entries have replaced it, and the next call passes over it. `not_found` "undo" or
    // "redo" when there is nothing to take back.
    base::Result<journal::Entry> undo(edit::Actor const& who);
    base::Result<journal::Entry> redo(edit::Actor const& who);
    [[nodiscard]] bool can_undo(edit::Actor const& who) const;
    [[nodiscard]] bool can_redo(edit::Actor const& who) const;

    [[nodiscard]] IdSource& ids() { return ids_; }
    // The same for all views of this opening; see View.
    [[nodiscard]] std::shared_ptr<void const> const& opening() const { return opening_; }
    template <class IdType>
    IdType mint()
    {
        return ids_.mint<IdType>();
    }

    // Ballots of a round while it is open. They lie in the box, not in the journal; see
    // journal/ballot_box.h. A voter is known by a random token only. `cast` replaces what that
    // token said before.
    std::string mint_token() { return ids_.token(); }
    base::Result<void> cast(model::RoundId round, std::string const& token,
                            model::Ballot const& ballot);
    base::Result<void> withdraw(model::RoundId round, std::string const& token);
    [[nodiscard]] std::size_t ballots_in_box(model::RoundId round) const;
    [[nodiscard]] std::vector<model::RoundId> rounds_in_box() const;

    struct Closed {
        journal::Entry entry;
        // "urn.left": the round is closed and counted, and its ballots could not be erased from the
        // box, which the next opening does.
        std::optional<base::Error> left;
    };
    // Closes a round with all its ballots: shuffles them into one entry, then destroys them in the
    // box. On failure nothing has changed, and the round is open.
    base::Result<Closed> close_round(edit::Actor const& who, model::RoundId round);

    // Whether what was acknowledged, ballots too, is still where a restart would look for it:
    // `conflict` "file.changed", "urn.changed"; see journal::Log::check_kept.
    base::Result<void> check_kept();
    // A complete new file elsewhere, as journal::Log::save_copy; with the ballots in the box when
    // they may be lost where they are: a copy of a box that is well would outlive its close.
    [[nodiscard]] base::Result<void> save_copy(std::filesystem::path const& path) const;
    // What the person is to be told of the ballot box that was found: "urn.key_lost",
    // "urn.unknown", "urn.left", with the name of a file.
    [[nodiscard]] std::vector<base::Error> const& notices() const { return notices_; }

private:
    Session(journal::Stores stores, Reading reading, base::Clock& clock, base::Chance& chance);
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
    void settle_box();

    std::unique_ptr<journal::Log> log_;
    std::unique_ptr<journal::BallotBox> box_;
    base::Clock* clock_;
    base::Chance* chance_;
    model::Document doc_;
    History history_;
    Milestones milestones_;
    model::Touches touches_;
    IdSource ids_;
    std::shared_ptr<void const> opening_ = std::make_shared<int>();
    std::string chain_start_;
    std::shared_ptr<View::Entries const> recent_ = std::make_shared<View::Entries>();
    // Of each round with ballots, made when asked for and forgotten when one comes or goes.
    mutable std::map<model::RoundId, std::shared_ptr<std::set<std::string> const>> tokens_;
    std::vector<base::Error> notices_;
};

} // namespace session
