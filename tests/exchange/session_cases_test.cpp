#include "base/text.h"
#include "importing.h"
#include "support/tables.h"
#include "support/words.h"

#include <doctest/doctest.h>

#include <string>

// Cases and results of another session; titles added to rows without one; notes from several
// columns; oversized cells.
namespace {

using importing::Import;
using importing::Titles;
using support::french;

// Two cases, of which one has a place on an axis and a decision.
model::Document other_session()
{
    model::Document doc;
    support::edit<model::Case>(doc, model::CaseId{1}, [](model::Case& one) {
        one.number = 1, one.title = "Tri du courrier", one.domain = "Accueil",
        one.notes = "À revoir";
    });
    support::edit<model::Case>(doc, model::CaseId{2}, [](model::Case& one) {
        one.number = 4, one.title = "Permis", one.need = "Aller plus vite";
    });
    support::edit<model::Axis>(doc, model::AxisId{3}, [](model::Axis& axis) {
        axis.place = 1, axis.title = "Qualité", axis.order = 1;
    });
    support::edit<model::Placement>(
        doc, {model::AxisId{3}, model::CaseId{1}},
        [](model::Placement& place) { place.opportunity = 700, place.risk = 250; });
    support::edit<model::Decision>(
        doc, {model::CaseId{1}, model::Body::workshop},
        [](model::Decision& decision) { decision.verdict = model::Verdict::launch; });
    return doc;
}

} // namespace

TEST_CASE("cases of another session are imported with their fields, and with results on request")
{
    Import import;
    auto const reading = exchange::read_session(french(), other_session(), "autre.cadran");
    REQUIRE(reading);
    auto columns = exchange::columns_of(reading->table);
    CHECK(exchange::has_results(columns));
    auto const plain = exchange::plan_import(*reading, columns, import.doc, import.mint());
    CHECK(Import::titles_of(plain) == Titles{"Tri du courrier", "Permis"});
    CHECK(plain.lines == std::vector<std::size_t>{1, 4}); // the numbers of their cards
    CHECK(plain.command.cases[0].text.domain == "Accueil");
    CHECK(plain.command.cases[0].text.notes == "À revoir");
    CHECK(plain.command.cases[1].text.need == "Aller plus vite");
    exchange::take_results(columns, exchange::Results::noted);
    auto const noted = exchange::plan_import(*reading, columns, import.doc, import.mint());
    auto const& notes = noted.command.cases[0].text.notes;
    CHECK(notes.starts_with("À revoir\n"));
    CHECK(notes.find("Qualité, opportunité: 7") != std::string::npos);
    CHECK(notes.find("Décision: Lancer") != std::string::npos);
    CHECK(noted.command.cases[1].text.notes.find("Qualité") == std::string::npos);
    CHECK_FALSE(exchange::read_session(french(), {}, "vide.cadran"));
}

TEST_CASE("a row without a title takes the one that a person gives it, and no other row does")
{
    Import import;
    auto reading = exchange::read_import("Titre;Domaine\nTri;Eau\n;Ville\n;Sol\n", "a.csv");
    REQUIRE(reading);
    auto const columns = exchange::columns_of(reading->table);
    reading->titles = {{2, "jamais"}, {3, "Permis\nde louer"}};
    auto const plan = exchange::plan_import(*reading, columns, import.doc, import.mint());
    REQUIRE(Import::titles_of(plan) == Titles{"Tri", "Permis de louer"});
    CHECK(plan.command.cases[1].text.domain == "Ville");
    REQUIRE(plan.left_out.size() == 1);
    CHECK(plan.left_out[0].line == 4);
}

TEST_CASE("several columns may be notes, each said with its name but the notes themselves")
{
    Import import;
    auto const plan =
        import.mapped("Titre;Notes;Statut;Suivi\nTri;Bien;En cours;mars\nPermis;;;mai\n",
                      "notes=Statut,notes=Suivi");
    REQUIRE(plan);
    CHECK(plan->command.cases[0].text.notes == "Bien\nStatut: En cours\nSuivi: mars");
    CHECK(plan->command.cases[1].text.notes == "Suivi: mai");
}

TEST_CASE("a cell longer than a field may be is cut and told, and the other rows are taken")
{
    Import import;
    std::string long_text;
    while (long_text.size() < 70'000) long_text += "été ";
    auto const plan = import.plan("Titre;Description\nTri;" + long_text + "\nPermis;Court\n");
    REQUIRE(plan);
    REQUIRE(plan->cut.size() == 1);
    CHECK(plan->cut[0].line == 2);
    CHECK(plan->left_out.empty());
    auto const& description = plan->command.cases[0].text.description;
    CHECK(description.ends_with("…"));
    CHECK(base::sanitized(description) == description); // no character is cut in two
    import.take(*plan);
    CHECK(model::table<model::Case>(import.doc).size() == 2);
}
