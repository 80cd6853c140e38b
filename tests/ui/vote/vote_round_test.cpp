#include "support/ui/screen_text.h"
#include "ui/screens/vote/method_views.h"
#include "voting.h"

// The states of a round: opened, voted, corrected, prolonged, closed, revealed.
using model::Method;
using model::RoundState;
using support::Voting;

namespace {

// Casts one ballot that gives `points` to the first case.
void vote(Voting& v, int points)
{
    v.keys({ImGuiKey_B, ImGuiKey_0 + points, ImGuiKey_Enter});
    REQUIRE(v.driver.shows("receipt.next"));
}

std::string ticket_of_last(Voting& v)
{
    v.keys({ImGuiKey_K});
    v.driver.frame();
    return v.driver.label("receipt.code");
}

} // namespace

TEST_CASE("ten voters share one keyboard, two correct their ballots, and the totals are right")
{
    Voting v;
    for (int n = 0; n < 10; ++n) v.driver.click("vote.headcount.plus");
    v.open(Method::dots);
    CHECK(v.rules().headcount == 10);
    v.keys({ImGuiKey_B});
    std::string ticket;
    for (int voter = 1; voter <= 10; ++voter) {
        v.keys({ImGuiKey_3, ImGuiKey_Enter});
        REQUIRE(v.driver.shows("receipt.next"));
        CHECK(v.driver.label("receipt.progress").starts_with(std::to_string(voter)));
        if (voter == 4) { // the last voter fills the ballot in again at once
            v.keys({ImGuiKey_C});
            CHECK(v.driver.value("ballot.row.1") == "0");
            v.keys({ImGuiKey_1, ImGuiKey_Enter});
            CHECK(v.cast() == 4);
        }
        if (voter == 6) ticket = ticket_of_last(v);
        v.keys({ImGuiKey_Enter}); // passes the keyboard on, or ends the round
        if (voter == 10) break;
        REQUIRE(v.driver.shows("curtain.begin"));
        v.keys({ImGuiKey_Enter});
    }
    CHECK(!v.driver.shows("receipt.next"));
    CHECK(v.driver.label("vote.expected") == "Tout le monde a voté");
    v.keys({ImGuiKey_K}); // later, with the ticket noted earlier
    v.driver.frame(3);
    v.driver.type(ticket);
    v.driver.frame(2);
    v.keys({ImGuiKey_Enter});
    v.driver.frame(2);
    v.keys({ImGuiKey_2, ImGuiKey_Enter, ImGuiKey_Escape});
    CHECK(v.cast() == 10);
    v.keys({ImGuiMod_Ctrl | ImGuiKey_Enter}); // all ballots are in: no question
    v.driver.frame(4);
    REQUIRE(v.round_state() == RoundState::revealed);
    auto const tally = analysis::tally(v.doc(), v.round());
    REQUIRE(tally);
    CHECK(tally->voters == 10);
    CHECK(tally->points == 8 * 3 + 1 + 2);
}

TEST_CASE("an unknown ticket is refused; a valid one can also withdraw the ballot")
{
    Voting v;
    v.open(Method::dots);
    vote(v, 2);
    auto const ticket = ticket_of_last(v);
    v.keys({ImGuiKey_Escape, ImGuiKey_K});
    v.driver.frame(3);
    v.driver.type("K7F4 9MQ2");
    v.driver.frame(2);
    CHECK(v.driver.shows("ticket.said"));
    CHECK(!v.driver.enabled("ticket.redo"));
    CHECK(!v.driver.enabled("ticket.withdraw"));
    v.driver.key(ImGuiKey_Enter); // nothing to do with it, and the field keeps the keyboard
    v.driver.frame(3);
    v.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    v.driver.type(ticket);
    v.driver.frame(2);
    v.driver.click("ticket.withdraw");
    v.driver.frame(2);
    CHECK(v.cast() == 0);
    CHECK(!v.driver.shows("ticket.redo"));
}

TEST_CASE("one ballot more than expected needs confirmation, and is shown")
{
    Voting v;
    v.driver.click("vote.headcount.plus");
    v.open(Method::dots);
    vote(v, 1);
    v.keys({ImGuiKey_Escape, ImGuiKey_B});
    v.driver.frame(2);
    CHECK(v.driver.shows("more.yes"));
    CHECK(!v.driver.shows("ballot.cast"));
    v.driver.click("more.yes");
    v.driver.frame(2);
    v.keys({ImGuiKey_1, ImGuiKey_Enter, ImGuiKey_Escape});
    CHECK(v.cast() == 2);
    CHECK(v.driver.label("vote.expected").starts_with("1"));
}

