#include "support/folders.h"
#include "support/parsed.h"
#include "support/skip.h"
#include "terminal.h"

#include <algorithm>
#include <map>
#include <regex>
#include <vector>

// `cadran import` of elections and `cadran tally`: JSON for scripts and text for people.
using Json = nlohmann::json;
using terminal::Said;
using terminal::Terminal;

namespace {

// The 45 ballots of Schulze's example, in PrefLib's format.
constexpr char const* forty_five = R"(# FILE NAME: forty-five.soc
# TITLE: Forty-five ballots
# DATA TYPE: soc
# NUMBER ALTERNATIVES: 5
# NUMBER VOTERS: 45
# NUMBER UNIQUE ORDERS: 8
# ALTERNATIVE NAME 1: A
# ALTERNATIVE NAME 2: B
# ALTERNATIVE NAME 3: C
# ALTERNATIVE NAME 4: D
# ALTERNATIVE NAME 5: E
5: 1,3,2,5,4
5: 1,4,5,3,2
8: 2,5,4,1,3
3: 3,1,2,5,4
7: 3,1,5,2,4
2: 3,2,1,4,5
7: 4,3,5,2,1
8: 5,2,1,4,3
)";

// Ten voters, three projects; six voters vote alike.
constexpr char const* small_town = R"(META
key;value
description;A small town
num_projects;3
num_votes;10
budget;10000
vote_type;approval
currency;EUR
PROJECTS
project_id;cost;name
p;6000;Park
b;4000;Bench
l;4000;Library
VOTES
voter_id;vote
1;p,b
2;p,b
3;p,b
4;p,b
5;p,b
6;p,b
7;l
8;l
9;l
10;l
)";

// The treatment of unranked cases decides the winner: few ballots rank C, which beats each case
// ranked beside it.
constexpr char const* blanks_matter = R"(# DATA TYPE: soi
# TITLE: Blanks
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 9
# NUMBER UNIQUE ORDERS: 3
# ALTERNATIVE NAME 1: A
# ALTERNATIVE NAME 2: B
# ALTERNATIVE NAME 3: C
5: 1,2
2: 3,1,2
2: 2
)";

constexpr char const* words_of_judges = R"(# DATA TYPE: cat
# TITLE: Judges
# NUMBER ALTERNATIVES: 2
# NUMBER VOTERS: 5
# NUMBER UNIQUE PREFERENCES: 2
# NUMBER CATEGORIES: 3
# CATEGORY NAME 1: Good
# CATEGORY NAME 2: Fair
# CATEGORY NAME 3: Bad
# ALTERNATIVE NAME 1: A
# ALTERNATIVE NAME 2: B
3: {1},{2},{}
2: {2},{},{1}
)";

constexpr char const* points_given = R"(META
key;value
description;Points
num_projects;2
num_votes;3
budget;10
vote_type;cumulative
max_sum_points;4
PROJECTS
project_id;cost
1;6
2;5
VOTES
voter_id;vote;points
1;1,2;3,1
2;1;4
3;;
)";

struct Election : Terminal {
    explicit Election(std::string const& name, std::string const& bytes)
    {
        write(name, bytes);
        REQUIRE(run("new s.cadran --template simple").code == 0);
        auto const said = run("import s.cadran " + name);
        REQUIRE_MESSAGE(said.code == 0, said.err);
    }
    [[nodiscard]] Json tally(std::string const& arguments) const
    {
        return run("tally s.cadran --json " + arguments).json();
    }
};

std::vector<std::string> titles(Json const& result)
{
    std::vector<std::string> out;
    for (auto const& row : result["results"]) out.push_back(row["title"]);
    return out;
}

std::vector<std::string> titles(Json const& result, Json const& ids)
{
    std::map<std::uint64_t, std::string> by_id;
    for (auto const& row : result["results"])
        by_id[row["case"].get<std::uint64_t>()] = row["title"];
    std::vector<std::string> out;
    for (auto const& id : ids) out.push_back(by_id.at(id.get<std::uint64_t>()));
    return out;
}

Json row(Json const& result, std::string const& title)
{
    for (auto const& one : result["results"])
        if (one["title"] == title) return one;
    return {};
}

using Titles = std::vector<std::string>;

} // namespace

TEST_CASE("Every result states its counting method, the meaning of blanks, the rule of ties, "
          "ballots and blanks")
{
    Election const town("town.pb", small_town);
    for (auto const* method : {"approval", "dots", "score", "majority-judgment", "borda", "schulze",
                               "ranked-pairs", "greedy", "knapsack", "equal-shares"}) {
        CAPTURE(method);
        auto const result = town.tally(std::string("--method ") + method);
        CHECK(result["round"] == 1);
        CHECK(result["method"] == method);
        CHECK(result["blank"] == "below");
        auto const name = std::string(method);
        CHECK(result["tie_rule"] == (name == "dots" || name == "score" ? "supporters"
                                     : name == "majority-judgment"     ? "grades"
                                                                       : "shared"));
        CHECK(result["voters"] == 10);
        CHECK(result["blanks"] == 0);
        CHECK(result["results"].size() == 3);
        for (auto const& line : result["results"])
            for (auto const* key : {"case", "title", "score", "rank", "tied"})
                CHECK(line.contains(key));
        CHECK(!result["winners"].empty());
    }
}

