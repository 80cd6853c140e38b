#include "exchange/answers/answer_cell.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace exchange {
namespace {

using namespace std::string_view_literals;

constexpr std::array usual_words{
    "-"sv,
    "–"sv,
    "—"sv,
    "."sv,
    "?"sv,
    "/"sv,
    "na"sv,
    "n/a"sv,
    "n.a."sv,
    "#n/a"sv,
    "#na"sv,
    "nan"sv,
    "null"sv,
    "none"sv,
    "nsp"sv,
    "n.s.p."sv,
    "nc"sv,
    "ns/nc"sv,
    "nspp"sv,
    "ne sait pas"sv,
    "ne se prononce pas"sv,
    "je ne sais pas"sv,
    "sans opinion"sv,
    "sans avis"sv,
    "sans reponse"sv,
    "pas d'avis"sv,
    "pas d'opinion"sv,
    "pas de reponse"sv,
    "non renseigne"sv,
    "non concerne"sv,
    "non applicable"sv,
    "blanc"sv,
    "vote blanc"sv,
    "(vide)"sv,
    "vide"sv,
    "sans opinion / blanc"sv,
    "no opinion"sv,
    "no answer"sv,
    "not answered"sv,
    "don't know"sv,
    "dont know"sv,
    "do not know"sv,
    "i don't know"sv,
    "dk"sv,
    "blank"sv,
    "missing"sv,
    "not applicable"sv,
    "prefer not to say"sv,
    "keine angabe"sv,
    "k.a."sv,
    "weiss nicht"sv,
    "weiß nicht"sv,
    "keine meinung"sv,
    "no sabe"sv,
    "no se"sv,
    "sin opinion"sv,
    "no contesta"sv,
    "en blanco"sv,
    "non so"sv,
    "nessuna opinione"sv,
    "weet niet"sv,
    "geen mening"sv,
    "nao sei"sv,
    "sem opiniao"sv,
};

// Parses a number with a French or an English decimal mark at the start of the text, and removes
// it.
std::optional<double> number_at(std::string_view& text)
{
    std::string digits;
    std::size_t at = 0;
    for (auto minus : {"\u2212"sv, "-"sv, "+"sv})
        if (text.starts_with(minus)) {
            if (minus != "+"sv) digits = "-";
            at = minus.size();
            break;
        }
    auto const first = at;
    bool mark = false;
    for (; at < text.size(); ++at) {
        char const c = text[at];
        bool const next = at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
        if (c >= '0' && c <= '9')
            digits += c;
        else if ((c == '.' || c == ',') && !mark && next && at > first)
            digits += '.', mark = true;
        else
            break;
    }
    constexpr std::size_t longest = 15;
    if (at == first || digits.size() > longest) return std::nullopt;
    text.remove_prefix(at);
    double value = 0;
    auto const [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return wrong == std::errc{} ? std::optional(value) : std::nullopt;
}

std::string_view without(std::string_view text, std::string_view start)
{
    return text.starts_with(start) ? base::trimmed(text.substr(start.size())) : text;
}

bool is_ordinal_end(std::string_view text)
{
    constexpr std::array ends{"er"sv,        "ere"sv,       "re"sv,       "e"sv,      "eme"sv,
                              "nd"sv,        "nde"sv,       "st"sv,       "rd"sv,     "th"sv,
                              "o"sv,         "a"sv,         "º"sv,        "ª"sv,      "er choix"sv,
                              "e choix"sv,   "eme choix"sv, "er rang"sv,  "e rang"sv, "st choice"sv,
                              "nd choice"sv, "rd choice"sv, "th choice"sv};
    return std::ranges::find(ends, text) != ends.end();
}

// Removes the separator between a number and its label: "4 - Bien", "4 = Bien", "4. Bien", "4)
// Bien".
std::string_view after_mark(std::string_view text)
{
    text = base::trimmed(text);
    for (auto mark : {"-"sv, "–"sv, "—"sv, "="sv, ":"sv, "."sv, ")"sv})
        if (text.starts_with(mark)) return base::trimmed(text.substr(mark.size()));
    return text.starts_with('(') && text.ends_with(')')
               ? base::trimmed(text.substr(1, text.size() - 2))
               : std::string_view{};
}

// "Bien (5)": the number at the end.
std::optional<double> number_in_brackets(std::string_view folded)
{
    auto const open = folded.rfind('(');
    if (!folded.ends_with(')') || open == std::string_view::npos || open == 0) return std::nullopt;
    auto inside = folded.substr(open + 1, folded.size() - open - 2);
    auto const value = number_at(inside);
    return value && inside.empty() ? value : std::nullopt;
}

} // namespace

NoAnswer::NoAnswer()
{
    for (auto word : usual_words) words_.emplace(base::fold(word));
}

NoAnswer::NoAnswer(std::string_view said)
{
    if (!said.empty()) *this = NoAnswer();
    while (!said.empty()) {
        auto const comma = said.find(',');
        if (auto word = base::fold(said.substr(0, comma)); !word.empty())
            words_.insert(std::move(word));
        said.remove_prefix(comma == std::string_view::npos ? said.size() : comma + 1);
    }
}

bool whole(double value) { return value == std::round(value); }

std::string written(double value)
{
    std::array<char, 32> out{};
    auto const [end, wrong] = std::to_chars(out.data(), out.data() + out.size(), value);
    return wrong == std::errc{} ? std::string(out.data(), end) : std::string{};
}

AnswerCell answer_of(std::string_view cell, NoAnswer const& none)
{
    AnswerCell out;
    if (!shows(cell)) return out;
    constexpr std::size_t longest = 400; // longer texts are not answers of a list
    out.shown = one_line(without_invisible(cell.substr(0, longest)));
    auto const folded = base::fold(out.shown);
    if (folded.empty()) return out;
    if (none.has(folded)) {
        out.kind = AnswerCell::Kind::no_answer;
        return out;
    }
    out.kind = AnswerCell::Kind::word;
    out.word = folded;
    std::string_view rest = folded;
    bool ranked = false;
    for (auto start :
         {"rang "sv, "rank "sv, "n°"sv, "no "sv, "#"sv, "choix "sv, "choice "sv, "place "sv}) {
        auto const shorter = without(rest, start);
        ranked = ranked || shorter.size() < rest.size();
        rest = shorter;
    }
    auto const value = number_at(rest);
    if (!value) {
        if (auto const end = number_in_brackets(folded)) {
            out.kind = AnswerCell::Kind::number;
            out.value = *end;
            out.word = std::string(base::trimmed(folded.substr(0, folded.rfind('('))));
            out.shown = std::string(base::trimmed(out.shown.substr(0, out.shown.rfind('('))));
        }
        return out;
    }
    rest = base::trimmed(rest);
    auto const number = [&] {
        out.kind = AnswerCell::Kind::number;
        out.value = *value;
        out.word.clear();
    };
    if (rest.empty()) {
        number();
        out.ordinal = ranked;
    } else if (rest == "%") {
        number();
        out.out_of = 100;
    } else if (is_ordinal_end(rest)) {
        number();
        out.ordinal = true;
    } else if (rest.starts_with('/') || rest.starts_with("sur ") || rest.starts_with("out of ")) {
        rest.remove_prefix(rest.starts_with('/') ? 1 : rest.starts_with('s') ? 4 : 7);
        rest = base::trimmed(rest);
        auto const of = number_at(rest);
        if (of && rest.empty() && *of > 0) number(), out.out_of = *of;
    } else if (constexpr std::array units{"pt"sv, "pts"sv, "point"sv, "points"sv, "etoile"sv,
                                          "etoiles"sv, "star"sv, "stars"sv, "★"sv, "gommette"sv,
                                          "gommettes"sv, "€"sv};
               std::ranges::find(units, rest) != units.end()) {
        number();
    } else if (auto const words = after_mark(rest); !words.empty()) {
        // The label in its original spelling is at the end of the cell.
        auto const letters = words.size();
        number();
        out.word = std::string(words);
        auto const start = out.shown.find_first_not_of("0123456789+-–—−=:.,)( ");
        if (start != std::string::npos) out.shown = out.shown.substr(start);
        if (out.shown.ends_with(')') && letters > 0 && !words.ends_with(')')) out.shown.pop_back();
    }
    return out;
}

} // namespace exchange
