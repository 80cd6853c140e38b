#include "analysis/similarity/duplicates.h"

#include "analysis/common/merged.h"
#include "analysis/similarity/words.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace analysis {

bool PairSearch::work(Likeness const& likeness, std::size_t steps)
{
    if (of_ != likeness.revision()) start(likeness);
    std::size_t done = 0;
    while (stage_ != Stage::done && done < steps)
        done += 1 + (stage_ == Stage::weighing ? weigh(likeness) : compare(likeness));
    return stage_ == Stage::done;
}

void PairSearch::start(Likeness const& likeness)
{
    of_ = likeness.revision();
    stage_ = Stage::weighing;
    next_ = 0;
    vectors_.assign(likeness.slots(), {});
    compared_.emplace(likeness, likeness.slots());
    best_.clear();
}

std::size_t PairSearch::weigh(Likeness const& likeness)
{
    if (next_ == vectors_.size()) {
        stage_ = Stage::comparing;
        next_ = 0;
        return 0;
    }
    vectors_[next_] = likeness.vector_of(next_);
    return 8 * vectors_[next_++].size();
}

// Compares one case with all earlier ones.
std::size_t PairSearch::compare(Likeness const& likeness)
{
    if (next_ == vectors_.size()) {
        finish(likeness);
        return 0;
    }
    auto const slot = next_++;
    auto const done = compared_->additions();
    for (auto const& [other, thousandths] : compared_->near(likeness, vectors_[slot])) {
        if (thousandths < least) continue;
        Candidate pair{thousandths, likeness.number_at(slot), likeness.number_at(other), slot,
                       other};
        if (pair.number_b < pair.number_a)
            std::swap(pair.a, pair.b), std::swap(pair.number_a, pair.number_b);
        keep(pair);
    }
    compared_->add(slot, vectors_[slot]);
    return compared_->additions() - done;
}

bool PairSearch::before(Candidate const& x, Candidate const& y)
{
    return std::tuple(-x.thousandths, x.number_a, x.number_b) <
           std::tuple(-y.thousandths, y.number_a, y.number_b);
}

void PairSearch::keep(Candidate const& candidate)
{
    if (best_.size() == most && !before(candidate, best_.front())) return;
    if (best_.size() == most) {
        std::pop_heap(best_.begin(), best_.end(), before);
        best_.pop_back();
    }
    best_.push_back(candidate);
    std::push_heap(best_.begin(), best_.end(), before);
}

void PairSearch::finish(Likeness const& likeness)
{
    std::sort_heap(best_.begin(), best_.end(), before);
    found_.clear();
    for (auto const& one : best_)
        found_.push_back({likeness.case_at(one.a), likeness.case_at(one.b), one.thousandths});
    vectors_ = {}, best_ = {};
    compared_.reset();
    stage_ = Stage::done;
    ++revision_;
}

std::vector<AlikePair> proposed(model::Document const& doc, std::vector<AlikePair> const& pairs)
{
    std::unordered_map<std::uint64_t, bool> known; // cache per case
    auto const asked = [&](model::CaseId id) {
        auto const [it, fresh] = known.try_emplace(id.value, false);
        if (fresh)
            it->second = model::find<model::Case>(doc, id) && !model::find<model::Merge>(doc, id) &&
                         !model::find<model::FaceDown>(doc, id) && !is_aside(doc, id);
        return it->second;
    };
    auto out = pairs;
    std::erase_if(out, [&](AlikePair const& pair) {
        auto const [a, b] = std::minmax(pair.a, pair.b);
        return !asked(a) || !asked(b) || model::find<model::KeptApart>(doc, {a, b});
    });
    return out;
}

SharedWords shared_words(std::string_view title_a, std::string_view title_b)
{
    auto const a = words_of(title_a), b = words_of(title_b);
    auto const found_in = [](std::vector<Word> const& words, std::vector<Word> const& others) {
        std::vector<base::WordSpan> spans;
        for (auto const& word : words) {
            bool const shared = std::any_of(others.begin(), others.end(), [&](Word const& other) {
                return nearness(word.family, other.family) > 0;
            });
            if (!word.family.empty() && shared) spans.push_back({word.begin, word.end});
        }
        return spans;
    };
    return {found_in(a, b), found_in(b, a)};
}

} // namespace analysis
