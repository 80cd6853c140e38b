#include "exchange/recognise/formulas.h"
#include "exchange/spreadsheets/grid.h"
#include "exchange/spreadsheets/write_text.h"
#include "exchange/spreadsheets/write_workbook.h"
#include "importing.h"
#include "support/folders.h"
#include "support/temporary_folder.h"
#include "support/words.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

// Exports as tables, and importing them again.
namespace {

using importing::Import;
using support::french;
using support::words;

// Cases with difficult contents for cells.
model::Document difficult_session()
{
    model::Document doc;
    auto const add = [&](std::uint64_t id, model::Case text) {
        auto const changes = edit::plan(doc, edit::AddCases{{{{id}, std::move(text), {}}}});
        REQUIRE(changes);
        REQUIRE(model::apply(doc, *changes));
    };
    model::Case one;
    one.title = "Tri ; « du » \"courrier\"";
    one.description = "- un\n- deux, trois\n\n=1+1";
    one.need = "=HYPERLINK(\"http://a.fr\")";
    one.domain = "Accueil | courrier";
    one.proposer = "+33";
    one.personal_data = model::Answer::yes;
    one.ai_act = model::AiAct::high;
    one.cost = "12 000 €";
    one.source = "https://a.fr/1";
    add(10, one);
    model::Case two;
    two.title = "@Fuites d’eau";
    two.notes = "'=déjà";
    add(11, two);
    model::Case three;
    three.title = "-5 % de papier";
    three.ai_act = model::AiAct::minimal;
    three.personal_data = model::Answer::no;
    add(12, three);
    model::writable<model::Axis>(doc).set({20}, [] {
        model::Axis axis;
        axis.order = axis.place = 1;
        axis.title = "Données personnelles";
        return axis;
    }());
    model::Placement place;
    place.opportunity = 725;
    place.risk = 300;
    model::writable<model::Placement>(doc).set({{20}, {10}}, place);
    model::Decision decision;
    decision.verdict = model::Verdict::launch;
    decision.owner = "Direction";
    model::writable<model::Decision>(doc).set({{10}, model::Body::workshop}, decision);
    return doc;
}

void changes_nothing(model::Document const& doc, std::string const& bytes, std::string const& name)
{
    Import import;
    import.doc = doc;
    import.last = 1000;
    auto const plan = import.plan(bytes, name);
    CAPTURE(name);
    CAPTURE(importing::why(plan));
    REQUIRE(plan);
    CHECK(plan->command.cases.size() == 3);
    CHECK(plan->known.size() == 3);
    CHECK(plan->left_out.empty());
    for (auto const& [id, known] : plan->known)
        for (auto const& one : known.changed) {
            CAPTURE(one.before);
            CAPTURE(one.after);
            CHECK(one.before == one.after);
        }
}

} // namespace

TEST_CASE("an export imported again changes nothing, in every format")
{
    auto const doc = difficult_session();
    for (auto language : {i18n::Language::french, i18n::Language::english}) {
        auto const grids = exchange::grids_of(words(language), doc);
        changes_nothing(doc, exchange::write_csv(words(language), grids.front()), "a.csv");
        auto const ods = exchange::write_ods(grids);
        REQUIRE(ods);
        changes_nothing(doc, *ods, "a.ods");
        support::TemporaryFolder const folder;
        auto const xlsx = exchange::write_xlsx(grids, folder.path());
        REQUIRE(xlsx);
        changes_nothing(doc, *xlsx, "a.xlsx");
        changes_nothing(doc, exchange::write_tsv(words(language), grids.front()), "");
        changes_nothing(doc, exchange::write_html(words(language), grids.front()), "");
        // On the clipboard, the columns that say something.
        auto const copied = exchange::grid_of_cases(words(language), doc, {{10}, {11}, {12}});
        CHECK(copied.rows.size() == 3);
        CHECK(copied.header.size() < grids.front().header.size());
        changes_nothing(doc, exchange::write_tsv(words(language), copied), "");
        changes_nothing(doc, exchange::write_html(words(language), copied), "");
    }
}

TEST_CASE("no exported cell runs as a formula")
{
    CHECK(exchange::harmless("=1+1") == "'=1+1");
    CHECK(exchange::harmless("'=1") == "''=1");
    CHECK(exchange::harmless("1+1") == "1+1");
    for (auto const* text : {"=1+1", "'=1", "+33", "-5 %", "@a", "\t=1", "a", "'a", "", "''"})
        CHECK(exchange::as_meant(exchange::harmless(text)) == text);
    auto const csv =
        exchange::write_csv(french(), exchange::grids_of(french(), difficult_session()).front());
    std::istringstream in(csv);
    for (std::string line; std::getline(in, line);)
        for (auto const* start : {";=", ";+", ";-", ";@", ";\"=", ";\"+", ";\"-", ";\"@"})
            CHECK(line.find(start) == std::string::npos);
}

TEST_CASE("cases are exported with positions, votes and decisions, numbers as numbers")
{
    auto const grids = exchange::grids_of(french(), difficult_session());
    REQUIRE(grids.size() == 4);
    auto const& cases = grids.front();
    REQUIRE(cases.rows.size() == 3);
    for (auto const& row : cases.rows) CHECK(row.size() == cases.header.size());
    auto const at = [&](std::string const& name) {
        auto const it = std::ranges::find(cases.header, name);
        REQUIRE(it != cases.header.end());
        return static_cast<std::size_t>(it - cases.header.begin());
    };
    auto const opportunity = at("Axe 1\u00A0: Données personnelles, opportunité");
    CHECK(cases.rows[0][opportunity].number == 7.25);
    CHECK_FALSE(cases.rows[1][opportunity].number);
    CHECK(cases.rows[0][at("Ordre\u00A0: rang")].number == 1);
    CHECK(cases.rows[0][at("Décision")].text == "Lancer");
    CHECK(cases.rows[0][at("Décision\u00A0: porteur")].text == "Direction");
    CHECK(exchange::write_csv(french(), cases).find(";7,25;3;") != std::string::npos);
    CHECK(exchange::write_csv(
              words(i18n::Language::english),
              exchange::grids_of(words(i18n::Language::english), difficult_session()).front())
              .find(",7.25,3,") != std::string::npos);
    CHECK(grids[2].rows.size() == 1);
    CHECK(grids[3].rows.size() == 1);
    auto const table = exchange::write_markdown(french(), cases);
    CHECK(table.find("Accueil \\| courrier") != std::string::npos);
    CHECK(table.find("- un<br>- deux") != std::string::npos);
}
