#include "analysis/voting/tally.h"
#include "exchange/elections/election.h"
#include "shared_files.h"

#include <doctest/doctest.h>

#include <map>

// Published elections, imported by the program, counted by every method and compared with
// independent results.
using namespace analysis;
using model::BlankPolicy;
using model::Method;
using model::Rule;
using Json = nlohmann::json;

namespace {

struct Taken {
    model::Document doc;
    model::RoundId round;
    std::map<model::CaseId, std::string> names; // the file's own
    std::map<std::string, model::CaseId> ids;
    std::int64_t blanks = 0; // as the import says it

    [[nodiscard]] Tally counted(TallyOptions options) const
    {
        options.resamples = 0;
        auto result = tally(doc, round, options);
        REQUIRE_MESSAGE(result, (result ? "" : result.error().where));
        return *std::move(result);
    }
    [[nodiscard]] Tally by(Method method) const
    {
        TallyOptions options;
        options.method = method;
        return counted(options);
    }
    [[nodiscard]] Tally by(Rule rule, BlankPolicy blank = BlankPolicy::below) const
    {
        TallyOptions options;
        options.rule = rule;
        options.blank = blank;
        return counted(options);
    }
    [[nodiscard]] std::string name(model::CaseId id) const { return names.at(id); }
    [[nodiscard]] Json listed(std::vector<model::CaseId> const& cases) const
    {
        Json out = Json::array();
        for (auto id : cases) out.push_back(name(id));
        return out;
    }
    // PrefLib's names are numbers.
    [[nodiscard]] Json numbered(std::vector<model::CaseId> const& cases) const
    {
        Json out = Json::array();
        for (auto id : cases) out.push_back(std::stoi(name(id)));
        return out;
    }
    void check_scores(Tally const& result, Json const& expected) const
    {
        CHECK(result.cases.size() == expected.size());
        for (auto const& line : result.cases)
            CHECK(value(line.score) == expected[name(line.on)].get<double>());
    }
    void check_ranks(Tally const& result, Json const& expected) const
    {
        CHECK(result.cases.size() == expected.size());
        for (auto const& line : result.cases)
            CHECK(line.rank == expected[name(line.on)].get<int>());
    }
};

std::optional<Taken> take(std::string const& bytes, std::string const& file)
{
    auto const format = exchange::election_format(bytes, file);
    if (!format) return std::nullopt;
    std::uint64_t last = 0;
    exchange::ElectionMints const mints{[&] { return model::CaseId{++last}; },
                                        [&] { return model::RoundId{++last}; }};
    auto const plan = exchange::plan_election(bytes, file, *format, mints, 1);
    if (!plan) return std::nullopt;
    Taken out;
    auto const changes = edit::plan(out.doc, plan->command);
    if (!changes || !model::apply(out.doc, *changes)) return std::nullopt;
    out.round = plan->command.id;
    out.blanks = plan->blanks;
    for (auto const& one : plan->command.cases) {
        auto const source = model::get<model::Case>(out.doc, one.id).source;
        auto const id = source.substr(source.rfind(": ") + 2);
        out.names[one.id] = id;
        out.ids[id] = one.id;
    }
    return out;
}

std::optional<Taken> shared_election(std::string const& path)
{
    auto const bytes = shared::bytes("data/" + path);
    if (!bytes) return std::nullopt;
    auto taken = take(*bytes, path.substr(path.rfind('/') + 1));
    REQUIRE(taken);
    return taken;
}

void check_square(Square const& square, Json const& rows)
{
    REQUIRE(square.size == rows.size());
    for (std::size_t i = 0; i < square.size; ++i)
        for (std::size_t j = 0; j < square.size; ++j)
            CHECK(square.at(i, j) == rows[i][j].get<std::int64_t>());
}

constexpr std::int64_t hundredths = 100; // in a unit of money

} // namespace

