#include "exchange/cases/import.h"
#include "importing.h"
#include "support/folders.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <random>

namespace {

using exchange::Field;
using importing::Import;
using importing::Titles;

std::string utf16(std::u16string const& text, bool big, bool mark)
{
    std::string out;
    auto put = [&](char16_t c) {
        auto const low = static_cast<char>(c & 0xFFU), high = static_cast<char>(c >> 8U);
        out += big ? high : low;
        out += big ? low : high;
    };
    if (mark) put(0xFEFF);
    for (char16_t c : text) put(c);
    return out;
}

} // namespace

TEST_CASE("comma, semicolon and tab are distinguished as separators")
{
    for (char separator : {',', ';', '\t'}) {
        CAPTURE(separator);
        std::string text = "Titre|Domaine|Description\nTri du courrier|Usagers|a\nFuites|Eau|b\n";
        std::ranges::replace(text, '|', separator);
        Import import;
        auto const plan = import.plan(text);
        REQUIRE(plan);
        CHECK(plan->separator == separator);
        REQUIRE(plan->command.cases.size() == 2);
        CHECK(plan->command.cases[1].text.domain == "Eau");
    }
}

TEST_CASE(
    "cells in quotes hold separators, line ends and quotes, and lines are counted through them")
{
    Import import;
    auto const plan = import.plan("title,description\n\"Tri, du courrier\",\"dit \"\"vite\"\"\nsur "
                                  "deux lignes\"\n,sans titre\n");
    REQUIRE(plan);
    REQUIRE(plan->command.cases.size() == 1);
    CHECK(plan->command.cases[0].text.title == "Tri, du courrier");
    CHECK(plan->command.cases[0].text.description == "dit \"vite\"\nsur deux lignes");
    REQUIRE(plan->left_out.size() == 1);
    CHECK(plan->left_out[0].line == 4); // not 3: the cell above takes two lines
    CHECK(plan->left_out[0].where == "import.no_title");
}

TEST_CASE("any encoding and any line end give the same cases")
{
    Titles const expected{"Éclairage", "Forêt"};
    Import import;
    CHECK(import.titles("Titre,Domaine\nÉclairage,Ville\nForêt,Eau\n") == expected);
    CHECK(import.titles("\xEF\xBB\xBFTitre,Domaine\r\nÉclairage,Ville\r\nForêt,Eau\r\n") ==
          expected);
    CHECK(import.titles("Titre,Domaine\rÉclairage,Ville\rForêt,Eau") == expected);
    CHECK(import.titles("Titre;Domaine\n\xC9"
                        "clairage;Ville\nFor\xEAt;Eau\n") == expected);
    std::u16string const wide = u"Titre\tDomaine\nÉclairage\tVille\nForêt\tEau\n";
    for (bool big : {false, true})
        for (bool mark : {false, true}) CHECK(import.titles(utf16(wide, big, mark)) == expected);
}

TEST_CASE("a plain list, as one pastes it, is one case a line")
{
    Import import;
    CHECK(import.titles("Tri du courrier\n\nFuites d’eau\n  Permis  \n") ==
          Titles{"Tri du courrier", "Fuites d’eau", "Permis"});
}

TEST_CASE("bullets, boxes and numbers at the start of a line are not part of a title")
{
    for (auto const* line :
         {"- Tri du courrier", "• Tri du courrier", "•Tri du courrier", "1. Tri du courrier",
          "12) Tri du courrier", "(3) Tri du courrier", "a) Tri du courrier", "* Tri du courrier",
          "– Tri du courrier", "  ☐ Tri du courrier", "[x] Tri du courrier", "- 1. Tri du courrier",
          "1.\u00A0Tri du courrier", "Tri du courrier"}) {
        CAPTURE(line);
        CHECK(exchange::without_bullet(line) == "Tri du courrier");
    }
    for (auto const* line : {"3.5 millions d’euros", "2024 : bilan", "-5 % de papier", "A. Dupont",
                             "e-administration", "(bis) Tri", "1.", "-"})
        CHECK(exchange::without_bullet(line) == line);
}

TEST_CASE("a pasted list is one title a line, commas and all")
{
    Import import;
    auto const plan = exchange::plan_import(
        "- Tri du courrier, des courriels\n- Fuites d’eau, réseau\n- Permis, plans\n", import.doc,
        "", [&] { return model::CaseId{++import.last}; });
    REQUIRE(plan);
    REQUIRE(plan->command.cases.size() == 3);
    CHECK(plan->command.cases[0].text.title == "Tri du courrier, des courriels");
    CHECK(plan->command.cases[0].text.description.empty());
}

