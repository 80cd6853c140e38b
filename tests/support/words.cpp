#include "support/words.h"

#include "support/folders.h"

namespace support {

i18n::Catalogue const& words(i18n::Language language)
{
    static auto const french = i18n::Catalogue::load(assets_dir(), i18n::Language::french).value();
    static auto const english =
        i18n::Catalogue::load(assets_dir(), i18n::Language::english).value();
    return language == i18n::Language::french ? french : english;
}

i18n::Catalogue const& french() { return words(i18n::Language::french); }

} // namespace support
