#include "estimate_room.h"
#include "voting.h"

// Messages to a voter when the disk or another program prevents the writing of a ballot, and how
// the round continues.
using base::Errc;
using support::Estimating;
using support::Put;
using support::Voting;

namespace {

base::Error const full{Errc::io, "file.disk_full", {}, 0};
base::Error const replaced{Errc::conflict, "box.changed", "atelier.cadran.urn", 0};

} // namespace

TEST_CASE("a ballot that the ballot box refuses stays in the booth with the reason")
{
    for (auto const* language : {"fr", "en"}) {
        Voting v(language);
        v.open(model::Method::dots);
        v.keys({ImGuiKey_B, ImGuiKey_3});
        v.host.box->refuses = full;
        v.keys({ImGuiKey_Enter});
        v.driver.frame(3);
        CHECK(!v.driver.shows("receipt.next"));
        REQUIRE(v.driver.shows("ballot.not_in"));
        auto const said = v.driver.label("ballot.not_in");
        CHECK(said.find(language == std::string("fr") ? "plein" : "full") != std::string::npos);
        CHECK(v.driver.value("ballot.row.1") == "3"); // the ballot is kept on the screen
        CHECK(v.cast() == 0);
        CHECK(!v.driver.shows("ballot.not_in.copy")); // trying again may succeed
        CHECK(!v.driver.shows("notice.0"));           // one message only
        // With free space again, the same key casts the same ballot.
        v.host.box->refuses.reset();
        v.keys({ImGuiKey_Enter});
        v.driver.frame(3);
        CHECK(v.driver.shows("receipt.next"));
        CHECK(v.cast() == 1);
        v.keys({ImGuiKey_Escape});
        v.close();
        CHECK(v.said_of(v.ballots().front(), 1) == 3);
    }
}

TEST_CASE("a blank ballot that the ballot box refuses can be cast again")
{
    Voting v;
    v.open(model::Method::dots);
    v.keys({ImGuiKey_B});
    v.driver.frame(2);
    v.host.box->refuses = full;
    v.driver.click("ballot.blank");
    v.driver.frame(2);
    v.driver.click("blank.yes");
    v.driver.frame(2);
    CHECK(v.driver.shows("ballot.not_in"));
    CHECK(v.driver.shows("ballot.row.1"));
    CHECK(v.cast() == 0);
}

TEST_CASE("a ballot written without confirmation is reported as cast")
{
    Voting v;
    v.open(model::Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_3});
    v.host.box->refuses = base::Error{Errc::io, "box.unconfirmed", {}, 0};
    v.keys({ImGuiKey_Enter});
    v.driver.frame(3);
    CHECK(v.driver.label("ballot.not_in").starts_with("Le bulletin est dans l’urne"));
    CHECK(v.driver.shows("ballot.not_in.copy"));
    CHECK(v.cast() == 1);
    v.keys({ImGuiKey_Enter}); // a second try replaces the ballot
    v.driver.frame(2);
    CHECK(v.cast() == 1);
}

TEST_CASE("a vote whose box could not be erased is closed and revealed, with one warning")
{
    Voting v;
    v.open(model::Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_3, ImGuiKey_Enter});
    v.driver.frame(3);
    v.keys({ImGuiKey_Escape});
    v.host.box->refuses = full;
    v.close(); // up to the result
    CHECK(v.ballots().size() == 1);
    CHECK(!v.driver.shows("top.rescue"));
    CHECK(v.driver.label("notice.0").starts_with("Le vote est clos et compté"));
}

TEST_CASE("estimates that the ballot box refuses stay on the screen with the reason, not reported "
          "as cast")
{
    Estimating room(2);
    room.open(1, 3);
    room.driver.click("estimate.ballot");
    room.driver.frame(3);
    room.fill(1, 2, [](int, int number) { return Put{100 * number, 200}; });
    room.host.box->refuses = full;
    room.driver.click("estimate.cast");
    room.driver.frame(3);
    CHECK(!room.driver.shows("estimate.pass"));
    REQUIRE(room.driver.shows("estimate.not_in"));
    CHECK(room.driver.value("estimate.row.1") != "–");
    auto const foot = room.driver.box("estimate.cast");
    CHECK(room.driver.box("estimate.not_in").max.y < foot.min.y); // just above the button
    room.host.box->refuses.reset();
    room.driver.click("estimate.cast");
    room.driver.frame(3);
    CHECK(room.driver.shows("estimate.pass"));
}

TEST_CASE("refused incomplete estimates can be cast again, without the question")
{
    Estimating room(2);
    room.open(1, 3);
    room.driver.click("estimate.ballot");
    room.driver.frame(3);
    room.put({500, 500});
    room.driver.click("estimate.cast");
    room.driver.frame(3);
    room.host.box->refuses = full;
    room.driver.click("estimate.part.yes");
    room.driver.frame(3);
    CHECK(!room.driver.shows("estimate.pass"));
    CHECK(!room.driver.shows("estimate.part.yes"));
    CHECK(room.driver.shows("estimate.not_in"));
    CHECK(room.host.box->asked == 1);
}

