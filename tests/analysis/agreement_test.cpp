#include "analysis/common/quantile.h"
#include "analysis/common/random.h"
#include "analysis/estimates/agreement.h"
#include "analysis/estimates/spread.h"
#include "shared.h"
#include "support/skip.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

using namespace analysis;
using nlohmann::json;

namespace {

std::vector<double> sorted(std::vector<double> values)
{
    std::ranges::sort(values);
    return values;
}

double total_distance(Point from, std::vector<Point> const& points)
{
    double sum = 0.0;
    for (auto const& point : points)
        sum += std::hypot(point.opportunity - from.opportunity, point.risk - from.risk);
    return sum;
}

// The survey: by party, by column, one cell a judge, empty where they did not answer.
struct Survey {
    std::map<std::string, std::map<std::string, std::vector<std::string>>> by_party;

    static std::vector<std::string> split(std::string const& line)
    {
        std::vector<std::string> cells(1);
        for (char c : line) {
            if (c == ',')
                cells.emplace_back();
            else if (c != '\r')
                cells.back() += c;
        }
        return cells;
    }
    static Survey read()
    {
        Survey survey;
        std::ifstream file(shared::folder() / "data/expert-placements/ches2019_part.csv");
        std::string line;
        if (!std::getline(file, line)) return survey;
        auto const header = split(line);
        while (std::getline(file, line)) {
            auto const cells = split(line);
            for (std::size_t i = 3; i < header.size(); ++i)
                survey.by_party[cells[1]][header[i]].push_back(i < cells.size() ? cells[i] : "");
        }
        return survey;
    }
};

void check_numbers(std::vector<double> const& values, json const& expected, double low, double high)
{
    auto const ordered = sorted(values);
    auto const spread = spread_of(ordered);
    CHECK(values.size() == expected["n"].get<std::size_t>());
    CHECK(spread.median == doctest::Approx(expected["median"].get<double>()).epsilon(1e-12));
    CHECK(spread.q1 == doctest::Approx(expected["q1"].get<double>()).epsilon(1e-12));
    CHECK(spread.q3 == doctest::Approx(expected["q3"].get<double>()).epsilon(1e-12));
    CHECK(spread.iqr() == doctest::Approx(expected["iqr"].get<double>()).epsilon(1e-12));
    CHECK(spread.mad == doctest::Approx(expected["mad"].get<double>()).epsilon(1e-12));
    std::vector<int> counts(static_cast<std::size_t>(high - low) + 1);
    for (double value : values) ++counts[static_cast<std::size_t>(value - low)];
    CHECK(json(counts) == expected["counts"]);
    CHECK(van_der_eijk(counts) == doctest::Approx(expected["vde_A"].get<double>()).epsilon(1e-12));
    auto const found = ipras(ordered, low, high);
    auto const& said = expected["ipras"];
    CHECK(found.p30 == doctest::Approx(said["p30"].get<double>()));
    CHECK(found.p70 == doctest::Approx(said["p70"].get<double>()));
    CHECK(found.ipr() == doctest::Approx(said["ipr"].get<double>()));
    CHECK(found.yardstick == doctest::Approx(said["ipras"].get<double>()).epsilon(1e-12));
    CHECK(found.disagree() == said["disagreement"].get<bool>());
}

} // namespace

TEST_CASE("experts placing parties twice on eight axes have the published centres and dispersions")
{
    auto const expected = shared::expected("placements_ches2019_part.json");
    auto const survey = Survey::read();
    if (expected.is_null() || survey.by_party.empty()) {
        CADRAN_SKIP("no shared expert placements");
    }
    int compared = 0;
    for (auto const& [party, item] : expected["items"].items())
        for (auto const& [axis, said] : item["axes"].items()) {
            auto const& of_party = party;
            CAPTURE(of_party);
            auto const& of_axis = axis;
            CAPTURE(of_axis);
            auto const& columns = survey.by_party.at(party);
            auto const& xs = columns.at(said["x_column"]);
            auto const& ys = columns.at(said["y_column"]);
            std::vector<double> x, y;
            std::vector<Point> points;
            for (std::size_t i = 0; i < xs.size(); ++i) {
                if (xs[i].empty() || ys[i].empty()) continue;
                x.push_back(std::stod(xs[i])), y.push_back(std::stod(ys[i]));
                points.push_back({x.back(), y.back()});
            }
            CHECK(points.size() == said["n_complete_pairs"].get<std::size_t>());
            check_numbers(x, said["x"], axis == "eu" ? 1 : 0, axis == "eu" ? 7 : 10);
            check_numbers(y, said["y"], 0, 10);
            auto const centre = spatial_median(points);
            Point const published{said["spatial_median"][0], said["spatial_median"][1]};
            CHECK(std::abs(centre.opportunity - published.opportunity) < 1e-5);
            CHECK(std::abs(centre.risk - published.risk) < 1e-5);
            CHECK(total_distance(centre, points) <= total_distance(published, points) + 1e-9);
            ++compared;
        }
    CHECK(compared == 48);
}

