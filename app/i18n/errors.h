#pragma once

#include "i18n/catalogue.h"

namespace i18n {

// The message of an error: the text of "error.<where>" with the detail as {0} (a detail starting
// with "why." is itself a key, the part after its first space being its {0}), else the text of
// "error.kind.<kind>"; with the line of the file if it has one.
std::string sentence(Catalogue const& words, base::Error const& error);

} // namespace i18n
