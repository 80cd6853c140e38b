#include "analysis/counting/equal_shares.h"
#include "analysis/voting/budget.h"
#include "pabulib.h"
#include "shared_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <random>

using namespace analysis;

namespace {

constexpr std::int64_t unit = 100;

std::vector<Project> projects_of(pabulib::Election const& election)
{
    std::vector<Project> out;
    for (auto const& project : election.projects)
        out.push_back({project.cost * unit, project.score, static_cast<std::uint32_t>(out.size())});
    return out;
}

std::vector<std::string> ids(pabulib::Election const& election,
                             std::vector<std::uint32_t> const& selected)
{
    std::vector<std::string> out;
    for (auto i : selected) out.push_back(election.projects[i].id);
    return out;
}

std::vector<std::string> ids(pabulib::Election const& election, Shares const& shares)
{
    std::vector<std::string> out;
    for (auto const& share : shares.bought) out.push_back(election.projects[share.project].id);
    return out;
}

std::vector<std::string> list(nlohmann::json const& names)
{
    return names.get<std::vector<std::string>>();
}

// Votes for projects, and the projects' costs.
struct Town {
    std::vector<std::vector<Vote>> ballots;
    std::vector<Offer> offers;

    [[nodiscard]] std::vector<Backer> backers() const
    {
        std::vector<Backer> out;
        for (auto const& ballot : ballots) out.push_back({ballot, 1});
        return out;
    }
    [[nodiscard]] std::int64_t people() const { return static_cast<std::int64_t>(ballots.size()); }
};

Town town_of(pabulib::Election const& election)
{
    Town town;
    for (auto const& [key, ballot] : model::table<model::Ballot>(election.doc)) {
        std::vector<Vote> votes;
        for (auto const& mark : ballot.marks)
            votes.push_back({static_cast<std::uint32_t>(mark.on.value - 101), mark.value});
        town.ballots.push_back(std::move(votes));
    }
    for (auto const& project : election.projects)
        town.offers.push_back(
            {project.cost * unit, static_cast<std::uint32_t>(town.offers.size())});
    return town;
}

Town some_town(std::mt19937& random, int voters, int projects, int most_cost)
{
    Town town;
    for (int i = 0; i < projects; ++i)
        town.offers.push_back(
            {unit * (1 + static_cast<int>(random() % static_cast<unsigned>(most_cost))),
             static_cast<std::uint32_t>(i)});
    for (int v = 0; v < voters; ++v) {
        std::vector<Vote> votes;
        for (int i = 0; i < projects; ++i)
            if (random() % 3 == 0)
                votes.push_back(
                    {static_cast<std::uint32_t>(i), static_cast<int>(1 + random() % 3)});
        town.ballots.push_back(std::move(votes));
    }
    return town;
}

// A direct implementation of the paper, voter by voter, with 128-bit fractions: slow, for small
// inputs.
class Plainly {
public:
    __extension__ using Wide = __int128;
    struct Fraction {
        Wide num = 0, den = 1;
        Fraction() = default;
        Fraction(Wide n, Wide d) // NOLINT
            : num(n)
            , den(d)
        {
            auto a = n < 0 ? -n : n;
            auto b = d;
            while (b != 0) std::swap(a %= b, b);
            if (a > 1) num /= a, den /= a;
        }
        Fraction operator-(Fraction o) const { return {num * o.den - o.num * den, den * o.den}; }
        Fraction operator+(Fraction o) const { return {num * o.den + o.num * den, den * o.den}; }
        Fraction operator*(Wide by) const { return {num * by, den}; }
        Fraction operator/(Wide by) const { return {num, den * by}; }
        bool operator<(Fraction o) const { return num * o.den < o.num * den; }
        bool operator==(Fraction const&) const = default;
    };

