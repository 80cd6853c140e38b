#pragma once

#include "exchange/report/report.h"
#include "exchange/templates/template.h"
#include "shell/cli/opened.h"

#include <memory>

namespace shell {

// The report of an opened session as it was after an entry, for `report` and for `verify` beside
// one. `opened` and the words outlive it.
class ReportMaker {
public:
    static base::Result<std::unique_ptr<ReportMaker>>
    of(Opened const& opened, std::uint64_t n, i18n::Catalogue const& words);

    // About a second.
    [[nodiscard]] std::string page(exchange::ReportOptions const& options);
    [[nodiscard]] exchange::Seal const& seal() const { return seal_; }

private:
    ReportMaker(journal::Log const& log, i18n::Catalogue const& words, board::Palette const& palette,
                pictures::FontFiles fonts, model::Document doc)
        : log_(log)
        , words_(words)
        , palette_(palette)
        , fonts_(std::move(fonts))
        , doc_(std::move(doc))
    {
    }

    journal::Log const& log_;
    i18n::Catalogue const& words_;
    board::Palette palette_;
    pictures::FontFiles fonts_;
    model::Document doc_; // as it is shown in the language of the words
    exchange::Seal seal_;
    std::vector<std::string> warnings_;
};

} // namespace shell
