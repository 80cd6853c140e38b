#pragma once

#include "i18n/catalogue.h"

namespace support {

// The texts of the program, read once.
i18n::Catalogue const& words(i18n::Language language);
i18n::Catalogue const& french();

} // namespace support