TEST_CASE("Van der Eijk's agreement is the published one, 1 at a point and -1 between two ends")
{
    CHECK(van_der_eijk(std::array{0, 0, 0}) == 0.0);
    for (auto const& one : shared::expected("textbook_vectors.json")) {
        if (one["kind"] != "agreement") continue;
        auto const counts = one["counts"].get<std::vector<int>>();
        CHECK(van_der_eijk(counts) == doctest::Approx(one["A"].get<double>()).epsilon(1e-12));
    }
}

TEST_CASE("The disagreement index of RAND/UCLA is the published one")
{
    for (auto const& one : shared::expected("textbook_vectors.json")) {
        if (one["kind"] != "ipras") continue;
        auto const ordered = sorted(one["ratings"].get<std::vector<double>>());
        auto const found = ipras(ordered, 1, 9);
        CHECK(found.p30 == doctest::Approx(one["result"]["p30"].get<double>()));
        CHECK(found.p70 == doctest::Approx(one["result"]["p70"].get<double>()));
        CHECK(found.yardstick == doctest::Approx(one["result"]["ipras"].get<double>()));
        CHECK(found.disagree() == one["result"]["disagreement"].get<bool>());
    }
}

TEST_CASE("The spatial median is found off the points, and stays on one that half of them share")
{
    for (auto const& one : shared::expected("textbook_vectors.json")) {
        if (one["kind"] != "spatial_median") continue;
        CAPTURE(one["name"].get<std::string>());
        std::vector<Point> points;
        for (auto const& p : one["points"]) points.push_back({p[0], p[1]});
        auto const found = spatial_median(points);
        CHECK(std::abs(found.opportunity - one["result"][0].get<double>()) < 1e-6);
        CHECK(std::abs(found.risk - one["result"][1].get<double>()) < 1e-6);
    }
    CHECK(spatial_median(std::vector<Point>{{3, 4}}) == Point{3, 4});
    CHECK(spatial_median(std::vector<Point>(9, {3, 4})) == Point{3, 4});
}

TEST_CASE("no random point has a smaller sum of distances than the spatial median")
{
    Random random(3);
    for (int round = 0; round < 200; ++round) {
        std::vector<Point> points(1 + random.below(12));
        for (auto& point : points)
            point = {static_cast<double>(random.below(11)), static_cast<double>(random.below(11))};
        auto const found = spatial_median(points);
        auto const best = total_distance(found, points);
        for (int i = 0; i < 60; ++i) {
            Point const other{random.uniform() * 10, random.uniform() * 10};
            CHECK(best <= total_distance(other, points) + 1e-6);
        }
        for (auto const& point : points) CHECK(best <= total_distance(point, points) + 1e-6);
    }
}

TEST_CASE("Judges' reliability is that of Shrout and Fleiss")
{
    auto const vector = shared::textbook("icc_shrout_fleiss_1979");
    if (vector.is_null()) CADRAN_SKIP("no shared reference figures");
    Ratings ratings(4, std::vector<double>(6));
    for (std::size_t item = 0; item < 6; ++item)
        for (std::size_t judge = 0; judge < 4; ++judge)
            ratings[judge][item] = vector["matrix_items_by_judges"][item][judge];
    auto const found = icc(ratings);
    REQUIRE(found);
    CHECK(found->single == doctest::Approx(vector["result"]["ICC(2,1)"].get<double>()));
    CHECK(found->mean == doctest::Approx(vector["result"]["ICC(2,k)"].get<double>()));
    CHECK_FALSE(icc({{1, 2}}));
    CHECK_FALSE(icc({{5, 5}, {5, 5}}));
}

