#include "wording/budget.h"

#include "wording/amounts.h"
#include "wording/decisions.h"
#include "wording/lists.h"

#include <algorithm>

namespace wording {

using analysis::Affordable;
using analysis::Offered;

std::string money(i18n::Catalogue const& words, analysis::Cost::Kind kind, std::int64_t hundredths)
{
    if (kind == analysis::Cost::Kind::size)
        return words.plural("decide.budget.points", hundredths / analysis::hundredths_per_unit);
    return amount(words, hundredths) + "\u00A0€";
}

std::string budget_rule(i18n::Catalogue const& words, model::Rule rule)
{
    switch (rule) {
    case model::Rule::greedy_no_skip: return words.text("decide.budget.rule.greedy-no-skip");
    case model::Rule::knapsack: return words.text("decide.budget.rule.knapsack");
    case model::Rule::equal_shares: return words.text("decide.budget.rule.equal-shares");
    default: return words.text("decide.budget.rule.greedy");
    }
}

std::string spent(i18n::Catalogue const& words, Affordable const& fits)
{
    auto const said = [&](std::int64_t hundredths) { return money(words, fits.kind, hundredths); };
    if (fits.budget.money == 0)
        return fits.all == 0 ? std::string() : words.text("decide.budget.wanted", said(fits.all));
    return words.text(
        "decide.budget.spent", said(fits.spent), said(fits.left),
        words.plural("decide.budget.cases", static_cast<std::int64_t>(fits.in().size())));
}

std::string more(i18n::Catalogue const& words, model::Document const& doc, Affordable const& fits)
{
    bool const priced =
        std::ranges::any_of(fits.cases, [](Offered const& one) { return one.cost.has_value(); });
    bool const none = fits.in().empty();
    if (fits.all == 0 && none && !priced) return words.text("decide.budget.no_costs");
    if (fits.budget.money == 0) return words.text("decide.budget.none");
    auto const others = fits.several ? " " + words.text("decide.budget.several") : std::string();
    if (!fits.more)
        return words.text(none ? "decide.budget.nothing" : "decide.budget.all") + others;
    auto const by = money(words, fits.kind, fits.more->money);
    auto const enter = case_numbers(words, doc, fits.more->enter);
    if (fits.more->leave.empty()) return words.text("decide.budget.more", by, enter) + others;
    return words.text("decide.budget.more_less", by, enter,
                      case_numbers(words, doc, fits.more->leave)) +
           others;
}

std::string place(i18n::Catalogue const& words, model::Document const& doc, Affordable const& fits,
                  Offered const& one)
{
    using analysis::Excluded;
    if (one.in) return words.text("decide.budget.in");
    switch (one.excluded) {
    case Excluded::unplaced: return words.text("decide.unplaced");
    case Excluded::veto: return words.text("decide.budget.veto");
    case Excluded::no_cost: return words.text("decide.budget.no_cost");
    case Excluded::decided:
        return verdict(words,
                       model::get<model::Decision>(doc, {one.on, model::Body::workshop}).verdict);
    case Excluded::no: break;
    }
    return fits.budget.money == 0 ? std::string() : words.text("decide.budget.out");
}

} // namespace wording
