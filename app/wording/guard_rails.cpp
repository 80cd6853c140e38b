#include "wording/guard_rails.h"

#include "wording/times.h"

namespace wording {

std::string notice(i18n::Catalogue const& words, model::Document const& doc, model::CaseId on,
                   analysis::Notice notice)
{
    if (notice == analysis::Notice::open)
        return words.plural("guard.notice.open", analysis::open_questions(doc, on));
    return words.text("guard.notice." + std::string(base::name_of(notice)));
}

std::string level(i18n::Catalogue const& words, model::AiAct level)
{
    return words.text("guard.level." + std::string(base::name_of(level)));
}

std::string asked_of(i18n::Catalogue const& words, model::Question const& question)
{
    return words.text("guard.of." + std::string(base::name_of(question.of))) + " · " +
           subject(words, question.subject);
}

std::string subject(i18n::Catalogue const& words, model::Subject subject)
{
    return words.text("guard.subject." + std::string(base::name_of(subject)));
}

std::string open_among(i18n::Catalogue const& words, int open, std::size_t of)
{
    if (open == 0) return words.text("guard.none_open");
    return words.text("guard.open_of", words.plural("guard.open", open), of);
}

std::string reply(i18n::Catalogue const& words, model::Reply reply)
{
    switch (reply) {
    case model::Reply::yes: return words.text("guard.yes");
    case model::Reply::no: return words.text("guard.no");
    case model::Reply::planned: return words.text("guard.planned");
    case model::Reply::none: break;
    }
    return words.text("guard.unanswered");
}

std::string who_and_when(i18n::Catalogue const& words, model::GuardAnswer const& answer)
{
    if (answer.who.empty() && answer.when.empty()) return words.text("guard.nobody");
    if (answer.who.empty()) return day(words, answer.when);
    if (answer.when.empty()) return answer.who;
    return answer.who + ", " + day(words, answer.when);
}

} // namespace wording
