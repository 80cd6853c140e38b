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

// Décider: the order with what it rests on and how solid it is, and a decision per case.
struct DecideView {
    // Out of line: whoever holds or renews one compiles nothing of what it keeps.
    DecideView();
    ~DecideView();
    DecideView(DecideView&&) noexcept;
    DecideView& operator=(DecideView&&) noexcept;

    enum class Show { table, pareto, budget } show = Show::table;
    enum class Side { weights, sheet } side = Side::weights; // in the panel
    enum class Sort { rank, number, vote, opportunity, risk, axis, decision, owner, review };
    enum class Way { on, back };
    enum class Editing { nothing, verdict, owner, review, cost };
    enum class Solid { closed, open };

    Sort sort = Sort::rank;
    Way way = Way::on;
    model::AxisId sort_axis;                  // of Sort::axis
    model::Body body = model::Body::workshop; // whose decisions are taken
    model::CaseId selected;
    model::CaseId sought; // to be brought into sight
    Editing editing = Editing::nothing;
    Solid solid = Solid::closed; // what the order owes to chance, said in full
    std::string text;            // being typed: owner, date
    struct Draft {
        std::string reason, owner, review; // as typed so far
        model::DecisionKey of;
        model::Decision kept; // as the document last said it
    } draft;                  // of the selected case, in the panel
    Scroll scroll, panel, sheet, purse_scroll;
    enum class Tab { why, decision } tab = Tab::decision;                  // of the sheet
    enum class SheetShows { top, decision } sheet_shows = SheetShows::top; // with the next frame
    GuardList guard;                                                       // being answered
    // Verdicts that a reason is asked for, until they are noted: the reason as typed so far.
    struct Pending {
        model::Verdict verdict = model::Verdict::launch;
        std::string reason;
    };
    std::map<model::DecisionKey, Pending> pending;

    std::optional<base::Rect> reference_menu; // of the votes that may count, hanging from there
    TriedConvention tried;
    DecideOrder order;
    base::Vec2 mouse; // as the last frame saw it
    double moved_s = 0;
    struct Purse {
        std::string text;                    // being typed
        std::optional<std::int64_t> text_of; // the money that it shows
        // Beside the order as it was made so many times.
        analysis::Derived<base::Result<analysis::Affordable>, analysis::AffordableReads,
                          std::uint64_t>
            fits{"decide.affordable"};
    } purse;

    // Chips and names of the large plot: costly, so kept while neither the order nor the size
    // change.
    struct Spread {
        std::uint64_t of = 0;
        enum class Names { placed, left_out } names = Names::placed;
        base::Rect box;
        std::vector<base::Vec2> centres;
        std::vector<pictures::ChipName> texts;
        NameDesk desk;
    } spread;

    // The decisions of a body beside the order as it was made so many times.
    analysis::Derived<analysis::Verdicts, analysis::VerdictReads, std::uint64_t, model::Body>
        decided{"decide.verdicts"};

    [[nodiscard]] analysis::Verdicts const& verdicts() const { return decided.value(); }
    [[nodiscard]] analysis::Ranking const& ranking() const { return order.ranking(); }
    void select(model::CaseId id) { selected = sought = id; }
};

Asked draw(Ui& ui, DecideView& view, Workshop const& workshop);

} // namespace ui
