#include "journal/memory_log.h"
#include "support/random_workshop.h"
#include "support/ui/shown.h"
#include "support/ui/ui_driver.h"
#include "ui/screens/group/group_view.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>

// The panel of likely duplicates.
namespace {

using model::CaseId;

struct Similar {
    support::TickingClock clock;
    support::SeededRandomSource random{9};
    session::Session session =
        session::Session::open(std::make_unique<journal::MemoryLog>(), clock, random).value();
    ui::GroupView view;
    ui::Access access = ui::Access::edit;
    std::vector<CaseId> ids; // of cards 1, 2, 3…
    support::UiDriver hand{[this](ui::Ui& ui) { draw(ui); }};

    void draw(ui::Ui& ui)
    {
        support::Shown const shown(session, access);
        for (auto const& wish : ui::draw(ui, view, shown.workshop)) {
            if (auto const* command = wish.as<edit::Command>())
                CHECK(session.submit(edit::facilitator, *command));
            if (wish.is<ui::Undo>()) CHECK(session.undo(edit::facilitator));
        }
    }
    void start(std::vector<std::string> const& titles)
    {
        edit::AddCases add;
        for (auto const& title : titles) {
            model::Case text;
            text.title = title;
            ids.push_back(session.mint<CaseId>());
            auto const column = static_cast<float>(add.cases.size() % 4);
            auto const row = static_cast<float>(add.cases.size() / 4);
            add.cases.push_back({ids.back(), text, base::Vec2{column * 260, row * 120}});
        }
        REQUIRE(session.submit(edit::facilitator, add));
        hand.settle();
    }
    [[nodiscard]] model::Document const& doc() const { return session.document(); }
    [[nodiscard]] CaseId id(std::size_t n) const { return ids[n - 1]; }
    [[nodiscard]] CaseId into(std::size_t n) const
    {
        return model::get<model::Merge>(doc(), id(n)).into;
    }
    [[nodiscard]] bool on_screen(std::string const& widget) const
    {
        auto const box = hand.box(widget);
        return box.min.x >= 88 && box.max.x <= 1512 && box.min.y >= 80 && box.max.y <= 1080;
    }
    // Whether the text is on the screen.
    [[nodiscard]] bool reads(std::string_view text)
    {
        return std::any_of(hand.ui().probe.widgets.begin(), hand.ui().probe.widgets.end(),
                           [&](auto const& one) {
                               return one.first.starts_with("pair.") &&
                                      one.second.label.find(text) != std::string::npos;
                           });
    }
};

std::vector<std::string> const titles{"Tri automatique du courrier",         // 1
                                      "Chauffage des collèges",              // 2
                                      "Trier automatiquement les courriers", // 3
                                      "Prévision des repas de cantine",      // 4
                                      "Chauffage d’un collège rural",        // 5
                                      "Carte des arbres"};                   // 6

} // namespace

TEST_CASE("pairs are listed from the most alike down, the first one open and shown on the board")
{
    Similar r;
    r.start(titles);
    CHECK(r.hand.value("group.tab.duplicates") == "2");
    CHECK(r.hand.on("pair.1.3"));
    CHECK_FALSE(r.hand.on("pair.2.5"));
    CHECK(r.hand.box("pair.1.3").min.y < r.hand.box("pair.2.5").min.y);
    CHECK(r.hand.label("pair.likeness") == r.hand.value("pair.1.3"));
    CHECK(r.hand.shows("duplicates.local"));
}

TEST_CASE("a truncated list says so instead of giving a count")
{
    Similar r;
    r.start(std::vector<std::string>(150, "Tri du courrier"));
    auto const all = r.hand.ui().words->number(5000);
    CHECK(r.hand.value("group.tab.duplicates") == all + " et plus");
    r.hand.speak(support::UiDriver::Language::english);
    r.hand.settle();
    CHECK(r.hand.value("group.tab.duplicates") == "5,000 and more");
}

TEST_CASE("merged or separate pairs are not offered again")
{
    Similar r;
    r.start(titles);
    REQUIRE(r.hand.shows("pair.1.3"));
    REQUIRE(r.hand.shows("pair.2.5"));
    REQUIRE(r.session.submit(edit::facilitator, edit::MergeCases{r.id(4), {r.id(3)}}));
    r.hand.settle();
    CHECK_FALSE(r.hand.shows("pair.1.3"));
    CHECK_FALSE(r.hand.shows("pair.1.4"));
    CHECK(r.hand.shows("pair.2.5"));
    model::Decision aside;
    aside.verdict = model::Verdict::aside;
    REQUIRE(
        r.session.submit(edit::facilitator, edit::Decide{{r.id(5), model::Body::workshop}, aside}));
    r.hand.settle();
    CHECK_FALSE(r.hand.shows("pair.2.5"));
}