TEST_CASE("Published budgets, taken from their files, give every figure computed apart")
{
    auto const expected = shared::json("expected/pabulib.json");
    if (!expected) CADRAN_SKIP("no shared results");
    for (auto const& [name, one] : expected->items()) {
        auto const file = name;
        CAPTURE(file);
        auto const taken = shared_election("pabulib/" + file);
        if (!taken) CADRAN_SKIP("no shared data");
        auto const approvals = taken->by(Method::approval);
        CHECK(approvals.voters == one["n_votes"].get<std::int64_t>());
        taken->check_scores(approvals, one["supporters"]);
        if (one.contains("score")) taken->check_scores(taken->by(Method::dots), one["score"]);
        struct Greedily {
            Rule rule;
            char const* key;
        };
        for (auto const& way : {Greedily{Rule::greedy, "greedy_by_score_skip"},
                                Greedily{Rule::greedy_no_skip, "greedy_by_score_noskip"},
                                Greedily{Rule::greedy_per_cost, "greedy_by_score_per_cost"}}) {
            auto const bought = *taken->by(way.rule).selection;
            CHECK(taken->listed(bought.selected) == one[way.key]["selected"]);
            CHECK(bought.budget - bought.cost ==
                  one[way.key]["left"].get<std::int64_t>() * hundredths);
        }
        auto const best = *taken->by(Rule::knapsack).selection;
        CHECK(best.value == ratio(one["knapsack_max_total_score"]["value"].get<std::int64_t>(), 1));
        struct Shared {
            Rule rule;
            char const* key;
        };
        for (auto const& way : {Shared{Rule::equal_shares, "mes_cost"},
                                Shared{Rule::equal_shares_count, "mes_card"}}) {
            if (!one.contains(way.key)) continue;
            auto const& said = one[way.key];
            auto const bought = *taken->by(way.rule).selection;
            CHECK(taken->listed(bought.selected) == said["add1"]);
            CHECK(bought.cost == said["add1_cost"].get<std::int64_t>() * hundredths);
            CHECK(bought.equal_shares->steps == said["add1_iterations"].get<std::int64_t>());
            CHECK(bought.equal_shares->virtual_money ==
                  said["add1_virtual_budget"].get<std::int64_t>() * hundredths);
            CHECK(bought.equal_shares->fixed_cost ==
                  said["fixed_cost"].get<std::int64_t>() * hundredths);
            CHECK(taken->listed(bought.equal_shares->completed) == said["add1_then_utilitarian"]);
        }
    }
}

TEST_CASE("A project named without points has the published number of votes, and no supporter")
{
    std::string const text = "META\nkey;value\nnum_votes;3\nvote_type;cumulative\n"
                             "max_sum_points;5\nPROJECTS\nproject_id;cost;votes;score\n"
                             "a;10;3;7\nb;20;2;3\nc;5;1;0\nVOTES\nvoter_id;vote;points\n"
                             "1;a,b;5,0\n2;a,b;2,3\n3;a,c;0,0\n";
    auto const taken = take(text, "v.pb");
    REQUIRE(taken);
    auto const result = taken->by(Method::dots);
    auto const line = [&](char const* id) { return *result.find(taken->ids.at(id)); };
    CHECK(line("a").named == 3);
    CHECK(line("a").supporters == 2);
    CHECK(line("a").score == ratio(7, 1));
    CHECK(line("b").named == 2);
    CHECK(line("b").supporters == 1);
    CHECK(line("c").named == 1);
    CHECK(line("c").supporters == 0);
    CHECK(result.blanks == 1); // who spread no point at all
    CHECK(taken->blanks == 1);
}

