#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

// Parses one cell of a table of answers. Private to this folder.
namespace exchange {

// Cell values that mean "no answer", folded. Blank cells always do.
class NoAnswer {
public:
    NoAnswer(); // the usual words: "NSP", "sans opinion", "don't know"…
    // Only those that the user names, separated by commas; with "", no words at all.
    explicit NoAnswer(std::string_view said);
    [[nodiscard]] bool has(std::string_view folded) const { return words_.contains(folded); }

private:
    std::set<std::string, std::less<>> words_;
};

struct AnswerCell {
    enum class Kind {
        blank,
        no_answer, // a word for "no answer"
        number,
        word
    } kind = Kind::blank;
    double value = 0;
    bool ordinal = false;         // "1er", "2nd", "rang 3"
    std::optional<double> out_of; // "3/5", "80 %"
    std::string word;             // folded, also beside a number: "4 - Bien" gives "bien"
    std::string shown;            // the original text on one line, without the number
};

AnswerCell answer_of(std::string_view cell, NoAnswer const& none);

// The number as text: "5", "2.5".
std::string written(double value);
bool whole(double value);

} // namespace exchange
