#include "pictures/label_slots.h"
#include "pictures/labels.h"
#include "pictures/matrix.h"
#include "support/naming.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

// Labels beside chips. Titles are from the sample; positions from the sample or a seeded generator.
namespace {

using support::Naming;
using support::NamingMeasure;

std::vector<pictures::LabelPlace> placed(support::NamingScene const& scene)
{
    return pictures::place_labels(scene.names, scene.ground);
}

NamingMeasure measured(support::NamedAxis const& axis, Naming naming,
                       support::NamingWindow const& window = support::full_hd)
{
    auto const scene = support::scene_of(axis, naming, window);
    return support::measure(scene, placed(scene));
}

std::vector<support::NamedAxis> const& sample_axes()
{
    static auto const axes = support::axes_of(support::sample_session());
    return axes;
}

std::vector<support::NamedCase> const& titles()
{
    static auto const cases = support::sample_cases(support::sample_session());
    return cases;
}

void check_faultless(NamingMeasure const& m)
{
    CHECK(m.overlaps == 0);
    CHECK(m.over_others == 0);
    CHECK(m.outside == 0);
    CHECK(m.across == 0);
    CHECK(m.misattributed == 0);
    CHECK(m.leaning == 0);
}

// Exhaustive search: tries each position of the label with the fewest.
class AllNamed {
public:
    explicit AllNamed(support::NamingScene const& scene)
        : unit_(scene.ground.unit)
    {
        for (std::size_t i = 0; i < scene.names.size(); ++i)
            places_.push_back(pictures::labels::candidates_of(i, scene.names, scene.ground));
    }
    bool possible()
    {
        std::vector<Free> all;
        for (auto const& of_one : places_) {
            all.emplace_back();
            for (auto const& place : of_one) all.back().push_back(&place);
        }
        return extends(all);
    }

private:
    using Free = std::vector<pictures::labels::Candidate const*>;
    bool extends(std::vector<Free> const& left)
    {
        REQUIRE(++steps_ < 100000);
        auto const name = std::ranges::min_element(left, {}, &Free::size);
        if (name == left.end()) return true;
        return std::ranges::any_of(*name, [&](auto const* place) {
            std::vector<Free> others;
            for (auto it = left.begin(); it != left.end(); ++it) {
                if (it == name) continue;
                auto& free = others.emplace_back();
                for (auto const* other : *it)
                    if (!pictures::labels::collide(*place, *other, unit_)) free.push_back(other);
                if (free.empty()) return false;
            }
            return extends(others);
        });
    }
    float unit_;
    std::vector<std::vector<pictures::labels::Candidate>> places_;
    int steps_ = 0;
};

pictures::Labelled disc(base::Vec2 at, float width, float height = 21)
{
    return {at, 24, {{.size = {width, height}}}, -1};
}

pictures::LabelGround open_ground() { return {{{0, 0}, {1000, 600}}, {}, {}, {}, {}, {}, 1}; }

} // namespace

TEST_CASE("the third axis of the sample session shows at least 22 of its 24 whole titles")
{
    auto const m = measured(sample_axes().at(2), Naming::titles);
    CHECK(m.cases == 24);
    CHECK(m.shown >= 22);
    check_faultless(m);
}

TEST_CASE("every axis of the sample session shows all of its short titles, or all but one where "
          "space is missing")
{
    for (auto const& axis : sample_axes()) {
        auto const m = measured(axis, Naming::briefs);
        check_faultless(m);
        if (m.shown == m.cases) continue;
        CHECK(m.shown == m.cases - 1);
        CHECK_FALSE(AllNamed(support::scene_of(axis, Naming::briefs)).possible());
    }
}

TEST_CASE("a title without space is replaced by its short form")
{
    for (auto const& axis : sample_axes()) {
        auto const m = measured(axis, Naming::titles_then_briefs);
        CHECK(m.shown >= m.cases - 1);
        CHECK(m.brief * 3 <= m.cases);
        check_faultless(m);
    }
}

TEST_CASE("of sixty cases over the whole matrix at least seven in ten are named")
{
    for (unsigned seed = 1; seed <= 3; ++seed) {
        CAPTURE(seed);
        auto const m = measured(support::scattered(titles(), 60, seed, 1), Naming::briefs);
        CHECK(m.shown * 10 >= m.cases * 7);
        check_faultless(m);
    }
}

