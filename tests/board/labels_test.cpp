#include "board/labels.h"
#include "board/matrix.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>

// Names beside discs. The titles are real ones; where they lie comes from a seeded generator.
namespace {

constexpr float radius = 22, spacing = 6, height = 26, letter = 10.5F;

std::array const titles{"Standard téléphonique", "Fuites d’eau",          "Repas de cantine",
                        "Ombrières solaires",    "Éclairage public",      "Nids-de-poule",
                        "Tri du courrier",       "Facile à lire",         "Transcription",
                        "Aides sociales",        "Veille juridique",      "Chauffage des collèges",
                        "Feux de forêt",         "Lecture des archives",  "Transport scolaire",
                        "Marchés publics",       "Instruction du RSA",    "Assistant RH",
                        "Anomalies de factures", "Traduction à l’accueil"};

struct Ground {
    board::Matrix matrix{{{180, 270}, {1488, 1008}}, 8};
    std::vector<base::Rect> taken{{{200, 285}, {430, 323}},
                                  {{1240, 285}, {1466, 323}},
                                  {{200, 957}, {430, 995}},
                                  {{1240, 957}, {1466, 995}}};
    [[nodiscard]] board::LabelGround labels() const
    {
        auto const middle = matrix.box.center();
        return {base::grown(matrix.box, -4), taken, {middle.x}, {middle.y}, spacing};
    }
};

// Sixty cases as a room might place them: spread, or crowded in one corner.
std::vector<board::Labelled> sixty(unsigned seed, Ground const& ground, int most_level)
{
    std::mt19937 engine(seed);
    std::vector<base::Vec2> centres;
    for (int i = 0; i < 60; ++i) {
        auto const o = static_cast<int>(engine() % static_cast<unsigned>(most_level));
        auto const r = static_cast<int>(engine() % static_cast<unsigned>(most_level));
        centres.push_back(ground.matrix.at(1000 - o, r));
    }
    board::separate(centres, 2 * radius + 5, base::grown(ground.matrix.box, -radius));
    std::vector<board::Labelled> names;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        std::string const title = titles.at(i % titles.size());
        names.push_back({centres[i], radius, {letter * static_cast<float>(title.size()), height}});
    }
    return names;
}

bool cover(base::Rect const& a, base::Rect const& b)
{
    return std::min(a.max.x, b.max.x) > std::max(a.min.x, b.min.x) &&
           std::min(a.max.y, b.max.y) > std::max(a.min.y, b.min.y);
}

base::Rect disc_box(board::Labelled const& one)
{
    return base::grown({one.centre, one.centre}, one.radius);
}

bool inside(base::Rect const& box, base::Rect const& bounds)
{
    return box.min.x >= bounds.min.x && box.max.x <= bounds.max.x && box.min.y >= bounds.min.y &&
           box.max.y <= bounds.max.y;
}

// The eight places of a name, worked out here again.
std::vector<base::Rect> eight_places(board::Labelled const& one)
{
    std::vector<base::Rect> places;
    for (int dx = -1; dx <= 1; ++dx)
        for (int dy = -1; dy <= 1; ++dy) {
            if (dx == 0 && dy == 0) continue;
            float const far = (dx != 0 && dy != 0 ? one.radius * 0.7F : one.radius) + spacing;
            auto const fx = static_cast<float>(dx), fy = static_cast<float>(dy);
            base::Vec2 const middle{one.centre.x + fx * (far + one.size.x / 2),
                                    one.centre.y + fy * (far + one.size.y / 2)};
            places.push_back({{middle.x - one.size.x / 2, middle.y - one.size.y / 2},
                              {middle.x + one.size.x / 2, middle.y + one.size.y / 2}});
        }
    return places;
}

} // namespace

TEST_CASE("no name that is shown covers another, a chip or a title, and none leaves the matrix")
{
    Ground const ground;
    for (int most : {1000, 700, 450})
        for (unsigned seed = 1; seed <= 20; ++seed) {
            CAPTURE(most);
            CAPTURE(seed);
            auto const names = sixty(seed, ground, most);
            auto const places = board::place_labels(names, ground.labels());
            REQUIRE(places.size() == names.size());
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (!places[i].clear) continue;
                CHECK(inside(places[i].box, ground.labels().bounds));
                for (auto const& title : ground.taken) CHECK_FALSE(cover(places[i].box, title));
                for (std::size_t j = 0; j < names.size(); ++j) {
                    if (j == i) continue;
                    CHECK_FALSE(cover(places[i].box, disc_box(names[j])));
                    if (places[j].clear) CHECK_FALSE(cover(places[i].box, places[j].box));
                }
            }
        }
}

