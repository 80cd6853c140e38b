#include "result_hall.h"
#include "ui/paint/grades.h"
#include "wording/votes/grades.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

// The texts, abbreviations and colours of a result.
using namespace result_hall;

TEST_CASE("the label of the priority line covers no bar and no case")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois", "Quatre", "Cinq"});
    for (auto method : {Method::dots, Method::majority_judgment, Method::ranking}) {
        CAPTURE(static_cast<int>(method));
        auto round = by(method);
        round.grades = 7;
        std::vector<std::vector<Line>> ballots;
        for (int i = 0; i < 9; ++i)
            ballots.push_back(
                method == Method::ranking
                    ? ranking(i % 2 == 0 ? std::vector{1, 2, 3, 4, 5} : std::vector{2, 1, 3, 5, 4})
                    : std::vector<Line>{{1, 2 + i % 2}, {2, 3 - i % 2}, {3, 1 + i % 2}, {4, 1}});
        h.vote(round, ballots);
        for (int first = 1; first <= 5; ++first) {
            h.view.first = first;
            h.hand.settle();
            for (auto const* pill : {"vote.priority", "vote.one_voice"}) {
                if (!h.hand.shows(pill)) continue;
                auto const box = h.hand.box(pill);
                for (int on = 1; on <= 5; ++on) {
                    auto const row = h.hand.box("result." + std::to_string(on));
                    CHECK((box.max.y <= row.min.y || box.min.y >= row.max.y));
                }
            }
        }
    }
}

TEST_CASE(
    "the scale ends shortly after the longest bar at a round number, an integer for integer scores")
{
    auto scale = [](std::vector<analysis::Ratio> const& scores) {
        analysis::Tally tally;
        for (auto score : scores) {
            analysis::CaseTally one;
            one.score = score;
            tally.cases.push_back(one);
        }
        return ui::result_scale(tally);
    };
    auto const whole = [&](std::int64_t most) { return scale({{most, 1}, {1, 1}}); };
    CHECK(whole(21).most == 25); // not 40
    CHECK(whole(21).steps == 5);
    CHECK(whole(36).most == 40);
    CHECK(whole(1).most == 1); // no ticks at fractions of a vote
    CHECK(whole(1).steps == 1);
    CHECK(whole(3).most == 3);
    CHECK(whole(7).most == 8);
    CHECK(whole(100).most == 100);
    for (std::int64_t most = 1; most < 3000; ++most) {
        auto const one = whole(most);
        CHECK(one.digits == 0);
        CHECK(one.most >= static_cast<double>(most));
        CHECK(one.most < 1.5 * static_cast<double>(most) + 1);
        CHECK((one.steps >= 1 && one.steps <= 6));
        CHECK(std::fmod(one.most, one.steps) == doctest::Approx(0));
    }
    // Labels are exact: 0,75 is not rounded to 0,8.
    for (int tenths = 1; tenths < 120; ++tenths) {
        auto const one = scale({{tenths, 10}, {1, 3}});
        double const step = one.most / one.steps * std::pow(10, one.digits);
        CHECK(step == doctest::Approx(std::round(step)));
    }
    auto const against = scale({{48, 1}, {-30, 1}});
    CHECK(against.least == -40);
    CHECK(against.most == 60);
    CHECK(scale({{0, 1}}).most == 1);
}

TEST_CASE("blank ballots have a separate bar, by every counting method")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    std::vector<std::vector<Line>> const six{{{1, 1}}, {{1, 1}}, {{1, 1}}, {{2, 1}}, {}, {}};
    auto look_at = [&](Method method) {
        auto round = by(method);
        round.grades = method == Method::majority_judgment ? 7 : 10;
        round.blank = model::BlankPolicy::below;
        h.vote(round, six);
        h.hand.click("result.1");
        h.hand.settle();
        return h.hand.label("results.histogram");
    };
    CHECK(look_at(Method::approval) == "non: 1, oui: 3, blanc: 2");
    CHECK(look_at(Method::dots).ends_with("blanc: 2"));
    CHECK(look_at(Method::quadratic).ends_with("blanc: 2"));
    CHECK(look_at(Method::points).ends_with("blanc: 2"));
    CHECK(look_at(Method::ranking) == "hors: 1, 1: 3, 2: 0, blanc: 2");
    CHECK(look_at(Method::score).ends_with("sans note: 3"));
    auto const grades = look_at(Method::majority_judgment);
    CHECK(grades.starts_with("À rejeter: 0, Insuffisant: 3"));
    CHECK(grades.ends_with("sans mention: 3"));
}

