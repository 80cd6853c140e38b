#pragma once

#include "analysis/voting/tally.h"
#include "support/ui/room.h"

#include <functional>

// A session about to vote on eight cases by any counting method.
namespace support {

inline constexpr char const* eight_cases =
    "titre;coût\nTri du courrier;1000\nFuites d’eau;2000\nRepas de cantine;3000\nPermis;4000\n"
    "Archives;5000\nStandard;6000\nVoirie;7000\nForêts;\n";

struct Voting : Room {
    explicit Voting(std::string const& language = "fr");
    [[nodiscard]] model::CaseId case_of(int number);
    [[nodiscard]] model::RoundId round();
    [[nodiscard]] model::Round rules() { return model::get<model::Round>(doc(), round()); }
    [[nodiscard]] std::size_t cast() { return app.session()->ballots_in_box(round()); }

    // Chooses the counting method on the screen, calls `change`, and opens the vote.
    void open(
        model::Method method, std::function<void(model::Round&)> const& change = [](auto&) {});
    // Closes the vote by keys and confirms.
    void close();
    void keys(std::initializer_list<int> chords);
    // The ballots after the reveal.
    [[nodiscard]] std::vector<model::Ballot> ballots();
    [[nodiscard]] int said_of(model::Ballot const& ballot, int number);
};

} // namespace support