TEST_CASE("a name is left out only when none of its eight places is free")
{
    Ground const ground;
    for (int most : {1000, 700, 450})
        for (unsigned seed = 1; seed <= 20; ++seed) {
            CAPTURE(most);
            CAPTURE(seed);
            auto const names = sixty(seed, ground, most);
            auto const places = board::place_labels(names, ground.labels());
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (places[i].clear) continue;
                for (auto const& box : eight_places(names[i])) {
                    bool blocked = !inside(box, ground.labels().bounds);
                    for (auto const& title : ground.taken) blocked = blocked || cover(box, title);
                    for (std::size_t j = 0; j < names.size(); ++j) {
                        if (j == i) continue;
                        blocked = blocked || cover(box, disc_box(names[j]));
                        blocked = blocked ||
                                  (places[j].clear && cover(box, base::grown(places[j].box, 2.5F)));
                    }
                    CHECK(blocked);
                }
            }
        }
}

TEST_CASE("a room that spreads sixty long names over one matrix reads most of them")
{
    Ground const ground;
    int shown = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        auto const names = sixty(seed, ground, 1000);
        for (auto const& place : board::place_labels(names, ground.labels()))
            shown += place.clear ? 1 : 0;
    }
    CHECK(shown >= 20 * 60 * 60 / 100);
}

TEST_CASE("a name alone stands at the right of its disc, or at the left where there is no room")
{
    Ground const ground;
    board::Labelled const free{{400, 600}, radius, {160, height}};
    board::Labelled const edge{{1440, 600}, radius, {160, height}};
    auto const places = board::place_labels({free, edge}, ground.labels());
    CHECK(places[0].box.min.x == free.centre.x + radius + spacing);
    CHECK(places[0].box.center().y == free.centre.y);
    CHECK(places[1].box.max.x == edge.centre.x - radius - spacing);
    CHECK((places[0].clear && places[1].clear));
}

TEST_CASE("a name keeps to its own side of the middle when it can")
{
    Ground const ground;
    float const middle = ground.matrix.box.center().x;
    board::Labelled const one{{middle - 60, 500}, radius, {160, height}};
    auto const places = board::place_labels({one}, ground.labels());
    CHECK(places[0].box.max.x <= middle);
}

TEST_CASE("the same cases get the same places every time")
{
    Ground const ground;
    auto const names = sixty(3, ground, 700);
    auto const once = board::place_labels(names, ground.labels());
    auto const again = board::place_labels(names, ground.labels());
    for (std::size_t i = 0; i < once.size(); ++i) {
        CHECK(once[i].box == again[i].box);
        CHECK(once[i].clear == again[i].clear);
    }
}

TEST_CASE("chips at the very same place are parted, and stay on the matrix")
{
    base::Rect const bounds{{0, 0}, {800, 600}};
    std::vector<base::Vec2> centres(5, base::Vec2{790, 300});
    board::separate(centres, 49, bounds);
    for (std::size_t i = 0; i < centres.size(); ++i) {
        CHECK(inside({centres[i], centres[i]}, bounds));
        for (std::size_t j = i + 1; j < centres.size(); ++j) {
            auto const way = centres[j] - centres[i];
            CHECK(std::hypot(way.x, way.y) > 44);
        }
    }
    std::vector<base::Vec2> apart{{100, 100}, {200, 100}};
    board::separate(apart, 49, bounds);
    CHECK(apart == std::vector<base::Vec2>{{100, 100}, {200, 100}}); // who is alone does not move
}

TEST_CASE("a level and its point on the matrix say the same, and the quarters agree")
{
    board::Matrix const matrix{{{100, 100}, {1100, 900}}, 8};
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
    auto const beyond = matrix.levels_at({5000, -5000}); // beside it counts as its edge
    CHECK(beyond.opportunity == 1000);
    CHECK(beyond.risk == 1000);
}
