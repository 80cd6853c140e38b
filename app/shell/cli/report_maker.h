#pragma once

#include "board/raised.h"
#include "shell/cli/opened.h"
#include "shell/files/means.h"

#include <memory>
#include <optional>
#include <string>

namespace shell {

// The head and options of a report.
struct ReportHead {
    exchange::Included included;
    std::string organisation = {}; // may be empty
    std::optional<exchange::Logo> logo = {};
};

// Makes the report of an opened session after an entry: for `report`, and for `verify`, which makes
// a page again to compare it.
class ReportMaker {
public:
    // Errors of the templates, the catalogue, the theme, the fonts and Replay::at.
    static base::Result<std::unique_ptr<ReportMaker>> of(Opened const& opened, std::uint64_t n,
                                                         i18n::Language language, ReportHead head);

    // `output`: "report" or "one_page". Takes about a second.
    [[nodiscard]] base::Result<std::string> make(std::string_view output,
                                                 exchange::Format format) const;
    [[nodiscard]] exchange::Seal const& seal() const { return seal_; }

private:
    ReportMaker(Means means, model::Document doc, exchange::Seal seal, ReportHead head);

    Means means_;
    model::Document doc_; // as shown in the language
    exchange::Seal seal_;
    exchange::Included included_;
    exchange::Account account_;
    board::Raised raised_;
};

} // namespace shell
