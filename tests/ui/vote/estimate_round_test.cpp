#include "estimate_room.h"
#include "model/turnout.h"
#include "support/ui/screen_text.h"

#include <map>

// A hidden round of estimates on the shared keyboard, from its set-up to its close.
using support::Estimating;
using support::Put;

namespace {

// All labels on the screen, and the values of fields and sliders.
std::string all_said(support::UiDriver& driver)
{
    std::string out;
    for (auto const& [id, seen] : driver.ui().probe.widgets)
        out += id + "=" + seen.label + "|" + seen.value + "\n";
    return out;
}

// The same for the widgets of the ballot, in order.
std::string ballot_said(support::UiDriver& driver)
{
    std::map<std::string, std::string> said;
    for (auto const& [id, seen] : driver.ui().probe.widgets)
        if (id.starts_with("estimate.row.") || id == "estimate.opportunity" ||
            id == "estimate.risk" || id.starts_with("estimate.axis."))
            said[id] = seen.label + "|" + seen.value + (seen.on ? "|on" : "");
    std::string out;
    for (auto const& [id, words] : said) out += id + "=" + words + "\n";
    return out;
}

} // namespace

TEST_CASE("a voter places each case with the mouse, and the ballot has these values")
{
    Estimating room(3);
    auto& d = room.driver;
    room.open(1, 1);
    REQUIRE(room.round_state() == model::RoundState::open);
    d.key(ImGuiKey_B);
    d.frame(2);
    room.put({800, 200});
    room.put({300, 900});
    room.put({550, 550});
    CHECK(d.value("estimate.row.1") == "8,0 · 2,0");
    CHECK(d.value("estimate.row.2") == "3,0 · 9,0");
    d.click("estimate.cast");
    d.click("estimate.end");
    // estimates are in the ballot box only
    CHECK(model::table<model::Estimate>(room.doc()).empty());
    room.close();
    auto const axis = room.axis(0);
    auto const round = model::table<model::Round>(room.doc()).rbegin()->first;
    auto const& said = model::table<model::Estimate>(room.doc());
    REQUIRE(said.size() == 3);
    CHECK(said.at({round, 1, axis, room.id(1)}).opportunity == 800);
    CHECK(said.at({round, 1, axis, room.id(2)}).risk == 900);
    CHECK(said.at({round, 1, axis, room.id(3)}).opportunity == 550);
}

TEST_CASE("a ballot is filled in from the keyboard alone")
{
    Estimating room(3);
    auto& d = room.driver;
    room.open(2, 0);
    d.key(ImGuiKey_B);
    d.frame(2);
    d.key(ImGuiKey_UpArrow); // starts from the middle
    d.key(ImGuiKey_UpArrow);
    d.key(ImGuiMod_Shift | ImGuiKey_LeftArrow);
    CHECK(d.value("estimate.row.1") == "6,0 · 4,9");
    d.key(ImGuiKey_Enter);
    d.key(ImGuiKey_J);
    CHECK(d.value("estimate.row.2") == d.ui().tr("estimate.unknown.short"));
    d.key(ImGuiKey_2); // the other axis
    CHECK(d.on("estimate.axis.2"));
    CHECK(d.value("estimate.row.1") == "–");
    d.key(ImGuiKey_1);
    d.key(ImGuiKey_PageUp);
    d.key(ImGuiKey_Delete);
    CHECK(d.value("estimate.row.2") == "–");
    d.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    d.frame(2);
    d.click("estimate.part.yes");
    CHECK(d.shows("estimate.pass"));
    CHECK(room.app.session()->ballots_in_box(
              model::table<model::Round>(room.doc()).rbegin()->first) == 1);
}

TEST_CASE("after a ballot is cast no widget shows estimates of the open round")
{
    Estimating room(4);
    auto& d = room.driver;
    room.open(2, 3);
    d.key(ImGuiKey_B);
    d.frame(2);
    auto const before = ballot_said(d);
    room.fill(2, 4, [](int axis, int number) { return Put{830 - 10 * axis, 130 + 10 * number}; });
    // shown while the ballot is filled in
    REQUIRE(all_said(d).find("8,2 · 1,4") != std::string::npos);
    d.click("estimate.cast");
    d.frame(2);
    d.key(ImGuiKey_Enter); // passes the keyboard on
    d.frame(2);
    REQUIRE(d.shows("curtain.begin"));
    auto const covered = all_said(d);
    for (auto const* figure : {"8,3", "8,2", "1,4", "1,5", "1,7"})
        CHECK(covered.find(figure) == std::string::npos);
    d.key(ImGuiKey_Enter);
    d.frame(2);
    CHECK(ballot_said(d) == before); // the next ballot is empty
    d.key(ImGuiKey_Escape);
    d.frame(2);
    auto const open = all_said(d);
    CHECK(open.find("1 bulletin reçu") == std::string::npos); // the count is drawn, not a widget
    for (auto const* figure : {"8,3", "8,2", "1,4", "1,5", "1,7"})
        CHECK(open.find(figure) == std::string::npos);
    CHECK(!d.shows("place.chip.1"));
    CHECK(model::table<model::Placement>(room.doc()).empty());
}

