#pragma once

#include "base/clock.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace session {

// The tokens of ballots from phones: this sign and eight others. Those of the keyboard have eight
// signs, or 32 digits.
constexpr char phone_sign = 'P';
constexpr std::size_t phone_token_signs = 9;
[[nodiscard]] constexpr bool is_of_phone(std::string_view token)
{
    return token.size() == phone_token_signs && token.front() == phone_sign;
}

// Makes ids that were never used in the session, also not by undone entries or by another machine
// that writes to it at the same time.
//
// An id is a 32-bit counter, higher than that of every known id, followed by 20 random bits, the
// author, drawn when the session was opened. So ids grow with time, and two machines that do not
// know of each other make different ones. Files older than authors have the ids 1, 2, 3…, which are
// lower than all of these.
class IdSource {
public:
    using Author = std::uint32_t;
    static constexpr unsigned author_bits = 20;

    // `taken`: authors already used in the session. 0 is not used.
    explicit IdSource(base::RandomSource& random, std::set<Author> const& taken = {})
        : random_(&random)
    {
        while (author_ == 0 || taken.contains(author_)) author_ = author_of(random.draw());
    }

    template <class IdType>
    IdType mint()
    {
        return IdType{++count_ << author_bits | author_};
    }
    // 128 random bits as 32 hexadecimal digits: a voter's token.
    std::string token()
    {
        constexpr std::array digits{'0', '1', '2', '3', '4', '5', '6', '7',
                                    '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
        std::string token;
        for (int half = 0; half < 2; ++half)
            for (auto bits = random_->draw(), i = std::uint64_t{0}; i < 16; ++i, bits >>= 4U)
                token += digits[bits & 15U];
        return token;
    }

    // Records an id in use: later ones are higher.
    void note(std::uint64_t id) { count_ = std::max(count_, id >> author_bits); }
    [[nodiscard]] Author author() const { return author_; }
    // The author of an id; of a file older than authors, the id itself.
    [[nodiscard]] static Author author_of(std::uint64_t id)
    {
        return static_cast<Author>(id & ((std::uint64_t{1} << author_bits) - 1));
    }

private:
    base::RandomSource* random_;
    Author author_ = 0;
    std::uint64_t count_ = 0;
};

} // namespace session
