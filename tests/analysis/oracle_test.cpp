#include "analysis/judgment.h"
#include "analysis/orders.h"
#include "support/folders.h"
#include "support/skip.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <sys/wait.h>

// Rankings and judgments counted by libraries of others too: npm `votes` and `condorcet`. They are
// fetched once into the build's folder; where npm does not answer, this is skipped, and said.
using namespace analysis;
using Json = nlohmann::json;

namespace {

// What a command prints, when it succeeds.
std::optional<std::string> printed_by(std::string const& command)
{
    auto* pipe = popen(command.c_str(), "r");
    if (!pipe) return std::nullopt;
    std::string out;
    std::array<char, 4096> part{};
    while (auto const got = std::fread(part.data(), 1, part.size(), pipe))
        out.append(part.data(), got);
    auto const status = pclose(pipe);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
    return out;
}

std::filesystem::path libraries()
{
    return std::filesystem::path(support::binary()).parent_path().parent_path() / "npm";
}

bool fetch_libraries()
{
    auto const folder = libraries();
    if (std::filesystem::exists(folder / "node_modules" / "votes") &&
        std::filesystem::exists(folder / "node_modules" / "condorcet"))
        return true;
    std::filesystem::create_directories(folder);
    return printed_by("timeout 60 npm install --no-audit --no-fund --prefix '" + folder.string() +
                      "' votes@3.0.0 condorcet@0.1.0 2>/dev/null")
        .has_value();
}

std::optional<Json> ask_libraries(Json const& elections)
{
    auto const folder = libraries();
    std::filesystem::copy_file(support::sources_dir() / "tests" / "analysis" / "oracle.mjs",
                               folder / "oracle.mjs",
                               std::filesystem::copy_options::overwrite_existing);
    std::ofstream(folder / "elections.json") << elections.dump();
    auto const said = printed_by("cd '" + folder.string() +
                                 "' && timeout 60 node oracle.mjs < elections.json 2>/dev/null");
    return said ? std::optional(Json::parse(*said)) : std::nullopt;
}

struct Ranked {
    std::vector<std::uint32_t> order;
    std::int64_t copies = 1;
};

std::string letter(std::size_t i) { return std::string(1, static_cast<char>('A' + i)); }

struct Election {
    std::size_t cases = 0;
    std::vector<Ranked> ballots;
    std::vector<Grades> grades;

