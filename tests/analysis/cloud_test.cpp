#include "analysis/common/random.h"
#include "analysis/estimates/cloud.h"
#include "analysis/estimates/delphi.h"
#include "estimating.h"
#include "shared.h"
#include "support/skip.h"
#include "support/tables.h"

#include <algorithm>
#include <cmath>

using namespace analysis;
using namespace sample;
using nlohmann::json;

namespace {

model::Document room(int cases, int axes, int voters)
{
    model::Document doc;
    add_cases(doc, cases);
    add_axes(doc, axes);
    add_estimating(doc, voters);
    return doc;
}

Cloud cloud_of(model::Document const& doc, int axis, int on, RoundId id = estimating_round)
{
    auto const table = read_estimates(doc, id);
    REQUIRE(table);
    return cloud(*table, axis_id(axis), case_id(on), model::get<model::Axis>(doc, axis_id(axis)));
}

// A single cloud of these dots.
Cloud cloud_of(std::vector<Said> const& dots)
{
    auto doc = room(1, 1, static_cast<int>(dots.size()));
    estimate_all(doc, 1, 1, dots);
    return cloud_of(doc, 1, 1);
}

std::vector<Said> at(std::vector<std::pair<int, int>> const& levels, model::Level risk = 200)
{
    std::vector<Said> out; // {people, opportunity}
    for (auto const& [people, opportunity] : levels)
        out.insert(out.end(), static_cast<std::size_t>(people), Said{{opportunity, risk}});
    return out;
}

// What methods.md, 2.4 says of one scale of 0..10, from the reference figures alone.
Agreement by_the_rule(json const& said)
{
    double const a = said["vde_A"], n = said["n"], iqr = said["iqr"];
    int low = 0, high = 0;
    for (int i = 0; i <= 10; ++i) {
        if (i <= 3) low += said["counts"][static_cast<std::size_t>(i)].get<int>();
        if (i >= 7) high += said["counts"][static_cast<std::size_t>(i)].get<int>();
    }
    if (said["ipras"]["disagreement"] || a < 0.2 || (low >= 0.3 * n && high >= 0.3 * n))
        return Agreement::contested;
    if (a < 0.4) return Agreement::divided;
    return iqr <= 2.0 && a >= 0.6 ? Agreement::accord : Agreement::neutral;
}

} // namespace

TEST_CASE("A cloud counts estimates, \"don't know\" answers and omissions")
{
    auto doc = room(2, 2, 9);
    estimate_all(doc, 1, 1,
                 {Said{{100, 900}},
                  Said{{200, 800}},
                  Said{{300, 700}},
                  {},
                  Said{{400, 600}},
                  {},
                  Said{{500, 500}},
                  Said{{600, 400}}});
    auto const found = cloud_of(doc, 1, 1);
    CHECK(found.voters == 9);
    CHECK(found.placed == 6);
    CHECK(found.dont_know == 2);
    REQUIRE(found.shape);
    CHECK(found.shape->median == Point{350, 650}); // the mean of the two in the middle
    CHECK(found.shape->dots.size() == 6);
    CHECK_FALSE(found.shape->half); // too few for an ellipse
    auto const other = cloud_of(doc, 2, 1);
    CHECK(other.placed == 0);
    CHECK(other.dont_know == 0);
    CHECK(other.voters == 9);
}

TEST_CASE("Under five placements a cloud says how many, and nothing else")
{
    auto dots = at({{4, 700}});
    dots.push_back({});
    CHECK_FALSE(cloud_of(dots).shape);
    CHECK(cloud_of(dots).placed == 4);
    CHECK_FALSE(at_the_median(cloud_of(dots)));
    dots.push_back(Said{{700, 200}});
    CHECK(cloud_of(dots).shape);
    CHECK_FALSE(cloud_of(at({{7, 700}})).shape->half);
    CHECK(cloud_of(at({{8, 700}})).shape->half);
}

TEST_CASE("The order of a cloud's dots is independent of the voters")
{
    auto one = at({{2, 700}, {3, 300}, {1, 500}});
    auto other = one;
    std::ranges::reverse(other);
    CHECK(*cloud_of(one).shape == *cloud_of(other).shape);
}