TEST_CASE("a blank ballot needs confirmation, and counts among the voters")
{
    Voting v;
    v.open(Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_Enter, ImGuiKey_Enter, ImGuiKey_Enter}); // repeated key presses
    CHECK(v.cast() == 0);
    CHECK(v.driver.shows("blank.yes"));
    v.driver.click("blank.no");
    v.keys({ImGuiKey_2});
    v.driver.click("ballot.blank");
    v.driver.frame(2);
    v.driver.click("blank.yes");
    v.driver.frame(2);
    v.driver.click("receipt.end");
    v.close();
    auto const tally = analysis::tally(v.doc(), v.round());
    REQUIRE(tally);
    CHECK(tally->voters == 1);
    CHECK(tally->blanks == 1);
}

TEST_CASE("leaving a filled ballot needs confirmation; an empty one does not")
{
    Voting v;
    v.open(Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_Escape});
    CHECK(!v.driver.shows("ballot.cast"));
    v.keys({ImGuiKey_B, ImGuiKey_2, ImGuiKey_Escape});
    v.driver.frame(2);
    CHECK(v.driver.shows("leave.yes"));
    CHECK(support::is_main(v.driver, "leave.no")); // the answer of Enter, too
    CHECK_FALSE(support::is_main(v.driver, "leave.yes"));
    v.driver.key(ImGuiKey_Enter);
    v.driver.frame(2);
    CHECK(v.driver.value("ballot.row.1") == "2");
    v.keys({ImGuiKey_Escape});
    v.driver.frame(2);
    v.driver.click("leave.yes");
    v.driver.frame(2);
    CHECK(v.cast() == 0);
    v.keys({ImGuiKey_B});
    CHECK(v.driver.value("ballot.row.1") == "0"); // the ballot is empty again
}

TEST_CASE("a question above the ballot takes all keys")
{
    Voting v;
    v.open(Method::approval);
    v.keys({ImGuiKey_B, ImGuiKey_Space, ImGuiKey_Escape});
    v.driver.frame(2);
    REQUIRE(v.driver.shows("leave.yes"));
    v.keys({ImGuiKey_DownArrow, ImGuiKey_Space, ImGuiKey_Tab, ImGuiKey_Tab, ImGuiKey_Enter});
    v.driver.frame(2); // the close button, then "back"
    CHECK(!v.driver.shows("leave.yes"));
    CHECK(v.driver.on("ballot.row.1"));
    // keys pressed in the dialog did not reach the ballot below
    CHECK(!v.driver.on("ballot.row.2"));
}