TEST_CASE("a show of hands is described as such, without blank ballots")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto round = by(Method::approval);
    round.source = model::BallotSource::hands;
    round.headcount = 9;
    round.cases = h.ids;
    auto const id = h.session.mint<model::RoundId>();
    h.act(edit::PrepareRound{id, round});
    h.act(edit::CountHands{id, {{h.id(1), 6}, {h.id(2), 1}}, 5});
    h.look(id);
    CHECK(h.says("results.said", "6 mains sur 9 personnes"));
    CHECK(h.hand.label("results.histogram") == "non levées: 3, levées: 6");
    CHECK_FALSE(h.says("results.foot", "blanc"));
    h.show_result();
    CHECK_FALSE(h.hand.shows("results.blank"));
    h.page("0");
    h.hand.click("result.2");
    h.hand.settle();
    CHECK(h.says("results.said", "1 main sur 9 personnes"));
}

TEST_CASE("the vote on the screen is always among the tabs")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    std::vector<model::RoundId> rounds;
    for (int i = 0; i < 14; ++i) rounds.push_back(h.hold(by(Method::approval), times(6, {{1, 1}})));
    for (int i = 0; i < 14; ++i) {
        h.look(rounds[static_cast<std::size_t>(i)]);
        CHECK(h.hand.shows("vote.round." + std::to_string(i + 1)));
    }
    CHECK(h.hand.shows("vote.round.13"));
    h.look(rounds.front()); // the oldest result has a link to the next one
    CHECK(h.hand.shows("vote.round.2"));
    CHECK(h.hand.shows("vote.round.5"));
}

TEST_CASE("votes without a tab are listed in a menu, which shows them")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    for (int i = 0; i < 14; ++i) h.look(h.hold(by(Method::approval), times(6, {{1, 1}})));
    CHECK_FALSE(h.hand.shows("vote.all_rounds"));
    for (float const width : {1500.F, 1000.F}) {
        CAPTURE(width);
        ImGui::GetIO().DisplaySize = {width, 768};
        h.hand.settle();
        REQUIRE(h.hand.shows("vote.all_rounds"));
        CHECK_FALSE(h.hand.shows("vote.round.1"));
        h.hand.click("vote.all_rounds");
        h.hand.settle();
        CHECK(h.hand.on("vote.all_rounds.14"));
        h.hand.click("vote.all_rounds.1");
        h.hand.settle();
        CHECK_FALSE(h.hand.shows("vote.all_rounds.2"));
        h.hand.click("vote.all_rounds");
        h.hand.settle();
        CHECK(h.hand.on("vote.all_rounds.1"));
        h.hand.click("vote.all_rounds.14");
        h.hand.settle();
    }
}

TEST_CASE("with fewer than eight ballots no interval is drawn, and the minimum is stated")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    h.vote(by(Method::dots), times(7, {{1, 3}, {2, 1}}));
    CHECK(h.hand.label("results.no_interval") == "Les intervalles se tracent dès 8 bulletins.");
    CHECK_FALSE(h.view.results.tally->cases.front().interval);
    h.vote(by(Method::dots), times(8, {{1, 3}, {2, 1}}));
    CHECK_FALSE(h.hand.shows("results.no_interval"));
    CHECK(h.view.results.tally->cases.front().interval);
}

