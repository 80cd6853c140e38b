#include "board/lookup.h"

#include "base/text.h"
#include "model/exists.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <utility>

namespace board {
namespace {

// Separator between fields; cannot occur in a search word.
constexpr char apart = '\n';

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           (static_cast<unsigned char>(c) >= 0x80);
}

bool starts_word(std::string_view text, std::size_t at)
{
    return at == 0 || !is_letter(text[at - 1]);
}

enum Worth : int { nothing = 0, in_word = 2, word = 4, start = 6, phrase = 7, whole = 8 };

// The score of one word; a match at the start of a word counts more than elsewhere.
int worth_of(std::string_view text, std::string_view sought)
{
    auto at = text.find(sought);
    if (at == std::string_view::npos) return Worth::nothing;
    if (at == 0) return Worth::start;
    for (; at != std::string_view::npos; at = text.find(sought, at + 1))
        if (starts_word(text, at)) return Worth::word;
    return Worth::in_word;
}

// A match in another field scores less than any match in the title.
int worth_beside(std::string_view text, std::string_view sought)
{
    return worth_of(text, sought) == Worth::nothing ? Worth::nothing : 1;
}

std::size_t digest_of(model::Case const& one)
{
    std::size_t digest = 0;
    for (auto const* field :
         {&one.title, &one.short_title, &one.domain, &one.proposer, &one.need, &one.description})
        digest = digest * 1'000'003U + std::hash<std::string>{}(*field);
    return digest;
}

} // namespace

Needle::Needle(std::string_view typed)
    : phrase_(base::fold(typed))
{
    std::size_t at = 0;
    while (at < phrase_.size()) {
        auto const end = std::min(phrase_.find(' ', at), phrase_.size());
        if (end > at) words_.push_back(phrase_.substr(at, end - at));
        at = end + 1;
    }
    if (words_.size() != 1) return;
    auto const& only = words_.front();
    auto const [last, error] = std::from_chars(only.data(), only.data() + only.size(), number_);
    if (error != std::errc{} || last != only.data() + only.size()) number_ = 0;
}

int Needle::worth(std::string_view folded) const
{
    if (words_.empty()) return Worth::nothing;
    if (folded == phrase_) return Worth::whole;
    int worst = Worth::whole;
    for (auto const& sought : words_) worst = std::min(worst, worth_of(folded, sought));
    if (worst > Worth::nothing && folded.starts_with(phrase_)) return Worth::phrase;
    return worst;
}

std::vector<Found> found_in(std::string_view text, Needle const& needle)
{
    // folded per character, with the offset of each byte in the original
    std::string folded;
    std::vector<Found> from;
    std::size_t at = 0;
    while (at < text.size()) {
        auto next =
            at + std::max<std::size_t>(1, base::truncated(text.substr(at, 64), 1, "").size());
        next = std::min(next, text.size());
        auto const part = base::fold(text.substr(at, next - at));
        folded += part.empty() ? std::string_view{" "} : std::string_view{part};
        from.resize(folded.size(), {at, next});
        at = next;
    }
    std::vector<Found> found;
    for (auto const& sought : needle.words()) {
        auto best = folded.find(sought);
        for (auto i = best; i != std::string::npos; i = folded.find(sought, i + 1))
            if (starts_word(folded, i)) {
                best = i;
                break;
            }
        if (best == std::string::npos) continue;
        found.push_back({from[best].begin, from[best + sought.size() - 1].end});
    }
    std::sort(found.begin(), found.end(),
              [](Found const& a, Found const& b) { return a.begin < b.begin; });
    std::vector<Found> apart_ones;
    for (auto const& one : found) {
        if (!apart_ones.empty() && one.begin <= apart_ones.back().end)
            apart_ones.back().end = std::max(apart_ones.back().end, one.end);
        else
            apart_ones.push_back(one);
    }
    return apart_ones;
}

void Lookup::refresh(model::Document const& doc)
{
    auto const& cases = model::table<model::Case>(doc);
    auto const& hidden = model::table<model::FaceDown>(doc);
    std::string texts;
    texts.reserve(texts_.size() + texts_.size() / 8);
    std::vector<Entry> entries;
    entries.reserve(cases.size());
    auto known = entries_.begin(); // both are ordered by id
    for (auto const& [id, one] : cases) {
        if (hidden.contains(id)) continue;
        auto const begin = static_cast<std::uint32_t>(texts.size());
        Entry entry{id, model::merged_into(doc, id), one.number, digest_of(one), begin, 0, 0};
        while (known != entries_.end() && known->id < id) ++known;
        if (known != entries_.end() && known->id == id && known->digest == entry.digest) {
            texts.append(texts_, known->begin, known->end - known->begin);
            entry.title_end = entry.begin + known->title_end - known->begin;
        } else {
            texts += base::fold(one.title);
            entry.title_end = static_cast<std::uint32_t>(texts.size());
            for (auto const* field :
                 {&one.short_title, &one.domain, &one.proposer, &one.need, &one.description})
                if (!field->empty()) texts += apart + base::fold(*field);
        }
        entry.end = static_cast<std::uint32_t>(texts.size());
        entries.push_back(entry);
    }
    entries_ = std::move(entries);
    texts_ = std::move(texts);
}

Lookup::Answer Lookup::ask(Needle const& needle, std::size_t most) const
{
    Answer answer;
    if (needle.empty()) return answer;
    std::string_view const all = texts_;
    auto const& words = needle.words();
    auto const better = [](Hit const& a, Hit const& b) {
        return a.worth != b.worth ? a.worth > b.worth : a.number < b.number;
    };
    auto& best = answer.best;
    for (auto const& entry : entries_) {
        int worth = 0;
        if (needle.number() > 0 && entry.number == needle.number()) {
            worth = Worth::whole + 1;
        } else {
            auto const title = all.substr(entry.begin, entry.title_end - entry.begin);
            worth = needle.worth(title);
            if (worth == Worth::nothing && entry.end > entry.title_end) {
                auto const rest = all.substr(entry.title_end, entry.end - entry.title_end);
                worth = Worth::start;
                for (auto const& sought : words)
                    worth = std::min(worth,
                                     std::max(worth_of(title, sought), worth_beside(rest, sought)));
            }
        }
        if (worth == Worth::nothing) continue;
        ++answer.count;
        Hit const hit{entry.id, entry.shown, entry.number, worth};
        // A heap of the best results, the worst on top.
        if (best.size() < most) {
            best.push_back(hit);
            std::push_heap(best.begin(), best.end(), better);
        } else if (most > 0 && better(hit, best.front())) {
            std::pop_heap(best.begin(), best.end(), better);
            best.back() = hit;
            std::push_heap(best.begin(), best.end(), better);
        }
    }
    std::sort_heap(best.begin(), best.end(), better);
    return answer;
}

} // namespace board
