#include "analysis/estimates/delphi.h"
#include "analysis/estimates/settling.h"
#include "estimate_room.h"

#include <map>

// A whole round through the interface: twelve voters, ten cases, eight axes.
using support::Estimating;
using support::Put;

namespace {

constexpr int people = 12, cases = 10, axes = 8;

// Estimates close to a position of each case on each axis; on the odd axes, cases 3 and 7 have two
// opposed groups.
Put said(int person, int axis, int number)
{
    int const nudge = (person * 7 + number * 3 + axis) % 5 * 10;
    int const opportunity = 150 + (number * 83 + axis * 37) % 700 + nudge;
    int risk = 150 + (number * 131 + axis * 59) % 700 + nudge;
    if ((number == 3 || number == 7) && axis % 2 == 1)
        risk = person % 2 == 0 ? 100 + nudge : 900 - nudge;
    return {opportunity / 10 * 10, risk / 10 * 10}; // as the voters read them off the scale
}

double middle_of(std::vector<int> values)
{
    std::ranges::sort(values);
    return (values[values.size() / 2 - 1] + values[values.size() / 2]) / 2.0;
}

std::map<model::PlacementKey, analysis::Cloud> all_clouds(model::Document const& doc)
{
    std::map<model::PlacementKey, analysis::Cloud> out;
    for (auto axis : analysis::active_axes(doc))
        for (auto const& one : analysis::clouds(doc, axis)) out[{axis, one.on}] = one;
    return out;
}

} // namespace

TEST_CASE("twelve voters estimate ten cases on eight axes: reveal, agreement, second round")
{
    Estimating room(cases);
    auto& d = room.driver;
    room.open(axes, people);
    d.key(ImGuiKey_B);
    d.frame(2);
    for (int person = 0; person < people; ++person) {
        room.fill(axes, cases, [&](int axis, int number) { return said(person, axis, number); });
        d.click("estimate.cast");
        d.frame(2);
        REQUIRE(d.shows("estimate.pass")); // complete: the ballot is cast without a question
        if (person + 1 == people) break;
        d.key(ImGuiKey_Enter);
        d.frame(2);
        d.key(ImGuiKey_Enter);
        d.frame(2);
    }
    CHECK(d.label("curtain.falls").find("salle") != std::string::npos);
    d.frame(12 * 60); // nobody is called after the last one, whose ballot stays with them
    CHECK_FALSE(d.shows("estimate.correct"));
    CHECK_FALSE(d.shows("curtain.begin"));
    CHECK(d.shows("estimate.close"));
    CHECK(model::table<model::Estimate>(room.doc()).empty());
    d.click("estimate.close");
    d.settle();
    REQUIRE(model::table<model::Estimate>(room.doc()).size() == people * cases * axes);

    // The revealed values equal those computed here.
    for (int a = 0; a < axes; ++a)
        for (int n = 1; n <= cases; ++n) {
            CAPTURE(a);
            CAPTURE(n);
            auto const cloud = room.cloud(static_cast<std::size_t>(a), n);
            REQUIRE(cloud.shape);
            CHECK(cloud.placed == people);
            std::vector<int> opportunities, risks;
            for (int person = 0; person < people; ++person) {
                opportunities.push_back(said(person, a, n).opportunity);
                risks.push_back(said(person, a, n).risk);
            }
            CHECK(cloud.shape->median.opportunity == middle_of(opportunities));
            CHECK(cloud.shape->median.risk == middle_of(risks));
            bool const two_camps = (n == 3 || n == 7) && a % 2 == 1;
            CHECK(cloud.contested() == two_camps);
        }

    // All agreements on all axes are one entry.
    auto const entries = room.app.session()->log().size();
    d.click("place.agree_all");
    d.settle();
    CHECK(room.app.session()->log().size() == entries + 1);
    for (int a = 0; a < axes; ++a)
        for (int n = 1; n <= cases; ++n) {
            CAPTURE(a);
            CAPTURE(n);
            auto const place = static_cast<std::size_t>(a);
            auto const rounds = analysis::rounds_of(room.doc(), room.axis(place), room.id(n));
            auto const* at = room.placed(place, n);
            CHECK((at != nullptr) == analysis::agreed(rounds));
            if (at) CHECK(at->by == model::PlacedBy::median);
        }

    // Two cases of the second axis are contested: they are estimated again.
    d.key(ImGuiKey_2);
    d.settle();
    d.click("place.again_contested");
    d.frame(2);
    CHECK(d.on("estimate.of.3"));
    CHECK(d.on("estimate.of.7"));
    CHECK(!d.on("estimate.of.1"));
    d.click("estimate.open");
    d.frame(6);
    d.key(ImGuiKey_B);
    d.frame(2);
    for (int person = 0; person < people; ++person) {
        room.put({600, person < 8 ? 200 : 880}); // eight voters now estimate a low risk
        room.put(said(person, 1, 7));            // the others keep their estimates
        d.click("estimate.cast");
        d.frame(2);
        if (person + 1 == people) break;
        d.key(ImGuiKey_Enter);
        d.frame(2);
        d.key(ImGuiKey_Enter);
        d.frame(2);
    }
    d.click("estimate.end");
    d.frame(2);
    d.click("estimate.close");
    d.settle();
    auto since = [&](int number) {
        auto const rounds = analysis::rounds_of(room.doc(), room.axis(1), room.id(number));
        REQUIRE(rounds.size() == 2);
        return analysis::movement(rounds[0], rounds[1]);
    };
    CHECK(*since(3).changed >= 2);
    CHECK(*since(7).changed == 0);
    auto const rounds = analysis::rounds_of(room.doc(), room.axis(1), room.id(7));
    CHECK(analysis::proposed_stop(rounds) == analysis::Stop::stable);
}

TEST_CASE("one changed answer changes the cloud of that case on that axis only")
{
    Estimating before(cases), after(cases);
    std::vector<int> const all_axes{0, 1, 2, 3, 4, 5, 6, 7}, all{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    before.estimate(all_axes, all, people, said);
    after.estimate(all_axes, all, people, [](int person, int axis, int number) {
        return person == 4 && axis == 2 && number == 5 ? Put{990, 990} : said(person, axis, number);
    });
    auto const one = all_clouds(before.doc()), other = all_clouds(after.doc());
    REQUIRE(one.size() == axes * cases);
    model::PlacementKey const changed{before.axis(2), before.id(5)};
    for (auto const& [key, cloud] : one) {
        if (key == changed)
            CHECK(!(cloud == other.at(key)));
        else
            CHECK(cloud == other.at(key));
    }
    // And the positions derived from it.
    for (auto* room : {&before, &after}) {
        room->driver.click("place.agree_all");
        room->driver.settle();
    }
    auto const& settled = model::table<model::Placement>(before.doc());
    auto const& otherwise = model::table<model::Placement>(after.doc());
    for (auto const& [key, at] : settled)
        if (key != changed) CHECK(otherwise.at(key) == at);
}
