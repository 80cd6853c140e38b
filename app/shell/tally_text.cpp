#include "shell/tally_text.h"

#include "analysis/common/cost.h"
#include "analysis/common/merged.h"
#include "analysis/ranking/priority.h"
#include "wording/amounts.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>

namespace shell {
namespace {

using i18n::Catalogue;
using model::CaseId;

// From worst to best; six grades are these without the last.
constexpr std::array<std::string_view, 7> seven_grades{
    "grade.reject", "grade.poor",      "grade.passable", "grade.fair",
    "grade.good",   "grade.very_good", "grade.excellent"};

class Printer {
public:
    Printer(Catalogue const& words, model::Document const& doc, analysis::Tally const& tally,
            std::ostream& out)
        : words_(words)
        , doc_(doc)
        , tally_(tally)
        , round_(model::get<model::Round>(doc, tally.round))
        , digits_(analysis::digits_apart(tally, 2))
        , out_(out)
    {
    }

    void head()
    {
        out_ << words_.text("cli.tally.head", round_.question,
                            words_.text("method." + analysis::name_of(tally_.way())),
                            words_.number(tally_.voters), words_.number(tally_.blanks))
             << '\n';
        auto const blank = std::string(base::name_of(tally_.blank));
        out_ << words_.text("tally.policy", words_.text("tally.blank." + blank),
                            words_.text("tally.ties." + analysis::tie_rule(tally_)),
                            std::to_string(tally_.seed))
             << "\n\n";
    }

    // Nobody said anything: no order is printed.
    void silence() { out_ << words_.text("tally.silent", tally_.voters) << '\n'; }

    void cases()
    {
        for (auto const& one : tally_.cases) {
            out_ << (one.selected ? " ✓ " : "   ") << one.rank << (one.tied ? "=" : " ") << "  "
                 << said(one);
            if (auto const why = told_apart(one); !why.empty()) out_ << " (" << why << ')';
            if (one.ranks && one.ranks->low != one.ranks->high)
                out_ << "  [" << one.ranks->low << '-' << one.ranks->high << ']';
            out_ << "  " << title(one.on);
            if (one.cost) out_ << " (" << wording::amount(words_, *one.cost) << ')';
            if (one.contested())
                out_ << "  ≠ "
                     << words_.text("tally.camps", words_.number(one.camps->low),
                                    words_.number(one.camps->high));
            if (!one.quorum_met) out_ << "  " << words_.text("tally.under_quorum");
            out_ << '\n';
        }
    }

    void orders()
    {
        auto const& orders = *tally_.orders;
        out_ << '\n';
        if (orders.condorcet_winner)
            out_ << words_.text("tally.condorcet", title(*orders.condorcet_winner)) << '\n';
        for (auto const& cycle : orders.cycles) {
            std::string said;
            for (std::size_t i = 0; i < cycle.through.size(); ++i) {
                auto const next = cycle.through[(i + 1) % cycle.through.size()];
                if (!said.empty()) said += ", ";
                said += words_.text("tally.beats", title(cycle.through[i]), title(next));
            }
            out_ << words_.text("tally.cycle", said) << '\n';
        }
        out_ << words_.text("tally.side", words_.text("method.borda"),
                            in_order(orders.cases, orders.borda_ranks))
             << '\n'
             << words_.text("tally.side", words_.text("method.schulze"),
                            in_order(orders.cases, orders.schulze_ranks))
             << '\n'
             << words_.text("tally.side", words_.text("method.ranked-pairs"),
                            in_order(orders.cases, orders.pairs_ranks))
             << '\n';
        if (orders.order_matters) out_ << words_.text("tally.order_matters") << '\n';
    }

    void selection()
    {
        auto const& selection = *tally_.selection;
        out_ << '\n'
             << words_.text("tally.selection", listed(selection.selected),
                            wording::amount(words_, selection.cost),
                            wording::amount(words_, selection.budget))
             << '\n';
        if (selection.several)
            out_ << words_.text(*selection.several ? "tally.several" : "tally.single",
                                analysis::text(selection.value))
                 << '\n';
        if (!selection.without_cost.empty())
            out_ << words_.text("tally.without_cost", listed(selection.without_cost)) << '\n';
        if (!selection.before_equals.empty())
            out_ << words_.text("tally.before_equals", listed(selection.before_equals),
                                selection.before_equals.size())
                 << '\n';
        if (auto const& shares = selection.equal_shares) {
            out_ << words_.text("tally.each", wording::share(words_, shares->each)) << '\n';
            if (shares->completed.size() > selection.selected.size())
                out_ << words_.text(
                            "tally.completed",
                            listed({shares->completed.begin() +
                                        static_cast<std::ptrdiff_t>(selection.selected.size()),
                                    shares->completed.end()}))
                     << '\n';
        }
    }

