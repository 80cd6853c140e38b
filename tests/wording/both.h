#pragma once

#include "i18n/catalogue.h"
#include "support/folders.h"

#include <ostream>
#include <string>

namespace test {

inline i18n::Catalogue const& catalogue(i18n::Language language)
{
    static auto const french =
        i18n::Catalogue::load(support::assets_dir(), i18n::Language::french).value();
    static auto const english =
        i18n::Catalogue::load(support::assets_dir(), i18n::Language::english).value();
    return language == i18n::Language::french ? french : english;
}

// One sentence in both languages.
struct Both {
    std::string french, english;
    friend bool operator==(Both const&, Both const&) = default;
    friend std::ostream& operator<<(std::ostream& out, Both const& both)
    {
        return out << both.french << " | " << both.english;
    }
};

// What `say` makes of either catalogue.
template <class Say>
Both both(Say&& say)
{
    return {say(catalogue(i18n::Language::french)), say(catalogue(i18n::Language::english))};
}

} // namespace test
