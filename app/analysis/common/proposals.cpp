#include "analysis/common/proposals.h"

#include <algorithm>

namespace analysis {

std::vector<model::ProposalId> newest_first(model::Document const& doc)
{
    auto const& waiting = model::table<model::Proposal>(doc);
    std::vector<model::ProposalId> out;
    for (auto const& [id, one] : waiting) out.push_back(id);
    std::ranges::sort(out, {}, [&](auto id) { return std::pair(-waiting.at(id).at_ms, id); });
    return out;
}

std::vector<model::ProposalId> as_they_arrived(model::Document const& doc)
{
    constexpr std::int64_t one_file_ms = 50; // some of its rows may have been answered
    auto const& waiting = model::table<model::Proposal>(doc);
    auto const at_ms = [&](model::ProposalId id) { return waiting.at(id).at_ms; };
    auto const newest = newest_first(doc);
    std::vector<model::ProposalId> out;
    out.reserve(newest.size());
    for (auto end = newest.end(); end != newest.begin();) {
        auto begin = end - 1;
        while (begin != newest.begin() && at_ms(*(begin - 1)) - at_ms(*begin) <= one_file_ms)
            --begin;
        out.insert(out.end(), begin, end);
        end = begin;
    }
    return out;
}

} // namespace analysis
