#include "support/folders.h"
#include "support/parsed.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

// The second opinions, gaps and vetoes in the output of `cadran rank --json` for the sample
// session, computed again directly from the placements that it prints.
namespace {

using Json = nlohmann::json;

Json rank_sample(std::string const& options)
{
    std::string out;
    auto const command = "'" + support::binary() + "' rank '" + support::sources_dir().string() +
                         "/sessions/exemple.cadran' --json " + options;
    auto* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::array<char, 4096> part{};
    while (auto const got = std::fread(part.data(), 1, part.size(), pipe))
        out.append(part.data(), got);
    REQUIRE(pclose(pipe) == 0);
    return support::parsed(out);
}

// The cases that are placed on every axis that counts, with their values on opportunity and risk of
// each axis and on the vote; the weight of each, and whether higher is better.
struct Judged {
    std::vector<Json> rows;
    std::vector<std::vector<double>> at;
    std::vector<double> weight;
    std::vector<bool> more;
    double lambda = 0, mu = 0;
    std::vector<std::uint64_t> axes;

    explicit Judged(Json const& printed)
        : lambda(printed["lambda"])
        , mu(printed["mu"])
    {
        for (auto const& one : printed["weights"]) {
            if (one["weight"] == 0.0) continue;
            axes.push_back(one["axis"]);
            weight.push_back(one["weight"]);
            more.push_back(true);
            weight.push_back(lambda * one["weight"].get<double>());
            more.push_back(false);
        }
        bool const voted = !printed["reference"].is_null();
        if (voted) weight.push_back(mu), more.push_back(true);
        for (auto const& row : printed["results"]) {
            std::vector<double> line;
            for (auto axis : axes)
                for (auto const& value : row["values"])
                    if (value["axis"] == axis) {
                        line.push_back(value["opportunity"]);
                        line.push_back(value["risk"]);
                    }
            if (line.size() != 2 * axes.size()) continue;
            if (voted) line.push_back(row["vote"]);
            rows.push_back(row);
            at.push_back(line);
        }
    }
    [[nodiscard]] std::size_t size() const { return rows.size(); }
};

void check_rank(std::vector<double> const& best_is_most, Judged const& judged, char const* key)
{
    for (std::size_t i = 0; i < judged.size(); ++i) {
        auto const better = std::count_if(best_is_most.begin(), best_is_most.end(),
                                          [&](double x) { return x > best_is_most[i] + 1e-9; });
        CHECK(judged.rows[i]["second_opinion"][key] == 1 + better);
    }
}

} // namespace

TEST_CASE("the printed TOPSIS values equal a direct computation")
{
    Judged const j(rank_sample("--draws 1"));
    REQUIRE(j.size() >= 5);
    auto scaled = j.at;
    for (std::size_t c = 0; c < j.weight.size(); ++c) {
        double squares = 0;
        for (auto const& row : j.at) squares += row[c] * row[c];
        for (auto& row : scaled)
            row[c] = squares > 0 ? j.weight[c] * row[c] / std::sqrt(squares) : 0;
    }
    std::vector<double> closeness;
    for (auto const& row : scaled) {
        double to_best = 0, to_worst = 0;
        for (std::size_t c = 0; c < row.size(); ++c) {
            double high = -1e9, low = 1e9;
            for (auto const& other : scaled)
                high = std::max(high, other[c]), low = std::min(low, other[c]);
            double const best = j.more[c] ? high : low, worst = j.more[c] ? low : high;
            to_best += (row[c] - best) * (row[c] - best);
            to_worst += (row[c] - worst) * (row[c] - worst);
        }
        double const sum = std::sqrt(to_best) + std::sqrt(to_worst);
        closeness.push_back(sum > 0 ? std::sqrt(to_worst) / sum : 0.5);
    }
    for (std::size_t i = 0; i < j.size(); ++i)
        CHECK(j.rows[i]["second_opinion"]["topsis"].get<double>() ==
              doctest::Approx(closeness[i]).epsilon(1e-8));
    check_rank(closeness, j, "topsis_rank");
}

TEST_CASE("the printed PROMETHEE II flows equal a direct computation")
{
    Judged const j(rank_sample("--draws 1"));
    double all = 0;
    for (double w : j.weight) all += w;
    auto preferred = [&](std::size_t a, std::size_t b) {
        double sum = 0;
        for (std::size_t c = 0; c < j.weight.size(); ++c) {
            double const gain = (j.at[a][c] - j.at[b][c]) * (j.more[c] ? 1 : -1);
            sum += j.weight[c] / all * std::clamp((gain - 0.5) / 1.5, 0.0, 1.0);
        }
        return sum;
    };
    std::vector<double> flow(j.size());
    for (std::size_t a = 0; a < j.size(); ++a)
        for (std::size_t b = 0; b < j.size(); ++b)
            if (a != b)
                flow[a] += (preferred(a, b) - preferred(b, a)) / static_cast<double>(j.size() - 1);
    for (std::size_t i = 0; i < j.size(); ++i)
        CHECK(j.rows[i]["second_opinion"]["promethee"].get<double>() ==
              doctest::Approx(flow[i]).epsilon(1e-8));
    check_rank(flow, j, "promethee_rank");
}

