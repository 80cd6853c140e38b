#include "analysis/counting/judgment.h"
#include "analysis/voting/orders.h"
#include "support/folders.h"
#include "support/parsed.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <numeric>
#include <set>
#include <string>

// A hundred elections, also counted by the npm libraries `votes` and `condorcet`; oracle.mjs made
// the file.
using namespace analysis;
using Json = nlohmann::json;

namespace {

std::string letter(std::size_t i) { return std::string(1, static_cast<char>('A' + i)); }
std::uint32_t place_of(char name) { return static_cast<std::uint32_t>(name - 'A'); }

struct Ranked {
    std::vector<Vote> votes;
    std::int64_t copies = 1;
};

struct Election {
    explicit Election(Json const& read)
        : cases(read["cases"].get<std::size_t>())
        , grades(read["grades"].get<std::vector<Grades>>())
    {
        for (auto const& ballot : read["ballots"]) {
            auto& out = ballots.emplace_back(Ranked{{}, ballot[1].get<std::int64_t>()});
            for (char const name : ballot[0].get<std::string>())
                out.votes.push_back(
                    {place_of(name), static_cast<std::int32_t>(out.votes.size()) + 1});
        }
    }

    [[nodiscard]] Square wins() const
    {
        Square out(cases);
        for (auto const& ballot : ballots)
            add_pairs(out, ballot.votes, ballot.copies, model::BlankPolicy::below);
        return out;
    }
    [[nodiscard]] std::vector<std::int64_t> doubled_points() const
    {
        std::vector<std::int64_t> out(cases);
        for (auto const& ballot : ballots)
            add_points(out, ballot.votes, ballot.copies, Points::borda, model::BlankPolicy::below);
        return out;
    }
    [[nodiscard]] std::int64_t people() const
    {
        std::int64_t out = 0;
        for (auto const& ballot : ballots) out += ballot.copies;
        return out;
    }

    std::size_t cases = 0;
    std::vector<Grades> grades; // how often each case got each grade, the worst first
    std::vector<Ranked> ballots;
};

constexpr int best_grade = 5; // of the library's majority judgment, which counts from the best

// Places of a list of lists of names, ties sharing one: the first is 1, the next 1 + those before.
std::vector<int> ranks_of(Json const& lists, std::size_t cases)
{
    std::vector<int> out(cases);
    int before = 0;
    for (auto const& tied : lists) {
        for (auto const& name : tied) out[place_of(name.get<std::string>()[0])] = before + 1;
        before += static_cast<int>(tied.size());
    }
    return out;
}

bool all_paths_differ(Square const& paths)
{
    for (std::size_t i = 0; i < paths.size; ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (paths.at(i, j) == paths.at(j, i)) return false;
    return true;
}

bool all_majorities_differ(Square const& wins)
{
    std::set<std::int64_t> seen;
    for (std::size_t i = 0; i < wins.size; ++i)
        for (std::size_t j = 0; j < wins.size; ++j)
            if (wins.at(i, j) > wins.at(j, i) && !seen.insert(wins.at(i, j)).second) return false;
    return true;
}

} // namespace

TEST_CASE("Libraries that others wrote count a hundred elections the same")
{
    std::ifstream file(support::sources_dir() / "tests" / "fixtures" / "counted_elsewhere.json");
    auto const all = support::parsed(file);
    REQUIRE(all.size() == 100);
    int cycles_seen = 0;
    int pairs_compared = 0;
    int paths_compared = 0;
    for (auto const& said : all) {
        Election const election(said);
        auto const wins = election.wins();
        CAPTURE(said.dump());
        for (std::size_t i = 0; i < election.cases; ++i)
            for (std::size_t j = 0; j < election.cases; ++j)
                CHECK(wins.at(i, j) == said["votes"]["matrix"][i][j].get<std::int64_t>());

        // The library gives one point more to each case of each ballot.
        auto const points = election.doubled_points();
        for (std::size_t i = 0; i < election.cases; ++i)
            CHECK(points[i] ==
                  2 * (said["votes"]["borda"][letter(i)].get<std::int64_t>() - election.people()));

        std::vector<std::uint32_t> declared(election.cases);
        std::iota(declared.begin(), declared.end(), 0U);
        auto const schulze = schulze_ranks(strongest_paths(wins));
        // Of paths that tie, the libraries count wins where methods.md counts losses.
        if (all_paths_differ(strongest_paths(wins))) {
            ++paths_compared;
            CHECK(schulze == ranks_of(said["votes"]["schulze"], election.cases));
            auto const& order = said["condorcet"]["schulze"];
            for (std::size_t place = 0; place < order.size(); ++place)
                CHECK(schulze[place_of(order[place].get<std::string>()[0])] ==
                      static_cast<int>(place) + 1);
        }
        if (!cycles(wins, declared).empty()) ++cycles_seen;
        if (all_majorities_differ(wins) && !said["votes"]["ranked_pairs"].is_null()) {
            ++pairs_compared;
            CHECK(ranked_pairs(wins, declared).ranks ==
                  ranks_of(said["votes"]["ranked_pairs"], election.cases));
        }
        for (std::size_t i = 0; i < election.cases; ++i)
            CHECK(gauge_of(election.grades[i]).grade ==
                  best_grade - said["judged"][letter(i)].get<int>());
    }
    CHECK(cycles_seen > 3); // otherwise all methods agree
    CHECK(pairs_compared > 3);
    CHECK(paths_compared > 20);
}
