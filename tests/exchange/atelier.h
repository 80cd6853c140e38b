#pragma once

#include "exchange/images/images.h"
#include "support/folders.h"
#include "support/words.h"

#include <doctest/doctest.h>

#include <utility>

// Resources for drawing without a window.
namespace drawing {

template <class T>
T loaded(base::Result<T> result)
{
    REQUIRE(result);
    return std::move(*result);
}

struct Atelier {
    pictures::FontFiles fonts = loaded(pictures::FontFiles::load(support::assets_dir() / "fonts"));
    board::Palette palette =
        loaded(board::load_palette(support::assets_dir() / "themes" / "papier.theme"));
    board::Raised raised; // no card lies above another
    exchange::Studio studio{support::french(), palette, fonts, raised};
};

} // namespace drawing
