#include "exchange/cases/proposals.h"

#include <doctest/doctest.h>

#include <set>

namespace {

std::vector<std::string> titles(exchange::ProposalFile const& file)
{
    std::vector<std::string> out;
    for (auto const& [id, one] : file.proposals) out.push_back(one.title);
    return out;
}

std::set<std::uint64_t> ids(exchange::ProposalFile const& file)
{
    std::set<std::uint64_t> out;
    for (auto const& [id, one] : file.proposals) out.insert(id.value);
    return out;
}

} // namespace

TEST_CASE("a proposal written as JSON is read back whole")
{
    model::Proposal said;
    said.title = "Tri du « courrier »";
    said.description = "deux\nlignes";
    said.domain = "Usagers";
    said.from = "Accueil";
    said.at_ms = 1234;
    auto const file = exchange::read_proposals("a.json", exchange::proposal_json(said), 99);
    REQUIRE(file);
    REQUIRE(file->proposals.size() == 1);
    CHECK(file->proposals[0].second == said);
}

TEST_CASE("the same file proposes the same ids; another name or another text, others")
{
    std::string const csv = "titre;service\nTri du courrier;Accueil\nFuites d’eau;Eau\n";
    auto const once = *exchange::read_proposals("a.csv", csv, 1);
    CHECK(ids(once) == ids(*exchange::read_proposals("a.csv", csv, 77)));
    auto const longer = *exchange::read_proposals("a.csv", csv + "Permis;Urbanisme\n", 2);
    CHECK(ids(longer).size() == 3);
    for (auto id : ids(once)) CHECK(ids(longer).contains(id));
    for (auto id : ids(*exchange::read_proposals("b.csv", csv, 1)))
        CHECK_FALSE(ids(once).contains(id));
    for (auto id : ids(once)) {
        CHECK(id >= model::derived_ids);
        CHECK(id < 2 * model::derived_ids); // a number that every JSON reader holds exactly
    }
}

TEST_CASE("two rows that say the same are two proposals")
{
    auto const file = *exchange::read_proposals("a.txt", "Tri\nTri\nTri\n", 1);
    CHECK(titles(file).size() == 3);
    CHECK(ids(file).size() == 3);
}

TEST_CASE("a table gives who proposes, the domain, and the need before the description")
{
    auto const file = *exchange::read_proposals(
        "a.csv",
        "titre,besoin,description,domaine,service\nTri,Trop de courriels,Trier,Accueil,DSI\n",
        5000);
    REQUIRE(file.proposals.size() == 1);
    auto const& one = file.proposals[0].second;
    CHECK(one.from == "DSI");
    CHECK(one.domain == "Accueil");
    CHECK(one.description == "Trop de courriels\n\nTrier");
    CHECK(one.at_ms == 5000);
    CHECK(one.origin == model::Origin::imported);
}

TEST_CASE("the first row of a file is its newest")
{
    auto const file = *exchange::read_proposals("a.txt", "Une\nDeux\n", 1000);
    CHECK(titles(file) == std::vector<std::string>{"Une", "Deux"});
    CHECK(file.proposals[0].second.at_ms > file.proposals[1].second.at_ms);
}

TEST_CASE("a row without a title is left out by its line, and the others are proposed")
{
    auto const file = *exchange::read_proposals("a.csv", "titre;domaine\nTri;Eau\n;Eau\n", 1);
    CHECK(file.proposals.size() == 1);
    REQUIRE(file.left_out.size() == 1);
    CHECK(file.left_out[0].line == 3);
}

TEST_CASE("a file without a proposal is refused with its reason")
{
    auto where = [](char const* name, std::string const& bytes) {
        auto const file = exchange::read_proposals(name, bytes, 1);
        return file ? std::string{} : file.error().where;
    };
    CHECK(where("a.json", "not JSON") == "proposals.form");
    CHECK(where("a.json", "3") == "proposals.form");
    CHECK(where("a.json", "[1]") == "proposals.form");
    CHECK(where("a.json", "{\"title\":\"  \"}") == "case.title");
    CHECK(where("a.json", "{\"title\":7}") == "case.title");
    CHECK(where("a.csv", "") == "import.empty");
    CHECK(where("a.csv", "domaine,description\nEau,x\n") == "import.title_column");
    std::string many;
    for (int i = 0; i < 2001; ++i) many += "Idée " + std::to_string(i) + "\n";
    CHECK(where("a.txt", many) == "proposals.too_many");
}

TEST_CASE("a title of several lines becomes one line without direction marks")
{
    auto const file =
        *exchange::read_proposals("a.json", "{\"title\":\" Tri\\ndu\\u202e courrier \"}", 1);
    CHECK(titles(file) == std::vector<std::string>{"Tri du courrier"});
}
