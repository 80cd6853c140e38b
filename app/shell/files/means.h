#pragma once

#include "exchange/outputs/outputs.h"
#include "session/judge.h"

#include <filesystem>

namespace shell {

// Resources for making files, read from the program's folder; for any thread.
struct Means {
    i18n::Catalogue words;
    board::Palette palette; // the light theme, also for paper
    pictures::FontFiles fonts;

    // `raised` must outlive the result.
    [[nodiscard]] exchange::Studio studio(board::Raised const& raised) const
    {
        return {words, palette, fonts, raised};
    }
};
// From the folder of assets. Errors of the catalogue, the theme and the fonts.
base::Result<Means> load_means(std::filesystem::path const& assets, i18n::Language language);

// The input of a report besides the document, after `entries` entries: times, state of the file,
// history if requested; and the installed printer. `scratch`: a folder for temporary files.
exchange::Account account_of(Means const& means, session::Session const& session,
                             std::vector<base::Error> const& notices, std::uint64_t entries,
                             exchange::Included const& included,
                             std::filesystem::path const& assets,
                             std::filesystem::path const& scratch);

} // namespace shell
