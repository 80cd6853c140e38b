#include "ui/board/two_boards.h"

#include <imgui.h>

#include <algorithm>
#include <set>

// The screen Recueillir: typing, searching, the question, the sheet.
using two_boards::Driven, two_boards::five;

TEST_CASE("cards are typed one after the other, with accents, until Escape")
{
    Driven d;
    d.start();
    d.hand.key(ImGuiKey_N);
    d.hand.settle();
    for (auto const* title : {"Classement du courrier", "Prévision des dépenses d’APA", "Œuvre"}) {
        d.hand.type(title);
        d.hand.key(ImGuiKey_Enter);
        d.hand.settle();
        CHECK(d.hand.shows("draft.card"));
        CHECK(d.hand.value("draft.card").empty());
    }
    d.hand.key(ImGuiKey_Escape);
    d.hand.settle();
    CHECK_FALSE(d.hand.shows("draft.card"));
    CHECK(d.titles() == std::vector<std::string>{"Classement du courrier",
                                                 "Prévision des dépenses d’APA", "Œuvre"});
    auto const& places = model::table<model::CardPlace>(d.doc());
    CHECK(places.size() == 3);
}

TEST_CASE("Enter on an empty card ends input; Shift+Enter inserts a line")
{
    Driven d;
    d.start();
    d.hand.click("rail.card");
    d.hand.settle();
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    CHECK_FALSE(d.hand.shows("draft.card"));
    CHECK(d.entries() == 0);

    d.hand.key(ImGuiKey_N);
    d.hand.settle();
    d.hand.type("Tri");
    d.hand.key(ImGuiMod_Shift | ImGuiKey_Enter);
    d.hand.type("des demandes");
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    CHECK(d.titles() == std::vector<std::string>{"Tri\ndes demandes"});
}

TEST_CASE("cards typed one after the other are placed in columns, the first below the question")
{
    Driven d;
    d.start();
    d.hand.key(ImGuiKey_N);
    d.hand.settle();
    for (int n = 0; n < 12; ++n) {
        d.hand.type("Une idée parmi d’autres");
        d.hand.key(ImGuiKey_Enter);
        d.hand.settle();
    }
    d.hand.key(ImGuiKey_Escape);
    std::set<float> columns;
    for (auto const& [id, place] : model::table<model::CardPlace>(d.doc()))
        columns.insert(place.at.x);
    CHECK(columns.size() == 6); // as many as the screen holds, without overlap
    CHECK(d.hand.box("card.1").min.x == doctest::Approx(d.hand.box("board.question").min.x));
}

TEST_CASE("Escape ends typing and keeps the text")
{
    Driven d;
    d.start();
    d.hand.key(ImGuiKey_N);
    d.hand.settle();
    d.hand.type("Une idée");
    d.hand.key(ImGuiKey_Escape);
    d.hand.settle();
    CHECK(d.titles() == std::vector<std::string>{"Une idée"});
    CHECK_FALSE(d.hand.shows("draft.card"));
}

TEST_CASE("while a title is typed, a similar case is shown")
{
    Driven d;
    d.start({"Détection prédictive de fuites d'eau"});
    d.hand.key(ImGuiKey_N);
    d.hand.settle();
    d.hand.type("detection");
    d.hand.settle();
    CHECK_FALSE(d.hand.shows("draft.near"));
    d.hand.type(" de fuites");
    d.hand.settle();
    CHECK(d.hand.shows("draft.near"));
    CHECK(d.hand.label("draft.near").find("1") != std::string::npos);
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    CHECK(d.titles().size() == 2);
}

TEST_CASE("a typed text is merged into the similar case in one entry, and typing continues")
{
    for (bool const by_key : {false, true}) {
        CAPTURE(by_key);
        Driven d;
        d.start({"Détection prédictive de fuites d'eau"});
        d.hand.key(ImGuiKey_N);
        d.hand.settle();
        d.hand.type("detection de fuites");
        d.hand.settle();
        auto const entries = d.entries();
        if (by_key)
            d.hand.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
        else
            d.hand.click("draft.merge");
        d.hand.settle();
        CHECK(d.entries() == entries + 1);
        CHECK(d.titles().size() == 2);
        CHECK(model::table<model::Merge>(d.doc()).size() == 1);
        CHECK(d.hand.value("draft.card").empty());
        d.hand.type("La suivante");
        d.hand.key(ImGuiKey_Enter);
        d.hand.settle();
        CHECK(d.titles().size() == 3);
        CHECK(model::table<model::Merge>(d.doc()).size() == 1);
    }
}

TEST_CASE("a press on Fusionner released elsewhere changes nothing and keeps the text")
{
    Driven d;
    d.start({"Détection prédictive de fuites d'eau"});
    d.hand.key(ImGuiKey_N);
    d.hand.settle();
    d.hand.type("detection de fuites");
    d.hand.settle();
    auto const entries = d.entries();
    d.hand.hover("draft.merge");
    d.hand.press();
    d.hand.move_to(d.hand.centre("draft.merge") + base::Vec2{0, 300});
    d.hand.frame(5);
    CHECK(d.entries() == entries);
    CHECK(d.hand.value("draft.card") == "detection de fuites");
}

TEST_CASE("Ctrl+Enter without a similar case adds an ordinary card")
{
    Driven d;
    d.start(five);
    d.hand.key(ImGuiKey_N);
    d.hand.settle();
    d.hand.type("Sans pareil");
    d.hand.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    d.hand.settle();
    CHECK(d.titles().size() == 6);
    CHECK(model::table<model::Merge>(d.doc()).empty());
}

