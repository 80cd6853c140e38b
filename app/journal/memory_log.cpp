#include "journal/memory_log.h"

#include "journal/chain.h"
#include "journal/codec.h"

#include <algorithm>

namespace journal {

using base::Errc;
using base::fail;

base::Result<void> MemoryBox::put(model::RoundId round, std::string const& token,
                                  model::Ballot const& ballot)
{
    ballots_[round].insert_or_assign(token, ballot);
    return {};
}

base::Result<void> MemoryBox::withdraw(model::RoundId round, std::string const& token)
{
    auto const found = ballots_.find(round);
    if (found == ballots_.end()) return {};
    found->second.erase(token);
    if (found->second.empty()) ballots_.erase(found);
    return {};
}

std::size_t MemoryBox::count(model::RoundId round) const
{
    auto const found = ballots_.find(round);
    return found == ballots_.end() ? 0 : found->second.size();
}

bool MemoryBox::holds(model::RoundId round, std::string const& token) const
{
    auto const found = ballots_.find(round);
    return found != ballots_.end() && found->second.contains(token);
}

std::set<std::string> MemoryBox::tokens(model::RoundId round) const
{
    std::set<std::string> out;
    if (auto const found = ballots_.find(round); found != ballots_.end())
        for (auto const& [token, ballot] : found->second) out.insert(token);
    return out;
}

std::vector<model::RoundId> MemoryBox::rounds() const
{
    std::vector<model::RoundId> out;
    for (auto const& [round, ballots] : ballots_) out.push_back(round);
    return out;
}

std::vector<model::Ballot> MemoryBox::ballots(model::RoundId round) const
{
    std::vector<model::Ballot> out;
    if (auto const found = ballots_.find(round); found != ballots_.end())
        for (auto const& [token, ballot] : found->second) out.push_back(ballot);
    return out;
}

base::Result<void> MemoryBox::destroy(model::RoundId round)
{
    ballots_.erase(round);
    return {};
}

std::vector<base::Error> MemoryBox::settle(std::function<Round(model::RoundId)> const& say)
{
    std::erase_if(ballots_, [&](auto const& one) { return say(one.first) != Round::open; });
    return {};
}

std::size_t MemoryBox::size() const
{
    std::size_t out = 0;
    for (auto const& [round, ballots] : ballots_) out += ballots.size();
    return out;
}

base::Result<Entry> MemoryLog::entry(std::uint64_t n) const
{
    if (n < 1 || n > entries_.size())
        return fail(Errc::not_found, "replay.entry", std::to_string(size()));
    return entries_[n - 1];
}

std::string MemoryLog::hash(std::uint64_t n) const
{
    return n == 0 || n > hashes_.size() ? link({}, {}) : hashes_[n - 1];
}

void MemoryLog::end_at(std::uint64_t n)
{
    entries_.resize(std::min<std::size_t>(n, entries_.size()));
    hashes_.resize(entries_.size());
    ended_ = true;
}

base::Result<void> MemoryLog::append(Entry const& entry)
{
    if (ended_) return fail(why_closed());
    if (entry.n != size() + 1) return fail(Errc::invalid, "file.entry", std::to_string(entry.n));
    auto json = encode(entry);
    if (!json) return fail(json.error());
    hashes_.push_back(link(hash(size()), *json));
    entries_.push_back(entry);
    return {};
}

} // namespace journal
