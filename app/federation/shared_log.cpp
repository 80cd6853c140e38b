#include "federation/shared_log.h"

#include "journal/lines.h"

namespace federation {

using base::Errc;
using base::fail;
using base::Result;

SharedLog::SharedLog(std::unique_ptr<journal::FileLog> shared, Outbox outbox, std::uint64_t next_id)
    : shared_(std::move(shared))
    , outbox_(std::move(outbox))
    , next_id_(next_id)
{
}

SharedLog::~SharedLog()
{
    if (pending_.empty() && !holds_ && !owes_ && resumed_) outbox_.remove();
}

Result<journal::Entry> SharedLog::entry(std::uint64_t n) const
{
    if (n <= shared() || n > size()) return shared_->entry(n);
    return pending_[n - shared() - 1].entry;
}

std::string SharedLog::hash(std::uint64_t n) const
{
    if (n <= shared()) return shared_->hash(n);
    return n > size() ? std::string{} : journal::hash_of_line(pending_[n - shared() - 1].line);
}

Result<void> SharedLog::append(journal::Entry const& entry)
{
    if (!writable()) return fail(why_closed());
    if (entry.n != size() + 1 || !coming_)
        return fail(Errc::invalid, "file.entry", std::to_string(entry.n));
    auto line = journal::written_line(entry, hash(size()), shared_->header().version);
    if (!line) return fail(line.error());
    auto const kept = std::exchange(kept_id_, 0);
    Item item{kept != 0 ? kept : next_id_, *std::exchange(coming_, std::nullopt), *std::move(line),
              entry};
    if (!holds_) {
        if (auto ok = shared_->check_kept(); !ok) return ok;
        if (owes_)
            if (auto ok = write_outbox(); !ok) return ok;
        if (auto ok = outbox_.add(item); !ok) return ok;
    }
    if (kept == 0) ++next_id_;
    pending_.push_back(std::move(item));
    return {};
}

Result<void> SharedLog::share_first()
{
    if (auto ok = shared_->append_line(pending_.front().line); !ok) return ok;
    pending_.pop_front();
    // The item stays in the file: its entry is found in the session file when it is read again.
    if (pending_.empty() && !holds_ && !owes_ && outbox_.large()) (void)outbox_.replace({});
    return {};
}

Result<void> SharedLog::write_outbox()
{
    holds_ = false;
    owes_ = true;
    for (; !aside_.empty(); aside_.pop_front())
        if (auto ok = outbox_.put_aside(aside_.front().first, aside_.front().second); !ok)
            return ok;
    std::vector<Item> const items(pending_.begin(), pending_.end());
    auto done = outbox_.replace(items);
    owes_ = !done;
    return done;
}

} // namespace federation
