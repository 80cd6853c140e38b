#pragma once

#include "analysis/common/reads.h"
#include "analysis/ranking/affordable.h"
#include "analysis/ranking/verdicts.h"
#include "ui/kit/frame.h"
#include "ui/kit/names.h"
#include "ui/kit/widgets.h"
#include "ui/panels/decide_order.h"
#include "ui/panels/guard_list.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ui {

// Décider: the order, its basis and stability, and a decision per case.
struct DecideView {
    // Defined in the source file, so that users do not compile its members.
    DecideView();
    ~DecideView();
    DecideView(DecideView&&) noexcept;
    DecideView& operator=(DecideView&&) noexcept;

    enum class Show { table, pareto, budget } show = Show::table;
    enum class Side { weights, sheet } side = Side::weights; // of the panel
    enum class Sort { rank, number, vote, opportunity, risk, axis, decision, owner, review };
    enum class Way { on, back };
    enum class Editing { nothing, verdict, owner, review, cost };
    enum class Solid { closed, open };

    Sort sort = Sort::rank;
    Way way = Way::on;
    model::AxisId sort_axis;                  // for Sort::axis
    model::Body body = model::Body::workshop; // whose decisions are edited
    model::CaseId selected;
    model::CaseId sought; // to be scrolled to
    Editing editing = Editing::nothing;
    Solid solid = Solid::closed; // details of the stability
    std::string text;            // owner or date being edited
    struct Draft {
        std::string reason, owner, review, question; // unsaved input
        model::DecisionKey of;
        model::Decision kept; // as last stored in the document
    } draft;                  // of the selected case, in the panel
    Scroll scroll, panel, sheet, purse_scroll;
    model::CaseId sheet_of;                                                // at its last frame
    enum class Tab { why, decision } tab = Tab::decision;                  // of the sheet
    enum class SheetShows { top, decision } sheet_shows = SheetShows::top; // in the next frame
    GuardList guard;                                                       // open question editors
    // Decisions waiting for a reason, with the reason typed so far.
    struct Pending {
        model::Verdict verdict = model::Verdict::launch;
        std::string reason;
    };
    std::map<model::DecisionKey, Pending> pending;

    std::optional<base::Rect> reference_menu; // anchor of the menu of reference rounds
    TriedConvention tried;
    DecideOrder order;
    base::Vec2 mouse; // position in the last frame
    double moved_s = 0;
    struct Purse {
        std::string text;                    // money field
        std::optional<std::int64_t> text_of; // the stored money that it shows
        // Key: number of recomputations of the order.
        analysis::Derived<base::Result<analysis::Affordable>, analysis::AffordableReads,
                          std::uint64_t>
            fits{"decide.affordable"};
    } purse;

    // The layout of the chips on the large Pareto plot, and the placing of their labels. Keys:
    // number of recomputations of the order, box of the plot, whether labels are shown.
    struct PlotLayout {
        std::vector<base::Vec2> centres;
        std::vector<pictures::ChipName> texts;
    };
    struct Plot {
        enum class Names { placed, left_out } names = Names::placed;
        using Reads =
            analysis::Reads<analysis::Fields<model::Case, &model::Case::number, &model::Case::title,
                                             &model::Case::short_title>>;
        analysis::Derived<PlotLayout, Reads, std::uint64_t, base::Rect, Names> layout{
            "decide.pareto"};
        NameDesk desk;
        std::uint64_t order = 0;  // recomputations of the order when laid out last
        std::uint64_t placed = 0; // layouts whose labels were asked for
        base::Rect box;           // of that layout
    } plot;

    // Key: number of recomputations of the order.
    analysis::Derived<analysis::Verdicts, analysis::VerdictReads, std::uint64_t, model::Body>
        decided{"decide.verdicts"};

    [[nodiscard]] analysis::Verdicts const& verdicts() const { return decided.value(); }
    [[nodiscard]] analysis::Ranking const& ranking() const { return order.ranking(); }
    void select(model::CaseId id) { selected = sought = id; }
};

Asked draw(Ui& ui, DecideView& view, Workshop const& workshop);

} // namespace ui
