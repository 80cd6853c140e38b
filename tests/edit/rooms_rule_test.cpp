#include "edit/command.h"
#include "edit/plan.h"
#include "model/rooms.h"

#include <doctest/doctest.h>

#include <numeric>

// The rule of a round that rooms are compared.
namespace {

using model::RoundId;
using model::SiteId;

constexpr RoundId in_rooms{10};
std::string const key(64, 'a');

void apply_to(model::Document& doc, edit::Command const& command)
{
    auto const planned = edit::plan(doc, command);
    REQUIRE(planned);
    REQUIRE(model::apply(doc, *planned));
}

// A case, three rooms, and a round on it.
model::Document with_round(model::Round round)
{
    model::Document doc;
    model::Case text;
    text.title = "Cas";
    apply_to(doc, edit::AddCases{{{{1}, text, {}}}});
    for (std::uint64_t id : {11U, 12U, 13U}) apply_to(doc, edit::JoinSite{SiteId{id}, ""});
    round.cases = {{1}};
    apply_to(doc, edit::PrepareRound{in_rooms, round});
    return doc;
}

model::Round compared()
{
    model::Round round;
    round.rooms = model::Rooms::compared;
    return round;
}

model::Document asked(model::Round const& round)
{
    auto doc = with_round(round);
    apply_to(doc, edit::OpenRound{in_rooms, 1});
    apply_to(doc, edit::CollectBallots{in_rooms, SiteId{11}, key});
    return doc;
}

edit::CloseRound closing(std::vector<int> first, std::vector<int> second)
{
    edit::CloseRound close{in_rooms, {}, 2};
    close.ballots.resize(first.size() + second.size());
    close.collection = key;
    close.rooms = {{{SiteId{11}}, std::move(first)}, {{SiteId{12}, SiteId{13}}, std::move(second)}};
    return close;
}

std::string refusal_of(model::Document const& doc, edit::Command const& command)
{
    auto const planned = edit::plan(doc, command);
    return planned ? std::string{} : planned.error().where;
}

std::vector<int> numbers(int from, int to)
{
    std::vector<int> out(static_cast<std::size_t>(to - from) + 1);
    std::iota(out.begin(), out.end(), from);
    return out;
}

} // namespace

TEST_CASE(
    "ballots are stored with their rooms where the rules compare rooms, and from five on only")
{
    auto doc = asked(compared());
    CHECK(refusal_of(doc, closing(numbers(1, 8), numbers(9, 12))) == "round.rooms");
    CHECK(refusal_of(asked({}), closing(numbers(1, 5), numbers(6, 12))) == "round.rooms");
    auto stranger = closing(numbers(1, 5), numbers(6, 12));
    stranger.rooms[0].sites = {SiteId{99}};
    CHECK(refusal_of(doc, stranger) == "round.rooms");
    auto absent = closing(numbers(1, 5), numbers(6, 12));
    absent.missing = {SiteId{13}};
    CHECK(refusal_of(doc, absent) == "round.rooms");
    auto const close = closing(numbers(1, 5), numbers(6, 12));
    apply_to(doc, close);
    CHECK(model::get<model::ByRoom>(doc, in_rooms).rooms == close.rooms);
}

TEST_CASE("a round that is open keeps its rule on rooms")
{
    auto doc = with_round(compared());
    CHECK(model::get<model::Round>(doc, in_rooms).rooms == model::Rooms::compared);
    apply_to(doc, edit::OpenRound{in_rooms, 1});
    auto other = model::get<model::Round>(doc, in_rooms);
    other.rooms = model::Rooms::together;
    CHECK(refusal_of(doc, edit::PrepareRound{in_rooms, other}) == "round.started");
}

TEST_CASE("raised hands and blind estimates are of no room")
{
    auto hands = compared();
    hands.source = model::BallotSource::hands;
    CHECK(model::get<model::Round>(with_round(hands), in_rooms).rooms == model::Rooms::together);
    auto doc = with_round(compared());
    apply_to(doc, edit::CountHands{in_rooms, {{{1}, 3}}, 5});
    CHECK(model::get<model::Round>(doc, in_rooms).rooms == model::Rooms::together);
    model::Round estimate;
    estimate.method = model::Method::estimate;
    CHECK_FALSE(model::can_compare_rooms(estimate));
    auto imported = compared();
    imported.source = model::BallotSource::imported;
    CHECK_FALSE(model::can_compare_rooms(imported));
}
