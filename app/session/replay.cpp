#include "session/replay.h"

#include "model/change.h"

#include <algorithm>

namespace session {
namespace {

std::uint64_t between(std::uint64_t a, std::uint64_t b) { return a < b ? b - a : a - b; }

// Files older than axis places do not store the place of an axis: the inverse of removing or
// changing it is not known.
bool has_inverse(model::Changes const& changes)
{
    return std::ranges::none_of(changes, [](model::Change const& change) {
        auto const* axis = change.as<model::Edit<model::Axis>>();
        return axis && axis->before && axis->before->place == 0;
    });
}

} // namespace

base::Result<journal::Entry> Replay::read(std::uint64_t n)
{
    ++read_;
    return log_->entry(n);
}

// Chooses the nearest start for `n`: the present position, the beginning or a milestone; only the
// last two when moving back is impossible.
void Replay::start_near(std::uint64_t n, From from)
{
    bool const stays = from == From::anywhere || reached_ <= n;
    auto best = stays ? between(reached_, n) : n;
    if (!stays || n < best) {
        best = n;
        reached_ = 0;
        doc_ = {};
    }
    for (auto const& one : milestones_.all()) {
        if (between(one.n, n) >= best || (from == From::before && one.n > n)) continue;
        best = between(one.n, n);
        reached_ = one.n;
        doc_ = one.document;
    }
}

base::Result<void> Replay::forward()
{
    auto const next = reached_ + 1;
    auto const entry = read(next);
    if (!entry) return base::fail(entry.error());
    if (auto ok = model::apply(doc_, entry->changes); !ok)
        return base::fail(base::Errc::corrupt, "file.entry", std::to_string(next), next + 1);
    reached_ = next;
    milestones_.pass(next, doc_);
    return {};
}

base::Result<void> Replay::back(std::uint64_t to)
{
    auto entry = read(reached_);
    if (!entry) return base::fail(entry.error());
    if (!has_inverse(entry->changes)) {
        start_near(to, From::before);
        return {};
    }
    if (auto ok = model::apply(doc_, model::inverse(std::move(entry->changes))); !ok)
        return base::fail(base::Errc::corrupt, "file.entry", std::to_string(reached_),
                          reached_ + 1);
    --reached_;
    return {};
}

base::Result<model::Document> Replay::at(std::uint64_t n)
{
    if (n > log_->size())
        return base::fail(base::Errc::not_found, "replay.entry", std::to_string(log_->size()));
    start_near(n, From::anywhere);
    while (reached_ != n)
        if (auto ok = reached_ < n ? forward() : back(n); !ok) return base::fail(ok.error());
    return doc_;
}

} // namespace session
