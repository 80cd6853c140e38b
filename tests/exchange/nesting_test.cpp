#include "exchange/cases/proposals.h"
#include "importing.h"
#include "zip.h"

#include <doctest/doctest.h>

#include <string>

// Deep nesting is refused with a message.
namespace {

using importing::Import;
using importing::Titles;
using importing::why;

std::string times(std::size_t n, std::string const& what)
{
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += what;
    return out;
}

} // namespace

TEST_CASE("JSON is read to the depth that tools write, and refused beyond, however deep it goes")
{
    Import import;
    auto const nested = [](std::size_t deep) {
        return R"([{"title":"Trier","more":)" + times(deep - 2, "[") + times(deep - 2, "]") + "}]";
    };
    CHECK(import.titles(nested(64), "a.json") == Titles{"Trier"});
    for (auto deep : {65U, 1'000U, 1'000'000U}) {
        auto const plan = import.plan(nested(deep), "a.json");
        CHECK(why(plan) == "import.too_deep");
        CHECK(plan.error().detail == "64");
    }
    // Brackets inside strings, and closed ones, do not count.
    CHECK(import.titles(R"([{"title":"Tri )" + times(500, "[{") + R"(\"["}])", "a.json").size() ==
          1);
    std::string wide = "[";
    for (int i = 0; i < 300; ++i)
        wide += R"({"title":"Tri )" + std::to_string(i) + R"(","a":[[1]]},)";
    CHECK(import.titles(wide + R"({"title":"Fin"}])", "a.json").size() == 301);
    CHECK(why(import.plan("[" + times(2'100'000, "1,") + "1]", "a.json")) == "import.too_large");
    CHECK(exchange::read_proposals("a.json", times(100'000, "["), 1).error().where ==
          "import.too_deep");
}

TEST_CASE("a page is read to the depth that browsers show, tables in cells too")
{
    Import import;
    auto const page = [](std::size_t deep) {
        return times(deep, "<div>") + "<table><tr><td>Titre</td><td>Domaine</td></tr>" +
               "<tr><td>Tri</td><td>Eau</td></tr></table>" + times(deep, "</div>");
    };
    CHECK(import.titles("<html>" + page(500), "a.html") == Titles{"Tri"});
    for (auto deep : {600U, 300'000U})
        CHECK(why(import.plan("<html>" + page(deep), "a.html")) == "import.too_deep");
    // Unclosed tags do not count as nesting.
    CHECK(
        import.titles("<ul>" + times(2'000, "<li>Trier</li><p><br>") + "</ul>", "a.html").size() ==
        2'000);
    auto const plan =
        import.plan("<html><table><tr><td>Titre<td>Description<tr><td>Tri<td>avant "
                    "<table><tr><td>dedans</td></tr></table> après<tr><td>Fuites<td>x</table>",
                    "a.html");
    REQUIRE(plan);
    CHECK(Import::titles_of(*plan) == Titles{"Tri", "Fuites"});
    CHECK(plan->command.cases[0].text.description.find("après") != std::string::npos);
}

TEST_CASE("cells of a page that reach over rows leave the others where they are")
{
    Import import;
    auto const plan =
        import.plan("<table><tr><th>Domaine</th><th>Titre</th></tr><tr><td rowspan=\"2\">Eau</td>"
                    "<td>Fuites</td></tr><tr><td>Compteurs</td></tr><tr><td>Ville</td><td>Permis</"
                    "td></tr></table>",
                    "a.html");
    REQUIRE(plan);
    CHECK(Import::titles_of(*plan) == Titles{"Fuites", "Compteurs", "Permis"});
    CHECK(plan->command.cases[2].text.domain == "Ville");
}

TEST_CASE("a part of a workbook deeper than any is refused")
{
    auto const book = [](std::size_t deep) {
        return importing::zip_of(
            {{"xl/workbook.xml",
              "<workbook><sheets><sheet name=\"Cas\" r:id=\"r1\"/></sheets></workbook>"},
             {"xl/_rels/workbook.xml.rels",
              "<Relationships><Relationship Id=\"r1\" Target=\"s.xml\"/></Relationships>"},
             {"xl/s.xml", "<worksheet>" + times(deep, "<x>") + times(deep, "</x>") +
                              "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Titre"
                              "</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>"
                              "Tri_x000D_\nde nuit</t></is></c></row></sheetData></worksheet>"}});
    };
    Import import;
    CHECK(import.titles(book(100), "a.xlsx") == Titles{"Tri de nuit"});
    CHECK(why(import.plan(book(1'000), "a.xlsx")) == "import.too_deep");
}

TEST_CASE("unclosed tags cost no extra time, and entities cannot hide direction marks")
{
    Import import;
    auto const plan = import.plan("<table><tr><td>Titre</td></tr><tr><td>" + times(400'000, "<b") +
                                      "</td></tr></table>",
                                  "a.html");
    CHECK(plan);
    CHECK(import.titles("<ul><li>Tri &#8238;exe.gpj</li><li>Fuites &ocirc;</li></ul>", "") ==
          Titles{"Tri exe.gpj", "Fuites ô"});
}
