#pragma once

#include "analysis/ranking/ranking.h"
#include "pictures/names.h"

#include <string_view>
#include <vector>

// Opportunity against risk over all axes, and the cases that none beats on both.
namespace pictures {

struct ParetoPlot {
    base::Rect box;
    // Of a case that is placed.
    [[nodiscard]] base::Vec2 at(analysis::RankedCase const& one) const;
};

// The placed cases of a layer, from the least risk to the highest.
using ParetoLayer = std::vector<analysis::RankedCase const*>;
ParetoLayer pareto_layer(analysis::Ranking const& ranking, int layer);

// The staircase of a layer: what lies below and right of it is beaten by one of its cases.
std::vector<Segment> staircase(ParetoPlot const& plot, ParetoLayer const& layer);

// What the cases lie on: the ground with its middles, and staircases.
void draw_pareto_ground(Pen& pen, ParetoPlot const& plot);
void draw_staircase(Pen& pen, ParetoPlot const& plot, ParetoLayer const& layer, Color color,
                    float width);

// All of it under the chips of a large plot.
void draw_pareto_large_ground(Pen& pen, ParetoPlot const& plot, analysis::Ranking const& ranking);

// A small plot: the first layer with its numbers, the others as dots. `hovered` and `selected` may
// be none.
void draw_pareto(Pen& pen, ParetoPlot const& plot, model::Document const& doc,
                 analysis::Ranking const& ranking, model::CaseId hovered, model::CaseId selected);
inline constexpr float pareto_front_dot = 8, pareto_dot = 6.5F; // radii, in pixels of the design

// A case on a large plot.
struct ParetoChip {
    analysis::RankedCase const* one = nullptr;
    base::Vec2 at, centre; // where it belongs, and where it is drawn, parted from the others
    std::string number;
    ChipName const* name = nullptr;
    LabelPlace const* place = nullptr; // none: without its name
    float radius = 20;                 // in pixels
};
// One for each case that is placed, where it belongs, without its name.
std::vector<ParetoChip> pareto_chips(Means const& means, ParetoPlot const& plot,
                                     model::Document const& doc, analysis::Ranking const& ranking);
enum class Marked { no, chosen, focused };
void draw_pareto_chip(Pen& pen, ParetoChip const& chip, Marked marked);
// Centres of the chips, parted; and what is asked so that their names are put in place. `names` are
// those of the chips, in the same order.
std::vector<base::Vec2> parted_chips(Means const& means, ParetoPlot const& plot,
                                     std::vector<ParetoChip> const& chips);
NamesWanted pareto_names_wanted(Means const& means, ParetoPlot const& plot,
                                std::vector<ParetoChip> const& chips,
                                std::vector<base::Vec2> const& centres,
                                std::vector<ChipName> const& names,
                                analysis::Ranking const& ranking, float count_width);

// What the marks mean, from the right end of `line` to the left.
void draw_pareto_legend(Pen& pen, base::Rect const& line);

// The large plot by itself, as Décider shows it when nothing is chosen; its two scales are said
// above and below `box`. Names are placed before it comes back.
List pareto_picture(Means const& means, model::Document const& doc,
                    analysis::Ranking const& ranking, base::Rect const& box);

} // namespace pictures
