#include "ui/screens/home/library.h"

#include "analysis/common/in_use.h"
#include "base/text.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>
#include <utility>

namespace ui {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
constexpr std::int64_t month_days = 30, year_days = 365;

bool is_in(Recent const& one, Folders const& folder)
{
    switch (folder.which) {
    case Folders::Which::all: return one.where != Recent::Where::archived;
    case Folders::Which::one: return one.where == Recent::Where::own && one.folder == folder.name;
    case Folders::Which::elsewhere: return one.where == Recent::Where::elsewhere;
    case Folders::Which::archived: return one.where == Recent::Where::archived;
    }
    return false;
}

model::Verdict verdict_of(model::Document const& doc, model::CaseId id)
{
    auto const committee = model::get<model::Decision>(doc, {id, model::Body::committee}).verdict;
    return committee != model::Verdict::none
               ? committee
               : model::get<model::Decision>(doc, {id, model::Body::workshop}).verdict;
}

} // namespace

void describe(Recent& one, model::Document const& doc)
{
    one.title = model::get<model::Profile>(doc).title;
    one.step = model::get<model::Stage>(doc).step;
    one.cases.clear();
    for (auto id : analysis::visible_cases(doc)) {
        if (model::find<model::FaceDown>(doc, id)) continue; // its text is not public
        auto const text = model::get<model::Case>(doc, id);
        one.cases.push_back({text.number, text.title, verdict_of(doc, id)});
    }
}

void index(Recent& one)
{
    one.text.clear();
    auto line = [&](std::string_view words) { // folded text has no line ends
        auto folded = base::fold(words);
        std::ranges::replace(folded, '\n', ' ');
        one.text += folded + "\n";
    };
    line(one.title);
    line(one.place);
    line(one.path.stem().string());
    for (auto const& tag : one.tags) line(tag);
    for (auto const& listed : one.cases) line(listed.title);
}

std::vector<std::string> folded_words(std::string_view query)
{
    std::vector<std::string> words;
    auto const folded = base::fold(query);
    std::string word;
    for (char const c : folded + " ") {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

bool holds_all(std::string_view text, std::vector<std::string> const& wanted)
{
    return std::ranges::all_of(
        wanted, [&](auto const& word) { return text.find(word) != std::string_view::npos; });
}

void Library::begin()
{
    coming_.clear();
    reading_ = true;
    bit_by_bit_ = sessions_.empty(); // otherwise the old list stays until all is read
}

void Library::take(ShelfPart part)
{
    coming_.insert(coming_.end(), std::make_move_iterator(part.sessions.begin()),
                   std::make_move_iterator(part.sessions.end()));
    if (!part.last && !bit_by_bit_) return;
    if (!part.last) {
        sessions_ = coming_;
        return settle();
    }
    std::unordered_map<std::string, Recent*> known;
    for (auto& one : sessions_)
        if (one.document) known.emplace(one.path.string(), &one);
    for (auto& one : coming_) { // keeps loaded thumbnails
        auto const it = known.find(one.path.string());
        if (!one.document && it != known.end() && it->second->changed_ms == one.changed_ms &&
            it->second->entries == one.entries)
            one.document = it->second->document;
    }
    sessions_ = std::exchange(coming_, {});
    folders_ = std::move(part.folders);
    reading_ = false;
    settle();
}

void Library::forget_session(std::filesystem::path const& path)
{
    std::erase_if(sessions_, [&](Recent const& one) { return one.path == path; });
    settle();
}

void Library::settle()
{
    std::ranges::stable_sort(sessions_, std::ranges::greater{}, &Recent::changed_ms);
    std::set<std::string> places, tags;
    for (auto& one : sessions_) {
        if (one.text.empty()) index(one);
        if (!one.place.empty()) places.insert(one.place);
        tags.insert(one.tags.begin(), one.tags.end());
    }
    places_.assign(places.begin(), places.end());
    tags_.assign(tags.begin(), tags.end());
    ++revision_;
}

std::vector<std::size_t> const& Library::shown(LibraryFilter const& filter, std::int64_t now_ms)
{
    auto const day = now_ms / day_ms;
    if (of_revision_ == revision_ && of_ == filter && of_day_ == day) return shown_;
    of_ = filter, of_revision_ = revision_, of_day_ = day;
    wanted_ = folded_words(filter.query);
    shown_.clear();
    let_through_.clear();
    auto const since = filter.since == LibraryFilter::Since::month  ? now_ms - month_days * day_ms
                       : filter.since == LibraryFilter::Since::year ? now_ms - year_days * day_ms
                                                                    : std::int64_t{0};
    for (std::size_t i = 0; i < sessions_.size(); ++i) {
        auto const& one = sessions_[i];
        if (filter.since != LibraryFilter::Since::ever && one.changed_ms < since) continue;
        if (filter.step && one.step != *filter.step) continue;
        if (!filter.place.empty() && one.place != filter.place) continue;
        if (!filter.tag.empty() && std::ranges::find(one.tags, filter.tag) == one.tags.end())
            continue;
        if (!holds_all(one.text, wanted_)) continue;
        let_through_.push_back(i);
        if (is_in(one, filter.folder)) shown_.push_back(i);
    }
    return shown_;
}

std::size_t Library::count_in(Folders const& folder) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(let_through_, [&](auto i) { return is_in(sessions_[i], folder); }));
}

std::vector<std::size_t> Library::found_in(std::size_t session) const
{
    std::vector<std::size_t> out;
    if (wanted_.empty()) return out;
    auto const& one = sessions_.at(session);
    std::string_view left = one.text;
    auto next_line = [&] {
        auto const end = std::min(left.find('\n'), left.size());
        auto const line = left.substr(0, end);
        left.remove_prefix(std::min(end + 1, left.size()));
        return line;
    };
    for (std::size_t i = 0; i < 3 + one.tags.size(); ++i) (void)next_line();
    for (std::size_t i = 0; i < one.cases.size(); ++i)
        if (holds_all(next_line(), wanted_)) out.push_back(i);
    return out;
}

} // namespace ui
