#include "analysis/common/derived.h"

namespace analysis {

void Computed::note(std::string_view name)
{
    auto const known = times_.find(name);
    if (known != times_.end())
        ++known->second;
    else
        times_.emplace(name, 1);
}

int Computed::times(std::string_view name) const
{
    auto const known = times_.find(name);
    return known == times_.end() ? 0 : known->second;
}

} // namespace analysis
