#include "analysis/counting/duels.h"
#include "exchange/results/json.h"
#include "model/voting_method.h"
#include "ui/screens/vote/method_views.h"
#include "voting.h"

#include <algorithm>
#include <set>

// Every ballot type on the shared keyboard, by keys and by pointer; the ballots cast are the
// ballots counted.
using model::Method;
using support::Voting;

namespace {

void with_money(model::Round& round) { round.money = 6'000'00; }

// All texts of the screen, joined.
std::string read_out(Voting& v)
{
    std::vector<std::string> lines;
    for (auto const& [id, seen] : v.driver.ui().probe.widgets) {
        if (id == "top.saved" || id.starts_with("top.timer")) continue; // changes with the clock
        lines.push_back(id + "|" + seen.label + "|" + seen.value + (seen.on ? "|on" : ""));
    }
    std::ranges::sort(lines);
    std::string out;
    for (auto const& line : lines) out += line + "\n";
    return out;
}

} // namespace

TEST_CASE("an open round has placeholders in the shape of its possible results")
{
    auto masks = [](Method method, int cap) {
        Voting v;
        v.open(method, [&](model::Round& round) {
            round.cap = cap;
            round.money = 100'000;
        });
        return v.driver.value("vote.masked.1");
    };
    CHECK(masks(Method::approval, 0) == "1");
    CHECK(masks(Method::budget, 0) == "1");
    CHECK(masks(Method::dots, 3) == "3");
    CHECK(masks(Method::dots, 2) == "2");
    CHECK(masks(Method::dots, 0) == "0"); // drawn as one bar, not as dots
    CHECK(masks(Method::majority_judgment, 0) == "0");
}

TEST_CASE("dots by keys: digits and arrows, up to the number available")
{
    Voting v;
    v.open(Method::dots);
    v.keys({ImGuiKey_B, ImGuiKey_3, ImGuiKey_DownArrow, ImGuiKey_RightArrow, ImGuiKey_RightArrow,
            ImGuiKey_DownArrow, ImGuiKey_3, ImGuiKey_DownArrow, ImGuiKey_3});
    CHECK(v.driver.value("ballot.row.4") == "2"); // two points were left
    CHECK(v.driver.shows("ballot.refused"));
    CHECK(v.driver.label("ballot.left").starts_with("0"));
    CHECK(!v.driver.enabled("ballot.more.5"));
    v.keys({ImGuiKey_LeftArrow, ImGuiKey_Enter});
    CHECK(v.driver.shows("receipt.next"));
    CHECK(!v.driver.shows("ballot.row.1")); // the ballot leaves the screen
    v.keys({ImGuiKey_Escape});
    v.close();
    REQUIRE(v.ballots().size() == 1);
    auto const said = v.ballots().front();
    CHECK(v.said_of(said, 1) == 3);
    CHECK(v.said_of(said, 2) == 2);
    CHECK(v.said_of(said, 3) == 3);
    CHECK(v.said_of(said, 4) == 1);
    auto const tally = analysis::tally(v.doc(), v.round());
    REQUIRE(tally);
    CHECK(tally->voters == 1);
    CHECK(tally->points == 9);
}

TEST_CASE("dots by mouse: a disc sets its number of points, a second click one less")
{
    Voting v;
    v.open(Method::dots);
    v.driver.click("vote.ballot");
    v.driver.click("ballot.dot.2.3");
    v.driver.click("ballot.dot.3.2");
    v.driver.click("ballot.dot.3.2");
    v.driver.click("ballot.more.4");
    v.driver.click("ballot.more.4");
    v.driver.click("ballot.less.4");
    v.driver.click("ballot.cast");
    v.driver.click("receipt.end");
    v.close();
    auto const said = v.ballots().front();
    CHECK(v.said_of(said, 2) == 3);
    CHECK(v.said_of(said, 3) == 1);
    CHECK(v.said_of(said, 4) == 1);
}

