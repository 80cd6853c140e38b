#include "analysis/small_votes.h"
#include "result_hall.h"

#include <imgui.h>

#include <algorithm>

using namespace result_hall;

TEST_CASE("points: rank and score of each case, and the distribution of points")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre"});
    auto round = by(Method::dots);
    round.cap = 3;
    h.vote(round, tied_dots());
    CHECK(h.row(1) == "1 · 18");
    CHECK(h.row(2) == "2 · 6");
    CHECK(h.row(3) == "2 · 6");
    CHECK(h.row(4) == "4 · 1");
    CHECK(h.says("results.said", "18 points"));
    CHECK(h.hand.label("results.histogram") == "0 pt: 0, 1 pt: 0, 2 pts: 0, 3 pts: 6");
    CHECK(h.says("results.case.unanimous", "Unanimité"));
    h.hand.click("result.2");
    h.hand.settle();
    CHECK(h.hand.label("results.histogram") == "0 pt: 3, 1 pt: 0, 2 pts: 3, 3 pts: 0");
    CHECK(h.says("results.foot", "gommettes"));
    CHECK(h.says("results.foot", "au-dessous de tout"));
    h.hand.click("vote.to_place");
    CHECK(h.went == model::Step::place);
}

TEST_CASE("cases of equal score and different rank show the difference")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre"});
    // 1 and 2 have six points, from six voters and from two; 3 and 4 have two points, from two
    // voters.
    std::vector<std::vector<Line>> ballots = times(6, {{1, 1}});
    ballots[0].emplace_back(2, 3);
    ballots[1].emplace_back(2, 3);
    for (std::size_t i : {2U, 3U}) ballots[i].emplace_back(3, 1), ballots[i].emplace_back(4, 1);
    h.vote(by(Method::dots), ballots);
    CHECK(h.row(1) == "1 · 6 · 6 votants");
    CHECK(h.row(2) == "2 · 6 · 2 votants");
    CHECK(h.row(3) == "3 · 2"); // tied: shown by the bracket
    CHECK(h.row(4) == "3 · 2");
    CHECK(h.hand.label("vote.tie.3") == "ex æquo");
    CHECK(h.says("results.foot", "d’abord le plus de votants"));
}

TEST_CASE("equal grades show the number of votes around them")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois"});
    auto round = by(Method::majority_judgment);
    round.grades = 7;
    // Both medians are 4; three grades above it for one case, one for the other.
    h.vote(round, {{{1, 5}, {2, 5}},
                   {{1, 5}, {2, 4}},
                   {{1, 5}, {2, 4}},
                   {{1, 4}, {2, 4}},
                   {{1, 4}, {2, 4}},
                   {{1, 4}, {2, 4}}});
    CHECK(h.row(1) == "1 · Bien + · 3 au-dessus");
    CHECK(h.row(2) == "2 · Bien + · 1 au-dessus");
    CHECK(h.says("results.foot", "puis les voix au-dessus ou au-dessous"));
}

TEST_CASE("the priority line never splits an undecided tie, which is decided by hand")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre"});
    auto const round_id = h.vote(by(Method::dots), tied_dots());
    CHECK(h.hand.value("vote.priority") == "1");
    h.hand.key(ImGuiMod_Alt | ImGuiKey_DownArrow);
    h.hand.frame();
    CHECK(h.hand.value("vote.priority") == "3"); // moved past the tie
    h.hand.key(ImGuiMod_Alt | ImGuiKey_UpArrow);
    h.hand.frame();
    CHECK(h.hand.value("vote.priority") == "1");

    // Dropped inside the tie, it asks for a decision first.
    auto const from = h.hand.centre("vote.priority");
    h.hand.drag("vote.priority", {from.x, h.hand.centre("result.2").y + 28});
    h.hand.settle();
    REQUIRE(h.hand.shows("tie.decide"));
    CHECK_FALSE(h.hand.enabled("tie.decide")); // a decision by hand needs a reason
    CHECK(h.hand.value("tie.case.2") == "1");
    h.hand.click("tie.down.2");
    h.hand.frame();
    CHECK(h.hand.value("tie.case.3") == "1");
    h.hand.click("tie.reason");
    h.hand.type("Le plus simple d’abord");
    h.hand.frame();
    h.hand.click("tie.decide");
    h.hand.settle();
    auto const* decided = model::find<model::TieDecision>(h.doc(), {round_id, 2});
    REQUIRE(decided);
    CHECK(decided->order == std::vector{h.id(3), h.id(2)});
    CHECK(decided->reason == "Le plus simple d’abord");
    CHECK(decided->by == model::TieRule::hand);

    // The line may now be inside the tie, which is still shown as one.
    CHECK(h.row(3) == "2 · 6");
    CHECK(h.row(2) == "2 · 6");
    CHECK(h.hand.on("vote.tie.2"));
    h.hand.key(ImGuiMod_Alt | ImGuiKey_DownArrow);
    h.hand.settle();
    CHECK(h.hand.value("vote.priority") == "2");
    h.show_result();
    CHECK(h.says("results.cut.2", "Le plus simple d’abord"));
    CHECK(h.says("results.cut.2", "par la salle"));

    h.hand.click("vote.tie.2");
    h.hand.settle();
    h.hand.click("tie.undo");
    h.hand.settle();
    CHECK_FALSE(model::find<model::TieDecision>(h.doc(), {round_id, 2}));
}

