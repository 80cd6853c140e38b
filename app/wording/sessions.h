#pragma once

#include "i18n/catalogue.h"
#include "model/document.h"

#include <cstdint>
#include <string>
#include <string_view>

// Texts about sessions and their files. Unix times in milliseconds.
namespace wording {

// "12 cas, 8 axes, 2 votes, 40 positions, 5 décisions".
std::string contents(i18n::Catalogue const& words, model::Document const& doc);
// "journal : 128 entrées, empreinte 0123456789abcdef…"; the hash in hexadecimal digits.
std::string in_the_journal(i18n::Catalogue const& words, std::uint64_t entries,
                           std::string_view hash);
std::string entries(i18n::Catalogue const& words, std::uint64_t entries);

// The number of erased texts: "12 auteurs, 3 noms et 40 textes libres".
std::string erased(i18n::Catalogue const& words, model::ErasedTexts const& texts);

// A listed session: "Isère · 23 novembre 2026 · 12 cas"; without the place if none is set.
std::string recent(i18n::Catalogue const& words, std::string const& place, std::int64_t changed_ms,
                   std::size_t cases);
// Its present step: "4 Placer".
std::string step(i18n::Catalogue const& words, model::Step step);
// A session that was not closed properly, and what was saved.
std::string interrupted(i18n::Catalogue const& words, model::Document const& doc,
                        std::size_t ballots, std::int64_t changed_ms);
// The default title of a session started on a day.
std::string dated_title(i18n::Catalogue const& words, std::int64_t at_ms);

// "512 o", "13 ko", "1,3 Mo"; decimal units.
std::string file_size(i18n::Catalogue const& words, std::uint64_t bytes);

} // namespace wording