TEST_CASE("Each quadrant has its share, by the axis's own lines")
{
    auto doc = room(1, 1, 10);
    for (int voter = 1; voter <= 10; ++voter)
        estimate(doc, voter, 1, 1, Said{{voter <= 6 ? 640 : 900, voter <= 3 ? 700 : 100}});
    auto found = cloud_of(doc, 1, 1);
    CHECK(found.shape->zone == Quadrant::launch);
    CHECK(found.shape->share(Quadrant::launch) == doctest::Approx(0.7));
    CHECK(found.shape->share(Quadrant::safeguards) == doctest::Approx(0.3));
    support::edit<model::Axis>(doc, axis_id(1), [](auto& axis) { axis.opportunity_line = 650; });
    found = cloud_of(doc, 1, 1);
    CHECK(found.shape->zone == Quadrant::comfort);
    CHECK(found.shape->share(Quadrant::comfort) == doctest::Approx(0.3));
    CHECK(found.shape->share(Quadrant::aside) == doctest::Approx(0.3));
    CHECK(found.shape->share(Quadrant::launch) == doctest::Approx(0.4));
}

TEST_CASE("A median near a line, or estimates in two quadrants, count as astride both")
{
    CHECK(cloud_of(at({{9, 540}})).shape->astride == Astride{Quadrant::launch, Quadrant::comfort});
    CHECK(cloud_of(at({{9, 460}})).shape->astride == Astride{Quadrant::comfort, Quadrant::launch});
    CHECK_FALSE(cloud_of(at({{9, 551}})).shape->astride);
    // The median is far from any line, but four of nine are in the other quadrant.
    CHECK(cloud_of(at({{5, 900}, {4, 100}})).shape->astride ==
          Astride{Quadrant::launch, Quadrant::comfort});
    CHECK_FALSE(cloud_of(at({{7, 900}, {2, 100}})).shape->astride);
}

TEST_CASE("Two camps are reported with sizes and medians, for contested cases only")
{
    std::vector<Said> dots;
    for (int i = 0; i < 6; ++i) dots.push_back(Said{{150 + 10 * i, 800}});
    for (int i = 0; i < 5; ++i) dots.push_back(Said{{850 + 10 * i, 200}});
    auto const found = cloud_of(dots);
    CHECK(found.contested());
    REQUIRE(found.shape->opportunity.camps);
    CHECK(*found.shape->opportunity.camps == Camps{{6, {175, 800}}, {5, {870, 200}}});
    CHECK(found.shape->risk.camps->low == Camp{5, {870, 200}});
    CHECK(found.shape->in_top_risk == 6);
    auto const calm = cloud_of(at({{6, 700}, {5, 800}}));
    CHECK(calm.shape->agreement() == Agreement::accord);
    CHECK_FALSE(calm.shape->opportunity.camps);
    CHECK_FALSE(calm.contested());
}

TEST_CASE("the agreement of a case is the worse of its two scales")
{
    std::vector<Said> dots;
    for (int i = 0; i < 10; ++i) dots.push_back(Said{{800, i < 5 ? 100 : 900}});
    auto const shape = *cloud_of(dots).shape;
    CHECK(shape.opportunity.agreement == Agreement::accord);
    CHECK(shape.risk.agreement == Agreement::contested);
    CHECK(shape.agreement() == Agreement::contested);
}

TEST_CASE("The flags of the expert survey follow the stated rule")
{
    auto const expected = shared::expected("placements_ches2019_part.json");
    if (expected.is_null()) {
        CADRAN_SKIP("no shared expert placements");
    }
    std::array<int, 4> seen{};
    for (auto const& [party, item] : expected["items"].items())
        for (auto const& [axis, said] : item["axes"].items()) {
            // Only how many judges gave each answer matters to one scale.
            for (auto const* which : {"x", "y"}) {
                if (axis == "eu" && *which == 'x') continue; // seven points, not eleven
                std::vector<std::pair<int, int>> levels;
                for (int i = 0; i <= 10; ++i)
                    levels.emplace_back(said[which]["counts"][static_cast<std::size_t>(i)],
                                        i * 100);
                auto const shape = *cloud_of(at(levels)).shape;
                auto const& of_party = party;
                CAPTURE(of_party);
                auto const& of_axis = axis;
                CAPTURE(of_axis);
                CHECK(shape.opportunity.agreement == by_the_rule(said[which]));
                CHECK(shape.opportunity.a == doctest::Approx(said[which]["vde_A"].get<double>()));
                CHECK(shape.median.opportunity ==
                      doctest::Approx(said[which]["median"].get<double>() * 100));
                ++seen.at(static_cast<std::size_t>(shape.opportunity.agreement));
            }
        }
    CHECK(seen[0] + seen[1] + seen[2] + seen[3] == 90);
    MESSAGE("accord " << seen[0] << ", neutral " << seen[1] << ", divided " << seen[2]
                      << ", contested " << seen[3]);
    CHECK(seen[3] <= 5); // a flag that is always set is useless
    CHECK(seen[0] >= 25);
}