TEST_CASE("a draw stores its seed, and a declared order is stored as such")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre"});
    auto const round_id = h.vote(by(Method::dots), tied_dots());
    h.hand.click("vote.tie.2");
    h.hand.settle();
    h.hand.click("tie.by.draw");
    h.hand.settle();
    CHECK(h.says("tie.seed", "Graine"));
    h.hand.click("tie.decide");
    h.hand.settle();
    auto const drawn = model::get<model::TieDecision>(h.doc(), {round_id, 2});
    CHECK(drawn.by == model::TieRule::draw);
    CHECK(drawn.seed == analysis::tie_seed(h.session.log().hash(0), h.doc(), round_id));
    CHECK(drawn.order == analysis::draw_order({h.id(2), h.id(3)}, drawn.seed));

    h.hand.click("vote.tie.2");
    h.hand.settle();
    h.hand.click("tie.by.declared");
    h.hand.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    h.hand.settle();
    CHECK(model::get<model::TieDecision>(h.doc(), {round_id, 2}).order ==
          std::vector{h.id(2), h.id(3)});
}

TEST_CASE("two camps are described in words, and the dependence on one vote at the line")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois"});
    auto round = by(Method::dots);
    round.cap = 3;
    auto ballots = times(6, {{1, 3}, {2, 1}});
    add(ballots, times(6, {{2, 2}, {3, 1}}));
    ballots.push_back({{2, 1}});
    h.vote(round, ballots); // 1: 18, 2: 19, 3: 6
    h.view.first = 1;
    h.hand.settle();
    CHECK(h.row(2) == "1 · 19");
    h.hand.click("result.1");
    h.hand.settle();
    CHECK(h.says("results.camps", "7 personnes n’ont rien mis, 6 ont mis le maximum"));
    REQUIRE(h.hand.shows("vote.one_voice"));
    h.hand.click("vote.one_voice");
    h.hand.settle();
    CHECK(h.says("results.voice", "Tient à une voix"));
    // Cases are named by title: a bare number would read as a count.
    CHECK(h.says("results.voice", "Pourrait sortir\u00A0: «\u00A0Deux\u00A0» (n°\u00A02)"));
    CHECK(h.says("results.voice", "Pourrait entrer\u00A0: «\u00A0Un\u00A0» (n°\u00A01)"));
    h.view.first = 2;
    h.hand.settle();
    CHECK_FALSE(h.hand.shows("vote.one_voice"));
    CHECK(h.says("results.voice", "Aucune voix seule"));
}

TEST_CASE("the effect of absent voters is shown when the headcount is known")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::approval);
    round.headcount = 12;
    h.vote(round, times(8, {{1, 1}}));
    h.show_result();
    CHECK(h.says("results.absent", "4 absents"));
    CHECK(h.says("results.absent", "le résultat serait le même"));
    CHECK(h.says("results.unanimous", "Unanimité"));
    CHECK(h.says("results.how", "coche"));
    for (auto const* fact :
         {"results.method", "results.ballots", "results.blank", "results.ties", "results.seed"})
        CHECK(h.hand.shows(fact));
    h.hand.speak(UiDriver::Language::english);
    h.hand.settle();
    CHECK(h.says("results.absent", "the result would be the same"));
    CHECK(h.says("results.how", "ticks"));
}

