#include "exchange/workbooks/workbook.h"
#include "importing.h"
#include "support/skip.h"
#include "zip.h"

#include <doctest/doctest.h>

#include <string>

// Reading workbooks as displayed.
namespace {

using importing::Import;
using importing::Titles;
using importing::zip_of;

constexpr char const* relations =
    R"(<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="x/worksheet" Target="/xl/worksheets/other.xml"/></Relationships>)";
constexpr char const* styles =
    R"(<styleSheet><numFmts count="2"><numFmt numFmtId="170" formatCode="[$-40C]dd\ mmmm\ yyyy;@"/>
<numFmt numFmtId="171" formatCode="#,##0.00\ &quot;jours&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="22"/><xf numFmtId="10"/>
<xf numFmtId="171"/><xf numFmtId="20"/></cellXfs></styleSheet>)";

std::string sheet(std::string const& rows)
{
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

std::string xlsx(std::string const& first, std::string const& second = sheet(""),
                 std::string const& properties = "")
{
    return zip_of(
        {{"xl/workbook.xml",
          "<workbook>" + properties +
              R"(<sheets><sheet name="Lisez-moi" r:id="r2"/><sheet name="Cas" r:id="r1"/>
<sheet name="Ancien" state="hidden" r:id="r9"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels", relations},
         {"xl/styles.xml", styles},
         {"xl/sharedStrings.xml",
          "<sst count=\"9\" uniqueCount=\"9\"><si><t>Titre</t></si><si><r><t>Tri du </t></r>"
          "<r><t>courrier</t></r><rPh><t>non</t></rPh></si></sst>"},
         {"xl/worksheets/sheet1.xml", first},
         {"xl/worksheets/other.xml", second}});
}

std::vector<std::string> cells_of(std::string const& row)
{
    auto const book = exchange::read_xlsx(xlsx(sheet(row)));
    REQUIRE(book);
    REQUIRE(book->size() == 3);
    REQUIRE((*book)[1].rows.size() == 1);
    return (*book)[1].rows[0].cells;
}

std::string ods(std::string const& tables, std::string const& automatic = "")
{
    return zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                   {"content.xml",
                    "<office:document-content><office:automatic-styles>" + automatic +
                        "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
                        "</office:spreadsheet></office:body></office:document-content>"}});
}

std::string text_cell(std::string const& text)
{
    return "<table:table-cell office:value-type=\"string\"><text:p>" + text +
           "</text:p></table:table-cell>";
}

} // namespace

TEST_CASE("the cells of a workbook are read as they show: texts, formulas' results, dates, shares")
{
    CHECK(
        cells_of(
            R"(<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="inlineStr"><is><t>Écrit</t></is></c>
<c r="C4" t="str"><f>A1&amp;"x"</f><v>Somme</v></c><c r="D4" s="1"><v>44927</v></c><c r="E4" s="2"><v>44621</v></c>
<c r="F4" s="3"><v>44927.403472</v></c><c r="G4" s="4"><v>0.125</v></c><c r="H4" s="5"><v>12.5</v></c>
<c r="I4" t="b"><v>1</v></c><c r="J4" t="e"><v>#N/A</v></c><c r="K4"><v>0.30000000000000004</v></c>
<c r="L4"><v>21750000000000</v></c><c r="M4" s="6"><v>0.5</v></c><c r="N4" t="d"><v>2023-01-01T00:00:00</v></c></row>)") ==
        std::vector<std::string>{"Tri du courrier", "Écrit", "Somme", "2023-01-01", "2022-03-01",
                                 "2023-01-01 09:41", "12.5 %", "12.5", "true", "", "0.3",
                                 "21750000000000", "12:00", "2023-01-01"});
    // Cells and rows without a position follow the previous ones.
    CHECK(cells_of(R"(<row><c><v>1</v></c><c r="C1"><v>3</v></c></row>)") ==
          std::vector<std::string>{"1", "", "3"});
    auto const old = exchange::read_xlsx(xlsx(sheet(R"(<row><c s="1"><v>0</v></c></row>)"),
                                              sheet(""), "<workbookPr date1904=\"1\"/>"));
    REQUIRE(old);
    CHECK((*old)[1].rows[0].cells[0] == "1904-01-01");
}

TEST_CASE("of several sheets the one with names of columns is taken, another when it is asked for")
{
    auto const title = [](int row, std::string const& text) {
        return "<row r=\"" + std::to_string(row) + "\"><c t=\"inlineStr\"><is><t>" + text +
               "</t></is></c><c t=\"inlineStr\"><is><t>" + (row == 3 ? "Domaine" : "Eau") +
               "</t></is></c></row>";
    };
    auto const bytes =
        xlsx(sheet(R"(<row r="1"><c t="inlineStr"><is><t>Recensement 2026</t></is></c></row>)" +
                   title(3, "Titre") + title(4, "Tri") +
                   "<row r=\"5\" hidden=\"1\"><c t=\"inlineStr\"><is><t>Fuites</t></is></c></row>"),
             sheet(R"(<row><c t="inlineStr"><is><t>Bonjour</t></is></c></row>)"));
    Import import;
    auto const reading = exchange::read_import(bytes, "cas.xlsx");
    REQUIRE(reading);
    CHECK(reading->sheets.size() == 3);
    CHECK(reading->sheet == 1);
    CHECK(reading->sheets[1].hidden_rows == 1);
    CHECK(reading->sheets[2].hidden);
    auto const plan = import.plan(bytes, "cas.xlsx");
    REQUIRE(plan);
    CHECK(Import::titles_of(*plan) == Titles{"Tri", "Fuites"});
    CHECK(plan->command.cases[0].text.domain == "Eau");
    CHECK(plan->header_line == 3);
    CHECK(plan->left_out.size() == 1);
    for (auto const* said : {"lisez-moi", "1"}) {
        auto const other = exchange::read_import(bytes, "cas.xlsx", {.sheet = said});
        REQUIRE(other);
        CHECK(other->table.rows[0].cells[0] == "Bonjour");
    }
    auto const none = exchange::read_import(bytes, "cas.xlsx", {.sheet = "Autre"});
    CHECK(none.error().where == "import.sheet");
    CHECK(none.error().detail == "Lisez-moi, Cas, Ancien");
}

