#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

// What one cell of a table of answers says. Private to this folder.
namespace exchange {

// Values that say nothing, folded. Blanks always do.
class NoAnswer {
public:
    NoAnswer(); // the words that people use: "NSP", "sans opinion", "don't know"…
    // And those that the person names, separated by commas; of "" there are none at all.
    explicit NoAnswer(std::string_view said);
    [[nodiscard]] bool has(std::string_view folded) const { return words_.contains(folded); }

private:
    std::set<std::string, std::less<>> words_;
};

struct AnswerCell {
    enum class Kind {
        blank,
        no_answer, // it says that there is none
        number,
        word
    } kind = Kind::blank;
    double value = 0;
    bool ordinal = false;         // "1er", "2nd", "rang 3"
    std::optional<double> out_of; // "3/5", "80 %"
    std::string word;             // folded, what stands beside a number too: "4 - Bien" is "bien"
    std::string shown;            // on one line, as it is written, without the number
};

AnswerCell answer_of(std::string_view cell, NoAnswer const& none);

// The same number as people write it: "5", "2.5".
std::string written(double value);
bool whole(double value);

} // namespace exchange