TEST_CASE("a corrected ballot counts once")
{
    Estimating room(2);
    auto& d = room.driver;
    room.open(1, 1);
    d.key(ImGuiKey_B);
    d.frame(2);
    room.put({800, 200});
    room.put({700, 300});
    d.click("estimate.cast");
    d.frame(2);
    d.click("estimate.correct");
    d.frame(2);
    CHECK(d.value("estimate.row.1") == "8,0 · 2,0");
    d.click("estimate.row.1");
    room.put({400, 600});
    d.click("estimate.cast");
    d.frame(2);
    d.click("estimate.end");
    room.close();
    auto const& said = model::table<model::Estimate>(room.doc());
    REQUIRE(said.size() == 2);
    CHECK(said.begin()->second.opportunity == 400);
}

TEST_CASE("an incomplete ballot needs confirmation, and leaving discards it")
{
    Estimating room(3);
    auto& d = room.driver;
    room.open(1, 0);
    d.key(ImGuiKey_B);
    d.frame(2);
    room.put({800, 200});
    d.click("estimate.cast");
    d.frame(2);
    d.click("estimate.part.no");
    d.frame(2);
    CHECK(d.value("estimate.row.1") == "8,0 · 2,0");
    d.key(ImGuiKey_Escape);
    d.frame(2);
    d.click("estimate.quit.yes");
    d.frame(2);
    CHECK(!d.shows("estimate.matrix"));
    d.key(ImGuiKey_B);
    d.frame(2);
    CHECK(d.value("estimate.row.1") == "–");
}

TEST_CASE("severity and likelihood are shown as one risk, and both are stored")
{
    Estimating room(1);
    auto& d = room.driver;
    auto axis = model::get<model::Axis>(room.doc(), room.axis(0));
    axis.risk_entry = model::RiskEntry::severity_likelihood;
    REQUIRE(room.app.session()->submit(edit::facilitator, edit::SetAxis{room.axis(0), axis}));
    room.open(1, 0);
    d.key(ImGuiKey_B);
    d.frame(2);
    CHECK(!d.shows("estimate.risk"));
    room.put({700, 400});
    room.slide("estimate.severity", 7, 0, 10);
    room.slide("estimate.likelihood", 5, 0, 10);
    CHECK(d.value("estimate.severity") == "7");
    d.click("estimate.cast");
    d.frame(2);
    d.click("estimate.end");
    room.close();
    auto const& said = model::table<model::Estimate>(room.doc());
    REQUIRE(said.size() == 1);
    auto const& at = said.begin()->second;
    CHECK(at.severity == 700);
    CHECK(at.likelihood == 500);
    CHECK(at.risk == model::risk_of(700, 500));
    CHECK(at.opportunity == 700);
}

TEST_CASE("a round without ballots is cancelled, and the former estimates count")
{
    Estimating room(2);
    auto& d = room.driver;
    room.open(1, 0);
    d.click("estimate.close");
    d.frame(6);
    CHECK(room.round_state() == model::RoundState::closed);
    CHECK(analysis::estimating_rounds(room.doc()).empty());
    CHECK(d.enabled("rail.estimate")); // another round may be opened
}

TEST_CASE(
    "in a small window at 130 % the controls of a round are fully visible above the cases to place")
{
    Estimating room(6);
    auto& d = room.driver;
    room.open(2, 7);
    ImGui::GetIO().DisplaySize = {1366, 768};
    room.app.grant(ui::SetScale{130});
    d.settle();
    CHECK(d.box("estimate.ballot").min.y > 0);
    CHECK(d.box("estimate.close").max.y <= d.box("place.filter").min.y);
    CHECK(d.box("place.tray.1").min.y < d.box("place.clouds").min.y); // one case is visible
}

