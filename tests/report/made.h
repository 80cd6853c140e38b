#pragma once

#include "exchange/report/report.h"
#include "support/folders.h"
#include "support/naming.h"
#include "support/tables.h"

#include <doctest/doctest.h>

#include <utility>

// Builds reports for tests.
namespace made {

template <class T>
T loaded(base::Result<T> result)
{
    REQUIRE(result);
    return std::move(*result);
}

struct Desk {
    i18n::Catalogue french =
        loaded(i18n::Catalogue::load(support::assets_dir(), i18n::Language::french));
    i18n::Catalogue english =
        loaded(i18n::Catalogue::load(support::assets_dir(), i18n::Language::english));
    board::Palette palette =
        loaded(board::load_palette(support::assets_dir() / "themes" / "papier.theme"));
    pictures::FontFiles fonts = loaded(pictures::FontFiles::load(support::assets_dir() / "fonts"));
};
Desk const& desk();

inline std::string hash_of(char digit) { return std::string(64, digit); }

std::string page(model::Document const& doc, exchange::ReportOptions const& options = {},
                 i18n::Language language = i18n::Language::french);

model::Document const& sample();

} // namespace made
