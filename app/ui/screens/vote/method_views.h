#pragma once

#include "ui/screens/vote/rule_row.h"
#include "ui/screens/vote/vote_results.h"

#include <span>

// What is drawn of each voting method: its sign, the controls of its rules, the columns of its
// result. One row a method. The booth follows the type of the ballot.
namespace ui {

// The rules of a round being set up.
struct RuleForm {
    Ui& ui;
    VoteView& view;
    model::Round& draft;
    RuleRow& row;
    base::Rect area; // of the row, as wide as what may stand under it
    Enabled enabled = Enabled::yes;
    [[nodiscard]] int cases() const;
    // From where something may stand under the controls.
    [[nodiscard]] float under() const { return area.min.y + row.height(); }
};

// A case of a result, in the row where it stands.
struct ResultRow {
    VoteResults const& results;
    model::Round const& round;
    analysis::CaseTally const& one;
    ResultColumns const& at;
    ResultScale const& scale;
    float y = 0;     // the middle of the row
    float grown = 1; // 0 to 1, while it is revealed
    On selected = On::no;
    [[nodiscard]] analysis::Tally const& tally() const { return *results.tally; }
};

// What stands over the rows.
struct ResultHead {
    analysis::Tally const& tally;
    model::Round const& round;
    ResultColumns const& at;
    ResultScale const& scale;
    float y = 0;      // the middle of the names of the columns
    float bottom = 0; // where the rows end
};

// A case of a result, in the panel.
struct ResultCase {
    VoteResults const& results;
    model::Document const& doc;
    model::Round const& round;
    analysis::CaseTally const& one;
    base::Rect inner; // of the panel
    [[nodiscard]] analysis::Tally const& tally() const { return *results.tally; }
};

struct MethodView {
    model::Method method = model::Method::dots;
    unsigned icon = 0;
    // Draws the controls of its rules; returns how much more it took under them.
    float (*rules)(RuleForm const&) = nullptr;

    // Of a row: the share of the width that titles get and the most of it, what is kept for what is
    // written after the bars, and what stands over the names of the columns; in design pixels.
    float titles = 0.298F, titles_most = 418, after = 220, legend = 0;
    int steps_most = 6;                       // of the scale of its bars
    bool shares = false;                      // which goes from 0 to 1
    bool intervals = true;                    // they show on its bars
    std::span<model::Rule const> beside = {}; // rules that are counted beside its own
    void (*head)(Ui&, ResultHead const&) = nullptr;
    void (*marks)(Ui&, ResultRow const&) = nullptr; // between `at.bars` and `at.tie`
    // In the panel, from `y` down; they return where they end.
    float (*of_case)(Ui&, ResultCase const&, float y) = nullptr;
    float (*of_all)(Ui&, VoteResults const&, model::Document const&, base::Rect const& inner,
                    float y) = nullptr;
};

// In the order in which a room is offered them.
std::span<MethodView const> method_views();
MethodView const& method_view(model::Method method);

// What the rows point to, each in the file of its subject.

// method_rules.cpp
float dots_rules(RuleForm const& form);
float spread_rules(RuleForm const& form);
float approval_rules(RuleForm const& form);
float score_rules(RuleForm const& form);
float judgment_rules(RuleForm const& form);
float ranking_rules(RuleForm const& form);
float pairwise_rules(RuleForm const& form);
float points_rules(RuleForm const& form);
float credits_rules(RuleForm const& form);
float budget_rules(RuleForm const& form);
float stv_rules(RuleForm const& form);

// result_marks.cpp, result_grades.cpp
void bars_head(Ui& ui, ResultHead const& head);
void bars_marks(Ui& ui, ResultRow const& row);
void grades_head(Ui& ui, ResultHead const& head);
void grades_marks(Ui& ui, ResultRow const& row);
void orders_head(Ui& ui, ResultHead const& head);
void orders_marks(Ui& ui, ResultRow const& row);
void budget_head(Ui& ui, ResultHead const& head);
void budget_marks(Ui& ui, ResultRow const& row);

// result_transfers.cpp
void transfers_head(Ui& ui, ResultHead const& head);
void transfers_marks(Ui& ui, ResultRow const& row);
float transfers_of_case(Ui& ui, ResultCase const& of, float y);
float transfers_of_all(Ui& ui, VoteResults const& results, model::Document const& doc,
                       base::Rect const& inner, float y);

// result_case.cpp
float bars_of_case(Ui& ui, ResultCase const& of, float y);
float grades_of_case(Ui& ui, ResultCase const& of, float y);
float orders_of_case(Ui& ui, ResultCase const& of, float y);
float pairs_of_case(Ui& ui, ResultCase const& of, float y);

// result_facts.cpp
float no_more_of_all(Ui& ui, VoteResults const& results, model::Document const& doc,
                     base::Rect const& inner, float y);
float orders_of_all(Ui& ui, VoteResults const& results, model::Document const& doc,
                    base::Rect const& inner, float y);
float selection_of_all(Ui& ui, VoteResults const& results, model::Document const& doc,
                       base::Rect const& inner, float y);

} // namespace ui
