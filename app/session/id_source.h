#pragma once

#include "base/clock.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>

namespace session {

// Fresh identities of one session: never used before in it, not even by what was undone, nor by
// another machine that writes in it meanwhile.
//
// An id is a count above an author: 32 bits that are higher than those of every id known here, then
// 20 bits drawn at random by whoever opened the session. So ids grow in the order in which they
// were minted, as far as anybody can tell, and two openers that know nothing of each other mint
// different ones. A file older than authors has the ids 1, 2, 3…, which are below all of these.
class IdSource {
public:
    using Author = std::uint32_t;
    static constexpr unsigned author_bits = 20;

    // `taken`: authors of ids that the session has already. 0 is none's.
    explicit IdSource(base::Chance& chance, std::set<Author> const& taken = {})
        : chance_(&chance)
    {
        while (author_ == 0 || taken.contains(author_)) author_ = author_of(chance.draw());
    }

    template <class IdType>
    IdType mint()
    {
        return IdType{++count_ << author_bits | author_};
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
    void note(std::uint64_t id) { count_ = std::max(count_, id >> author_bits); }
    [[nodiscard]] Author author() const { return author_; }
    // Who minted an id; of a file older than authors, the id itself.
    [[nodiscard]] static Author author_of(std::uint64_t id)
    {
        return static_cast<Author>(id & ((std::uint64_t{1} << author_bits) - 1));
    }

private:
    base::Chance* chance_;
    Author author_ = 0;
    std::uint64_t count_ = 0;
};

} // namespace session