TEST_CASE("Tab opens the next pair and goes round; Shift+Tab goes back; the board follows")
{
    Similar r;
    r.start(titles);
    REQUIRE(r.session.submit(edit::facilitator,
                             edit::MoveCards{{{r.id(2), {9000, 7000}}, {r.id(5), {9300, 7000}}}}));
    r.hand.settle();
    r.hand.key(ImGuiKey_Tab);
    r.hand.settle();
    CHECK(r.hand.on("pair.2.5"));
    CHECK(r.hand.label("pair.likeness") == r.hand.value("pair.2.5"));
    CHECK(r.on_screen("card.2"));
    CHECK(r.on_screen("card.5"));
    r.hand.key(ImGuiKey_Tab);
    r.hand.settle();
    CHECK(r.hand.on("pair.1.3"));
    r.hand.key(ImGuiMod_Shift | ImGuiKey_Tab);
    r.hand.settle();
    CHECK(r.hand.on("pair.2.5"));
}

TEST_CASE("Y merges the selected pair into the smaller number and selects the next")
{
    Similar r;
    r.start(titles);
    r.hand.key(ImGuiKey_Y);
    r.hand.settle();
    CHECK(r.into(3) == r.id(1));
    CHECK_FALSE(r.hand.shows("card.3"));
    CHECK_FALSE(r.hand.shows("pair.1.3"));
    CHECK(r.hand.on("pair.2.5"));
    r.hand.click("rail.undo");
    r.hand.settle();
    CHECK(r.hand.shows("pair.1.3"));
    CHECK(r.hand.shows("card.3"));
}

TEST_CASE("U keeps both, which is remembered and can be undone")
{
    Similar r;
    r.start(titles);
    r.hand.key(ImGuiKey_U);
    r.hand.settle();
    CHECK(model::table<model::KeptApart>(r.doc()).contains({r.id(1), r.id(3)}));
    CHECK_FALSE(r.hand.shows("pair.1.3"));
    CHECK(r.hand.shows("card.3"));
    r.view = {}; // a fresh view
    r.hand.settle();
    CHECK_FALSE(r.hand.shows("pair.1.3"));
    r.hand.click("rail.undo");
    r.hand.settle();
    CHECK(r.hand.shows("pair.1.3"));
}

TEST_CASE("the two buttons do what the two keys do")
{
    Similar r;
    r.start(titles);
    r.hand.click("duplicates.merge");
    r.hand.settle();
    CHECK(r.into(3) == r.id(1));
    r.hand.click("duplicates.keep");
    r.hand.settle();
    CHECK(model::table<model::KeptApart>(r.doc()).contains({r.id(2), r.id(5)}));
    CHECK(r.hand.value("group.tab.duplicates") == "0");
    CHECK(r.hand.shows("duplicates.nothing"));
}

TEST_CASE("a pair under the pointer is shown on the board; pressed, it opens")
{
    Similar r;
    r.start(titles);
    r.hand.hover("pair.2.5");
    r.hand.settle();
    CHECK(r.hand.on("pair.1.3")); // still the selected pair
    CHECK(r.hand.label("pair.likeness") == r.hand.value("pair.2.5"));
    r.hand.click("pair.2.5");
    r.hand.settle();
    CHECK(r.hand.on("pair.2.5"));
}

TEST_CASE("the threshold filters pairs, and is not stored in the session")
{
    Similar r;
    r.start(titles);
    auto const entries = r.session.log().size();
    CHECK(r.hand.value("duplicates.threshold") == "70\u202F%");
    auto const box = r.hand.box("duplicates.threshold");
    r.hand.click_at({box.max.x - 2, box.center().y}); // the right end: 95
    r.hand.settle();
    CHECK(r.hand.value("group.tab.duplicates") == "1");
    CHECK(r.hand.shows("pair.1.3"));
    r.hand.click_at({box.min.x + 2, box.center().y}); // the left end: 50
    r.hand.settle();
    CHECK(r.hand.shows("pair.2.5"));
    CHECK(r.session.log().size() == entries);
}

