#include "board/arrange.h"
#include "journal/memory_log.h"
#include "small_board.h"
#include "support/random_workshop.h"

#include <algorithm>

using namespace board_test;

namespace {

// A session with a scene updated entry by entry, compared with one built anew.
struct Followed {
    support::TickingClock clock;
    support::SeededRandomSource random{11};
    session::Session session =
        session::Session::open(std::make_unique<journal::MemoryLog>(), clock, random).value();
    board::Form others;
    int measured = 0;
    board::Scene scene;
    std::uint64_t seen = 0;

    explicit Followed(board::Form form)
        : others(form)
        , scene(session.document(), measure(), form)
    {
    }
    board::Measure measure()
    {
        return [this](model::CaseId id, model::Case const& text, board::Form form) {
            ++measured;
            return by_letters(id, text, form);
        };
    }
    void follow()
    {
        auto const view = session.view(edit::facilitator);
        auto const since = view.entries_since(seen);
        REQUIRE(since);
        board::Touched touched;
        for (auto const& entry : *since) board::note(entry->n, entry->changes, touched);
        seen = view.version;
        scene.renew(view.document, touched, measure());
    }
    [[nodiscard]] board::Scene afresh() const
    {
        return {session.document(), by_letters, others,
                board::raised_at(session.log().size(), session.touches())};
    }

    std::vector<model::CaseId> add(int count, std::optional<base::Vec2> at = {})
    {
        edit::AddCases add;
        std::vector<model::CaseId> ids;
        for (int i = 0; i < count; ++i) {
            model::Case text;
            text.title = std::string(static_cast<std::size_t>(20 + 7 * (i % 5)), 'x');
            ids.push_back(session.mint<model::CaseId>());
            auto const x = static_cast<float>(i) * 260;
            add.cases.push_back(
                {ids.back(), text, at ? std::optional(*at + base::Vec2{x, 0}) : at});
        }
        REQUIRE(session.submit(edit::facilitator, add));
        return ids;
    }
    // Gives every case a position.
    void lay_down_all()
    {
        edit::MoveCards move;
        for (auto const& [id, text] : model::table<model::Case>(session.document()))
            if (!model::find<model::CardPlace>(session.document(), id))
                move.to.emplace_back(id, base::Vec2{static_cast<float>(id.value % 9) * 260, 40});
        if (!move.to.empty()) say(move);
    }
    void say(edit::Command const& command) { REQUIRE(session.submit(edit::facilitator, command)); }
};

void check_same(board::Scene const& now, board::Scene const& fresh)
{
    CHECK(now.cards() == fresh.cards());
    CHECK(now.frames() == fresh.frames());
    CHECK(now.unlaid() == fresh.unlaid());
    CHECK(now.bounds() == fresh.bounds());
    CHECK(now.counts() == fresh.counts());
    CHECK(now.reading_order() == fresh.reading_order());
    for (auto const& card : fresh.cards()) {
        REQUIRE(now.find(card.id));
        CHECK(*now.find(card.id) == card);
    }
    for (auto const& frame : fresh.frames()) {
        auto mine = now.members(frame.id), theirs = fresh.members(frame.id);
        std::sort(mine.begin(), mine.end());
        std::sort(theirs.begin(), theirs.end());
        CHECK(mine == theirs);
    }
    for (float y = -400; y < 3000; y += 700)
        for (float x = -400; x < 2400; x += 700) {
            base::Rect const area{{x, y}, {x + 500, y + 400}};
            CHECK(now.in(area) == fresh.in(area));
            CHECK(now.any_in(area) == fresh.any_in(area));
            auto const* top = now.card_at(area.center());
            auto const* expected = fresh.card_at(area.center());
            REQUIRE((top != nullptr) == (expected != nullptr));
            if (top) CHECK(*top == *expected);
        }
}

} // namespace

TEST_CASE("a scene updated by thousands of random commands equals one built anew")
{
    for (auto const form : {board::Form::full, board::Form::compact})
        for (unsigned const seed : {1U, 2U, 3U, 4U}) {
            CAPTURE(seed);
            Followed board(form);
            support::RandomWorkshop people(board.session, seed);
            for (int i = 0; i < 700; ++i) {
                people.steps(1 + i % 3); // one entry, or a few at once
                if (seed % 2 == 0) board.lay_down_all();
                board.follow();
                if (i % 7 != 0) continue;
                CAPTURE(i);
                check_same(board.scene, board.afresh());
            }
        }
}

