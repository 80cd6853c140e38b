#pragma once

#include "base/result.h"
#include "model/ids.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace federation {

// What a machine says of itself every two seconds. Not stored anywhere.
struct Hello {
    model::SiteId site;
    std::uint64_t shared = 0;  // entries that it has
    std::uint64_t pending = 0; // entries that the others do not have
    std::uint64_t phones = 0;  // connected
    model::CaseId writes;      // the case being edited there, or none
    friend bool operator==(Hello const&, Hello const&) = default;
};

// Who was heard, by the receiver's monotonic clock: the clocks of others do not matter.
class Presence {
public:
    static constexpr std::int64_t every_ms = 2000;
    static constexpr std::int64_t gone_ms = 7000; // of silence

    void heard(Hello const& hello, std::int64_t now_ms) { seen_[hello.site] = {hello, now_ms}; }
    // Its last hello, unless it is gone.
    [[nodiscard]] std::optional<Hello> of(model::SiteId site, std::int64_t now_ms) const
    {
        auto const it = seen_.find(site);
        if (it == seen_.end() || now_ms - it->second.at_ms > gone_ms) return std::nullopt;
        return it->second.hello;
    }
    // How long it has been silent, since `since_ms` when it was never heard.
    [[nodiscard]] std::int64_t silence_ms(model::SiteId site, std::int64_t now_ms,
                                          std::int64_t since_ms) const
    {
        auto const it = seen_.find(site);
        return now_ms - (it == seen_.end() ? since_ms : it->second.at_ms);
    }

private:
    struct Seen {
        Hello hello;
        std::int64_t at_ms = 0;
    };
    std::map<model::SiteId, Seen> seen_;
};

// As a message, and back; `corrupt` "shared.message".
std::string hello_text(Hello const& hello);
base::Result<Hello> hello_of(std::string_view bytes);

} // namespace federation
