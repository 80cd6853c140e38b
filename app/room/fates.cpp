#include "room/fates.h"

#include "model/change.h"

#include <vector>

namespace room {
namespace {

using model::CaseId;
using model::ProposalId;

} // namespace

base::Result<Fates> Fates::of(journal::Log const& log, std::set<ProposalId> const& which)
{
    Fates out;
    if (which.empty()) return out;
    for (std::uint64_t n = 1; n <= log.size(); ++n) {
        auto const entry = log.entry(n);
        if (!entry) return base::fail(entry.error());
        out.learn(*entry);
    }
    return out;
}

// In one entry, removed proposals and added cases are in the same order (edit/plan_board.cpp).
void Fates::learn(journal::Entry const& entry)
{
    std::vector<ProposalId> gone, received;
    std::vector<CaseId> came;
    std::set<ProposalId> waits;
    for (auto const& change : entry.changes) {
        if (auto const* one = change.as<model::Edit<model::Proposal>>()) {
            if (one->after) said_[one->key] = *one->after, waits.insert(one->key);
            if (!one->after) gone.push_back(one->key);
        } else if (auto const* got = change.as<model::Edit<model::Received>>()) {
            if (got->after && !got->before) received.push_back(got->key);
        } else if (auto const* text = change.as<model::Edit<model::Case>>()) {
            if (text->after && !text->before) came.push_back(text->key);
        }
    }
    for (auto id : received)
        if (!waits.contains(id)) gone.push_back(id);
    for (std::size_t i = 0; i < gone.size(); ++i)
        became_[gone[i]] = gone.size() == came.size() ? came[i] : CaseId{};
}

std::optional<Fates::Told> Fates::of(model::Document const& doc, ProposalId id) const
{
    if (auto const* waits = model::find<model::Proposal>(doc, id))
        return Told{Fate::waiting, {}, *waits};
    auto const became = became_.find(id);
    if (became == became_.end()) return std::nullopt;
    Told told{Fate::refused};
    if (auto const text = said_.find(id); text != said_.end()) told.text = text->second;
    auto const* as = model::find<model::Case>(doc, became->second);
    if (!as) return told;
    if (told.text.title.empty()) {
        told.text.title = as->title;
        told.text.description = as->description;
        told.text.domain = as->domain;
    }
    auto const* merge = model::find<model::Merge>(doc, became->second);
    told.fate = merge ? Fate::merged : Fate::accepted;
    told.on = merge ? merge->into : became->second;
    return told;
}

} // namespace room
