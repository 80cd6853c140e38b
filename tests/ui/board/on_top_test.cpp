#include "support/ui/room.h"

#include <doctest/doctest.h>

// The stacking order of overlapping cards: the last one touched is on top, also after reopening.
namespace {

// Three cards; the first two overlap.
struct Pile : support::Room {
    std::vector<model::CaseId> cards;

    Pile()
        : Room("fr")
    {
        start("titre\nTri du courrier\nVoirie\nÉcoles\n", "gather");
        for (auto const& [id, text] : model::table<model::Case>(doc())) cards.push_back(id);
        say(edit::MoveCards{{{cards[0], {0, 0}}, {cards[1], {140, 30}}, {cards[2], {900, 0}}}});
    }
    void say(edit::Command const& command)
    {
        app.grant(command);
        driver.settle();
    }
    void move(int card, base::Vec2 to)
    {
        say(edit::MoveCards{{{cards[static_cast<std::size_t>(card - 1)], to}}});
    }
    // Closes the session and opens its file again.
    void reopen()
    {
        host.remember();
        app.grant(ui::GoHome{});
        driver.settle();
        app.open("atelier.cadran", ui::Access::edit);
        driver.settle();
    }
    // The number of the card that a press hits where the two overlap.
    int top()
    {
        driver.key(ImGuiKey_Escape);
        driver.settle();
        auto const one = driver.box("card.1"), two = driver.box("card.2");
        REQUIRE(one.overlaps(two));
        driver.click_at(base::Rect{{std::max(one.min.x, two.min.x), std::max(one.min.y, two.min.y)},
                                   {std::min(one.max.x, two.max.x), std::min(one.max.y, two.max.y)}}
                            .center());
        driver.settle();
        return driver.on("card.1") ? 1 : driver.on("card.2") ? 2 : 0;
    }
};

} // namespace

TEST_CASE("the card touched last is on top after reopening, on each board")
{
    Pile pile;
    pile.move(1, {10, 0});
    CHECK(pile.top() == 1);
    pile.reopen();
    CHECK(pile.top() == 1);
    pile.driver.click("step.group");
    pile.driver.settle();
    CHECK(pile.top() == 1);
    pile.driver.click("step.gather");
    pile.driver.settle();
    auto text = model::get<model::Case>(pile.doc(), pile.cards[1]);
    text.title += " communale";
    pile.say(edit::EditCase{pile.cards[1], text});
    CHECK(pile.top() == 2);
    pile.reopen();
    CHECK(pile.top() == 2);
    // An undo touches the card, too.
    pile.move(1, {20, 0});
    pile.move(2, {150, 30});
    pile.app.grant(ui::Undo{});
    pile.app.grant(ui::Undo{});
    pile.driver.settle();
    CHECK(pile.top() == 1);
    pile.reopen();
    CHECK(pile.top() == 1);
    // More entries between two frames than a view lists.
    for (std::size_t i = 0; i < session::View::recent_most + 10; ++i)
        REQUIRE(pile.app.session()->submit(
            edit::facilitator,
            edit::MoveCards{{{pile.cards[2], {900, static_cast<float>(i + 1)}}}}));
    pile.driver.settle();
    CHECK(pile.top() == 1);
}

TEST_CASE("a past state shows its stacking order")
{
    Pile pile;
    pile.move(1, {10, 0});
    auto const first = pile.app.session()->log().size();
    pile.move(2, {150, 30});
    auto const second = pile.app.session()->log().size();
    pile.move(1, {20, 0});
    auto const look = [&](std::uint64_t n) {
        pile.app.grant(ui::LookBack{n});
        pile.driver.settle();
    };
    for (int opened = 0; opened < 2; ++opened) {
        look(first);
        CHECK(pile.top() == 1);
        look(second);
        CHECK(pile.top() == 2);
        look(first);
        CHECK(pile.top() == 1);
        pile.app.grant(ui::LookNow{});
        pile.driver.settle();
        CHECK(pile.top() == 1);
        look(second);
        CHECK(pile.top() == 2);
        pile.reopen();
    }
}
