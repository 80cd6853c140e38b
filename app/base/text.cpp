#include "base/text.h"

#include <unicode/brkiter.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>
#include <memory>
#include <mutex>
#include <type_traits>
#include <utility>

namespace base {
namespace {

bool turns_direction(UChar32 c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
           c == 0x200F || c == 0x061C;
}

void append_utf8(std::string& out, UChar32 c)
{
    char bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    out.append(bytes, static_cast<std::size_t>(length));
}

// ICU's macro has a narrowing conversion; it is intended.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
template <class F>
void for_each_code_point(std::string_view text, F&& f)
{
    auto const size = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < size;) {
        UChar32 c = 0;
        auto const begin = i;
        U8_NEXT(text, i, size, c); // negative: invalid UTF-8
        if constexpr (std::is_invocable_v<F, UChar32, std::size_t>)
            f(c, static_cast<std::size_t>(i - begin));
        else
            f(c);
    }
}
#pragma GCC diagnostic pop

// An iterator that no other thread uses while this object exists. They are kept and used again:
// each takes long to make. Not one per thread: MinGW frees what a thread owns before its destructor
// runs.
class Graphemes {
public:
    Graphemes()
    {
        std::scoped_lock const lock(mutex());
        if (idle().empty()) {
            UErrorCode status = U_ZERO_ERROR;
            mine_.reset(
                icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
        } else {
            mine_ = std::move(idle().back());
            idle().pop_back();
        }
    }
    ~Graphemes()
    {
        std::scoped_lock const lock(mutex());
        idle().push_back(std::move(mine_));
    }
    Graphemes(Graphemes const&) = delete;
    Graphemes& operator=(Graphemes const&) = delete;
    icu::BreakIterator* operator->() const { return mine_.get(); }

private:
    static std::mutex& mutex()
    {
        static std::mutex one;
        return one;
    }
    static std::vector<std::unique_ptr<icu::BreakIterator>>& idle()
    {
        static std::vector<std::unique_ptr<icu::BreakIterator>> all;
        return all;
    }
    std::unique_ptr<icu::BreakIterator> mine_;
};

// Threads may share it: comparing changes nothing in it.
icu::Collator const& french()
{
    static std::unique_ptr<icu::Collator> const collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Collator>(
            icu::Collator::createInstance(icu::Locale::getFrench(), status));
    }();
    return *collator; // NOLINT(clang-analyzer-cplusplus.NewDelete): it lives as long as the program
}

icu::UnicodeString wide(std::string_view text)
{
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

} // namespace

bool valid_utf8(std::string_view text)
{
    bool valid = true;
    for_each_code_point(text, [&](UChar32 c) { valid = valid && c >= 0; });
    return valid;
}

std::string sanitized(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    bool after_cr = false;
    for_each_code_point(text, [&](UChar32 c) {
        bool const follows_cr = std::exchange(after_cr, c == '\r');
        if (c < 0)
            append_utf8(out, 0xFFFD);
        else if (c == '\r')
            out += '\n';
        else if (c == '\n' && follows_cr)
            return;
        else if ((c >= 0x20 || c == '\t' || c == '\n') && !(c >= 0x7F && c < 0xA0) &&
                 !turns_direction(c))
            append_utf8(out, c);
    });
    return out;
}

std::string fold(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    auto const* normalizer = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString folded = wide(text);
    folded.foldCase();
    folded = normalizer->normalize(folded, status);
    std::string out;
    for (std::int32_t i = 0; i < folded.length();) {
        auto const c = folded.char32At(i);
        i += U16_LENGTH(c);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        if (c == 0x153)
            out += "oe";
        else if (c == 0xE6)
            out += "ae";
        else if (c == 0x2019 || c == 0x2018 || c == 0x2BC)
            out += '\'';
        else if (c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014)
            out += '-';
        else if (u_isUWhiteSpace(c)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else
            append_utf8(out, c);
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

int collate(std::string_view a, std::string_view b)
{
    UErrorCode status = U_ZERO_ERROR;
    return french().compare(wide(a), wide(b), status);
}

CharKind kind_at(std::string_view text, std::size_t at)
{
    auto kind = CharKind::sign;
    bool first = true;
    for_each_code_point(text.substr(at, U8_MAX_LENGTH), [&](UChar32 c) {
        if (!std::exchange(first, false)) return;
        constexpr auto letters = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
        if (c >= 0 && u_isUWhiteSpace(c))
            kind = CharKind::space;
        else if (c == '_' || (c >= 0 && (U_GET_GC_MASK(c) & letters) != 0))
            kind = CharKind::letter;
    });
    return kind;
}

Character character_at(std::string_view text, std::size_t at)
{
    Character out;
    bool first = true;
    for_each_code_point(text.substr(at, U8_MAX_LENGTH), [&](UChar32 c, std::size_t bytes) {
        if (!std::exchange(first, false)) return;
        out = {c < 0 ? U'\uFFFD' : static_cast<char32_t>(c), bytes};
    });
    return out;
}

std::size_t grapheme_count(std::string_view text)
{
    auto const string = wide(text);
    Graphemes const at;
    at->setText(string);
    std::size_t count = 0;
    while (at->next() != icu::BreakIterator::DONE) ++count;
    return count;
}

std::string_view before_ellipsis(std::string_view text)
{
    constexpr std::array<std::string_view, 14> trimmed{" ", "\u00A0", "\u202F", ":", ";", ",", ".",
                                                       "-", "–",      "—",      "·", "(", "«", "/"};
    for (bool again = true; std::exchange(again, false);)
        for (auto const end : trimmed)
            if (text.size() > end.size() && text.ends_with(end)) {
                text.remove_suffix(end.size());
                again = true;
            }
    return text;
}

std::string truncated(std::string_view text, std::size_t count, std::string_view ellipsis)
{
    auto const string = wide(text);
    Graphemes const at;
    at->setText(string);
    std::int32_t end = 0;
    for (; count > 0; --count) {
        auto const next = at->next();
        if (next == icu::BreakIterator::DONE) return std::string(text);
        end = next;
    }
    if (end >= string.length()) return std::string(text);
    std::string out;
    string.tempSubString(0, end).toUTF8String(out);
    if (ellipsis.empty()) return out;
    auto const space = out.rfind(' ');
    if (string.charAt(end) != u' ' && space != std::string::npos && space > out.size() / 2)
        out.resize(space);
    out.resize(before_ellipsis(out).size());
    return out.append(ellipsis);
}

std::vector<WordSpan> word_spans(std::string_view text)
{
    std::vector<WordSpan> words;
    std::size_t begin = 0, at = 0;
    bool inside = false;
    auto const end_word = [&] {
        if (inside) words.push_back({begin, at});
        inside = false;
    };
    for_each_code_point(text, [&](UChar32 c, std::size_t bytes) {
        bool const mark = c >= 0 && u_charType(c) == U_NON_SPACING_MARK;
        if (c >= 0 && (u_isalnum(c) || (inside && mark))) {
            if (!inside) begin = at;
            inside = true;
        } else {
            end_word();
        }
        at += bytes;
    });
    end_word();
    return words;
}

std::string_view trimmed(std::string_view text)
{
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace base