TEST_CASE("a pasted block of a spreadsheet has columns; its numbering is not its title")
{
    Import import;
    auto const plan = exchange::plan_import("1\tTri\tTrier\n2\tFuites\tTrouver\n", import.doc, "",
                                            [&] { return model::CaseId{++import.last}; });
    REQUIRE(plan);
    REQUIRE(plan->command.cases.size() == 2);
    CHECK(plan->command.cases[1].text.title == "Fuites");
    CHECK(plan->command.cases[1].text.description == "Trouver");
    auto const word = exchange::plan_import("•\tTri\n•\tFuites\n", import.doc, "",
                                            [&] { return model::CaseId{++import.last}; });
    REQUIRE(word);
    CHECK(word->command.cases[0].text.title == "Tri");
}

TEST_CASE("the meaning of a column, and of the first row, can be given")
{
    Import import;
    std::string const csv = "Code;Service\nA1;Accueil\nB2;Eau\n";
    auto mint = [&] { return model::CaseId{++import.last}; };
    auto const as_names = exchange::read_import(csv, "a.csv");
    REQUIRE(as_names);
    auto columns = exchange::columns_of(as_names->table);
    REQUIRE(columns.size() == 2);
    CHECK_FALSE(exchange::has_title(columns));
    CHECK(exchange::plan_import(*as_names, columns, import.doc, mint).command.cases.empty());
    columns[0].field = Field::title;
    columns[1].field = Field::domain;
    auto const plan = exchange::plan_import(*as_names, columns, import.doc, mint);
    REQUIRE(plan.command.cases.size() == 2);
    CHECK(plan.command.cases[1].text.title == "B2");
    CHECK(plan.command.cases[1].text.domain == "Eau");

    auto const as_case = exchange::read_import(csv, "a.csv", {.header = exchange::HeaderRow::none});
    REQUIRE(as_case);
    CHECK(as_case->table.rows.size() == 3);
    auto const list = exchange::read_import("Idées\nTri\nFuites\n", "");
    REQUIRE(list);
    auto options = list->options;
    options.header = exchange::HeaderRow::first;
    auto const named = exchange::read_import("Idées\nTri\nFuites\n", "", options);
    REQUIRE(named);
    CHECK(named->table.header == Titles{"Idées"});
    CHECK(named->table.rows.size() == 2);
}

TEST_CASE("columns are recognised in French and in English, whatever their case and accents")
{
    CHECK(exchange::field_of("Intitulé") == Field::title);
    CHECK(exchange::field_of("CAS D’USAGE") == Field::title);
    CHECK(exchange::field_of("Use Case Name") == Field::title);
    CHECK(exchange::field_of("Données personnelles ?") == Field::personal_data);
    CHECK(exchange::field_of("Thématique") == Field::domain);
    CHECK(exchange::field_of("source_url") == Field::source);
    CHECK(exchange::field_of("Colonne 12") == Field::none);
}

TEST_CASE("repeated column names are distinguished; the first with content is used")
{
    Import import;
    auto const plan = import.plan("titre,description,description,autre\nA,,second,x\n");
    REQUIRE(plan);
    REQUIRE(plan->columns.size() == 4);
    CHECK(plan->columns[2].name == "description (2)");
    CHECK(plan->columns[3].field == Field::none);
    CHECK(plan->command.cases[0].text.description == "second");
}

TEST_CASE("a broken row is named with its line, and the others are taken")
{
    Import import;
    auto const plan = import.plan("titre,domaine\nA,x\nB,y,z,t\nC,z\n");
    REQUIRE(plan);
    CHECK(plan->command.cases.size() == 2);
    REQUIRE(plan->left_out.size() == 1);
    CHECK(plan->left_out[0].line == 3);
    auto const open = import.plan("titre,domaine\nA,x\n\"B,y\nC,z\n");
    REQUIRE(open);
    CHECK(open->command.cases.size() == 2);
    REQUIRE(open->left_out.size() == 1);
    CHECK(open->left_out[0].line == 3);
    CHECK(open->left_out[0].where == "import.quote");
}

TEST_CASE("titles already seen are marked, in the file and in the session, accents ignored")
{
    Import import;
    model::Case text;
    text.title = "Détection des fuites";
    REQUIRE(model::apply(import.doc, *edit::plan(import.doc, edit::AddCases{{{{900}, text, {}}}})));
    auto const plan = import.plan("titre,domaine\ndetection des FUITES,Eau\nPermis,x\nPermis,y\n");
    REQUIRE(plan);
    CHECK(plan->command.cases.size() == 3);
    CHECK(plan->duplicates.size() == 2);
    CHECK(plan->without_duplicates().cases.size() == 1);
}

