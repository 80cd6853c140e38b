#pragma once

#include "base/result.h"
#include "model/records.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Shared by the readers of elections. Private to this folder.
namespace exchange {

using base::Errc;
using base::fail;
using base::Result;

// A to Z; other characters as they are.
inline std::string upper(std::string_view text)
{
    std::string out(text);
    for (auto& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

// A mark: index of the option, value.
using OptionMark = std::pair<std::uint32_t, int>;

// An election as read, before ids are assigned.
struct RawElection {
    struct Option {
        std::string id; // in the file
        model::Case text;
    };
    struct Ballot {
        std::vector<OptionMark> marks;
        std::int64_t copies = 0;
    };

    model::Round round; // without its cases
    std::vector<Option> options;
    std::vector<Ballot> ballots; // distinct
    std::vector<base::Error> notes;
    std::int64_t voters = 0;

    // Adds `people` voters with `marks`, in any order; identical ballots are merged.
    void add_ballot(std::vector<OptionMark> marks, std::int64_t people);
    // Lowest and highest mark; 0 and 0 without marks.
    [[nodiscard]] std::pair<int, int> value_range() const;
    // The most marks on one ballot.
    [[nodiscard]] int longest() const;

private:
    std::map<std::vector<OptionMark>, std::size_t> known_;
};

constexpr std::int64_t people_max = 1'000'000'000; // limit for one ballot and for an election

// A line of text with its number, from 1.
struct NumberedLine {
    std::string_view text; // trimmed
    std::size_t number = 0;
};
// The lines of `text` that are not blank.
std::vector<NumberedLine> lines_of(std::string_view text);

// Parses an integer that fits, or nothing. "3.0" is 3.
std::optional<std::int64_t> whole_number(std::string_view text);
// Parses an amount into hundredths, rounded: "1200", "1200.5", "1 200,50". Nothing when negative.
std::optional<std::int64_t> amount(std::string_view text);

// "NUMBER VOTERS: 44 ≠ 45": the number stated in a file, and the number found.
std::string counted_otherwise(std::string_view name, std::int64_t announced, std::int64_t found);

Result<RawElection> read_pabulib(std::string_view text);
Result<RawElection> read_preflib(std::string_view text, std::string_view source);
Result<RawElection> read_blt(std::string_view text);
Result<RawElection> read_abif(std::string_view text);

// Recognises formats by contents.
bool starts_like_blt(std::string_view text); // by the first lines only
bool looks_like_blt(std::string_view text);
bool looks_like_abif(std::string_view text);

} // namespace exchange
