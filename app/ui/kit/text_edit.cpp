#include "ui/kit/text_edit.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ui {
namespace {

constexpr std::size_t undo_steps_max = 200;
// Limit for one character as people see it, in bytes.
constexpr std::size_t character_bytes_max = 64;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

using Kind = base::CharKind;

bool is_apostrophe(std::string_view text, std::size_t at)
{
    auto const rest = text.substr(at);
    return rest.starts_with('\'') || rest.starts_with("\u2019");
}

// Whether the letters before an apostrophe are an elided word (l’, d’, qu’…).
bool elides(std::string_view text, std::size_t apostrophe)
{
    static constexpr std::array<std::string_view, 13> elided{
        "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"};
    auto begin = apostrophe;
    while (begin > 0 && base::kind_at(text, character_before(text, begin)) == Kind::letter)
        begin = character_before(text, begin);
    auto const word = base::fold(text.substr(begin, apostrophe - begin));
    return std::find(elided.begin(), elided.end(), word) != elided.end();
}

bool is_letter(std::string_view text, std::size_t at)
{
    return at < text.size() && base::kind_at(text, at) == Kind::letter;
}

Kind kind_of(std::string_view text, std::size_t at)
{
    if (!is_apostrophe(text, at)) return base::kind_at(text, at);
    bool const after_letter = at > 0 && is_letter(text, character_before(text, at));
    bool const before_letter = is_letter(text, character_after(text, at));
    return after_letter && (before_letter || elides(text, at)) ? Kind::letter : Kind::sign;
}

// Whether there is a word boundary at `at`.
bool ends_word(std::string_view text, std::size_t at)
{
    if (at == 0 || at >= text.size()) return true;
    auto const before = character_before(text, at);
    auto const kind = kind_of(text, before);
    if (kind != kind_of(text, at)) return true;
    return kind == Kind::letter && is_apostrophe(text, before) && elides(text, before);
}

std::size_t word_before(std::string_view text, std::size_t at)
{
    while (at > 0 && kind_of(text, character_before(text, at)) == Kind::space)
        at = character_before(text, at);
    if (at == 0) return 0;
    do at = character_before(text, at);
    while (!ends_word(text, at));
    return at;
}

std::size_t word_after(std::string_view text, std::size_t at)
{
    if (at < text.size() && kind_of(text, at) != Kind::space) {
        do at = character_after(text, at);
        while (!ends_word(text, at));
    }
    while (at < text.size() && kind_of(text, at) == Kind::space) at = character_after(text, at);
    return at;
}

} // namespace

std::size_t character_after(std::string_view text, std::size_t at)
{
    if (at >= text.size()) return text.size();
    auto const rest = text.substr(at, character_bytes_max);
    return at + std::max<std::size_t>(1, base::truncated(rest, 1, "").size());
}

std::size_t character_before(std::string_view text, std::size_t at)
{
    if (at == 0) return 0;
    auto from = at > character_bytes_max ? at - character_bytes_max : 0;
    while (from < at && continues(text[from])) ++from;
    auto last = from;
    while (from < at) {
        last = from;
        from = std::min(character_after(text.substr(0, at), from), at);
    }
    return last;
}

Span word_around(std::string_view text, std::size_t at)
{
    if (text.empty()) return {};
    at = std::min(at, text.size());
    if (at == text.size()) at = character_before(text, at);
    Span span{at, character_after(text, at)};
    while (!ends_word(text, span.begin)) span.begin = character_before(text, span.begin);
    while (!ends_word(text, span.end)) span.end = character_after(text, span.end);
    return span;
}

std::string encoded(unsigned code_point)
{
    auto const c = code_point;
    auto const byte = [](unsigned value) { return static_cast<char>(value); };
    auto const tail = [&](unsigned shift) { return byte(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0U | (c >> 6U)), tail(0)};
    if (c < 0x10000) return {byte(0xE0U | (c >> 12U)), tail(6), tail(0)};
    return {byte(0xF0U | ((c >> 18U) & 0x07U)), tail(12), tail(6), tail(0)};
}

TextEdit::TextEdit(std::string text)
    : text_(std::move(text))
    , caret_(text_.size())
    , anchor_(caret_)
{
}

std::string_view TextEdit::selected() const
{
    auto const begin = std::min(caret_, anchor_), end = std::max(caret_, anchor_);
    return std::string_view{text_}.substr(begin, end - begin);
}

