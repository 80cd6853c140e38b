#pragma once

#include "analysis/ranking/guard_rails.h"
#include "ui/kit/widgets/chips.h"
#include "ui/screens/decide/decide_view.h"

// Parts of Décider, one file each. Private to this folder.
namespace ui {

using pictures::outcome_of;

std::optional<Wish> draw_decide_table(Ui& ui, DecideView& view, Workshop const& workshop,
                                      base::Rect const& area);
// Whether a table of this width, in pixels, has space for the bars of the axes.
bool bars_fit(Ui const& ui, float width);
std::optional<Wish> draw_decide_budget(Ui& ui, DecideView& view, Workshop const& workshop,
                                       base::Rect const& area);
std::optional<Wish> draw_decide_side(Ui& ui, DecideView& view, Workshop const& workshop,
                                     base::Rect const& area);
// The stability of the order, right of the question: a ring, a sentence, the list of swaps.
void draw_solidity(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& strip);
// Its width in pixels, independent of the draws; 0 when there is nothing to show.
float solidity_width(Ui const& ui, DecideView const& view);
// Below each ranking: parameters, whose decisions are shown, legend of the bars.
std::optional<Wish> draw_decide_foot(Ui& ui, DecideView& view, Workshop const& workshop,
                                     base::Rect const& area);

// From the top of `area` down; `y` is set to the bottom.
std::optional<Wish> draw_weights(Ui& ui, DecideView& view, Workshop const& workshop,
                                 base::Rect const& area, float& y);
// The reference round, and a choice among votes with a result.
std::optional<Wish> draw_reference(Ui& ui, DecideView& view, Workshop const& workshop,
                                   base::Rect const& area, float& y);
std::optional<Wish> draw_case_sheet(Ui& ui, DecideView& view, Workshop const& workshop,
                                    base::Rect const& area);
// The questions and the decision of the selected case, from `y` downwards; `y` is set to the
// bottom.
std::optional<Wish> draw_case_decision(Ui& ui, DecideView& view, Workshop const& workshop,
                                       base::Rect const& area, float& y);
// Requests a decision: carried out at once or, when a reason is needed, after the panel has asked
// for it.
std::optional<Wish> decide(Ui& ui, DecideView& view, Workshop const& workshop,
                           model::DecisionKey const& key, model::Verdict verdict);
void draw_pareto(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& area);
void draw_pareto_large(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& area);

// The columns of the table.
struct DecideColumns {
    float rank, interval, chip, title, title_end, vote, opportunity, risk, axes, pitch, verdict,
        other, owner, review, end;
    enum class Levels { drawn, said } levels; // as bars, or as numbers only
    [[nodiscard]] bool bars() const { return pitch > 0; }
};
struct DecideRow {
    analysis::RankedCase const* one;
    base::Rect box;
    enum class Rank { shown, repeated } rank; // repeated: same as above
    enum class Moving { no, yes } moving;     // during an animation
};
// The height of the table's rows in a list of that height, with whole titles if possible.
float decide_row_height(Ui& ui, DecideView const& view, model::Document const& doc,
                        DecideColumns const& at, float list);
std::optional<Wish> draw_decide_row(Ui& ui, DecideView& view, Workshop const& workshop,
                                    DecideRow const& row, DecideColumns const& at);

// Notices that the veto icon in the same row already expresses.
inline constexpr std::array said_by_veto{analysis::Notice::data_risk};

std::string case_number(model::Document const& doc, model::CaseId on);
inline constexpr std::array given_verdicts{model::Verdict::launch, model::Verdict::safeguards,
                                           model::Verdict::later, model::Verdict::aside};
int place_of(model::Document const& doc, model::AxisId axis);

} // namespace ui
