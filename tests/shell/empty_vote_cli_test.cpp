#include "journal/file_log.h"
#include "session/session.h"
#include "support/closing.h"
#include "support/random_workshop.h"
#include "terminal.h"

#include <optional>
#include <vector>

// The output for votes without any ballot.
namespace {

using model::Method;
using terminal::Terminal;

struct Atelier {
    Terminal terminal;
    support::TickingClock clock;
    support::SeededRandomSource random{3};
    std::optional<session::Session> session{*session::Session::open(
        *journal::FileLog::create(terminal.folder / "atelier.cadran", 1,
                                  {.disk = nullptr, .keys = terminal.folder / "keys", .box = {}}),
        clock, random)};
    std::vector<model::CaseId> cases;

    Atelier()
    {
        edit::AddCases add;
        for (auto const* title : {"Accueil", "Courrier"}) {
            model::Case text;
            text.title = title;
            text.cost = "100";
            cases.push_back(session->mint<model::CaseId>());
            add.cases.push_back({cases.back(), text, {}});
        }
        must(add);
    }
    void must(edit::Command const& command)
    {
        REQUIRE(session->submit(edit::facilitator, command));
    }
    // Opens and closes a vote; reveals it when there are ballots.
    void hold(Method method, std::vector<model::Ballot> const& ballots)
    {
        model::Round round;
        round.method = method;
        round.question = "Que voulez-vous ?";
        round.cases = cases;
        round.money = 10'000;
        auto const id = session->mint<model::RoundId>();
        must(edit::PrepareRound{id, round});
        must(edit::OpenRound{id, 1});
        REQUIRE(support::close_round(*session, edit::facilitator, id, ballots));
        if (!ballots.empty()) must(edit::RevealRound{id});
    }
};

} // namespace

TEST_CASE("tally reports no result for a vote without ballots, by every counting method")
{
    Atelier atelier;
    std::vector const methods{
        Method::choose_spread, Method::dots,      Method::approval,          Method::score,
        Method::points,        Method::quadratic, Method::majority_judgment, Method::ranking,
        Method::pairwise,      Method::budget};
    for (auto method : methods) atelier.hold(method, {});
    atelier.session.reset(); // closes the file
    for (std::size_t i = 0; i < methods.size(); ++i) {
        CAPTURE(base::name_of(methods[i]));
        auto const round = " --round " + std::to_string(i + 1);
        for (std::string const more : {"", " --json"}) {
            auto const said = atelier.terminal.run("tally atelier.cadran" + round + more);
            CHECK(said.code == 1);
            CHECK(said.out.empty());
            CHECK(said.err.find("Personne n’a voté") != std::string::npos);
        }
    }
    auto const order = atelier.terminal.run("rank atelier.cadran --json").json();
    CHECK(order["reference"].is_null());
    CHECK(order["reference_vote"].is_null());
}

TEST_CASE("the order uses the last vote with ballots, and names it")
{
    Atelier atelier;
    atelier.hold(Method::dots, {{{{atelier.cases[0], 2}, {atelier.cases[1], 1}}, 1}});
    atelier.hold(Method::dots, {}); // a later vote, without ballots
    atelier.session.reset();
    CHECK(atelier.terminal.run("tally atelier.cadran --json").json()["round"] == 1);
    auto const order = atelier.terminal.run("rank atelier.cadran --json").json();
    CHECK(order["reference"] == 1);
    CHECK(order["reference_vote"]["question"] == "Que voulez-vous ?");
    CHECK(order["reference_vote"]["best_score"] == 2.0);
    CHECK(order["reference_vote"]["chosen"] == false);
}
