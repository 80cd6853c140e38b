#pragma once

#include "model/document.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Incremental search, ignoring accents and case, best results first.
namespace board {

// The search text, folded and split into words. A result must contain all words.
class Needle {
public:
    Needle() = default;
    explicit Needle(std::string_view typed);
    [[nodiscard]] bool empty() const { return words_.empty(); }
    [[nodiscard]] std::vector<std::string> const& words() const { return words_; }
    // The number, when the search text is one whole number; else 0.
    [[nodiscard]] int number() const { return number_; }

    // The score of `folded` (see base::fold), 0 for no match. From low to high: a word inside
    // another, at the start of a word, at the start of the text, the whole phrase at the start of
    // the text, the whole text. With several words, the lowest score of a word.
    [[nodiscard]] int worth(std::string_view folded) const;

private:
    std::vector<std::string> words_;
    std::string phrase_;
    int number_ = 0;
};

// The matched parts of `text`, for highlighting: disjoint byte ranges, in order.
struct Found {
    std::size_t begin = 0, end = 0;
};
std::vector<Found> found_in(std::string_view text, Needle const& needle);

// An index of cases by number, title, domain, proposer, need and description, without face-down
// cards. Each text is folded once; a search allocates nothing per case.
class Lookup {
public:
    // Updates the index with the cases that changed.
    void refresh(model::Document const& doc);

    struct Hit {
        model::CaseId id;
        model::CaseId shown; // the case that represents it: itself unless merged
        int number = 0;
        int worth = 0;
    };
    struct Answer {
        std::vector<Hit> best; // best first; equal ones by number
        std::size_t count = 0; // total number of matches
    };
    [[nodiscard]] Answer ask(Needle const& needle, std::size_t most) const;

private:
    struct Entry {
        model::CaseId id, shown;
        int number = 0;
        std::size_t digest = 0;                          // of the indexed text
        std::uint32_t begin = 0, title_end = 0, end = 0; // offsets in `texts_`
    };
    std::vector<Entry> entries_;
    std::string texts_;
};

} // namespace board
