#include "analysis/common/in_use.h"
#include "pictures/svg.h"
#include "pictures/whole_matrix.h"
#include "studio.h"
#include "support/naming.h"
#include "support/svg_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

// The matrix of an axis as layout, display list and SVG, for the sample session.
namespace {

using namespace pictures;

model::Document const& sample()
{
    static auto const doc = support::sample_session();
    return doc;
}

model::AxisId axis(std::size_t which) { return analysis::active_axes(sample()).at(which); }

base::Rect const plot{{172, 271}, {1488, 1008}};

bool everyone(model::CaseId) { return true; }

} // namespace

TEST_CASE("the titles of the quadrants stand in the bands above and below the levels")
{
    auto const record = model::get<model::Axis>(sample(), axis(0));
    auto const matrix = matrix_of(record, plot, 8, title_band);
    auto const titles = quadrant_titles(studio().means, matrix, record, {3, 1, 0, -1});
    for (auto const& title : titles) {
        auto const quarter = matrix.quadrant(title.quadrant);
        CHECK(quarter.contains(title.box.min));
        CHECK(quarter.contains(title.box.max));
        // Clear of the levels that lie nearest.
        bool const low = title.quadrant == analysis::Quadrant::comfort ||
                         title.quadrant == analysis::Quadrant::aside;
        if (low)
            CHECK(title.box.min.y >= matrix.at(0, 0).y);
        else
            CHECK(title.box.max.y <= matrix.at(1000, 0).y);
    }
    CHECK(titles[0].named == "Lancer");
    CHECK(titles[0].counted == "3 cas");
    CHECK(titles[3].counted.empty()); // how many is not said
    // At the outer side of its quarter, the count inwards.
    CHECK(titles[0].icon.x < titles[0].name.min.x);
    CHECK(titles[0].name.min.x < titles[0].count.min.x);
    CHECK(titles[1].count.min.x < titles[1].icon.x);
}

TEST_CASE("an axis with its own quadrant names shows them")
{
    model::Axis record;
    record.launch = "Foncer";
    auto const matrix = matrix_of(record, plot, 8, title_band);
    auto const titles = quadrant_titles(studio().means, matrix, record, {});
    CHECK(titles[0].named == "Foncer");
    CHECK(titles[1].named == "Encadrer");
}

TEST_CASE("long names of quadrants and long ends of scales are whole, and lie on nothing else")
{
    model::Axis record;
    record.launch = "À lancer sans attendre dans toutes les directions concernées";
    record.safeguards = "À encadrer fermement avec un comité de suivi mensuel";
    record.comfort = "Confort pour quelques agents seulement, à regrouper";
    record.aside = "À écarter durablement, sauf avis contraire du comité";
    record.opportunity = "Apport à l’action publique";
    record.opportunity_low = "aucun apport visible pour les habitants ni pour les agents";
    record.opportunity_high = "transforme durablement le service rendu dans toute la commune";
    record.risk = "Risque pour le service rendu";
    record.risk_low = "presque aucun risque pour la continuité du service rendu";
    record.risk_high = "interruption grave et prolongée du service public essentiel";
    // 1366 and 1920 pixels wide
    for (base::Rect const& box :
         {base::Rect{{172, 271}, {1488, 1008}}, {{172, 271}, {1088, 1008}}}) {
        auto const matrix = matrix_of(record, box, 8, title_band);
        auto const titles = quadrant_titles(studio().means, matrix, record, {3, 1, 12, 24});
        List list;
        Pen pen(studio().means, list);
        draw_quadrants(pen, matrix, 8, titles);
        draw_scales(pen, matrix, record);
        for (auto const& title : titles) {
            CAPTURE(title.named);
            auto const quarter = matrix.quadrant(title.quadrant);
            CHECK(quarter.contains(title.box.min));
            CHECK(quarter.contains(title.box.max));
            CHECK_FALSE(title.counted.empty());
            CHECK_FALSE(title.name.overlaps(title.count));
        }
        std::vector<base::Rect> texts;
        for (auto const& item : list.items) {
            auto const* text = std::get_if<Text>(&item);
            if (!text) continue;
            CAPTURE(text->text);
            CHECK(text->text.find(ellipsis) == std::string::npos);
            auto const wide = studio().measure->width(text->type, text->text);
            auto const left = text->at.x - (text->align == Align::left    ? 0
                                            : text->align == Align::right ? wide
                                                                          : wide / 2);
            CHECK(left >= box.min.x - 60.5F);
            CHECK(left + wide <= box.max.x + 1);
            base::Rect const here{{left, text->at.y - text->type.px * 0.7F},
                                  {left + wide, text->at.y}};
            for (auto const& other : texts) CHECK_FALSE(other.overlaps(here));
            texts.push_back(here);
        }
        CHECK(texts.size() >= 4 * 2 + 6);
    }
}