TEST_CASE("no label covers another, lies on other elements, or looks like a neighbour's")
{
    for (auto const& window : {support::full_hd, support::small_and_large})
        for (int count : {24, 40})
            for (double over : {1.0, 0.6})
                for (unsigned seed = 11; seed <= 12; ++seed) {
                    CAPTURE(window.width);
                    CAPTURE(count);
                    CAPTURE(over);
                    CAPTURE(seed);
                    check_faultless(measured(support::scattered(titles(), count, seed, over),
                                             Naming::titles_then_briefs, window));
                }
}

TEST_CASE("labels avoid lines, and leaders do not cross them")
{
    auto scene = support::scene_of(support::scattered(titles(), 24, 3, 0.8), Naming::briefs);
    for (float x : {400.F, 700.F, 1000.F}) scene.ground.lines.push_back({{x, 330}, {x + 60, 900}});
    // Only labels are checked; a leader may touch a chip.
    auto const m = support::measure(scene, placed(scene));
    CHECK(m.shown > 12);
    CHECK(m.over_others == 0);
}

TEST_CASE("no label crosses the outline of a contested case; a leader may")
{
    auto ground = open_ground();
    std::vector<base::Vec2> ring;
    for (int i = 0; i < 64; ++i) {
        float const angle = static_cast<float>(i) * 0.0981748F;
        ring.push_back({300 + 120 * std::cos(angle), 300 + 60 * std::sin(angle)});
    }
    // Too wide for the inside, and too near the edge to stand by its disc outside.
    std::vector<pictures::Labelled> const names{disc({300, 300}, 300)};
    auto const before = pictures::place_labels(names, ground);
    CHECK_FALSE(before[0].leader);
    ground.rings = {ring};
    auto const places = pictures::place_labels(names, ground);
    REQUIRE(places[0].shown);
    CHECK(places[0].leader);
    check_faultless(support::measure({names, ground}, places));
    CHECK(support::measure({names, ground}, before).across == 1);
}

TEST_CASE("when one chip moves, nearly all other names stay where they are")
{
    int others = 0, changed = 0;
    for (auto const& axis : sample_axes())
        for (std::size_t which : {std::size_t{0}, axis.cases.size() / 2}) {
            auto const& one = axis.cases[which];
            auto const move = support::moved(axis, which, model::level_max - one.opportunity,
                                             one.risk, Naming::titles_then_briefs);
            others += move.others;
            changed += move.changed;
            CHECK(move.changed <= 3);
            CHECK(move.lost() <= 1);
            check_faultless(support::measure(move.after, move.then));
        }
    CHECK(changed * 20 <= others);
}

TEST_CASE("cases placed one after the other get the same labels as cases placed at once")
{
    for (auto const& axis : sample_axes()) {
        auto const places = support::placed_in_turn(axis, Naming::titles_then_briefs);
        auto const scene = support::scene_of(axis, Naming::titles_then_briefs);
        auto const m = support::measure(scene, places);
        CHECK(m.shown >= m.cases - 2);
        check_faultless(m);
    }
}

TEST_CASE("an existing label moves only if another can be shown then")
{
    auto const scene = support::scene_of(sample_axes().at(2), Naming::briefs);
    auto const once = placed(scene);
    auto again = scene;
    for (std::size_t i = 0; i < once.size(); ++i) again.names[i].kept = once[i].slot;
    auto const then = placed(again);
    for (std::size_t i = 0; i < once.size(); ++i) {
        if (!once[i].shown) continue;
        CHECK(then[i].shown);
        CHECK(then[i].slot == once[i].slot);
    }
}

TEST_CASE("the same cases get the same places every time")
{
    auto const scene = support::scene_of(support::scattered(titles(), 40, 3, 0.7), Naming::titles);
    auto const once = placed(scene), again = placed(scene);
    for (std::size_t i = 0; i < once.size(); ++i) {
        CHECK(once[i].shown == again[i].shown);
        CHECK(once[i].slot == again[i].slot);
        CHECK(once[i].box == again[i].box);
    }
}

TEST_CASE("a single label is right of its chip, or left where there is no space")
{
    auto const places =
        pictures::place_labels({disc({300, 300}, 160), disc({960, 300}, 160)}, open_ground());
    REQUIRE((places[0].shown && places[1].shown));
    CHECK(places[0].side == pictures::NameSide::right);
    CHECK(places[0].box.min.x > 324);
    CHECK(std::abs(places[0].box.center().y - 300) < 1);
    CHECK(places[1].side == pictures::NameSide::left);
    CHECK(places[1].box.max.x < 936);
    CHECK_FALSE(places[0].leader);
    CHECK_FALSE(places[1].leader);
}

