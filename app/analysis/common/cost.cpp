#include "analysis/common/cost.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace analysis {
namespace {

// hundredths; leaves room for sums in 64 bits
constexpr std::int64_t amount_max = 1'000'000'000'000'000;

struct Size {
    std::string_view name;
    int points;
};
constexpr std::array sizes{Size{"xs", 1}, Size{"s", 2}, Size{"m", 3}, Size{"l", 5}, Size{"xl", 8}};

// Removes every `what` from `text`; returns how many there were.
int strike(std::string& text, std::string_view what)
{
    int count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
        text.erase(at, what.size());
        ++count;
    }
    return count;
}

bool all_digits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The integer part and the decimals of a text of digits with at most one decimal mark; the other
// mark, or a repeated one, separates groups of thousands.
struct Number {
    std::string whole;
    std::string decimals;
};
std::optional<Number> split_number(std::string text)
{
    auto const marks =
        static_cast<int>(std::ranges::count(text, '.') + std::ranges::count(text, ','));
    auto const last = text.find_last_of(".,");
    if (marks == 0) return Number{std::move(text), ""};
    char const mark = text[last];
    bool const mixed = text.find(mark == '.' ? ',' : '.') != std::string::npos;
    bool const repeated = std::ranges::count(text, mark) > 1;
    auto const after = text.size() - last - 1;
    // "12.000" and "12,000" are twelve thousand, as no price has three decimals; "0.125" is a
    // decimal.
    bool const groups = repeated || (!mixed && after == 3 && text.front() != '0');
    Number out{groups ? text : text.substr(0, last), groups ? "" : text.substr(last + 1)};
    if (groups && mixed) return std::nullopt; // 1.000,000,000
    // Each group separator must stand before exactly three digits.
    for (auto at = out.whole.find_first_of(".,"); at != std::string::npos;
         at = out.whole.find_first_of(".,", at)) {
        auto const next = std::min(out.whole.find_first_of(".,", at + 1), out.whole.size());
        if (at == 0 || next - at - 1 != 3) return std::nullopt;
        out.whole.erase(at, 1);
    }
    if (out.whole.empty()) out.whole = "0";
    return out;
}

std::optional<std::int64_t> hundredths_of(Number number, int zeros)
{
    number.decimals.append(static_cast<std::size_t>(zeros), '0');
    number.whole += number.decimals.substr(0, static_cast<std::size_t>(zeros));
    number.decimals.erase(0, static_cast<std::size_t>(zeros));
    while (number.decimals.size() > 2 && number.decimals.back() == '0') number.decimals.pop_back();
    if (number.decimals.size() > 2) return std::nullopt;
    number.decimals.append(2 - number.decimals.size(), '0');
    auto const digits = number.whole + number.decimals;
    if (!all_digits(digits)) return std::nullopt;
    std::int64_t out = 0;
    for (char c : digits) {
        out = out * 10 + (c - '0');
        if (out > amount_max) return std::nullopt;
    }
    return out;
}

// The number of zeros that a unit such as "k" or "millions" means, or nothing for another word.
std::optional<int> zeros_of(std::string const& unit)
{
    constexpr std::array<std::pair<std::string_view, int>, 12> units{{{"", 0},
                                                                      {"k", 3},
                                                                      {"m", 6},
                                                                      {"md", 9},
                                                                      {"mille", 3},
                                                                      {"million", 6},
                                                                      {"millions", 6},
                                                                      {"thousand", 3},
                                                                      {"milliard", 9},
                                                                      {"milliards", 9},
                                                                      {"bn", 9},
                                                                      {"mio", 6}}};
    for (auto const& [name, zeros] : units)
        if (unit == name) return zeros;
    return std::nullopt;
}

// ISO 4217 currency codes. Other three-letter words are not currencies: "2 ETP" is no amount.
constexpr std::array<std::string_view, 33> currency_codes{
    "aud", "bgn", "brl", "cad", "chf", "clp", "cny", "czk", "dkk", "gbp", "hkd",
    "huf", "ils", "inr", "isk", "jpy", "krw", "mad", "mxn", "nok", "nzd", "pln",
    "ron", "rsd", "sek", "tnd", "try", "uah", "usd", "xaf", "xof", "xpf", "zar"};

// Removes the currency names from `text`; returns how many there were.
int strike_all(std::string& text, std::initializer_list<std::string_view> names)
{
    int count = 0;
    for (auto const name : names) count += strike(text, name);
    return count;
}

} // namespace

std::optional<Cost> read_cost(std::string_view text)
{
    auto said = base::fold(text); // lower case, without accents
    for (std::string_view space : {" ", "\t", "\u00A0", "\u202F", "\u2009", "'", "’"})
        strike(said, space);
    for (auto const& size : sizes)
        if (said == size.name)
            return Cost{Cost::Kind::size, size.points * hundredths_per_unit, false};
    if (said.ends_with('.')) said.pop_back(); // the full stop of a sentence
    auto const first = said.find_first_of("0123456789.,");
    auto const last = said.find_last_of("0123456789.,");
    if (said.find_first_of("0123456789") == std::string::npos) return std::nullopt;
    auto around = said.substr(0, first) + said.substr(last + 1);
    auto const digits = said.substr(first, last - first + 1);
    if (digits.find_first_not_of("0123456789.,") != std::string::npos) return std::nullopt;
    int const euros = strike_all(around, {"€", "euros", "euro", "eur"});
    int others = strike_all(around, {"£", "$", "zł", "zl"});
    strike_all(around, {"ht", "ttc"});
    auto zeros = zeros_of(around);
    for (std::string_view of : {"d", "de"}) // "2 millions d’euros"
        if (!zeros && around.ends_with(of))
            zeros = zeros_of(around.substr(0, around.size() - of.size()));
    if (!zeros && std::ranges::find(currency_codes, around) != currency_codes.end()) {
        zeros = 0;
        ++others;
    }
    if (!zeros || euros + others > 1) return std::nullopt;
    auto const number = split_number(digits);
    if (!number) return std::nullopt;
    auto const amount = hundredths_of(*number, *zeros);
    if (!amount) return std::nullopt;
    return Cost{Cost::Kind::amount, *amount, others > 0};
}

std::string amount_text(std::int64_t hundredths)
{
    auto out = std::to_string(hundredths / hundredths_per_unit);
    if (auto const rest = hundredths % hundredths_per_unit; rest != 0)
        out += (rest < 10 ? ".0" : ".") + std::to_string(rest);
    return out;
}

} // namespace analysis
