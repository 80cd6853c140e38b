#include "journal/memory_log.h"
#include "support/random_workshop.h"
#include "support/ui/ui_driver.h"
#include "ui/gather_view.h"
#include "ui/group_view.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>

namespace {

// A room with its two boards; what they wish for is granted at once.
struct Room {
    support::TickingClock clock;
    support::SeededChance chance{7};
    session::Session session =
        session::Session::open(std::make_unique<journal::MemoryLog>(), clock, chance).value();
    ui::GatherView gather;
    ui::GroupView group;
    model::Step step = model::Step::gather;
    ui::Access access = ui::Access::edit;
    std::vector<std::string> previews;

    void grant(std::optional<ui::Wish> const& wish)
    {
        if (!wish) return;
        if (auto const* command = std::get_if<edit::Command>(&*wish))
            CHECK(session.submit(edit::facilitator, *command));
        if (std::holds_alternative<ui::Undo>(*wish)) CHECK(session.undo(edit::facilitator));
        if (auto const* text = std::get_if<ui::PreviewText>(&*wish)) previews.push_back(text->text);
        if (auto const* file = std::get_if<ui::PreviewFile>(&*wish))
            previews.push_back(file->path.string());
    }
    void draw(ui::Ui& ui)
    {
        ui::Workshop const workshop{session, 0, 0, ui::SaveState::saved, access, ""};
        grant(step == model::Step::gather ? ui::draw(ui, gather, workshop)
                                          : ui::draw(ui, group, workshop));
    }
    std::vector<model::CaseId> add(std::vector<std::string> const& titles)
    {
        edit::AddCases add;
        std::vector<model::CaseId> ids;
        for (auto const& title : titles) {
            model::Case text;
            text.title = title;
            ids.push_back(session.mint<model::CaseId>());
            add.cases.push_back({ids.back(), text, {}});
        }
        REQUIRE(session.submit(edit::facilitator, add));
        return ids;
    }
    [[nodiscard]] model::Document const& doc() const { return session.document(); }
    [[nodiscard]] std::vector<std::string> titles() const
    {
        std::vector<std::string> titles;
        for (auto const& [id, one] : model::table<model::Case>(doc())) titles.push_back(one.title);
        return titles;
    }
    [[nodiscard]] std::uint64_t entries() const { return session.log().size(); }
};

struct Driven : Room {
    support::UiDriver hand{[this](ui::Ui& ui) { draw(ui); }};
    void start(std::vector<std::string> const& titles = {})
    {
        if (!titles.empty()) ids = add(titles);
        hand.settle();
    }
    [[nodiscard]] base::Vec2 place(std::size_t i) const
    {
        return model::get<model::CardPlace>(doc(), ids[i]).at;
    }
    std::vector<model::CaseId> ids;
};

std::vector<std::string> const five{"Alpha", "Bravo", "Charlie", "Delta", "Écho"};

} // namespace

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

TEST_CASE("Enter on nothing adds nothing and ends; Shift+Enter makes a line")
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

TEST_CASE("Escape in mid-word ends the typing and keeps what was typed")
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

TEST_CASE("while a title is typed, the case it comes close to is shown, and typing goes on")
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

TEST_CASE("the case that comes close takes what is typed into it, in one entry, and typing goes on")
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

TEST_CASE("a press on Fusionner let go elsewhere changes nothing, and the text is still there")
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

TEST_CASE("Ctrl+Enter with nothing near is a card like another")
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

TEST_CASE("dragging a card is one entry, at the end, and undo brings it back")
{
    Driven d;
    d.start(five);
    auto const entries = d.entries();
    auto const before = d.hand.box("card.2");
    d.hand.hover("card.2");
    d.hand.press();
    for (int i = 1; i <= 8; ++i) {
        d.hand.move_to(before.center() + base::Vec2{20.0F * static_cast<float>(i), 300});
        CHECK(d.entries() == entries);
    }
    d.hand.release();
    d.hand.settle();
    CHECK(d.entries() == entries + 1);
    auto const after = d.hand.box("card.2");
    CHECK(after.min.x - before.min.x == doctest::Approx(160).epsilon(0.03));
    CHECK(after.min.y - before.min.y == doctest::Approx(300).epsilon(0.03));
    d.hand.click("rail.undo");
    d.hand.settle();
    CHECK(d.hand.box("card.2").min.x == doctest::Approx(before.min.x).epsilon(0.01));
}

TEST_CASE("several cards are chosen with Shift and move together")
{
    Driven d;
    d.start(five);
    d.hand.click("card.1");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
    d.hand.click("card.3");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
    d.hand.frame(2);
    CHECK(d.hand.on("card.1"));
    CHECK(d.hand.on("card.3"));
    CHECK_FALSE(d.hand.on("card.2"));
    auto const gap = d.hand.box("card.3").min - d.hand.box("card.1").min;
    d.hand.drag("card.3", d.hand.centre("card.3") + base::Vec2{80, 240});
    d.hand.settle();
    auto const now = d.hand.box("card.3").min - d.hand.box("card.1").min;
    CHECK(now.x == doctest::Approx(gap.x).epsilon(0.02));
    CHECK(d.hand.box("card.1").min.y > d.hand.box("card.2").min.y + 200);
}

TEST_CASE("Ctrl+A and Delete remove every card; one undo brings them back")
{
    Driven d;
    d.start(five);
    d.hand.key(ImGuiMod_Ctrl | ImGuiKey_A);
    d.hand.key(ImGuiKey_Delete);
    d.hand.settle();
    CHECK(d.titles().empty());
    d.hand.click("rail.undo");
    d.hand.settle();
    CHECK(d.titles() == five);
}

