#pragma once

#include "model/change.h"

#include <set>

// The ids that changes create, remove and refer to. Private to this folder.
namespace model {

// Sets of ids of every kind that can be referred to.
struct Ids {
    std::set<CaseId> cases;
    std::set<GroupId> groups;
    std::set<AxisId> axes;
    std::set<RoundId> rounds;
    std::set<QuestionId> questions;
    std::set<SiteId> sites;

    void add(CaseId id) { cases.insert(id); }
    void add(GroupId id) { groups.insert(id); }
    void add(AxisId id) { axes.insert(id); }
    void add(RoundId id) { rounds.insert(id); }
    void add(QuestionId id) { questions.insert(id); }
    void add(SiteId id) { sites.insert(id); }
    [[nodiscard]] bool has(CaseId id) const { return cases.contains(id); }
    [[nodiscard]] bool has(GroupId id) const { return groups.contains(id); }
    [[nodiscard]] bool has(AxisId id) const { return axes.contains(id); }
    [[nodiscard]] bool has(RoundId id) const { return rounds.contains(id); }
    [[nodiscard]] bool has(QuestionId id) const { return questions.contains(id); }
    [[nodiscard]] bool has(SiteId id) const { return sites.contains(id); }
    // Adds those of `all` that are not in `but`.
    void add_missing(Ids const& all, Ids const& but)
    {
        auto each = [](auto& to, auto const& from, auto const& without) {
            for (auto id : from)
                if (!without.contains(id)) to.insert(id);
        };
        each(cases, all.cases, but.cases);
        each(groups, all.groups, but.groups);
        each(axes, all.axes, but.axes);
        each(rounds, all.rounds, but.rounds);
        each(questions, all.questions, but.questions);
        each(sites, all.sites, but.sites);
    }
    [[nodiscard]] bool empty() const
    {
        return cases.empty() && groups.empty() && axes.empty() && rounds.empty() &&
               questions.empty() && sites.empty();
    }
};

// Calls `f` with the id that a record of type R creates; only these can be referred to.
template <class R, class F>
void with_identity(typename R::Key const& key, F&& f)
{
    if constexpr (std::is_same_v<R, Case> || std::is_same_v<R, Group> || std::is_same_v<R, Axis> ||
                  std::is_same_v<R, Round> || std::is_same_v<R, Question> ||
                  std::is_same_v<R, Site>)
        f(key);
}

// The ids that `changes` create and remove.
struct Identities {
    Ids created, removed;
};

Identities identities(Changes const& changes);

template <class R>
bool refers_to(typename R::Key const& key, R const& record, Ids const& ids)
{
    bool found = false;
    for_each_ref(key, record, [&](auto id) { found = found || ids.has(id); });
    return found;
}

// The keys of one table that `changes` edit.
template <class R>
std::set<typename R::Key> edited(Changes const& changes)
{
    std::set<typename R::Key> keys;
    for (auto const& change : changes)
        if (auto const* e = change.as<Edit<R>>()) keys.insert(e->key);
    return keys;
}

// Makes numbers of cases, groups and rounds, and places of axes, unique within their kind after
// `changes`. A conflict arises when one half of an exchange was left out, or a number was reused
// since: an existing record then keeps its number, and a restored one gets the next free number.
void keep_numbers_apart(Document const& doc, Changes& changes);

} // namespace model
