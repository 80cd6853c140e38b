#include "exchange/tables/html_table.h"
#include "support/ui/room.h"

#include <algorithm>
#include <string>
#include <vector>

// Exports: from every screen, as files and to the clipboard.
namespace {

using exchange::Format;
using exchange::Shows;
using support::Room;

// The clipboard's content in each format.
struct Forms {
    std::vector<ui::Copied> given;
    std::string html_there; // what another program copied

    explicit Forms(support::UiDriver& driver)
    {
        driver.ui().clipboard.give = [this](std::vector<ui::Copied> forms) {
            given = std::move(forms);
        };
        driver.ui().clipboard.take = [this](std::string_view type) -> std::optional<std::string> {
            if (type == "text/html" && !html_there.empty()) return html_there;
            return std::nullopt;
        };
    }
    [[nodiscard]] std::string of(std::string const& type) const
    {
        auto const it = std::ranges::find(given, type, &ui::Copied::type);
        return it == given.end() ? std::string() : it->bytes;
    }
};

constexpr char const* table = "Titre;Description;Proposé par\nTri du courrier;Vite;Camille\n"
                              "Fuites d’eau;Bien;\n";

} // namespace

TEST_CASE("every screen, the session's menu and the finder offer the export")
{
    for (auto const* language : {"fr", "en"})
        for (auto const* step : {"gather", "group", "vote", "place", "decide"}) {
            CAPTURE(step);
            Room room(language);
            room.start(table, step);
            room.driver.click("rail.export");
            room.driver.settle();
            CHECK(room.driver.shows("export.go"));
            room.driver.key(ImGuiKey_Escape);
            room.driver.settle();
            CHECK_FALSE(room.driver.shows("export.go"));
        }
    Room room("fr");
    room.start(table, "gather");
    room.driver.click("top.title");
    room.driver.settle();
    room.driver.click("top.export");
    room.driver.settle();
    CHECK(room.driver.shows("export.go"));
    room.driver.key(ImGuiKey_Escape);
    for (auto const* words : {"export", "exporter", "compte rendu", "xlsx"}) {
        CAPTURE(words);
        room.driver.settle();
        room.driver.key(ImGuiMod_Ctrl | ImGuiKey_K);
        room.driver.settle();
        room.driver.type(words);
        room.driver.settle();
        room.driver.key(ImGuiKey_Enter);
        room.driver.settle();
        CHECK(room.driver.shows("export.go"));
        room.driver.key(ImGuiKey_Escape);
    }
}

TEST_CASE("the button has the number of files, and the request matches the selection")
{
    Room room("fr");
    room.start(table, "gather");
    auto& driver = room.driver;
    driver.click("rail.export");
    driver.settle();
    // A report, a workbook and the board on the screen.
    CHECK(driver.label("export.go") == "Exporter 3 fichiers");
    CHECK_FALSE(driver.enabled("export.report.pdf")); // without a printer
    CHECK_FALSE(driver.on("export.names"));
    CHECK_FALSE(driver.on("export.ballots"));
    driver.click("export.workbook.csv");
    driver.hover("export.pictures.png"); // the sizes lie further down
    driver.wheel(-20);
    driver.settle();
    driver.click("export.size.a3");
    driver.wheel(20);
    driver.settle();
    CHECK(driver.label("export.go") == "Exporter 5 fichiers");
    driver.click("export.names");
    driver.settle();
    room.host.export_answer = ui::ExportState{5, 5, 2'500'000, {}, {}};
    driver.click("export.go");
    driver.settle();
    REQUIRE(room.host.exports.size() == 1);
    auto const& job = room.host.exports.front();
    CHECK(job.order.wanted.contains({"workbook", Format::csv}));
    CHECK(job.order.wanted.contains({"workbook", Format::xlsx}));
    CHECK(job.order.images == std::set<exchange::Image>{{Shows::board}});
    CHECK(job.order.included.names);
    CHECK_FALSE(job.order.included.ballots);
    CHECK(job.folder.string().starts_with("Exports"));
    CHECK(job.over == ui::OverFiles::asks);
    CHECK(job.seal.entries == room.app.session()->log().size());
    CHECK_FALSE(driver.shows("export.go")); // written; the panel says so at its foot
    // The next export starts with the same choices.
    driver.click("rail.export");
    driver.settle();
    CHECK(driver.on("export.workbook.csv"));
    driver.click("export.workbook.csv");
    driver.click("export.workbook.xlsx");
    driver.click("export.pictures.png");
    driver.click("export.report.html");
    driver.settle();
    CHECK_FALSE(driver.enabled("export.go"));
}