TEST_CASE("Published rankings, taken from their files, give every figure computed apart")
{
    auto const expected = shared::json("expected/preflib_ranked.json");
    if (!expected) CADRAN_SKIP("no shared results");
    for (auto const& [name, one] : expected->items()) {
        auto const file = name;
        CAPTURE(file);
        auto const taken = shared_election("preflib/" + file);
        if (!taken) CADRAN_SKIP("no shared data");
        auto const borda = taken->by(Rule::borda);
        CHECK(borda.voters == one["n_voters"].get<std::int64_t>());
        taken->check_scores(borda, one["borda_avg_ties"]);
        for (auto const& line : borda.cases)
            CHECK(model::get<model::Case>(taken->doc, line.on).title ==
                  one["names"][taken->name(line.on)].get<std::string>());
        taken->check_scores(taken->by(Rule::borda_zero), one["borda_unranked_zero"]);

        auto const schulze = taken->by(Rule::schulze);
        auto const& orders = *schulze.orders;
        auto const& paths = one["schulze_winning_votes"];
        taken->check_ranks(schulze, paths["rank"]);
        CHECK(taken->numbered(schulze.winners) == paths["winners"]);
        if (!one["pairwise"].is_null()) check_square(orders.wins, one["pairwise"]);
        if (paths.contains("strengths") && !paths["strengths"].is_null())
            check_square(orders.paths, paths["strengths"]);
        auto const number = [&](std::optional<model::CaseId> id) {
            return id ? Json(std::stoi(taken->name(*id))) : Json(nullptr);
        };
        CHECK(number(orders.condorcet_winner) == one["condorcet_winner"]);
        CHECK(number(orders.condorcet_loser) == one["condorcet_loser"]);
        REQUIRE(orders.concordance);
        CHECK(*orders.concordance == doctest::Approx(one["kendall_w"].get<double>()));

        auto const pairs = taken->by(Rule::ranked_pairs);
        auto const& locked = one["ranked_pairs_winning_votes"];
        CHECK(taken->numbered(pairs.orders->pairs_order) == locked["order"]);
        CHECK(taken->numbered(pairs.winners) == locked["winners"]);
        CHECK(pairs.orders->equal_majorities == locked["has_equal_majorities"].get<bool>());
    }
}

TEST_CASE("The same ballots written as each format writes them are the same election")
{
    // Three cases, five people; one of them ranks nothing.
    std::string const orders = "# DATA TYPE: toi\n# NUMBER ALTERNATIVES: 3\n"
                               "# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n"
                               "# ALTERNATIVE NAME 3: C\n2: 1,{2,3}\n2: {1,2},3\n";
    std::string const older = "3\n1,A\n2,B\n3,C\n4,4,2\n2,1,{2,3}\n2,{1,2},3\n";
    for (auto const& text : {orders, older}) {
        auto const taken = take(text, "v.toi");
        REQUIRE(taken);
        auto const borda = taken->by(Rule::borda);
        CHECK(borda.voters == 4);
        CHECK(borda.find(taken->ids.at("1"))->score == ratio(7, 1)); // 2·2 + 2·(1 + 1/2)
        CHECK(borda.find(taken->ids.at("2"))->score == ratio(4, 1)); // 2·1/2 + 2·(1 + 1/2)
        CHECK(borda.find(taken->ids.at("3"))->score == ratio(1, 1));
    }
    // Line ends, byte order mark and blanks as other systems write them.
    auto const windows = take("\xEF\xBB\xBF# DATA TYPE: soi\r\n# NUMBER ALTERNATIVES: 2\r\n"
                              "# ALTERNATIVE NAME 1: A\r\n# ALTERNATIVE NAME 2: B\r\n"
                              "3:  1 , 2 \r\n 1: 2\r\n",
                              "v.soi");
    REQUIRE(windows);
    CHECK(windows->by(Rule::schulze).winners == std::vector{windows->ids.at("1")});

    auto const scored = take("META\nkey;value\nnum_votes;2\nvote_type;scoring\nPROJECTS\n"
                             "project_id;cost\na;10\nb;20\nVOTES\nvoter_id;vote;points\n"
                             "1;a,b;5,0\n2;a;4\n",
                             "v.pb");
    REQUIRE(scored);
    TallyOptions means;
    means.method = Method::score;
    means.blank = BlankPolicy::no_opinion;
    auto const result = scored->counted(means);
    CHECK(result.find(scored->ids.at("a"))->score == ratio(9, 2));
    CHECK(result.find(scored->ids.at("b"))->score == ratio(0, 1)); // a zero is a score
    CHECK(result.find(scored->ids.at("b"))->answers == 1);
}
