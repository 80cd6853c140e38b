#include "analysis/common/cost.h"
#include "model/voting_method.h"
#include "ui/screens/vote/method_views.h"
#include "ui/screens/vote/vote_view.h"
#include "wording/votes/grades.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

// Controls for the rules of each method.
namespace ui {
namespace {

using base::Rect;
using model::Rule;

constexpr int hundred = 100, thousand = 1000, ten = 10;

void draw_grades(Ui& ui, VoteView& view, model::Round& draft, Rect const& area, Enabled enabled)
{
    auto& typed = view.setup.labels;
    auto const now = wording::grade_names(*ui.words, draft);
    if (!typing(ui) || typed.size() != now.size()) typed = now;
    auto const count = now.size();
    float const gap = ui.px(10);
    float const width =
        (area.width() - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    draw_text(ui, area.min, type::label, ui.color().ink2, ui.tr("rule.labels"));
    for (std::size_t i = 0; i < count; ++i) { // best first, as on the ballot
        auto const grade = count - 1 - i;
        float const x = area.min.x + static_cast<float>(i) * (width + gap);
        Rect const box{{x, area.min.y + ui.px(30)}, {x + width, area.min.y + ui.px(78)}};
        auto const edit =
            text_field(ui, fmt::format("vote.label.{}", grade), box, ui.tr("rule.labels"),
                       typed[grade], {.most_bytes = 60}, enabled);
        if (edit != Edit::submitted && edit != Edit::left) continue;
        if (typed[grade].empty()) typed[grade] = now[grade];
        auto plain = draft;
        plain.labels.clear();
        // Default words are not stored, so that they follow the language.
        draft.labels =
            typed == wording::grade_names(*ui.words, plain) ? std::vector<std::string>{} : typed;
    }
}

void draw_money(Ui& ui, VoteView& view, model::Round& draft, RuleRow& row, Enabled enabled)
{
    auto& typed = view.setup.money;
    if (!typing(ui)) typed = draft.money > 0 ? analysis::amount_text(draft.money) : std::string{};
    auto const box = row.next("rule.money", 280);
    auto const edit = text_field(ui, "vote.money", box, ui.tr("rule.money"), typed,
                                 {.hint = ui.tr("rule.money.hint"), .most_bytes = 40}, enabled);
    if (edit != Edit::submitted && edit != Edit::left) return;
    auto const read = analysis::read_cost(typed);
    draft.money = read ? read->hundredths : 0;
}

template <std::size_t N>
void choose_rule(RuleRow& row, std::array<std::string_view, N> const& keys,
                 std::array<Rule, N> const& rules, Rule& rule)
{
    auto const it = std::ranges::find(rules, rule);
    auto at = it == rules.end() ? std::size_t{0} : static_cast<std::size_t>(it - rules.begin());
    if (row.choice("vote.rule", "rule.count", keys, at)) rule = rules.at(at);
}

void choose_blank(RuleRow& row, std::string_view below, std::string_view silent,
                  model::BlankPolicy& blank)
{
    std::array<std::string_view, 2> const keys{below, silent};
    std::size_t at = blank == model::BlankPolicy::below ? 0 : 1;
    if (row.choice("vote.blank", "rule.blank", keys, at))
        blank = at == 0 ? model::BlankPolicy::below : model::BlankPolicy::no_opinion;
}

// The maximum number of cases chosen or ranked.
void choose_choices(RuleForm const& form, std::string_view key, std::string_view none)
{
    form.row.stepper("vote.choices", key, form.draft.choices, {0, form.cases(), 1, none});
}

void choose_budget(RuleForm const& form, std::string_view key, int by, int most)
{
    form.row.stepper("vote.budget", key, form.draft.budget, {by, most, by, {}});
    form.draft.cap = std::min(form.draft.cap, form.draft.budget);
}

void choose_cap(RuleForm const& form, int by)
{
    form.row.stepper("vote.cap", "vote.cap", form.draft.cap,
                     {0, form.draft.budget, by, "rule.no_cap"});
}

} // namespace

int RuleForm::cases() const { return std::max<int>(1, static_cast<int>(draft.cases.size())); }

float dots_rules(RuleForm const& form)
{
    choose_budget(form, "vote.budget", 1, hundred);
    choose_cap(form, 1);
    // With few cases, any number of points distinguishes them.
    constexpr int advised_from = 13;
    int const cases = form.cases();
    if (cases < advised_from) return 0;
    auto& ui = form.ui;
    auto const advice = ui.words->text("vote.advice", std::max(3, cases / 4), cases / 3, cases);
    float const gap = ui.px(10);
    return gap + draw_paragraph(ui, {form.area.min.x, form.under() + gap}, form.area.width(),
                                type::text, ui.color().ink2, advice);
}

float spread_rules(RuleForm const& form)
{
    form.row.stepper("vote.choices", "rule.choices", form.draft.choices, {1, form.cases(), 1, {}});
    choose_budget(form, "vote.budget", 1, hundred);
    choose_cap(form, 1);
    return 0;
}

float approval_rules(RuleForm const& form)
{
    choose_choices(form, "vote.choices", "rule.no_limit");
    return 0;
}

float score_rules(RuleForm const& form)
{
    constexpr int scores_most = 20;
    auto& draft = form.draft;
    form.row.stepper("vote.grades", "vote.grades", draft.grades, {1, scores_most, 1, {}});
    choose_blank(form.row, "rule.blank.zero", "rule.blank.silent", draft.blank);
    form.row.stepper("vote.quorum", "rule.quorum", draft.quorum, {0, hundred, ten, "rule.none"});
    return 0;
}

float judgment_rules(RuleForm const& form)
{
    auto& ui = form.ui;
    auto& draft = form.draft;
    std::array<std::string_view, 2> const keys{"rule.grades.six", "rule.grades.seven"};
    constexpr int fewer = 6, more = 7;
    std::size_t at = draft.grades == fewer ? 0 : 1;
    if (form.row.choice("vote.grades", "rule.grades", keys, at)) {
        draft.grades = at == 0 ? fewer : more;
        draft.labels.clear();
    }
    choose_blank(form.row, "rule.blank.worst", "rule.blank.silent", draft.blank);
    float const gap = ui.px(16);
    draw_grades(ui, form.view, draft, {{form.area.min.x, form.under() + gap}, form.area.max},
                form.enabled);
    return gap + ui.px(78);
}

float ranking_rules(RuleForm const& form)
{
    choose_choices(form, "rule.ranked", "rule.all");
    choose_rule<3>(form.row, {"rule.schulze", "rule.borda", "rule.ranked_pairs"},
                   {Rule::standard, Rule::borda, Rule::ranked_pairs}, form.draft.rule);
    choose_blank(form.row, "rule.blank.last", "rule.blank.silent", form.draft.blank);
    return 0;
}

float pairwise_rules(RuleForm const& form)
{
    choose_rule<2>(form.row, {"rule.win_share", "rule.bradley_terry"},
                   {Rule::standard, Rule::bradley_terry}, form.draft.rule);
    return 0;
}

float points_rules(RuleForm const& form)
{
    choose_budget(form, "vote.budget", ten, thousand);
    choose_cap(form, ten);
    return 0;
}

float credits_rules(RuleForm const& form)
{
    choose_budget(form, "rule.credits", ten, thousand);
    bool against = form.draft.against == model::Against::allowed;
    if (form.row.switched("vote.against", "rule.against", "rule.against.on", against))
        form.draft.against = against ? model::Against::allowed : model::Against::refused;
    return 0;
}

float budget_rules(RuleForm const& form)
{
    draw_money(form.ui, form.view, form.draft, form.row, form.enabled);
    choose_choices(form, "vote.choices", "rule.no_limit");
    choose_rule<3>(form.row, {"rule.equal_shares", "rule.greedy", "rule.knapsack"},
                   {Rule::standard, Rule::greedy, Rule::knapsack}, form.draft.rule);
    return 0;
}

float stv_rules(RuleForm const& form)
{
    form.row.stepper("vote.seats", "rule.seats", form.draft.seats, {1, form.cases(), 1, {}});
    return 0;
}

} // namespace ui