TEST_CASE("closing before all ballots are cast asks once")
{
    Estimating room(2);
    auto& d = room.driver;
    room.open(1, 3);
    d.key(ImGuiKey_B);
    d.frame(2);
    room.fill(1, 2, [](int, int) { return Put{800, 200}; });
    d.click("estimate.cast");
    d.frame(2);
    d.click("estimate.end");
    d.frame(2);
    d.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    d.frame(2);
    CHECK(room.round_state() == model::RoundState::open);
    d.click("estimate.closing.yes");
    d.frame(6);
    CHECK(room.round_state() == model::RoundState::revealed);
}

TEST_CASE("the voting step leaves an open round of estimates alone")
{
    Estimating room(2);
    auto& d = room.driver;
    room.open(1, 0);
    d.click("step.vote");
    d.settle();
    CHECK(!d.shows("vote.ballot"));
    CHECK(!d.shows("vote.close"));
    CHECK(d.shows("vote.open")); // a vote may be prepared
}

TEST_CASE("a round of estimates is found by its name from any step, and so are the axes")
{
    Estimating room(2);
    auto& d = room.driver;
    d.click("step.gather");
    d.settle();
    d.key(ImGuiMod_Ctrl | ImGuiKey_K);
    d.frame(2);
    d.type("tour d’estimations");
    d.frame(2);
    d.key(ImGuiKey_Enter);
    d.settle();
    CHECK(d.shows("estimate.open"));
    d.key(ImGuiKey_Escape);
    d.settle();
    d.key(ImGuiMod_Ctrl | ImGuiKey_K);
    d.frame(2);
    d.type("axes strat");
    d.frame(2);
    d.key(ImGuiKey_Enter);
    d.settle();
    CHECK(d.shows("axes.add"));
}

TEST_CASE("one button selects the cases without a position")
{
    Estimating room(3);
    auto& d = room.driver;
    model::Placement middle;
    middle.opportunity = middle.risk = 500;
    auto& session = *room.app.session();
    for (std::size_t a = 0; a < 8; ++a)
        REQUIRE(session.submit(edit::facilitator, edit::Place{{room.axis(a), room.id(2)}, middle}));
    d.click("rail.estimate");
    d.frame(2);
    d.click("estimate.cases.unplaced");
    d.frame(2);
    CHECK(d.on("estimate.of.1"));
    CHECK(!d.on("estimate.of.2"));
    CHECK(d.on("estimate.of.3"));
    CHECK(!d.enabled("estimate.cases.contested"));
}

TEST_CASE("an eighth ballot of seven voters needs confirmation, as in a vote")
{
    Estimating room(1);
    auto& d = room.driver;
    room.open(1, 7);
    auto const round = model::table<model::Round>(room.doc()).rbegin()->first;
    auto& session = *room.app.session();
    for (int person = 0; person < 7; ++person) {
        model::Ballot ballot;
        ballot.estimates.push_back({room.axis(0), room.id(1), {500, 500}});
        REQUIRE(session.cast(round, session.mint_token(), ballot));
    }
    CHECK(support::is_main(d, "estimate.close")); // nobody is left to estimate
    CHECK_FALSE(support::is_main(d, "estimate.ballot"));
    d.key(ImGuiKey_B);
    d.frame(2);
    CHECK(!d.shows("estimate.cast"));
    REQUIRE(d.shows("estimate.more.yes"));
    d.click("estimate.more.no");
    d.frame(2);
    CHECK(!d.shows("estimate.cast"));
    d.key(ImGuiKey_B);
    d.frame(2);
    d.click("estimate.more.yes");
    d.frame(2);
    room.put({800, 200});
    d.click("estimate.cast");
    d.frame(2);
    CHECK(session.ballots_in_box(round) == 8);
}

TEST_CASE("the headcount set for estimates applies to votes")
{
    Estimating room(2);
    auto& d = room.driver;
    d.click("rail.estimate");
    d.frame(2);
    d.frame(2);
    CHECK_FALSE(d.shows("estimate.no_cloud")); // nobody said how many
    CHECK(d.value("estimate.headcount.plus") == room.french.text("rule.unsaid"));
    for (int i = 0; i < 3; ++i) d.click("estimate.headcount.plus");
    CHECK(model::get<model::Room>(room.doc()).headcount == 3);
    d.frame(2);
    CHECK(d.shows("estimate.no_cloud")); // no cloud of so few
    d.key(ImGuiKey_Escape);
    d.frame(2);
    CHECK(d.label("top.headcount").ends_with("3"));
    d.click("step.vote");
    d.settle();
    CHECK(d.value("vote.headcount.plus") == "3");
    d.click("vote.headcount.plus");
    d.click("step.place");
    d.settle();
    d.click("rail.estimate");
    d.frame(2);
    CHECK(d.value("estimate.headcount.plus") == "4");
    CHECK(d.shows("estimate.no_cloud"));
    d.click("estimate.headcount.plus");
    d.frame(2);
    CHECK_FALSE(d.shows("estimate.no_cloud"));
}