TEST_CASE("choose five, then distribute ten points: by keys, and back to the first page")
{
    Voting v;
    v.open(Method::choose_spread);
    v.keys({ImGuiKey_B});
    CHECK(!v.driver.enabled("ballot.next")); // nothing is selected yet
    for (int n = 0; n < 6; ++n) v.keys({ImGuiKey_Space, ImGuiKey_DownArrow});
    CHECK(v.driver.shows("ballot.refused")); // the sixth mark is refused
    CHECK(!v.driver.on("ballot.row.6"));
    v.keys({ImGuiKey_Enter});
    CHECK(v.driver.shows("ballot.more.1"));
    CHECK(!v.driver.shows("ballot.more.6"));
    v.keys({ImGuiKey_3, ImGuiKey_DownArrow, ImGuiKey_3, ImGuiKey_DownArrow, ImGuiKey_2});
    v.driver.click("ballot.page.choose");
    v.driver.click("ballot.row.3"); // removes it; its two points are available again
    v.driver.click("ballot.row.8");
    v.keys({ImGuiKey_Enter});
    CHECK(v.driver.label("ballot.left").starts_with("4"));
    v.driver.click("ballot.more.8");
    v.keys({ImGuiKey_Enter, ImGuiKey_Escape});
    v.close();
    auto const said = v.ballots().front();
    CHECK(said.marks.size() == 3);
    CHECK(v.said_of(said, 8) == 1);
}

TEST_CASE("approval: Space selects, up to the limit")
{
    Voting v;
    v.open(Method::approval, [](auto& round) { round.choices = 2; });
    v.keys({ImGuiKey_B, ImGuiKey_Space, ImGuiKey_DownArrow, ImGuiKey_Space, ImGuiKey_DownArrow,
            ImGuiKey_Space});
    CHECK(v.driver.shows("ballot.refused"));
    CHECK(!v.driver.on("ballot.row.3"));
    v.driver.click("ballot.row.1"); // one point less
    v.driver.click("ballot.row.5");
    v.driver.click("ballot.cast");
    v.driver.click("receipt.end");
    v.close();
    auto const said = v.ballots().front();
    CHECK(said.marks.size() == 2);
    CHECK(v.said_of(said, 2) == 1);
    CHECK(v.said_of(said, 5) == 1);
}

TEST_CASE("scores: 0 is a score, 10 is typed, Backspace clears")
{
    Voting v;
    v.open(Method::score);
    v.keys({ImGuiKey_B, ImGuiKey_0, ImGuiKey_DownArrow, ImGuiKey_1, ImGuiKey_0, ImGuiKey_DownArrow,
            ImGuiKey_7, ImGuiKey_Backspace, ImGuiKey_DownArrow, ImGuiKey_7, ImGuiKey_LeftArrow});
    CHECK(v.driver.shows("ballot.remark")); // five cases have no value
    v.driver.click("ballot.value.5.9");
    v.driver.click("ballot.value.6.4");
    v.driver.click("ballot.value.6.4"); // a second click removes it
    v.keys({ImGuiKey_Enter, ImGuiKey_Escape});
    v.close();
    auto const said = v.ballots().front();
    CHECK(said.marks.size() == 4);
    CHECK(v.said_of(said, 1) == 0);
    CHECK(v.said_of(said, 2) == 10);
    CHECK(v.said_of(said, 4) == 6);
    CHECK(v.said_of(said, 5) == 9);
}

TEST_CASE("grades: 1 is the best, arrows follow the screen, words are the round's")
{
    Voting v;
    v.open(Method::majority_judgment);
    v.keys({ImGuiKey_B, ImGuiKey_1, ImGuiKey_DownArrow, ImGuiKey_7, ImGuiKey_DownArrow, ImGuiKey_3,
            ImGuiKey_RightArrow});
    CHECK(v.driver.on("ballot.value.1.6"));
    CHECK(v.driver.label("ballot.value.1.6") == "Excellent");
    CHECK(v.driver.label("ballot.value.1.0") == "À rejeter");
    v.driver.click("ballot.value.4.2");
    v.keys({ImGuiKey_Enter, ImGuiKey_Escape});
    v.close();
    auto const said = v.ballots().front();
    CHECK(v.said_of(said, 1) == 6);
    CHECK(v.said_of(said, 2) == 0);
    CHECK(v.said_of(said, 3) == 3);
    CHECK(v.said_of(said, 4) == 2);
}

