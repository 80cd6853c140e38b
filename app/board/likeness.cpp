#include "board/likeness.h"

#include "base/text.h"

#include <algorithm>
#include <set>

namespace board {
namespace {

constexpr std::size_t shortest_word = 4; // articles and prepositions say nothing
constexpr std::size_t stem = 7;
constexpr std::size_t enough_words = 2;

std::set<std::string> stems(std::string_view text)
{
    std::set<std::string> words;
    std::string word;
    auto end_word = [&] {
        if (word.size() >= shortest_word) words.insert(word.substr(0, stem));
        word.clear();
    };
    for (char const c : base::fold(text)) {
        auto const byte = static_cast<unsigned char>(c);
        bool const letter = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter)
            word += c;
        else
            end_word();
    }
    end_word();
    return words;
}

} // namespace

TitleWords::TitleWords(model::Document const& doc)
{
    for (auto const& [id, one] : model::table<model::Case>(doc)) {
        auto const words = stems(one.title);
        auto const at = static_cast<std::uint32_t>(titles_.size());
        titles_.push_back({id, one.number, words.size()});
        for (auto const& word : words) holding_[word].push_back(at);
    }
}

std::optional<model::CaseId> TitleWords::nearest(std::string_view text) const
{
    auto const words = stems(text);
    std::unordered_map<std::uint32_t, std::size_t> shared;
    for (auto const& word : words)
        if (auto const it = holding_.find(word); it != holding_.end())
            for (auto at : it->second) ++shared[at];
    Title const* best = nullptr;
    std::size_t most = 0;
    for (auto const& [at, count] : shared) {
        auto const& title = titles_[at];
        auto const shorter = std::min(words.size(), title.words);
        if (count < enough_words && 2 * count < shorter) continue;
        if (count > most || (count == most && title.number < best->number)) {
            best = &title;
            most = count;
        }
    }
    return best ? std::optional(best->id) : std::nullopt;
}

} // namespace board
