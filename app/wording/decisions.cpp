#include "wording/decisions.h"

namespace wording {

std::string verdict(i18n::Catalogue const& words, model::Verdict verdict)
{
    if (verdict == model::Verdict::none) return words.text("decide.none");
    return words.text("verdict." + std::string(base::name_of(verdict)));
}

std::string decided(i18n::Catalogue const& words, model::Body body, model::Verdict verdict,
                    std::string const& reason)
{
    auto const* key =
        body == model::Body::committee ? "decide.committee.says" : "decide.workshop.says";
    auto const said = words.text(key, wording::verdict(words, verdict));
    return reason.empty() ? said : said + " · " + reason;
}

std::string asked(i18n::Catalogue const& words, model::Body body, std::string const& question)
{
    return words.text(body == model::Body::committee ? "decide.committee.asks"
                                                     : "decide.workshop.asks",
                      question);
}

std::string decision_counts(i18n::Catalogue const& words, int ranked, int decided, int left)
{
    return words.text("decide.line", words.plural("decide.ranked", ranked),
                      words.plural("decide.taken", decided), left);
}

std::string with_open_questions(i18n::Catalogue const& words, std::int64_t decisions)
{
    return words.plural("guard.decided_open", decisions);
}

std::string gap(i18n::Catalogue const& words, analysis::Verdicts const& verdicts)
{
    return words.text("decide.gap", words.plural("decide.gap.pairs", verdicts.against),
                      words.number(verdicts.pairs));
}

std::string lifted_over(i18n::Catalogue const& words, int cases)
{
    return words.plural("decide.gap.lifted", cases);
}

std::string passed_by(i18n::Catalogue const& words, int cases)
{
    return words.plural("decide.gap.passed", cases);
}

} // namespace wording
