#pragma once

#include "ui/screens/vote/rule_row.h"
#include "ui/screens/vote/vote_results.h"

#include <span>

// The drawing of each voting method: icon, controls of its rules, columns of its result; one row
// per method. The booth depends on the ballot type.
namespace ui {

// The rules of a round in setup.
struct RuleForm {
    Ui& ui;
    VoteView& view;
    model::Round& draft;
    RuleRow& row;
    base::Rect area; // of the row; lower rows may use its width
    Enabled enabled = Enabled::yes;
    [[nodiscard]] int cases() const;
    // The top of the space below the controls.
    [[nodiscard]] float under() const { return area.min.y + row.height(); }
};

// A case of a result, in its row.
struct ResultRow {
    VoteResults const& results;
    model::Round const& round;
    analysis::CaseTally const& one;
    ResultColumns const& at;
    ResultScale const& scale;
    float y = 0;     // centre of the row
    float grown = 1; // 0 to 1, animation of the reveal
    On selected = On::no;
    [[nodiscard]] analysis::Tally const& tally() const { return *results.tally; }
};

// The head of the table.
struct ResultHead {
    analysis::Tally const& tally;
    model::Round const& round;
    ResultColumns const& at;
    ResultScale const& scale;
    float y = 0;      // centre of the column names
    float bottom = 0; // bottom of the rows
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
    // Draws the controls of its rules; returns the additional height used below.
    float (*rules)(RuleForm const&) = nullptr;

    // Widths of a row in design pixels: share for titles and its maximum, space after the bars,
    // height of the legend.
    float titles = 0.298F, titles_most = 418, after = 220, legend = 0;
    int steps_most = 6;                       // of the bars' scale
    bool shares = false;                      // the scale is 0 to 1
    bool intervals = true;                    // shown on the bars
    std::span<model::Rule const> beside = {}; // rules counted for comparison
    void (*head)(Ui&, ResultHead const&) = nullptr;
    void (*marks)(Ui&, ResultRow const&) = nullptr; // between `at.bars` and `at.tie`
    // In the panel, from `y` downwards; they return the bottom.
    float (*of_case)(Ui&, ResultCase const&, float y) = nullptr;
    float (*of_all)(Ui&, VoteResults const&, model::Document const&, base::Rect const& inner,
                    float y) = nullptr;
};

// In the order of the gallery.
std::span<MethodView const> method_views();
MethodView const& method_view(model::Method method);

// The functions used in rows, by file.

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

// result_rooms.cpp: the case in each room, for every method
float draw_rooms_of_case(Ui& ui, ResultCase const& of, float y);

// result_facts.cpp
float no_more_of_all(Ui& ui, VoteResults const& results, model::Document const& doc,
                     base::Rect const& inner, float y);
float orders_of_all(Ui& ui, VoteResults const& results, model::Document const& doc,
                    base::Rect const& inner, float y);
float selection_of_all(Ui& ui, VoteResults const& results, model::Document const& doc,
                       base::Rect const& inner, float y);

} // namespace ui