TEST_CASE("with fewer than five voters nothing is broken down, with the reason")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::majority_judgment);
    round.grades = 7;
    h.vote(round, times(4, {{1, 6}, {2, 3}}));
    CHECK(h.row(1) == "1 · Excellent −");
    CHECK_FALSE(h.hand.shows("results.histogram"));
    CHECK(h.says("results.hidden", "Moins de cinq"));
    h.show_result();
    CHECK(h.says("results.few", "seuls les totaux"));
}

TEST_CASE("scores: how many scored each case, and the quorum")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::score);
    round.blank = model::BlankPolicy::no_opinion;
    round.quorum = 50;
    auto ballots = times(5, {{2, 6}});
    ballots.push_back({{1, 10}, {2, 6}});
    h.vote(round, ballots);
    CHECK(h.row(2) == "1 · 6");
    CHECK(h.row(1) == "2 · 10");
    CHECK(h.says("results.said", "6 notes sur 6 votants"));
    CHECK(h.says("results.said", "médiane 6"));
    h.hand.click("result.1");
    h.hand.settle();
    CHECK(h.says("results.quorum", "quorum de 50"));
}

TEST_CASE("judgments: the median grade, and the shares around it")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::majority_judgment);
    round.grades = 7;
    auto ballots = times(4, {{1, 5}, {2, 2}});
    add(ballots, times(3, {{1, 2}, {2, 6}}));
    h.vote(round, ballots);
    CHECK(h.row(1) == "1 · Très bien −");
    CHECK(h.row(2) == "2 · Passable +");
    CHECK(h.says("results.said", "0 voix au-dessus, 3 au-dessous"));
    CHECK(h.says("results.histogram", "Passable: 3"));
    CHECK(h.says("results.histogram", "Très bien: 4"));
}

TEST_CASE("rankings: three counts side by side, the duels of a case, and the cycle")
{
    Hall h;
    h.add_cases({"A", "B", "C", "D", "E"});
    std::vector<std::vector<Line>> ballots;
    for (auto const& [letters, copies] : sample::forty_five_ballots) {
        std::vector<int> one;
        for (char c : std::string(letters)) one.push_back(c - 'A' + 1);
        add(ballots, times(copies, ranking(one)));
    }
    h.vote(by(Method::ranking), ballots);
    CHECK(h.row(5).starts_with("1"));
    CHECK(h.row(1).starts_with("2"));
    CHECK(h.says("results.said", "rang 1"));
    h.hand.click("result.1");
    h.hand.settle();
    CHECK(h.hand.label("results.duel.2") == "20 à 25"); // A loses to B
    h.show_result();
    CHECK(h.says("results.cycle.1", "bat"));
    CHECK(h.says("results.how", "cycle"));
}

TEST_CASE("pairs: the share of duels won, and each duel of a case")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois"});
    // The page of a pair gives the position of the less preferred case.
    h.vote(by(Method::pairwise), times(6, {{1, 2}, {1, 3}, {2, 3}}));
    CHECK(h.row(1).find("93") != std::string::npos);
    h.hand.click("result.2");
    h.hand.settle();
    CHECK(h.hand.label("results.duel.1") == "0 à 6");
    CHECK(h.hand.label("results.duel.3") == "6 à 0");
}

TEST_CASE("credits: negative votes are drawn on the other side")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::quadratic);
    round.budget = 100;
    round.against = model::Against::allowed;
    h.vote(round, times(6, {{1, 8}, {2, -5}}));
    CHECK(h.row(1) == "1 · 48");
    CHECK(h.row(2).starts_with("2"));
    CHECK(ui::result_scale(*h.view.results.tally).least < 0);
    CHECK(h.says("results.said", "48 voix"));
    h.hand.click("result.2");
    h.hand.settle();
    // a minus sign, and no dash between two values
    CHECK(h.says("results.histogram", "−5…−"));
    CHECK_FALSE(h.says("results.said", "zéro point")); // points below zero are not called zero
}

