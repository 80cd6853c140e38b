#include "model/change.h"
#include "wording/both.h"
#include "wording/votes/method_words.h"
#include "wording/votes/rooms.h"

#include <doctest/doctest.h>

using model::RoundId;
using model::SiteId;
using test::Both;
using test::both;

namespace {

constexpr RoundId vote{10};

model::Document rooms_of(std::vector<std::string> const& labels, model::Rooms rule)
{
    model::Document doc;
    model::Changes changes;
    std::uint64_t id = 10;
    int number = 0;
    for (auto const& label : labels)
        model::put<model::Site>(changes, doc, SiteId{++id}, model::Site{++number, label, {}, {}});
    model::Round round;
    round.rooms = rule;
    model::put<model::Round>(changes, doc, vote, round);
    model::put<model::RoundStatus>(changes, doc, vote,
                                   model::RoundStatus{model::RoundState::revealed, 1, 2});
    REQUIRE(model::apply(doc, changes));
    return doc;
}

std::vector<SiteId> sites(std::initializer_list<std::uint64_t> ids)
{
    std::vector<SiteId> out;
    for (auto id : ids) out.push_back(SiteId{id});
    return out;
}

} // namespace

TEST_CASE("The rule that rooms are compared is said before anybody votes, with its limit")
{
    model::Round round;
    auto const said = [&] {
        return both([&](auto const& words) { return wording::how_voted(words, round); });
    };
    auto const rules = [&] {
        return both([&](auto const& words) { return wording::rules(words, round); });
    };
    auto const plain = said();
    auto const line = rules();
    round.rooms = model::Rooms::compared;
    CHECK(said().french ==
          plain.french + " Le résultat de chaque salle d’au moins 5 bulletins est montré aussi.");
    CHECK(said().english ==
          plain.english + " The result of each room with at least 5 ballots is shown too.");
    CHECK(rules().french == line.french + " · salles comparées, à partir de 5 bulletins");
    round.source = model::BallotSource::hands;
    CHECK(said().french.find("salle") == std::string::npos);
}

TEST_CASE("Rooms are named by their labels, and those told as one together")
{
    auto const doc = rooms_of({"", "Foix", "", "", ""}, model::Rooms::compared);
    auto const named = [&](std::vector<SiteId> const& of) {
        return both([&](auto const& words) { return wording::room_name(words, doc, of); });
    };
    CHECK(named(sites({11})) == Both{"Salle A", "Room A"});
    CHECK(named(sites({12, 14})) == Both{"Foix + Salle D", "Foix + Room D"});
    CHECK(named(sites({11, 12, 13, 14})) == Both{"4 salles réunies", "4 rooms together"});
    CHECK(wording::room_letters(doc, sites({12, 14})) == "B+D");
    CHECK(wording::room_letters(doc, sites({12, 13, 14, 15})) == "B…");
}

TEST_CASE("A vote that compares rooms says why it does not, where it does not")
{
    auto doc = rooms_of({"", "", ""}, model::Rooms::compared);
    auto const why = [&] {
        return both([&](auto const& words) { return wording::not_compared(words, doc, vote); });
    };
    CHECK(why().french == "Salles non comparées\u00a0: le vote s’est tenu dans une seule salle");
    model::Changes changes;
    model::put<model::Collection>(
        changes, doc, vote,
        model::Collection{SiteId{11}, "", sites({11, 12, 13}), sites({12}), {}});
    REQUIRE(model::apply(doc, changes));
    CHECK(why().english ==
          "Rooms not compared: it takes two rooms with at least 5 ballots, as fewer would point at "
          "someone");
    CHECK(both([&](auto const& words) { return wording::counted_without(words, doc, vote); }) ==
          Both{"Compté sans\u00a0: Salle B", "Counted without: Room B"});
    doc = rooms_of({"", ""}, model::Rooms::together);
    CHECK(why() == Both{});
}