TEST_CASE("arrows move the selection by a step of the grid, Shift by ten")
{
    Driven d;
    d.start(five);
    d.hand.click("card.1");
    d.hand.key(ImGuiKey_RightArrow);
    d.hand.settle();
    auto const from = d.place(0);
    d.hand.key(ImGuiKey_RightArrow);
    d.hand.key(ImGuiMod_Shift | ImGuiKey_DownArrow);
    d.hand.settle();
    CHECK(d.place(0) == from + base::Vec2{28, 280});
}

TEST_CASE("Tab goes from card to card as one reads")
{
    Driven d;
    d.start(five);
    d.hand.click("card.1");
    d.hand.key(ImGuiKey_Tab);
    d.hand.settle();
    CHECK(d.hand.on("card.2"));
    d.hand.key(ImGuiKey_Tab);
    d.hand.settle();
    CHECK(d.hand.on("card.3"));
    CHECK_FALSE(d.hand.on("card.1"));
    d.hand.key(ImGuiMod_Shift | ImGuiKey_Tab);
    d.hand.settle();
    CHECK(d.hand.on("card.2"));
}

TEST_CASE("F2 edits a title in place; Escape leaves it as it was")
{
    Driven d;
    d.start(five);
    d.hand.click("card.2");
    d.hand.key(ImGuiKey_F2);
    d.hand.settle();
    CHECK(d.hand.value("draft.title") == "Bravo");
    d.hand.type(" et plus");
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    CHECK(d.titles()[1] == "Bravo et plus");
    d.hand.key(ImGuiKey_F2);
    d.hand.settle();
    d.hand.type(" encore");
    d.hand.key(ImGuiKey_Escape);
    d.hand.settle();
    CHECK(d.titles()[1] == "Bravo et plus");
}

TEST_CASE("a double click edits the card it is on, and on the ground begins a new one there")
{
    Driven d;
    d.start(five);
    d.hand.double_click("card.4");
    d.hand.settle();
    CHECK(d.hand.value("draft.title") == "Delta");
    d.hand.key(ImGuiKey_Escape);
    d.hand.frame(60); // a second double click, not a fourth press of the first
    auto const ground = d.hand.centre("board");
    d.hand.double_click("board");
    d.hand.settle();
    d.hand.type("Foxtrot");
    d.hand.key(ImGuiKey_Enter);
    d.hand.key(ImGuiKey_Escape);
    d.hand.settle();
    CHECK(d.titles().back() == "Foxtrot");
    CHECK(d.hand.box("card.6").contains(ground));
}

TEST_CASE("the sheet of a case keeps each field when it is left, and asks about personal data")
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
    CHECK_FALSE(d.hand.shows("sheet.ask.data"));
    d.hand.click("sheet.personal_data.1");
    d.hand.settle();
    CHECK(model::get<model::Case>(d.doc(), d.ids[2]).personal_data == model::Answer::yes);
    CHECK(d.hand.shows("sheet.ask.data"));
}

TEST_CASE("finding ignores accents and goes to each card in turn")
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

TEST_CASE("the question to the room is edited where it stands")
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

TEST_CASE(
    "the instruction under the question is edited where it stands; emptied, it is the usual one")
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

TEST_CASE("an empty board says how to begin, until it is begun")
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

TEST_CASE("where the cards came from is counted")
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

TEST_CASE("G makes a frame from the selection, titled in place; its cards move with it")
{
    Driven d;
    d.step = model::Step::group;
    d.start(five);
    d.hand.click("card.1");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
    d.hand.click("card.2");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
    d.hand.frame(2);
    d.hand.click("selection.frame");
    d.hand.settle();
    d.hand.type("Relation aux usagers");
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    auto const& groups = model::table<model::Group>(d.doc());
    REQUIRE(groups.size() == 1);
    CHECK(groups.begin()->second.title == "Relation aux usagers");
    CHECK(model::get<model::Membership>(d.doc(), d.ids[0]).group == groups.begin()->first);

    auto const before = d.place(1);
    auto const entries = d.entries();
    auto const head = d.hand.box("frame.1");
    d.hand.move_to({head.min.x + 40, head.center().y});
    d.hand.press();
    d.hand.move_to({head.min.x + 140, head.center().y + 60});
    d.hand.release();
    d.hand.settle();
    CHECK(d.entries() == entries + 1);
    CHECK(d.place(1).x > before.x + 50);
}

TEST_CASE("a card dropped into a frame joins it, and leaves it when it is dragged out")
{
    Driven d;
    d.step = model::Step::group;
    d.start(five);
    d.hand.click("card.1");
    d.hand.key(ImGuiKey_G);
    d.hand.settle();
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    auto const frame = d.hand.box("frame.1");
    d.hand.drag("card.5", {frame.min.x + 30, frame.max.y + 20});
    d.hand.settle();
    CHECK(model::find<model::Membership>(d.doc(), d.ids[4]) != nullptr);
    d.hand.drag("card.5", base::Vec2{1200, 900});
    d.hand.settle();
    CHECK(model::find<model::Membership>(d.doc(), d.ids[4]) == nullptr);
}

TEST_CASE("M merges into the smallest number; the sheet splits it again")
{
    Driven d;
    d.step = model::Step::group;
    d.start(five);
    d.hand.click("card.4");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
    d.hand.click("card.2");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
    d.hand.frame(2);
    d.hand.key(ImGuiKey_M);
    d.hand.settle();
    CHECK(model::get<model::Merge>(d.doc(), d.ids[3]).into == d.ids[1]);
    CHECK_FALSE(d.hand.shows("card.4"));
    d.hand.click("split.4");
    d.hand.settle();
    CHECK(model::table<model::Merge>(d.doc()).empty());
    CHECK(d.hand.shows("card.4"));
    CHECK(d.titles() == five);
}