TEST_CASE("a hundred points: a bar of the histogram covers twenty points")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::points);
    round.budget = 100;
    auto ballots = times(5, {{1, 60}, {2, 40}});
    ballots.push_back({{2, 100}});
    h.vote(round, ballots);
    CHECK(h.row(2) == "1 · 300 · 6 votants"); // as many points, from more voters
    CHECK(h.row(1) == "2 · 300 · 5 votants");
    CHECK(h.says("results.histogram", "21–40: 5"));
    CHECK(h.says("results.histogram", "81–100: 1"));
}

TEST_CASE("a budget: three rules side by side with what they buy and cost")
{
    Hall h;
    h.add_cases({"Parc", "Banc", "Biblio"}, {"6 000 €", "4 000 €", "4 000 €"});
    auto round = by(Method::budget);
    round.money = 10'000 * 100;
    auto ballots = times(6, {{1, 1}, {2, 1}});
    add(ballots, times(4, {{3, 1}}));
    h.vote(round, ballots);
    CHECK_FALSE(h.hand.shows("vote.priority")); // the budget itself is the line
    CHECK(h.hand.on("result.2"));
    CHECK(h.hand.on("result.3"));
    CHECK_FALSE(h.hand.on("result.1"));
    h.show_result();
    CHECK(h.says("results.rule.equal-shares", "2 cas"));
    CHECK(h.says("results.rule.greedy", "10"));
    CHECK(h.says("results.how", "part du budget"));
}

TEST_CASE("a vote is compared with another, and a new vote on one case is shown beside the first")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois"});
    auto const first = h.vote(by(Method::dots), times(6, {{1, 5}, {2, 3}, {3, 1}}));
    h.vote(by(Method::dots), times(6, {{1, 1}, {2, 3}, {3, 5}}));
    h.show_result();
    h.hand.click("results.against.1");
    h.hand.settle();
    CHECK(h.says("results.compared", "2 cas sur 3"));
    CHECK(h.hand.label("results.move." + std::to_string(h.id(3).value)) == "3 au vote 1");
    CHECK(h.hand.label("results.move." + std::to_string(h.id(2).value)) == "inchangé");
    h.hand.click("results.against.1"); // ends the comparison
    h.hand.settle();
    CHECK_FALSE(h.hand.shows("results.compared"));

    h.look(first);
    h.hand.click("result.2");
    h.hand.settle();
    h.hand.click("results.revote");
    h.hand.frame();
    CHECK(h.view.fresh);
    CHECK(h.view.draft.cases == std::vector{h.id(2)});
    CHECK(h.view.draft.revote_of == first);
    h.hand.click("vote.again"); // on all of them
    h.hand.frame();
    CHECK(h.view.draft.cases == h.ids);
    CHECK_FALSE(h.view.draft.revote_of);
}

TEST_CASE("a reader sees the result and cannot decide")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre"});
    h.access = ui::Access::read;
    h.vote(by(Method::dots), tied_dots());
    CHECK(h.row(1) == "1 · 18");
    CHECK_FALSE(h.hand.enabled("vote.tie.2"));
    CHECK_FALSE(h.hand.enabled("results.revote"));
}

TEST_CASE("the intervals of a large election are computed over several frames")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre", "Cinq", "Six"});
    std::vector<std::vector<Line>> ballots;
    for (int i = 0; i < 2'000; ++i)
        ballots.push_back({{1 + i % 6, 3}, {1 + i * 7 % 5, 2}, {1 + i * 11 % 4, 1 + i % 3}});
    for (auto& ballot : ballots) { // one row for each case
        std::sort(ballot.begin(), ballot.end());
        auto const same = [](Line const& a, Line const& b) { return a.first == b.first; };
        ballot.erase(std::unique(ballot.begin(), ballot.end(), same), ballot.end());
    }
    h.view.round = h.hold(by(Method::dots), ballots);
    h.hand.frame();
    CHECK(h.view.results.run); // shown while the count is still running
    CHECK(h.hand.shows("result.1"));
    int frames = 0;
    for (; h.view.results.run && frames < 1000; ++frames) h.hand.frame();
    CHECK(frames > 1);
    CHECK(h.view.results.tally->cases.front().interval);
}
