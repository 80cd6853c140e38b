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

// The ballot box of an open round, as far as anybody may know it.
struct BallotCount {
    model::RoundId round;
    std::size_t ballots = 0;
    std::shared_ptr<std::set<std::string> const> tokens; // who may correct
};

// What a session says at one moment, to one reader. A value: cheap to copy, never changed, safe to
// hand to another thread.
struct View {
    // The same for all views of one opening of a session, and for no other.
    std::shared_ptr<void const> opening;
    model::ActorId reader;
    model::Document document;
    std::uint64_t version = 0; // entries that it includes
    std::string chain_start;   // hash of the session's header, 64 hexadecimal digits
    bool may_undo = false;     // the reader's own last act
    bool may_redo = false;
    std::vector<BallotCount> boxes; // of the rounds that are open and have ballots

    using Entries = std::vector<std::shared_ptr<journal::Entry const>>;
    // The last entries up to this version, `recent_most` at most, written since the opening.
    std::shared_ptr<Entries const> recent;
    // Which cards each entry touched, since the session began; of the past, also later ones.
    model::Touches touches;
    static constexpr std::size_t recent_most = 128;

    // The entries after `version`, 0 of them when it is this one. Nothing when that is longer ago
    // than `recent` goes back.
    [[nodiscard]] std::optional<std::span<std::shared_ptr<journal::Entry const> const>>
    entries_since(std::uint64_t from) const
    {
        if (from > version || version - from > recent->size()) return std::nullopt;
        return std::span(*recent).last(static_cast<std::size_t>(version - from));
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
