#pragma once

#include "federation/outbox.h"
#include "journal/file_log.h"

#include <deque>
#include <memory>

namespace federation {

// The entries of a shared session: those of its file, which all machines have in the same order,
// then the pending ones of this machine, in its outbox. An entry that the session appends is
// pending.
class SharedLog : public journal::Log {
public:
    // `outbox` must be loaded.
    SharedLog(std::unique_ptr<journal::FileLog> shared, Outbox outbox, std::uint64_t next_id);
    // Removes the outbox if everything is shared.
    ~SharedLog() override;

    [[nodiscard]] std::uint64_t size() const override { return shared_->size() + pending_.size(); }
    [[nodiscard]] base::Result<journal::Entry> entry(std::uint64_t n) const override;
    [[nodiscard]] std::string hash(std::uint64_t n) const override;
    base::Result<void> append(journal::Entry const& entry) override;
    [[nodiscard]] bool writable() const override { return shared_->writable(); }
    [[nodiscard]] base::Error why_closed() const override { return shared_->why_closed(); }
    base::Result<void> check_kept() override { return shared_->check_kept(); }
    [[nodiscard]] bool stopped() const override { return shared_->stopped(); }
    void end_at(std::uint64_t n) override { shared_->end_at(n); }
    // Of the shared entries.
    [[nodiscard]] base::Result<void> save_copy(std::filesystem::path const& path,
                                               Beside const& beside = {}) const override
    {
        return shared_->save_copy(path, beside);
    }

    // What the next appended entry comes from.
    void coming(session::Origin origin) { coming_ = std::move(origin); }

    // Number of shared entries.
    [[nodiscard]] std::uint64_t shared() const { return shared_->size(); }
    // A line of the session file, 1..shared() + 1; the first is the header.
    [[nodiscard]] std::string line(std::uint64_t number) const { return shared_->line(number - 1); }
    [[nodiscard]] std::deque<Item> const& pending() const { return pending_; }

    // The first pending entry becomes the next shared one. Errors of journal::FileLog::append_line.
    base::Result<void> share_first();
    // Appends a shared entry of another machine; nothing may be pending.
    base::Result<void> take_in(std::string_view line) { return shared_->append_line(line); }
    // Takes the pending items out; their file stays until `write_outbox`.
    std::deque<Item> take_back() { return std::exchange(pending_, {}); }
    // A pending item that is in the outbox already.
    void resume(Item item) { pending_.push_back(std::move(item)); }
    // All items of the outbox are now pending here, or shared, or refused.
    void end_resuming() { resumed_ = true; }
    // Entries appended from now on are not written to the outbox one by one, until `write_outbox`.
    void hold_outbox() { holds_ = true; }
    // The next appended item is this one, planned again.
    void keep_id(std::uint64_t id) { kept_id_ = id; }
    // Keeps an item that cannot be shared with the reason, at the next `write_outbox`.
    void put_aside(Item item, base::Error why)
    {
        aside_.emplace_back(std::move(item), std::move(why));
    }
    // Writes the items put aside, then the pending ones. After an error nothing is lost and nothing
    // may be published: the outbox still has the items as they were.
    base::Result<void> write_outbox();
    [[nodiscard]] bool owes_outbox() const { return owes_; }

private:
    std::unique_ptr<journal::FileLog> shared_;
    Outbox outbox_;
    std::deque<Item> pending_;
    std::optional<session::Origin> coming_;
    std::uint64_t next_id_, kept_id_ = 0;
    std::deque<std::pair<Item, base::Error>> aside_;
    bool holds_ = false, owes_ = false, resumed_ = false;
};

} // namespace federation
