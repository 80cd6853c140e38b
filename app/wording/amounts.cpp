#include "wording/amounts.h"

#include "analysis/common/cost.h"
#include "base/text.h"

namespace wording {

std::string amount(i18n::Catalogue const& words, std::int64_t hundredths)
{
    if (hundredths % analysis::hundredths_per_unit == 0)
        return words.number(hundredths / analysis::hundredths_per_unit);
    return words.decimal(static_cast<double>(hundredths) / analysis::hundredths_per_unit, 2);
}

std::string share(i18n::Catalogue const& words, analysis::Ratio hundredths)
{
    if (hundredths.den == 1) return amount(words, hundredths.num);
    auto const units = analysis::value(hundredths) / analysis::hundredths_per_unit;
    return words.decimal(units, units < 0.1 ? 4 : 2);
}

std::string cost(i18n::Catalogue const& words, std::string_view typed)
{
    auto const read = analysis::read_cost(typed);
    if (!read || read->kind != analysis::Cost::Kind::amount || read->foreign)
        return std::string(base::trimmed(typed));
    return amount(words, read->hundredths) + "\u00A0€";
}

} // namespace wording
