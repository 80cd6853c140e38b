#include "i18n/catalogue.h"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <fmt/chrono.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <fstream>
#include <locale>
#include <map>
#include <mutex>
#include <sstream>
#include <unordered_map>
#include <utility>

namespace i18n {
namespace {

namespace bl = boost::locale;
namespace fs = std::filesystem;

constexpr char const* narrow_space = "\u202F";
constexpr char const* hard_space = "\u00A0";

constexpr std::array<std::string_view, 12> months_fr{
    "janvier", "février", "mars",      "avril",   "mai",      "juin",
    "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 12> months_en{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

constexpr std::array<std::string_view, 12> short_months_fr{"janv.", "févr.", "mars",  "avril",
                                                           "mai",   "juin",  "juil.", "août",
                                                           "sept.", "oct.",  "nov.",  "déc."};
constexpr std::array<std::string_view, 12> short_months_en{
    "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"};

std::tm local(std::int64_t at_ms)
{
    try {
        return fmt::localtime(static_cast<std::time_t>(at_ms / 1000));
    } catch (fmt::format_error const&) { // a year that does not fit
        return {};
    }
}

// Whether a number takes the singular: 0, 1 and 1,5 in French, 1 in English.
bool singular(std::string const& number, Language language)
{
    if (language == Language::english) return number == "1";
    return !number.empty() && (number[0] == '0' || number[0] == '1') &&
           (number.size() == 1 || number[1] == ',' || number[1] == '.');
}

// The position of the brace that closes the one at `open`; npos when there is none.
std::size_t closing(std::string_view pattern, std::size_t open)
{
    int depth = 0;
    for (auto at = open; at < pattern.size(); ++at) {
        if (pattern[at] == '{') ++depth;
        if (pattern[at] == '}' && --depth == 0) return at;
    }
    return std::string_view::npos;
}

// The nouns of a text, from [case] to [Use cases].
struct Noun {
    std::string_view mark;
    bool several, in_full;
};
constexpr std::array nouns{Noun{"case", false, false}, Noun{"cases", true, false},
                           Noun{"use case", false, true}, Noun{"use cases", true, true}};

std::string noun_of(Noun const& noun, Item const& item, Language language)
{
    if (!item.one.empty()) return noun.several ? item.many : item.one;
    if (language == Language::french) return noun.in_full ? "cas d’usage" : "cas";
    return std::string(noun.mark);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// Replaces the marks of nouns; other brackets stay.
std::string with_nouns(std::string_view text, Item const& item, Language language)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto const open = text.find('[', at);
        auto const close = open == std::string_view::npos ? open : text.find(']', open);
        if (close == std::string_view::npos) return out.append(text.substr(at));
        std::string mark(text.substr(open + 1, close - open - 1));
        bool const capital = !mark.empty() && mark.front() != lower(mark.front());
        if (capital) mark.front() = lower(mark.front());
        auto const noun = std::find_if(nouns.begin(), nouns.end(),
                                       [&](Noun const& one) { return one.mark == mark; });
        out.append(text.substr(at, open - at));
        if (noun == nouns.end()) {
            out += '[';
            at = open + 1;
            continue;
        }
        auto said = noun_of(*noun, item, language);
        if (capital) said.front() = upper(said.front());
        out += said;
        at = close + 1;
    }
    return out;
}

// Replaces each {N|one|many} by the form that agrees with argument N; forms may contain {N}.
std::string agreed(std::string const& pattern, fmt::format_args args, Language language)
{
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        auto const open = pattern.find('{', at);
        auto const close = open == std::string::npos ? open : closing(pattern, open);
        if (close == std::string::npos) return out + pattern.substr(at);
        auto const hole = pattern.substr(open + 1, close - open - 1);
        auto const first = hole.find('|');
        auto const second = first == std::string::npos ? first : hole.find('|', first + 1);
        out += pattern.substr(at, open - at);
        if (second == std::string::npos) {
            out += pattern.substr(open, close + 1 - open);
        } else {
            auto const number = fmt::vformat("{" + hole.substr(0, first) + "}", args);
            out += singular(number, language) ? hole.substr(first + 1, second - first - 1)
                                              : hole.substr(second + 1);
        }
        at = close + 1;
    }
    return out;
}

} // namespace

struct Catalogue::Words {
    std::locale locale;
    std::vector<std::string> domains;
    // Cache of lookups, used by several threads: for each way to call items, the texts by key.
    using Known = std::unordered_map<std::string, std::string>;
    mutable std::mutex looking;
    mutable std::map<std::pair<std::string, std::string>, Known> known;
    Item item;
};

Catalogue::Catalogue(Language language, std::unique_ptr<Words> words)
    : language_(language)
    , words_(std::move(words))
{
}
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;
Catalogue::~Catalogue() = default;

base::Result<Catalogue> Catalogue::load(fs::path const& assets, Language language)
{
    auto const folder = assets / "i18n" / (language == Language::french ? "fr" : "en");
    bl::gnu_gettext::messages_info info;
    info.language = language == Language::french ? "fr" : "en";
    info.encoding = "UTF-8";
    info.paths.emplace_back(folder.string());
    auto words = std::make_unique<Words>();
    std::error_code failed;
    for (auto const& entry : fs::directory_iterator(folder, failed))
        if (entry.path().extension() == ".mo")
            words->domains.push_back(entry.path().stem().string());
    if (words->domains.empty()) return base::fail(base::Errc::io, "i18n.missing", folder.string());
    for (auto const& domain : words->domains) info.domains.emplace_back(domain);
    info.callback = [folder](std::string const& name, std::string const&) {
        // Boost asks for <path>/<language>/LC_MESSAGES/<domain>.mo; our files are in one folder.
        std::ifstream in(folder / fs::path(name).filename(), std::ios::binary);
        std::ostringstream bytes;
        bytes << in.rdbuf();
        auto const text = std::move(bytes).str();
        return std::vector<char>(text.begin(), text.end());
    };
    words->locale =
        std::locale(std::locale::classic(), bl::gnu_gettext::create_messages_facet<char>(info));
    return Catalogue(language, std::move(words));
}