    Plainly(Town const& town, Fraction each, Worth worth)
        : town_(town)
        , worth_(worth)
        , left_(town.ballots.size(), each)
    {
        while (auto best = least_dear()) {
            order.push_back(*best);
            auto const rate = *rate_of(*best);
            for (std::size_t v = 0; v < left_.size(); ++v)
                if (auto const u = worth_of(v, *best); u > 0)
                    left_[v] = left_[v] - std::min(left_[v], rate * u, std::less<>());
            cost += town.offers[*best].cost;
        }
    }
    std::vector<std::uint32_t> order;
    std::int64_t cost = 0;

private:
    [[nodiscard]] std::int64_t worth_of(std::size_t voter, std::uint32_t project) const
    {
        for (auto vote : town_.ballots[voter])
            if (vote.at == project) return worth_ == Worth::votes ? vote.value : 1;
        return 0;
    }
    [[nodiscard]] std::optional<Fraction> rate_of(std::uint32_t project) const
    {
        std::vector<std::pair<Fraction, std::int64_t>> payers; // left per worth, worth
        Fraction total;
        for (std::size_t v = 0; v < left_.size(); ++v)
            if (auto const u = worth_of(v, project); u > 0) {
                payers.emplace_back(left_[v] / u, u);
                total = total + left_[v];
            }
        Fraction due{town_.offers[project].cost, 1};
        if (payers.empty() || total < due) return std::nullopt;
        std::ranges::sort(payers, [](auto const& a, auto const& b) { return a.first < b.first; });
        std::int64_t weight = 0;
        for (auto const& [left, u] : payers) weight += u;
        for (auto const& [left, u] : payers) {
            auto const rate = due / weight;
            if (!(left < rate)) return rate;
            due = due - left * u;
            weight -= u;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::uint32_t> least_dear() const
    {
        std::optional<std::uint32_t> best;
        auto key = [&](std::uint32_t i) {
            auto const rate = *rate_of(i);
            return worth_ == Worth::cost ? rate / town_.offers[i].cost : rate;
        };
        auto backers = [&](std::uint32_t i) {
            std::int64_t count = 0;
            for (std::size_t v = 0; v < left_.size(); ++v) count += worth_of(v, i) > 0 ? 1 : 0;
            return count;
        };
        for (std::uint32_t i = 0; i < town_.offers.size(); ++i) {
            if (std::ranges::find(order, i) != order.end() || !rate_of(i)) continue;
            if (!best || key(i) < key(*best) ||
                (key(i) == key(*best) && std::pair(town_.offers[i].cost, -backers(i)) <
                                             std::pair(town_.offers[*best].cost, -backers(*best))))
                best = i;
        }
        return best;
    }

    Town const& town_;
    Worth worth_;
    std::vector<Fraction> left_;
};

std::vector<std::uint32_t> order_of(Shares const& shares)
{
    std::vector<std::uint32_t> out;
    for (auto const& share : shares.bought) out.push_back(share.project);
    return out;
}

} // namespace

TEST_CASE("Published budgets: greedy three ways and the knapsack buy what was computed apart")
{
    auto const expected = shared::json("expected/pabulib.json");
    if (!expected) CADRAN_SKIP("no shared results");
    for (auto const& [name, one] : expected->items()) {
        auto const file = name;
        CAPTURE(file);
        auto const election = pabulib::read(file);
        if (!election) CADRAN_SKIP("no shared data");
        auto const projects = projects_of(*election);
        auto const budget = one["budget"].get<std::int64_t>() * unit;
        for (auto const& [how, key] : {std::pair{Greedy::skip, "greedy_by_score_skip"},
                                       {Greedy::no_skip, "greedy_by_score_noskip"},
                                       {Greedy::per_cost, "greedy_by_score_per_cost"}}) {
            auto const& of_key = key;
            CAPTURE(of_key);
            auto const bought = buy_greedily(projects, budget, how);
            CHECK(ids(*election, bought.selected) == list(one[key]["selected"]));
            CHECK(budget - bought.cost == one[key]["left"].get<std::int64_t>() * unit);
        }
        auto const best = fill_knapsack(projects, budget);
        auto const& knapsack = one["knapsack_max_total_score"];
        CHECK(best.one.value == knapsack["value"].get<std::int64_t>());
        CHECK(best.one.cost <= budget);
        auto bought = ids(*election, best.one.selected);
        auto theirs = list(knapsack["one_optimal_set"]);
        std::ranges::sort(bought);
        std::ranges::sort(theirs);
        if (!best.several) CHECK(bought == theirs);
    }
}

TEST_CASE("The example of the Pabulib format: every selection, and the knapsack worth 13")
{
    auto const vectors = shared::json("expected/textbook_vectors.json");
    if (!vectors) CADRAN_SKIP("no shared results");
    bool seen = false;
    for (auto const& one : *vectors) {
        if (one["kind"] != "participatory_budget") continue;
        seen = true;
        std::map<std::string, std::uint32_t> at;
        std::vector<std::string> names;
        std::vector<Project> projects;
        Town town;
        for (auto const& [id, cost] : one["cost"].items()) {
            at[id] = static_cast<std::uint32_t>(names.size());
            names.push_back(id);
            auto const& results = one["results"]["approvals"];
            projects.push_back(
                {cost.get<std::int64_t>() * unit, results[id].get<std::int64_t>(), at[id]});
            town.offers.push_back({projects.back().cost, at[id]});
        }
        for (auto const& ballot : one["ballots"]) {
            std::vector<Vote> votes;
            for (auto const& id : ballot) votes.push_back({at[id.get<std::string>()], 1});
            town.ballots.push_back(std::move(votes));
        }
        auto const named = [&](std::vector<std::uint32_t> const& selected) {
            std::vector<std::string> out;
            for (auto i : selected) out.push_back(names[i]);
            return out;
        };
        auto const budget = one["budget"].get<std::int64_t>() * unit;
        auto const& results = one["results"];
        CHECK(named(buy_greedily(projects, budget, Greedy::skip).selected) ==
              list(results["greedy_by_votes"]));
        CHECK(named(buy_greedily(projects, budget, Greedy::per_cost).selected) ==
              list(results["greedy_per_cost"]));
        auto const best = fill_knapsack(projects, budget);
        CHECK(best.one.value == results["knapsack_max_votes"][0].get<std::int64_t>());
        CHECK(best.one.cost == results["knapsack_max_votes"][2].get<std::int64_t>() * unit);
        auto const backers = town.backers();
        for (auto const& [worth, key] :
             {std::pair{Worth::cost, "mes_cost"}, {Worth::one, "mes_card"}}) {
            auto const& of_key = key;
            CAPTURE(of_key);
            auto const fixed = share_equally(backers, town.offers, town.people(), budget, worth);
            CHECK(named(order_of(fixed)) == list(results[key]["fixed"]));
            CHECK(fixed.ties_broken == results[key]["ties"].get<int>());
            auto const full = share_with_add1(backers, town.offers, town.people(), budget, worth);
            CHECK(named(order_of(full.shares)) == list(results[key]["add1"]));
            CHECK(full.steps == results[key]["iterations"].get<std::int64_t>());
        }
    }
    CHECK(seen);
}

TEST_CASE("The knapsack finds the best of all sets, and says whether others are as good")
{
    std::mt19937 random(3); // NOLINT: the same draws every time
    for (int draw = 0; draw < 400; ++draw) {
        std::vector<Project> projects;
        for (std::uint32_t i = 0; i < 10; ++i)
            projects.push_back({static_cast<std::int64_t>(random() % 20),
                                static_cast<std::int64_t>(random() % 12), i});
        std::int64_t const budget = 10 + static_cast<std::int64_t>(random() % 60);
        std::int64_t best = 0;
        int sets = 0;
        for (unsigned set = 0; set < 1U << projects.size(); ++set) {
            std::int64_t cost = 0;
            std::int64_t value = 0;
            bool worthless = false;
            for (std::size_t i = 0; i < projects.size(); ++i)
                if ((set >> i & 1U) != 0) {
                    cost += projects[i].cost;
                    value += projects[i].score;
                    worthless = worthless || projects[i].score == 0;
                }
            if (cost > budget || worthless || value < best) continue;
            sets = value > best ? 1 : sets + 1;
            best = value;
        }
        auto const found = fill_knapsack(projects, budget);
        REQUIRE(found.one.value == best);
        REQUIRE(found.one.cost <= budget);
        REQUIRE(found.several == (sets > 1 && best > 0));
        std::int64_t cost = 0;
        std::int64_t value = 0;
        for (auto i : found.one.selected) cost += projects[i].cost, value += projects[i].score;
        REQUIRE(cost == found.one.cost);
        REQUIRE(value == best);
    }
}

TEST_CASE(
    "Equal Shares gives the official outcomes of Assen and Świecie, and the rest computed apart")
{
    auto const expected = shared::json("expected/pabulib.json");
    if (!expected) CADRAN_SKIP("no shared results");
    for (auto const& [name, one] : expected->items()) {
        auto const file = name;
        CAPTURE(file);
        if (!one.contains("mes_cost")) continue;
        auto const election = pabulib::read(file);
        if (!election) CADRAN_SKIP("no shared data");
        auto const town = town_of(*election);
        auto const backers = town.backers();
        auto const budget = one["budget"].get<std::int64_t>() * unit;
        for (auto const& [worth, key] :
             {std::pair{Worth::cost, "mes_cost"}, {Worth::one, "mes_card"}}) {
            auto const& of_key = key;
            CAPTURE(of_key);
            auto const& result = one[key];
            auto const fixed = share_equally(backers, town.offers, town.people(), budget, worth);
            CHECK(ids(*election, fixed) == list(result["fixed_budget_order"]));
            CHECK(fixed.cost == result["fixed_cost"].get<std::int64_t>() * unit);
            CHECK(fixed.ties_broken == result["ties_broken"].get<int>());
            auto const full = share_with_add1(backers, town.offers, town.people(), budget, worth);
            CHECK(ids(*election, full.shares) == list(result["add1"]));
            CHECK(full.shares.cost == result["add1_cost"].get<std::int64_t>() * unit);
            CHECK(full.virtual_money == result["add1_virtual_budget"].get<std::int64_t>() * unit);
            CHECK(full.steps == result["add1_iterations"].get<std::int64_t>());
        }
    }
}

TEST_CASE(
    "Equal Shares agrees with the paper's wording, voter by voter, on hundreds of small towns")
{
    std::mt19937 random(5); // NOLINT: the same draws every time
    for (int draw = 0; draw < 300; ++draw) {
        auto const town = some_town(random, 1 + static_cast<int>(random() % 6), 5, 12);
        auto const backers = town.backers();
        std::int64_t const budget = unit * (5 + static_cast<std::int64_t>(random() % 30));
        for (auto worth : {Worth::cost, Worth::one, Worth::votes}) {
            CAPTURE(draw);
            CAPTURE(static_cast<int>(worth));
            Plainly const fixed(town, {budget, town.people()}, worth);
            REQUIRE(order_of(share_equally(backers, town.offers, town.people(), budget, worth)) ==
                    fixed.order);
            // Add1 in unit steps.
            auto each = budget / (town.people() * unit) * unit;
            std::vector<std::uint32_t> last;
            auto const enough = each + 100 * unit; // every project could be paid by one person
            for (; each <= enough; each += unit) {
                Plainly const next(town, {each, 1}, worth);
                if (next.cost > budget) break;
                last = next.order;
            }
            auto const full = share_with_add1(backers, town.offers, town.people(), budget, worth);
            REQUIRE(order_of(full.shares) == last);
            REQUIRE(full.shares.cost <= budget);
        }
    }
}

TEST_CASE("A small budget of many voters is shared exactly")
{
    // Two hundred people, five points: a step of a hundredth for each person would add two points.
    // A is wanted by 120 of them, B by the other 80: neither side can pay before the room has 8 1/3
    // points, which buys A; at 12.5 B would exceed the budget.
    Town town;
    town.offers = {{5 * unit, 0}, {5 * unit, 1}};
    town.ballots.assign(120, {{0, 1}});
    town.ballots.resize(200, {{1, 1}});
    auto const full =
        share_with_add1(town.backers(), town.offers, 200, 5 * unit, Worth::one, Growth::precise);
    CHECK(order_of(full.shares) == std::vector<std::uint32_t>{0});
    CHECK(full.virtual_money == 1'249);
    CHECK(full.each == ratio(1'249, 200));
    CHECK(full.next_budget == 10 * unit);

    std::mt19937 random(31); // NOLINT: the same draws every time
    for (int draw = 0; draw < 20; ++draw) {
        CAPTURE(draw);
        auto const some = some_town(random, 2 + static_cast<int>(random() % 6), 4, 6);
        std::int64_t const budget = unit * (3 + static_cast<std::int64_t>(random() % 9));
        for (auto worth : {Worth::cost, Worth::one, Worth::votes}) {
            CAPTURE(static_cast<int>(worth));
            auto money = budget; // and a hundredth more for all, again and again
            std::vector<std::uint32_t> last;
            std::optional<std::int64_t> next;
            for (; money <= budget + 60 * unit; ++money) {
                Plainly const then(some, {money, some.people()}, worth);
                if (then.cost > budget) {
                    next = then.cost;
                    break;
                }
                last = then.order;
            }
            auto const shares = share_with_add1(some.backers(), some.offers, some.people(), budget,
                                                worth, Growth::precise);
            REQUIRE(order_of(shares.shares) == last);
            REQUIRE(shares.next_budget == next);
        }
    }
}

TEST_CASE("Identical ballots counted as one are counted the same")
{
    std::mt19937 random(9); // NOLINT: the same draws every time
    for (int draw = 0; draw < 50; ++draw) {
        auto const town = some_town(random, 12, 8, 40);
        std::vector<Backer> once;
        std::vector<Backer> thrice;
        for (auto const& ballot : town.ballots) {
            thrice.push_back({ballot, 3});
            for (int i = 0; i < 3; ++i) once.push_back({ballot, 1});
        }
        auto const a = share_with_add1(once, town.offers, 36, 120 * unit, Worth::cost);
        auto const b = share_with_add1(thrice, town.offers, 36, 120 * unit, Worth::cost);
        REQUIRE(order_of(a.shares) == order_of(b.shares));
        REQUIRE(a.each == b.each);
        for (std::size_t i = 0; i < a.shares.bought.size(); ++i)
            REQUIRE(a.shares.bought[i].rate == b.shares.bought[i].rate);
    }
}

TEST_CASE("Equal Shares of a million euros among twenty-five voters is fast, in unit steps or not")
{
    std::mt19937 random(17); // NOLINT: the same draws every time
    auto town = some_town(random, 25, 60, 200'000);
    auto const full =
        share_with_add1(town.backers(), town.offers, 25, 1'000'000 * unit, Worth::cost);
    CHECK(full.shares.cost <= 1'000'000 * unit);
    CHECK(full.shares.cost > 500'000 * unit);
    MESSAGE("units added: " << full.steps);
}

TEST_CASE("A free case is bought if it has a supporter; without supporters nothing is bought")
{
    Town town;
    town.offers = {{5 * unit, 0}, {0, 1}, {0, 2}};
    town.ballots = {{{0, 1}, {1, 1}}, {}};
    auto const shares = share_equally(town.backers(), town.offers, 2, 10 * unit, Worth::cost);
    CHECK(order_of(shares) == std::vector<std::uint32_t>{1, 0});
    CHECK(shares.bought[1].rate == "5");
    CHECK(shares.bought[1].effective == "1");
    CHECK(share_equally({}, town.offers, 0, 10 * unit, Worth::cost).bought.empty());
}
