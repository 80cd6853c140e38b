#include "ui/screens/vote/vote_rules.h"

#include "analysis/voting/duels.h"
#include "ui/kit/icons.h"
#include "ui/screens/vote/vote_booth.h"

#include <fmt/format.h>

#include <algorithm>

// What a method is called, what it asks, which rules it starts with, and how they are said.
namespace ui {

using model::Method;

std::string question_of(Ui const& ui, Method method)
{
    return ui.tr(fmt::format("method.{}.question", base::name_of(method)));
}

std::string question_of(Ui const& ui, model::Round const& round)
{
    return round.question.empty() ? question_of(ui, round.method) : round.question;
}

std::string method_title(Ui const& ui, Method method)
{
    return ui.tr(fmt::format("method.{}.title", base::name_of(method)));
}

unsigned method_icon(Method method)
{
    switch (method) {
    case Method::choose_spread: return icon::done_all;
    case Method::dots: return icon::bubble_chart;
    case Method::approval: return icon::check_circle;
    case Method::score: return icon::leaderboard;
    case Method::majority_judgment: return icon::label;
    case Method::ranking: return icon::sort;
    case Method::pairwise: return icon::compare_arrows;
    case Method::points: return icon::tune;
    case Method::quadratic: return icon::grid_view;
    default: return icon::table_chart;
    }
}

std::string method_said(Ui const& ui, model::Round const& round)
{
    auto const key = fmt::format("method.{}.say", base::name_of(round.method));
    switch (round.method) {
    case Method::dots:
        if (round.cap == 0) return ui.words->text(key + ".free", round.budget);
        return ui.words->text(key, round.budget, round.cap);
    case Method::choose_spread:
        if (round.cap == 0) return ui.words->text(key + ".free", round.choices, round.budget);
        return ui.words->text(key, round.choices, round.budget, round.cap);
    case Method::points:
    case Method::quadratic: return ui.words->text(key, round.budget);
    case Method::approval:
    case Method::ranking:
        if (round.choices == 0) return ui.tr(key + ".free");
        return ui.words->text(key, round.choices);
    case Method::score: return ui.words->text(key, round.grades);
    case Method::budget: {
        constexpr std::int64_t hundredths = 100;
        if (round.money == 0) return ui.tr(key + ".free");
        return ui.words->text(key, ui.words->number(round.money / hundredths));
    }
    default: return ui.tr(key);
    }
}

std::string rules_said(Ui const& ui, model::Round const& round)
{
    auto const key = fmt::format("method.{}.rules", base::name_of(round.method));
    auto said = [&]() -> std::string {
        switch (round.method) {
        case Method::dots:
        case Method::points:
            if (round.cap == 0) return ui.words->text(key + ".free", round.budget);
            return ui.words->text(key, round.budget, round.cap);
        case Method::choose_spread:
            if (round.cap == 0) return ui.words->text(key + ".free", round.choices, round.budget);
            return ui.words->text(key, round.choices, round.budget, round.cap);
        case Method::quadratic: return ui.words->text(key, round.budget);
        case Method::approval:
        case Method::ranking:
        case Method::budget:
            if (round.choices == 0) return ui.tr(key + ".free");
            return ui.words->text(key, round.choices);
        case Method::score:
        case Method::majority_judgment: return ui.words->text(key, round.grades);
        case Method::pairwise: return ui.words->text(key, analysis::pairs_per_person);
        default: return {};
        }
    }();
    if (!said.empty()) said.append(" · ");
    return said + ui.tr("vote.anonymous");
}

} // namespace ui
