#pragma once

#include "i18n/catalogue.h"
#include "model/records.h"

#include <array>
#include <string>

// The notice on personal data that phones show before they join.
namespace wording {

// A part of it: `name` begins its keys in the catalogue, `text` is where people's own text is kept.
struct NoticePart {
    char const* name;
    std::string model::Notice::*text;
};
inline constexpr std::array notice_parts{
    NoticePart{"who", &model::Notice::who},       NoticePart{"why", &model::Notice::why},
    NoticePart{"what", &model::Notice::what},     NoticePart{"ground", &model::Notice::ground},
    NoticePart{"long", &model::Notice::how_long}, NoticePart{"rights", &model::Notice::rights}};

std::string notice_head(i18n::Catalogue const& words, NoticePart const& part);
// The prepared text. `organisation`: for whom the workshop is held; may be empty.
std::string prepared_notice(i18n::Catalogue const& words, NoticePart const& part,
                            std::string const& organisation);
// The text of `own`, else the prepared one: also where the own text was erased from the session.
std::string notice_text(i18n::Catalogue const& words, NoticePart const& part,
                        model::Notice const& own, std::string const& organisation);

// The language of a catalogue, as records name it.
model::Tongue tongue_of(i18n::Catalogue const& words);

} // namespace wording
