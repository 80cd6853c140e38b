#include "analysis/similarity/likeness.h"

#include "analysis/common/merged.h"
#include "analysis/similarity/words.h"
#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace analysis {
namespace {

// Weights of title, short title, need and description.
constexpr std::array field_weight{1.0, 0.5, 0.35, 0.35};

double damped(std::uint16_t times) { return times == 0 ? 0 : 1 + std::log(times); }

double closeness(float how) { return static_cast<double>(how) * static_cast<double>(how); }

bool by_term(Likeness::Weight const& a, Likeness::Weight const& b) { return a.term < b.term; }

// Adds up weights of equal terms.
void gather(Likeness::Vector& weights)
{
    std::stable_sort(weights.begin(), weights.end(), by_term);
    std::size_t kept = 0;
    for (auto const& one : weights) {
        if (kept > 0 && weights[kept - 1].term == one.term)
            weights[kept - 1].weight += one.weight;
        else
            weights[kept++] = one;
    }
    weights.resize(kept);
}

double dot(Likeness::Vector const& a, Likeness::Vector const& b)
{
    double sum = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (i->term < j->term)
            ++i;
        else if (j->term < i->term)
            ++j;
        else
            sum += static_cast<double>(i++->weight) * static_cast<double>(j++->weight);
    }
    return sum;
}

void scale(Likeness::Vector& weights, double by)
{
    for (auto& one : weights) one.weight = static_cast<float>(one.weight * by);
}

} // namespace

double similarity_of(double cosine) { return std::sqrt(std::sqrt(std::clamp(cosine, 0.0, 1.0))); }

void Likeness::learn(model::Document const& doc)
{
    auto const revision = revision_;
    *this = {};
    revision_ = revision + 1;
    for (auto const& [id, text] : model::table<model::Case>(doc)) to_read_.push_back(id);
}

void Likeness::learn(model::Changes const& changes)
{
    for (auto const& change : changes)
        if (auto const* edit = change.as<model::Edit<model::Case>>()) to_read_.push_back(edit->key);
}

void Likeness::learn_all(model::Document const& doc)
{
    learn(doc);
    while (!read(doc, std::numeric_limits<std::size_t>::max())) {
    }
}

bool Likeness::read(model::Document const& doc, std::size_t words)
{
    std::size_t done = 0;
    for (; next_to_read_ < to_read_.size() && done < words; ++next_to_read_) {
        auto const id = to_read_[next_to_read_];
        done += 1 + take_in(id, model::find<model::Case>(doc, id));
    }
    if (next_to_read_ < to_read_.size()) return false;
    to_read_.clear(), next_to_read_ = 0;
    weigh_all_if_needed();
    for (; next_to_weigh_ < to_weigh_.size() && done < words; ++next_to_weigh_) {
        auto const slot = to_weigh_[next_to_weigh_];
        bags_[slot].vector = vector_of(slot);
        done += bags_[slot].counts.size();
    }
    if (next_to_weigh_ < to_weigh_.size()) return false;
    to_weigh_.clear(), next_to_weigh_ = 0;
    return true;
}

// Weights depend on how rare words are: recomputed when a tenth of the cases is new.
void Likeness::weigh_all_if_needed()
{
    auto const change = known_ > weighed_for_ ? known_ - weighed_for_ : weighed_for_ - known_;
    if (10 * change <= weighed_for_) return;
    weighed_for_ = known_;
    to_weigh_.clear(), next_to_weigh_ = 0;
    for (Slot slot = 0; slot < bags_.size(); ++slot) to_weigh_.push_back(slot);
}

void Likeness::forget(Slot slot)
{
    auto& bag = bags_[slot];
    for (auto const& [term, times] : bag.counts) std::erase(holding_[term], slot);
    if (bag.id) --known_;
    bag.id = {};
    bag.counts.clear();
    bag.vector.clear();
}