TEST_CASE("A ranking is shown three ways with its duels, strongest paths and cycle")
{
    Election const election("v.soc", forty_five);
    auto const schulze = election.tally("--method schulze");
    CHECK(titles(schulze) == Titles{"E", "A", "C", "B", "D"});
    CHECK(titles(schulze, schulze["winners"]) == Titles{"E"});
    CHECK(schulze["pairwise"]["wins"][0] == Json({0, 20, 26, 30, 22}));
    CHECK(schulze["pairwise"]["strongest_paths"][4] == Json({25, 28, 28, 31, 0}));
    CHECK(schulze["pairwise"]["condorcet_winner"].is_null());
    CHECK(schulze["pairwise"]["cycles"].size() == 1);
    auto const pairs = election.tally("--method ranked-pairs");
    CHECK(titles(pairs) == Titles{"A", "C", "E", "B", "D"});
    CHECK(titles(pairs, pairs["side_by_side"]["ranked_pairs"]["order"]) == titles(pairs));
    auto const borda = election.tally("--method borda");
    CHECK(titles(borda) == Titles{"E", "A", "B", "C", "D"});
    CHECK(row(borda, "E")["score"] == 102);
    CHECK(election.tally("")["method"] == "schulze"); // the default method
}

TEST_CASE("The option for the meaning of a blank changes the winner")
{
    Election const election("blanks.soi", blanks_matter);
    auto const below = election.tally("--method schulze --blank below");
    CHECK(below["blank"] == "below");
    CHECK(titles(below, below["winners"]) == Titles{"A"});
    auto const none = election.tally("--method schulze --blank no-opinion");
    CHECK(none["blank"] == "no-opinion");
    CHECK(titles(none, none["winners"]) == Titles{"C"});
    CHECK(row(election.tally("--method borda"), "C")["score"] == 5);
}

TEST_CASE("A budget is spent by its rule, with the exact payment of each voter")
{
    Election const town("town.pb", small_town);
    auto const greedy = town.tally("--method greedy");
    CHECK(titles(greedy, greedy["selection"]["selected"]) == Titles{"Bench", "Park"});
    CHECK(greedy["selection"]["left"] == 0);
    auto const best = town.tally("--method knapsack");
    CHECK(best["selection"]["value"] == 12);
    auto const shared = town.tally("--method equal-shares");
    CHECK(shared["selection"]["budget"] == 10000);
    CHECK(titles(shared, shared["winners"]) == Titles{"Bench", "Library"});
    CHECK(shared["selection"]["equal_shares"]["bought"][0]["rate"].is_string());
    auto const poorer = town.tally("--method greedy --budget '5 000 €'");
    CHECK(titles(poorer, poorer["winners"]) == Titles{"Bench"});
    CHECK(town.run("tally s.cadran --method greedy --budget beaucoup").code == 2);
}

TEST_CASE("Majority judgments are printed with gauges, points with sums")
{
    Election const judged("judges.cat", words_of_judges);
    auto const result = judged.tally("");
    CHECK(result["method"] == "majority-judgment");
    CHECK(titles(result) == Titles{"A", "B"});
    auto const gauge = row(result, "A")["gauge"];
    CHECK(gauge["label"] == "Good");
    CHECK(gauge["sign"] == "-");
    CHECK(gauge["counts"] == Json({2, 0, 3}));

    Election const given("points.pb", points_given);
    auto const points = given.tally("--method dots");
    CHECK(row(points, "1")["score"] == 7);
    CHECK(points["voters"] == 3);
    CHECK(points["blanks"] == 1);
    auto const means = given.tally("--method score --blank no-opinion");
    CHECK(row(means, "1")["score_exact"] == "7/2");
}

TEST_CASE("A result is printed as text in both languages")
{
    Election const election("v.soc", forty_five);
    auto const french = election.run("tally s.cadran --method ranked-pairs", "fr");
    CHECK(french.out.find("45 bulletins") != std::string::npos);
    CHECK(french.out.find("au-dessous de tout") != std::string::npos);
    CHECK(french.out.find("E > A > C > B > D") != std::string::npos);
    CHECK(french.out.find("Cycle") != std::string::npos);
    auto const english = election.run("tally s.cadran --method ranked-pairs", "en");
    CHECK(english.out.find("ranked pairs: A > C > E > B > D") != std::string::npos);
    CHECK(french.err.empty());
}

