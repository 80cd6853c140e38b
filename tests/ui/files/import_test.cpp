#include "previewing.h"

#include <algorithm>

// The preview of an imported file or a pasted text.
using namespace previewing;

namespace {

using Titles = std::vector<std::string>;

} // namespace

TEST_CASE("a list pasted on any step is previewed, without its bullets, and added in one entry")
{
    for (auto const* step : {"step.gather", "step.group", "step.vote", "step.place"}) {
        CAPTURE(step);
        Preview p;
        p.driver.click(step);
        p.driver.settle();
        auto const entries = p.entries_of("add_cases");
        p.paste("- Tri du courrier, des courriels\n- Fuites d’eau\n");
        REQUIRE(p.driver.shows("import.add"));
        CHECK(p.driver.label("import.row.1") == "Tri du courrier, des courriels");
        CHECK(p.cases().empty());
        p.add();
        CHECK(p.titles() == Titles{"Tri du courrier, des courriels", "Fuites d’eau"});
        CHECK(p.entries_of("add_cases") == entries + 1);
        p.driver.key(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(p.cases().empty());
    }
}

TEST_CASE("what a column means can be changed, and the preview follows")
{
    Preview p;
    p.drop("cas.csv", "Code;Service;Mots\n12;Accueil;tuyau\n13;Eau;tuyau\n");
    CHECK(p.driver.shows("import.no_title"));
    CHECK_FALSE(p.driver.enabled("import.add"));
    p.mean(1, "title");
    CHECK(p.driver.label("import.row.2") == "12");
    CHECK(p.driver.value("import.column.2") == "Proposé par");
    p.mean(2, "domain");
    p.mean(3, "need");
    p.add();
    REQUIRE(p.cases().size() == 2);
    CHECK(p.cases()[0].domain == "Accueil");
    CHECK(p.cases()[0].proposer.empty());
    CHECK(p.cases()[1].need == "tuyau");
}

TEST_CASE("two columns cannot have the same meaning: the last choice is the title")
{
    Preview p;
    p.drop("cas.csv", "titre,description\nA,Une longue phrase\n");
    p.mean(2, "title");
    CHECK(p.driver.value("import.column.1") == "laissée");
    CHECK(p.driver.label("import.row.2") == "Une longue phrase");
    p.add();
    CHECK(p.titles() == Titles{"Une longue phrase"});
}

TEST_CASE("the first row is read as names or as a case, as chosen")
{
    Preview p;
    p.paste("Idées de la salle\nTri\nFuites\n");
    CHECK_FALSE(p.driver.on("import.header"));
    CHECK(p.driver.shows("import.row.1"));
    p.driver.click("import.header");
    p.driver.settle();
    CHECK_FALSE(p.driver.shows("import.row.1"));
    CHECK(p.driver.label("import.row.2") == "Tri");
    p.driver.click("import.header");
    p.driver.settle();
    CHECK(p.driver.shows("import.row.1"));
}

TEST_CASE("rows are excluded one by one, by mouse or keyboard")
{
    Preview p;
    p.paste("Une\nDeux\nTrois\nQuatre\n");
    p.driver.click("import.row.2");
    p.driver.settle();
    CHECK_FALSE(p.driver.on("import.row.2"));
    p.driver.key(ImGuiKey_DownArrow);
    p.driver.settle();
    p.driver.key(ImGuiKey_DownArrow);
    p.driver.settle();
    p.driver.key(ImGuiKey_Space);
    p.driver.settle();
    CHECK(p.driver.on("import.row.1"));
    CHECK_FALSE(p.driver.on("import.row.2"));
    CHECK(p.driver.on("import.row.3"));
    CHECK_FALSE(p.driver.on("import.row.4"));
    p.driver.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    p.driver.settle();
    CHECK(p.cases().size() == 2);
    CHECK(std::ranges::count(p.titles(), "Deux") == 0);
}

TEST_CASE("the arrows scroll to the last of many rows")
{
    Preview p;
    std::string list;
    for (int i = 1; i <= 60; ++i) list += "Idée numéro " + std::to_string(i) + "\n";
    p.paste(list);
    CHECK_FALSE(p.driver.shows("import.row.60"));
    for (int i = 0; i < 60; ++i) {
        p.driver.key(ImGuiKey_DownArrow);
        p.driver.frame(2);
    }
    REQUIRE(p.driver.shows("import.row.60"));
    p.driver.key(ImGuiKey_Space);
    p.driver.settle();
    CHECK_FALSE(p.driver.on("import.row.60"));
    p.add();
    CHECK(p.cases().size() == 59);
}

TEST_CASE("existing titles are excluded, similar ones are marked")
{
    Preview p;
    p.paste("Tri automatique du courrier\nFuites d’eau\n");
    p.add();
    p.paste("FUITES D’EAU\nTri du courrier automatique et rapide\nPermis\nPermis\n");
    CHECK_FALSE(p.driver.on("import.row.1"));
    CHECK(p.driver.on("import.row.2"));
    CHECK(p.driver.on("import.row.3"));
    CHECK_FALSE(p.driver.on("import.row.4")); // a duplicate within the list
    CHECK(p.driver.on("import.skip"));
    p.driver.click("import.row.4"); // it can still be selected
    p.driver.settle();
    CHECK_FALSE(p.driver.on("import.skip"));
    p.add();
    CHECK(p.titles().size() == 5);
    CHECK(std::ranges::count(p.titles(), "Permis") == 2);
}

TEST_CASE("all existing cases can be included or excluded at once")
{
    Preview p;
    p.paste("Une\nDeux\n");
    p.add();
    p.paste("Une\nDeux\nTrois\n");
    p.driver.click("import.skip");
    p.driver.settle();
    CHECK(p.driver.on("import.row.1"));
    p.driver.click("import.skip");
    p.driver.settle();
    CHECK_FALSE(p.driver.on("import.row.1"));
    CHECK_FALSE(p.driver.on("import.row.2"));
    p.add();
    CHECK(p.cases().size() == 3);
}

TEST_CASE("Escape closes the menu first, then the preview, and adds nothing")
{
    Preview p;
    p.paste("Une\nDeux\n");
    p.driver.click("import.column.1");
    p.driver.settle();
    p.driver.key(ImGuiKey_Escape);
    p.driver.settle();
    CHECK(p.driver.shows("import.add"));
    p.driver.key(ImGuiKey_Escape);
    p.driver.settle();
    CHECK_FALSE(p.driver.shows("import.add"));
    CHECK(p.cases().empty());
}

TEST_CASE("what is imported at another step is one entry, taken back by one Ctrl+Z")
{
    Preview p;
    p.paste("Une\nDeux\n");
    p.add();
    for (auto const* step : {"group", "place", "decide"}) {
        CAPTURE(step);
        p.driver.click(std::string("step.") + step);
        p.driver.settle();
        auto const before = p.host.on_disk.size();
        p.paste("Trois\nQuatre\n");
        p.add();
        CHECK(p.titles().size() == 4);
        CHECK(p.host.on_disk.size() == before + 1);
        CHECK(static_cast<int>(p.app.step()) != static_cast<int>(model::Step::gather));
        p.driver.key(ImGuiMod_Ctrl | ImGuiKey_Z);
        p.driver.settle();
        CHECK(p.titles().size() == 2);
    }
}
