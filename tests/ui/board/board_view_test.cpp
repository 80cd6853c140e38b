#include "two_boards.h"
#include "ui/canvas/bar_place.h"
#include "ui/canvas/card_paint.h"

#include <imgui.h>

#include <algorithm>

// The board's visible part: scrolling to edits, and overlays above the cards.
using two_boards::Driven;

namespace {

// Titles as French local authorities write them.
std::vector<std::string> const real_titles{
    "Standard téléphonique relayé par un agent vocal",
    "Détection prédictive de fuites d’eau",
    "Prévision des repas de cantine",
    "Inventaire des stationnements et ombrières solaires",
    "Anticipation du risque d’inondation",
    "Réponses aux courriers des usagers préparées et orientées vers le bon service",
    "Simplification des courriers administratifs en français facile à lire",
    "Transcription et compte rendu des séances du conseil municipal",
    "Vérification de la complétude des dossiers de subvention aux associations",
    "Optimisation des tournées de collecte des déchets par capteurs de remplissage",
    "Repérage des bâtiments énergivores à partir d’images aériennes thermiques",
    "Traduction simultanée à l’accueil de la mairie pour les personnes allophones"};

std::vector<std::string> many(std::size_t count)
{
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < count; ++i) titles.push_back(real_titles[i % real_titles.size()]);
    return titles;
}

// One frame with six cards, and thirty cards outside it.
struct Scattered : Driven {
    Scattered()
    {
        step = model::Step::group;
        ids = add(many(36));
        edit::MoveCards move;
        for (std::size_t i = 0; i < ids.size(); ++i)
            move.to.emplace_back(ids[i], base::Vec2{static_cast<float>(i * 313 % 2900),
                                                    static_cast<float>(i * 197 % 2100)});
        REQUIRE(session.submit(edit::facilitator, move));
        edit::AddGroup framed{
            session.mint<model::GroupId>(), "Accueil", {{0, 0}, {600, 400}}, {}, {}};
        framed.members.assign(ids.begin(), ids.begin() + 6);
        REQUIRE(session.submit(edit::facilitator, framed));
        hand.settle();
    }
    [[nodiscard]] board::Camera camera() const { return ui::destination(group.canvas); }
    void undo()
    {
        REQUIRE(session.undo(edit::facilitator));
        hand.settle();
    }
    void redo()
    {
        REQUIRE(session.redo(edit::facilitator));
        hand.settle();
    }
};

bool same(board::Camera const& a, board::Camera const& b)
{
    return std::abs(a.zoom / b.zoom - 1) < 0.002F && std::abs(a.origin.x - b.origin.x) < 1 &&
           std::abs(a.origin.y - b.origin.y) < 1;
}

} // namespace

TEST_CASE("a tidied board is visible as a whole, not under the minimap, at a readable zoom")
{
    Scattered d;
    d.hand.click("rail.tidy");
    d.hand.settle();
    CHECK(d.camera().zoom > 0.5F);
    auto const map = d.hand.box("minimap.ground"), board = d.hand.box("board");
    for (int n = 1; n <= 36; ++n) {
        auto const box = d.hand.box("card." + std::to_string(n));
        CHECK(board.contains(box.min));
        CHECK(board.contains(box.max));
        CHECK_FALSE(box.overlaps(map));
    }
}

TEST_CASE("undo and redo restore the view that belongs to the edit")
{
    Scattered d;
    auto const before = d.camera();
    d.hand.click("rail.tidy");
    d.hand.settle();
    auto const tidy = d.camera();
    REQUIRE_FALSE(same(before, tidy));
    d.undo();
    CHECK(same(d.camera(), before));
    d.redo();
    CHECK(same(d.camera(), tidy));
    d.undo();
    CHECK(same(d.camera(), before));
}

TEST_CASE("a view that the person moved later is not changed by undo")
{
    Scattered d;
    d.hand.click("rail.tidy");
    d.hand.settle();
    d.hand.move_to(d.hand.centre("board"));
    d.hand.wheel(2);
    d.hand.settle();
    auto const mine = d.camera();
    d.undo();
    CHECK(same(d.camera(), mine));
}

