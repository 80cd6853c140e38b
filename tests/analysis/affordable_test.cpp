#include "analysis/ranking/affordable.h"
#include "small_votes.h"
#include "support/tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace analysis;
using namespace sample;
using model::Rule;
using model::Verdict;

namespace {

// Cases 1..n from best to worst, with these costs; "" has none.
model::Document priced(std::vector<std::string> const& costs)
{
    model::Document doc;
    add_cases(doc, static_cast<int>(costs.size()));
    add_axes(doc, 1);
    for (std::size_t i = 0; i < costs.size(); ++i) {
        int const on = static_cast<int>(i) + 1;
        support::edit<model::Case>(doc, case_id(on), [&](auto& one) { one.cost = costs[i]; });
        place(doc, 1, on, 1000 - 50 * on, 100);
    }
    return doc;
}

base::Result<Affordable> fits(model::Document const& doc, std::int64_t units,
                              Rule rule = Rule::greedy)
{
    return affordable(doc, rank_cases(doc, {.draws = 0}), {units * 100, rule});
}

using List = std::vector<int>;

} // namespace

TEST_CASE("In the order's sequence, a case that does not fit is skipped, or ends the selection")
{
    auto const doc = priced({"3", "5", "2", "4"});
    auto const over = fits(doc, 6);
    REQUIRE(over);
    CHECK(numbers(doc, over->in()) == List{1, 3});
    CHECK(over->spent == 500);
    CHECK(over->left == 100);
    CHECK(over->all == 1400);
    CHECK(over->cases[2].so_far == 500);
    REQUIRE(over->more);
    CHECK(over->more->money == 200);
    CHECK(numbers(doc, over->more->enter) == List{2});
    CHECK(numbers(doc, over->more->leave) == List{3});
    auto const stop = fits(doc, 6, Rule::greedy_no_skip);
    CHECK(numbers(doc, stop->in()) == List{1});
}

TEST_CASE(
    "The knapsack has the greatest sum of indices, and states the least money that improves it")
{
    auto const doc = priced({"5", "2", "2", "2"});
    auto const now = fits(doc, 5, Rule::knapsack);
    REQUIRE(now);
    CHECK(numbers(doc, now->in()) == List{2, 3}); // worth more than the first alone
    REQUIRE(now->more);
    CHECK(now->more->money == 100);
    CHECK(numbers(doc, now->more->enter) == List{4});
}

TEST_CASE("No smaller sum than the stated one improves the knapsack")
{
    std::mt19937 random(3); // NOLINT: the same draws every time
    for (int draw = 0; draw < 60; ++draw) {
        std::vector<std::string> costs;
        for (int i = 0; i < 7; ++i) costs.push_back(std::to_string(1 + random() % 9));
        auto const doc = priced(costs);
        auto const ranking = rank_cases(doc, {.draws = 0});
        auto worth = [&](std::int64_t units) {
            double sum = 0;
            for (auto id : affordable(doc, ranking, {units * 100, Rule::knapsack})->in())
                sum += *ranking.find(id)->index;
            return sum;
        };
        auto const money = static_cast<std::int64_t>(1 + random() % 30);
        auto const now = affordable(doc, ranking, {money * 100, Rule::knapsack});
        if (!now->more) {
            CHECK(now->in().size() == costs.size());
            continue;
        }
        auto const units = now->more->money / 100;
        CHECK(worth(money + units) > worth(money) + 1e-6);
        CHECK(worth(money + units - 1) < worth(money) + 1e-6);
    }
}

TEST_CASE("Equal shares let a minority spend its part of the money")
{
    auto doc = priced({"6", "6", "3"});
    model::Round round;
    round.method = model::Method::approval;
    add_round(doc, round);
    // Two in three want the first two, one in three the last.
    add_ballots(doc, {{{1, 1}, {2, 1}}, {{1, 1}, {2, 1}}, {{3, 1}}});
    auto const order = fits(doc, 12);
    CHECK(numbers(doc, order->in()) == List{1, 2});
    auto const shares = fits(doc, 12, Rule::equal_shares);
    REQUIRE(shares);
    auto in = numbers(doc, shares->in());
    std::ranges::sort(in);
    CHECK(in == List{1, 3});
    REQUIRE(shares->more);
    CHECK(shares->more->money <= 600);
    CHECK(numbers(doc, shares->more->enter) == List{2});
}