TEST_CASE("a matrix shows agreed positions, and medians of the other cases")
{
    auto const clouds = analysis::all_clouds(sample(), axis(2));
    auto const placed = analysis::placements(sample(), axis(2)).placed;
    auto const spots = spots_on(sample(), axis(2), clouds, Medians::shown, everyone);
    auto const settled = std::ranges::count(spots, Spot::Kind::settled, &Spot::kind);
    CHECK(settled == static_cast<std::ptrdiff_t>(placed.size()));
    for (auto const& spot : spots) {
        auto const* now = model::find<model::Placement>(sample(), {axis(2), spot.on});
        CHECK((now != nullptr) == (spot.kind == Spot::Kind::settled));
        if (now) CHECK(now->opportunity == spot.opportunity);
    }
    auto const hidden = spots_on(sample(), axis(2), clouds, Medians::hidden, everyone);
    CHECK(hidden.size() == placed.size());
    auto const first = placed.front().on;
    auto const one = spots_on(sample(), axis(2), clouds, Medians::shown,
                              [&](model::CaseId on) { return on == first; });
    REQUIRE(one.size() == 1);
    CHECK(one.front().on == first);
}

TEST_CASE("chips at one position are separated, off the titles and on the matrix")
{
    auto const record = model::get<model::Axis>(sample(), axis(0));
    auto const matrix = matrix_of(record, plot, 8, title_band);
    auto const placed = analysis::placements(sample(), axis(0)).placed;
    REQUIRE(placed.size() >= 3);
    std::vector<Spot> spots;
    for (std::size_t i = 0; i < 3; ++i) spots.push_back({placed[i].on, 700, 300});
    auto const chips =
        lay_out_chips(studio().means, sample(), matrix, spots, {}, pictures::Names::none);
    REQUIRE(chips.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(chips[i].at == matrix.at(700, 300));
        CHECK(chips[i].name.shapes.empty());
        for (std::size_t j = i + 1; j < 3; ++j) {
            auto const d = chips[i].centre - chips[j].centre;
            CHECK(std::hypot(d.x, d.y) > 44);
        }
    }
    auto const names =
        lay_out_chips(studio().means, sample(), matrix, spots, {}, pictures::Names::shown);
    CHECK_FALSE(names.front().name.shapes.empty());
}

TEST_CASE("the estimates of the selected case are drawn above the others")
{
    auto const record = model::get<model::Axis>(sample(), axis(2));
    auto const clouds = analysis::all_clouds(sample(), axis(2));
    MatrixNow now;
    now.axis = &record;
    now.matrix = matrix_of(record, plot, 8, title_band);
    for (auto const& rounds : clouds)
        if (rounds.back().shape) now.clouds.push_back({rounds.back().on, &*rounds.back().shape});
    REQUIRE_FALSE(now.clouds.empty());
    auto const spots = spots_on(sample(), axis(2), clouds, Medians::shown, everyone);
    auto const chips =
        lay_out_chips(studio().means, sample(), now.matrix, spots, {}, pictures::Names::none);
    for (auto const& chip : chips) now.chips.push_back({&chip, chip.centre});

    auto const rest = drawn([&](Pen& pen) { draw_cases(pen, now); });
    now.selected = now.clouds.front().on;
    auto const looked = drawn([&](Pen& pen) { draw_cases(pen, now); });
    auto const people = now.clouds.front().shape->dots.size();
    auto const dots = [&](List const& list) {
        return std::ranges::count(all_of<Disc>(list), studio().palette.warnfill, &Disc::color);
    };
    CHECK(dots(rest) == 0);
    CHECK(dots(looked) == static_cast<std::ptrdiff_t>(people));
    // Its number is the last that is written on a chip.
    auto const number = std::to_string(model::get<model::Case>(sample(), now.selected).number);
    CHECK(all_of<Text>(rest).back().text != number);
    auto const texts = all_of<Text>(looked);
    auto const last = std::ranges::find_if(texts.rbegin(), texts.rend(),
                                           [](Text const& t) { return t.text != "\u2260"; });
    REQUIRE(last != texts.rend());
    CHECK(last->text == number);

    // The hovered case takes precedence over the selected one; others are faded.
    now.hovered = now.chips.front().chip->spot.on;
    CHECK(now.looked_at() == now.hovered);
    auto const hue = studio().palette.ax.at(hue_of(record.place));
    auto const hovered = all_of<Disc>(drawn([&](Pen& pen) { draw_cases(pen, now); }));
    CHECK(std::ranges::count_if(hovered, [&](Disc const& d) { return d.color == hue; }) <= 2);
    CHECK(std::ranges::count(hovered, board::faded(hue, 0.45F), &Disc::color) > 1);
}

