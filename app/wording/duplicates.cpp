#include "wording/duplicates.h"

namespace wording {

std::string likeness(i18n::Catalogue const& words, int thousandths)
{
    return words.percent(static_cast<double>(percent_of(thousandths)) / 100);
}

std::string closeness(i18n::Catalogue const& words, int thousandths)
{
    auto const percent = percent_of(thousandths);
    if (percent >= 85) return words.text("duplicates.very_close");
    return words.text(percent >= 75 ? "duplicates.close" : "duplicates.to_check");
}

std::string pair(i18n::Catalogue const& words, model::Document const& doc,
                 analysis::AlikePair const& pair)
{
    return likeness(words, pair.thousandths) + " " + model::get<model::Case>(doc, pair.a).title +
           " / " + model::get<model::Case>(doc, pair.b).title;
}

std::string pairs(i18n::Catalogue const& words, std::size_t count, Kept kept)
{
    auto const number = words.number(static_cast<std::int64_t>(count));
    return kept == Kept::all ? number : words.text("duplicates.at_least", number);
}

} // namespace wording