TEST_CASE("Agreement of answers on seven points is computed from those points")
{
    // Half on 6 of 7 and half on 7: neighbours, with nothing between them.
    std::vector<Said> dots;
    for (int i = 0; i < 5; ++i) dots.push_back(Said{{833, 500}}), dots.push_back(Said{{1000, 500}});
    auto doc = room(1, 1, 10);
    estimate_all(doc, 1, 1, dots);
    auto const by_eleven = cloud_of(doc, 1, 1).shape->opportunity.a;
    support::edit<model::Round>(doc, estimating_round, [](auto& round) {
        round.scales = {{axis_id(1), {1, 7, 7}, {}}};
    });
    auto const by_seven = cloud_of(doc, 1, 1).shape->opportunity;
    CHECK(by_seven.a == doctest::Approx(5.0 / 6.0)); // of two neighbours of seven
    CHECK(by_seven.a > by_eleven);
    CHECK(counts_over(std::vector<double>{833, 833, 1000}, {1, 7, 7}) ==
          std::vector<int>{0, 0, 0, 0, 0, 2, 1});
    CHECK(counts_over(std::vector<double>{833}, {0, 100, 0}).size() == 11);
}

TEST_CASE("The clouds of an axis are those of the last revealed round that asks for each case")
{
    auto doc = room(3, 1, 6);
    for (int on : {1, 2, 3}) estimate_all(doc, 1, on, at({{6, 100 * on}}));
    model::Round again;
    again.method = model::Method::estimate;
    again.axes = {axis_id(1)};
    again.cases = {case_id(2)};
    add_round(doc, again, {401});
    estimate_all(doc, 1, 2, at({{6, 900}}), {401});
    again.cases = {case_id(3)};
    add_round(doc, again, {402}, model::RoundState::closed); // counted, not yet shown
    estimate_all(doc, 1, 3, at({{6, 950}}), {402});
    merge(doc, 1, 3);

    auto const found = clouds(doc, axis_id(1));
    REQUIRE(found.size() == 2);
    CHECK(found[0].on == case_id(2));
    CHECK(found[0].shape->median.opportunity == 900);
    CHECK(found[1].round == estimating_round);
    CHECK(found[1].shape->median.opportunity == 300);
    CHECK(rounds_of(doc, axis_id(1), case_id(2)).size() == 2);
    CHECK(rounds_of(doc, axis_id(1), case_id(3)).size() == 1);
}

TEST_CASE("Open rounds are not read, and votes are not read as estimates")
{
    model::Document doc;
    add_cases(doc, 1);
    add_axes(doc, 1);
    add_round(doc, {}, {7});
    add_estimating(doc, 3, {8}, model::RoundState::open);
    add_estimating(doc, 3, {9}, model::RoundState::closed);
    CHECK(read_estimates(doc, {6}).error().where == "round");
    CHECK(read_estimates(doc, {7}).error().where == "round.method");
    CHECK(read_estimates(doc, {8}).error().where == "round.open");
    CHECK(read_estimates(doc, {9})->voters == 3);
    CHECK(estimating_rounds(doc).empty());
}

TEST_CASE("A placement at the median is rounded to a level and says how it was settled")
{
    auto const placement = at_the_median(cloud_of(at({{3, 400}, {3, 501}})));
    REQUIRE(placement);
    CHECK(placement->opportunity == 451);
    CHECK(placement->risk == 200);
    CHECK(placement->by == model::PlacedBy::median);
    CHECK(placement->lock == model::Lock::open);
}

TEST_CASE("Risks given as two numbers have a median of each")
{
    auto doc = room(1, 1, 7);
    estimate_all(doc, 1, 1, at({{7, 500}}));
    auto const say = [&](int voter, int severity) {
        support::edit<model::Estimate>(
            doc, {estimating_round, voter, axis_id(1), case_id(1)},
            [&](auto& one) { one.severity = severity, one.likelihood = 300; });
    };
    for (int voter = 1; voter <= 4; ++voter) say(voter, 100 * voter);
    CHECK_FALSE(cloud_of(doc, 1, 1).shape->severity); // four people are too few to show
    say(5, 500);
    CHECK(cloud_of(doc, 1, 1).shape->severity == 300.0);
    CHECK(cloud_of(doc, 1, 1).shape->likelihood == 300.0);
}