TEST_CASE(
    "a round with a duration shows the time left, can be prolonged, and does not close itself")
{
    Voting v;
    v.driver.click("vote.method.dots");
    v.driver.click("vote.minutes.plus");
    v.driver.click("vote.open");
    v.driver.frame(4);
    auto status = [&] { return model::get<model::RoundStatus>(v.doc(), v.round()); };
    auto const first = status().until_ms;
    CHECK(first > status().opened_ms);
    CHECK(v.driver.shows("vote.until"));
    v.keys({ImGuiKey_P});
    v.driver.frame(2);
    CHECK(status().until_ms == first + 120'000);
    v.host.clock.t = status().until_ms + 1000;
    v.driver.frame(2);
    CHECK(v.driver.label("vote.until") == "Le temps est écoulé");
    CHECK(v.round_state() == RoundState::open);
    v.keys({ImGuiKey_B, ImGuiKey_1, ImGuiKey_Enter}); // a ballot in progress is not interrupted
    CHECK(v.cast() == 1);
}

TEST_CASE("a closed round shows nothing until it is revealed")
{
    Voting v;
    v.open(Method::dots);
    vote(v, 3);
    v.keys({ImGuiKey_Escape, ImGuiMod_Ctrl | ImGuiKey_Enter});
    v.driver.frame(2);
    v.driver.click("close.other");
    v.driver.frame(4);
    REQUIRE(v.round_state() == RoundState::closed);
    CHECK(v.ballots().size() == 1); // the ballots in the box were kept
    CHECK(v.cast() == 0);
    CHECK(v.driver.shows("vote.reveal"));
    CHECK(!v.driver.shows("result.1"));
    v.driver.click("vote.reveal");
    v.driver.frame(4);
    CHECK(v.round_state() == RoundState::revealed);
    CHECK(v.driver.shows("result.1"));
}

TEST_CASE("a round opened by mistake can be closed without ballots")
{
    Voting v;
    v.open(Method::dots);
    v.driver.click("vote.close");
    v.driver.frame(2);
    CHECK(v.driver.shows("close.yes"));    // a question is asked even then
    CHECK(!v.driver.shows("close.other")); // nothing can be revealed
    v.driver.click("close.no");
    v.driver.frame(2);
    CHECK(v.round_state() == RoundState::open);
    v.keys({ImGuiMod_Ctrl | ImGuiKey_Enter});
    v.driver.frame(2);
    v.driver.click("close.yes");
    v.driver.frame(4);
    CHECK(v.round_state() == RoundState::closed);
    CHECK(v.driver.label("vote.empty") == "Personne n’a voté");
    CHECK(!v.driver.shows("vote.reveal"));
    CHECK(!v.driver.shows("result.1"));
}

TEST_CASE("a vote without ballots has no result, by every counting method, and can be repeated")
{
    for (auto const& view : ui::method_views()) {
        auto const method = view.method;
        CAPTURE(base::name_of(method));
        Voting v;
        v.open(method, [](auto& round) { round.money = 500'000; });
        v.driver.click("vote.close");
        v.driver.frame(2);
        v.driver.click("close.yes");
        v.driver.frame(4);
        REQUIRE(v.round_state() == RoundState::closed);
        CHECK(v.driver.shows("vote.empty"));
        CHECK(!v.driver.shows("result.1"));
        v.driver.click("vote.reopen"); // the same round with the same rules
        v.driver.frame(4);
        REQUIRE(v.round_state() == RoundState::open);
        CHECK(model::table<model::Round>(v.doc()).size() == 1);
        REQUIRE(v.app.session()->cast(v.round(), v.app.session()->mint_token(), {}));
        v.close();
        CHECK(!v.driver.shows("result.1")); // a blank ballot alone gives no order
        CHECK(v.driver.label("vote.empty") == "Aucun bulletin exprimé");
    }
}

TEST_CASE("a round revealed without ballots by an older version shows no result")
{
    Voting v;
    v.open(Method::dots);
    v.driver.click("vote.close");
    v.driver.frame(2);
    v.driver.click("close.yes");
    v.driver.frame(4);
    v.host.remember(); // an entry of an older version
    auto last = v.host.kept.back();
    auto const before = model::get<model::RoundStatus>(v.doc(), v.round());
    auto after = before;
    after.state = RoundState::revealed;
    last.n += 1;
    last.kind = journal::Kind::act;
    last.label = "reveal_round";
    last.changes = {model::Edit<model::RoundStatus>{v.round(), before, after}};
    v.host.kept.push_back(last);
    v.app.grant(ui::GoHome{});
    v.app.open("atelier.cadran", ui::Access::edit);
    v.driver.frame(4);
    REQUIRE(v.round_state() == RoundState::revealed);
    CHECK(v.driver.shows("vote.empty"));
    CHECK(!v.driver.shows("result.1"));
    v.driver.click("vote.empty.again"); // another round with the same rules
    v.driver.frame(4);
    CHECK(model::table<model::Round>(v.doc()).size() == 2);
    CHECK(v.rules().method == Method::dots);
    CHECK(v.driver.shows("vote.open"));
}

TEST_CASE("blank ballots only give no order, with the reason")
{
    Voting room;
    auto& d = room.driver;
    room.open(model::Method::approval);
    for (int person = 0; person < 3; ++person) {
        d.click(person == 0 ? "vote.ballot" : "curtain.begin");
        d.frame(2);
        d.click("ballot.blank");
        d.frame(2);
        d.click("blank.yes");
        d.frame(2);
        d.click("receipt.next");
        d.frame(2);
    }
    d.click("curtain.end");
    d.frame(2);
    room.close();
    d.settle();
    REQUIRE(d.shows("vote.empty"));
    CHECK(d.label("vote.empty") == "Aucun bulletin exprimé");
    for (int n = 1; n <= 8; ++n) CHECK_FALSE(d.shows("result." + std::to_string(n)));
    CHECK_FALSE(d.shows("vote.reopen")); // ballots cast stay cast
    CHECK_FALSE(analysis::reference_round(room.doc()));
    d.click("vote.empty.again");
    d.frame(4);
    CHECK(room.round_state() == model::RoundState::setup);
}

TEST_CASE("after the next voter starts, the last ballot cannot be reached")
{
    Voting v;
    v.open(Method::dots);
    v.keys({ImGuiKey_F11});
    v.driver.frame(4);
    CHECK(v.app.mode() == ui::Mode::room);
    vote(v, 3);
    CHECK(v.app.mode() == ui::Mode::desk); // ballots are not shown in room mode
    CHECK(v.driver.shows("receipt.correct"));
    v.keys({ImGuiKey_Enter});
    v.driver.frame(2);
    CHECK(v.driver.box("curtain").max == base::Vec2{1920, 1080});
    CHECK(!v.driver.shows("receipt.correct"));
    v.keys({ImGuiKey_C, ImGuiKey_K, ImGuiKey_5});
    v.driver.frame(2);
    CHECK(v.driver.shows("curtain.begin"));
    CHECK(!v.driver.shows("ballot.cast"));
    CHECK(!v.driver.shows("receipt.code"));
    v.keys({ImGuiKey_Enter});
    v.driver.frame(2);
    CHECK(v.driver.value("ballot.row.1") == "0"); // an empty ballot
    v.keys({ImGuiKey_1, ImGuiKey_Enter, ImGuiKey_Enter});
    v.driver.frame(2);
    CHECK(v.cast() == 2);
    v.keys({ImGuiKey_Escape}); // back to the vote's screen
    v.driver.frame(2);
    CHECK(!v.driver.shows("curtain.begin"));
    CHECK(v.driver.shows("vote.ballot"));
}

TEST_CASE("while a round is open another one can be prepared, and opened afterwards")
{
    Voting v;
    v.open(Method::dots);
    auto const open = v.round();
    v.driver.click("rail.new");
    v.driver.frame(4);
    REQUIRE(v.driver.shows("vote.method.score"));
    v.driver.click("vote.method.score");
    v.driver.frame(4);
    REQUIRE(model::table<model::Round>(v.doc()).size() == 2);
    CHECK(v.rules().method == Method::score);
    CHECK(!v.driver.shows("vote.open"));
    CHECK(v.driver.label("vote.needs").find("vote est ouvert") != std::string::npos);
    v.keys({ImGuiMod_Ctrl | ImGuiKey_Enter, ImGuiKey_E}); // neither key opens it
    v.driver.frame(4);
    CHECK(model::get<model::RoundStatus>(v.doc(), open).state == RoundState::open);
    CHECK(v.round_state() == RoundState::setup);
    v.driver.click("vote.to_open");
    v.driver.frame(4);
    CHECK(v.driver.shows("vote.progress"));
    v.driver.click("rail.new");
    v.driver.frame(4);
    v.driver.click("rail.ballot"); // the voter returns directly
    v.driver.frame(2);
    CHECK(v.driver.shows("ballot.cast"));
}

TEST_CASE("undo after the opening does not change the rules of the round")
{
    Voting v;
    v.driver.click("vote.method.dots");
    v.driver.click("vote.budget.plus");
    v.driver.click("vote.budget.plus");
    v.driver.click("vote.open");
    v.driver.frame(4);
    auto const rules = v.rules();
    v.keys({ImGuiMod_Ctrl | ImGuiKey_Z, ImGuiMod_Ctrl | ImGuiKey_Z});
    v.driver.frame(2);
    CHECK(v.rules() == rules);
    CHECK(v.round_state() == RoundState::open);
}

TEST_CASE("leaving the session during a ballot keeps the ballot box and discards the ballot")
{
    Voting v;
    v.open(Method::dots);
    vote(v, 3);
    v.keys({ImGuiKey_Enter, ImGuiKey_Enter, ImGuiKey_2}); // the next ballot is being filled in
    v.host.remember();
    for (auto const& entry : v.host.kept) CHECK(entry.label != "close_round");
    v.app.grant(ui::GoHome{});
    v.driver.frame(2);
    CHECK(v.driver.shows("ballot.row.1")); // asks once
    v.app.grant(ui::GoHome{});
    v.driver.frame(2);
    CHECK(!v.driver.shows("ballot.row.1"));
    v.app.open("atelier.cadran", ui::Access::edit);
    v.driver.frame(2);
    CHECK(!v.driver.shows("ballot.row.1"));
    CHECK(v.round_state() == RoundState::open);
}

TEST_CASE("voting again on some cases keeps the first result")
{
    Voting v;
    v.open(Method::dots);
    vote(v, 3);
    v.keys({ImGuiKey_Escape});
    v.close();
    auto const first = v.round();
    auto again = v.rules();
    again.revote_of = first;
    again.cases = {v.case_of(1)};
    auto const second = v.app.session()->mint<model::RoundId>();
    v.app.grant(edit::Command{edit::PrepareRound{second, again}});
    v.driver.frame(2);
    v.driver.click("rail.new");
    v.driver.frame(2);
    v.driver.click("vote.open");
    v.driver.frame(4);
    CHECK(v.round_state() == RoundState::open);
    vote(v, 1);
    v.keys({ImGuiKey_Escape});
    v.close();
    CHECK(model::table<model::Round>(v.doc()).size() == 2);
    CHECK(analysis::tally(v.doc(), first)->points == 3);
    CHECK(analysis::tally(v.doc(), second)->points == 1);
}
