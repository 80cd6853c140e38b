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

// Spelling similarity of two stems: 1 when equal, else 0 or `near_least`..1: Dice's coefficient of
// their sets of letter trigrams, with a mark at each end: 2 shared / (all of one + all of the
// other) (Dice 1945; on n-grams of words, Adamson and Boreham 1974), for stems of at least
// `near_letters` letters. Catches typing errors, compounds and missed endings: "délibértion" is
// near "délibération", "télésurveillance" near "surveillance".
float nearness(std::string_view family, std::string_view other);
constexpr float near_least = 0.6F;
constexpr std::size_t near_letters = 5;

// The stems of words seen so far (words.h), and which are similar.
class Lexicon {
public:
    struct Near {
        TermId term = 0;
        float how = 0; // near_least..1
    };

    // The stem of a word; none for an empty word. `learn` adds new ones.
    std::optional<TermId> learn(std::string_view word);
    [[nodiscard]] std::optional<TermId> find(std::string_view word) const;

    // Similar stems, by term.
    [[nodiscard]] std::vector<Near> const& near(TermId term) const { return near_[term]; }
    // The same for a word that is not in the lexicon.
    [[nodiscard]] std::vector<Near> near(std::string_view word) const;

    // Whether the term alone can say that two texts are about one thing (words.h).
    [[nodiscard]] bool tells(TermId term) const { return tells_[term]; }

    [[nodiscard]] std::size_t size() const { return near_.size(); }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    template <class V>
    using ByText = std::unordered_map<std::string, V, Hash, std::equal_to<>>;

    TermId add(std::string const& family);
    [[nodiscard]] std::vector<Near> near_family(std::string_view family) const;

    ByText<std::optional<TermId>> written_; // by spelling: words repeat often
    ByText<TermId> families_;
    std::vector<std::uint16_t> gram_count_; // per term; 0: too short to compare
    std::vector<std::vector<Near>> near_;
    std::vector<bool> tells_;
    // by trigram: terms that contain it
    std::unordered_map<std::uint32_t, std::vector<TermId>> holding_;
};

} // namespace analysis