TEST_CASE("moving one card among a thousand measures none of the others")
{
    Followed board(board::Form::full);
    auto const ids = board.add(1000, base::Vec2{});
    board.follow();
    board.measured = 0;
    board.say(edit::MoveCards{{{ids[500], {40, 900}}}});
    board.follow();
    CHECK(board.measured <= 2); // its two forms
    CHECK(board.scene.find(ids[500])->box.min == base::Vec2{40, 900});
    check_same(board.scene, board.afresh());
}

TEST_CASE("a card typed on a board of imported ones moves none and measures only itself")
{
    Followed board(board::Form::full);
    board.add(300);
    board.follow();
    auto const before = board.scene.cards();
    board.measured = 0;
    board.add(1, base::Vec2{-900, 0});
    board.follow();
    CHECK(board.measured <= 2);
    CHECK(std::equal(before.begin(), before.end(), board.scene.cards().begin()));
    CHECK(board.scene.counts().highest_number == 301);
    check_same(board.scene, board.afresh());
}

TEST_CASE("undoing a card, or a longer title, leaves frames and bounds correct")
{
    Followed board(board::Form::compact);
    auto const ids = board.add(4, base::Vec2{0, 0});
    auto const group = board.session.mint<model::GroupId>();
    board.say(edit::AddGroup{group, "G", {{0, 0}, {300, 300}}, {ids[0], ids[3]}, {}});
    board.follow();
    CHECK(board.scene.find(group)->cards == 2);
    auto text = model::get<model::Case>(board.session.document(), ids[3]);
    text.title = std::string(400, 'y');
    board.say(edit::EditCase{ids[3], text});
    board.follow();
    CHECK(board.scene.bounds().height() > 400);
    board.say(edit::MergeCases{ids[0], {ids[3]}});
    board.follow();
    CHECK(board.scene.find(ids[3]) == nullptr);
    CHECK(board.scene.find(ids[0])->merged == 1);
    CHECK(board.scene.bounds().height() < 400);
    check_same(board.scene, board.afresh());
}

TEST_CASE("of overlapping cards, the one moved or edited last is on top")
{
    Followed board(board::Form::full);
    auto const ids = board.add(3); // without positions
    board.follow();
    auto const on_top = [&] {
        board.follow();
        check_same(board.scene, board.afresh());
        return board.scene.card_at({130, 40})->id;
    };
    auto const move = [&](std::size_t i, base::Vec2 by) {
        auto const command = board::move_by(board.scene, {}, {{ids[i]}, {}}, by, std::nullopt);
        board.say(*command);
    };
    auto const second = board.scene.find(ids[1])->box.min;
    // The first move gives positions to the others: they stay below.
    move(0, {second.x / 2, 0});
    CHECK(on_top() == ids[0]);
    move(1, {-second.x / 2, 0});
    CHECK(on_top() == ids[1]);
    auto longer = model::get<model::Case>(board.session.document(), ids[0]);
    longer.title += std::string(60, 'x');
    board.say(edit::EditCase{ids[0], longer});
    CHECK(on_top() == ids[0]);
    REQUIRE(board.session.undo(edit::facilitator));
    CHECK(on_top() == ids[0]); // touched last, all the same
    auto const drawn = board.scene.in({{0, 0}, {900, 400}});
    CHECK(board.scene.cards()[drawn.back()].id == ids[0]);
}

TEST_CASE("cards moved together keep lying on each other as they did")
{
    Followed board(board::Form::full);
    auto const ids = board.add(2, base::Vec2{0, 0});
    board.follow();
    board.say(edit::MoveCards{{{ids[0], {40, 40}}, {ids[1], {0, 0}}}});
    board.say(edit::MoveCards{{{ids[0], {40, 40.5F}}}});
    board.follow();
    REQUIRE(board.scene.card_at({60, 60})->id == ids[0]);
    board.say(*board::move_by(board.scene, {}, {{ids[0], ids[1]}, {}}, {300, 0}, std::nullopt));
    board.follow();
    CHECK(board.scene.card_at({360, 60})->id == ids[0]);
}