TEST_CASE("a report is exported with its head, which is stored for the next one")
{
    Room room("fr");
    room.host.printer = true;
    room.host.known_places = {{ui::FolderPlace::Kind::documents, "/docs"}};
    room.host.folders["/docs"] = {{"/docs/armes.png", "armes.png", ui::FileEntry::Kind::file, 0, 0},
                                  {"/docs/a.csv", "a.csv", ui::FileEntry::Kind::file, 0, 0},
                                  {"/docs/faux.png", "faux.png", ui::FileEntry::Kind::file, 0, 0}};
    room.host.files["/docs/armes.png"] = "\x89PNG\r\n\x1a\n des armes";
    room.host.files["/docs/faux.png"] = "un texte";
    room.start(table, "gather");
    auto& driver = room.driver;
    driver.click("rail.export");
    driver.settle();
    CHECK(driver.on("export.report.html"));
    CHECK(driver.on("export.report.pdf"));
    CHECK(driver.on("export.one_page.pdf"));
    CHECK_FALSE(driver.on("export.one_page.html"));
    // The seal is that of the state shown.
    auto const& log = room.app.session()->log();
    CHECK(driver.label("export.seal") ==
          exchange::short_code({{}, log.size(), log.hash(log.size())}));
    driver.click("export.organisation");
    driver.type("Département de l’Armance");
    driver.settle();
    auto const choose = [&](char const* row) {
        driver.click("export.logo");
        driver.settle();
        CHECK_FALSE(driver.shows("file.row.2")); // a table is no logo
        driver.double_click(row);
        driver.settle();
    };
    choose("file.row.1");
    CHECK(driver.label("export.logo.failed").find("PNG") != std::string::npos);
    choose("file.row.0");
    CHECK_FALSE(driver.shows("export.logo.failed"));
    CHECK(driver.label("export.logo.name").find("armes.png") != std::string::npos);
    room.host.export_answer = ui::ExportState{5, 5, 2'500'000, {}, {}};
    driver.click("export.go");
    driver.settle();
    REQUIRE(room.host.exports.size() == 1);
    auto const& order = room.host.exports.front().order;
    CHECK(order.organisation == "Département de l’Armance");
    REQUIRE(order.logo);
    CHECK(order.logo->type == "image/png");
    CHECK(room.host.head.organisation == "Département de l’Armance");
    CHECK(room.host.head.logo == "/docs/armes.png");
    // The next time: the same head, and the last result.
    driver.click("rail.export");
    driver.settle();
    CHECK(driver.label("export.said").find("2,5") != std::string::npos);
    driver.click("export.logo.none");
    driver.settle();
    CHECK(room.host.head.logo.empty());
    CHECK_FALSE(driver.shows("export.logo.name"));
    // Without a report its head cannot be edited.
    for (auto const* box : {"export.report.html", "export.report.pdf", "export.one_page.pdf"})
        driver.click(box);
    driver.settle();
    CHECK_FALSE(driver.shows("export.organisation"));
    CHECK_FALSE(driver.shows("export.seal"));
}

TEST_CASE("the message follows the writing, and existing files need confirmation")
{
    Room room("fr");
    room.start(table, "gather");
    auto& driver = room.driver;
    driver.click("rail.export");
    driver.settle();
    driver.key(ImGuiKey_Enter);
    driver.settle();
    REQUIRE(room.host.exports.size() == 1);
    CHECK_FALSE(driver.enabled("export.go"));
    driver.key(ImGuiKey_Escape); // ignored while files are written
    driver.settle();
    CHECK(driver.shows("export.go"));
    room.host.export_told({1, 3, 0, {}, {}});
    driver.settle();
    CHECK(driver.label("export.said").find("1") != std::string::npos);
    room.host.export_told({1, 3, 0, {}, base::Error{base::Errc::io, "file.disk_full", "", 0}});
    driver.settle();
    CHECK(driver.label("export.said").starts_with("1 fichier est écrit. Le disque est plein"));
    CHECK(driver.enabled("export.go"));
    // Existing names: the person is asked before a file is replaced.
    room.host.export_answer = ui::ExportState{0, 3, 0, {"x - Cas.xlsx"}, {}};
    driver.click("export.go");
    driver.settle();
    CHECK_FALSE(driver.shows("export.go"));
    CHECK(driver.shows("export.replace"));
    room.host.export_answer = ui::ExportState{3, 3, 0, {}, {}};
    driver.click("export.beside");
    driver.settle();
    CHECK(room.host.exports.back().over == ui::OverFiles::beside);
    CHECK_FALSE(driver.shows("export.beside"));
}

