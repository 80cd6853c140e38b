#pragma once

#include "analysis/ranking.h"
#include "ui/frame.h"
#include "ui/widgets.h"

#include <map>
#include <optional>
#include <string>

namespace ui {

// Décider: the order with what it rests on, and a decision per case.
struct DecideView {
    enum class Sort { rank, number, vote, opportunity, risk, decision };
    enum class Editing { nothing, verdict, owner, review };

    Sort sort = Sort::rank;
    model::CaseId selected;
    model::CaseId sought; // to be brought into sight
    Editing editing = Editing::nothing;
    std::string text;   // being typed: owner, date
    std::string reason; // of the selected case, being typed
    model::CaseId reason_of;
    Scroll scroll, side;

    std::map<model::AxisId, float> weights; // being slid, ×1 is neutral
    std::optional<model::Convention> convention;

    struct Ranked {
        std::uint64_t entries = ~std::uint64_t{0};
        model::Convention convention;
        analysis::Ranking ranking;
    } ranked;
};

std::optional<Wish> draw(Ui& ui, DecideView& view, Workshop const& workshop);

// Parts, each in a file of its own.
std::optional<Wish> draw_decide_table(Ui& ui, DecideView& view, Workshop const& workshop,
                                      base::Rect const& area);
std::optional<Wish> draw_decide_side(Ui& ui, DecideView& view, Workshop const& workshop,
                                     base::Rect const& area);

} // namespace ui
