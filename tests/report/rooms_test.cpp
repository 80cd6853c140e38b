#include "html_reader.h"
#include "made.h"
#include "model/change.h"

#include <doctest/doctest.h>

#include <algorithm>

// The result of each room in the report.
namespace {

bool page_says(std::string const& bytes, std::string const& what)
{
    return bytes.find(what) != std::string::npos;
}

// The sample session, as if its first vote had been held in two rooms, and a third left out.
model::Document in_rooms(std::size_t first)
{
    auto doc = made::sample();
    model::RoundId vote;
    std::vector<int> numbers;
    for (auto const& [key, ballot] : model::table<model::Ballot>(doc)) {
        if (!vote) vote = key.round;
        if (key.round == vote) numbers.push_back(key.number);
    }
    REQUIRE(numbers.size() > first + 5);
    auto const cut = numbers.begin() + static_cast<std::ptrdiff_t>(first);
    auto round = model::get<model::Round>(doc, vote);
    round.rooms = model::Rooms::compared;
    model::Changes changes;
    int number = 0;
    for (std::uint64_t id : {11U, 12U, 13U})
        model::put<model::Site>(changes, doc, model::SiteId{id},
                                model::Site{++number, id == 12 ? "Foix <b>" : "", {}, {}});
    model::put<model::Round>(changes, doc, vote, round);
    model::put<model::ByRoom>(changes, doc, vote,
                              model::ByRoom{{{{model::SiteId{11}}, {numbers.begin(), cut}},
                                             {{model::SiteId{12}}, {cut, numbers.end()}}}});
    model::put<model::Collection>(
        changes, doc, vote,
        model::Collection{model::SiteId{11}, "", {model::SiteId{13}}, {model::SiteId{13}}, {}});
    REQUIRE(model::apply(doc, changes));
    return doc;
}

} // namespace

TEST_CASE("a vote that compares rooms has a table with a column for each, and says its rule")
{
    auto const bytes = made::page(in_rooms(6));
    html::Page const page(bytes);
    auto const captions = page.tagged("caption");
    CHECK(std::ranges::any_of(captions, [](auto const* one) {
        return one->text.find("salle par salle") != std::string::npos;
    }));
    auto const heads = page.tagged("th");
    auto const headed = [&](std::string const& what) {
        return std::ranges::any_of(
            heads, [&](auto const* one) { return one->text.find(what) != std::string::npos; });
    };
    CHECK(headed("Salle A\u00a0: 6 bulletins"));
    CHECK(headed("Foix"));
    CHECK(page_says(bytes, "chaque salle d’au moins 5 bulletins"));
    CHECK(page_says(bytes, "Compté sans\u00a0: Salle C"));
    CHECK_FALSE(page_says(bytes, "Foix <b>")); // texts of people are escaped
    CHECK(page_says(made::page(in_rooms(6), {}, i18n::Language::english), "room by room"));
}

TEST_CASE("without the rule a report knows no rooms")
{
    CHECK_FALSE(page_says(made::page(made::sample()), "salle par salle"));
}