TEST_CASE("between two voters only a black screen is shown, in room mode too")
{
    Estimating room(1);
    auto& d = room.driver;
    room.open(1, 3);
    d.key(ImGuiKey_F11);
    d.frame(4);
    CHECK(room.app.mode() == ui::Mode::room);
    d.key(ImGuiKey_B);
    d.frame(4);
    CHECK(room.app.mode() == ui::Mode::desk); // ballots are not shown in room mode
    room.put({800, 200});
    d.click("estimate.cast");
    d.frame(2);
    d.key(ImGuiKey_Enter);
    d.frame(2);
    auto const curtain = d.box("curtain");
    CHECK(curtain.min == base::Vec2{0, 0});
    CHECK(curtain.max == base::Vec2{1920, 1080});
    CHECK(!d.shows("estimate.correct"));
}

TEST_CASE("the committee estimates as its own room, beside the workshop's estimates")
{
    Estimating room(3);
    auto& d = room.driver;
    constexpr int people = 8; // enough for a cloud
    room.estimate({0}, {1, 2, 3}, people, [](int, int, int) { return Put{800, 200}; });
    CHECK_FALSE(d.shows("rail.committee"));
    auto const axis = room.axis(0);
    auto const median = [&](model::Document const& doc) {
        auto const clouds = analysis::clouds(doc, axis);
        REQUIRE(clouds.size() == 3);
        return analysis::at_the_median(clouds.front())->opportunity;
    };
    REQUIRE(median(room.doc()) == 800);

    d.click("rail.estimate");
    d.frame(2);
    d.click("estimate.body.1");
    d.click("estimate.headcount.plus");
    d.click("estimate.open");
    d.frame(6);
    auto const round = model::table<model::Round>(room.doc()).rbegin()->first;
    CHECK(model::get<model::Round>(room.doc(), round).body == model::Body::committee);
    CHECK(model::get<model::Round>(room.doc(), round).headcount == 1);
    CHECK(model::headcount_of(room.doc()) == 0); // of the workshop's room
    auto& session = *room.app.session();
    model::Ballot ballot;
    for (int n = 1; n <= 3; ++n) ballot.estimates.push_back({axis, room.id(n), {200, 900}});
    for (auto a : model::get<model::Round>(room.doc(), round).axes)
        if (a != axis)
            for (int n = 1; n <= 3; ++n) ballot.estimates.push_back({a, room.id(n), {}});
    for (int i = 0; i < people; ++i) REQUIRE(session.cast(round, session.mint_token(), ballot));
    REQUIRE(session.close_round(edit::facilitator, round));
    REQUIRE(session.submit(edit::facilitator, edit::RevealRound{round}));
    d.frame(4);

    CHECK(median(room.doc()) == 800); // the workshop's are as before
    CHECK(median(analysis::committee_room(room.doc())) == 200);
    REQUIRE(d.shows("rail.committee"));
    CHECK(d.on("rail.committee")); // shown at once
    CHECK_FALSE(d.ui().probe.widgets.at("rail.estimate").enabled);
    d.click("rail.committee");
    d.frame(2);
    CHECK_FALSE(d.on("rail.committee"));
    CHECK(d.ui().probe.widgets.at("rail.estimate").enabled);
}

TEST_CASE("the form of a round that another machine closed gives way")
{
    Estimating room(3);
    auto& d = room.driver;
    room.open(1, 0);
    d.key(ImGuiKey_B);
    d.settle();
    REQUIRE(d.shows("estimate.cast"));
    auto& session = *room.app.session();
    for (auto const& [id, status] : model::table<model::RoundStatus>(room.doc()))
        if (status.state == model::RoundState::open)
            REQUIRE(session.close_round(edit::facilitator, id));
    d.settle();
    CHECK_FALSE(d.shows("estimate.cast"));
}