std::size_t TextEdit::between_characters(std::size_t at) const
{
    at = std::min(at, text_.size());
    while (at > 0 && at < text_.size() && continues(text_[at])) --at;
    if (at == 0 || at == text_.size()) return at;
    return std::max(at, character_after(text_, character_before(text_, at)));
}

void TextEdit::place(std::size_t at, Select select)
{
    caret_ = between_characters(at);
    if (select == Select::no) anchor_ = caret_;
    last_ = Act::none;
}

void TextEdit::select(std::size_t anchor, std::size_t caret)
{
    anchor_ = between_characters(anchor);
    caret_ = between_characters(caret);
    last_ = Act::none;
}

std::size_t TextEdit::target(Move move) const
{
    std::string_view const text = text_;
    switch (move) {
    case Move::left: return character_before(text, caret_);
    case Move::right: return character_after(text, caret_);
    case Move::word_left: return word_before(text, caret_);
    case Move::word_right: return word_after(text, caret_);
    case Move::line_start: {
        auto const feed = caret_ == 0 ? std::string::npos : text.rfind('\n', caret_ - 1);
        return feed == std::string_view::npos ? 0 : feed + 1;
    }
    case Move::line_end: return std::min(text.find('\n', caret_), text.size());
    case Move::text_start: return 0;
    case Move::text_end: break;
    }
    return text.size();
}

void TextEdit::move(Move move, Select select)
{
    // Moving without Shift collapses the selection to its end on that side.
    if (select == Select::no && caret_ != anchor_ && (move == Move::left || move == Move::right)) {
        place(move == Move::left ? std::min(caret_, anchor_) : std::max(caret_, anchor_), select);
        return;
    }
    place(target(move), select);
}

void TextEdit::select_all()
{
    anchor_ = 0;
    caret_ = text_.size();
    last_ = Act::none;
}

void TextEdit::select_word(std::size_t at)
{
    auto const span = word_around(text_, at);
    select(span.begin, span.end);
}

void TextEdit::select_line(std::size_t at)
{
    at = std::min(at, text_.size());
    auto const before = at == 0 ? std::string::npos : text_.rfind('\n', at - 1);
    select(before == std::string::npos ? 0 : before + 1,
           std::min(text_.find('\n', at), text_.size()));
}

void TextEdit::remember(Act act)
{
    redo_.clear();
    if (act == last_ && act != Act::other) return; // consecutive typing is one undo step
    last_ = act;
    undo_.push_back(state());
    if (undo_.size() > undo_steps_max) undo_.erase(undo_.begin());
}

void TextEdit::erase_selected()
{
    auto const begin = std::min(caret_, anchor_);
    text_.erase(begin, std::max(caret_, anchor_) - begin);
    caret_ = anchor_ = between_characters(begin);
}

void TextEdit::insert(std::string_view text)
{
    // A new word starts a new undo step.
    remember(caret_ != anchor_ || text == " " || text.size() > 4 ? Act::other : Act::typing);
    erase_selected();
    text_.insert(caret_, text);
    caret_ = anchor_ = between_characters(caret_ + text.size());
}

void TextEdit::erase(Move towards)
{
    auto const to = caret_ != anchor_ ? anchor_ : target(towards);
    if (to == caret_) return;
    bool const one_character = towards == Move::left || towards == Move::right;
    remember(caret_ != anchor_ || !one_character ? Act::other : Act::erasing);
    anchor_ = to;
    erase_selected();
}

void TextEdit::replace_all(std::string text)
{
    restore({std::move(text), 0, 0});
    caret_ = anchor_ = text_.size();
    undo_.clear();
    redo_.clear();
}

void TextEdit::restore(State state)
{
    text_ = std::move(state.text);
    caret_ = state.caret;
    anchor_ = state.anchor;
    last_ = Act::none;
}

bool TextEdit::undo()
{
    if (undo_.empty()) return false;
    redo_.push_back(state());
    auto before = std::move(undo_.back());
    undo_.pop_back();
    restore(std::move(before));
    return true;
}

bool TextEdit::redo()
{
    if (redo_.empty()) return false;
    undo_.push_back(state());
    auto after = std::move(redo_.back());
    redo_.pop_back();
    restore(std::move(after));
    return true;
}

} // namespace ui
