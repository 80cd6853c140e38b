#pragma once

#include "model/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace board {

// The words of the titles, folded (no accents, no case) and cut to their first letters so that
// plurals and endings meet. Asking costs the words asked about.
class TitleWords {
public:
    TitleWords() = default;
    explicit TitleWords(model::Document const& doc);

    // Makes it what it would be if it were made of `doc`; `touched`: all the cases that may differ.
    void renew(model::Document const& doc, std::vector<model::CaseId> const& touched);

    // The case whose title shares the most with `text`, when it shares enough to be worth a look:
    // two words, or half of the shorter of the two. Of equals, the smallest number.
    [[nodiscard]] std::optional<model::CaseId> nearest(std::string_view text) const;

private:
    using At = std::uint32_t;
    struct Title {
        model::CaseId id; // none: a case that is gone
        int number = 0;
        std::vector<At> words;
    };
    void add(model::CaseId id, model::Case const& text);
    void remove(model::CaseId id);

    std::vector<Title> titles_;
    std::unordered_map<std::uint64_t, At> title_of_; // case
    std::unordered_map<std::string, At> words_;
    std::vector<std::vector<At>> holding_; // word: which titles
};

} // namespace board
