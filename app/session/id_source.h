#pragma once

#include "base/clock.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace session {

// Fresh identities of one session: never used before in it, not even by what was undone.
class IdSource {
public:
    explicit IdSource(base::Chance& chance)
        : chance_(&chance)
    {
    }

    template <class IdType>
    IdType mint()
    {
        return IdType{++last_};
    }
    // 128 random bits as 32 hexadecimal digits: what a voter is known by.
    std::string token()
    {
        constexpr std::array digits{'0', '1', '2', '3', '4', '5', '6', '7',
                                    '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
        std::string token;
        for (int half = 0; half < 2; ++half)
            for (auto bits = chance_->draw(), i = std::uint64_t{0}; i < 16; ++i, bits >>= 4U)
                token += digits[bits & 15U];
        return token;
    }

    // What is in use already: what comes next is above.
    void note(std::uint64_t id) { last_ = std::max(last_, id); }
    [[nodiscard]] std::uint64_t last() const { return last_; }

private:
    base::Chance* chance_;
    std::uint64_t last_ = 0;
};

} // namespace session