std::size_t Likeness::take_in(model::CaseId id, model::Case const* text)
{
    auto const [it, fresh] = slot_of_.emplace(id.value, static_cast<Slot>(bags_.size()));
    auto const slot = it->second;
    if (fresh) bags_.emplace_back();
    forget(slot);
    ++revision_;
    if (!text) return 0;
    ++known_;
    to_weigh_.push_back(slot);
    std::vector<std::pair<TermId, std::size_t>> found; // term and field
    std::array<std::string_view, fields> const texts{text->title, text->short_title, text->need,
                                                     text->description};
    for (std::size_t field = 0; field < fields; ++field)
        for (auto const& span : base::word_spans(texts.at(field)))
            if (auto const term =
                    lexicon_.learn(texts.at(field).substr(span.begin, span.end - span.begin)))
                found.emplace_back(*term, field);
    std::sort(found.begin(), found.end());
    auto& bag = bags_[slot];
    bag.id = id;
    bag.number = text->number;
    holding_.resize(lexicon_.size());
    for (auto const& [term, field] : found) {
        if (bag.counts.empty() || bag.counts.back().first != term) {
            bag.counts.push_back({term, {}});
            holding_[term].push_back(slot);
        }
        auto& times = bag.counts.back().second.at(field);
        if (times < std::numeric_limits<std::uint16_t>::max()) ++times;
    }
    return found.size();
}

double Likeness::idf(std::size_t holders) const
{
    return std::log1p(static_cast<double>(known_) /
                      static_cast<double>(std::max<std::size_t>(holders, 1)));
}

Likeness::Vector Likeness::vector_of(Slot slot) const
{
    auto const& counts = bags_[slot].counts;
    std::array<double, fields> square{};
    std::vector<double> rare;
    rare.reserve(counts.size());
    for (auto const& [term, times] : counts) {
        rare.push_back(idf(holding_[term].size()));
        for (std::size_t f = 0; f < fields; ++f) {
            auto const weight = damped(times.at(f)) * rare.back();
            square.at(f) += weight * weight;
        }
    }
    Vector vector;
    vector.reserve(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        double weight = 0;
        for (std::size_t f = 0; f < fields; ++f)
            if (square.at(f) > 0)
                weight += field_weight.at(f) * damped(counts[i].second.at(f)) * rare[i] /
                          std::sqrt(square.at(f));
        vector.push_back({counts[i].first, static_cast<float>(weight)});
    }
    if (auto const length = std::sqrt(dot(softened(vector), vector)); length > 0)
        scale(vector, 1 / length);
    return vector;
}

Likeness::Vector Likeness::softened(Vector const& vector) const
{
    Vector soft = vector;
    for (auto const& one : vector)
        for (auto const& near : lexicon_.near(one.term))
            soft.push_back({near.term, static_cast<float>(one.weight * closeness(near.how))});
    gather(soft);
    return soft;
}

Likeness::Told Likeness::told(Vector const& vector) const
{
    auto const any =
        std::ranges::any_of(vector, [&](Weight const& one) { return lexicon_.tells(one.term); });
    return any ? Told::words : Told::signs_only;
}

double Likeness::similarity(model::CaseId a, model::CaseId b) const
{
    auto const i = slot_of_.find(a.value), j = slot_of_.find(b.value);
    if (i == slot_of_.end() || j == slot_of_.end()) return 0;
    return similarity_of(dot(softened(vector_of(i->second)), vector_of(j->second)));
}