TEST_CASE("a ranking by keys: in the order of the presses, moved, tied")
{
    Voting v;
    v.open(Method::ranking);
    v.keys({ImGuiKey_B, ImGuiKey_DownArrow, ImGuiKey_Space, ImGuiKey_DownArrow, ImGuiKey_Space,
            ImGuiKey_DownArrow, ImGuiKey_Space, ImGuiMod_Alt | ImGuiKey_UpArrow, ImGuiKey_DownArrow,
            ImGuiKey_Space, ImGuiKey_E});
    CHECK(v.driver.value("ballot.place.2") == "1");
    CHECK(v.driver.value("ballot.place.4") == "2");
    CHECK(v.driver.value("ballot.place.3") == "3");
    CHECK(v.driver.value("ballot.place.5") == "3");
    v.keys({ImGuiKey_Enter, ImGuiKey_Escape});
    v.close();
    auto const said = v.ballots().front();
    CHECK(v.said_of(said, 2) == 1);
    CHECK(v.said_of(said, 4) == 2);
    CHECK(v.said_of(said, 3) == 3);
    CHECK(v.said_of(said, 5) == 3);
}

TEST_CASE("a ranking by mouse: clicked in order, dragged, tied by a drop on another")
{
    Voting v;
    v.open(Method::ranking);
    v.driver.click("vote.ballot");
    for (int n : {1, 2, 3, 4}) v.driver.click("ballot.row." + std::to_string(n));
    CHECK(v.driver.value("ballot.place.4") == "4");
    auto const first = v.driver.box("ballot.place.1");
    v.driver.drag("ballot.place.4", {first.center().x, first.min.y + 3}); // before the first
    v.driver.frame(2);
    CHECK(v.driver.value("ballot.place.4") == "1");
    CHECK(v.driver.value("ballot.place.1") == "2");
    v.driver.drag("ballot.place.3", v.driver.centre("ballot.place.2")); // onto its place
    v.driver.frame(2);
    CHECK(v.driver.value("ballot.place.2") == "3");
    CHECK(v.driver.value("ballot.place.3") == "3");
    v.driver.click("ballot.up.3");
    CHECK(v.driver.value("ballot.place.3") == "3");
    CHECK(v.driver.value("ballot.place.2") == "4");
    v.driver.click("ballot.out.2");
    v.driver.click("ballot.cast");
    v.driver.click("receipt.end");
    v.close();
    auto const said = v.ballots().front();
    CHECK(said.marks.size() == 3);
    CHECK(v.said_of(said, 4) == 1);
    CHECK(v.said_of(said, 1) == 2);
    CHECK(v.said_of(said, 3) == 3);
}

TEST_CASE("100 points: typed, or in steps of five by mouse, at most a hundred")
{
    Voting v;
    v.open(Method::points);
    v.keys({ImGuiKey_B, ImGuiKey_6, ImGuiKey_5, ImGuiKey_DownArrow, ImGuiKey_4, ImGuiKey_0});
    CHECK(v.driver.value("ballot.row.1") == "65");
    CHECK(v.driver.value("ballot.row.2") == "35");
    v.keys({ImGuiMod_Shift | ImGuiKey_LeftArrow});
    v.driver.click("ballot.more.3");
    CHECK(v.driver.value("ballot.row.3") == "5");
    v.keys({ImGuiKey_Enter, ImGuiKey_Escape});
    v.close();
    auto const said = v.ballots().front();
    CHECK(v.said_of(said, 1) == 65);
    CHECK(v.said_of(said, 2) == 25);
    CHECK(v.said_of(said, 3) == 5);
}

TEST_CASE("100 points: Tab goes case by case, digits go to the marked case, Enter casts the ballot")
{
    Voting v;
    v.open(Method::points);
    v.keys({ImGuiKey_B, ImGuiKey_4, ImGuiKey_0, ImGuiKey_Tab, ImGuiKey_3, ImGuiKey_0});
    CHECK(v.driver.value("ballot.row.1") == "40");
    CHECK(v.driver.value("ballot.row.2") == "30");
    v.keys({ImGuiMod_Shift | ImGuiKey_Tab, ImGuiKey_5, ImGuiKey_0});
    CHECK(v.driver.value("ballot.row.1") == "50");
    v.driver.click("ballot.more.3"); // marks its case
    v.keys({ImGuiKey_7});            // typed, not added
    CHECK(v.driver.value("ballot.row.3") == "7");
    CHECK(v.driver.value("ballot.row.1") == "50");
    CHECK(v.driver.label("ballot.more.3").find('5') != std::string::npos); // what a press gives
    v.keys({ImGuiKey_Enter, ImGuiKey_Escape});
    v.close();
    REQUIRE(v.ballots().size() == 1);
    auto const said = v.ballots().front();
    CHECK(v.said_of(said, 1) == 50);
    CHECK(v.said_of(said, 2) == 30);
    CHECK(v.said_of(said, 3) == 7);
}

