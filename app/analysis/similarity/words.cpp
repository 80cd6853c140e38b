#include "analysis/similarity/words.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace analysis {
namespace {

// Stop words: French, English, and words of every AI use case.
constexpr std::string_view empty_words =
    "afin ainsi alors apres au aucun aucune aujourd auquel aussi autre autres aux avant avec "
    "avoir bien ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez comme "
    "comment contre dans de depuis des donc dont du elle elles en encore entre est et etaient "
    "etait etant etc ete etre eux facon faire fait faut font hui ici il ils jusqu jusque la "
    "laquelle le lequel les lesquels leur leurs lors lorsque lui mais meme memes mes mettre "
    "moins mon ne ni non nos notamment notre nous on ont ou par parce pas permet permettre "
    "peu peut peuvent plus plusieurs pour pourquoi pouvoir pres puis puisque qu quand que "
    "quel quelle quelles quels qui quoi sa sans se selon sera seront ses si soit son sont "
    "sous suivant sur ta te tel telle tels tes ton tous tout toute toutes tres trop un une "
    "vers via vos votre vous "
    "about above after all also an and any are as at be been before being between both but by "
    "can could did do does during each for from had has have he her his how if in into is it "
    "its may more most must no not of only or other our out over own same she should so some "
    "such than that the their them then there these they this those through to too under "
    "until up use used uses using was we were what when where which while who whose why will "
    "with within without would you your "
    "ai artificial artificielle artificielles ia intelligence ";

using Set = std::unordered_set<std::string_view>;

Set split(std::string_view list)
{
    Set words;
    while (!list.empty()) {
        auto const end = std::min(list.find(' '), list.size());
        words.insert(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

struct Ending {
    std::string_view off, on; // the ending removed, its replacement
    std::size_t least;        // minimum length of the stem before `on`
};

// Sorted by length, longest first. They reduce related words to one stem: détect-er, -ion, -eur,
// -ing; automat-ique, -iser, -isation; access-ible, -ibilité; class-er, -ement. The last of each
// length are irregular French pairs of verb and noun: ré-diger and ré-daction, pré-voir and
// pré-vision, ré-duire and ré-duction, ins-crire and ins-cription.
constexpr std::array endings{Ending{"ifications", "ifi", 2},
                             Ending{"ification", "ifi", 2},
                             Ending{"issement", "", 3},
                             Ending{"iquement", "", 3},
                             Ending{"ication", "ic", 3},
                             Ending{"ibilite", "", 3},
                             Ending{"abilite", "", 3},
                             Ending{"ibility", "", 3},
                             Ending{"ability", "", 3},
                             Ending{"isation", "", 3},
                             Ending{"ization", "", 3},
                             Ending{"isateur", "", 3},
                             Ending{"criture", "cript", 1},
                             Ending{"ifiant", "ifi", 2},
                             Ending{"ifying", "ifi", 2},
                             Ending{"ically", "", 3},
                             Ending{"atrice", "", 3},
                             Ending{"pondre", "pons", 1},
                             Ending{"ifier", "ifi", 2},
                             Ending{"ified", "ifi", 2},
                             Ending{"isant", "", 3},
                             Ending{"izing", "", 3},
                             Ending{"iquer", "", 3},
                             Ending{"ation", "", 3},
                             Ending{"ateur", "", 3},
                             Ending{"ative", "", 4},
                             Ending{"ating", "", 4},
                             Ending{"ution", "ut", 3},
                             Ending{"ition", "it", 3},
                             Ending{"ement", "", 3},
                             Ending{"crire", "cript", 1},
                             Ending{"evoir", "evis", 2},
                             Ending{"cider", "cis", 2},
                             Ending{"diger", "dact", 1},
                             Ending{"ifie", "ifi", 2},
                             Ending{"ible", "", 3},
                             Ending{"able", "", 3},
                             Ending{"iser", "", 4},
                             Ending{"isee", "", 4},
                             Ending{"ized", "", 3},
                             Ending{"ique", "", 3},
                             Ending{"ical", "", 3},
                             Ending{"atif", "", 4},
                             Ending{"ated", "", 4},
                             Ending{"ator", "", 4},
                             Ending{"euse", "", 4},
                             Ending{"ance", "", 4},
                             Ending{"ence", "ent", 3},
                             Ending{"isme", "", 4},
                             Ending{"iste", "", 4},
                             Ending{"aire", "", 4},
                             Ending{"elle", "", 4},
                             Ending{"iere", "", 4},
                             Ending{"uire", "uct", 3},
                             Ending{"ise", "", 4},
                             Ending{"ize", "", 4},
                             Ending{"ate", "", 4},
                             Ending{"ion", "", 4},
                             Ending{"ive", "", 4},
                             Ending{"eur", "", 4},
                             Ending{"age", "", 4},
                             Ending{"ant", "", 4},
                             Ending{"ite", "", 4},
                             Ending{"ity", "", 4},
                             Ending{"ale", "", 4},
                             Ending{"ier", "", 4},
                             Ending{"eux", "", 4},
                             Ending{"ing", "", 4},
                             Ending{"ic", "", 4},
                             Ending{"if", "", 4},
                             Ending{"or", "", 4},
                             Ending{"al", "", 4},
                             Ending{"el", "", 4},
                             Ending{"ed", "", 4},
                             Ending{"er", "", 3},
                             Ending{"ez", "", 4},
                             Ending{"ee", "", 3},
                             Ending{"ir", "", 4},
                             Ending{"ie", "i", 3},
                             Ending{"ly", "", 4},
                             Ending{"e", "", 3}};

bool letters_only(std::string_view word)
{
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool digits_only(std::string_view word)
{
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool capitals_only(std::string_view word)
{
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void take_plural_off(std::string& word)
{
    if (word.size() <= 3) return;
    if (word.ends_with("aux") && !word.ends_with("eaux")) {
        word.replace(word.size() - 2, 2, "l");
    } else if (word.ends_with("eaux") ||
               (word.ends_with("eux") && word.size() <= 5) // not dangereux
               || (word.ends_with("s") && !word.ends_with("ss"))) {
        word.pop_back();
    }
}

void take_ending_off(std::string& word)
{
    for (auto const& ending : endings) {
        if (!word.ends_with(ending.off) || word.size() < ending.off.size() + ending.least) continue;
        word.replace(word.size() - ending.off.size(), ending.off.size(), ending.on);
        return;
    }
}

} // namespace

bool is_empty_word(std::string_view folded)
{
    static auto const words = split(empty_words);
    return words.contains(folded);
}

std::string stem(std::string_view folded)
{
    std::string word(folded);
    if (word.size() < 4 || !letters_only(word)) return word;
    take_plural_off(word);
    take_ending_off(word);
    auto const size = word.size();
    if (size > 4 && word[size - 1] == word[size - 2]) word.pop_back(); // conseill-, plann-
    if (word.size() > 3 && word.back() == 'y') word.back() = 'i';
    return word;
}

std::string family_of(std::string_view word)
{
    if (digits_only(word)) return std::string(word);
    auto const folded = base::fold(word);
    bool const sign = word.size() == 2 && capitals_only(word);
    if (folded.size() < 3 && !sign) return {};
    if (is_empty_word(folded)) return {};
    return stem(folded);
}

bool tells(std::string_view family)
{
    constexpr std::ptrdiff_t least = 3; // bytes: a sign of Chinese has as many
    return std::ranges::count_if(family, [](char c) { return c < '0' || c > '9'; }) >= least;
}

std::vector<Word> words_of(std::string_view text)
{
    std::vector<Word> words;
    for (auto const& span : base::word_spans(text))
        words.push_back(
            {span.begin, span.end, family_of(text.substr(span.begin, span.end - span.begin))});
    return words;
}

} // namespace analysis
