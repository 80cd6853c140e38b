#include "analysis/common/random.h"
#include "analysis/ranking/second_opinion.h"
#include "shared.h"
#include "support/skip.h"

#include <numeric>

using namespace analysis;
using nlohmann::json;

namespace {

std::vector<Criterion> criteria_of(json const& vector)
{
    std::vector<Criterion> out;
    for (std::size_t c = 0; c < vector["benefit"].size(); ++c)
        out.push_back({vector.contains("weights") ? vector["weights"][c].get<double>() : 1.0,
                       vector["benefit"][c].get<bool>() ? Wanted::more : Wanted::less});
    return out;
}

void check_equal(std::vector<double> const& found, json const& expected)
{
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        CHECK(found[i] == doctest::Approx(expected[i].get<double>()).epsilon(1e-9));
}

} // namespace

TEST_CASE("TOPSIS gives the published closeness")
{
    auto const vector = shared::textbook("topsis_npm_readme");
    if (vector.is_null()) CADRAN_SKIP("no shared reference figures");
    check_equal(topsis(vector["matrix"].get<Alternatives>(), criteria_of(vector)),
                vector["closeness"]);
}

TEST_CASE("TOPSIS gives one half for equal cases, and ignores a column of zeros")
{
    CHECK(topsis({{3, 4}, {3, 4}}, std::vector<Criterion>(2)) == std::vector{0.5, 0.5});
    CHECK(topsis({{0, 4}, {0, 2}}, std::vector<Criterion>(2)) == std::vector{1.0, 0.0});
    CHECK(topsis({}, std::vector<Criterion>(2)).empty());
}

TEST_CASE("PROMETHEE gives the published net flows, whose sum is zero")
{
    auto const vector = shared::textbook("promethee2_linear_q1_p4");
    if (vector.is_null()) CADRAN_SKIP("no shared reference figures");
    auto const flows = promethee(vector["matrix"].get<Alternatives>(), criteria_of(vector),
                                 vector["q"], vector["p"]);
    check_equal(flows, vector["net_flow"]);
    CHECK(std::accumulate(flows.begin(), flows.end(), 0.0) == doctest::Approx(0.0));
    CHECK(promethee({{1}}, std::vector<Criterion>(1), 0, 1) == std::vector{0.0});
}

TEST_CASE("The regret is the largest difference to the best case over the criteria")
{
    auto const vector = shared::textbook("minimax_regret");
    if (vector.is_null()) CADRAN_SKIP("no shared reference figures");
    auto const regrets = largest_regrets(vector["matrix"].get<Alternatives>());
    check_equal(regrets, vector["max_regret"]);
    CHECK(ranks_by(regrets, Wanted::less) == std::vector{1, 1, 3});
}

TEST_CASE("The regret over each axis alone is the largest over every mix of the axes")
{
    Random random(5);
    for (int round = 0; round < 30; ++round) {
        Alternatives at(6, std::vector<double>(4));
        for (auto& row : at)
            for (auto& value : row) value = random.uniform();
        auto const regrets = largest_regrets(at);
        for (int mix = 0; mix < 100; ++mix) {
            std::vector<double> weights(4);
            double total = 0.0;
            for (auto& weight : weights) total += weight = random.exponential();
            Alternatives mixed;
            for (auto const& row : at)
                mixed.push_back(
                    {std::inner_product(row.begin(), row.end(), weights.begin(), 0.0) / total});
            auto const found = largest_regrets(mixed);
            for (std::size_t i = 0; i < at.size(); ++i) CHECK(found[i] <= regrets[i] + 1e-12);
        }
    }
}

TEST_CASE("Layers by many criteria are those of the textbook, and of the plain definition")
{
    auto const vector = shared::textbook("pareto_layers");
    if (!vector.is_null()) {
        auto const layers =
            pareto_layers(vector["matrix"].get<Alternatives>(), criteria_of(vector));
        int depth = 0;
        for (auto const& layer : vector["layers"]) {
            ++depth;
            for (auto const& at : layer) CHECK(layers.at(at.get<std::size_t>()) == depth);
        }
    }
    Random random(8);
    std::vector<Criterion> criteria(4);
    criteria[1].wanted = criteria[3].wanted = Wanted::less;
    for (int round = 0; round < 50; ++round) {
        Alternatives at(20, std::vector<double>(4));
        for (auto& row : at)
            for (auto& value : row) value = random.below(4);
        auto const layers = pareto_layers(at, criteria);
        std::vector<int> peeled(at.size());
        for (int layer = 1, left = 20; left > 0; ++layer) {
            auto const before = peeled;
            for (std::size_t i = 0; i < at.size(); ++i) {
                if (before[i] != 0) continue;
                bool dominated = false;
                for (std::size_t j = 0; j < at.size(); ++j) {
                    if (before[j] != 0) continue;
                    bool as_good = true, better = false;
                    for (std::size_t c = 0; c < 4; ++c) {
                        double const sign = criteria[c].wanted == Wanted::more ? 1 : -1;
                        as_good = as_good && sign * at[j][c] >= sign * at[i][c];
                        better = better || sign * at[j][c] > sign * at[i][c];
                    }
                    dominated = dominated || (as_good && better);
                }
                if (!dominated) peeled[i] = layer, --left;
            }
        }
        CHECK(layers == peeled);
    }
}
