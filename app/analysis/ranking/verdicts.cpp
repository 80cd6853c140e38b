#include "analysis/ranking/verdicts.h"

#include <algorithm>

namespace analysis {
namespace {

using model::Verdict;

int how_much(Verdict verdict)
{
    switch (verdict) {
    case Verdict::launch:
    case Verdict::safeguards: return 2;
    case Verdict::later: return 1;
    case Verdict::aside:
    case Verdict::none: return 0;
    }
    return 0;
}

} // namespace

DecidedCase const* Verdicts::find(model::CaseId id) const
{
    auto const it = std::ranges::find(cases, id, &DecidedCase::on);
    return it == cases.end() ? nullptr : &*it;
}

model::Decision const* standing_decision(model::Document const& doc, model::CaseId on)
{
    for (auto body : {model::Body::committee, model::Body::workshop})
        if (auto const* said = model::find<model::Decision>(doc, {on, body});
            said && said->verdict != Verdict::none)
            return said;
    return nullptr;
}

Verdicts verdicts(model::Document const& doc, Ranking const& ranking, model::Body body)
{
    Verdicts out;
    for (auto const& line : ranking.cases) {
        auto said = [&](model::Body who) {
            return model::get<model::Decision>(doc, {line.on, who}).verdict;
        };
        out.cases.push_back({line.on, line.placed() ? line.rank : 0, said(model::Body::workshop),
                             said(model::Body::committee), 0, 0});
    }
    auto verdict = [&](DecidedCase const& one) {
        return body == model::Body::workshop ? one.workshop : one.committee;
    };
    for (auto& ahead : out.cases)
        for (auto& behind : out.cases) {
            if (ahead.rank == 0 || behind.rank == 0 || ahead.rank >= behind.rank) continue;
            if (verdict(ahead) == Verdict::none || verdict(behind) == Verdict::none) continue;
            int const more = how_much(verdict(ahead)) - how_much(verdict(behind));
            if (more == 0) continue;
            ++out.pairs;
            if (more > 0) continue;
            ++out.against;
            ++ahead.passed_by;
            ++behind.lifted_over;
        }
    return out;
}

} // namespace analysis