TEST_CASE("a card lying face down is in no pair, and its title nowhere in the panel")
{
    Similar r;
    r.start(titles);
    REQUIRE(r.reads("Trier automatiquement"));
    REQUIRE(r.session.submit(edit::facilitator,
                             edit::TurnCards{{r.id(3)}, edit::TurnCards::Face::down}));
    r.hand.settle();
    CHECK_FALSE(r.hand.shows("pair.1.3"));
    CHECK_FALSE(r.reads("Trier automatiquement"));
}

TEST_CASE("what is edited on the board is compared again")
{
    Similar r;
    r.start(titles);
    auto text = model::get<model::Case>(r.doc(), r.id(6));
    text.title = "Repas de cantine prévus";
    REQUIRE(r.session.submit(edit::facilitator, edit::EditCase{r.id(6), text}));
    r.hand.settle();
    CHECK(r.hand.shows("pair.4.6"));
}

TEST_CASE("a reader sees the pairs and changes nothing")
{
    Similar r;
    r.access = ui::Access::read;
    r.start(titles);
    CHECK(r.hand.shows("pair.1.3"));
    CHECK_FALSE(r.hand.enabled("duplicates.merge"));
    CHECK_FALSE(r.hand.enabled("duplicates.keep"));
    auto const entries = r.session.log().size();
    r.hand.key(ImGuiKey_Y);
    r.hand.key(ImGuiKey_U);
    r.hand.settle();
    CHECK(r.session.log().size() == entries);
}

TEST_CASE("letters typed into a title do not answer a pair")
{
    Similar r;
    r.start(titles);
    r.hand.double_click("card.4");
    r.hand.settle();
    r.hand.type("yu");
    r.hand.settle();
    CHECK(model::table<model::Merge>(r.doc()).empty());
    CHECK(model::table<model::KeptApart>(r.doc()).empty());
}

TEST_CASE("the frames tab hides the pairs on the board")
{
    Similar r;
    r.start(titles);
    r.hand.click("group.tab.frames");
    r.hand.settle();
    CHECK(r.hand.on("group.tab.frames"));
    CHECK_FALSE(r.hand.shows("pair.1.3"));
    CHECK_FALSE(r.hand.shows("pair.likeness"));
    auto const entries = r.session.log().size();
    r.hand.key(ImGuiKey_Y);
    r.hand.settle();
    CHECK(r.session.log().size() == entries);
    r.hand.click("group.tab.duplicates");
    r.hand.settle();
    CHECK(r.hand.shows("pair.1.3"));
}

TEST_CASE("a merged card shows each source; after a split no card covers another")
{
    Similar r;
    r.start(titles);
    REQUIRE(r.session.submit(edit::facilitator, edit::MergeCases{r.id(1), {r.id(3), r.id(5)}}));
    REQUIRE(r.session.submit(edit::facilitator,
                             // the former place of card 3
                             edit::MoveCards{{{r.id(6), {520, 10}}}}));
    r.hand.settle();
    r.hand.click("card.1");
    r.hand.settle();
    CHECK(r.hand.shows("split.3"));
    CHECK(r.hand.shows("split.5"));
    r.hand.click("split.all");
    r.hand.settle();
    CHECK(model::table<model::Merge>(r.doc()).empty());
    CHECK_FALSE(r.hand.box("card.3").overlaps(r.hand.box("card.6")));
    CHECK(model::get<model::CardPlace>(r.doc(), r.id(5)).at == base::Vec2{0, 120}); // its own place
}

TEST_CASE("removing a merged card restores its sources beside the others")
{
    Similar r;
    r.start(titles);
    REQUIRE(r.session.submit(edit::facilitator, edit::MergeCases{r.id(1), {r.id(3)}}));
    REQUIRE(r.session.submit(edit::facilitator, edit::MoveCards{{{r.id(6), {520, 10}}}}));
    r.hand.settle();
    r.hand.click("card.1");
    r.hand.settle();
    r.hand.key(ImGuiKey_Delete);
    r.hand.settle();
    CHECK_FALSE(r.hand.shows("card.1"));
    REQUIRE(r.hand.shows("card.3"));
    CHECK_FALSE(r.hand.box("card.3").overlaps(r.hand.box("card.6")));
}
