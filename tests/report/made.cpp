#include "made.h"

namespace made {

Desk const& desk()
{
    static Desk const one;
    return one;
}

std::string page(model::Document const& doc, exchange::ReportOptions const& options,
                 i18n::Language language)
{
    auto const& words = language == i18n::Language::french ? desk().french : desk().english;
    exchange::ReportedSession const session{
        doc,    {"0123456789abcdef", 12, hash_of('a')}, 1'790'000'000'000, 1'790'000'000'000, {},
        nullptr};
    return exchange::report_page({words, desk().palette, desk().fonts}, session, options);
}

model::Document const& sample()
{
    static auto const doc = support::sample_session();
    return doc;
}

} // namespace made
