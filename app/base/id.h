#pragma once

#include <compare>
#include <cstdint>

namespace base {

// An identity, unique within a session for every kind of thing and never used twice; 0 means
// "none". The tag keeps a CaseId from being used as an AxisId.
template <class Tag>
struct Id {
    std::uint64_t value = 0;
    friend auto operator<=>(Id, Id) = default;
    explicit operator bool() const { return value != 0; }
};

} // namespace base