void Catalogue::call_items(Item const& item)
{
    std::lock_guard const alone(words_->looking);
    words_->item = item.one.empty() || item.many.empty() ? Item{} : item;
}

std::string const& Catalogue::text(std::string_view key) const
{
    std::string const id(key);
    std::lock_guard const alone(words_->looking); // references to cached texts stay valid
    auto& known = words_->known[{words_->item.one, words_->item.many}];
    if (auto found = known.find(id); found != known.end()) return found->second;
    std::string said = id;
    auto const& facet = std::use_facet<bl::message_format<char>>(words_->locale);
    for (int domain = 0; domain < static_cast<int>(words_->domains.size()); ++domain)
        if (auto const* found = facet.get(domain, nullptr, id.c_str())) {
            said = found;
            break;
        }
    return known.emplace(id, with_nouns(said, words_->item, language_)).first->second;
}

std::string Catalogue::plural(std::string_view key, std::int64_t n) const
{
    std::string const id(key);
    auto const& facet = std::use_facet<bl::message_format<char>>(words_->locale);
    std::string pattern = id;
    for (int domain = 0; domain < static_cast<int>(words_->domains.size()); ++domain)
        if (auto const* found = facet.get(domain, nullptr, id.c_str(), static_cast<int>(n))) {
            pattern = found;
            break;
        }
    auto const shown = number(n);
    Item item;
    {
        std::lock_guard const alone(words_->looking);
        item = words_->item;
    }
    return filled(with_nouns(pattern, item, language_), fmt::make_format_args(shown));
}

std::string Catalogue::filled(std::string const& pattern, fmt::format_args args) const
{
    try {
        if (pattern.find('|') == std::string::npos) return fmt::vformat(pattern, args);
        return fmt::vformat(agreed(pattern, args, language_), args);
    } catch (fmt::format_error const&) {
        return pattern; // shows the pattern when a translation is malformed
    }
}

std::string Catalogue::number(std::int64_t n) const
{
    return (n < 0 ? "−" : "") + grouped(std::to_string(n < 0 ? -n : n));
}

std::string Catalogue::decimal(double value, int digits) const
{
    auto const said = fmt::format("{:.{}f}", std::abs(value), digits);
    bool const zero = said.find_first_not_of("0.") == std::string::npos;
    auto const point = std::min(said.find('.'), said.size());
    auto out = grouped(said.substr(0, point));
    if (point < said.size())
        out += (language_ == Language::french ? "," : ".") + said.substr(point + 1);
    return (value < 0 && !zero ? "−" : "") + out;
}

// In groups of three digits.
std::string Catalogue::grouped(std::string_view digits) const
{
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            out += language_ == Language::french ? narrow_space : ",";
        out += digits[i];
    }
    return out;
}

std::string Catalogue::percent(double share) const
{
    auto const whole = std::to_string(std::lround(share * 100));
    return language_ == Language::french ? whole + narrow_space + "%" : whole + "%";
}

std::string Catalogue::ordinal(int n) const
{
    if (language_ == Language::french) return std::to_string(n) + (n == 1 ? "ᵉʳ" : "ᵉ");
    bool const teen = n % 100 >= 11 && n % 100 <= 13;
    char const* suffix = teen          ? "th"
                         : n % 10 == 1 ? "st"
                         : n % 10 == 2 ? "nd"
                         : n % 10 == 3 ? "rd"
                                       : "th";
    return std::to_string(n) + suffix;
}

std::string Catalogue::date(std::int64_t at_ms) const
{
    auto const t = local(at_ms);
    auto const& months = language_ == Language::french ? months_fr : months_en;
    auto const day = language_ == Language::french && t.tm_mday == 1 ? std::string("1ᵉʳ")
                                                                     : std::to_string(t.tm_mday);
    return fmt::format("{} {} {}", day, months.at(static_cast<std::size_t>(t.tm_mon)),
                       t.tm_year + 1900);
}

std::string Catalogue::time(std::int64_t at_ms) const
{
    auto const t = local(at_ms);
    if (language_ == Language::english) return fmt::format("{:02}:{:02}", t.tm_hour, t.tm_min);
    return fmt::format("{}{}h{}{:02}", t.tm_hour, hard_space, hard_space, t.tm_min);
}

std::string Catalogue::month(std::string_view iso) const
{
    auto const digit = [&](std::size_t i) { return iso[i] >= '0' && iso[i] <= '9'; };
    if (iso.size() < 7 || iso[4] != '-' || !digit(5) || !digit(6)) return std::string(iso);
    int const n = (iso[5] - '0') * 10 + (iso[6] - '0');
    if (n < 1 || n > 12) return std::string(iso);
    auto const& months = language_ == Language::french ? short_months_fr : short_months_en;
    return fmt::format("{}\u00a0{}", months.at(static_cast<std::size_t>(n - 1)), iso.substr(0, 4));
}

} // namespace i18n
