#include "analysis/voting/reference.h"

namespace analysis {

std::optional<Tally> reference_tally(model::Document const& doc)
{
    auto const reference = reference_round(doc);
    if (!reference) return std::nullopt;
    auto counted = tally(doc, *reference, {{}, {}, 0});
    return counted ? std::optional(*std::move(counted)) : std::nullopt;
}

} // namespace analysis
