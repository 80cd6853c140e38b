#include "voting.h"

namespace support {

Voting::Voting(std::string const& language)
    : Room(language)
{
    start(eight_cases, "vote");
}

model::CaseId Voting::case_of(int number)
{
    for (auto const& [id, one] : model::table<model::Case>(doc()))
        if (one.number == number) return id;
    return {};
}

model::RoundId Voting::round()
{
    auto const& rows = model::table<model::Round>(doc());
    return rows.empty() ? model::RoundId{} : rows.rbegin()->first;
}

void Voting::open(model::Method method, std::function<void(model::Round&)> const& change)
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

void Voting::close()
{
    driver.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    driver.frame(2);
    if (driver.shows("close.yes")) driver.click("close.yes");
    driver.frame(4);
    REQUIRE(round_state() == model::RoundState::revealed);
}

void Voting::keys(std::initializer_list<int> chords)
{
    for (auto chord : chords) driver.key(chord);
}

std::vector<model::Ballot> Voting::ballots()
{
    std::vector<model::Ballot> out;
    for (auto const& [key, ballot] : model::table<model::Ballot>(doc()))
        if (key.round == round()) out.push_back(ballot);
    return out;
}

int Voting::said_of(model::Ballot const& ballot, int number)
{
    for (auto const& mark : ballot.marks)
        if (mark.on == case_of(number)) return mark.value;
    return -1000;
}

} // namespace support