TEST_CASE("each field of the sheet is written when it is left")
{
    Driven d;
    d.start(five);
    d.hand.click("card.3");
    d.hand.settle();
    d.hand.click("sheet.domain");
    d.hand.settle();
    d.hand.type("Énergie");
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    CHECK(model::get<model::Case>(d.doc(), d.ids[2]).domain == "Énergie");
    d.hand.click("sheet.personal_data.1");
    d.hand.settle();
    CHECK(model::get<model::Case>(d.doc(), d.ids[2]).personal_data == model::Answer::yes);
}

TEST_CASE("the search ignores accents and shows each match in turn")
{
    Driven d;
    d.start({"Aide aux élus", "Bilan carbone", "Élagage des arbres", "Eau"});
    d.hand.key(ImGuiMod_Ctrl | ImGuiKey_F);
    d.hand.settle();
    d.hand.type("ela");
    d.hand.settle();
    CHECK(d.hand.on("card.3"));
    for (int i = 0; i < 3; ++i) d.hand.key(ImGuiKey_Backspace);
    d.hand.type("e");
    d.hand.settle();
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    CHECK(d.hand.on("card.2"));
    d.hand.key(ImGuiKey_Escape);
    d.hand.settle();
    CHECK_FALSE(d.hand.shows("search.text"));
    CHECK(d.entries() == 1);
}

TEST_CASE("the wheel zooms at the pointer, and the fit button shows everything again")
{
    Driven d;
    d.start(five);
    auto const before = d.hand.box("card.2");
    d.hand.hover("card.2");
    auto const held = d.hand.centre("card.2");
    d.hand.wheel(3);
    d.hand.settle();
    CHECK(d.hand.box("card.2").width() > before.width() * 1.3F);
    CHECK(d.hand.box("card.2").contains(held));
    d.hand.click("zoom.fit");
    d.hand.settle();
    for (int n = 1; n <= 5; ++n) CHECK(d.hand.shows("card." + std::to_string(n)));
}

TEST_CASE("the question on the board is edited in place")
{
    Driven d;
    d.start();
    d.hand.click("board.question");
    d.hand.settle();
    d.hand.key(ImGuiMod_Ctrl | ImGuiKey_A);
    d.hand.type("Que confier à une machine ?");
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    CHECK(model::get<model::Prompt>(d.doc(), model::Step::gather).question ==
          "Que confier à une machine ?");
    CHECK(d.hand.label("board.question") == "Que confier à une machine ?");
}

TEST_CASE("the instruction below the question is edited in place; when empty, the default returns")
{
    Driven d;
    d.start(five);
    auto const usual = d.hand.label("board.instruction");
    CHECK_FALSE(usual.empty());
    d.hand.click("board.instruction");
    d.hand.settle();
    d.hand.key(ImGuiMod_Ctrl | ImGuiKey_A);
    d.hand.type("deux idées par personne");
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    auto const said = model::get<model::Prompt>(d.doc(), model::Step::gather);
    CHECK(said.instruction == "deux idées par personne");
    CHECK(said.question.empty());
    CHECK(d.hand.label("board.instruction") == "deux idées par personne");
    d.hand.click("board.instruction");
    d.hand.settle();
    d.hand.type(" non");
    d.hand.key(ImGuiKey_Escape);
    d.hand.settle();
    CHECK(d.hand.label("board.instruction") == "deux idées par personne");
    d.hand.click("board.instruction");
    d.hand.settle();
    d.hand.key(ImGuiMod_Ctrl | ImGuiKey_A);
    d.hand.key(ImGuiKey_Delete);
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    CHECK(d.hand.label("board.instruction") == usual);
}

TEST_CASE("an empty board shows how to begin")
{
    Driven d;
    d.start();
    CHECK(d.hand.shows("gather.empty"));
    d.hand.key(ImGuiKey_N);
    d.hand.settle();
    CHECK_FALSE(d.hand.shows("gather.empty"));
    d.hand.type("Une idée");
    d.hand.key(ImGuiKey_Enter);
    d.hand.key(ImGuiKey_Escape);
    d.hand.settle();
    CHECK_FALSE(d.hand.shows("gather.empty"));
}

TEST_CASE("the sources of the cards are counted")
{
    Driven d;
    d.start(five);
    CHECK(d.hand.label("gather.count.typed") == "5");
    CHECK(d.hand.label("gather.count.imported") == "0");
}

TEST_CASE("a list pasted anywhere on the board is previewed, not added")
{
    Driven d;
    d.start();
    d.hand.paste("Une\nDeux\nTrois");
    d.hand.key(ImGuiMod_Ctrl | ImGuiKey_V);
    d.hand.settle();
    CHECK(d.previews == std::vector<std::string>{"Une\nDeux\nTrois"});
    CHECK(d.entries() == 0);
}

TEST_CASE("a session opened for reading shows its cards and changes nothing")
{
    Driven d;
    d.access = ui::Access::read;
    d.start(five);
    auto const entries = d.entries();
    CHECK_FALSE(d.hand.enabled("gather.new"));
    CHECK_FALSE(d.hand.enabled("rail.card"));
    d.hand.click("card.1");
    d.hand.key(ImGuiKey_Delete);
    d.hand.key(ImGuiKey_N);
    d.hand.drag("card.2", d.hand.centre("card.2") + base::Vec2{0, 300});
    d.hand.settle();
    CHECK(d.entries() == entries);
    d.hand.click("card.1");
    d.hand.settle();
    CHECK_FALSE(d.hand.enabled("sheet.domain"));
}
