#include "wording/board.h"
#include "wording/both.h"

#include <doctest/doctest.h>

using test::Both;
using test::both;

TEST_CASE("A frame without a title says so")
{
    CHECK(both([](auto const& words) { return wording::frame_title(words, "Courrier"); }) ==
          Both{"Courrier", "Courrier"});
    CHECK(both([](auto const& words) { return wording::frame_title(words, ""); }) ==
          Both{"Cadre sans titre", "Untitled frame"});
}

TEST_CASE("Selected elements are counted by kind, without zeros")
{
    auto const said = [](std::size_t cards, std::size_t marks) {
        return both([&](auto const& words) { return wording::cards(words, cards, marks); });
    };
    CHECK(said(2, 1) == Both{"2 cartes · 1 annotation", "2 cards · 1 annotation"});
    CHECK(said(1, 0) == Both{"1 carte", "1 card"});
    CHECK(said(0, 3) == Both{"3 annotations", "3 annotations"});
    CHECK(said(0, 0) == Both{"", ""});
    CHECK(both([](auto const& words) { return wording::on_the_board(words, 12, 3, 1); }) ==
          Both{"12 cartes · 3 cadres · 1 carte libre", "12 cards · 3 frames · 1 free card"});
}

TEST_CASE("A step shows the session's question, or the default")
{
    model::Document doc;
    auto const asked = [&](model::Step step) {
        return both([&](auto const& words) {
            return wording::question(words, doc, step) + "|" +
                   wording::instruction(words, doc, step);
        });
    };
    CHECK(asked(model::Step::group).english ==
          "What belongs together?|bring the cards together, name the frames");
    CHECK(asked(model::Step::place) == Both{"|", "|"});
    CHECK(asked(model::Step::gather).french.find("gather.") == std::string::npos);
    CHECK(asked(model::Step::decide).french.find("decide.") == std::string::npos);
    model::writable<model::Prompt>(doc).set(model::Step::group, {"Quels thèmes ?", "à deux"});
    CHECK(asked(model::Step::group) == Both{"Quels thèmes ?|à deux", "Quels thèmes ?|à deux"});
}

TEST_CASE("A proposal shows its sender, or its source")
{
    model::Proposal proposal;
    auto const said = [&] {
        return both([&](auto const& words) { return wording::sender(words, proposal); });
    };
    proposal.origin = model::Origin::phone;
    auto const phone = said();
    proposal.origin = model::Origin::imported;
    CHECK(!(said() == phone));
    proposal.from = "Mairie";
    CHECK(said() == Both{"Mairie", "Mairie"});
}
