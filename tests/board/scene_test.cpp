#include "small_board.h"

#include <algorithm>

using namespace board_test;

TEST_CASE("cards without a position fill columns without overlapping")
{
    Board b;
    for (int n = 1; n <= 40; ++n) b.unlaid(n, static_cast<std::size_t>(29 * (1 + n % 4)));
    auto const scene = b.scene();
    auto const& cards = scene.cards();
    CHECK(cards.size() == 40);
    for (std::size_t i = 0; i < cards.size(); ++i)
        for (std::size_t j = i + 1; j < cards.size(); ++j)
            CHECK_FALSE(cards[i].box.overlaps(cards[j].box));
}

TEST_CASE("cards without a position overlap in no form, however many lines a title has")
{
    Board b;
    for (int n = 1; n <= 40; ++n) b.unlaid(n, static_cast<std::size_t>(29 * (1 + n % 4)));
    auto const narrower = [](model::CaseId, model::Case const& text, board::Form form) {
        auto const high = static_cast<float>(text.title.size());
        return form == board::Form::compact ? 3 * high : high; // its lines are narrower
    };
    for (auto form : {board::Form::full, board::Form::compact}) {
        board::Scene const scene(b.doc, narrower, form);
        auto const& cards = scene.cards();
        for (std::size_t i = 0; i < cards.size(); ++i)
            for (std::size_t j = i + 1; j < cards.size(); ++j)
                CHECK_FALSE(cards[i].box.overlaps(cards[j].box));
    }
}

TEST_CASE("a card added later moves none of the earlier ones")
{
    Board b;
    for (int n = 1; n <= 12; ++n) b.unlaid(n);
    auto const before = b.scene();
    b.card(13, {40, 40});
    auto const after = b.scene();
    for (auto const& card : before.cards()) CHECK(after.find(card.id)->box == card.box);
}

TEST_CASE("imported cards go below a card in their column")
{
    Board b;
    b.card(1, {0, 0}, 200);
    for (int n = 2; n <= 9; ++n) b.unlaid(n);
    auto const scene = b.scene();
    for (int n = 2; n <= 9; ++n)
        CHECK_FALSE(scene.find(case_id(n))->box.overlaps(scene.find(case_id(1))->box));
}

TEST_CASE("a typed card falls into the shortest column in sight")
{
    base::Rect const area{{0, 0}, {760, 900}};
    constexpr float pitch = board::card_width + board::card_gap;
    std::vector<base::Rect> cards{
        {{0, 0}, {240, 300}}, {{pitch, 0}, {498, 120}}, {{2 * pitch, 0}, {756, 200}}};
    CHECK(board::falls_at(area, cards, 150) == base::Vec2{pitch, 120 + board::card_gap});
    // Not behind the map, and above it where there is room.
    base::Rect const low_map{{pitch, 250}, {498, area.max.y}},
        lower{{pitch, 320}, {498, area.max.y}};
    CHECK(board::falls_at(area, cards, 150, low_map) ==
          base::Vec2{2 * pitch, 200 + board::card_gap});
    CHECK(board::falls_at(area, cards, 150, lower) == base::Vec2{pitch, 120 + board::card_gap});
    CHECK(board::falls_at(area, {}, 150) == base::Vec2{0, 0});
}

TEST_CASE("the topmost card is hit")
{
    Board b;
    b.card(1, {0, 0});
    b.card(2, {100, 20});
    auto const scene = b.scene();
    CHECK(scene.card_at({150, 60})->id == case_id(2));
    CHECK(scene.card_at({50, 60})->id == case_id(1));
    CHECK(scene.card_at({600, 60}) == nullptr);
}

TEST_CASE("a merged case has no card of its own and is counted on the one that stands for it")
{
    Board b;
    b.card(1, {0, 0});
    b.card(2, {300, 0});
    b.put<model::Merge>(case_id(2), {case_id(1)});
    auto const scene = b.scene();
    CHECK(scene.cards().size() == 1);
    CHECK(scene.find(case_id(1))->merged == 1);
    CHECK(scene.find(case_id(2)) == nullptr);
}

TEST_CASE("only visible elements are queried, whatever the size of the board")
{
    Board b;
    for (int n = 1; n <= 400; ++n)
        b.card(n, {static_cast<float>(n % 20) * 260, static_cast<float>(n / 20) * 160});
    auto const scene = b.scene();
    base::Rect const area{{1000, 1000}, {1500, 1300}};
    auto const found = scene.in(area);
    std::vector<board::Grid::Index> expected;
    for (board::Grid::Index i = 0; i < scene.cards().size(); ++i)
        if (scene.cards()[i].box.overlaps(area)) expected.push_back(i);
    CHECK(found == expected);
}

TEST_CASE("Tab visits cards row by row")
{
    Board b;
    b.card(1, {300, 0});
    b.card(2, {0, 10});
    b.card(3, {0, 200});
    b.card(4, {600, 5});
    auto const scene = b.scene();
    using Step = board::Scene::Step;
    std::vector<int> walked;
    std::optional<model::CaseId> at;
    while ((at = scene.beside(at, Step::next))) walked.push_back(scene.find(*at)->number);
    CHECK(walked == std::vector<int>{2, 1, 4, 3});
    CHECK(scene.beside(case_id(3), Step::previous) == case_id(4));
    CHECK_FALSE(scene.beside(case_id(2), Step::previous));
}

TEST_CASE("a frame keeps its cards, also those outside its edge")
{
    Board b;
    b.card(1, {100, 100});
    b.card(2, {900, 100});
    b.frame(7, {{50, 20}, {600, 400}}, {1, 2});
    auto const scene = b.scene();
    auto const* frame = scene.find(model::GroupId{7});
    REQUIRE(frame);
    CHECK(frame->cards == 2);
    for (int n : {1, 2}) {
        auto const card = scene.find(case_id(n))->box;
        CHECK(frame->box.max.x > card.max.x);
        CHECK(frame->box.min.y < card.min.y);
        CHECK(scene.find(case_id(n))->form == board::Form::compact);
    }
}

TEST_CASE("the lasso takes the cards whose middle it surrounds")
{
    Board b;
    b.card(1, {0, 0});
    b.card(2, {400, 0});
    auto const scene = b.scene();
    std::vector<base::Vec2> const loop{{-20, -20}, {300, -20}, {300, 300}, {-20, 300}};
    CHECK(scene.within(loop) == board::CardSet{case_id(1)});
}