TEST_CASE("a result lists what became of its cases")
{
    Hall h;
    h.add_cases({"Un", "Deux", "Trois"});
    auto ballots = times(4, {{1, 1}, {2, 2}});
    add(ballots, times(2, {{2, 1}}));
    auto const round = h.vote(by(Method::dots), ballots);
    h.show_result();
    CHECK_FALSE(h.hand.shows("results.merged.2"));
    h.act(edit::MergeCases{h.id(1), {h.id(2)}});
    model::Decision aside;
    aside.verdict = model::Verdict::aside;
    h.act(edit::Decide{{h.id(3), model::Body::workshop}, aside});
    h.look(round);
    CHECK(
        h.says("results.merged.2",
               "«\u00A0Deux\u00A0» (n°\u00A02) a été fusionné avec «\u00A0Un\u00A0» (n°\u00A01)"));
    CHECK(h.says("results.merged.2", "6 personnes l’ont soutenu"));
    CHECK(h.says("results.merged.2", "Dont 4 pour les deux"));
    CHECK(h.says("results.aside", "«\u00A0Trois\u00A0» (n°\u00A03)"));
    // And on the page of the case.
    h.page("0");
    h.hand.click("result.1");
    h.hand.settle();
    CHECK(h.hand.shows("results.merged.2"));
    CHECK_FALSE(h.hand.shows("results.aside"));
    h.hand.click("result.3");
    h.hand.settle();
    CHECK(h.hand.shows("results.aside"));
}

TEST_CASE("each grade has a distinct abbreviation, whatever its name")
{
    Hall h;
    auto codes = [&](std::vector<std::string> const& labels, int grades) {
        model::Round round;
        round.grades = grades;
        round.labels = labels;
        return wording::grade_codes(*h.hand.ui().words, round);
    };
    using List = std::vector<std::string>;
    CHECK(codes({}, 7) == List{"R", "I", "P", "AB", "B", "TB", "E"});
    CHECK(codes({}, 6) == List{"R", "I", "P", "AB", "B", "TB"});
    CHECK(codes({}, 4) == List{"1", "2", "3", "4"});
    CHECK(codes({"Contre", "Pour", "Tout à fait pour"}, 3) == List{"C", "P", "Tà"});
    CHECK(codes({"Plutôt non", "Peu nécessaire"}, 2) == List{"1", "2"}); // both abbreviate to Pn
    h.hand.speak(UiDriver::Language::english);
    h.hand.frame();
    auto english = codes({}, 7);
    std::ranges::sort(english);
    CHECK(std::ranges::adjacent_find(english) == english.end());
    // No two grades of a round have the same colour.
    for (std::size_t count = 2; count <= 9; ++count)
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = 0; j < i; ++j)
                CHECK(ui::grade_look(h.hand.ui(), i, count).fill !=
                      ui::grade_look(h.hand.ui(), j, count).fill);
}

TEST_CASE("Voter opens at the vote that was closed last, whatever its number, or at the open one")
{
    Hall h;
    h.add_cases({"Un", "Deux"});
    auto const prepare = [&](model::RoundId revote_of = {}) {
        auto round = by(Method::dots);
        round.cases = h.ids;
        round.revote_of = revote_of;
        auto const id = h.session.mint<model::RoundId>();
        h.act(edit::PrepareRound{id, round});
        return id;
    };
    auto const close = [&](model::RoundId id) {
        h.act(edit::OpenRound{id, 1});
        REQUIRE(support::close_round(h.session, edit::facilitator, id, {{{{h.id(1), 1}}, 1}}));
    };
    auto const shown = [&] { // by a screen that was not drawn yet
        ui::VoteView view;
        support::Shown const screen(h.session, ui::Access::edit);
        (void)ui::rail_of(view, screen.workshop);
        return view.round;
    };
    auto const first = prepare(), second = prepare();
    CHECK(shown() == first);
    close(second);
    CHECK(shown() == second); // to be revealed
    h.act(edit::RevealRound{second});
    CHECK(shown() == second);
    close(first);
    h.act(edit::RevealRound{first});
    CHECK(shown() == first);
    auto const again = prepare(second);
    CHECK(shown() == first);
    close(again);
    h.act(edit::RevealRound{again});
    CHECK(shown() == again);
    auto const third = prepare();
    h.act(edit::OpenRound{third, 1});
    CHECK(shown() == third);
}
