#include "room/limits.h"

#include <algorithm>

namespace room {

void Pace::forget(std::int64_t now_ms)
{
    // Also drops times in the future, left by a clock that was set back.
    while (!at_.empty() && (at_.front() + span_ms_ <= now_ms || at_.front() > now_ms))
        at_.pop_front();
}

std::int64_t Pace::wait_ms(std::int64_t now_ms)
{
    forget(now_ms);
    if (at_.size() < most_) return 0;
    return std::max<std::int64_t>(1, at_[at_.size() - most_] + span_ms_ - now_ms);
}

void Pace::count(std::int64_t now_ms)
{
    forget(now_ms);
    at_.push_back(now_ms);
    if (at_.size() > most_) at_.pop_front();
}

bool Pace::empty(std::int64_t now_ms) const
{
    return at_.empty() || at_.back() + span_ms_ <= now_ms;
}

std::int64_t WrongCodes::wait_ms(std::string const& address, std::int64_t now_ms)
{
    auto const own = by_address_.find(address);
    return std::max(all_.wait_ms(now_ms),
                    own == by_address_.end() ? 0 : own->second.wait_ms(now_ms));
}

void WrongCodes::wrong(std::string const& address, std::int64_t now_ms)
{
    std::erase_if(by_address_, [&](auto& one) { return one.second.empty(now_ms); });
    by_address_.try_emplace(address, from_one, minute_ms).first->second.count(now_ms);
    all_.count(now_ms);
}

} // namespace room
