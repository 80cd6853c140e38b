#include "pictures/whole_matrix.h"

#include "analysis/common/in_use.h"
#include "wording/placements.h"

#include <cmath>

namespace pictures {
namespace {

using base::Rect;

bool every(model::CaseId) { return true; }

// What is drawn: the axis, its cases, its clouds.
struct Drawn {
    model::Axis axis;
    MatrixNow::Hue hue = MatrixNow::Hue::of_axis;
    std::vector<Spot> spots;
    AxisClouds clouds;
    std::array<int, analysis::quadrant_count> counts{};
};

List painted(Means const& means, model::Document const& doc, Drawn const& drawn, Rect const& box,
             Names names)
{
    auto const matrix = matrix_of(drawn.axis, box, means.px(8), means.px(title_band));
    auto const titles = quadrant_titles(means, matrix, drawn.axis, drawn.counts);
    auto const taken = boxes_of(titles);
    auto const chips = lay_out_chips(means, doc, matrix, drawn.spots, taken, names);
    std::vector<LabelPlace> places(chips.size());
    if (names == Names::shown) {
        auto const wanted = names_wanted(means, matrix, chips, taken,
                                         contested_outlines(matrix, drawn.clouds, every), 0);
        places = place_labels(wanted.names, wanted.ground);
    }
    MatrixNow now;
    now.axis = &drawn.axis;
    now.hue = drawn.hue;
    now.matrix = matrix;
    for (auto const& rounds : drawn.clouds)
        if (rounds.back().shape) now.clouds.push_back({rounds.back().on, &*rounds.back().shape});
    for (std::size_t i = 0; i < chips.size(); ++i)
        now.chips.push_back({&chips[i], chips[i].centre, places[i].shown ? &places[i] : nullptr});
    List list;
    Pen pen(means, list);
    draw_quadrants(pen, matrix, means.px(20), titles);
    draw_scales(pen, matrix, drawn.axis);
    draw_cases(pen, now);
    return list;
}

} // namespace

model::Axis overall_axis(i18n::Catalogue const& words, model::Document const& doc)
{
    auto const active = analysis::active_axes(doc);
    if (active.size() == 1) return model::get<model::Axis>(doc, active.front());
    return wording::new_axis(words, 1);
}

List axis_picture(Means const& means, model::Document const& doc, model::AxisId axis,
                  Rect const& box, Names names)
{
    Drawn drawn;
    drawn.axis = model::get<model::Axis>(doc, axis);
    drawn.clouds = analysis::all_clouds(doc, axis);
    drawn.spots = spots_on(doc, axis, drawn.clouds, Medians::shown, every);
    drawn.counts = analysis::placements(doc, axis).counts;
    return painted(means, doc, drawn, box, names);
}

List overall_picture(Means const& means, model::Document const& doc,
                     analysis::Ranking const& ranking, Rect const& box, Names names)
{
    constexpr double per_point = 100; // levels per displayed point
    auto const level = [](double points) {
        return static_cast<model::Level>(std::lround(points * per_point));
    };
    Drawn drawn;
    drawn.axis = overall_axis(means.words, doc);
    drawn.hue = MatrixNow::Hue::ink;
    for (auto const& one : ranking.cases) {
        if (!one.placed()) continue;
        Spot spot{one.on, level(*one.opportunity), level(*one.risk)};
        if (one.contested) spot.badge = CaseChip::Badge::contested;
        drawn.spots.push_back(spot);
        auto const quadrant = analysis::quadrant_of(drawn.axis, spot.opportunity, spot.risk);
        ++drawn.counts.at(static_cast<std::size_t>(quadrant));
    }
    return painted(means, doc, drawn, box, names);
}

} // namespace pictures
