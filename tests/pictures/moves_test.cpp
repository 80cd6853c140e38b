#include "model/change.h"
#include "pictures/comparison/moves.h"
#include "studio.h"

#include <algorithm>

// Moves on a matrix, as layout and display list.
namespace {

using namespace pictures;
using Kind = Moved::Kind;

constexpr model::AxisId seventh{7};

struct Two {
    model::Document before, after;
    analysis::Comparison all;

    Two()
    {
        for (int n = 1; n <= 4; ++n) put(before, n, 700, 200);
        for (int n = 1; n <= 3; ++n) put(after, n, 700, 200);
        put(after, 5, 300, 800);
        place(after, 2, 720, 240);
        place(after, 3, 700, 700);
        model::Axis record;
        record.place = 1;
        for (auto* doc : {&before, &after})
            REQUIRE(model::apply(*doc, {model::edit<model::Axis>(*doc, seventh, record)}));
        all = analysis::compare(before, after, analysis::Lineage::one_session, {});
    }
    static model::CaseId id(int n) { return {static_cast<std::uint64_t>(n)}; }
    static void put(model::Document& doc, int n, int opportunity, int risk)
    {
        model::Case text;
        text.number = n;
        text.title = "Cas " + std::to_string(n);
        REQUIRE(model::apply(doc, {model::edit<model::Case>(doc, id(n), text)}));
        place(doc, n, opportunity, risk);
    }
    static void place(model::Document& doc, int n, int opportunity, int risk)
    {
        model::Placement at;
        at.opportunity = opportunity, at.risk = risk;
        REQUIRE(model::apply(doc, {model::edit<model::Placement>(doc, {seventh, id(n)}, at)}));
    }
};

std::vector<Kind> kinds(std::vector<Moved> const& moves)
{
    std::vector<Kind> out;
    for (auto const& one : moves) out.push_back(one.kind);
    return out;
}

} // namespace

TEST_CASE("moved, crossing, new and removed cases are distinguished, per axis and in all")
{
    Two const two;
    for (auto const where : {std::optional<std::size_t>{0}, std::optional<std::size_t>{}}) {
        auto const moves = moves_on(two.all, two.before, two.after, where);
        CHECK(kinds(moves) ==
              std::vector{Kind::still, Kind::moved, Kind::crossed, Kind::gone, Kind::fresh});
        CHECK(moves[2].before->risk == doctest::Approx(200));
        CHECK(moves[2].after->risk == doctest::Approx(700));
        CHECK_FALSE(moves[3].after.has_value());
        CHECK_FALSE(moves[4].before.has_value());
    }
}

TEST_CASE("an arrow goes from the former position of a case to the present one, with its label")
{
    Two const two;
    auto const list = moves_picture(studio().means, two.all, two.before, two.after, 0,
                                    {{100, 60}, {1100, 700}}, "12 mars", "9 avril");
    auto const& accent = studio().palette.accent;
    // The head of the arrow of the one that changed quadrant; the other in the legend.
    auto const heads = all_of<Polygon>(list);
    CHECK(std::ranges::count(heads, accent, &Polygon::color) == 2);
    std::vector<std::string> said;
    for (auto const& text : all_of<Text>(list)) said.push_back(text.text);
    for (auto const* wanted : {"Cas 3", "Cas 2", "Cas 5", "12 mars", "9 avril", "inchangé"}) {
        CAPTURE(wanted);
        CHECK(std::ranges::find(said, wanted) != said.end());
    }
    CHECK(std::ranges::find(said, "Cas 1") == said.end()); // did not move
}

TEST_CASE("an empty matrix is drawn")
{
    analysis::Comparison const none;
    auto const list =
        moves_picture(studio().means, none, {}, {}, {}, {{100, 60}, {900, 500}}, "avant", "après");
    CHECK_FALSE(list.items.empty());
}
