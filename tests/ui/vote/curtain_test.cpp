#include "estimate_room.h"
#include "voting.h"

// The screen between two voters closes by itself.
using support::Estimating;
using support::Put;
using support::Voting;

namespace {

void wait(support::Room& room, int seconds) { room.driver.frame(60 * seconds); }

} // namespace

TEST_CASE("the receipt closes by itself, so that the next person cannot correct the ballot")
{
    Voting v;
    v.open(model::Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_3, ImGuiKey_Enter});
    v.driver.frame(3);
    REQUIRE(v.driver.shows("receipt.correct"));
    CHECK(v.driver.label("curtain.falls").find("10") != std::string::npos);
    REQUIRE(v.app.next_change());
    CHECK(*v.app.next_change() <= 1); // the countdown needs no input
    wait(v, 11);
    CHECK_FALSE(v.driver.shows("receipt.correct"));
    CHECK(v.driver.shows("curtain.begin"));
    v.keys({ImGuiKey_C});
    v.driver.frame(3);
    CHECK(v.driver.shows("curtain.begin"));
    v.keys({ImGuiKey_Enter});
    v.driver.frame(3);
    CHECK(v.driver.value("ballot.row.1") != "3"); // an empty ballot
    v.keys({ImGuiKey_2, ImGuiKey_Enter});
    v.driver.frame(3);
    CHECK(v.cast() == 2);
}

TEST_CASE("a shown ticket stays longer, and then closes")
{
    Voting v;
    v.open(model::Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_3, ImGuiKey_Enter});
    v.driver.frame(3);
    v.keys({ImGuiKey_K});
    wait(v, 15);
    CHECK(v.driver.shows("receipt.code"));
    wait(v, 16);
    CHECK_FALSE(v.driver.shows("receipt.code"));
    CHECK(v.driver.shows("curtain.begin"));
}

TEST_CASE("after the last expected ballot the screen goes back to the room, without that ballot")
{
    Voting v;
    REQUIRE(v.app.session()->submit(edit::facilitator, edit::SetHeadcount{1}));
    v.open(model::Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_3, ImGuiKey_Enter});
    v.driver.frame(3);
    CHECK(v.driver.label("curtain.falls").find("salle") != std::string::npos);
    wait(v, 11);
    CHECK_FALSE(v.driver.shows("curtain.begin"));
    CHECK_FALSE(v.driver.shows("receipt.correct"));
    v.keys({ImGuiKey_C});
    v.driver.frame(3);
    CHECK_FALSE(v.driver.shows("ballot.row.1"));
    CHECK(v.driver.shows("vote.close"));
}

TEST_CASE("received estimates are covered after a delay, and not kept")
{
    Estimating room(2);
    room.open(1, 3);
    room.driver.click("estimate.ballot");
    room.driver.frame(3);
    room.fill(1, 2, [](int, int number) { return Put{100 * number, 200}; });
    room.driver.click("estimate.cast");
    room.driver.frame(3);
    REQUIRE(room.driver.shows("estimate.correct"));
    REQUIRE(room.app.next_change());
    CHECK(*room.app.next_change() <= 1);
    wait(room, 11);
    CHECK_FALSE(room.driver.shows("estimate.correct"));
    REQUIRE(room.driver.shows("curtain.begin"));
    room.driver.key(ImGuiKey_Enter);
    room.driver.frame(3);
    CHECK(room.driver.value("estimate.row.1") == "–");
}
