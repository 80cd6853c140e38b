#include "ui/text_edit.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace ui {
namespace {

constexpr std::size_t undo_steps_max = 200;
// Longer than any character people see, in bytes.
constexpr std::size_t character_bytes_max = 64;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

enum class Kind { space, word, sign };
Kind kind_of(std::string_view text, std::size_t at)
{
    auto const c = static_cast<unsigned char>(text[at]);
    if (c == ' ' || c == '\t' || c == '\n') return Kind::space;
    if (text.substr(at).starts_with("\u00A0") || text.substr(at).starts_with("\u202F"))
        return Kind::space;
    bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || c == '_' || c >= 0x80) return Kind::word;
    return Kind::sign;
}

std::size_t word_before(std::string_view text, std::size_t at)
{
    auto const kind_before = [&] { return kind_of(text, character_before(text, at)); };
    while (at > 0 && kind_before() == Kind::space) at = character_before(text, at);
    if (at == 0) return 0;
    auto const kind = kind_before();
    while (at > 0 && kind_before() == kind) at = character_before(text, at);
    return at;
}

std::size_t word_after(std::string_view text, std::size_t at)
{
    if (at < text.size() && kind_of(text, at) != Kind::space) {
        auto const kind = kind_of(text, at);
        while (at < text.size() && kind_of(text, at) == kind) at = character_after(text, at);
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

void TextEdit::place(std::size_t at, Select select)
{
    caret_ = std::min(at, text_.size());
    while (caret_ > 0 && caret_ < text_.size() && continues(text_[caret_])) --caret_;
    if (select == Select::no) anchor_ = caret_;
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
    // A selection that is given up: the caret goes to its end on that side.
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
    if (text_.empty()) return;
    at = std::min(at, text_.size());
    if (at == text_.size()) at = character_before(text_, at);
    auto const kind = kind_of(text_, at);
    anchor_ = caret_ = at;
    while (anchor_ > 0 && kind_of(text_, character_before(text_, anchor_)) == kind)
        anchor_ = character_before(text_, anchor_);
    while (caret_ < text_.size() && kind_of(text_, caret_) == kind)
        caret_ = character_after(text_, caret_);
    last_ = Act::none;
}

void TextEdit::remember(Act act)
{
    redo_.clear();
    if (act == last_ && act != Act::other) return; // one step for a run of typing
    last_ = act;
    undo_.push_back(state());
    if (undo_.size() > undo_steps_max) undo_.erase(undo_.begin());
}

void TextEdit::erase_selected()
{
    auto const begin = std::min(caret_, anchor_);
    text_.erase(begin, std::max(caret_, anchor_) - begin);
    caret_ = anchor_ = begin;
}

void TextEdit::insert(std::string_view text)
{
    // A new word is a new step.
    remember(caret_ != anchor_ || text == " " || text.size() > 4 ? Act::other : Act::typing);
    erase_selected();
    text_.insert(caret_, text);
    caret_ = anchor_ = caret_ + text.size();
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
