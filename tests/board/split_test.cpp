#include "board/split.h"
#include "small_board.h"

#include <random>

using namespace board_test;
using board::Form;

namespace {

struct Split : Board {
    void merged(int n, int into) { put<model::Merge>(case_id(n), {case_id(into)}); }
    [[nodiscard]] board::Places apart(std::vector<int> const& numbers,
                                      board::CardSet gone = {}) const
    {
        std::vector<model::CaseId> ids;
        for (int n : numbers) ids.push_back(case_id(n));
        return board::places_apart(scene(), doc, by_letters, Form::full, ids, gone);
    }
    // The board after the split.
    [[nodiscard]] board::Scene after(std::vector<int> const& numbers)
    {
        auto const places = apart(numbers);
        for (int n : numbers) model::writable<model::Merge>(doc).erase(case_id(n));
        for (auto const& [id, at] : places) model::writable<model::CardPlace>(doc).set(id, {at});
        return scene();
    }
};

bool any_on_another(board::Scene const& scene)
{
    auto const& cards = scene.cards();
    for (std::size_t i = 0; i < cards.size(); ++i)
        for (std::size_t j = i + 1; j < cards.size(); ++j)
            if (cards[i].box.overlaps(cards[j].box)) return true;
    return false;
}

} // namespace

TEST_CASE("a card split off returns to its position")
{
    Split b;
    b.card(1, {0, 0});
    b.card(2, {700, 300});
    b.merged(2, 1);
    CHECK(b.apart({2}) == board::Places{{case_id(2), {700, 300}}});
}

TEST_CASE("where its position is taken, it is placed beside the card it was merged into")
{
    Split b;
    b.card(1, {0, 0});
    b.card(2, {700, 300});
    b.card(3, {690, 310}); // moved there since
    b.merged(2, 1);
    CHECK(b.apart({2}).front().second == base::Vec2{board::card_width + board::card_gap, 0});
    CHECK_FALSE(any_on_another(b.after({2})));
}

TEST_CASE("a frame drawn over its former position does not contain it")
{
    Split b;
    b.card(1, {0, 0});
    b.card(2, {700, 300});
    b.merged(2, 1);
    b.frame(1, {{600, 200}, {1200, 900}});
    auto const scene = b.after({2});
    CHECK_FALSE(scene.find(case_id(2))->box.overlaps(scene.frames().front().box));
}

TEST_CASE("a card split off returns to its frame, wherever that is")
{
    Split b;
    b.card(1, {5000, 0});
    b.card(2, {20, 64});
    b.card(3, {273, 64});
    b.frame(1, {{0, 0}, {533, 170}}, {2, 3});
    b.merged(2, 1);
    CHECK(b.apart({2}).front().second == base::Vec2{20, 64}); // nothing changed: its own place
    // The frame and its visible card are elsewhere.
    b.put<model::GroupFrame>({1}, {{{2000, 2000}, {2533, 2170}}});
    b.put<model::CardPlace>(case_id(3), {{2273, 2064}});
    auto const scene = b.after({2});
    CHECK_FALSE(any_on_another(scene));
    CHECK(scene.frames().front().box.width() < 600);
    CHECK(scene.frames().front().box.height() < 400);
    CHECK(scene.find(case_id(2))->group == model::GroupId{1});
}

TEST_CASE("of two cards merged in one frame, the one split off lies next to the other")
{
    Split b;
    b.card(1, {20, 64});
    b.card(2, {20, 163});
    b.card(3, {20, 163}); // tidied since: what was below came up
    b.frame(1, {{0, 0}, {533, 300}}, {1, 2, 3});
    b.merged(2, 1);
    CHECK(b.apart({2}).front().second == base::Vec2{20 + board::card_width + board::frame_gap, 64});
}

TEST_CASE("a case freed by removing a merged card may take its position")
{
    Split b;
    b.card(1, {0, 0});
    b.card(2, {0, 0});
    b.merged(2, 1);
    CHECK(b.apart({2}, {case_id(1)}) == board::Places{{case_id(2), {0, 0}}});
    CHECK_FALSE(b.apart({2}).front().second == base::Vec2{0, 0});
}

TEST_CASE("cards without a position stay where they are shown when another is split off")
{
    Split b;
    for (int n = 1; n <= 9; ++n) b.unlaid(n);
    b.merged(4, 2);
    auto const before = b.scene();
    auto const scene = b.after({4});
    for (int n : {1, 2, 3, 5, 6, 7, 8, 9})
        CHECK(scene.find(case_id(n))->box == before.find(case_id(n))->box);
    CHECK_FALSE(any_on_another(scene));
}

TEST_CASE("after random merges and moves, no card split off overlaps another")
{
    std::mt19937 engine(11);
    auto const below = [&](int n) { return static_cast<int>(engine() % static_cast<unsigned>(n)); };
    for (int round = 0; round < 200; ++round) {
        CAPTURE(round);
        Split b;
        if (round % 2 == 0) b.frame(1, {{3000, 0}, {3533, 170}});
        std::vector<int> merged;
        for (int n = 1; n <= 14; ++n) { // dense: every position on a coarse grid, some twice
            b.card(n, {static_cast<float>(below(4)) * 258, static_cast<float>(n) * 190});
            if (n > 4 && below(2) == 0) merged.push_back(n);
        }
        for (int n : merged) {
            b.merged(n, 1 + below(4));
            if (below(2) == 0) b.put<model::CardPlace>(case_id(n), {{0, 190.0F * 2}});
            if (round % 2 == 0 && below(3) == 0) b.put<model::Membership>(case_id(n), {{1}});
        }
        REQUIRE_FALSE(any_on_another(b.scene()));
        CHECK_FALSE(any_on_another(b.after(merged)));
    }
}
