#include "analysis/counting/judgment.h"
#include "shared_files.h"

#include <doctest/doctest.h>

#include <map>
#include <random>

using namespace analysis;

namespace {

// The grades in the order of their removal, one by one: a slow reference implementation.
std::vector<int> removal_sequence(Grades const& counts)
{
    std::vector<int> sorted;
    for (std::size_t g = 0; g < counts.size(); ++g)
        sorted.insert(sorted.end(), static_cast<std::size_t>(counts[g]), static_cast<int>(g));
    std::vector<int> out;
    out.reserve(sorted.size());
    while (!sorted.empty()) {
        auto const middle = static_cast<std::ptrdiff_t>((sorted.size() - 1) / 2);
        out.push_back(sorted[static_cast<std::size_t>(middle)]);
        sorted.erase(sorted.begin() + middle);
    }
    return out;
}

std::vector<Grades> tallies_of(nlohmann::json const& list)
{
    return list.get<std::vector<Grades>>();
}

GradeBlank policy_of(std::string const& mode)
{
    if (mode == "MedianDefault") return GradeBlank::median;
    return mode == "Normalized" ? GradeBlank::proportions : GradeBlank::grade;
}

} // namespace

TEST_CASE("MieuxVoter's published assertions on majority judgment hold, to the billions")
{
    auto const cases = shared::json("data/majority-judgment/mieuxvoter_assertions.json");
    if (!cases) CADRAN_SKIP("no shared data");
    for (auto const& one : *cases) {
        auto const title = one["title"].get<std::string>();
        CAPTURE(title);
        auto const tallies = with_blanks(
            tallies_of(one["tallies"]), one["participants"].get<std::int64_t>(),
            policy_of(one.value("mode", "StaticDefault")), one.value("default", std::size_t{0}));
        CHECK(judgment_ranks(tallies) == one["ranks"].get<std::vector<int>>());
    }
}

TEST_CASE("The textbook cases: lower middle, both signs, removal to the end, and a real tie")
{
    auto const vectors = shared::json("expected/textbook_vectors.json");
    if (!vectors) CADRAN_SKIP("no shared results");
    int seen = 0;
    for (auto const& one : *vectors) {
        if (one["kind"] != "majority_judgment") continue;
        ++seen;
        auto const name = one["name"].get<std::string>();
        CAPTURE(name);
        std::vector<Grades> tallies;
        std::vector<int> ranks;
        for (auto const& [who, counts] : one["tallies"].items()) {
            tallies.push_back(counts.get<Grades>());
            ranks.push_back(one["rank"][who].get<int>());
            auto const gauge = gauge_of(tallies.back());
            CHECK(gauge.grade == one["gauge"][who]["median_index"].get<int>());
            CHECK(gauge.above == one["gauge"][who]["above"].get<std::int64_t>());
            CHECK(gauge.below == one["gauge"][who]["below"].get<std::int64_t>());
            CHECK(removal_sequence(tallies.back()) ==
                  one["removal_sequence"][who].get<std::vector<int>>());
        }
        CHECK(judgment_ranks(tallies) == ranks);
    }
    CHECK(seen == 4);
}

TEST_CASE("The first precinct of Orsay, 2007, is judged as published")
{
    auto const expected = shared::json("expected/majority_judgment_orsay2007.json");
    auto const rows = shared::lines("data/majority-judgment/orsay2007_bureau_01.csv");
    if (!expected || !rows) CADRAN_SKIP("no shared data");
    auto const names = shared::split(rows->front(), ',');
    std::vector<Grades> tallies(names.size() - 1, Grades(6));
    std::int64_t ballots = 0;
    for (std::size_t r = 1; r < rows->size(); ++r) {
        auto const cells = shared::split((*rows)[r], ',');
        ++ballots;
        for (std::size_t i = 1; i < cells.size(); ++i)
            if (auto const grade = std::stoul(cells[i]); grade > 0) ++tallies[i - 1][grade - 1];
    }
    auto const& precinct = (*expected)["bureau_01"];
    CHECK(ballots == precinct["ballots"].get<std::int64_t>());
    tallies = with_blanks(std::move(tallies), ballots, GradeBlank::worst);
    auto const ranks = judgment_ranks(tallies);
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        auto const& name = names[i + 1];
        CAPTURE(name);
        auto const& detail = precinct["detail"][name];
        auto const gauge = gauge_of(tallies[i]);
        CHECK(ranks[i] == detail["rank"].get<int>());
        CHECK(tallies[i] == detail["counts_worst_to_best"].get<Grades>());
        CHECK((*expected)["grades_worst_to_best"][static_cast<std::size_t>(gauge.grade)] ==
              detail["median"]);
        CHECK(gauge.above == detail["above"].get<std::int64_t>());
        CHECK(gauge.below == detail["below"].get<std::int64_t>());
        CHECK((gauge.sign == Gauge::Sign::plus) == (detail["sign"] == "+"));
    }
}

TEST_CASE("Comparing by shares gives the same order as removing one vote after another")
{
    std::mt19937 random(7); // NOLINT: the same draws every time
    for (int draw = 0; draw < 20'000; ++draw) {
        auto const people = 1 + static_cast<int>(random() % 9);
        auto const profile = [&] {
            Grades counts(4);
            for (int i = 0; i < people; ++i) ++counts[random() % 4];
            return counts;
        };
        auto const a = profile();
        auto const b = profile();
        auto const by_removal = removal_sequence(a) <=> removal_sequence(b);
        REQUIRE(compare_judgments(a, b) == by_removal);
        // Doubling every count changes neither the gauge nor any comparison.
        Grades twice = a;
        for (auto& count : twice) count *= 2;
        REQUIRE(compare_judgments(a, twice) == std::strong_ordering::equal);
        REQUIRE(compare_judgments(twice, b) == by_removal);
    }
}

TEST_CASE("The numeric gauge orders cases as their gauges do")
{
    std::mt19937 random(11); // NOLINT: the same draws every time
    for (int draw = 0; draw < 5'000; ++draw) {
        Grades a(5);
        Grades b(5);
        for (int i = 0; i < 12; ++i) ++a[random() % 5], ++b[random() % 5];
        auto const left = gauge_of(a);
        auto const right = gauge_of(b);
        // the removal continues where gauges are equal
        if (left.number() == right.number()) continue;
        REQUIRE((left.number() > right.number()) == (compare_judgments(a, b) > 0));
    }
}

TEST_CASE("A case that nobody graded comes last, whatever blanks count as")
{
    for (auto policy : {GradeBlank::worst, GradeBlank::median, GradeBlank::proportions}) {
        auto const tallies = with_blanks({{0, 0, 0}, {1, 0, 3}}, 4, policy);
        CHECK(judgment_ranks(tallies) == std::vector{2, 1});
    }
}
