#pragma once

#include "exchange/outputs/outputs.h"
#include "session/judge.h"

#include <filesystem>

namespace shell {

// What files are made with, read from beside the program: on any thread.
struct Means {
    i18n::Catalogue words;
    board::Palette palette; // of the day, also for paper
    pictures::FontFiles fonts;

    // `raised` outlives what is returned.
    [[nodiscard]] exchange::Studio studio(board::Raised const& raised) const
    {
        return {words, palette, fonts, raised};
    }
};
// From the folder of assets. Errors as of the catalogue, the theme and the fonts.
base::Result<Means> load_means(std::filesystem::path const& assets, i18n::Language language);

// What a report says of a session beside its document, as it was after `entries` of its entries:
// when, what is to be known of its file, what happened where that is asked for; printed by what is
// installed. `scratch`: a folder for passing files.
exchange::Account account_of(Means const& means, session::Session const& session,
                             std::vector<base::Error> const& notices, std::uint64_t entries,
                             exchange::Included const& included,
                             std::filesystem::path const& assets,
                             std::filesystem::path const& scratch);

} // namespace shell