    [[nodiscard]] Json json() const
    {
        Json out{{"candidates", Json::array()}, {"ballots", Json::array()}};
        for (std::size_t i = 0; i < cases; ++i) out["candidates"].push_back(letter(i));
        for (auto const& ballot : ballots) {
            Json order = Json::array();
            for (auto i : ballot.order) order.push_back(letter(i));
            out["ballots"].push_back({{"order", order}, {"copies", ballot.copies}});
        }
        // Each grade of each case as a ballot that puts this case alone on the place of the grade.
        auto judgments = Json{{"candidates", out["candidates"]}, {"ballots", Json::array()}};
        for (std::size_t i = 0; i < grades.size(); ++i)
            for (std::size_t grade = 0; grade < grades[i].size(); ++grade) {
                Json places = Json::array();
                for (std::size_t place = 0; place < grades[i].size(); ++place)
                    places.push_back(place == grades[i].size() - 1 - grade
                                         ? Json::array({letter(i)})
                                         : Json::array());
                if (grades[i][grade] > 0)
                    judgments["ballots"].push_back(
                        {{"ranking", places}, {"weight", grades[i][grade]}});
            }
        out["judgments"] = judgments;
        return out;
    }
    [[nodiscard]] Square wins() const
    {
        Square out(cases);
        for (auto const& ballot : ballots)
            add_pairs(out, votes(ballot), ballot.copies, model::BlankPolicy::below);
        return out;
    }
    [[nodiscard]] std::vector<std::int64_t> doubled_points() const
    {
        std::vector<std::int64_t> out(cases);
        for (auto const& ballot : ballots)
            add_points(out, votes(ballot), ballot.copies, Points::borda, model::BlankPolicy::below);
        return out;
    }
    [[nodiscard]] std::int64_t people() const
    {
        std::int64_t out = 0;
        for (auto const& ballot : ballots) out += ballot.copies;
        return out;
    }
    static std::vector<Vote> votes(Ranked const& ballot)
    {
        std::vector<Vote> out;
        for (std::size_t i = 0; i < ballot.order.size(); ++i)
            out.push_back({ballot.order[i], static_cast<std::int32_t>(i) + 1});
        return out;
    }
};

constexpr std::size_t grades_of_the_library = 6;

// An odd number of people, so that no duel ends level and medians are one grade.
Election some_election(std::mt19937& chance)
{
    auto const up_to = [&](std::uint32_t n) { return static_cast<std::uint32_t>(chance() % n); };
    Election out;
    out.cases = 3 + up_to(3); // a library takes its time over more
    for (auto left = 4 + up_to(9); left > 0; --left) {
        Ranked ballot{std::vector<std::uint32_t>(out.cases), 1 + up_to(9)};
        std::iota(ballot.order.begin(), ballot.order.end(), 0U);
        std::shuffle(ballot.order.begin(), ballot.order.end(), chance);
        out.ballots.push_back(ballot);
    }
    if (out.people() % 2 == 0) ++out.ballots.front().copies;
    auto const judges = 5 + 2 * up_to(40);
    for (std::size_t i = 0; i < out.cases; ++i) {
        Grades counts(grades_of_the_library);
        auto const around = up_to(grades_of_the_library);
        for (std::uint32_t one = 0; one < judges; ++one) {
            auto const grade = (up_to(2) == 0) ? around : up_to(grades_of_the_library);
            ++counts[grade];
        }
        out.grades.push_back(counts);
    }
    return out;
}

// Places of a list of lists of names, ties sharing one: the first is 1, the next 1 + those before.
std::vector<int> ranks_of(Json const& lists, std::size_t cases)
{
    std::vector<int> out(cases);
    int before = 0;
    for (auto const& tied : lists) {
        for (auto const& name : tied)
            out[static_cast<std::size_t>(name.get<std::string>()[0] - 'A')] = before + 1;
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
    if (!fetch_libraries()) CADRAN_SKIP("npm does not answer");
    std::mt19937 chance(20261125);
    std::vector<Election> elections;
    Json asked = Json::array();
    for (int i = 0; i < 100; ++i) {
        elections.push_back(some_election(chance));
        asked.push_back(elections.back().json());
    }
    auto const answers = ask_libraries(asked);
    if (!answers) CADRAN_SKIP("node does not answer");
    REQUIRE(answers->size() == elections.size());
    int cycles_seen = 0;
    int pairs_compared = 0;
    int paths_compared = 0;
    for (std::size_t n = 0; n < elections.size(); ++n) {
        auto const& election = elections[n];
        auto const& said = (*answers)[n];
        auto const wins = election.wins();
        CAPTURE(asked[n].dump());
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
        // Of paths that tie, the libraries count wins where METHODS counts losses.
        if (all_paths_differ(strongest_paths(wins))) {
            ++paths_compared;
            CHECK(schulze == ranks_of(said["votes"]["schulze"], election.cases));
            auto const& order = said["condorcet"]["schulze"];
            for (std::size_t place = 0; place < order.size(); ++place)
                CHECK(schulze[static_cast<std::size_t>(order[place].get<std::string>()[0] - 'A')] ==
                      static_cast<int>(place) + 1);
        }
        if (!cycles(wins, declared).empty()) ++cycles_seen;
        if (all_majorities_differ(wins) && !said["votes"]["ranked_pairs"].is_null()) {
            ++pairs_compared;
            CHECK(ranked_pairs(wins, declared).ranks ==
                  ranks_of(said["votes"]["ranked_pairs"], election.cases));
        }
        for (std::size_t i = 0; i < election.cases; ++i)
            CHECK(gauge_of(election.grades[i]).grade == static_cast<int>(grades_of_the_library) -
                                                            1 -
                                                            said["judged"][letter(i)].get<int>());
    }
    CHECK(cycles_seen > 3); // otherwise every method says the same
    CHECK(pairs_compared > 3);
    CHECK(paths_compared > 20);
}