    void rest(exchange::TallyExtras const& extras)
    {
        for (auto const& cut : tally_.cuts)
            out_ << words_.text("tally.cut", cut.rank, listed(cut.order),
                                words_.text("tally.by." + std::string(base::name_of(cut.by))))
                 << '\n';
        if (tally_.totals_only) out_ << words_.text("tally.totals_only") << '\n';
        if (!tally_.unanimous.empty())
            out_ << words_.text("tally.unanimous", listed(tally_.unanimous)) << '\n';
        if (extras.first)
            if (auto const split = analysis::split_tie(tally_, *extras.first))
                out_ << words_.text("tally.splits", *extras.first, listed(split->cases)) << '\n';
        if (extras.one_voter && !extras.one_voter->holds()) one_voter(*extras.one_voter);
        for (auto const& one : analysis::merged_since(doc_, tally_.round))
            out_ << words_.text("tally.merged", title(one.absorbed), title(one.into)) << '\n';
        if (auto const aside = analysis::aside_now(doc_, tally_.round); !aside.empty())
            out_ << words_.text("tally.aside", listed(aside), aside.size()) << '\n';
        if (extras.absent)
            out_ << words_.plural(extras.absent->certain ? "tally.absent.certain"
                                                         : "tally.absent.open",
                                  extras.absent->absent)
                 << '\n';
        if (extras.comparison)
            out_ << words_.text("tally.compared", extras.against,
                                words_.number(extras.comparison->moved),
                                words_.number(extras.comparison->compared))
                 << '\n';
    }

private:
    void one_voter(analysis::OneVoter const& one)
    {
        if (one.people == 0)
            out_ << words_.text("tally.one_voter.so_far", words_.number(one.looked_at),
                                words_.number(one.voters))
                 << '\n';
        else if (one.leaving.empty())
            out_ << words_.text("tally.one_voter.in", listed(one.entering), one.entering.size())
                 << '\n';
        else if (one.entering.empty())
            out_ << words_.text("tally.one_voter.out", listed(one.leaving), one.leaving.size())
                 << '\n';
        else
            out_ << words_.text("tally.one_voter", listed(one.leaving), listed(one.entering),
                                one.leaving.size(), one.entering.size())
                 << '\n';
    }

    std::string title(CaseId id) const { return model::get<model::Case>(doc_, id).title; }
    std::string listed(std::vector<CaseId> const& cases) const
    {
        if (cases.empty()) return words_.text("tally.nothing");
        std::string out;
        for (auto id : cases) out += (out.empty() ? "" : ", ") + title(id);
        return out;
    }

    // What puts it before or behind a case of the same score.
    std::string told_apart(analysis::CaseTally const& one) const
    {
        using analysis::ToldApart;
        bool const plus = one.gauge && one.gauge->sign == analysis::Gauge::Sign::plus;
        switch (one.told_apart) {
        case ToldApart::no: return {};
        case ToldApart::by_supporters: return words_.text("tally.supported", one.supporters);
        case ToldApart::by_voices:
            if (one.grades.empty()) return {}; // of a few people
            return words_.text(plus ? "tally.above" : "tally.below",
                               plus ? one.gauge->above : one.gauge->below);
        case ToldApart::by_further_grades: return words_.text("tally.further");
        }
        return {};
    }

    std::string said(analysis::CaseTally const& one) const
    {
        if (tally_.orders && tally_.rule != model::Rule::borda &&
            tally_.rule != model::Rule::borda_zero) // another rule made the order
            return words_.text("tally.side", words_.text("method.borda"), score(one));
        if (!one.gauge) return score(one);
        auto const grade = static_cast<std::size_t>(one.gauge->grade);
        bool const plus = one.gauge->sign == analysis::Gauge::Sign::plus;
        return label(grade) + (plus ? " +" : " −");
    }

    std::string score(analysis::CaseTally const& one) const
    {
        if (one.score.den == 1) return words_.number(one.score.num);
        return words_.decimal(analysis::value(one.score), digits_);
    }

    std::string label(std::size_t grade) const
    {
        if (grade < round_.labels.size()) return round_.labels[grade];
        constexpr int most_of_six = 5, most_of_seven = 6;
        if (tally_.value_max == most_of_six || tally_.value_max == most_of_seven)
            return words_.text(seven_grades.at(grade));
        return std::to_string(grade);
    }

    // "A > B = C > D", by ranks.
    std::string in_order(std::vector<CaseId> const& cases, std::vector<int> const& ranks) const
    {
        std::vector<std::size_t> order(cases.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return ranks[i]; });
        std::string out;
        for (std::size_t at = 0; at < order.size(); ++at) {
            if (at > 0) out += ranks[order[at]] == ranks[order[at - 1]] ? " = " : " > ";
            out += title(cases[order[at]]);
        }
        return out;
    }

    Catalogue const& words_;
    model::Document const& doc_;
    analysis::Tally const& tally_;
    model::Round round_;
    int digits_; // of scores that are no whole numbers
    std::ostream& out_;
};

} // namespace

void print_tally(Catalogue const& words, model::Document const& doc, analysis::Tally const& tally,
                 exchange::TallyExtras const& extras, std::ostream& out)
{
    Printer printer(words, doc, tally, out);
    printer.head();
    if (tally.silent()) return printer.silence();
    printer.cases();
    if (tally.orders) printer.orders();
    if (tally.selection) printer.selection();
    printer.rest(extras);
}

} // namespace shell
