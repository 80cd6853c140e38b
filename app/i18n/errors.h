#pragma once

#include "i18n/catalogue.h"

namespace i18n {

// An error as one sentence: what its `where` says (key "error.<where>", {0} being its detail; one
// that begins with "why." is itself a key, what follows its first space being its {0}), else what
// its kind says ("error.kind.<kind>"), and the line of the file when it has one.
std::string sentence(Catalogue const& words, base::Error const& error);

} // namespace i18n
