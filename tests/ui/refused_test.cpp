#include "estimate_room.h"
#include "voting.h"

// What a person is told in the booth when the disk or another program stands between their ballot
// and the ballot box; and how the room goes on.
using base::Errc;
using support::Voting;

namespace {

base::Error const full{Errc::io, "file.disk_full", {}, 0};
base::Error const replaced{Errc::conflict, "urn.changed", "atelier.cadran.urn", 0};

} // namespace

TEST_CASE("a ballot that the ballot box refuses stays in the booth, as it is, with the reason over "
          "the foot")
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
        CHECK(v.driver.value("ballot.row.1") == "3"); // in hand
        CHECK(v.cast() == 0);
        CHECK(!v.driver.shows("ballot.not_in.copy")); // trying again may do
        CHECK(!v.driver.shows("notice.0"));           // said once
        // There is room again: the same ballot, by the same key.
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

TEST_CASE("a blank ballot that the ballot box refuses is still to be cast")
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

TEST_CASE("a ballot that is in the ballot box but not confirmed is said to be in it")
{
    Voting v;
    v.open(model::Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_3});
    v.host.box->refuses = base::Error{Errc::io, "urn.unconfirmed", {}, 0};
    v.keys({ImGuiKey_Enter});
    v.driver.frame(3);
    CHECK(v.driver.label("ballot.not_in").starts_with("Le bulletin est dans l’urne"));
    CHECK(v.driver.shows("ballot.not_in.copy"));
    CHECK(v.cast() == 1);
    v.keys({ImGuiKey_Enter}); // again: it replaces itself
    v.driver.frame(2);
    CHECK(v.cast() == 1);
}

TEST_CASE("a vote whose box could not be erased is closed and revealed, and only that is told")
{
    Voting v;
    v.open(model::Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_3, ImGuiKey_Enter});
    v.driver.frame(3);
    v.keys({ImGuiKey_Escape});
    v.host.box->refuses = full;
    v.close(); // as far as the result
    CHECK(v.ballots().size() == 1);
    CHECK(!v.driver.shows("top.rescue"));
    CHECK(v.driver.label("notice.0").starts_with("Le vote est clos et compté"));
}

TEST_CASE("estimates that the ballot box refuses stay in hand, with the reason; nobody reads that "
          "they are in")
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

TEST_CASE("estimates cast in part wait for the ballot box too, and the question does not come back")
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

TEST_CASE("a ballot that cannot be taken out is said to be still in, in the window of tickets")
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

TEST_CASE("hands that could not be written down are still counted, in the window, with the reason")
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

TEST_CASE(
    "a ballot box that another program replaced: a copy is asked for in the booth, and the vote "
    "goes on in it")
{
    Voting v;
    v.host.folders["/sauf"] = {};
    v.host.known_places = {{ui::FolderPlace::Kind::sessions, "/sauf"}};
    v.open(model::Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_2, ImGuiKey_Enter});                // one is in
    for (int i = 0; i < 3 && !v.driver.shows("ballot.row.1"); ++i) { // to the next person
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
    CHECK(v.driver.value("ballot.row.1") == "3"); // still in hand
    v.keys({ImGuiKey_Enter});
    v.driver.frame(3);
    CHECK(v.driver.shows("receipt.next"));
    CHECK(v.cast() == 2);
}

TEST_CASE(
    "a session file that another program touched is no longer said to be saved, though nobody acts")
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
    CHECK(!v.driver.shows("notice.1")); // once
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
