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
    for (auto const& [id, one] : model::table<model::Case>(doc)) add(id, one);
}

void TitleWords::renew(model::Document const& doc, std::vector<model::CaseId> const& touched)
{
    for (auto id : touched) {
        remove(id);
        if (auto const* text = model::find<model::Case>(doc, id)) add(id, *text);
    }
}

void TitleWords::add(model::CaseId id, model::Case const& text)
{
    auto const at = static_cast<At>(titles_.size());
    Title title{id, text.number, {}};
    for (auto const& word : stems(text.title)) {
        auto const known = words_.emplace(word, static_cast<At>(holding_.size())).first->second;
        if (known == holding_.size()) holding_.emplace_back();
        holding_[known].push_back(at);
        title.words.push_back(known);
    }
    titles_.push_back(std::move(title));
    title_of_.insert_or_assign(id.value, at);
}

void TitleWords::remove(model::CaseId id)
{
    auto const it = title_of_.find(id.value);
    if (it == title_of_.end()) return;
    for (auto word : titles_[it->second].words) std::erase(holding_[word], it->second);
    titles_[it->second] = {};
    title_of_.erase(it);
}

std::optional<model::CaseId> TitleWords::nearest(std::string_view text) const
{
    auto const words = stems(text);
    std::vector<At> met; // a title as often as it shares a word
    for (auto const& word : words)
        if (auto const it = words_.find(word); it != words_.end())
            met.insert(met.end(), holding_[it->second].begin(), holding_[it->second].end());
    std::sort(met.begin(), met.end());
    Title const* best = nullptr;
    std::size_t most = 0;
    for (auto begin = met.begin(); begin != met.end();) {
        auto const end = std::upper_bound(begin, met.end(), *begin);
        auto const count = static_cast<std::size_t>(end - begin);
        auto const& title = titles_[*begin];
        begin = end;
        auto const shorter = std::min(words.size(), title.words.size());
        if (count < enough_words && 2 * count < shorter) continue;
        if (count > most || (count == most && title.number < best->number)) {
            best = &title;
            most = count;
        }
    }
    return best ? std::optional(best->id) : std::nullopt;
}

} // namespace board
