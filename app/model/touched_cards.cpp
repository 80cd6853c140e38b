#include "model/touched_cards.h"

#include <utility>

namespace model {

std::vector<CaseId> touched_cards(Changes const& changes)
{
    std::vector<CaseId> touched;
    for (auto const& change : changes) {
        if (auto const* card = change.as<Edit<CardPlace>>()) touched.push_back(card->key);
        if (auto const* text = change.as<Edit<Case>>()) touched.push_back(text->key);
    }
    return touched;
}

void note_touched(std::uint64_t n, Changes const& changes, Touches& touches)
{
    if (auto cards = touched_cards(changes); !cards.empty()) touches.set(n, {std::move(cards)});
}

} // namespace model
