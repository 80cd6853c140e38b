#include "model/personal.h"

#include <algorithm>
#include <array>

namespace model {
namespace {

using enum Personal;

constexpr auto known_fields = std::to_array<PersonalField>({
    {"profile", "title", wording},
    {"profile", "language", none},
    {"profile", "template", none},
    {"profile", "item", none},
    {"profile", "items", none},
    {"prompt", "question", wording},
    {"prompt", "instruction", wording},
    {"notice", "who", free_text},
    {"notice", "why", free_text},
    {"notice", "what", free_text},
    {"notice", "ground", free_text},
    {"notice", "how_long", free_text},
    {"notice", "rights", free_text},
    {"case", "title", wording},
    {"case", "short_title", wording},
    {"case", "need", free_text},
    {"case", "description", free_text},
    {"case", "domain", wording},
    {"case", "proposer", proposer},
    {"case", "source", free_text},
    {"case", "cost", wording},
    {"case", "notes", free_text},
    {"group", "title", wording},
    {"proposal", "title", wording},
    {"proposal", "description", free_text},
    {"proposal", "domain", wording},
    {"proposal", "from", proposer},
    {"annotation", "text", free_text},
    {"axis", "title", wording},
    {"axis", "short_title", wording},
    {"axis", "opportunity", wording},
    {"axis", "opportunity_low", wording},
    {"axis", "opportunity_high", wording},
    {"axis", "risk", wording},
    {"axis", "risk_low", wording},
    {"axis", "risk_high", wording},
    {"axis", "launch", wording},
    {"axis", "safeguards", wording},
    {"axis", "comfort", wording},
    {"axis", "aside", wording},
    {"axis", "severity", wording},
    {"axis", "likelihood", wording},
    {"round", "question", wording},
    {"round", "labels", wording},
    {"tie_decision", "reason", free_text},
    {"placement", "reason", free_text},
    {"decision", "reason", free_text},
    {"decision", "owner", name},
    {"decision", "review", none},
    {"decision", "question", free_text},
    {"question", "text", wording},
    {"guard_answer", "who", name},
    {"guard_answer", "when", free_text},
    {"redaction", "former_hash", none},
    {"redaction", "word", none},
    {"site", "label", wording},
    {"collection", "key", none},
});

} // namespace

void ErasedTexts::note(Personal kind)
{
    switch (kind) {
    case proposer: ++proposers; break;
    case name: ++names; break;
    case Personal::free_text: ++this->free_text; break;
    case Personal::wording: ++this->wording; break;
    case none: break;
    }
}

ErasedTexts operator+(ErasedTexts a, ErasedTexts const& b)
{
    a.proposers += b.proposers, a.names += b.names;
    a.free_text += b.free_text, a.wording += b.wording;
    return a;
}

ErasedTexts operator-(ErasedTexts a, ErasedTexts const& b)
{
    a.proposers -= b.proposers, a.names -= b.names;
    a.free_text -= b.free_text, a.wording -= b.wording;
    return a;
}

std::span<PersonalField const> personal_fields() { return known_fields; }

Personal personal(std::string_view record, std::string_view field)
{
    auto const it = std::ranges::find_if(known_fields, [&](PersonalField const& one) {
        return one.record == record && one.field == field;
    });
    return it == known_fields.end() ? none : it->kind;
}

} // namespace model
