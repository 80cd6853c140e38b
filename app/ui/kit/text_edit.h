#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// An editable text without its display. Offsets are bytes of UTF-8, always at boundaries of
// characters as people see them (é, 👩‍🔬).
namespace ui {

enum class Move { left, right, word_left, word_right, line_start, line_end, text_start, text_end };
enum class Select { no, yes };

class TextEdit {
public:
    TextEdit() = default;
    explicit TextEdit(std::string text);

    [[nodiscard]] std::string const& text() const { return text_; }
    [[nodiscard]] std::size_t caret() const { return caret_; }
    // The other end of the selection; equals the caret when nothing is selected.
    [[nodiscard]] std::size_t anchor() const { return anchor_; }
    [[nodiscard]] std::string_view selected() const;

    void place(std::size_t at, Select select); // clamped to the text
    void move(Move move, Select select);
    void select(std::size_t anchor, std::size_t caret); // both clamped
    void select_all();
    void select_word(std::size_t at);
    void select_line(std::size_t at); // selects the line between line feeds

    void insert(std::string_view text); // replaces the selection
    void erase(Move towards);           // erases the selection, or from the caret
    void replace_all(std::string text); // for changes from outside; clears the undo history
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

// The previous or next character boundary.
std::size_t character_before(std::string_view text, std::size_t at);
std::size_t character_after(std::string_view text, std::size_t at);

// The word, run of punctuation or run of spaces at `at`. An apostrophe ends the elided words of
// French (l’, d’, qu’…), so “l’école” is two words; elsewhere it joins (aujourd’hui, don’t).
struct Span {
    std::size_t begin = 0, end = 0;
    friend bool operator==(Span const&, Span const&) = default;
};
Span word_around(std::string_view text, std::size_t at);

// Encodes a character as UTF-8.
std::string encoded(unsigned code_point);

} // namespace ui