TEST_CASE("a file without a case is refused with its reason")
{
    Import import;
    CHECK(import.plan("").error().where == "import.empty");
    CHECK(import.plan("\n\n  \n").error().where == "import.empty");
    CHECK(import.plan("domaine,description\nEau,x\n").error().where == "import.title_column");
}

TEST_CASE("random bytes never crash the import")
{
    std::mt19937 random(42);
    for (int i = 0; i < 300; ++i) {
        std::string bytes(random() % 400, '\0');
        for (auto& c : bytes)
            c = random() % 3 == 0 ? "\",;\t\n\r"[random() % 6] : static_cast<char>(random());
        Import import;
        if (auto const plan = import.plan(bytes))
            for (auto const& one : plan->command.cases)
                CHECK(one.text.title.find('\0') == std::string::npos);
    }
}

TEST_CASE("a file made to exhaust memory is refused with its line, or read")
{
    auto refused_at = [](std::string const& bytes) {
        Import import;
        auto const plan = import.plan(bytes);
        REQUIRE_FALSE(plan);
        CHECK(plan.error().where == "import.too_large");
        return plan.error().line;
    };
    std::size_t const megabyte = 1024UL * 1024;
    CHECK(refused_at("Titre,Domaine\na,b\n" + std::string(12 * megabyte, ',')) == 3);
    CHECK(refused_at("Titre,Domaine\n" + std::string(4 * megabyte, 'x')) == 2);
    CHECK(refused_at(std::string(65 * megabyte, 'a')) == 0); // too long to be read at all
    std::string lines;
    while (lines.size() < megabyte) lines += "a\n";
    CHECK(refused_at("Titre\n" + lines) > 0);
    std::string quotes = "Titre\n";
    while (quotes.size() < megabyte) quotes += "\"\"\"\n";
    Import import;
    (void)import.plan(quotes); // answers, one way or the other
    auto const open = import.plan("Titre;Domaine\nA;a\n\"" + std::string(3 * megabyte, '\n'));
    REQUIRE(open);
    REQUIRE(open->left_out.size() == 1);
    CHECK(open->left_out[0].line == 3);

    // The longest cell of the federal inventory has 4,129 characters; it is no trap.
    auto const titles = import.titles("Titre,Description\nA," + std::string(500'000, 'd') + "\n");
    CHECK(titles == Titles{"A"});
    CHECK(import.titles(std::string("Titre\nA\0B\n", 10)).size() == 1);
    CHECK(import.titles("Titre\rA\rB\r\nC\nD") == Titles{"A", "B", "C", "D"});
}

TEST_CASE("the sixty real cases of French local authorities are all taken")
{
    auto const path = support::shared_dir() / "data/use-cases/use_cases_fr.csv";
    if (!std::filesystem::exists(path)) CADRAN_SKIP("no use_cases_fr.csv");
    Import import;
    auto const plan = import.plan(support::bytes_of(path));
    REQUIRE(plan);
    CHECK(plan->command.cases.size() == 60);
    CHECK(plan->left_out.empty());
    for (auto const& one : plan->command.cases) {
        CHECK(!one.text.description.empty());
        CHECK(!one.text.domain.empty());
        CHECK(one.text.source.starts_with("https://"));
    }
}

TEST_CASE("the federal inventory of 2024 is taken whole: 2,133 rows, Windows-1252, 62 columns")
{
    auto const path =
        support::shared_dir() / "data/use-cases/2024_consolidated_ai_inventory_raw_v2.csv";
    if (!std::filesystem::exists(path)) CADRAN_SKIP("no federal inventory");
    Import import;
    auto const plan = import.plan(support::bytes_of(path));
    REQUIRE(plan);
    CHECK(plan->encoding == "windows-1252");
    CHECK(plan->columns.size() == 62);
    CHECK(plan->command.cases.size() == 2133);
    CHECK(plan->left_out.empty());
    auto const filled = std::ranges::count_if(plan->command.cases, [](auto const& one) {
        return !one.text.domain.empty() && !one.text.description.empty();
    });
    CHECK(filled > 2000);
    REQUIRE(model::apply(import.doc, *edit::plan(import.doc, plan->command)));
    CHECK(model::table<model::Case>(import.doc).size() == 2133);
}
