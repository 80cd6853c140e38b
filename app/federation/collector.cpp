#include "federation/collector.h"

#include "journal/codec.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace federation {
namespace {

using base::Errc;
using base::fail;
using base::Result;
using model::Collection;
using model::CollectionState;

std::string bound_of(model::RoundId round, std::string_view key, model::SiteId from)
{
    return fmt::format("cadran ballots {} {} {}", round.value, key, from.value);
}

} // namespace

Collector::Collector(session::Session& session, model::SiteId site, std::set<model::SiteId> formers)
    : session_(session)
    , site_(site)
    , mine_(std::move(formers))
{
    // A box whose key is elsewhere belongs to another machine, of which this one is a copy.
    auto const lost = [](base::Error const& notice) { return notice.where == "box.key_lost"; };
    if (std::ranges::any_of(session_.notices(), lost)) mine_.clear();
    mine_.insert(site_);
}

Result<void> Collector::ask(edit::Actor const& who, model::RoundId round)
{
    auto key = CollectionKey::make();
    if (!key) return fail(key.error());
    auto const* now = model::find<Collection>(session_.document(), round);
    auto const instead = now && now->state == CollectionState::asked ? now->key : std::string{};
    auto const name = key->name();
    auto const done = session_.submit(who, edit::CollectBallots{round, site_, name, instead});
    if (!done) return fail(done.error());
    collecting_.insert_or_assign(round, Collecting{*std::move(key), {}});
    return {};
}

// The collection that this site asked for, once all machines know it.
Collection const* Collector::asked_here(model::RoundId round) const
{
    auto const ours = collecting_.find(round);
    auto const* asked = model::find<Collection>(session_.settled_document(), round);
    bool const here = ours != collecting_.end() && asked &&
                      asked->state == CollectionState::asked &&
                      asked->key == ours->second.key.name();
    return here ? asked : nullptr;
}

std::vector<model::SiteId> Collector::missing(model::RoundId round) const
{
    std::vector<model::SiteId> out;
    auto const* asked = asked_here(round);
    if (!asked) return out;
    auto const& received = collecting_.at(round).received;
    for (auto site : asked->expected)
        if (!mine_.contains(site) && !received.contains(site)) out.push_back(site);
    return out;
}

std::vector<Delivery> Collector::due()
{
    std::vector<Delivery> out;
    for (auto const& [round, asked] : model::table<Collection>(session_.settled_document())) {
        if (asked.state != CollectionState::asked || asked.by == site_) continue;
        // One box, even if several of the sites that this machine was are expected.
        auto ballots = session_.shuffled_ballots(round);
        for (auto site : asked.expected) {
            if (!mine_.contains(site)) continue;
            auto one = delivery(round, asked.key, site, std::exchange(ballots, {}));
            if (one) out.push_back(*std::move(one));
        }
    }
    return out;
}

std::optional<Delivery> Collector::delivery(model::RoundId round, std::string const& key,
                                            model::SiteId from, std::vector<model::Ballot> ballots)
{
    std::vector<journal::BoxRow> rows;
    for (auto& ballot : ballots) rows.push_back({round, {}, std::move(ballot)});
    auto const plain = journal::encode(rows);
    if (!plain) return std::nullopt; // cannot happen: the box refuses what cannot be written
    auto sealed = seal_for(key, bound_of(round, key, from), *plain);
    if (!sealed) return std::nullopt;
    return Delivery{round, key, from, *std::move(sealed)};
}

bool Collector::came(Delivery const& delivery)
{
    auto const ours = collecting_.find(delivery.round);
    if (ours == collecting_.end() || ours->second.key.name() != delivery.key ||
        ours->second.received.contains(delivery.from))
        return false;
    auto const plain = ours->second.key.open(bound_of(delivery.round, delivery.key, delivery.from),
                                             delivery.sealed);
    if (!plain) return false;
    auto rows = journal::decode_box(*plain);
    if (!rows) return false;
    std::vector<model::Ballot> ballots;
    for (auto& row : *rows)
        if (row.round == delivery.round) ballots.push_back(std::move(row.ballot));
    ours->second.received.emplace(delivery.from, std::move(ballots));
    return true;
}

Result<void> Collector::close(edit::Actor const& who, model::RoundId round,
                              std::vector<model::SiteId> const& without)
{
    // Not a second time while the close is on its way to the others.
    if (model::get<model::RoundStatus>(session_.document(), round).state != model::RoundState::open)
        return {};
    auto const& ours = collecting_.at(round);
    session::Collected all{ours.key.name(), {}, site_, without};
    auto const* asked = model::find<Collection>(session_.document(), round);
    for (auto site : asked ? asked->expected : std::vector<model::SiteId>{})
        if (mine_.contains(site)) all.own = site;
    for (auto const& [site, ballots] : ours.received) all.others.push_back({site, ballots});
    auto const closed = session_.close_round(who, round, &all);
    if (!closed) return fail(closed.error());
    return {};
}

Result<void> Collector::count(edit::Actor const& who)
{
    forget_ended();
    for (auto const& [round, one] : collecting_)
        if (asked_here(round) && missing(round).empty())
            if (auto ok = close(who, round, {}); !ok) return ok;
    return {};
}

Result<void> Collector::count_without(edit::Actor const& who, model::RoundId round)
{
    if (!asked_here(round)) return fail(Errc::conflict, "round.not_collecting");
    return close(who, round, missing(round));
}

std::vector<Collector::Waiting> Collector::waiting() const
{
    std::vector<Waiting> out;
    for (auto const& [round, one] : collecting_)
        if (asked_here(round)) out.push_back({round, missing(round)});
    return out;
}

// Forgets the keys of collections that are over for everybody.
void Collector::forget_ended()
{
    std::erase_if(collecting_, [&](auto const& one) {
        auto const of = [&](model::Document const& doc) {
            auto const* now = model::find<Collection>(doc, one.first);
            return now && now->key == one.second.key.name() && now->state == CollectionState::asked;
        };
        return !of(session_.document()) && !of(session_.settled_document());
    });
}

std::string delivery_text(Delivery const& delivery)
{
    return fmt::format("ballots {} {} {}\n", delivery.round.value, delivery.key,
                       delivery.from.value) +
           delivery.sealed;
}

Result<Delivery> delivery_of(std::string_view bytes)
{
    auto const bad = fail(Errc::corrupt, "shared.message");
    auto const end = bytes.substr(0, 256).find('\n');
    if (end == std::string_view::npos) return bad;
    std::vector<std::string_view> words;
    auto rest = bytes.substr(0, end);
    while (!rest.empty()) {
        auto const space = std::min(rest.find(' '), rest.size());
        words.push_back(rest.substr(0, space));
        rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    if (words.size() != 4 || words[0] != "ballots") return bad;
    Delivery out{{}, std::string(words[2]), {}, std::string(bytes.substr(end + 1))};
    auto const number = [](std::string_view digits, std::uint64_t& into) {
        auto const read = std::from_chars(digits.data(), digits.data() + digits.size(), into);
        return read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
    };
    if (!number(words[1], out.round.value) || !number(words[3], out.from.value)) return bad;
    return out;
}

} // namespace federation
