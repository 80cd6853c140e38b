#include "journal/json_reader.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace journal {
namespace {

constexpr char const* malformed = "why.json";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Appends a code point as UTF-8.
void put_character(std::string& out, unsigned c)
{
    auto const tail = [&](unsigned shift) {
        out += static_cast<char>(0x80U | ((c >> shift) & 0x3FU));
    };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0U | (c >> 6U));
        tail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0U | (c >> 12U));
        tail(6), tail(0);
    } else {
        out += static_cast<char>(0xF0U | (c >> 18U));
        tail(12), tail(6), tail(0);
    }
}

} // namespace

JsonReader::JsonReader(std::string_view json)
    : json_(json)
{
    if (!base::valid_utf8(json)) wrong("why.text");
}

bool JsonReader::wrong(std::string_view why)
{
    constexpr std::size_t most = 80; // characters; the fault may quote the text
    if (fault_.empty()) fault_ = base::truncated(base::sanitized(why), most);
    return false;
}

bool JsonReader::wrong_value() { return wrong("why.value " + last_); }

void JsonReader::pass_space()
{
    at_ = std::min(json_.find_first_not_of(" \t\r\n", at_), json_.size());
}

bool JsonReader::comes(char expected)
{
    pass_space();
    return at_ < json_.size() && json_[at_] == expected;
}

bool JsonReader::take(char expected)
{
    if (failed() || !comes(expected)) return false;
    ++at_;
    return true;
}

bool JsonReader::begins(char opening)
{
    if (failed()) return false;
    if (!take(opening)) return wrong_value();
    first_ = true;
    return true;
}

bool JsonReader::begins_object() { return begins('{'); }
bool JsonReader::begins_list() { return begins('['); }

// Whether another member or element follows; consumes the comma, or the closing bracket.
bool JsonReader::next(char closing)
{
    if (failed()) return false;
    bool const first = std::exchange(first_, false);
    if (take(closing)) return false;
    if (!first && !take(',')) return wrong(malformed);
    if (comes(closing)) return wrong(malformed); // a comma before the closing bracket
    return true;
}

bool JsonReader::next_element() { return next(']'); }

bool JsonReader::next_member(std::string& name)
{
    if (!next('}')) return false;
    if (!comes('"')) return wrong(malformed);
    if (!text(name)) return false;
    if (!take(':')) return wrong(malformed);
    last_ = name;
    return true;
}

// Reads four hexadecimal digits.
bool JsonReader::unit(unsigned& out)
{
    auto const from = json_.data() + at_;
    if (json_.size() - at_ < 4) return wrong(malformed);
    auto const read = std::from_chars(from, from + 4, out, 16);
    if (read.ec != std::errc{} || read.ptr != from + 4) return wrong(malformed);
    at_ += 4;
    return true;
}

bool JsonReader::escape(std::string& out)
{
    if (at_ >= json_.size()) return wrong(malformed);
    switch (json_[at_++]) {
    case '"': out += '"'; return true;
    case '\\': out += '\\'; return true;
    case '/': out += '/'; return true;
    case 'b': out += '\b'; return true;
    case 'f': out += '\f'; return true;
    case 'n': out += '\n'; return true;
    case 'r': out += '\r'; return true;
    case 't': out += '\t'; return true;
    case 'u': break;
    default: return wrong(malformed);
    }
    unsigned c = 0;
    if (!unit(c)) return false;
    if (c == 0 || (c >= 0xDC00 && c < 0xE000)) return wrong("why.text");
    if (c >= 0xD800 && c < 0xDC00) { // a high surrogate; the low one must follow
        unsigned second = 0;
        if (json_.substr(at_, 2) != "\\u") return wrong("why.text");
        at_ += 2;
        if (!unit(second)) return false;
        if (second < 0xDC00 || second >= 0xE000) return wrong("why.text");
        c = 0x10000 + ((c - 0xD800) << 10U) + (second - 0xDC00);
    }
    put_character(out, c);
    return true;
}

bool JsonReader::text(std::string& out)
{
    if (failed()) return false;
    if (!take('"')) return wrong_value();
    out.clear();
    auto const plain = [](char c) {
        return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
    };
    while (at_ < json_.size()) {
        auto const from = at_;
        while (at_ < json_.size() && plain(json_[at_])) ++at_;
        out += json_.substr(from, at_ - from);
        if (at_ == json_.size()) break;
        auto const c = json_[at_++];
        if (c == '"') {
            first_ = false;
            return true;
        }
        if (c != '\\') return wrong("why.text");
        if (!escape(out)) return false;
    }
    return wrong(malformed); // unterminated string
}

std::string_view JsonReader::digits(bool& whole)
{
    if (failed()) return {};
    pass_space();
    auto const from = at_;
    auto const run = [&] {
        auto const begin = at_;
        while (at_ < json_.size() && is_digit(json_[at_])) ++at_;
        return at_ - begin;
    };
    auto const has = [&](char c) { return at_ < json_.size() && json_[at_] == c; };
    if (has('-')) ++at_;
    bool const nought = has('0');
    auto const before = run();
    bool ok = before == 1 || (before > 1 && !nought);
    whole = true;
    if (ok && has('.')) {
        ++at_;
        whole = false;
        ok = run() > 0;
    }
    if (ok && (has('e') || has('E'))) {
        ++at_;
        whole = false;
        if (has('-') || has('+')) ++at_;
        ok = run() > 0;
    }
    if (!ok) {
        wrong_value();
        return {};
    }
    first_ = false;
    return json_.substr(from, at_ - from);
}

// Stores a negative number in `low` (returns true), else in `high` (returns false).
bool JsonReader::integer(std::int64_t& low, std::uint64_t& high)
{
    bool whole = false;
    auto const said = digits(whole);
    if (failed()) return false;
    bool const below_0 = said.front() == '-';
    auto const* end = said.data() + said.size();
    auto const read =
        below_0 ? std::from_chars(said.data(), end, low) : std::from_chars(said.data(), end, high);
    if (!whole || read.ec != std::errc{} || read.ptr != end) wrong_value();
    return below_0;
}

bool JsonReader::number(double& out)
{
    bool whole = false;
    auto const said = digits(whole);
    if (failed()) return false;
    auto const* end = said.data() + said.size();
    auto const read = std::from_chars(said.data(), end, out);
    if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(out)) return wrong_value();
    return true;
}

bool JsonReader::number(float& out)
{
    double wide = 0;
    if (!number(wide)) return false;
    if (std::abs(wide) > std::numeric_limits<float>::max()) return wrong_value();
    out = static_cast<float>(wide);
    return true;
}

// Skips a value by counting brackets, without checking its contents.
bool JsonReader::skip()
{
    std::size_t open = 0;
    std::string passed;
    while (!failed()) {
        pass_space();
        if (at_ >= json_.size()) return wrong(malformed);
        auto const c = json_[at_];
        if (c == '"') {
            if (!text(passed)) return false;
        } else if (c == '{' || c == '[') {
            ++open, ++at_;
        } else if (c == '}' || c == ']') {
            if (open == 0) return wrong(malformed);
            --open, ++at_;
        } else if (c == ',' || c == ':') {
            if (open == 0) return wrong(malformed);
            ++at_;
        } else {
            auto const end = json_.find_first_of(" \t\r\n\",:{}[]", at_);
            at_ = std::min(end, json_.size());
        }
        first_ = false;
        if (open == 0) return true;
    }
    return false;
}

bool JsonReader::done()
{
    if (failed()) return false;
    pass_space();
    return at_ == json_.size() || wrong(malformed);
}

} // namespace journal