TEST_CASE("agreeing judges are distinguished from unrelated ones")
{
    auto doc = room(4, 1, 3);
    for (int on = 1; on <= 4; ++on)
        for (int voter = 1; voter <= 3; ++voter)
            estimate(doc, voter, 1, on, Said{{on * 200, voter == 1 ? on * 100 : 500 - on * 100}});
    estimate(doc, 4, 1, 1, Said{{0, 0}}); // one who placed a single case is excluded
    auto const table = read_estimates(doc, estimating_round);
    auto const together = concordance(*table, axis_id(1), &Point::opportunity);
    CHECK(together.judges == 3);
    CHECK(together.cases == 4);
    CHECK(together.kendall->w == doctest::Approx(1.0));
    CHECK(together.icc->single == doctest::Approx(1.0));
    CHECK(concordance(*table, axis_id(1), &Point::risk).kendall->w == doctest::Approx(1.0 / 9.0));
    CHECK_FALSE(concordance(*table, axis_id(2), &Point::risk).kendall);
}

TEST_CASE(
    "The least number of voters who changed their estimate between two hidden rounds is counted")
{
    auto doc = room(1, 1, 12);
    std::vector<Said> before = at({{6, 200}, {6, 800}});
    estimate_all(doc, 1, 1, before);
    add_estimating(doc, 12, {401});
    auto after = at({{1, 200}, {11, 800}});
    after[3] = Said{{870, 290}}; // within a grid step of another's: that could be the same person
    estimate_all(doc, 1, 1, after, {401});
    auto const rounds = rounds_of(doc, axis_id(1), case_id(1));
    REQUIRE(rounds.size() == 2);
    auto const found = movement(rounds[0], rounds[1]);
    CHECK(found.changed == 5);
    CHECK(found.changed_share() == doctest::Approx(5.0 / 12.0));
    CHECK(found.moved == Point{300, 0});
    CHECK(found.iqr_change.opportunity == -600);
    CHECK(found.was == Agreement::contested);
    CHECK(movement(rounds[0], rounds[0]).changed == 0);
}

TEST_CASE("The fewest who changed is found even when a greedy pairing would miss it")
{
    // The first could be either dot after, the second only the one that the first would take.
    auto before = at({{3, 0}});
    auto after = before;
    before.push_back(Said{{200, 500}}), before.push_back(Said{{210, 400}});
    after.push_back(Said{{150, 450}}), after.push_back(Said{{250, 590}});
    auto doc = room(1, 1, 5);
    estimate_all(doc, 1, 1, before);
    add_estimating(doc, 5, {401});
    estimate_all(doc, 1, 1, after, {401});
    auto const rounds = rounds_of(doc, axis_id(1), case_id(1));
    CHECK(movement(rounds[0], rounds[1]).changed == 0);
}

TEST_CASE(
    "The rule suggests to stop on agreement, on one zone, on stability, or after three rounds")
{
    auto const split = cloud_of(at({{6, 150}, {6, 850}}));
    auto const accord = cloud_of(at({{6, 800}, {6, 850}}));
    auto const spread = at({{2, 550}, {2, 650}, {2, 750}, {2, 850}, {1, 950}, {2, 1000}, {1, 100}});
    auto const one_zone = cloud_of(spread);
    CHECK(one_zone.shape->agreement() != Agreement::accord);
    auto stop = [](std::vector<Cloud> const& rounds) { return proposed_stop(rounds); };
    CHECK(stop({}) == Stop::none);
    CHECK(stop({cloud_of(at({{3, 500}}))}) == Stop::none);
    CHECK(stop({split}) == Stop::none);
    CHECK(stop({accord}) == Stop::accord);
    CHECK(stop({one_zone}) == Stop::same_zone);
    CHECK(stop({split, accord}) == Stop::accord);
    CHECK(stop({split, split}) == Stop::stable);                     // disagreement is a result
    auto const other = cloud_of(at({{5, 150}, {1, 400}, {6, 850}})); // one of twelve moved
    CHECK(movement(split, other).changed == 1);
    auto const moved = cloud_of(at({{4, 150}, {2, 400}, {6, 850}})); // two: more than 15 %
    CHECK(stop({split, moved}) == Stop::none);
    CHECK(stop({moved, split, moved}) == Stop::rounds);
}
