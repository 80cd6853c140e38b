#include "edit/plan.h"
#include "model/turnout.h"

#include <algorithm>

namespace edit {
namespace {

using model::Collection;
using model::CollectionState;
using model::Lead;
using model::RoundStatus;
using model::Site;
using model::SitePart;
using model::SiteState;

constexpr std::uint64_t site_end = std::uint64_t{1} << 20U;
constexpr std::size_t label_max = 200, key_digits = 64;

bool is_here(Document const& doc, model::SiteId id)
{
    auto const* site = model::find<Site>(doc, id);
    return site && site->state == SiteState::here;
}

void put_state(Document const& doc, model::SiteId id, SiteState state, Changes& out)
{
    auto site = model::get<Site>(doc, id);
    site.state = state;
    model::put<Site>(out, doc, id, std::move(site));
}

// A site that was taken off the list, and is heard again: under its number, if that is free.
Result<Changes> come_back(Document const& doc, JoinSite const& c)
{
    auto const was = model::get<Site>(doc, c.id);
    if (was.state == SiteState::here || c.instead_of) return fail(Errc::conflict, "site.id");
    for (auto const& [id, other] : model::table<Site>(doc))
        if (other.number == was.number && other.state == SiteState::here)
            return fail(Errc::conflict, "site.replaced");
    Changes out;
    put_state(doc, c.id, SiteState::here, out);
    return out;
}

} // namespace

Result<Changes> plan_one(Document const& doc, JoinSite const& c)
{
    if (!c.id || c.id.value >= site_end) return fail(Errc::invalid, "site.id");
    if (model::find<Site>(doc, c.id)) return come_back(doc, c);
    if (c.label.size() > label_max) return fail(Errc::invalid, "site.label", "why.long.label");
    Site site{0, c.label, c.part, SiteState::here};
    Changes out;
    if (c.instead_of) {
        if (!is_here(doc, c.instead_of)) return fail(Errc::conflict, "site.replaced");
        site.number = model::get<Site>(doc, c.instead_of).number;
        put_state(doc, c.instead_of, SiteState::left, out);
    } else {
        for (auto const& [id, other] : model::table<Site>(doc))
            site.number = std::max(site.number, other.number);
        ++site.number;
    }
    model::put<Site>(out, doc, c.id, std::move(site));
    auto const holder = model::get<Lead>(doc).site;
    if (c.part == SitePart::facilitator && (!holder || holder == c.instead_of))
        model::put<Lead>(out, doc, {}, Lead{c.id});
    return out;
}

Result<Changes> plan_one(Document const& doc, LeaveSite const& c)
{
    if (!model::find<Site>(doc, c.id)) return fail(Errc::not_found, "site");
    Changes out;
    put_state(doc, c.id, SiteState::left, out);
    return out;
}

Result<Changes> plan_one(Document const& doc, PassLead const& c)
{
    if (!is_here(doc, c.to)) return fail(Errc::not_found, "site");
    if (model::get<Site>(doc, c.to).part != SitePart::facilitator)
        return fail(Errc::denied, "site.part");
    if (model::get<Lead>(doc).site != c.from) return fail(Errc::conflict, "lead.passed");
    Changes out;
    model::put<Lead>(out, doc, {}, Lead{c.to});
    return out;
}

Result<Changes> plan_one(Document const& doc, CollectBallots const& c)
{
    if (model::get<RoundStatus>(doc, c.round).state != model::RoundState::open)
        return fail(Errc::conflict, "round.not_open");
    if (!is_here(doc, c.by)) return fail(Errc::not_found, "site");
    if (c.key.size() != key_digits) return fail(Errc::invalid, "collection.key");
    auto const* now = model::collection_in_progress(doc, c.round);
    if ((now ? now->key : std::string{}) != c.instead_of)
        return fail(Errc::conflict, "round.collecting");
    Collection next{c.by, c.key, {}, {}, CollectionState::asked};
    for (auto const& [id, site] : model::table<Site>(doc))
        if (site.state == SiteState::here && site.part != SitePart::reader)
            next.expected.push_back(id);
    Changes out;
    model::put<Collection>(out, doc, c.round, std::move(next));
    return out;
}

Result<Changes> plan_one(Document const& doc, DropCollection const& c)
{
    auto const* now = model::collection_in_progress(doc, c.round);
    if (!now || now->key != c.key) return fail(Errc::conflict, "round.not_collecting");
    Changes out;
    model::drop<Collection>(out, doc, c.round);
    return out;
}

Result<void> end_collection(Document const& doc, CloseRound const& c, Changes& out)
{
    auto const* now = model::collection_in_progress(doc, c.id);
    if (!now && c.collection.empty()) return {};
    if (!now || now->key != c.collection) return fail(Errc::conflict, "round.collecting");
    auto ended = *now;
    ended.state = CollectionState::counted;
    for (auto id : c.missing) {
        if (std::ranges::find(ended.expected, id) == ended.expected.end())
            return fail(Errc::invalid, "collection.missing");
        ended.missing.push_back(id);
    }
    model::put<Collection>(out, doc, c.id, std::move(ended));
    return {};
}

} // namespace edit
