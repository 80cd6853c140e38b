#include "voting.h"

// Raised hands: a round of their own, or beside the ballots of an open one.
using model::Method;
using model::RoundState;
using support::Voting;

TEST_CASE("a show of hands without any hand has no result and can be repeated")
{
    Voting v;
    v.driver.click("vote.source.1");
    v.driver.frame(2);
    v.driver.click("vote.hands");
    v.driver.frame(4);
    v.keys({ImGuiKey_Enter}); // pressed too early
    v.driver.frame(4);
    REQUIRE(v.round_state() == RoundState::closed);
    CHECK(v.driver.label("vote.empty") == "Aucune main levée");
    CHECK(!v.driver.shows("result.1"));
    v.driver.click("vote.reopen");
    v.driver.frame(4);
    CHECK(v.round_state() == RoundState::setup);
    v.driver.click("vote.hands");
    v.driver.frame(4);
    v.keys({ImGuiKey_4, ImGuiKey_Enter});
    v.driver.frame(4);
    CHECK(v.round_state() == RoundState::revealed);
    CHECK(v.driver.shows("result.1"));
}

TEST_CASE("a show of hands is entered by keyboard or mouse, up to the headcount")
{
    Voting v;
    for (int n = 0; n < 6; ++n) v.driver.click("vote.headcount.plus");
    v.driver.click("vote.source.1");
    v.driver.frame(2);
    CHECK(v.rules().method == Method::approval);
    CHECK(!v.driver.enabled("vote.method.dots")); // a show of hands allows approval only
    v.driver.click("vote.hands");
    v.driver.frame(4);
    v.keys({ImGuiKey_4, ImGuiKey_DownArrow, ImGuiKey_9, ImGuiKey_DownArrow, ImGuiKey_RightArrow,
            ImGuiKey_RightArrow});
    v.driver.click("hands.5.plus");
    v.keys({ImGuiKey_Enter});
    v.driver.frame(4);
    REQUIRE(v.round_state() == RoundState::revealed);
    auto hands = [&](int number) {
        return model::get<model::Hands>(v.doc(), {v.round(), v.case_of(number)}).count;
    };
    CHECK(hands(1) == 4);
    CHECK(hands(2) <= 6);
    CHECK(hands(3) == 2);
    CHECK(hands(5) == 1);
    CHECK(v.rules().source == model::BallotSource::hands); // the source of the ballots is stored
}

TEST_CASE("hands are added to an open approval vote, counted with its ballots")
{
    Voting v;
    v.open(Method::approval);
    for (auto const* row : {"ballot.row.1", "ballot.row.2"}) {
        v.driver.click("vote.ballot");
        v.driver.click(row);
        v.driver.click("ballot.cast");
        v.driver.click("receipt.end");
    }
    REQUIRE(v.cast() == 2);
    v.driver.click("rail.hands");
    v.driver.frame(4);
    CHECK_FALSE(v.driver.enabled("hands.1.plus")); // nobody yet
    v.keys({ImGuiKey_3, ImGuiKey_DownArrow, ImGuiKey_2, ImGuiKey_DownArrow, ImGuiKey_9,
            ImGuiKey_Enter});
    v.driver.frame(4);
    CHECK_FALSE(v.driver.shows("hands.done"));
    CHECK(v.round_state() == RoundState::open);
    CHECK(v.driver.label("vote.by_hand") == "3 à main levée");
    CHECK(v.driver.label("vote.progress") == "5");
    auto hands = [&](int number) {
        return model::get<model::Hands>(v.doc(), {v.round(), v.case_of(number)}).count;
    };
    CHECK(hands(1) == 2);
    CHECK(hands(2) == 3); // nine are more than the people
    v.keys({ImGuiKey_E}); // again, from what was counted
    v.driver.frame(4);
    v.keys({ImGuiKey_4, ImGuiKey_Enter});
    v.driver.frame(4);
    CHECK(v.driver.label("vote.by_hand") == "4 à main levée");
    CHECK(hands(1) == 2);
    v.close();
    REQUIRE(v.round_state() == RoundState::revealed);
    v.driver.click("results.page.1");
    v.driver.frame(2);
    CHECK(v.driver.label("results.ways").find("4 à main levée") != std::string::npos);
}

TEST_CASE("hands cannot be added to a vote by points")
{
    Voting v;
    v.open(Method::dots);
    CHECK_FALSE(v.driver.enabled("rail.hands"));
}
