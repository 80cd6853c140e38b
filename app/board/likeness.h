#pragma once

#include "model/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace board {

// The words of the titles, folded (no accents, no case) and cut to their first letters so that
// plurals and endings meet. Made once for a state of the cases; asking costs the words asked about.
class TitleWords {
public:
    TitleWords() = default;
    explicit TitleWords(model::Document const& doc);

    // The case whose title shares the most with `text`, when it shares enough to be worth a look:
    // two words, or half of the shorter of the two. Of equals, the smallest number.
    [[nodiscard]] std::optional<model::CaseId> nearest(std::string_view text) const;

private:
    struct Title {
        model::CaseId id;
        int number = 0;
        std::size_t words = 0;
    };
    std::vector<Title> titles_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> holding_; // word: which titles
};

} // namespace board