TEST_CASE("the printed largest regret is found by trying each axis alone")
{
    Judged const j(rank_sample("--draws 1"));
    auto alone = [&](std::size_t i, std::size_t a) {
        return j.at[i][2 * a] - j.lambda * j.at[i][2 * a + 1] +
               j.mu * j.rows[i]["vote"].get<double>();
    };
    std::vector<double> regret(j.size());
    for (std::size_t i = 0; i < j.size(); ++i)
        for (std::size_t a = 0; a < j.axes.size(); ++a)
            for (std::size_t k = 0; k < j.size(); ++k)
                regret[i] = std::max(regret[i], alone(k, a) - alone(i, a));
    std::vector<double> least;
    for (std::size_t i = 0; i < j.size(); ++i) {
        CHECK(j.rows[i]["second_opinion"]["max_regret"].get<double>() ==
              doctest::Approx(regret[i]).epsilon(1e-8));
        least.push_back(-regret[i]);
    }
    check_rank(least, j, "max_regret_rank");
}

TEST_CASE("the layers of many criteria follow the definition")
{
    Judged const j(rank_sample("--draws 1"));
    auto beats = [&](std::size_t a, std::size_t b) {
        bool strictly = false;
        for (std::size_t c = 0; c < 2 * j.axes.size(); ++c) {
            double const gain = (j.at[a][c] - j.at[b][c]) * (j.more[c] ? 1 : -1);
            if (gain < -1e-9) return false;
            strictly = strictly || gain > 1e-9;
        }
        return strictly;
    };
    std::vector<int> layer(j.size(), 1);
    for (bool again = true; again;) {
        again = false;
        for (std::size_t a = 0; a < j.size(); ++a)
            for (std::size_t b = 0; b < j.size(); ++b)
                if (beats(a, b) && layer[b] <= layer[a]) layer[b] = layer[a] + 1, again = true;
    }
    for (std::size_t i = 0; i < j.size(); ++i)
        CHECK(j.rows[i]["second_opinion"]["pareto_layer"] == layer[i]);
}

TEST_CASE("the interval of ranks is read off the draws, and holds the stated rank")
{
    auto const printed = rank_sample("--draws 2000");
    for (auto const& row : printed["results"]) {
        if (row["rank"].is_null()) continue;
        CAPTURE(row["title"].get<std::string>());
        int low = 0, high = 0;
        double reached = 0;
        auto const& shares = row["acceptability"];
        for (std::size_t r = 0; r < shares.size(); ++r) {
            reached += shares[r].get<double>();
            if (low == 0 && reached >= 0.05 - 1e-9) low = static_cast<int>(r) + 1;
            if (high == 0 && reached >= 0.95 - 1e-9) high = static_cast<int>(r) + 1;
        }
        CHECK(reached == doctest::Approx(1.0));
        int const rank = row["rank"];
        CHECK(row["rank_low"] == std::min(low, rank));
        CHECK(row["rank_high"] == std::max(high, rank));
        double first = 0;
        for (int r = 0; r < printed["first"].get<int>(); ++r)
            first += shares[static_cast<std::size_t>(r)].get<double>();
        CHECK(row["first_share"].get<double>() == doctest::Approx(first));
    }
}

TEST_CASE("the printed gap counts pairs of decisions against the order")
{
    auto const printed = rank_sample("--draws 1");
    std::map<std::string, int> const worth{
        {"launch", 2}, {"safeguards", 2}, {"later", 1}, {"aside", 0}};
    int pairs = 0, against = 0;
    for (auto const& ahead : printed["results"])
        for (auto const& behind : printed["results"]) {
            std::string const up = ahead["decision"]["workshop"]["verdict"],
                              down = behind["decision"]["workshop"]["verdict"];
            if (up == "none" || down == "none" || ahead["rank"].is_null() ||
                behind["rank"].is_null() || ahead["rank"] >= behind["rank"] ||
                worth.at(up) == worth.at(down))
                continue;
            ++pairs;
            against += worth.at(up) < worth.at(down) ? 1 : 0;
        }
    CHECK(printed["gap"]["workshop"]["pairs"] == pairs);
    CHECK(printed["gap"]["workshop"]["against"] == against);
}
