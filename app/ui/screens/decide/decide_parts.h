#pragma once

#include "analysis/ranking/guard_rails.h"
#include "ui/kit/chips.h"
#include "ui/screens/decide/decide_view.h"

// The parts of Décider, each in a file of its own. Private to this folder.
namespace ui {

using pictures::outcome_of;

std::optional<Wish> draw_decide_table(Ui& ui, DecideView& view, Workshop const& workshop,
                                      base::Rect const& area);
// Whether a table so wide, in pixels, has room for the bars of the axes.
bool bars_fit(Ui const& ui, float width);
std::optional<Wish> draw_decide_budget(Ui& ui, DecideView& view, Workshop const& workshop,
                                       base::Rect const& area);
std::optional<Wish> draw_decide_side(Ui& ui, DecideView& view, Workshop const& workshop,
                                     base::Rect const& area);
// How solid the order is, at the right of the question: a ring, a sentence, the list of swaps.
void draw_solidity(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& strip);
// What it takes, in pixels; the same while draws are made. 0 where there is nothing to say.
float solidity_width(Ui const& ui, DecideView const& view);
// The convention under every ranking, whose decisions are taken, what the bars mean.
std::optional<Wish> draw_decide_foot(Ui& ui, DecideView& view, Workshop const& workshop,
                                     base::Rect const& area);

// From the top of `area` down; `y` is where they end.
std::optional<Wish> draw_weights(Ui& ui, DecideView& view, Workshop const& workshop,
                                 base::Rect const& area, float& y);
// Which vote counts: named, and chosen from those that have a result.
std::optional<Wish> draw_reference(Ui& ui, DecideView& view, Workshop const& workshop,
                                   base::Rect const& area, float& y);
std::optional<Wish> draw_case_sheet(Ui& ui, DecideView& view, Workshop const& workshop,
                                    base::Rect const& area);
// The questions of the selected case and what is decided of it, from `y` down; `y` is where it
// ends.
std::optional<Wish> draw_case_decision(Ui& ui, DecideView& view, Workshop const& workshop,
                                       base::Rect const& area, float& y);
// A verdict as somebody asks for it: noted at once, or, launching against an open question, once
// the panel has asked why.
std::optional<Wish> decide(Ui& ui, DecideView& view, Workshop const& workshop,
                           model::DecisionKey const& key, model::Verdict verdict);
void draw_pareto(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& area);
void draw_pareto_large(Ui& ui, DecideView& view, Workshop const& workshop, base::Rect const& area);

// Where each column of the table begins.
struct DecideColumns {
    float rank, interval, chip, title, title_end, vote, opportunity, risk, axes, pitch, verdict,
        other, owner, review, end;
    enum class Levels { drawn, said } levels; // opportunity and risk: a bar, or the number alone
    [[nodiscard]] bool bars() const { return pitch > 0; }
};
struct DecideRow {
    analysis::RankedCase const* one;
    base::Rect box;
    enum class Rank { shown, repeated } rank; // equal to the one above
    enum class Moving { no, yes } moving;     // on its way to another place
};
std::optional<Wish> draw_decide_row(Ui& ui, DecideView& view, Workshop const& workshop,
                                    DecideRow const& row, DecideColumns const& at);

// What of the notices of a decision the sign of a veto in the same row says already.
inline constexpr std::array said_by_veto{analysis::Notice::data_risk};

std::string case_number(model::Document const& doc, model::CaseId on);
inline constexpr std::array given_verdicts{model::Verdict::launch, model::Verdict::safeguards,
                                           model::Verdict::later, model::Verdict::aside};
int place_of(model::Document const& doc, model::AxisId axis);

} // namespace ui
