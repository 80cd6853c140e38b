#include "model/follow.h"
#include "session/session.h"

#include <cassert>
#include <utility>

// What a shared session does beside the others.
namespace session {

using base::Result;
using journal::Entry;

namespace {

bool ends_a_round(Entry const& entry)
{
    for (auto const& change : entry.changes)
        if (change.is<model::Edit<model::RoundStatus>>()) return true;
    return false;
}

} // namespace

void Session::share(Sharing& with, std::set<model::SiteId> mine)
{
    sharing_ = &with;
    mine_ = std::move(mine);
}

void Session::unshare() { sharing_ = nullptr; }

Result<void> Session::may(Origin const& what)
{
    return sharing_ ? sharing_->may(what) : Result<void>{};
}

void Session::settle_first(Entry const& first)
{
    assert(pending_ > 0);
    if (--pending_ == 0)
        settled_.reset();
    else
        settled_->pass(first);
    if (!ends_a_round(first)) return;
    tokens_.clear();
    settle_box();
}

void Session::take_back()
{
    if (pending_ == 0) return;
    auto const kept = recent_->size() - std::min<std::size_t>(recent_->size(), pending_);
    recent_ = std::make_shared<View::Entries>(recent_->begin(),
                                              recent_->begin() + static_cast<std::ptrdiff_t>(kept));
    now_ = *std::exchange(settled_, std::nullopt);
    pending_ = 0;
    ++taken_back_;
}

Result<void> Session::fits(Entry const& entry, After after) const
{
    auto document = after == After::settled ? settled_document() : now_.document;
    auto ok = model::follow(document, entry.changes);
    if (!ok) return base::fail(ok.error().code, ok.error().where, ok.error().detail, entry.n + 1);
    return ok;
}

void Session::take_in(Entry const& entry)
{
    assert(pending_ == 0);
    pass(entry);
    if (!ends_a_round(entry)) return;
    tokens_.clear();
    settle_box();
}

void Session::resume(Entry const& entry)
{
    if (!settled_) settled_ = now_;
    ++pending_;
    pass(entry);
}

Result<Entry> Session::put_again(Origin const& origin, Entry entry)
{
    assert(sharing_);
    if (auto ok = model::check(now_.document, entry.changes); !ok) return base::fail(ok.error());
    if (!log_->writable()) return base::fail(log_->why_closed());
    sharing_->coming(origin);
    entry.n = log_->size() + 1;
    if (auto ok = append(entry); !ok) return base::fail(ok.error());
    return entry;
}

bool comes_later(base::Error const& why)
{
    return why.where == "shared.link" || why.where == "shared.empty" ||
           why.where == "shared.partial";
}

} // namespace session
