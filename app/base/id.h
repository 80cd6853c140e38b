#pragma once

#include <compare>
#include <cstdint>

namespace base {

// An identifier: unique within a session across all kinds of records, never reused; 0 means "none".
// The tag makes CaseId and AxisId different types.
template <class Tag>
struct Id {
    std::uint64_t value = 0;
    friend auto operator<=>(Id, Id) = default;
    explicit operator bool() const { return value != 0; }
};

} // namespace base
