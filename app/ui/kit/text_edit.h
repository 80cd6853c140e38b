#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// A text being typed: what the keys do to it, whatever shows it. Offsets are bytes of UTF-8, always
// between two characters as people see them (é, 👩‍🔬).
namespace ui {

enum class Move { left, right, word_left, word_right, line_start, line_end, text_start, text_end };
enum class Select { no, yes };

class TextEdit {
public:
    TextEdit() = default;
    explicit TextEdit(std::string text);

    [[nodiscard]] std::string const& text() const { return text_; }
    [[nodiscard]] std::size_t caret() const { return caret_; }
    // The other end of the selection; the caret itself when nothing is selected.
    [[nodiscard]] std::size_t anchor() const { return anchor_; }
    [[nodiscard]] std::string_view selected() const;

    void place(std::size_t at, Select select); // clamped to the text
    void move(Move move, Select select);
    void select(std::size_t anchor, std::size_t caret); // both clamped
    void select_all();
    void select_word(std::size_t at);
    void select_line(std::size_t at); // up to the line feeds around it

    void insert(std::string_view text); // in place of what is selected
    void erase(Move towards);           // what is selected, else from the caret to there
    void replace_all(std::string text); // someone else changed it: nothing is left to undo
    bool undo();
    bool redo();

private:
    struct State {
        std::string text;
        std::size_t caret = 0, anchor = 0;
    };
    enum class Act { none, typing, erasing, other };
    void remember(Act act);
    [[nodiscard]] std::size_t target(Move move) const;
    [[nodiscard]] State state() const { return {text_, caret_, anchor_}; }
    void restore(State state);
    void erase_selected();
    [[nodiscard]] std::size_t between_characters(std::size_t at) const;

    std::string text_;
    std::size_t caret_ = 0, anchor_ = 0;
    std::vector<State> undo_, redo_;
    Act last_ = Act::none;
};

// Where the character before or after `at` begins or ends.
std::size_t character_before(std::string_view text, std::size_t at);
std::size_t character_after(std::string_view text, std::size_t at);

// The word, the run of signs or the run of spaces that holds the character at `at`. An apostrophe
// ends the short words that French elides (l’, d’, qu’…), so that “l’école” is two; it holds others
// together (aujourd’hui, don’t).
struct Span {
    std::size_t begin = 0, end = 0;
    friend bool operator==(Span const&, Span const&) = default;
};
Span word_around(std::string_view text, std::size_t at);

// A character as UTF-8.
std::string encoded(unsigned code_point);

} // namespace ui