TEST_CASE("credits: the remainder is shown, and negative votes need permission")
{
    Voting v;
    v.open(Method::quadratic, [](auto& round) { round.against = model::Against::allowed; });
    v.keys({ImGuiKey_B, ImGuiKey_9, ImGuiKey_DownArrow, ImGuiKey_LeftArrow, ImGuiKey_LeftArrow});
    CHECK(v.driver.label("ballot.left").starts_with("15"));
    v.keys({ImGuiKey_DownArrow, ImGuiKey_5}); // costs 25 credits; 15 are left
    CHECK(v.driver.shows("ballot.refused"));
    CHECK(v.driver.value("ballot.row.3") == "3");
    v.keys({ImGuiKey_Enter, ImGuiKey_Escape});
    v.close();
    auto const said = v.ballots().front();
    CHECK(v.said_of(said, 1) == 9);
    CHECK(v.said_of(said, 2) == -2);
    CHECK(v.said_of(said, 3) == 3);
}

TEST_CASE("pairs by keys alone: 1, 2, neither, and back")
{
    Voting v;
    v.open(Method::pairwise);
    v.keys({ImGuiKey_B, ImGuiKey_1, ImGuiKey_RightArrow, ImGuiKey_0, ImGuiKey_UpArrow, ImGuiKey_2});
    CHECK(v.driver.label("ballot.left").starts_with("3"));
    for (int n = 0; n < 17; ++n) v.keys({n % 2 == 0 ? ImGuiKey_1 : ImGuiKey_LeftArrow});
    CHECK(!v.driver.shows("ballot.duel.left")); // twenty comparisons suffice
    v.keys({ImGuiKey_Enter, ImGuiKey_Escape});
    v.close();
    CHECK(v.ballots().front().marks.size() == 20);
}

TEST_CASE("the pairs that a ballot compares do not say as which one it was cast")
{
    Voting v;
    v.open(Method::pairwise);
    for (int voter = 0; voter < 4; ++voter) {
        v.keys({ImGuiKey_B});
        for (int n = 0; n < 20; ++n) v.keys({ImGuiKey_1});
        v.keys({ImGuiKey_Enter, ImGuiKey_Escape});
    }
    REQUIRE(v.cast() == 4);
    v.close();
    using Pairs = std::set<std::pair<int, int>>;
    std::set<Pairs> in_turn, compared;
    for (int turn = 0; turn < 4; ++turn) {
        auto const asked = analysis::pairs_to_ask(8, turn, analysis::pairs_per_person);
        in_turn.insert(Pairs(asked.begin(), asked.end()));
    }
    auto const cases = v.rules().cases;
    for (auto const& ballot : v.ballots()) {
        Pairs of_ballot;
        for (auto const& mark : ballot.marks)
            of_ballot.insert(
                std::minmax({static_cast<int>(std::ranges::find(cases, mark.on) - cases.begin()),
                             mark.value - 1}));
        compared.insert(of_ballot);
    }
    CHECK(compared != in_turn);
}

TEST_CASE("a budget: cases that do not fit are disabled with the reason")
{
    Voting v;
    v.open(Method::budget, with_money);
    v.driver.click("vote.ballot");
    CHECK(!v.driver.enabled("ballot.row.7")); // 7,000 of 6,000
    CHECK(!v.driver.enabled("ballot.row.8")); // without a cost
    v.driver.click("ballot.row.6");
    v.keys({ImGuiKey_DownArrow, ImGuiKey_Space});
    CHECK(v.driver.shows("ballot.refused"));
    v.driver.click("ballot.cast");
    v.driver.click("receipt.end");
    v.close();
    CHECK(v.ballots().front().marks.size() == 1);
}