TEST_CASE("another folder is chosen among folders")
{
    Room room("fr");
    room.host.known_places = {{ui::FolderPlace::Kind::documents, "/docs"}};
    room.host.folders["/docs"] = {{"/docs/Comité", "Comité", ui::FileEntry::Kind::folder, 0, 0},
                                  {"/docs/a.csv", "a.csv", ui::FileEntry::Kind::file, 0, 0}};
    room.host.folders["/docs/Comité"] = {};
    room.start(table, "gather");
    auto& driver = room.driver;
    driver.click("rail.export");
    driver.settle();
    driver.click("export.browse");
    driver.settle();
    // Escape and Enter are for the dialog on top, with or without the keyboard on its list.
    driver.click("file.row.0");
    driver.settle();
    driver.key(ImGuiKey_Enter);
    driver.settle();
    CHECK(room.host.exports.empty());
    for (int i = 0; i < 3 && driver.shows("file.go"); ++i) { // first off the list
        driver.key(ImGuiKey_Escape);
        driver.settle();
    }
    CHECK_FALSE(driver.shows("file.go"));
    CHECK(driver.shows("export.go"));
    driver.click("export.browse");
    driver.settle();
    REQUIRE(driver.shows("file.row.0"));
    CHECK_FALSE(driver.shows("file.row.1")); // only folders are listed
    driver.double_click("file.row.0");
    driver.settle();
    driver.click("file.go");
    driver.settle();
    CHECK(driver.label("export.folder") == "/docs/Comité");
    CHECK(driver.shows("export.go"));
}

TEST_CASE("copied cards are a table for other programs, without names of people")
{
    Room room("fr");
    room.start(table, "gather");
    Forms forms(room.driver);
    room.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    room.driver.key(ImGuiMod_Ctrl | ImGuiKey_C);
    room.driver.frame();
    auto const read = exchange::rows_of_html(forms.of("text/html"));
    REQUIRE(read);
    auto const& rows = *read;
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].cells == std::vector<std::string>{"Carte", "Titre", "Description"});
    CHECK(rows[2].cells == std::vector<std::string>{"2", "Fuites d’eau", "Bien"});
    CHECK(forms.of("text/plain") ==
          "Carte\tTitre\tDescription\n1\tTri du courrier\tVite\n2\tFuites d’eau\tBien");
}

TEST_CASE("a table is pasted as it stands, a list as its text")
{
    Room room("fr");
    room.start(table, "gather");
    Forms forms(room.driver);
    forms.html_there = "<meta charset=utf-8><table><tr><td>Titre</td><td>Domaine</td></tr>"
                       "<tr><td>Voirie<br>du centre</td><td>Ville</td></tr></table>";
    room.driver.paste("Titre\tDomaine\nVoirie");
    room.driver.key(ImGuiMod_Ctrl | ImGuiKey_V);
    room.driver.settle();
    REQUIRE(room.driver.shows("import.add"));
    room.driver.click("import.add");
    room.driver.settle();
    auto const& cases = model::table<model::Case>(room.doc());
    REQUIRE(cases.size() == 3);
    auto const& last = cases.rbegin()->second;
    CHECK(last.title == "Voirie du centre");
    CHECK(last.domain == "Ville");
    forms.html_there = "<ul><li>Un <b>premier</b></li><li>Second</li></ul>";
    room.driver.paste("• Un premier\n• Second\n");
    room.driver.key(ImGuiMod_Ctrl | ImGuiKey_V);
    room.driver.settle();
    room.driver.click("import.add");
    room.driver.settle();
    CHECK(cases.size() == 5);
    CHECK(cases.rbegin()->second.title == "Second");
}

TEST_CASE("each screen copies its picture, or gives the reason why it has none")
{
    Room room("fr");
    room.start(table, "gather");
    Forms forms(room.driver);
    auto const copy = [&] {
        forms.given.clear();
        room.driver.key(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_C);
        room.driver.settle();
    };
    copy();
    CHECK(forms.of("image/png") == "PNG");
    for (auto const* step : {"place", "decide"}) {
        room.driver.click(std::string("step.") + step);
        room.driver.settle();
        copy();
        CHECK(forms.of("image/png") == "PNG");
    }
    using Images = std::vector<exchange::Image>;
    CHECK(room.host.drawn_images == Images{{Shows::board}, {Shows::matrix, 1}, {Shows::order}});
    room.driver.click("step.vote"); // without a vote
    room.driver.settle();
    copy();
    CHECK(forms.given.empty());
}
