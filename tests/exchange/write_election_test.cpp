#include "analysis/voting/tally.h"
#include "edit/command.h"
#include "exchange/elections/election.h"
#include "exchange/elections/write_election.h"

#include <doctest/doctest.h>

#include <random>

// Votes as files that other programs count.
namespace {

using exchange::ElectionFile;
using model::Method;

// A closed vote of four cases in which `people` voted, at random but the same each time.
model::Document voted(Method method, int people, unsigned seed, bool complete = false)
{
    std::mt19937 engine(seed);
    auto const below = [&](unsigned n) { return static_cast<int>(engine() % n); };
    model::Document doc;
    model::writable<model::Profile>(doc).set({}, {"Atelier ; du \"23\"", "fr", ""});
    std::vector<model::CaseId> cases;
    for (int i = 1; i <= 4; ++i) {
        model::Case one;
        one.number = 10 * i;
        one.title = i == 2 ? "Un ; \"deux\"" : "Cas " + std::to_string(i);
        one.cost = std::to_string(1000 * i) + " €";
        model::writable<model::Case>(doc).set({static_cast<unsigned>(i)}, one);
        cases.push_back({static_cast<unsigned>(i)});
    }
    model::Round round;
    round.number = 3;
    round.question = "Lesquels ?";
    round.method = method;
    round.cases = cases;
    round.choices = 0;
    round.cap = 0;
    round.grades = method == Method::majority_judgment ? 5 : 10;
    round.money = 500'000;
    if (method == Method::majority_judgment) round.labels = {"Non", "Peu", "Moyen", "Bien", "Oui"};
    model::writable<model::Round>(doc).set({50}, round);
    model::writable<model::RoundStatus>(doc).set({50}, {model::RoundState::revealed});
    for (int n = 1; n <= people; ++n) {
        model::Ballot ballot;
        std::shuffle(cases.begin(), cases.end(), engine);
        auto const named = complete ? 4 : 1 + below(4);
        int left = round.budget;
        for (int i = 0; i < named; ++i) {
            int value = 1;
            if (method == Method::dots) value = std::min(left, 1 + below(3)), left -= value;
            if (method == Method::score) value = below(11);
            if (method == Method::majority_judgment) value = below(5);
            if (method == Method::ranking) value = i + 1;
            if (value > 0 || method == Method::score || method == Method::majority_judgment)
                ballot.marks.push_back({cases[static_cast<std::size_t>(i)], value});
        }
        model::writable<model::Ballot>(doc).set({{50}, n}, ballot);
    }
    return doc;
}

std::string where(model::Document const& doc, ElectionFile as)
{
    auto const bytes = exchange::write_election(doc, 3, as, "x");
    return bytes ? std::string{} : bytes.error().where;
}

// The scores of a vote by the titles of its cases, as they are counted.
std::map<std::string, std::string> figures(model::Document const& doc, model::RoundId id)
{
    auto const tally = analysis::tally(doc, id);
    REQUIRE(tally);
    std::map<std::string, std::string> out;
    for (auto const& one : tally->cases)
        out[model::get<model::Case>(doc, one.on).title] =
            std::to_string(one.rank) + "/" + analysis::text(one.score);
    out["voters"] = std::to_string(tally->voters);
    return out;
}

void same_when_read_back(model::Document const& doc, ElectionFile as, std::string const& name)
{
    CAPTURE(name);
    auto const bytes = exchange::write_election(doc, 3, as, name);
    CAPTURE((bytes ? *bytes : bytes.error().where));
    REQUIRE(bytes);
    auto const format = exchange::election_format(*bytes, name);
    REQUIRE(format);
    std::uint64_t last = 0;
    auto const plan = exchange::plan_election(
        *bytes, name, *format,
        {[&] { return model::CaseId{++last}; }, [&] { return model::RoundId{++last}; }}, 1);
    CAPTURE((plan ? "" : plan.error().where + " " + plan.error().detail));
    REQUIRE(plan);
    CHECK(plan->notes.empty());
    model::Document back;
    REQUIRE(model::apply(back, *edit::plan(back, plan->command)));
    CHECK(figures(back, plan->command.id) == figures(doc, {50}));
    CHECK(plan->command.round.question == "Lesquels ?");
}

} // namespace

TEST_CASE("a vote that is written for others and read back gives the same figures")
{
    for (unsigned seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        same_when_read_back(voted(Method::approval, 30, seed), ElectionFile::pabulib, "x.pb");
        same_when_read_back(voted(Method::dots, 30, seed), ElectionFile::pabulib, "x.pb");
        same_when_read_back(voted(Method::score, 30, seed, true), ElectionFile::pabulib, "x.pb");
        same_when_read_back(voted(Method::ranking, 30, seed), ElectionFile::pabulib, "x.pb");
        same_when_read_back(voted(Method::ranking, 30, seed, true), ElectionFile::soc, "x.soc");
        same_when_read_back(voted(Method::ranking, 30, seed), ElectionFile::soi, "x.soi");
        same_when_read_back(voted(Method::ranking, 30, seed), ElectionFile::toi, "x.toi");
        same_when_read_back(voted(Method::approval, 30, seed), ElectionFile::cat, "x.cat");
        same_when_read_back(voted(Method::majority_judgment, 30, seed, true), ElectionFile::cat,
                            "x.cat");
    }
}

TEST_CASE("what a format cannot say is told, and ballots by which people would be known stay")
{
    CHECK(where(voted(Method::ranking, 4, 1), ElectionFile::toi) == "export.round.few");
    CHECK(where(voted(Method::ranking, 5, 1), ElectionFile::toi).empty());
    CHECK(where(voted(Method::ranking, 30, 1), ElectionFile::soc) == "export.round.complete");
    CHECK(where(voted(Method::approval, 30, 1), ElectionFile::toi) == "export.round.form");
    CHECK(where(voted(Method::majority_judgment, 30, 1), ElectionFile::pabulib) ==
          "export.round.form");
    auto tied = voted(Method::ranking, 30, 1);
    model::writable<model::Ballot>(tied).set({{50}, 1}, {{{{1}, 1}, {{2}, 1}}, 1});
    CHECK(where(tied, ElectionFile::soi) == "export.round.ties");
    CHECK(where(tied, ElectionFile::toi).empty());
    auto open = voted(Method::ranking, 30, 1);
    model::writable<model::RoundStatus>(open).set({50}, {model::RoundState::open});
    CHECK(where(open, ElectionFile::toi) == "export.round.open");
    CHECK(exchange::write_election(open, 7, ElectionFile::toi, "x").error().where == "round");
}

TEST_CASE("who stayed blank is counted in a note and is no line of the file")
{
    auto doc = voted(Method::approval, 30, 1);
    model::writable<model::Ballot>(doc).set({{50}, 31}, {{}, 2});
    auto const bytes = *exchange::write_election(doc, 3, ElectionFile::pabulib, "x.pb");
    CHECK(bytes.find("num_votes;30\n") != std::string::npos);
    CHECK(bytes.find("blank_ballots;2\n") != std::string::npos);
    CHECK(bytes.find("description;Lesquels ?\n") != std::string::npos);
    CHECK(bytes.find("unit;\"Atelier ; du \"\"23\"\"\"\n") != std::string::npos);
}
