#include "previewing.h"

// Votes, estimates and positions from other tools, previewed before they are recorded.
using namespace previewing;

namespace {

char const* const survey = "Horodateur;Adresse e-mail;Avis [Tri];Avis [Fuites]\n"
                           "12/03/2026 09:41:07;anne@ville.fr;Bien;Passable\n"
                           "12/03/2026 09:42:07;luc@ville.fr;Très bien;Bien\n"
                           "12/03/2026 09:43:07;zoe@ville.fr;Nul;Bien\n";

model::Round const* only_round(Preview& p)
{
    auto const& rounds = model::table<model::Round>(p.doc());
    return rounds.size() == 1 ? &rounds.begin()->second : nullptr;
}

} // namespace

TEST_CASE("ballots are recognised, previewed without names, and recorded as a closed vote")
{
    Preview p;
    p.drop("avis.csv", survey);
    CHECK(p.driver.value("answers.holds") == "Le bulletin d’une personne");
    CHECK(p.driver.value("answers.method") == "Jugement majoritaire");
    CHECK(p.driver.value("answers.head").starts_with("2 bulletins, dont 0 blanc"));
    CHECK(p.driver.value("answers.column.1") == "Qui répond\u00A0: jamais gardé");
    CHECK(p.driver.value("answers.column.3") == "Réponses sur un cas");
    CHECK_FALSE(p.driver.shows("import.add"));
    CHECK(only_round(p) == nullptr);
    p.press("answers.record");
    CHECK_FALSE(p.driver.shows("answers.record"));
    auto const* round = only_round(p);
    REQUIRE(round);
    CHECK(round->method == model::Method::majority_judgment);
    CHECK(round->cases.size() == 2);
    CHECK(model::table<model::Ballot>(p.doc()).size() == 2);
}

TEST_CASE("columns are excluded and the counting method is chosen by a click; the preview follows")
{
    Preview p;
    p.drop("notes.csv", "Votant;Tri;Fuites;Guide\na;4;3;9\nb;2;2;8\nc;1;5;10\nd;9;1;2\n");
    CHECK(p.driver.value("answers.method") == "Notes");
    p.press("answers.column.4");
    p.press("rien");
    CHECK(p.driver.value("answers.column.4") == "laissée");
    CHECK(p.driver.value("answers.column.2") == "Réponses sur un cas");
    p.press("answers.method");
    p.press("method.points");
    p.press("answers.record");
    auto const* round = only_round(p);
    REQUIRE(round);
    CHECK(round->method == model::Method::points);
    CHECK(round->cases.size() == 2);
}

TEST_CASE("an ambiguous table is a question; the answer \"cases\" opens the import of cases")
{
    Preview p;
    std::string const file = "Quoi;Facile;Utile;Urgent\nTri du courrier;4;3;2\n"
                             "Fuites d’eau;2;2;1\nGuide des aides;1;5;3\n";
    p.drop("quoi.csv", file);
    CHECK(p.driver.value("answers.holds") == "À choisir");
    CHECK(p.driver.value("answers.fault").starts_with("Des bulletins"));
    p.press("answers.holds");
    p.press("holds.cases");
    CHECK_FALSE(p.driver.shows("answers.record"));
    CHECK(p.driver.shows("import.add"));
    p.press("import.not_cases");
    CHECK_FALSE(p.driver.shows("import.add"));
    p.press("answers.holds");
    p.press("holds.ballots");
    CHECK(p.driver.value("answers.head").starts_with("3 bulletins"));
    p.press("answers.cancel");
    CHECK_FALSE(p.driver.shows("answers.record"));
    CHECK(model::table<model::Case>(p.doc()).empty());
}

TEST_CASE("an import of estimates asks for an unknown scale, and for the axes of the columns")
{
    Preview p; // with eight axes
    std::string file = "Juge;Projet;Impact;Risque\n";
    for (int i = 0; i < 12; ++i)
        file += "J" + std::to_string(i) + ";Tri;" + std::to_string(1 + i % 5) + ";" +
                std::to_string(1 + i % 5) + "\n";
    p.drop("est.csv", file);
    CHECK(p.driver.value("answers.holds") == "L’estimation d’une personne");
    CHECK(p.driver.value("answers.fault").starts_with("Sur quel axe"));
    p.press("answers.axis");
    p.press("axis.3");
    CHECK(p.driver.value("answers.fault").starts_with("L’échelle de ces réponses"));
    p.press("answers.scale");
    p.driver.type("1..5");
    p.driver.key(ImGuiKey_Enter);
    p.driver.settle();
    CHECK(p.driver.value("answers.head").starts_with("12 estimations de 12 personnes"));
    p.press("answers.record");
    auto const* round = only_round(p);
    REQUIRE(round);
    CHECK(round->method == model::Method::estimate);
    REQUIRE(round->scales.size() == 1);
    CHECK(round->scales[0].opportunity == model::ScaleRange{1, 5, 5});
}
