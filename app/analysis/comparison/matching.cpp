#include "analysis/comparison/matching.h"

#include "analysis/common/in_use.h"
#include "analysis/similarity/inverted_index.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace analysis {
namespace {

using model::CaseId;
using model::Document;

// The cases of both sessions in one collection, so that word frequencies are counted over both.
class SideBySide {
public:
    using Slot = Likeness::Slot;

    SideBySide(Document const& before, std::vector<CaseId> const& first, Document const& after,
               std::vector<CaseId> const& second)
    {
        model::Changes changes;
        auto put = [&](Document const& from, CaseId id) {
            changes.push_back(model::edit<model::Case>(both_, {changes.size() + 1},
                                                       *model::find<model::Case>(from, id)));
        };
        for (auto id : first) put(before, id);
        for (auto id : second) put(after, id);
        (void)model::apply(both_, changes);
        likeness_.learn_all(both_);
        first_ = first.size();
        second_.emplace(likeness_, second.size());
        for (Slot i = 0; i < second.size(); ++i)
            second_->add(i, likeness_.vector_of(static_cast<Slot>(first_ + i)));
    }

    // The cases of the second session, by index, that share a word with case `i` of the first.
    [[nodiscard]] std::vector<InvertedIndex::Neighbour> near(std::size_t i)
    {
        return second_->near(likeness_, likeness_.vector_of(static_cast<Slot>(i)));
    }

private:
    Document both_;
    Likeness likeness_;
    std::size_t first_ = 0; // number of cases of the first
    std::optional<InvertedIndex> second_;
};

// The cases of `ids` that have no counterpart by id in the other document.
std::vector<CaseId> unknown_to(Document const& other, std::vector<CaseId> ids, Lineage lineage)
{
    if (lineage == Lineage::one_session)
        std::erase_if(ids, [&](CaseId id) { return model::find<model::Case>(other, id); });
    return ids;
}

int number_of(Document const& doc, CaseId id)
{
    auto const* one = model::find<model::Case>(doc, id);
    return one ? one->number : 0;
}

class Matcher {
public:
    Matcher(Document const& before, Document const& after, Lineage lineage)
        : before_(before)
        , after_(after)
        , lineage_(lineage)
    {
        for (auto id : compared_cases(before)) left_.insert(id);
        for (auto id : compared_cases(after)) right_.insert(id);
        if (lineage != Lineage::one_session) return;
        for (auto id : compared_cases(before))
            if (right_.contains(id)) pair({id, id, MatchedBy::identity, 0});
    }

    void said(std::span<PairAnswer const> answers)
    {
        for (auto const& answer : answers) {
            if (answer.same == Same::no)
                apart_.insert({answer.before, answer.after});
            else if (left_.contains(answer.before) && right_.contains(answer.after))
                pair({answer.before, answer.after, MatchedBy::person, 0});
        }
    }

    void alike(std::span<AlikeAcross const> all)
    {
        std::vector<AlikeAcross> open;
        for (auto const& one : all)
            if (left_.contains(one.before) && right_.contains(one.after) &&
                !apart_.contains({one.before, one.after}))
                open.push_back(one);
        // best and second best similarity of each
        std::map<CaseId, std::pair<int, int>> left, right;
        for (auto const& one : open) {
            note(left[one.before], one.thousandths);
            note(right[one.after], one.thousandths);
        }
        for (auto const& one : open) {
            if (!left_.contains(one.before) || !right_.contains(one.after)) continue;
            bool const clear = ahead(left[one.before], one.thousandths) &&
                               ahead(right[one.after], one.thousandths);
            if (one.thousandths >= same_whatever || (one.thousandths >= same_from && clear))
                pair({one.before, one.after, MatchedBy::likeness, one.thousandths});
        }
        for (auto const& one : open)
            if (left_.contains(one.before) && right_.contains(one.after))
                out_.doubtful.push_back(one);
    }

    CaseMatching take()
    {
        for (auto id : compared_cases(before_))
            if (left_.contains(id)) out_.gone.push_back({id, merged_into(after_, id)});
        for (auto id : compared_cases(after_))
            if (right_.contains(id)) out_.fresh.push_back({id, merged_into(before_, id)});
        std::ranges::sort(out_.pairs, {}, [&](CasePair const& one) {
            return std::pair(number_of(after_, one.after), one.after);
        });
        return std::move(out_);
    }

private:
    static void note(std::pair<int, int>& best, int thousandths)
    {
        if (thousandths > best.first)
            best = {thousandths, best.first};
        else
            best.second = std::max(best.second, thousandths);
    }
    static bool ahead(std::pair<int, int> const& best, int thousandths)
    {
        return thousandths == best.first && thousandths - best.second >= ahead_of_others;
    }
    void pair(CasePair const& one)
    {
        left_.erase(one.before);
        right_.erase(one.after);
        out_.pairs.push_back(one);
    }
    [[nodiscard]] CaseId merged_into(Document const& doc, CaseId id) const
    {
        if (lineage_ != Lineage::one_session) return {};
        auto const* merge = model::find<model::Merge>(doc, id);
        return merge ? merge->into : CaseId{};
    }

    Document const& before_;
    Document const& after_;
    Lineage lineage_;
    std::set<CaseId> left_, right_; // not paired yet
    std::set<std::pair<CaseId, CaseId>> apart_;
    CaseMatching out_;
};

} // namespace

std::vector<CaseId> compared_cases(Document const& doc)
{
    auto cases = visible_cases(doc);
    std::erase_if(cases, [&](CaseId id) { return model::find<model::FaceDown>(doc, id); });
    return cases;
}

std::vector<AlikeAcross> alike_across(Document const& before, Document const& after,
                                      Lineage lineage)
{
    auto const first = unknown_to(after, compared_cases(before), lineage);
    auto const second = unknown_to(before, compared_cases(after), lineage);
    std::vector<AlikeAcross> out;
    if (first.empty() || second.empty()) return out;
    SideBySide sides(before, first, after, second);
    for (std::size_t i = 0; i < first.size(); ++i)
        for (auto const& [j, thousandths] : sides.near(i))
            if (thousandths >= doubtful_from) out.push_back({first[i], second[j], thousandths});
    std::ranges::sort(out, {}, [&](AlikeAcross const& one) {
        return std::tuple(-one.thousandths, number_of(after, one.after),
                          number_of(before, one.before), one.after, one.before);
    });
    return out;
}

CaseMatching match_cases(Document const& before, Document const& after, Lineage lineage,
                         std::span<AlikeAcross const> alike, std::span<PairAnswer const> answers)
{
    Matcher matcher(before, after, lineage);
    matcher.said(answers);
    matcher.alike(alike);
    return matcher.take();
}

} // namespace analysis
