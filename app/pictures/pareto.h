#pragma once

#include "analysis/ranking/ranking.h"
#include "pictures/names.h"

#include <string_view>
#include <vector>

// The plot of mean opportunity against mean risk, with Pareto layers.
namespace pictures {

struct ParetoPlot {
    base::Rect box;
    // The position of a placed case.
    [[nodiscard]] base::Vec2 at(analysis::RankedCase const& one) const;
};

// The placed cases of a layer, by rising risk.
using ParetoLayer = std::vector<analysis::RankedCase const*>;
ParetoLayer pareto_layer(analysis::Ranking const& ranking, int layer);

// The staircase line of a layer: cases below and right of it are dominated.
std::vector<Segment> staircase(ParetoPlot const& plot, ParetoLayer const& layer);

// The background with its middle lines, and the staircases.
void draw_pareto_ground(Pen& pen, ParetoPlot const& plot);
void draw_staircase(Pen& pen, ParetoPlot const& plot, ParetoLayer const& layer, Color color,
                    float width);

// Everything below the chips of a large plot.
void draw_pareto_large_ground(Pen& pen, ParetoPlot const& plot, analysis::Ranking const& ranking);

// A small plot: the first layer with numbers, the others as dots. `hovered` and `selected` may be
// none.
void draw_pareto(Pen& pen, ParetoPlot const& plot, model::Document const& doc,
                 analysis::Ranking const& ranking, model::CaseId hovered, model::CaseId selected);
inline constexpr float pareto_front_dot = 8, pareto_dot = 6.5F; // radii, in design pixels

// A case on a large plot.
struct ParetoChip {
    analysis::RankedCase const* one = nullptr;
    base::Vec2 at, centre; // exact and drawn position (separated)
    std::string number;
    ChipName const* name = nullptr;
    LabelPlace const* place = nullptr; // none: no label
    float radius = 20;                 // in pixels
};
// One chip per placed case at its exact position, without label.
std::vector<ParetoChip> pareto_chips(Means const& means, ParetoPlot const& plot,
                                     model::Document const& doc, analysis::Ranking const& ranking);
enum class Marked { no, chosen, focused };
void draw_pareto_chip(Pen& pen, ParetoChip const& chip, Marked marked);
// Separated centres of the chips; and the input for placing their labels. `names`: of the chips, in
// the same order.
std::vector<base::Vec2> parted_chips(Means const& means, ParetoPlot const& plot,
                                     std::vector<ParetoChip> const& chips);
NamesWanted pareto_names_wanted(Means const& means, ParetoPlot const& plot,
                                std::vector<ParetoChip> const& chips,
                                std::vector<base::Vec2> const& centres,
                                std::vector<ChipName> const& names,
                                analysis::Ranking const& ranking, float count_width);

// The legend, from the right end of `line` leftwards.
void draw_pareto_legend(Pen& pen, base::Rect const& line);

// The complete large plot, as in Décider without a selection; the scales' labels are above and
// below `box`. Labels are placed before it returns.
List pareto_picture(Means const& means, model::Document const& doc,
                    analysis::Ranking const& ranking, base::Rect const& box);

} // namespace pictures