TEST_CASE("a label stays on its chip's side of the middle when possible")
{
    auto ground = open_ground();
    ground.midlines_x = {500};
    auto const places = pictures::place_labels({disc({440, 300}, 160)}, ground);
    REQUIRE(places[0].shown);
    CHECK(places[0].box.max.x <= 500);
}

TEST_CASE("an enclosed chip has its label at the end of a leader that avoids the other chips")
{
    // Six around one, as close as chips are put.
    std::vector<pictures::Labelled> names{disc({500, 300}, 150)};
    for (int i = 0; i < 6; ++i) {
        float const angle = static_cast<float>(i) * 1.0472F;
        names.push_back(disc({500 + 62 * std::cos(angle), 300 + 62 * std::sin(angle)}, 0));
        names.back().shapes.clear();
    }
    names[0].shapes.push_back(
        {.begins = pictures::NameShape::Begins::with_its_number, .size = {175, 21}, .cost = 70});
    auto const places = pictures::place_labels(names, open_ground());
    REQUIRE(places[0].shown);
    REQUIRE(places[0].leader);
    CHECK(places[0].shape == 1); // others are nearer: it says its number
    check_faultless(support::measure({names, open_ground()}, places));
}

TEST_CASE("a long title is rather broken into even lines than put on one line")
{
    pictures::NameWidths widths;
    widths.title =
        support::line_widths("Agent conversationnel génératif sur le site de la ville", 20);
    auto const places = pictures::place_labels(
        {{{300, 300}, 24, pictures::shapes_of(widths, 24, 1), -1}}, open_ground());
    REQUIRE(places[0].shown);
    auto const shape = pictures::shapes_of(widths, 24, 1).at(places[0].shape);
    CHECK(shape.lines == 2);
    CHECK(shape.size.x < 300);
}

TEST_CASE("the count of omitted labels is put at a free place")
{
    auto const names = std::vector{disc({300, 300}, 100)};
    auto const places = pictures::place_labels(names, open_ground());
    base::Rect const on_chip{{290, 290}, {350, 320}}, on_name{{400, 290}, {460, 320}},
        free{{600, 290}, {660, 320}};
    CHECK(pictures::free_spot({on_chip, on_name, free}, names, places) == free);
    CHECK_FALSE(pictures::free_spot({on_chip, on_name}, names, places));
}

TEST_CASE("chips at the same position are separated, and stay on the matrix")
{
    base::Rect const bounds{{0, 0}, {800, 600}};
    std::vector<base::Vec2> centres(5, base::Vec2{790, 300});
    pictures::separate(centres, 49, bounds);
    for (std::size_t i = 0; i < centres.size(); ++i) {
        CHECK(centres[i].x <= bounds.max.x);
        CHECK(centres[i].y <= bounds.max.y);
        for (std::size_t j = i + 1; j < centres.size(); ++j) {
            auto const way = centres[j] - centres[i];
            CHECK(std::hypot(way.x, way.y) > 44);
        }
    }
    std::vector<base::Vec2> apart{{100, 100}, {200, 100}};
    pictures::separate(apart, 49, bounds);
    CHECK(apart == std::vector<base::Vec2>{{100, 100}, {200, 100}}); // who is alone does not move
}

TEST_CASE("values and points of the matrix convert both ways, with the same quadrant")
{
    for (float band : {0.F, 46.F}) {
        pictures::Matrix matrix{{{100, 100}, {1100, 900}}, 8};
        matrix.band = band;
        for (int o = 0; o <= 1000; o += 50)
            for (int r = 0; r <= 1000; r += 50) {
                auto const point = matrix.at(o, r);
                auto const back = matrix.levels_at(point);
                CHECK(back.opportunity == o);
                CHECK(back.risk == r);
                if (std::abs(o - 500) > 10 && std::abs(r - 500) > 10)
                    CHECK(base::grown(matrix.quadrant(analysis::quadrant_of(o, r)), 0.5F)
                              .contains(point));
            }
        CHECK(matrix.at(1000, 0).y == 100 + band); // the titles above and below keep their band
        CHECK(matrix.at(0, 0).y == 900 - band);
        auto const beyond = matrix.levels_at({5000, -5000}); // beside it counts as its edge
        CHECK(beyond.opportunity == 1000);
        CHECK(beyond.risk == 1000);
    }
}
