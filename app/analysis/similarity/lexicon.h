#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace analysis {

using TermId = std::uint32_t;

// How nearly alike two families are spelled: 1 for the same, else 0 or `near_least`..1.
//
// Dice's coefficient on the sets of three letters in a row, with a mark at each end: 2 shared /
// (all of one + all of the other) (Dice 1945; on n-grams of words, Adamson and Boreham 1974), for
// families of `near_letters` letters or more. A backstop for slips of the keyboard, compounds and
// what the endings miss: "délibértion" comes near "délibération", "télésurveillance" near
// "surveillance".
float nearness(std::string_view family, std::string_view other);
constexpr float near_least = 0.6F;
constexpr std::size_t near_letters = 5;

// The families of words met so far (words.h), and which of them are near each other.
class Lexicon {
public:
    struct Near {
        TermId term = 0;
        float how = 0; // near_least..1
    };

    // The family of a word as it is written; none when it says nothing. `learn` makes it known.
    std::optional<TermId> learn(std::string_view word);
    [[nodiscard]] std::optional<TermId> find(std::string_view word) const;

    // The others that are spelled nearly alike, by term.
    [[nodiscard]] std::vector<Near> const& near(TermId term) const { return near_[term]; }
    // The same for a word that nobody has written yet.
    [[nodiscard]] std::vector<Near> near(std::string_view word) const;

    [[nodiscard]] std::size_t size() const { return near_.size(); }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    template <class V>
    using ByText = std::unordered_map<std::string, V, Hash, std::equal_to<>>;

    TermId add(std::string const& family);
    [[nodiscard]] std::vector<Near> near_family(std::string_view family) const;

    ByText<std::optional<TermId>> written_; // as it is written: most words are met many times
    ByText<TermId> families_;
    std::vector<std::uint16_t> gram_count_; // of each term, 0: too short to be near any
    std::vector<std::vector<Near>> near_;
    std::unordered_map<std::uint32_t, std::vector<TermId>> holding_; // three letters: which terms
};

} // namespace analysis
