#include "exchange/elections/election.h"
#include "importing.h"
#include "support/skip.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

// Elections in published formats.
namespace {

using exchange::ElectionFormat;

base::Result<exchange::ElectionPlan> planned(std::string const& bytes, std::string const& name)
{
    auto const format = exchange::election_format(bytes, name);
    REQUIRE(format);
    std::uint64_t last = 0;
    return exchange::plan_election(
        bytes, name, *format,
        {[&] { return model::CaseId{++last}; }, [&] { return model::RoundId{++last}; }}, 1);
}

exchange::ElectionPlan taken(std::string const& bytes, std::string const& name)
{
    auto plan = planned(bytes, name);
    CAPTURE((plan ? "" : plan.error().where));
    REQUIRE(plan);
    model::Document doc;
    auto const changes = edit::plan(doc, plan->command);
    CAPTURE((changes ? "" : changes.error().where));
    REQUIRE(changes);
    REQUIRE(model::apply(doc, *changes));
    return *std::move(plan);
}

importing::Titles titles(exchange::ElectionPlan const& plan)
{
    importing::Titles out;
    for (auto const& one : plan.command.cases) out.push_back(one.text.title);
    return out;
}

// The number of people who named each case.
std::map<std::string, int> supporters(exchange::ElectionPlan const& plan)
{
    std::map<std::string, int> out;
    for (auto const& ballot : plan.command.ballots)
        for (auto const& mark : ballot.marks)
            for (auto const& one : plan.command.cases)
                if (one.id == mark.on)
                    out[one.text.source.substr(one.text.source.rfind(' ') + 1)] += ballot.copies;
    return out;
}

std::string blt(std::string const& first = "3 1\n")
{
    return first + "4 1 2 0\n3 2 3 0\n2 3 0\n0\n\"Guide\"\n\"Agenda\"\n\"Fresque\"\n\"Essai\"\n";
}

} // namespace

TEST_CASE("a project named twice on a ballot counts once, also at the maximum length")
{
    std::string const file = "META\nkey;value\ndescription;Essai\nnum_projects;3\nnum_votes;3\n"
                             "budget;9000\nvote_type;approval\nmax_length;2\nPROJECTS\n"
                             "project_id;cost\n101;3000\n102;3000\n103;3000\nVOTES\nvoter_id;vote\n"
                             "1;101,102\n2;101,102,101\n3;103\n";
    auto const plan = taken(file, "a.pb");
    CHECK(titles(plan) == importing::Titles{"101", "102", "103"}); // they have no other name
    CHECK(supporters(plan) == std::map<std::string, int>{{"101", 2}, {"102", 2}, {"103", 1}});
    REQUIRE(plan.notes.size() == 1);
    CHECK(plan.notes[0].where == "election.note.twice");
    auto longer = file;
    longer.replace(longer.find("101,102,101"), 11, "101,102,103");
    CHECK(planned(longer, "a.pb").error().where == "election.rule");
    auto more = file;
    more.replace(more.find("num_votes;3"), 11, "num_votes;4");
    // Differences between announced and actual content are reported, and the actual content counts.
    auto const told = taken(more, "a.pb");
    CHECK(told.voters == 3);
    REQUIRE(told.notes.size() == 2);
    CHECK(told.notes[0].where == "election.note.count");
    CHECK(told.notes[0].detail == "num_votes: 4 ≠ 3");
}

TEST_CASE("an election of transferable votes is read as orders, with its names and its title")
{
    CHECK(exchange::election_format(blt(), "scrutin.txt") == ElectionFormat::blt);
    auto const plan = taken(blt(), "scrutin.blt");
    CHECK(titles(plan) == importing::Titles{"Guide", "Agenda", "Fresque"});
    CHECK(plan.command.round.question == "Essai");
    CHECK(plan.command.round.method == model::Method::ranking);
    CHECK(plan.voters == 9);
    CHECK(plan.notes.empty());
    auto const tied =
        taken("3 2\n-3\n2 1=2 0\n1 2 - 1 0\n1 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"T\"\n", "a.blt");
    CHECK(titles(tied) == importing::Titles{"A", "B"});
    CHECK(tied.command.ballots[0].marks[0].value == tied.command.ballots[0].marks[1].value);
    CHECK(tied.blanks == 1);
    CHECK(tied.notes.size() == 1); // one withdrawn
    CHECK(tied.command.round.method == model::Method::stv);
    CHECK(tied.command.round.seats == 2);
    CHECK(titles(taken("2 1\n1 1 0\n0\n\"Ada \"\"la\"\"\"\n\"\"\n\"T\"\n", "a.blt")) ==
          importing::Titles{"Ada \"la\"", "2"});
    // Options without a name go by their numbers.
    auto const nameless = taken("3 2\n2 1 2 0\n1 3 0\n0\n", "a.blt");
    CHECK(titles(nameless) == importing::Titles{"1", "2", "3"});
    CHECK(planned("2 3\n1 1 0\n0\n\"A\"\n\"B\"\n", "a.blt").error().where == "election.seats");
}

