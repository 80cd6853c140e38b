#include "result_hall.h"

namespace result_hall {

Hall::Hall() = default;
Hall::~Hall() = default;

void Hall::draw(ui::Ui& ui)
{
    if (!view.round) return;
    support::Shown const shown(session, access);
    auto const wish =
        ui::draw_vote_results(ui, view, shown.workshop, ui::layout_of(ui, ui::Panel::shown));
    if (!wish) return;
    auto const* command = wish->as<edit::Command>();
    REQUIRE(command);
    if (auto const* step = command->as<edit::SetStep>())
        went = step->step;
    else
        CHECK(session.submit(edit::facilitator, *command));
    // the application resets it after a tie decision, too
    if (command->is<edit::DecideTie>()) view.results.cut.reset();
}

void Hall::act(edit::Command const& command)
{
    auto const done = session.submit(edit::facilitator, command);
    REQUIRE_MESSAGE(done, (done ? "" : done.error().where));
}

void Hall::add_cases(std::vector<std::string> const& titles, std::vector<std::string> const& costs)
{
    edit::AddCases add;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        model::Case text;
        text.title = titles[i];
        if (i < costs.size()) text.cost = costs[i];
        ids.push_back(session.mint<CaseId>());
        add.cases.push_back({ids.back(), text, {}});
    }
    act(add);
}

CaseId Hall::id(int number) const { return ids.at(static_cast<std::size_t>(number) - 1); }

model::RoundId Hall::hold(model::Round round, std::vector<std::vector<Line>> const& ballots)
{
    if (round.cases.empty()) round.cases = ids;
    round.question = "Que voulez-vous ?";
    auto const round_id = session.mint<model::RoundId>();
    std::vector<model::Ballot> cast;
    for (auto const& lines : ballots) {
        model::Ballot ballot;
        for (auto const& [number, value] : lines) ballot.marks.push_back({id(number), value});
        cast.push_back(std::move(ballot));
    }
    act(edit::PrepareRound{round_id, round});
    act(edit::OpenRound{round_id, 1});
    REQUIRE(support::close_round(session, edit::facilitator, round_id, cast));
    act(edit::RevealRound{round_id});
    return round_id;
}

model::RoundId Hall::vote(model::Round const& round, std::vector<std::vector<Line>> const& ballots)
{
    look(hold(round, ballots));
    return view.round;
}

void Hall::look(model::RoundId round)
{
    view.round = round;
    hand.settle();
}

void Hall::page(char const* which)
{
    hand.click(std::string("results.page.") + which);
    hand.settle();
}

std::string Hall::row(int number) const { return hand.value("result." + std::to_string(number)); }

bool Hall::says(std::string const& id, std::string const& text) const
{
    return hand.shows(id) && hand.label(id).find(text) != std::string::npos;
}

model::Round by(Method method)
{
    model::Round round;
    round.method = method;
    round.choices = 0;
    round.cap = 0;
    return round;
}

std::vector<Line> ranking(std::vector<int> const& numbers)
{
    std::vector<Line> out;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        out.emplace_back(numbers[i], static_cast<int>(i) + 1);
    return out;
}

std::vector<std::vector<Line>> times(int n, std::vector<Line> const& ballot)
{
    return std::vector<std::vector<Line>>(static_cast<std::size_t>(n), ballot);
}

void add(std::vector<std::vector<Line>>& to, std::vector<std::vector<Line>> const& more)
{
    to.insert(to.end(), more.begin(), more.end());
}

std::vector<std::vector<Line>> tied_dots()
{
    auto out = times(3, {{1, 3}, {2, 2}});
    add(out, times(3, {{1, 3}, {3, 2}}));
    out.front().emplace_back(4, 1);
    return out;
}

} // namespace result_hall
