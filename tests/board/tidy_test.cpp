#include "board/tidy.h"
#include "small_board.h"

using namespace board_test;

namespace {

float as_high(board::Card const& card) { return card.box.height(); }

// The parts of a screen beside and above the minimap.
board::Spaces const screen{{1376, 770}, {1128, 976}};

// Applies a LayOut command.
void does(Board& b, edit::Command const& command)
{
    REQUIRE(model::apply(b.doc, *edit::plan(b.doc, command)));
}

bool overlap_free(board::Scene const& scene)
{
    auto const& cards = scene.cards();
    for (std::size_t i = 0; i < cards.size(); ++i)
        for (std::size_t j = i + 1; j < cards.size(); ++j)
            if (cards[i].box.overlaps(cards[j].box)) return false;
    auto const& frames = scene.frames();
    for (std::size_t i = 0; i < frames.size(); ++i)
        for (std::size_t j = i + 1; j < frames.size(); ++j)
            if (frames[i].box.overlaps(frames[j].box)) return false;
    for (auto const& frame : frames)
        for (auto const& card : cards)
            if (card.group != frame.id && frame.box.overlaps(card.box)) return false;
    return true;
}

// Six frames in random positions, and five free cards.
Board workshop()
{
    Board b;
    int next = 1;
    std::uint64_t id = 1;
    for (int const count : {8, 6, 4, 4, 3, 2}) {
        std::vector<int> cards;
        for (int i = 0; i < count; ++i) {
            cards.push_back(next);
            b.card(next++, {static_cast<float>(i * 37 % 400), static_cast<float>(i * 91 % 500)});
        }
        b.frame(id,
                {{static_cast<float>(id) * 90, static_cast<float>(id) * 70},
                 {static_cast<float>(id) * 90 + 600, static_cast<float>(id) * 70 + 400}},
                cards);
        ++id;
    }
    for (int i = 0; i < 5; ++i) b.card(next++, {static_cast<float>(i) * 100, 300});
    return b;
}

} // namespace

TEST_CASE("a tidy board has its frames in columns, nothing over anything, free cards below")
{
    auto b = workshop();
    auto const scene = b.scene(board::Form::compact);
    auto const tidy = board::tidied_board(scene, b.marks(), as_high, screen);
    REQUIRE(tidy);
    REQUIRE(tidy->command);
    does(b, *tidy->command);
    auto const after = b.scene(board::Form::compact);
    CHECK(overlap_free(after));
    auto const& frames = after.frames();
    CHECK(frames[0].box.min == scene.bounds().min);
    CHECK(frames[1].box.min.y == frames[0].box.min.y); // by number, along the first row
    CHECK(frames[2].box.min.y > frames[0].box.min.y);  // then where there is most room
    for (auto const& card : after.cards())
        if (!card.group)
            for (auto const& frame : frames) CHECK(card.box.min.y > frame.box.max.y);
    CHECK(board::zoom_for(tidy->area.max - tidy->area.min, screen) > 0.5F);
}

TEST_CASE("loose cards are in as many columns as show all of them largest")
{
    for (int const count : {2, 5, 12, 31, 60, 200}) {
        CAPTURE(count);
        Board b;
        std::vector<float> heights;
        for (int n = 1; n <= count; ++n) {
            b.card(n, {static_cast<float>(n) * 40, static_cast<float>(n) * 30},
                   static_cast<std::size_t>(29 * (1 + n * 7 % 4)));
            heights.push_back(b.scene().find(case_id(n))->box.height());
        }
        auto const tidy = board::tidied_board(b.scene(), {}, as_high, screen);
        REQUIRE(tidy);
        float largest = 0;
        for (std::size_t columns = 1; columns <= heights.size(); ++columns)
            largest = std::max(
                largest,
                board::zoom_for(board::size_in_rows(heights, columns, board::card_gap), screen));
        auto const size = tidy->area.max - tidy->area.min;
        CHECK(board::zoom_for(size, screen) > 0.95F * largest);
    }
}

TEST_CASE("one frame with thirty loose cards below does not make a tower of two columns")
{
    Board b;
    std::vector<int> framed;
    for (int n = 1; n <= 6; ++n) framed.push_back(n);
    for (int n = 1; n <= 36; ++n) b.card(n, {static_cast<float>(n) * 30, 0}, 116);
    b.frame(7, {{-900, -900}, {-300, -400}}, framed);
    auto const tidy = board::tidied_board(b.scene(board::Form::compact), {}, as_high, screen);
    auto const size = tidy->area.max - tidy->area.min;
    CHECK(board::zoom_for(size, screen) > 0.5F);
    CHECK(size.x > size.y);
}

TEST_CASE("a frame of many cards is tidied wide enough to be read whole, a small one stays narrow")
{
    for (int const count : {4, 40}) {
        Board b;
        std::vector<int> all;
        for (int n = 1; n <= count; ++n) all.push_back(n);
        for (int n : all) b.card(n, {static_cast<float>(n) * 30, 100}, 86);
        b.frame(7, {{0, 0}, {700, 500}}, all);
        auto const scene = b.scene(board::Form::compact);
        auto const one = *board::tidied(scene, {7}, screen)->as<edit::MoveGroup>();
        auto const whole = board::tidied_board(scene, {}, as_high, screen);
        for (auto const& area : {one.area, whole->area}) {
            if (count == 4) CHECK(area.width() < 3 * board::card_width);
            if (count == 40) CHECK(board::zoom_for(area.max - area.min, screen) > 0.5F);
        }
    }
}

