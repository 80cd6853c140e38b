#include "base/text.h"
#include "exchange/recognise/formulas.h"
#include "exchange/spreadsheets/grid.h"
#include "exchange/spreadsheets/write_text.h"
#include "exchange/spreadsheets/write_workbook.h"
#include "exchange/workbooks/zip_reader.h"
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

TEST_CASE("an OpenDocument file begins with its type, stored, with its size in front")
{
    auto const ods = exchange::write_ods(exchange::grids_of(french(), difficult_session()));
    REQUIRE(ods);
    std::string const type = "application/vnd.oasis.opendocument.spreadsheet";
    auto const number = [&](std::size_t at, int bytes) {
        std::size_t out = 0;
        for (int i = bytes; i-- > 0;)
            out = out << 8U | static_cast<unsigned char>((*ods)[at + static_cast<std::size_t>(i)]);
        return out;
    };
    CHECK(ods->starts_with("PK\x03\x04"));
    CHECK((number(6, 2) & 8U) == 0); // no size behind the contents
    CHECK(number(8, 2) == 0);        // stored
    CHECK(number(18, 4) == type.size());
    CHECK(number(22, 4) == type.size());
    CHECK(number(28, 2) == 0);
    CHECK(ods->substr(30, 8 + type.size()) == "mimetype" + type);
}

TEST_CASE("a workbook has names of sheets and lengths of cells that Excel takes without repair")
{
    exchange::Grid grid;
    grid.name = "Décisions / [atelier] : ce qui a été dit, et pourquoi ? * \\";
    grid.header = {"Titre"};
    std::string clefs; // two UTF-16 units each
    for (int i = 0; i < 20'000; ++i) clefs += "\U0001D11E";
    grid.rows = {{exchange::GridCell{std::string(40'000, 'x')}}, {exchange::GridCell{clefs}}};
    support::TemporaryFolder const folder;
    auto const bytes = exchange::write_xlsx({grid}, folder.path());
    REQUIRE(bytes);
    exchange::ZipReader book(*bytes);
    auto const part = [&](char const* name) {
        std::string out;
        CHECK(book.read(name, [&](std::string_view piece) { return out += piece, true; }) ==
              exchange::ZipReader::Read::done);
        return out;
    };
    auto const names = part("xl/workbook.xml"), texts = part("xl/sharedStrings.xml");
    auto const from = names.find("<sheet name=\"") + 13, to = names.find('"', from);
    auto const name = names.substr(from, to - from);
    CAPTURE(name);
    CHECK(base::grapheme_count(name) <= 31);
    CHECK(name.starts_with("Décisions"));
    CHECK(name.find_first_of("[]:*?/\\") == std::string::npos);
    auto const start = texts.find("xxx"), end = texts.find_first_not_of('x', start);
    CHECK(end - start == 32'766);
    CHECK(texts.substr(end).starts_with("…"));
    auto const first = texts.find("\U0001D11E"), last = texts.rfind("\U0001D11E");
    CHECK((last - first) / 4 + 1 == 16'383);
}

TEST_CASE("a table for Excel in French: its code, semicolons, no line that says the separator")
{
    auto const csv =
        exchange::write_csv(french(), exchange::grids_of(french(), difficult_session()).front());
    CHECK(csv.starts_with("\xEF\xBB\xBF"));
    auto const head = csv.substr(3, csv.find('\n') - 3);
    CHECK(head.find(';') != std::string::npos);
    CHECK(head.find("sep=") == std::string::npos);
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
