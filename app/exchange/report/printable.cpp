#include "exchange/report/printable.h"

namespace exchange {

Printable printable(ReportMeans const& means, ReportedSession const& session,
                    ReportOptions const& options, std::vector<Letters> const& letters)
{
    auto const page = [&means, &session, &options](auto const& change) {
        auto other = options;
        change(other);
        return report_page(means, session, other);
    };
    return {[page, &letters] { return page([&](ReportOptions& o) { o.letters = letters; }); },
            [page] {
                return page([](ReportOptions& o) { o.pictures = ReportOptions::Pictures::images; });
            }};
}

} // namespace exchange