TEST_CASE("Rankings are counted by transfers, for as many cases as are asked for")
{
    Election const election("v.soc", forty_five);
    auto const two = election.tally("--method stv --first 2"); // as Droop 0.14 counts it
    CHECK(two["method"] == "stv");
    CHECK(two["tie_rule"] == "earlier");
    CHECK(titles(two, two["winners"]) == Titles{"C", "E"});
    auto const count = two["transfers"];
    CHECK(count["seats"] == 2);
    CHECK(count["quota"] == 16);
    CHECK(titles(two, count["excluded"]) == Titles{"D", "B"});
    CHECK(titles(two, count["cases"]) == Titles{"A", "B", "C", "D", "E"});
    REQUIRE(count["stages"].size() == 4);
    CHECK(count["stages"][3]["votes"] == Json({11.89468, 0, 16, 0, 17.10523}));
    CHECK(row(two, "E")["selected"] == true);
    CHECK(row(two, "A")["selected"] == false);

    auto const french = election.run("tally s.cadran --method stv --first 2", "fr");
    CHECK(french.out.find("vote transférable") != std::string::npos);
    CHECK(french.out.find("16 voix suffisent") != std::string::npos);
    CHECK(french.out.find("Tour 3\u00A0:") != std::string::npos);
    auto const english = election.run("tally s.cadran --method stv --first 2", "en");
    CHECK(english.out.find("Stage 4") != std::string::npos);
    CHECK(election.run("tally s.cadran --method stv --first 9").code == 2);
}

TEST_CASE("An invalid election is refused as a whole, in one sentence with its line")
{
    Terminal const t;
    REQUIRE(t.run("new s.cadran --template simple").code == 0);
    auto broken = [&](std::string text, std::string const& what, std::string const& by) {
        auto const at = text.find(what);
        REQUIRE(at != std::string::npos);
        return text.replace(at, what.size(), by);
    };
    struct Bad {
        char const* name;
        std::string bytes;
        char const* line;
    };
    for (auto const& bad :
         {Bad{"a.pb", broken(small_town, "10;l", "10;x"), "line 25"},
          Bad{"c.pb", broken(small_town, "approval", "applause"), "line 7"},
          Bad{"d.pb", broken(small_town, "p;6000", "p;-6000"), "line 11"},
          Bad{"f.soc", broken(forty_five, "8: 5,2,1,4,3", "8: 5,2,1,4,4"), "line 19"},
          Bad{"g.soc", broken(forty_five, "8: 5,2,1,4,3", "8: 5,2,1,4"), "line 19"},
          Bad{"h.soc", broken(forty_five, "8: 5,2,1,4,3", "8: 5,2,1,4,{3}}"), "line 19"},
          Bad{"i.pb", "", ""}, Bad{"j.pb", std::string(3, '\0'), ""}}) {
        t.write(bad.name, bad.bytes);
        auto const said = t.run(std::string("import s.cadran ") + bad.name, "en");
        CAPTURE(bad.name);
        CAPTURE(said.err);
        CHECK(said.code == 1);
        CHECK(said.out.empty());
        CHECK(std::count(said.err.begin(), said.err.end(), '\n') == 1);
        CHECK(said.err.find(bad.line) != std::string::npos);
    }
    auto const shown = t.run("show s.cadran --json").json();
    CHECK(shown["entries"] == 1);
    CHECK(shown["cases"].empty());
    CHECK(t.run("verify s.cadran").code == 0);

    // A count announced otherwise than found is said by name, and the election is taken.
    struct Told {
        char const* name;
        std::string bytes;
        char const* line;
    };
    for (auto const& told :
         {Told{"b.pb", broken(small_town, "num_votes;10", "num_votes;11"), "num_votes"},
          Told{"e.soc", broken(forty_five, "NUMBER VOTERS: 45", "NUMBER VOTERS: 44"),
               "NUMBER VOTERS"}}) {
        t.write(told.name, told.bytes);
        auto const said = t.run(std::string("import s.cadran ") + told.name, "en");
        CAPTURE(said.err);
        CHECK(said.code == 0);
        CHECK((said.out + said.err).find(told.line) != std::string::npos);
    }
}