TEST_CASE("random keys give a valid ballot, by every counting method")
{
    constexpr std::array presses{int{ImGuiKey_0},
                                 int{ImGuiKey_1},
                                 int{ImGuiKey_2},
                                 int{ImGuiKey_5},
                                 int{ImGuiKey_9},
                                 int{ImGuiKey_UpArrow},
                                 int{ImGuiKey_DownArrow},
                                 int{ImGuiKey_LeftArrow},
                                 int{ImGuiKey_RightArrow},
                                 int{ImGuiKey_Space},
                                 int{ImGuiKey_Backspace},
                                 int{ImGuiKey_E},
                                 int{ImGuiKey_Equal},
                                 int{ImGuiKey_Minus},
                                 int{ImGuiKey_Home},
                                 ImGuiMod_Alt | ImGuiKey_UpArrow,
                                 ImGuiMod_Alt | ImGuiKey_DownArrow,
                                 ImGuiMod_Shift | ImGuiKey_RightArrow,
                                 int{ImGuiKey_End},
                                 int{ImGuiKey_Delete}};
    support::SeededRandomSource random{3};
    for (auto const& view : ui::method_views()) {
        auto const method = view.method;
        CAPTURE(base::name_of(method));
        Voting v;
        v.open(method, with_money);
        for (std::size_t voter = 1; voter <= 3; ++voter) {
            v.keys({ImGuiKey_B});
            for (int n = 0; n < 60; ++n) v.keys({presses.at(random.draw() % presses.size())});
            v.keys({ImGuiKey_Enter});
            if (v.driver.shows("ballot.cast")) v.keys({ImGuiKey_Enter}); // the second page
            if (v.driver.shows("blank.yes")) v.driver.click("blank.yes");
            v.driver.frame(2);
            if (!v.driver.shows("receipt.end"))
                v.driver.click("ballot.blank"), v.driver.click("blank.yes");
            REQUIRE(v.driver.shows("receipt.end"));
            v.driver.click("receipt.end");
            CHECK(v.cast() == voter);
        }
        v.close();
        CHECK(v.ballots().size() == 3);
    }
}

TEST_CASE("screen, journal and exports reveal nothing of an open round")
{
    for (auto const& view : ui::method_views()) {
        auto const method = view.method;
        CAPTURE(base::name_of(method));
        auto run = [&](int row, int key) {
            Voting v;
            v.open(method, with_money);
            v.keys({ImGuiKey_B});
            for (int n = 0; n < row; ++n) v.keys({ImGuiKey_DownArrow});
            v.keys({key});
            if (model::voting_method(method).ballot != model::BallotType::orders)
                v.keys({ImGuiKey_Space});
            v.keys({ImGuiKey_Enter});
            if (v.driver.shows("ballot.cast")) v.keys({key, ImGuiKey_Enter});
            REQUIRE(v.driver.shows("receipt.end"));
            v.driver.frame(30);
            auto out = read_out(v);
            v.driver.click("receipt.end");
            v.driver.settle();
            out += read_out(v);
            v.host.remember();
            for (auto const& entry : v.host.kept) out += entry.label + "\n";
            out += std::to_string(model::table<model::Ballot>(v.doc()).size());
            return out + exchange::show_json(v.doc(), v.host.kept.size(), "");
        };
        CHECK(run(1, ImGuiKey_1) == run(3, ImGuiKey_2));
    }
}

TEST_CASE(
    "in both languages and by every counting method, the booth shows the remainder and how to cast")
{
    for (std::string const language : {"fr", "en"})
        for (auto const& view : ui::method_views()) {
            auto const method = view.method;
            CAPTURE(base::name_of(method));
            Voting v(language);
            v.open(method, with_money);
            v.keys({ImGuiKey_B});
            CHECK(v.driver.shows("ballot.left"));
            CHECK(v.driver.shows("ballot.blank"));
            CHECK((v.driver.shows("ballot.cast") || v.driver.shows("ballot.next")));
            v.keys({ImGuiKey_Escape}); // an empty ballot is left without a question
            CHECK(!v.driver.shows("ballot.left"));
            CHECK(v.cast() == 0);
        }
}
