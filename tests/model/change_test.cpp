#include "model/change.h"

#include <doctest/doctest.h>

namespace {

using model::Changes;
using model::Document;

Document with_case(model::CaseId id)
{
    Document doc;
    model::Case text;
    text.title = "A";
    REQUIRE(model::apply(doc, {model::edit<model::Case>(doc, id, text)}));
    return doc;
}

} // namespace

TEST_CASE("changes apply all or not at all")
{
    auto doc = with_case({1});
    auto const before = doc;
    Changes changes{model::edit<model::CardPlace>(doc, {1}, model::CardPlace{{5, 5}}),
                    model::Edit<model::Case>{{1}, std::nullopt, model::Case{}}}; // stale: it exists
    auto const done = model::apply(doc, changes);
    REQUIRE(!done);
    CHECK(done.error().where == "case");
    CHECK(doc == before);
}

TEST_CASE("a copy of a document costs nothing and is never changed by the other")
{
    auto doc = with_case({1});
    auto const copy = doc;
    REQUIRE(model::apply(doc, {model::edit<model::Case>(doc, {1}, std::nullopt)}));
    CHECK(model::find<model::Case>(copy, {1}));
    CHECK(!model::find<model::Case>(doc, {1}));
}

TEST_CASE("removing a record takes with it those that refer to it, however far")
{
    auto doc = with_case({1});
    model::Round round;
    round.cases = {{1}};
    REQUIRE(model::apply(doc, {model::edit<model::Round>(doc, {2}, round),
                               model::edit<model::RoundStatus>(doc, {2}, model::RoundStatus{}),
                               model::edit<model::Ballot>(doc, {{2}, 1}, model::Ballot{})}));
    auto const all =
        model::with_dependents(doc, {model::edit<model::Case>(doc, {1}, std::nullopt)});
    CHECK(all.size() == 4); // case, round, status, ballot
    REQUIRE(model::apply(doc, all));
    CHECK(model::first_dangling(doc).empty());
}

TEST_CASE("rebase leaves out what others changed since and what would refer to nothing")
{
    auto doc = with_case({1});
    Changes const move{model::edit<model::CardPlace>(doc, {1}, model::CardPlace{{5, 5}})};
    auto without = doc;
    REQUIRE(model::apply(without, {model::edit<model::Case>(without, {1}, std::nullopt)}));
    CHECK(model::rebase(without, move).empty()); // the case is gone
    auto moved = doc;
    REQUIRE(
        model::apply(moved, {model::edit<model::CardPlace>(moved, {1}, model::CardPlace{{9, 9}})}));
    CHECK(model::rebase(moved, move).empty()); // somebody else moved it
    CHECK(model::rebase(doc, move) == move);
}

TEST_CASE("every enum's names are distinct and read back")
{
    for (std::size_t i = 0; i < base::count_of<model::Method>; ++i) {
        auto const method = static_cast<model::Method>(i);
        CHECK(base::from_name<model::Method>(base::name_of(method)) == method);
    }
    CHECK(!base::from_name<model::Step>("tomorrow"));
}
