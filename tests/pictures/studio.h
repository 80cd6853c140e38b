#pragma once

#include "i18n/catalogue.h"
#include "pictures/font_files.h"
#include "pictures/pen.h"
#include "support/folders.h"

#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Resources for drawing without a window.
namespace {

template <class T>
T loaded(base::Result<T> result)
{
    REQUIRE(result);
    return std::move(*result);
}

struct Studio {
    pictures::FontFiles fonts = loaded(pictures::FontFiles::load(support::assets_dir() / "fonts"));
    board::Palette palette =
        loaded(board::load_palette(support::assets_dir() / "themes" / "papier.theme"));
    i18n::Catalogue words =
        loaded(i18n::Catalogue::load(support::assets_dir(), i18n::Language::french));
    std::unique_ptr<pictures::Measure> measure = fonts.at(1);
    pictures::Means means{palette, words, *measure, 1};
};

inline Studio const& studio()
{
    static Studio const one;
    return one;
}

inline pictures::List drawn(std::function<void(pictures::Pen&)> const& draw)
{
    pictures::List list;
    pictures::Pen pen(studio().means, list);
    draw(pen);
    return list;
}

template <class T>
std::vector<T> all_of(pictures::List const& list)
{
    std::vector<T> out;
    for (auto const& item : list.items)
        if (auto const* one = std::get_if<T>(&item)) out.push_back(*one);
    return out;
}

// The texts in it.
inline std::vector<std::string> said(pictures::List const& list)
{
    std::vector<std::string> out;
    for (auto const& text : all_of<pictures::Text>(list)) out.push_back(text.text);
    return out;
}

} // namespace