TEST_CASE("ballots of fewer than five are counted by the method of their vote only")
{
    Terminal const shell;
    REQUIRE(shell.run("new public.cadran --template simple").code == 0);
    shell.write("notes.csv", "votant;A;B\n1;5;3\n2;4;3\n3;0;3\n");
    REQUIRE(
        shell.run("import public.cadran notes.csv --as ballots --method score --scale 0..5").code ==
        0);
    CHECK(shell.run("tally public.cadran --method approval").code == 0); // it was published
    REQUIRE(shell.run("export public.cadran --ballots -o public.json").code == 0);
    auto const session = support::bytes_of(shell.folder / "public.json");
    std::regex const source(R"("source": "imported")");
    shell.write("room.json", std::regex_replace(session, source, R"("source": "keyboard")"));
    REQUIRE(shell.run("new room.cadran --from room.json").code == 0);
    auto const own = shell.run("tally room.cadran --json");
    CHECK(own.code == 0);
    CHECK(own.json()["totals_only"] == true);
    for (char const* language : {"fr", "en"}) {
        auto const other = shell.run("tally room.cadran --json --method approval", language);
        CHECK(other.code == 1);
        CHECK(other.out.empty());
        CHECK(other.err.find('5') != std::string::npos);
        CHECK(std::count(other.err.begin(), other.err.end(), '\n') == 1);
    }
}

TEST_CASE("A vote that the counting method cannot count is an error")
{
    Election const election("v.soc", forty_five);
    for (auto const* arguments : {"--method approval", "--method dots", "--method equal-shares",
                                  "--method majority-judgment"}) {
        CAPTURE(arguments);
        auto const said = election.run(std::string("tally s.cadran --json ") + arguments, "en");
        CHECK(said.code == 1);
        CHECK(said.out.empty());
        CHECK(std::count(said.err.begin(), said.err.end(), '\n') == 1);
    }
    for (auto const* arguments : {"--method tarot", "--blank white", "--budget -3", "--round 2"})
        CHECK(election.run(std::string("tally s.cadran ") + arguments).code == 2);
}

TEST_CASE("Published elections counted by the program itself give the published results")
{
    auto const shared = support::shared_dir();
    std::ifstream budgets(shared / "expected" / "pabulib.json");
    std::ifstream orders(shared / "expected" / "preflib_ranked.json");
    if (!budgets || !orders) CADRAN_SKIP("the shared results are not here");

    auto const assen = support::parsed(budgets)["Netherlands_Assen_2024.pb"];
    Terminal const t;
    REQUIRE(t.run("new s.cadran --template simple").code == 0);
    REQUIRE(t.run("import s.cadran '" +
                  (shared / "data/pabulib/Netherlands_Assen_2024.pb").string() + "'")
                .code == 0);
    std::map<std::uint64_t, std::string> names; // names from the file, by case
    auto const read_names = [&] {
        auto const shown = t.run("show s.cadran --json").json();
        for (auto const& one : shown["cases"]) {
            auto const source = one["source"].get<std::string>();
            names[one["id"].get<std::uint64_t>()] = source.substr(source.rfind(' ') + 1);
        }
    };
    read_names();
    auto const named = [&](Json const& ids) {
        Json out = Json::array();
        for (auto const& id : ids) out.push_back(names.at(id.get<std::uint64_t>()));
        return out;
    };
    auto const counted = [&](std::string const& method) {
        return t.run("tally s.cadran --json --method " + method).json();
    };
    auto const approvals = counted("approval");
    CHECK(approvals["voters"] == assen["n_votes"]);
    for (auto const& line : approvals["results"])
        CHECK(line["score"] == assen["supporters"][names.at(line["case"].get<std::uint64_t>())]);
    CHECK(named(counted("greedy")["selection"]["selected"]) ==
          assen["greedy_by_score_skip"]["selected"]);
    CHECK(counted("knapsack")["selection"]["value"] == assen["knapsack_max_total_score"]["value"]);
    auto const equal = counted("equal-shares");
    CHECK(named(equal["selection"]["selected"]) == assen["mes_cost"]["add1"]);
    CHECK(equal["selection"]["cost"] == assen["mes_cost"]["add1_cost"]);

    auto const shirts = support::parsed(orders)["00012/00012-00000001.soc"];
    REQUIRE(t.run("import s.cadran '" +
                  (shared / "data/preflib/00012/00012-00000001.soc").string() + "'")
                .code == 0);
    read_names();
    auto const schulze = counted("schulze --round 2");
    CHECK(schulze["pairwise"]["wins"] == shirts["pairwise"]);
    for (auto const& line : schulze["results"])
        CHECK(line["rank"] ==
              shirts["schulze_winning_votes"]["rank"][names.at(line["case"].get<std::uint64_t>())]);
    auto const borda = counted("borda --round 2");
    for (auto const& line : borda["results"])
        CHECK(line["score"] ==
              shirts["borda_avg_ties"][names.at(line["case"].get<std::uint64_t>())]);
    Json numbers = Json::array();
    auto const pairs = counted("ranked-pairs --round 2");
    for (auto const& line : pairs["results"])
        numbers.push_back(std::stoi(names.at(line["case"].get<std::uint64_t>())));
    CHECK(numbers == shirts["ranked_pairs_winning_votes"]["order"]);
}
