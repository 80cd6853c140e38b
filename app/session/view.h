#pragma once

#include "journal/entry.h"
#include "model/touched_cards.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace session {

// What is public about the ballot box of an open round.
struct BallotCount {
    model::RoundId round;
    std::size_t ballots = 0;
    std::shared_ptr<std::set<std::string> const> tokens; // whose ballots may be corrected
};

// The state of a session at one moment, for one reader. An immutable value: cheap to copy, safe to
// pass to another thread.
struct View {
    // Identifies one opening of a session.
    std::shared_ptr<void const> opening;
    model::ActorId reader;
    model::Document document;
    std::uint64_t version = 0; // number of entries included
    std::string chain_start;   // hash of the session's header, 64 hexadecimal digits
    bool may_undo = false;     // whether the reader has an edit to undo
    bool may_redo = false;
    std::vector<BallotCount> boxes; // of open rounds that have ballots

    using Entries = std::vector<std::shared_ptr<journal::Entry const>>;
    // The last entries up to this version, at most `recent_most`, written since the opening.
    std::shared_ptr<Entries const> recent;
    // Which cards each entry touched, from the first entry on; in a past state also later entries.
    model::Touches touches;
    static constexpr std::size_t recent_most = 128;
    // Of a shared session: how many of the entries are shared, and how often entries that were not
    // have been taken back: their numbers were then given to others.
    std::uint64_t settled = 0, taken_back = 0;

    // The entries after `version`; empty when it is the present one. Nothing when `recent` does not
    // go back that far.
    [[nodiscard]] std::optional<std::span<std::shared_ptr<journal::Entry const> const>>
    entries_since(std::uint64_t from) const
    {
        if (from > version || version - from > recent->size()) return std::nullopt;
        return std::span(*recent).last(static_cast<std::size_t>(version - from));
    }
    // The same, since an earlier view of this session; nothing either when entries of that view
    // were taken back.
    [[nodiscard]] std::optional<std::span<std::shared_ptr<journal::Entry const> const>>
    entries_since(View const& before) const
    {
        if (before.taken_back != taken_back) return std::nullopt;
        return entries_since(before.version);
    }
    [[nodiscard]] std::size_t ballots(model::RoundId round) const
    {
        for (auto const& box : boxes)
            if (box.round == round) return box.ballots;
        return 0;
    }
    [[nodiscard]] bool holds(model::RoundId round, std::string const& token) const
    {
        for (auto const& box : boxes)
            if (box.round == round) return box.tokens->contains(token);
        return false;
    }
};

} // namespace session
