#pragma once

#include "base/result.h"
#include "model/records.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What the readers of elections share. Private to this folder.
namespace exchange {

using base::Errc;
using base::fail;
using base::Result;

// What a ballot says of one option, by its place among the options.
using OptionMark = std::pair<std::uint32_t, int>;

// An election as a file says it, before anything has an identity.
struct RawElection {
    struct Option {
        std::string id; // as the file calls it
        model::Case text;
    };
    struct Ballot {
        std::vector<OptionMark> marks;
        std::int64_t copies = 0;
    };

    model::Round round; // without its cases
    std::vector<Option> options;
    std::vector<Ballot> ballots; // no two the same
    std::vector<base::Error> notes;
    std::int64_t voters = 0;

    // Adds people who said `marks`, in any order; identical ballots become one.
    void add_ballot(std::vector<OptionMark> marks, std::int64_t people);
    // The values that the ballots hold, 0 and 0 for none.
    [[nodiscard]] std::pair<int, int> value_range() const;
    // Marks on the longest ballot.
    [[nodiscard]] int longest() const;

private:
    std::map<std::vector<OptionMark>, std::size_t> known_;
};

constexpr std::int64_t people_max = 1'000'000'000; // of one ballot, and of an election

// A line of text with its number, from 1.
struct NumberedLine {
    std::string_view text; // trimmed
    std::size_t number = 0;
};
// The lines of `text` that are not blank.
std::vector<NumberedLine> lines_of(std::string_view text);

// A whole number that fits, or nothing. Decimals that are all zeros are none: "3.0" is 3.
std::optional<std::int64_t> whole_number(std::string_view text);
// An amount in hundredths, rounded, from "1200", "1200.5", "1 200,50". Nothing below 0.
std::optional<std::int64_t> amount(std::string_view text);

// "NUMBER VOTERS: 44 ≠ 45": what a file announces, and what it holds.
std::string counted_otherwise(std::string_view name, std::int64_t announced, std::int64_t found);

Result<RawElection> read_pabulib(std::string_view text);
Result<RawElection> read_preflib(std::string_view text, std::string_view source);
Result<RawElection> read_blt(std::string_view text);
Result<RawElection> read_abif(std::string_view text);

// By what a text holds.
bool starts_like_blt(std::string_view text); // by its first lines alone
bool looks_like_blt(std::string_view text);
bool looks_like_abif(std::string_view text);

} // namespace exchange
