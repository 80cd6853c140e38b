#include "wording/notice.h"

#include "model/personal.h"

#include <algorithm>

namespace wording {
namespace {

std::string key_of(NoticePart const& part) { return std::string("room.notice.") + part.name; }

} // namespace

std::string notice_head(i18n::Catalogue const& words, NoticePart const& part)
{
    return words.text(key_of(part) + ".head");
}

std::string prepared_notice(i18n::Catalogue const& words, NoticePart const& part,
                            std::string const& organisation)
{
    if (part.text == &model::Notice::who && !organisation.empty())
        return words.text("room.notice.who.of", organisation);
    return words.text(key_of(part));
}

std::string notice_text(i18n::Catalogue const& words, NoticePart const& part,
                        model::Notice const& own, std::string const& organisation)
{
    auto const& text = own.*part.text;
    bool const erased = std::ranges::find(model::erased_words, text) != model::erased_words.end();
    return text.empty() || erased ? prepared_notice(words, part, organisation) : text;
}

model::Tongue tongue_of(i18n::Catalogue const& words)
{
    return words.language() == i18n::Language::english ? model::Tongue::english
                                                       : model::Tongue::french;
}

} // namespace wording