TEST_CASE("an OpenDocument sheet is read with its paragraphs, its dates and what it repeats")
{
    auto const book = exchange::read_ods(
        ods("<table:table table:name=\"Cas\"><table:table-row>" + text_cell("Titre") +
                "<table:table-cell/>" + text_cell("Description") +
                "</table:table-row><table:table-row table:number-rows-repeated=\"2\">"
                "<table:table-cell office:value-type=\"date\" "
                "office:date-value=\"2023-01-01\"><text:p>01/01/23</text:p></table:table-cell>"
                "<table:table-cell office:value-type=\"float\" "
                "office:value=\"12.5\"><text:p>12,5</text:p></table:table-cell>"
                "<table:table-cell "
                "office:value-type=\"string\"><office:annotation><text:p>note</text:p></"
                "office:annotation>"
                "<text:p>Un<text:s "
                "text:c=\"2\"/><text:span>deux</text:span></text:p><text:p>trois</text:p></"
                "table:table-cell>"
                "</table:table-row><table:table-row "
                "table:number-rows-repeated=\"1000000\"><table:table-cell "
                "table:number-columns-repeated=\"16384\"/></table:table-row>"
                "<table:table-row table:visibility=\"filter\"><table:table-cell "
                "office:value-type=\"percentage\" office:value=\"0.5\"/>"
                "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\" "
                "table:number-columns-repeated=\"2\"/></table:table-row></table:table>"
                "<table:table table:name=\"Caché\" table:style-name=\"ta2\"/>",
            "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties "
            "table:display=\"false\"/></style:style>"));
    REQUIRE(book);
    REQUIRE(book->size() == 2);
    CHECK((*book)[1].hidden);
    auto const& rows = (*book)[0].rows;
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].cells == std::vector<std::string>{"Titre", "", "Description"});
    for (auto i : {1U, 2U}) {
        CHECK(rows[i].line == i + 1);
        CHECK(rows[i].cells == std::vector<std::string>{"2023-01-01", "12.5", "Un  deux\ntrois"});
    }
    CHECK(rows[3].line == 1'000'004);
    CHECK(rows[3].cells == std::vector<std::string>{"50 %", "true", "true"});
    CHECK((*book)[0].hidden_rows == 1);
}

TEST_CASE("an inconsistent workbook, or one that expands without end, is refused in one sentence")
{
    auto const good = xlsx(sheet("<row><c><v>1</v></c></row>"));
    for (auto const& bytes :
         {zip_of({{"xl/workbook.xml", "<workbook><sheets>"}}), zip_of({{"xl/workbook.xml", ""}}),
          good.substr(0, good.size() - 30),
          xlsx("<!DOCTYPE a [<!ENTITY b \"cc\">]>" + sheet("<row><c><v>&b;</v></c></row>"))}) {
        Import import;
        auto const plan = import.plan(bytes, "cas.xlsx");
        REQUIRE_FALSE(plan);
        CHECK(plan.error().where == "import.workbook");
    }
    std::string rows;
    for (int i = 0; i < 210'000; ++i) rows += "<row><c><v>1</v></c></row>";
    Import import;
    CHECK(importing::why(import.plan(xlsx(sheet(rows)))) == "import.too_large");
    CHECK(importing::why(import.plan(
              ods("<table:table><table:table-row table:number-rows-repeated=\"900000\">" +
                  text_cell("a") + "</table:table-row></table:table>"))) == "import.too_large");
    CHECK(importing::why(import.plan(xlsx(sheet("")))) == "import.empty");
}

TEST_CASE("the library's own workbook gives the projects of its sheet, with its dates as dates")
{
    auto const bytes = importing::shared_bytes("data/use-cases/03-bdd-beta-bibIA.xlsx");
    if (!bytes) CADRAN_SKIP("no shared use cases");
    Import import;
    auto const plan = import.plan(*bytes, "03-bdd-beta-bibIA.xlsx");
    REQUIRE(plan);
    auto const titles = Import::titles_of(*plan);
    REQUIRE(titles.size() == 10);
    CHECK(titles[0] == "SmartWaste");
    CHECK(titles[1] == "AirQualityWatch");
    CHECK(plan->command.cases[0].text.proposer == "Ville de Paris");
    CHECK(plan->command.cases[0].text.domain == "Environnement");
    CHECK(plan->command.cases[0].text.description.starts_with("Optimisation des routes"));
    auto const reading = exchange::read_import(*bytes, "03-bdd-beta-bibIA.xlsx");
    REQUIRE(reading);
    CHECK(reading->table.rows[0].cells[4] == "2023-01-01");
}

TEST_CASE("a workbook is read as such whatever its file is called")
{
    for (auto const* name : {"06-classeur.xlsx", "06-classeur-renomme.csv"}) {
        auto const bytes = importing::shared_bytes(std::string("data/inputs/") + name);
        if (!bytes) CADRAN_SKIP("no shared inputs");
        Import import;
        CHECK(import.titles(*bytes, name) == Titles{"Tri du courrier", "Relance"});
    }
}