TEST_CASE("dragging a case outlines the quadrant below it")
{
    auto const record = model::get<model::Axis>(sample(), axis(0));
    auto const matrix = matrix_of(record, plot, 8, title_band);
    auto const inside =
        drawn([&](Pen& pen) { draw_carried(pen, matrix, record, "7", matrix.at(900, 900)); });
    auto const borders = all_of<Border>(inside);
    REQUIRE(borders.size() == 1);
    CHECK(borders.front().box == matrix.quadrant(analysis::Quadrant::safeguards));
    auto const outside = drawn([&](Pen& pen) { draw_carried(pen, matrix, record, "7", {10, 10}); });
    CHECK(all_of<Border>(outside).empty());
}

TEST_CASE("a legend shows only what fits and what is on the matrix")
{
    auto const record = model::get<model::Axis>(sample(), axis(0));
    auto said = [&](Legend legend, float width) {
        std::string out;
        drawn([&](Pen& pen) {
            auto const legend_drawn = draw_legend(pen, legend, {{0, 0}, {width, 48}}, record);
            CHECK(legend_drawn.left >= 0);
            out = legend_drawn.said;
        });
        return out;
    };
    auto const plain = said({}, 900);
    CHECK(plain.find(studio().words.text("place.legend.placed")) != std::string::npos);
    auto const clouds = said({Legend::Clouds::shown, Legend::Contradicted::some}, 1200);
    CHECK(clouds.find(studio().words.text("place.legend.contradicted")) == 0);
    CHECK(clouds.size() > plain.size());
    CHECK(said({Legend::Clouds::shown, {}}, 40).empty());
}

TEST_CASE("the matrix of an axis is one SVG with every case's number")
{
    auto const list = axis_picture(studio().means, sample(), axis(2), plot);
    auto const outline = [](unsigned code) { return studio().fonts.icon(code); };
    SvgPage const page{{{80, 220}, {1520, 1070}}, "Matrice", "", "fr", studio().palette.paper};
    auto const text = svg(list, page, outline);
    CHECK(text == svg(axis_picture(studio().means, sample(), axis(2), plot), page, outline));
    auto const picture = support::read_svg(text);
    auto says = [&](std::string const& words) {
        return std::ranges::count(picture.shapes, words, &support::SvgShape::text);
    };
    auto const clouds = analysis::all_clouds(sample(), axis(2));
    for (auto const& spot : spots_on(sample(), axis(2), clouds, Medians::shown, everyone))
        CHECK(says(std::to_string(model::get<model::Case>(sample(), spot.on).number)) >= 1);
    auto const record = model::get<model::Axis>(sample(), axis(2));
    CHECK(says(record.opportunity) == 1);
    CHECK(says(record.risk) == 1);
    CHECK(says("Lancer") == 1);
    // Everything is within the page.
    for (auto const& shape : picture.shapes) {
        if (!shape.clips.empty()) continue; // cut off at the matrix
        CHECK(shape.box.min.x >= page.view.min.x);
        CHECK(shape.box.max.x <= page.view.max.x);
        CHECK(shape.box.min.y >= page.view.min.y);
        CHECK(shape.box.max.y <= page.view.max.y);
    }
}