TEST_CASE("Kendall's W is 1 for judges of one mind, 0 for opposites, and allows for ties")
{
    CHECK(kendall_w({{1, 2, 3, 4}, {10, 20, 30, 40}, {2, 3, 5, 7}})->w == doctest::Approx(1.0));
    CHECK(kendall_w({{1, 2, 3}, {3, 2, 1}})->w == doctest::Approx(0.0));
    // With ties corrected for, judges who tie the same items are still of one mind.
    CHECK(kendall_w({{1, 1, 2, 3}, {4, 4, 8, 9}})->w == doctest::Approx(1.0));
    // Siegel and Castellan 1988, table 9.15: three executives rank six applicants.
    auto const found = kendall_w({{1, 6, 3, 2, 5, 4}, {1, 5, 6, 4, 2, 3}, {6, 3, 2, 5, 4, 1}});
    REQUIRE(found);
    CHECK(found->w == doctest::Approx(25.5 * 12 / (9 * 210.0)));
    CHECK(found->chi2 == doctest::Approx(3 * 5 * found->w));
    CHECK(found->freedom == 5);
    CHECK_FALSE(kendall_w({{1, 2, 3}}));
    CHECK_FALSE(kendall_w({{1, 1}, {2, 2}}));
}

TEST_CASE("Without ties, W is what the mean rank correlation between judges says")
{
    // (1 + (m - 1) mean rho) / m, Kendall 1948.
    Random random(11);
    for (int round = 0; round < 50; ++round) {
        Ratings ratings(4, std::vector<double>(7));
        for (auto& row : ratings)
            for (auto& rating : row) rating = random.uniform();
        double sum = 0.0;
        for (std::size_t a = 0; a < 4; ++a)
            for (auto b = a + 1; b < 4; ++b) {
                std::vector<Point> pairs;
                for (std::size_t i = 0; i < 7; ++i) pairs.push_back({ratings[a][i], ratings[b][i]});
                sum += spearman(pairs);
            }
        CHECK(kendall_w(ratings)->w == doctest::Approx((1.0 + 3.0 * sum / 6.0) / 4.0));
    }
}

TEST_CASE("Rank correlation is 1 along any rising curve, and 0 when one number never varies")
{
    CHECK(spearman(std::vector<Point>{{1, 1}, {2, 4}, {3, 90}}) == doctest::Approx(1.0));
    CHECK(spearman(std::vector<Point>{{1, 9}, {2, 4}, {3, 1}}) == doctest::Approx(-1.0));
    CHECK(spearman(std::vector<Point>{{1, 5}, {2, 5}, {3, 5}}) == 0.0);
    // Ties at their mean rank: 2½, 2½, 1 against 1, 2, 3.
    CHECK(spearman(std::vector<Point>{{2, 1}, {2, 2}, {1, 3}}) ==
          doctest::Approx(-std::sqrt(3.0) / 2.0));
}

TEST_CASE(
    "The ellipse lies along the cloud, holds about half of a bell, and never shrinks to a line")
{
    Random random(17);
    std::vector<Point> points;
    for (int i = 0; i < 2000; ++i) {
        double const along = random.normal() * 90.0;
        double const across = random.normal() * 30.0;
        points.push_back(
            {500 + (along + across) / std::sqrt(2.0), 400 + (along - across) / std::sqrt(2.0)});
    }
    auto const ellipse = half_of_the_points(points, 50.0 / 1000.0);
    CHECK(std::abs(ellipse.angle - std::acos(-1.0) / 4.0) < 0.05);
    CHECK(ellipse.major == doctest::Approx(1.1774 * 90).epsilon(0.07));
    CHECK(ellipse.minor == doctest::Approx(1.1774 * 30).epsilon(0.12));
    int inside = 0;
    for (auto const& point : points) {
        double const r = point.risk - ellipse.centre.risk;
        double const o = point.opportunity - ellipse.centre.opportunity;
        double const u = r * std::cos(ellipse.angle) + o * std::sin(ellipse.angle);
        double const v = o * std::cos(ellipse.angle) - r * std::sin(ellipse.angle);
        inside += std::hypot(u / ellipse.major, v / ellipse.minor) <= 1.0 ? 1 : 0;
    }
    CHECK(std::abs(inside / 2000.0 - 0.5) < 0.05);

    auto const same = half_of_the_points(std::vector<Point>(9, {500, 500}), 50.0);
    CHECK(same.major == doctest::Approx(1.1774 * 50));
    CHECK(same.minor == doctest::Approx(1.1774 * 50));
    // Most agree on one number (MAD 0): the quartiles still say that some do not.
    std::vector<Point> some{{0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {100, 0}, {200, 0}, {300, 0}};
    CHECK(half_of_the_points(some, 1.0).major == doctest::Approx(1.1774 * 125.0 / 1.349));
}
