#pragma once

#include "model/document.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Finding by a few letters, accents and case ignored, the best answers first.
namespace board {

// What was typed, folded and cut into words. Each of them has to be found.
class Needle {
public:
    Needle() = default;
    explicit Needle(std::string_view typed);
    [[nodiscard]] bool empty() const { return words_.empty(); }
    [[nodiscard]] std::vector<std::string> const& words() const { return words_; }
    // When it is one whole number, that number; else 0.
    [[nodiscard]] int number() const { return number_; }

    // How well `folded` (see base::fold) answers: 0 not at all; a word inside another, at the start
    // of a word, at the start of the text, the whole phrase at the start of the text, the text
    // itself: each is more than the one before. A text of several words is worth its worst word.
    [[nodiscard]] int worth(std::string_view folded) const;

private:
    std::vector<std::string> words_;
    std::string phrase_;
    int number_ = 0;
};

// The parts of `text` that the words of the needle were found at, for marking them: byte ranges in
// `text`, in order, apart from each other.
struct Found {
    std::size_t begin = 0, end = 0;
};
std::vector<Found> found_in(std::string_view text, Needle const& needle);

// Every case that may be found, by its number, title, domain, proposer, need and description. Cards
// that lie face down are not among them. Folding is done once a text; asking allocates nothing per
// case.
class Lookup {
public:
    // Takes over from the last time what did not change.
    void refresh(model::Document const& doc);

    struct Hit {
        model::CaseId id;
        model::CaseId shown; // the case that stands for it: itself, unless it was merged
        int number = 0;
        int worth = 0;
    };
    struct Answer {
        std::vector<Hit> best; // best first; of equals, by number
        std::size_t count = 0; // how many answered in all
    };
    [[nodiscard]] Answer ask(Needle const& needle, std::size_t most) const;

private:
    struct Entry {
        model::CaseId id, shown;
        int number = 0;
        std::size_t digest = 0;                          // of what was folded
        std::uint32_t begin = 0, title_end = 0, end = 0; // in `texts_`
    };
    std::vector<Entry> entries_;
    std::string texts_;
};

} // namespace board