TEST_CASE("a ballot that cannot be withdrawn is reported as still cast, in the ticket dialog")
{
    Voting v;
    v.open(model::Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_3, ImGuiKey_Enter});
    v.driver.frame(2);
    v.keys({ImGuiKey_K});
    v.driver.frame(2);
    auto const ticket = v.driver.label("receipt.code");
    v.keys({ImGuiKey_Escape});
    v.driver.frame(2);
    v.driver.click("vote.ticket");
    v.driver.frame(2);
    v.driver.type(ticket);
    v.driver.frame(2);
    v.host.box->refuses = full;
    v.driver.click("ticket.withdraw");
    v.driver.frame(3);
    CHECK(v.driver.shows("ticket.refused"));
    CHECK(v.cast() == 1);
    v.host.box->refuses.reset();
    v.driver.click("ticket.withdraw");
    v.driver.frame(3);
    CHECK(!v.driver.shows("ticket.withdraw"));
    CHECK(v.cast() == 0);
}

TEST_CASE("a show of hands that could not be written keeps its counts, with the reason")
{
    Voting v;
    v.driver.click("vote.method.approval");
    v.driver.settle();
    v.driver.click("rail.hands");
    v.driver.frame(3);
    v.keys({ImGuiKey_4, ImGuiKey_DownArrow, ImGuiKey_2});
    v.host.log->refuses = full;
    v.keys({ImGuiKey_Enter});
    v.driver.frame(3);
    REQUIRE(v.driver.shows("hands.refused"));
    v.host.log->refuses.reset();
    v.keys({ImGuiKey_Enter});
    v.driver.frame(3);
    CHECK(!v.driver.shows("hands.refused"));
    CHECK(v.round_state() == model::RoundState::revealed);
}

TEST_CASE("after another program replaced the ballot box, the booth asks for a copy, in which the "
          "vote continues")
{
    Voting v;
    v.host.folders["/sauf"] = {};
    v.host.known_places = {{ui::FolderPlace::Kind::sessions, "/sauf"}};
    v.open(model::Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_2, ImGuiKey_Enter});                // casts one ballot
    for (int i = 0; i < 3 && !v.driver.shows("ballot.row.1"); ++i) { // up to the next voter
        v.driver.frame(2);
        v.keys({ImGuiKey_Enter});
        v.driver.frame(2);
    }
    v.keys({ImGuiKey_3});
    v.host.box->refuses = v.host.log->touched = replaced;
    v.keys({ImGuiKey_Enter});
    v.driver.frame(3);
    CHECK(v.driver.label("ballot.not_in").find("atelier.cadran.urn") != std::string::npos);
    v.host.carries_box = true;
    v.driver.click("ballot.not_in.copy");
    v.driver.frame(3);
    REQUIRE(v.driver.shows("file.copy.name"));
    v.driver.click("file.go");
    v.driver.frame(3);
    CHECK(v.host.copies == std::vector<std::filesystem::path>{"/sauf/atelier-copie.cadran"});
    CHECK(v.host.opened_files.back() == "/sauf/atelier-copie.cadran");
    CHECK(v.cast() == 1);
    CHECK(v.driver.value("ballot.row.1") == "3"); // the ballot is still on the screen
    v.keys({ImGuiKey_Enter});
    v.driver.frame(3);
    CHECK(v.driver.shows("receipt.next"));
    CHECK(v.cast() == 2);
}

TEST_CASE("a session file changed by another program is shown as unsaved, without any edit")
{
    Voting v;
    v.driver.frame(2);
    CHECK(!v.driver.shows("top.rescue"));
    v.host.log->touched = base::Error{Errc::conflict, "file.changed", "atelier.cadran", 0};
    v.host.clock.t += 1500;
    v.driver.frame(3);
    CHECK(v.driver.shows("top.rescue"));
    CHECK(v.driver.shows("notice.0"));
    v.host.clock.t += 1500;
    v.driver.frame(3);
    CHECK(!v.driver.shows("notice.1")); // one notice only
    v.driver.click("top.rescue");
    v.driver.frame(3);
    CHECK(v.driver.shows("file.copy.name"));
}

TEST_CASE("after a refused command, its follow-up commands are cancelled")
{
    Voting v;
    v.driver.frame(2);
    auto const before = v.app.session()->log().size();
    v.host.log->refuses = full;
    v.driver.click("vote.open");
    v.driver.frame(6);
    v.host.log->refuses.reset();
    v.driver.frame(6);
    CHECK(v.app.session()->log().size() == before);
}
