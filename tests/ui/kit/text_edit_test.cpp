#include "base/text.h"
#include "ui/kit/text_edit.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using ui::Move;
using ui::Select;
using ui::TextEdit;

namespace {

// A simple reference for the editor: a list of characters with a caret and an anchor.
struct Model {
    std::vector<std::string> characters;
    std::size_t caret = 0, anchor = 0;

    [[nodiscard]] std::string text() const
    {
        std::string out;
        for (auto const& one : characters) out += one;
        return out;
    }
    [[nodiscard]] std::size_t bytes_to(std::size_t index) const
    {
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < index; ++i) bytes += characters[i].size();
        return bytes;
    }
    [[nodiscard]] std::string selected() const
    {
        std::string out;
        for (auto i = std::min(caret, anchor); i < std::max(caret, anchor); ++i)
            out += characters[i];
        return out;
    }
    void go(std::size_t to, Select select)
    {
        caret = to;
        if (select == Select::no) anchor = to;
    }
    void erase_selected()
    {
        auto const from = std::min(caret, anchor), to = std::max(caret, anchor);
        characters.erase(characters.begin() + static_cast<std::ptrdiff_t>(from),
                         characters.begin() + static_cast<std::ptrdiff_t>(to));
        caret = anchor = from;
    }
    void insert(std::vector<std::string> const& typed)
    {
        erase_selected();
        characters.insert(characters.begin() + static_cast<std::ptrdiff_t>(caret), typed.begin(),
                          typed.end());
        caret = anchor = caret + typed.size();
    }
    void left(Select select)
    {
        if (select == Select::no && caret != anchor)
            go(std::min(caret, anchor), select);
        else
            go(caret == 0 ? 0 : caret - 1, select);
    }
    void right(Select select)
    {
        if (select == Select::no && caret != anchor)
            go(std::max(caret, anchor), select);
        else
            go(std::min(caret + 1, characters.size()), select);
    }
    void line_start(Select select)
    {
        auto to = caret;
        while (to > 0 && characters[to - 1] != "\n") --to;
        go(to, select);
    }
    void line_end(Select select)
    {
        auto to = caret;
        while (to < characters.size() && characters[to] != "\n") ++to;
        go(to, select);
    }
    void erase(bool back)
    {
        if (caret == anchor) back ? left(Select::yes) : right(Select::yes);
        erase_selected();
    }
};

// Characters that never combine with a neighbour.
std::vector<std::string> const alphabet{"a",      "é", "e\u0301", "œ",           "’",  " ", "\n",
                                        "\u202F", "-", "9",       "👩‍🔬", "🇫🇷", "«", "漢"};

bool agree(TextEdit const& edit, Model const& model)
{
    return edit.text() == model.text() && edit.caret() == model.bytes_to(model.caret) &&
           edit.anchor() == model.bytes_to(model.anchor) && edit.selected() == model.selected();
}

std::vector<std::size_t> stops(std::string_view text, Move move)
{
    TextEdit edit{std::string(text)};
    edit.move(move == Move::word_right ? Move::text_start : Move::text_end, Select::no);
    std::vector<std::size_t> out;
    for (auto before = text.size() + 1; edit.caret() != before;) {
        before = edit.caret();
        edit.move(move, Select::no);
        if (edit.caret() != before) out.push_back(edit.caret());
    }
    return out;
}

// The text with | at each stop of Ctrl+→, or of Ctrl+←.
std::string cut_at(std::string_view text, Move move)
{
    auto at = stops(text, move);
    std::ranges::sort(at);
    std::string out;
    std::size_t from = 0;
    for (auto stop : at) {
        out += text.substr(from, stop - from);
        if (stop != 0 && stop != text.size()) out += '|';
        from = stop;
    }
    return out += text.substr(from);
}

std::string word_at(std::string_view text, std::string_view inside)
{
    auto const span = ui::word_around(text, text.find(inside));
    return std::string(text.substr(span.begin, span.end - span.begin));
}

} // namespace

TEST_CASE("random edits give the same text as a simple reference editor")
{
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        auto const draw = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
        TextEdit edit;
        Model model;
        for (int step = 0; step < 400; ++step) {
            auto const select = draw(3) == 0 ? Select::yes : Select::no;
            auto const move = [&](Move m, auto&& same) {
                edit.move(m, select);
                same();
            };
            switch (draw(12)) {
            case 0:
            case 1:
            case 2: {
                std::vector<std::string> typed;
                // Two adjacent flags would be segmented anew: only one is inserted at a time.
                for (auto n = 1 + draw(3); n > 0; --n) typed.push_back(alphabet[draw(11)]);
                std::string bytes;
                for (auto const& one : typed) bytes += one;
                edit.insert(bytes);
                model.insert(typed);
                break;
            }
            case 3: edit.erase(Move::left), model.erase(true); break;
            case 4: edit.erase(Move::right), model.erase(false); break;
            case 5: move(Move::left, [&] { model.left(select); }); break;
            case 6: move(Move::right, [&] { model.right(select); }); break;
            case 7: move(Move::line_start, [&] { model.line_start(select); }); break;
            case 8: move(Move::line_end, [&] { model.line_end(select); }); break;
            case 9: move(Move::text_start, [&] { model.go(0, select); }); break;
            case 10: {
                auto const to = draw(model.characters.size() + 1);
                edit.place(model.bytes_to(to), select);
                model.go(to, select);
                break;
            }
            default:
                edit.select_all();
                model.anchor = 0;
                model.caret = model.characters.size();
                if (draw(4) != 0) { // often clears the selection, so that the text grows
                    edit.move(Move::right, Select::no);
                    model.right(Select::no);
                }
            }
            CAPTURE(seed);
            CAPTURE(step);
            REQUIRE(agree(edit, model));
        }
    }
}

