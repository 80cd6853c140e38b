#include "importing.h"
#include "support/skip.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

// Boards, issues and web pages that contain a table.
namespace {

using importing::Import;
using importing::Titles;

} // namespace

TEST_CASE("the open cards of a board are cases, with their list as domain")
{
    Import import;
    auto const plan = import.plan(
        R"({"name":"Tableau","lists":[{"id":"l1","name":"À faire"},{"id":"l2","name":"Fait"}],
            "cards":[{"id":"c1","name":"Trier le courrier","desc":"Vite","idList":"l1","closed":false,
                      "email":null,"shortUrl":"https://t.fr/c/1","labels":[{"name":"urgent"}]},
                     {"id":"c2","name":"Relire","desc":"","idList":"l2","closed":true},
                     {"id":"c3","name":"Prévenir","desc":"","idList":"l2","closed":false,
                      "shortUrl":"https://t.fr/c/3"}]})",
        "tableau.json");
    REQUIRE(plan);
    CHECK(Import::titles_of(*plan) == Titles{"Trier le courrier", "Prévenir"});
    auto const& first = plan->command.cases[0].text;
    CHECK(first.description == "Vite");
    CHECK(first.domain == "À faire");
    CHECK(first.source == "https://t.fr/c/1");
    REQUIRE(plan->left_out.size() == 1);
    CHECK(plan->left_out[0].where == "import.archived");
    CHECK(plan->left_out[0].detail == "Relire");
}

TEST_CASE("issues and tasks in JSON are cases, whatever list holds them")
{
    Import import;
    CHECK(import.titles(R"([{"number":1,"title":"Trier","body":"Vite","user":{"login":"a"}},
                            {"number":2,"title":"Relire","body":null}])",
                        "issues.json") == Titles{"Trier", "Relire"});
    CHECK(import.titles(R"({"@odata.count":1,"value":[{"id":"x","title":"Trier","bucketId":"b"}]})",
                        "plan.json") == Titles{"Trier"});
    CHECK(import.titles(R"({"issues":[{"key":"A-1","fields":{"summary":"Trier","description":"Vite",
                            "reporter":{"name":"x"}}}]})",
                        "tickets.json") == Titles{"Trier"});
    CHECK(import.titles(R"({"data":{"repository":{"issues":{"nodes":[{"title":"Trier"}]}}}})",
                        "reponse.json") == Titles{"Trier"});
    for (auto const* none : {"{}", "[]", R"({"a":1})", R"(["a","b"])", R"({"a":[1,2]})"})
        CHECK(importing::why(import.plan(none, "a.json")) == "import.kind.json");
    CHECK(importing::why(import.plan(R"([{"title":"Tri")", "a.json")) == "import.json");
}

TEST_CASE("the largest table of a page is read, else its list")
{
    Import import;
    auto const plan = import.plan(
        "<!DOCTYPE html><html><body><table><tr><td>menu</td></tr></table><table>"
        "<tr><th>Titre</th><th>Description</th></tr><tr><td>Tri du\n "
        "courrier</td><td><b>Vite</b><br>et bien</td></tr>"
        "<tr><td>Fuites d&rsquo;eau</td><td colspan=\"2\"></td></tr></table></body></html>",
        "page.html");
    REQUIRE(plan);
    CHECK(Import::titles_of(*plan) == Titles{"Tri du courrier", "Fuites d’eau"});
    CHECK(plan->command.cases[0].text.description == "Vite\net bien");
    CHECK(import.titles("<ul><li>Trier</li><li>Relire <i>tout</i></li></ul>", "") ==
          Titles{"Trier", "Relire tout"});
    CHECK(importing::why(import.plan("<html><body><p>Bonjour</p></body></html>", "a.html")) ==
          "import.kind.web_page");
}

TEST_CASE("a real public board gives its 117 open cards, in 15 lists")
{
    auto const bytes = importing::shared_bytes("data/inputs/trello-tableau.json");
    if (!bytes) CADRAN_SKIP("no shared inputs");
    Import import;
    auto const plan = import.plan(*bytes, "trello-tableau.json");
    CAPTURE(importing::why(plan));
    REQUIRE(plan);
    CHECK(plan->command.cases.size() == 117);
    CHECK(plan->left_out.size() == 2);
    std::set<std::string> lists;
    for (auto const& one : plan->command.cases) {
        CHECK_FALSE(one.text.domain.empty());
        lists.insert(one.text.domain);
    }
    CHECK(lists.size() <= 15);
}