TEST_CASE("No smaller sum than the stated one adds a case to Equal Shares")
{
    std::mt19937 random(21); // NOLINT: the same draws every time
    char const* sizes[] = {"XS", "S", "M", "L", "XL"};
    int said = 0;
    for (int draw = 0; draw < 30; ++draw) {
        CAPTURE(draw);
        bool const by_size = draw % 2 == 0;
        std::vector<std::string> costs;
        for (int i = 0; i < 6; ++i)
            costs.emplace_back(by_size ? sizes[random() % 5] : std::to_string(1 + random() % 9));
        auto doc = priced(costs);
        model::Round round;
        round.method = model::Method::approval;
        add_round(doc, round);
        for (int voter = 0; voter < 7; ++voter) {
            std::vector<Line> marks;
            for (int on = 1; on <= 6; ++on)
                if (random() % 3 == 0) marks.emplace_back(on, 1);
            add_ballots(doc, {marks});
        }
        auto const ranking = rank_cases(doc, {.draws = 0});
        std::int64_t const money = 100 * static_cast<std::int64_t>(2 + random() % 12);
        auto in_with = [&](std::int64_t hundredths) {
            auto in = affordable(doc, ranking, {hundredths, Rule::equal_shares})->in();
            std::ranges::sort(in);
            return in;
        };
        auto const now = affordable(doc, ranking, {money, Rule::equal_shares});
        REQUIRE(now);
        auto const in = in_with(money);
        auto const lets_in = [&](std::int64_t extra) {
            for (auto id : in_with(money + extra))
                if (!std::ranges::binary_search(in, id)) return true;
            return false;
        };
        auto const most = now->more ? now->more->money : 4'000;
        for (std::int64_t extra = 1; extra < most; extra += 7) CHECK_FALSE(lets_in(extra));
        if (!now->more) continue;
        ++said;
        CHECK_FALSE(lets_in(most - 1));
        CHECK(lets_in(most));
        CHECK(!now->more->enter.empty());
    }
    CHECK(said > 10);
}

TEST_CASE("A dozen points are shared among many voters, in fractions of a point")
{
    auto doc = priced({"L", "S", "XL", "M"}); // 5, 2, 8, 3
    model::Round round;
    round.method = model::Method::dots;
    add_round(doc, round);
    for (int voter = 0; voter < 23; ++voter) {
        if (voter % 2 == 0)
            add_ballots(doc, {{{1, 3}, {2, 2}}});
        else
            add_ballots(doc, {{{3, 3}, {4, 2}}});
    }
    auto const shares = fits(doc, 12, Rule::equal_shares);
    REQUIRE(shares);
    // Each half of the room has what it wants most of and can pay: seven points and three.
    auto in = numbers(doc, shares->in());
    std::ranges::sort(in);
    CHECK(in == List{1, 2, 4});
    CHECK(shares->spent == 1000);
}

TEST_CASE("Each unfunded case has its reason")
{
    auto doc = priced({"1", "1", "1", "", "1", "1"});
    place(doc, 1, 2, 900, 900); // a risk to be looked into
    decide(doc, 3, Verdict::later);
    model::writable<model::Placement>(doc).erase({axis_id(1), case_id(5)});
    auto const now = fits(doc, 100);
    REQUIRE(now);
    auto why = [&](int number) {
        return std::ranges::find(now->cases, case_id(number), &Offered::on)->excluded;
    };
    CHECK(why(1) == Excluded::no);
    CHECK(why(2) == Excluded::veto);
    CHECK(why(3) == Excluded::decided);
    CHECK(why(4) == Excluded::no_cost);
    CHECK(why(5) == Excluded::unplaced);
    CHECK(numbers(doc, now->in()) == List{1, 6});
    CHECK(!now->more);
    decide(doc, 2, Verdict::safeguards); // looked into
    CHECK(fits(doc, 100)->in().size() == 3);
}

TEST_CASE(
    "A budget that cannot be spent is refused with its reason; without money no case is funded")
{
    auto where = [](base::Result<Affordable> const& result) {
        return result ? std::string() : result.error().where;
    };
    CHECK(fits(priced({"", ""}), 5)->in().empty());
    CHECK(where(fits(priced({"M", "300 €"}), 5)) == "budget.cost_kinds");
    CHECK(where(fits(priced({"1", "2"}), 5, Rule::equal_shares)) == "budget.ballots");
    auto const none = fits(priced({"M", "S"}), 0);
    REQUIRE(none);
    CHECK(none->in().empty());
    CHECK(none->kind == Cost::Kind::size);
    CHECK(none->all == 500);
}