TEST_CASE("an invalid election of transferable votes is refused with its line")
{
    struct Bad {
        std::string bytes;
        char const* where;
        std::size_t line;
    };
    for (auto const& bad : {
             Bad{"3 1\n4 1 4 0\n0\n\"A\"\n\"B\"\n\"C\"\n", "election.alternative", 2},
             Bad{"3 1\n4 1 1 0\n0\n\"A\"\n\"B\"\n\"C\"\n", "election.twice", 2},
             Bad{"3 1\n4 1 2\n\"A\"\n\"B\"\n\"C\"\n", "election.alternative", 3},
             Bad{"3 1\n4 1 0\n0\n\"A\"\n", "election.missing", 4},
             Bad{"3 1\n0\n\"A\"\n\"B\"\n\"C\"\n", "election.no_ballots", 5},
             Bad{"2 1\n4 1 0\n0\n\"A\"\n\"B\"\n\"T\"\n\"C\"\n", "election.names", 7},
         }) {
        auto const plan = planned(bad.bytes, "a.blt");
        CAPTURE(bad.bytes);
        REQUIRE_FALSE(plan);
        CHECK(plan.error().where == bad.where);
        CHECK(plan.error().line == bad.line);
    }
}

TEST_CASE("aggregated ballots are read as orders with ties, or as scores")
{
    std::string const orders =
        "# essai\n{title: \"Midi\"}\n=A:[Le marché]\n27:A>B=C\n12: B > [Le parc] # x\n3:C\n";
    CHECK(exchange::election_format(orders, "a.txt") == ElectionFormat::abif);
    auto const plan = taken(orders, "a.abif");
    CHECK(titles(plan) == importing::Titles{"Le marché", "B", "C", "Le parc"});
    CHECK(plan.command.round.question == "Midi");
    CHECK(plan.command.round.method == model::Method::ranking);
    CHECK(plan.voters == 42);
    auto const scores = taken("5:A/5,B/3\n2:B/4\n", "a.abif");
    CHECK(scores.command.round.method == model::Method::score);
    CHECK(scores.command.round.grades == 5);
    auto const long_order = taken("5:A>B>C>D>E>F>G\n", "a.abif"); // as long as there are options
    CHECK(long_order.command.round.choices == 0);
    CHECK(planned("5:A>B\n2:A>A\n", "a.abif").error().where == "election.twice");
    CHECK(planned("5:A>B\nrien\n", "a.abif").error().line == 2);
}

TEST_CASE("what only looks like an election is a table or a list")
{
    for (auto const* text : {"12: Tri du courrier\n13: Fuites\n", "Titre;Domaine\nTri;Eau\n",
                             "9:30 Accueil > café\nTri\n", "3 1\nTri\n", "1:https://a.fr/b\n"})
        CHECK_FALSE(exchange::election_format(text, "a.txt"));
}

TEST_CASE("the elections shared by the projects around this one are read as their lists say")
{
    auto const twice = importing::shared_bytes("data/inputs/31-meme-projet-deux-fois.pb"),
               tie = importing::shared_bytes("data/inputs/09-jugement-egalite.cat"),
               blank = importing::shared_bytes("data/inputs/11-votes-blancs.pb"),
               ballots = importing::shared_bytes("data/inputs/10a-memes-bulletins.soc"),
               wrong = importing::shared_bytes("data/inputs/10d-deux-fois-le-meme.soc"),
               transferable = importing::shared_bytes("data/inputs/32-scrutin.blt"),
               town = importing::shared_bytes("data/pabulib/05-varsovie-2026-brodno.pb");
    if (!twice || !tie || !blank || !ballots || !wrong || !transferable || !town)
        CADRAN_SKIP("no shared inputs");
    CHECK(supporters(taken(*twice, "31.pb")) ==
          std::map<std::string, int>{{"101", 2}, {"102", 2}, {"103", 1}});
    auto const grades = taken(*tie, "09.cat");
    CHECK(grades.command.cases.size() == 2);
    CHECK(grades.voters == 19);
    CHECK(grades.command.round.grades == 6);
    CHECK(taken(*blank, "11.pb").blanks == 2);
    CHECK(taken(*ballots, "10a.soc").voters == 45);
    auto const refused = planned(*wrong, "10d.soc");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "election.twice");
    CHECK(refused.error().line == 14);
    CHECK(taken(*transferable, "32.blt").voters == 9);
    auto const brodno = taken(*town, "05.pb");
    CHECK(brodno.command.cases.size() == 29);
    CHECK(brodno.voters == 1446);
    auto const counts = supporters(brodno);
    CHECK(counts.at("382") == 660);
    CHECK(counts.at("1379") == 655);
    CHECK(brodno.notes.size() == 1);
}