std::vector<std::string> Likeness::shared_beyond_titles(model::Case const& a, model::Case const& b,
                                                        std::size_t most) const
{
    auto const families = [](std::initializer_list<std::string_view> texts) {
        std::set<std::string> found;
        for (auto text : texts)
            for (auto& word : words_of(text)) found.insert(std::move(word.family));
        return found;
    };
    auto const title_a = families({a.title}), title_b = families({b.title});
    auto const all_b = families({b.title, b.short_title, b.need, b.description});
    std::map<std::string, std::string> shared; // stem to first spelling
    for (std::string_view const text : {a.title, a.short_title, a.need, a.description})
        for (auto const& word : words_of(text))
            if (!word.family.empty() && all_b.contains(word.family) &&
                !(title_a.contains(word.family) && title_b.contains(word.family)))
                shared.emplace(word.family, text.substr(word.begin, word.end - word.begin));
    std::vector<std::pair<std::size_t, std::string>> by_holders;
    for (auto const& [family, written] : shared) {
        auto const term = lexicon_.find(written);
        by_holders.emplace_back(term ? holding_[*term].size() : 0, written);
    }
    std::sort(by_holders.begin(), by_holders.end());
    std::vector<std::string> words;
    for (auto const& [holders, written] : by_holders)
        if (words.size() < most) words.push_back(written);
    return words;
}

// The vector of a text that is not a case. Unknown words add to its length, except the last one,
// which may still be being typed.
Likeness::Vector Likeness::asked(std::string_view text) const
{
    Vector soft;
    double square = 0;
    auto const spans = base::word_spans(text);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        auto const word = text.substr(spans[i].begin, spans[i].end - spans[i].begin);
        auto const again = std::any_of(
            spans.begin(), spans.begin() + static_cast<std::ptrdiff_t>(i),
            [&](auto const& s) { return text.substr(s.begin, s.end - s.begin) == word; });
        auto const term = lexicon_.find(word);
        auto const near = lexicon_.near(word);
        bool const unfinished = !term && spans[i].end == text.size();
        if (again || (!term && near.empty() && unfinished)) continue;
        if (!term && family_of(word).empty()) continue;
        auto const weight = idf(term ? holding_[*term].size() : 1);
        square += weight * weight;
        if (term) soft.push_back({*term, static_cast<float>(weight)});
        for (auto const& one : near)
            soft.push_back({one.term, static_cast<float>(weight * closeness(one.how))});
    }
    gather(soft);
    if (square > 0) scale(soft, 1 / std::sqrt(square));
    return soft;
}

std::optional<model::CaseId> Likeness::nearest(model::Document const& doc,
                                               std::string_view text) const
{
    auto const found = alike(doc, text, 1);
    return found.empty() ? std::nullopt : std::optional(found.front().first);
}

std::vector<std::pair<model::CaseId, int>>
Likeness::alike(model::Document const& doc, std::string_view text, std::size_t most) const
{
    auto const soft = asked(text);
    auto const words = told(soft);
    std::vector<bool> met(bags_.size());
    std::vector<Slot> candidates;
    for (auto const& one : soft) {
        if (!finds(one.term, words)) continue;
        for (auto slot : holding_[one.term])
            if (!met[slot]) met[slot] = true, candidates.push_back(slot);
    }
    struct Found {
        double alike = 0;
        int number = 0;
        model::CaseId stands;
    };
    std::vector<Found> found;
    for (auto const slot : candidates) {
        auto const& bag = bags_[slot];
        auto const alike = similarity_of(dot(soft, bag.vector));
        if (alike < worth_a_look) continue;
        if (words == Told::signs_only && std::lround(1000 * alike) < same_words) continue;
        auto const* merge = model::find<model::Merge>(doc, bag.id);
        auto const stands = merge ? merge->into : bag.id;
        if (model::find<model::FaceDown>(doc, bag.id) ||
            model::find<model::FaceDown>(doc, stands) || is_aside(doc, stands))
            continue;
        found.push_back({alike, bag.number, stands});
    }
    std::ranges::sort(found, [](Found const& a, Found const& b) {
        return a.alike != b.alike ? a.alike > b.alike : a.number < b.number;
    });
    std::vector<std::pair<model::CaseId, int>> out;
    for (auto const& one : found) {
        if (out.size() == most) break;
        if (std::ranges::find(out, one.stands, &std::pair<model::CaseId, int>::first) == out.end())
            out.emplace_back(one.stands, static_cast<int>(one.alike * 1000));
    }
    return out;
}

} // namespace analysis
