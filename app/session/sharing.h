#pragma once

#include "edit/permission.h"

#include <cstdint>
#include <set>
#include <string>
#include <variant>
#include <vector>

// What a session needs to be shared by several machines (see the module federation).
namespace session {

// What an entry came from.
struct UndoOf {
    std::uint64_t n = 0; // the entry undone
};
struct RedoOf {
    std::uint64_t n = 0; // the original entry
};
struct Origin {
    edit::Actor who;
    std::variant<edit::Command, UndoOf, RedoOf> what;
};

// Asked and told by the session before each entry.
class Sharing {
public:
    Sharing() = default;
    Sharing(Sharing const&) = delete;
    Sharing& operator=(Sharing const&) = delete;
    virtual ~Sharing() = default;

    // Whether this may be done at present: `denied` when it is up to another site, or needs the
    // others.
    virtual base::Result<void> may(Origin const& what) = 0;
    // Whether this machine takes ballots: `denied` when none of its ballots would be counted.
    [[nodiscard]] virtual base::Result<void> may_vote() const = 0;
    // What the entry that is appended next comes from.
    virtual void coming(Origin const& what) = 0;
};

// The ballots of the other sites, and the sites counted without, at the close of a shared round.
struct Collected {
    struct Sent {
        model::SiteId from;
        std::vector<model::Ballot> ballots;
    };
    std::string key; // of the collection; see model::Collection
    std::vector<Sent> others;
    model::SiteId own; // whose ballots are in the box of this machine
    std::vector<model::SiteId> missing;
};

// Whether a session that could not be received may come later: its host does not answer, or is not
// linked yet.
bool comes_later(base::Error const& why);

} // namespace session
