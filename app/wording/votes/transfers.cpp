#include "wording/votes/transfers.h"

#include "wording/votes/results.h"

namespace wording {
namespace {

using analysis::CountFate;
using analysis::CountStage;
using analysis::Transfers;
using i18n::Catalogue;

std::vector<model::CaseId> cases_at(Transfers const& transfers,
                                    std::vector<std::uint32_t> const& places)
{
    std::vector<model::CaseId> out;
    for (auto at : places) out.push_back(transfers.cases[at]);
    return out;
}

std::string what_happened(Catalogue const& words, model::Document const& doc,
                          Transfers const& transfers, std::size_t number)
{
    auto const& stage = transfers.count.stages[number - 1];
    if (stage.kind == CountStage::Kind::first) return words.text("stv.stage.first", number);
    auto const& before = transfers.count.stages[number - 2].votes[stage.of];
    auto const on = case_named(words, doc, transfers.cases[stage.of]);
    if (stage.kind == CountStage::Kind::surplus)
        return words.text("stv.stage.surplus", number, on,
                          votes(words, before - stage.votes[stage.of]));
    if (before == 0) return words.text("stv.stage.exclusion.none", number, on);
    bool const kept = stage.votes[stage.of] > 0; // otherwise the remaining cases filled the seats
    return words.text(kept ? "stv.stage.exclusion.last" : "stv.stage.exclusion", number, on,
                      votes(words, before));
}

std::string became(Catalogue const& words, Transfers const& transfers, std::size_t at)
{
    auto const& fate = transfers.count.fates[at];
    auto const had = votes(words, fate.votes);
    switch (fate.what) {
    case CountFate::What::excluded: return words.text("stv.course.excluded", fate.stage, had);
    case CountFate::What::left: return words.text("stv.course.left", had);
    case CountFate::What::elected: break;
    }
    bool const filled = fate.votes < transfers.count.quota * analysis::parts_per_vote;
    return words.text(filled ? "stv.course.filled" : "stv.course.elected", fate.stage, had);
}

} // namespace

std::string votes(Catalogue const& words, std::int64_t parts)
{
    constexpr auto one = analysis::parts_per_vote;
    if (parts % one == 0) return words.number(parts / one);
    // Enough decimals not to look like a whole number, as the quota is one.
    int digits = 2;
    for (std::int64_t unit = one / 100; digits < 5 && (parts + unit / 2) % one < unit; unit /= 10)
        ++digits;
    return words.decimal(static_cast<double>(parts) / static_cast<double>(one), digits);
}

std::string quota(Catalogue const& words, Transfers const& transfers)
{
    return words.text("stv.quota.said", transfers.count.quota, transfers.seats);
}

std::vector<std::string> stages(Catalogue const& words, model::Document const& doc,
                                Transfers const& transfers)
{
    std::vector<std::string> out;
    for (std::size_t number = 1; number <= transfers.count.stages.size(); ++number) {
        auto said = what_happened(words, doc, transfers, number);
        auto const& stage = transfers.count.stages[number - 1];
        if (!stage.elected.empty())
            said += " " + words.text(stage.fills ? "stv.stage.fills" : "stv.stage.elected",
                                     cases(words, doc, cases_at(transfers, stage.elected)),
                                     stage.elected.size());
        out.push_back(std::move(said));
    }
    return out;
}

std::vector<std::string> chosen_by_order(Catalogue const& words, model::Document const& doc,
                                         Transfers const& transfers)
{
    std::vector<std::string> out;
    for (auto const& level : transfers.count.chosen_by_order)
        out.push_back(words.text("stv.chosen", cases(words, doc, cases_at(transfers, level))));
    return out;
}

std::vector<std::string> course(Catalogue const& words, Transfers const& transfers,
                                model::CaseId on)
{
    auto const at = transfers.index_of(on);
    auto const& stages = transfers.count.stages;
    std::vector<std::string> out{
        words.text("stv.course.first", votes(words, stages.front().votes[at]))};
    for (std::size_t i = 1; i < stages.size(); ++i)
        if (auto const gained = stages[i].votes[at] - stages[i - 1].votes[at]; gained > 0)
            out.push_back(words.text("stv.course.gained", i + 1, votes(words, gained),
                                     votes(words, stages[i].votes[at])));
    out.push_back(became(words, transfers, at));
    return out;
}

std::string fate(Catalogue const& words, CaseResult const& of)
{
    auto const& transfers = *of.tally.transfers;
    auto const& fate = transfers.count.fates[transfers.index_of(of.one.on)];
    switch (fate.what) {
    case CountFate::What::elected: return words.text("stv.elected", fate.stage);
    case CountFate::What::excluded: return words.text("stv.excluded", fate.stage);
    case CountFate::What::left: break;
    }
    return words.text("stv.left");
}

std::string fate_in_full(Catalogue const& words, CaseResult const& of)
{
    return became(words, *of.tally.transfers, of.tally.transfers->index_of(of.one.on));
}

} // namespace wording
