#include "analysis/similarity/short_title.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace analysis {
namespace {

using std::string_view;

// Folded words that may start an optional complement.
constexpr std::array complements{
    string_view{"par"},   string_view{"selon"},      string_view{"pour"},     string_view{"sur"},
    string_view{"avec"},  string_view{"contre"},     string_view{"en"},       string_view{"dans"},
    string_view{"et"},    string_view{"a"},          string_view{"au"},       string_view{"aux"},
    string_view{"entre"}, string_view{"chez"},       string_view{"hors"},     string_view{"for"},
    string_view{"in"},    string_view{"on"},         string_view{"with"},     string_view{"by"},
    string_view{"and"},   string_view{"using"},      string_view{"from"},     string_view{"qui"},
    string_view{"dont"},  string_view{"auxquelles"}, string_view{"auxquels"}, string_view{"to"}};
// Words after a leading action noun: "prévision DES repas", "aide À LA rédaction", "lutte CONTRE
// le".
constexpr std::array links{string_view{"de"}, string_view{"des"},    string_view{"du"},
                           string_view{"a"},  string_view{"au"},     string_view{"aux"},
                           string_view{"of"}, string_view{"contre"}, string_view{"dans"},
                           string_view{"for"}};
constexpr std::array articles{string_view{"la"}, string_view{"le"},  string_view{"les"},
                              string_view{"un"}, string_view{"une"}, string_view{"the"},
                              string_view{"a"},  string_view{"an"}};
// Action nouns, by ending or by name.
constexpr std::array act_endings{string_view{"tion"}, string_view{"sion"}, string_view{"age"},
                                 string_view{"ment"}, string_view{"ing"},  string_view{"ance"}};
constexpr std::array acts{
    string_view{"aide"},       string_view{"assistant"}, string_view{"lutte"},
    string_view{"tri"},        string_view{"prise"},     string_view{"suivi"},
    string_view{"synthese"},   string_view{"recherche"}, string_view{"diagnostic"},
    string_view{"inventaire"}, string_view{"lecture"},   string_view{"controle"},
    string_view{"analyse"},    string_view{"carte"},     string_view{"cartographie"},
    string_view{"releve"}};

bool among(auto const& list, string_view word)
{
    return std::ranges::find(list, word) != list.end();
}

struct TitleWord {
    std::size_t begin = 0, end = 0;
    std::string folded;
};

std::vector<TitleWord> title_words(string_view title)
{
    std::vector<TitleWord> out;
    for (std::size_t at = 0; at < title.size();) {
        auto const end = std::min(title.find(' ', at), title.size());
        if (end > at) out.push_back({at, end, base::fold(title.substr(at, end - at))});
        at = end + 1;
    }
    return out;
}

bool elided(TitleWord const& word) // d’eau, l'eau
{
    return word.folded.size() > 2 && word.folded[1] == '\'';
}

bool is_act(TitleWord const& word)
{
    return among(acts, word.folded) || std::ranges::any_of(act_endings, [&](auto ending) {
               return string_view(word.folded).ends_with(ending);
           });
}

bool joins(TitleWord const& word)
{
    return among(complements, word.folded) || among(links, word.folded) ||
           among(articles, word.folded);
}

// Truncates, as a single word may be too long.
std::string cut(string_view text)
{
    bool const fits = base::grapheme_count(text) <= short_title_most;
    return fits ? std::string(text) : base::truncated(text, short_title_most - 1);
}

class Shortening {
public:
    explicit Shortening(string_view title)
        : title_(title.substr(0, std::min({title.find(" :"), title.find("\u00A0:"),
                                           title.find(": "), title.find(" ("), title.size()})))
        , words_(title_words(title_))
        , end_(words_.size())
    {
    }

    std::string run()
    {
        drop_complements();
        if (!fits()) drop_act();
        drop_complements();
        while (!fits() && end_ > first_ + 1) --end_;
        while (end_ > first_ + 1 && joins(words_[end_ - 1])) --end_;
        auto const from = words_[first_].begin + skipped_;
        return capital(cut(title_.substr(from, words_[end_ - 1].end - from)));
    }
    [[nodiscard]] bool empty() const { return words_.empty(); }

private:
    [[nodiscard]] bool fits() const
    {
        auto const from = words_[first_].begin + skipped_;
        return base::grapheme_count(title_.substr(from, words_[end_ - 1].end - from)) <=
               short_title_most;
    }

    // Removes complements from the end while at least two meaningful words remain.
    void drop_complements()
    {
        while (!fits()) {
            auto at = end_;
            while (at > first_ + 2 && !among(complements, words_[at - 1].folded)) --at;
            if (at <= first_ + 2) return;
            end_ = at - 1;
        }
    }

    // Removes a leading action noun: "Prévision des repas de cantine" becomes "Repas de cantine".
    void drop_act()
    {
        if (!is_act(words_[first_])) return;
        for (std::size_t i = first_ + 1; i + 1 < end_ && i <= first_ + 2; ++i) {
            if (elided(words_[i]) && words_[i].folded[0] == 'd') {
                first_ = i;
                skipped_ = after_the_mark(words_[i]);
                return;
            }
            if (!among(links, words_[i].folded)) continue;
            auto next = i + 1;
            while (next + 1 < end_ && among(articles, words_[next].folded)) ++next;
            first_ = next;
            skipped_ = elided(words_[next]) ? after_the_mark(words_[next]) : 0;
            return;
        }
    }

    // Length in bytes of "d’" or "l'" at its start.
    [[nodiscard]] std::size_t after_the_mark(TitleWord const& word) const
    {
        return title_.substr(word.begin + 1).starts_with("\u2019") ? 4 : 2;
    }

    static std::string capital(std::string const& text)
    {
        constexpr std::array pairs{std::pair{string_view{"é"}, string_view{"É"}},
                                   std::pair{string_view{"è"}, string_view{"È"}},
                                   std::pair{string_view{"ê"}, string_view{"Ê"}},
                                   std::pair{string_view{"à"}, string_view{"À"}},
                                   std::pair{string_view{"â"}, string_view{"Â"}},
                                   std::pair{string_view{"î"}, string_view{"Î"}},
                                   std::pair{string_view{"ô"}, string_view{"Ô"}},
                                   std::pair{string_view{"œ"}, string_view{"Œ"}}};
        for (auto const& [small, large] : pairs)
            if (text.starts_with(small)) return std::string(large) + text.substr(small.size());
        auto out = text;
        if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
        return out;
    }

    string_view title_;
    std::vector<TitleWord> words_;
    std::size_t first_ = 0, end_ = 0;
    std::size_t skipped_ = 0; // bytes removed from the first word: an elided article
};

} // namespace

std::string proposed_short_title(string_view title)
{
    title = base::trimmed(title);
    if (base::grapheme_count(title) <= short_title_most) return std::string(title);
    Shortening shortening(title);
    return shortening.empty() ? cut(title) : shortening.run();
}

} // namespace analysis
