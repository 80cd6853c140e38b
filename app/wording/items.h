#pragma once

#include "i18n/catalogue.h"
#include "model/document.h"

namespace wording {

// Texts call the cases as the session does. `shown`: the document as shown in the language of the
// catalogue (exchange::Templates).
inline void call_items(i18n::Catalogue& words, model::Document const& shown)
{
    auto const profile = model::get<model::Profile>(shown);
    words.call_items({profile.item, profile.items});
}

} // namespace wording