TEST_CASE("undoing a new card restores the view before it")
{
    Driven d;
    d.start(many(60)); // more cards than fit the screen: the next one is below it
    auto const before = ui::destination(d.gather.canvas);
    d.hand.key(ImGuiKey_N);
    d.hand.settle();
    d.hand.type("Une de plus");
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    d.hand.key(ImGuiKey_Escape);
    d.hand.settle();
    REQUIRE_FALSE(same(ui::destination(d.gather.canvas), before));
    REQUIRE(d.session.undo(edit::facilitator));
    d.hand.settle();
    CHECK(same(ui::destination(d.gather.canvas), before));
}

TEST_CASE("the bar of a selection covers no other card, on a full board as on an empty one")
{
    for (std::size_t const count : {6UL, 24UL, 70UL}) {
        Driven d;
        d.start(many(count));
        for (int const wheel : {0, -3}) {
            d.hand.key(ImGuiKey_Escape);
            d.hand.move_to(d.hand.centre("board"));
            d.hand.wheel(static_cast<float>(wheel));
            d.hand.settle();
            d.hand.click("card.1");
            ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
            d.hand.click("card.2");
            d.hand.frame(2);
            CAPTURE(count);
            CAPTURE(wheel);
            auto const bar = d.hand.box("selection");
            for (std::size_t n = 3; n <= count; ++n) {
                auto const id = "card." + std::to_string(n);
                if (d.hand.shows(id)) CHECK_FALSE(d.hand.box(id).overlaps(bar));
            }
            CHECK_FALSE(bar.overlaps(d.hand.box("minimap.ground")));
            CHECK(d.hand.shows("selection.more"));
            d.hand.click("card.3"); // the pointer reaches the next card
            ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
            d.hand.frame(2);
            CHECK(d.hand.on("card.3"));
        }
    }
}

TEST_CASE("the minimap hides while a card is typed below it")
{
    Driven d;
    d.start(many(6));
    auto const map = d.hand.box("minimap.ground");
    d.hand.key(ImGuiKey_C);
    d.hand.click_at(map.min - base::Vec2{60, 40}); // the draft is wider than that
    d.hand.settle();
    REQUIRE(d.hand.shows("draft"));
    REQUIRE(d.hand.box("draft").overlaps(map));
    CHECK_FALSE(d.hand.shows("minimap.ground"));
    d.hand.type("Réponses aux courriers des usagers préparées"); // similar to an existing title
    d.hand.settle();
    REQUIRE(d.hand.shows("draft.merge"));
    // the whole hints are visible
    CHECK(d.hand.box("draft.hints").max.x < d.hand.box("board").max.x - 20);
    d.hand.key(ImGuiKey_Escape);
    d.hand.settle();
    CHECK(d.hand.shows("minimap.ground"));
}

TEST_CASE("at 75 % zoom, real titles fit on their cards")
{
    Driven d;
    d.start(real_titles);
    auto& canvas = d.gather.canvas;
    std::size_t whole = 0;
    for (auto id : d.ids) {
        auto const* card = canvas.state.scene.find(id);
        auto const text = model::get<model::Case>(d.doc(), id);
        auto const room = ui::label_room(*card);
        auto const& label = canvas.texts.label(d.hand.ui(), id, text, room);
        CHECK(label.height <= room);
        CHECK(label.shrink > 0.75F);
        whole += label.height <= room ? 1 : 0;
    }
    CHECK(whole == real_titles.size());
}

TEST_CASE("the likeness of two cards is shown beside the cards between them")
{
    Driven d;
    d.step = model::Step::group;
    auto titles = many(8);
    titles[7] = titles[0];
    d.ids = d.add(titles);
    edit::MoveCards move;
    for (std::size_t i = 0; i < d.ids.size(); ++i)
        move.to.emplace_back(d.ids[i], base::Vec2{static_cast<float>(i) * 270, 0});
    REQUIRE(d.session.submit(edit::facilitator, move));
    d.hand.settle();
    d.hand.key(ImGuiMod_Shift | ImGuiKey_1);
    d.hand.settle();
    REQUIRE(d.hand.on("pair.1.8"));
    auto const pill = d.hand.box("pair.likeness");
    auto const place = [&] {
        auto const* a = d.group.canvas.state.scene.find(d.ids[0]);
        return d.group.canvas.view.to_screen(a->box);
    }();
    // The label is above or below the row, over no title.
    CHECK((pill.center().y < place.min.y || pill.center().y > place.max.y));
}
