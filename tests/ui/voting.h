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
    explicit Voting(std::string const& language = "fr")
        : Room(language)
    {
        start(eight_cases, "vote");
    }
    [[nodiscard]] model::CaseId case_of(int number)
    {
        for (auto const& [id, one] : model::table<model::Case>(doc()))
            if (one.number == number) return id;
        return {};
    }
    [[nodiscard]] model::RoundId round()
    {
        auto const& rows = model::table<model::Round>(doc());
        return rows.empty() ? model::RoundId{} : rows.rbegin()->first;
    }
    [[nodiscard]] model::Round rules() { return model::get<model::Round>(doc(), round()); }
    [[nodiscard]] std::size_t cast() { return app.session()->ballots_in_box(round()); }

    // Chooses the counting method on the screen, calls `change`, and opens the vote.
    void open(
        model::Method method, std::function<void(model::Round&)> const& change = [](auto&) {})
    {
        driver.click("vote.method." + std::string(base::name_of(model::Method::approval)));
        driver.click("vote.method." + std::string(base::name_of(method)));
        driver.settle();
        auto round = rules();
        change(round);
        app.grant(edit::Command{edit::PrepareRound{this->round(), round}});
        driver.frame(2);
        driver.click("vote.open");
        driver.frame(4);
        REQUIRE(round_state() == model::RoundState::open);
    }
    // Closes the vote by keys and confirms.
    void close()
    {
        driver.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
        driver.frame(2);
        if (driver.shows("close.yes")) driver.click("close.yes");
        driver.frame(4);
        REQUIRE(round_state() == model::RoundState::revealed);
    }
    void keys(std::initializer_list<int> chords)
    {
        for (auto chord : chords) driver.key(chord);
    }
    // The ballots after the reveal.
    [[nodiscard]] std::vector<model::Ballot> ballots()
    {
        std::vector<model::Ballot> out;
        for (auto const& [key, ballot] : model::table<model::Ballot>(doc()))
            if (key.round == round()) out.push_back(ballot);
        return out;
    }
    [[nodiscard]] int said_of(model::Ballot const& ballot, int number)
    {
        for (auto const& mark : ballot.marks)
            if (mark.on == case_of(number)) return mark.value;
        return -1000;
    }
};

} // namespace support