TEST_CASE("tidying what is tidy changes nothing")
{
    auto b = workshop();
    does(b, *board::tidied_board(b.scene(), b.marks(), as_high, screen)->command);
    auto const again = board::tidied_board(b.scene(), b.marks(), as_high, screen);
    REQUIRE(again);
    CHECK_FALSE(again->command);
    CHECK_FALSE(board::tidied_board(board::Scene{}, {}, as_high, screen));
}

TEST_CASE("what is written in a frame goes with it, what would be covered goes below")
{
    auto b = workshop();
    b.text(60, {110, 90}, "dans");
    auto const frame = b.scene().frames().front().box;
    auto const offset = base::Vec2{110, 90} - frame.min;
    REQUIRE(b.marks().inside_of(frame) == board::MarkSet{{60}});
    b.stroke(61, {{-500, 320}, {2500, 330}});
    auto const tidy = board::tidied_board(b.scene(), b.marks(), as_high, screen);
    does(b, *tidy->command);
    auto const now = b.scene().frames().front().box;
    CHECK(b.marks().find({60})->at == now.min + offset);
    CHECK(b.marks().find({61})->box.min.y > tidy->area.max.y);
}

TEST_CASE("selected cards are arranged in rows by number, from the place of the first")
{
    Board b;
    for (int n = 1; n <= 6; ++n)
        b.card(n, {static_cast<float>(n * 131 % 700), static_cast<float>(n * 73 % 400)});
    auto const scene = b.scene();
    auto const command =
        board::tidied(scene, {case_id(1), case_id(2), case_id(4), case_id(6)}, as_high, screen);
    REQUIRE(command);
    auto const& to = command->as<edit::MoveCards>()->to;
    REQUIRE(to.size() == 4);
    CHECK(to[0].first == case_id(1));
    CHECK(to[1].second.y == to[0].second.y);
    CHECK(to[1].second.x > to[0].second.x + 240);
    CHECK(to[2].second.y > to[0].second.y);
    CHECK_FALSE(board::tidied(scene, {case_id(1)}, as_high, screen));
}

TEST_CASE("cards of one frame are tidied within it")
{
    Board b;
    b.card(1, {40, 100});
    b.card(2, {400, 300});
    b.frame(7, {{0, 0}, {700, 500}}, {1, 2});
    auto const command = board::tidied(b.scene(), {case_id(1), case_id(2)}, as_high, screen);
    REQUIRE(command);
    CHECK(command->is<edit::MoveGroup>());
}

TEST_CASE("things are aligned by an edge or by their middles, writing with cards")
{
    Board b;
    b.card(1, {0, 0});
    b.card(2, {300, 50});
    b.text(60, {500, 90}, "note");
    board::Selection const all{{case_id(1), case_id(2)}, {}, {{60}}};
    using Alignment = board::Alignment;
    auto const to = [&](Alignment how) {
        return *board::aligned(b.scene(), b.marks(), all, how)->as<edit::LayOut>();
    };
    auto const left = to(Alignment::left), top = to(Alignment::top);
    for (auto const& [id, at] : left.cards) CHECK(at.x == 0);
    CHECK(left.annotations[0].second == base::Vec2{0, 90});
    for (auto const& [id, at] : top.cards) CHECK(at.y == 0);
    CHECK(to(Alignment::right).cards[0].second.x == 300);
    auto const middle = to(Alignment::middle);
    CHECK(middle.annotations[0].second.y + 15 == doctest::Approx(b.scene().bounds().height() / 2));
    b.put<model::CardPlace>(case_id(2), {{0, 300}});
    CHECK_FALSE(board::aligned(b.scene(), {}, {{case_id(1), case_id(2)}, {}}, Alignment::left));
    CHECK_FALSE(board::aligned(b.scene(), {}, {{case_id(1)}, {}}, Alignment::top));
}

TEST_CASE("even gaps from the first to the last, whose places stay")
{
    Board b;
    b.card(1, {0, 0});
    b.card(2, {250, 200});
    b.card(3, {1000, 50});
    board::Selection const all{{case_id(1), case_id(2), case_id(3)}, {}};
    auto const command = board::spread(b.scene(), {}, all, board::Direction::across);
    REQUIRE(command);
    for (auto const& [id, at] : command->as<edit::LayOut>()->cards) {
        if (id == case_id(1)) CHECK(at == base::Vec2{0, 0});
        if (id == case_id(2)) CHECK(at == base::Vec2{500, 200});
        if (id == case_id(3)) CHECK(at == base::Vec2{1000, 50});
    }
    CHECK_FALSE(
        board::spread(b.scene(), {}, {{case_id(1), case_id(2)}, {}}, board::Direction::down));
}