TEST_CASE("undo and redo go through all former texts")
{
    for (unsigned seed = 1; seed <= 30; ++seed) {
        std::mt19937 random(seed);
        TextEdit edit("début");
        for (int step = 0; step < 120; ++step) {
            switch (random() % 5) {
            case 0: edit.insert(alphabet[random() % alphabet.size()]); break;
            case 1: edit.erase(Move::left); break;
            case 2: edit.erase(Move::word_right); break;
            case 3: edit.place(random() % (edit.text().size() + 1), Select::no); break;
            default: edit.insert("mot entier "); break;
            }
        }
        auto const last = edit.text();
        std::vector<std::string> back;
        while (edit.undo()) back.push_back(edit.text());
        CHECK(edit.text() == "début");
        std::vector<std::string> forward;
        while (edit.redo()) forward.push_back(edit.text());
        CHECK(edit.text() == last);
        REQUIRE(forward.size() == back.size());
        std::ranges::reverse(back);
        for (std::size_t i = 0; i + 1 < back.size(); ++i) CHECK(back[i + 1] == forward[i]);
    }
}

TEST_CASE("typed letters are undone word by word")
{
    TextEdit edit;
    for (auto const* letter : {"b", "o", "n", " ", "j", "o", "u", "r"}) edit.insert(letter);
    CHECK(edit.undo());
    CHECK(edit.text() == "bon ");
    CHECK(edit.undo());
    CHECK(edit.text() == "bon");
    CHECK(edit.undo());
    CHECK(edit.text().empty());
    CHECK_FALSE(edit.undo());
    CHECK(edit.redo());
    CHECK(edit.text() == "bon");
    edit.insert("!");
    CHECK_FALSE(edit.redo()); // a new edit discards what could be redone
}

TEST_CASE("the caret is never inside a character, even when two combine")
{
    TextEdit edit("\u0301a"); // a combining accent without a letter
    edit.move(Move::text_start, Select::no);
    edit.insert("e"); // inserts its letter
    CHECK(edit.caret() == std::string("e\u0301").size());
    edit.erase(Move::left);
    CHECK(edit.text() == "a");
    for (auto const* text : {"👩‍🔬", "e\u0301", "🇫🇷", "नि"}) {
        TextEdit one{text};
        CHECK(one.caret() == one.text().size());
        for (std::size_t at = 0; at <= one.text().size(); ++at) {
            one.place(at, Select::no);
            CHECK((one.caret() == 0 || one.caret() == one.text().size()));
        }
    }
}

TEST_CASE("Ctrl+arrow moves by French words")
{
    auto const there = [](std::string_view text) { return cut_at(text, Move::word_right); };
    auto const back = [](std::string_view text) { return cut_at(text, Move::word_left); };
    CHECK(there("Énergie à l’école") == "Énergie |à |l’|école");
    CHECK(back("Énergie à l’école") == "Énergie |à |l’|école");
    CHECK(there("Qu’en dit-on d'ici ?") == "Qu’|en |dit|-|on |d'|ici |?");
    CHECK(back("Lorsqu’il pleut") == "Lorsqu’|il |pleut");
    CHECK(there("aujourd’hui, c’est non") == "aujourd’hui|, |c’|est |non");
    CHECK(there("don't panic") == "don't |panic");
    CHECK(there("« Œuvres » : 12,5 %") == "« |Œuvres |» |: |12|,|5 |%");
    CHECK(back("fin\nautre") == "fin\n|autre");
    CHECK(there("e\u0301te\u0301 passé") == "e\u0301te\u0301 |passé");
    CHECK(there("").empty());
}

TEST_CASE("both directions stop at the same places")
{
    std::mt19937 random(5);
    for (int n = 0; n < 300; ++n) {
        std::string text;
        for (int i = 0; i < 14; ++i) text += alphabet[random() % alphabet.size()];
        for (auto move : {Move::word_left, Move::word_right})
            for (auto stop : stops(text, move)) {
                TextEdit edit{text};
                edit.place(stop, Select::no);
                CHECK(edit.caret() == stop); // between two characters
            }
    }
}

TEST_CASE("a double click selects the word without an elided article")
{
    CHECK(word_at("Énergie à l’école", "école") == "école");
    CHECK(word_at("Énergie à l’école", "l’") == "l’");
    CHECK(word_at("aujourd’hui encore", "hui") == "aujourd’hui");
    CHECK(word_at("les nids‑de‑poule", "poule") == "poule");
    CHECK(word_at("oui  non", "  ") == "  ");
    CHECK(word_at("fin !", "!") == "!");
    CHECK(ui::word_around("", 0) == ui::Span{});
    CHECK(ui::word_around("mot", 99) == ui::Span{0, 3});
}

TEST_CASE("a line is selected between its line feeds")
{
    TextEdit edit("un\ndeux trois\n\nquatre");
    edit.select_line(5);
    CHECK(edit.selected() == "deux trois");
    edit.select_line(0);
    CHECK(edit.selected() == "un");
    edit.select_line(14);
    CHECK(edit.selected().empty());
    edit.select_line(edit.text().size());
    CHECK(edit.selected() == "quatre");
}

TEST_CASE("a character is encoded in UTF-8")
{
    CHECK(ui::encoded('A') == "A");
    CHECK(ui::encoded(0xE9) == "é");
    CHECK(ui::encoded(0x2019) == "’");
    CHECK(ui::encoded(0x1F52C) == "🔬");
    for (unsigned c : {0x7FU, 0x80U, 0x7FFU, 0x800U, 0xFFFDU, 0x10000U, 0x10FFFFU})
        CHECK(base::valid_utf8(ui::encoded(c)));
}
