#include "model/change.h"
#include "model/exists.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace model {
namespace {

// The things that records refer to, of every kind at once.
struct Ids {
    std::set<CaseId> cases;
    std::set<GroupId> groups;
    std::set<AxisId> axes;
    std::set<RoundId> rounds;
    std::set<QuestionId> questions;

    void add(CaseId id) { cases.insert(id); }
    void add(GroupId id) { groups.insert(id); }
    void add(AxisId id) { axes.insert(id); }
    void add(RoundId id) { rounds.insert(id); }
    void add(QuestionId id) { questions.insert(id); }
    [[nodiscard]] bool has(CaseId id) const { return cases.contains(id); }
    [[nodiscard]] bool has(GroupId id) const { return groups.contains(id); }
    [[nodiscard]] bool has(AxisId id) const { return axes.contains(id); }
    [[nodiscard]] bool has(RoundId id) const { return rounds.contains(id); }
    [[nodiscard]] bool has(QuestionId id) const { return questions.contains(id); }
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
    }
    [[nodiscard]] bool empty() const
    {
        return cases.empty() && groups.empty() && axes.empty() && rounds.empty() &&
               questions.empty();
    }
};

// Calls `f` with the id that a record of type R gives existence to: only these can be referred to.
template <class R, class F>
void with_identity(typename R::Key const& key, F&& f)
{
    if constexpr (std::is_same_v<R, Case> || std::is_same_v<R, Group> || std::is_same_v<R, Axis> ||
                  std::is_same_v<R, Round> || std::is_same_v<R, Question>)
        f(key);
}

// What `changes` bring into being, and what they take away.
struct Identities {
    Ids created, removed;
};

Identities identities(Changes const& changes)
{
    Identities out;
    for (auto const& change : changes)
        change.visit([&]<class R>(Edit<R> const& e) {
            with_identity<R>(e.key, [&](auto id) {
                if (e.after && !e.before) out.created.add(id);
                if (e.before && !e.after) out.removed.add(id);
            });
        });
    return out;
}

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

// Of `targets`, those that a record of `doc` not edited by `changes`, or one that `changes` write,
// refers to.
Ids still_referred(Document const& doc, Changes const& changes, Ids const& targets)
{
    Ids out;
    if (targets.empty()) return out;
    auto note = [&]<class R>(typename R::Key const& key, R const& record) {
        for_each_ref(key, record, [&](auto id) {
            if (targets.has(id)) out.add(id);
        });
    };
    for_each_record_type([&]<class R>() {
        auto const keys = edited<R>(changes);
        for (auto const& [key, record] : table<R>(doc))
            if (!keys.contains(key)) note.template operator()<R>(key, record);
    });
    for (auto const& change : changes)
        change.visit([&]<class R>(Edit<R> const& e) {
            if (e.after) note.template operator()<R>(e.key, *e.after);
        });
    return out;
}

// Takes out of `changes` those that cannot stand; says whether there were any. `meant` is what they
// once removed: of it, what they no longer remove stays, with what came with it.
bool thin(Document const& doc, Changes& changes, Ids const& meant)
{
    // Named apart: clang 14 takes no structured binding into a lambda.
    auto const ids = identities(changes);
    auto const& created = ids.created;
    auto const& removed = ids.removed;
    auto kept = still_referred(doc, changes, removed);
    kept.add_missing(meant, removed);
    auto const size = changes.size();
    std::erase_if(changes, [&](Change const& change) {
        return change.visit([&]<class R>(Edit<R> const& e) {
            if (!e.after) {
                // A removal: not of what others refer to, nor of what came with it.
                bool stays = refers_to(e.key, *e.before, kept);
                with_identity<R>(e.key, [&](auto id) { stays = stays || kept.has(id); });
                return stays;
            }
            bool dangles = false;
            for_each_ref(e.key, *e.after, [&](auto id) {
                bool const there =
                    created.has(id) || (exists(doc, id) && !removed.has(id)) || kept.has(id);
                dangles = dangles || !there;
            });
            return dangles;
        });
    });
    return changes.size() != size;
}

// Rules that people vote by, or have voted by, do not change any more: ballots were cast under
// them. How many are expected is no rule, as long as they come.
bool rules_begun(Document const& doc, Change const& change)
{
    auto const* e = change.as<Edit<Round>>();
    if (!e || !e->before || !e->after) return false;
    auto const state = get<RoundStatus>(doc, e->key).state;
    if (state != RoundState::open) return state != RoundState::setup;
    auto rules = *e->after;
    rules.headcount = e->before->headcount;
    return rules != *e->before;
}

template <class R>
Edit<R> const* edit_of(Change const& change)
{
    return change.as<Edit<R>>();
}

// No two records R have one number. Of an exchange of numbers one half may be left out, and a
// number may have been given again since: a record keeps the number that it has where the other is
// taken, and what is made again gets the next free one.
template <class R>
void keep_numbers_apart(Document const& doc, Changes& changes)
{
    struct Numbered {
        std::size_t at; // in `changes`
        Edit<R> edit;
    };
    std::vector<Numbered> edits; // that give a number
    std::map<int, int> held;     // how many records then have each number
    int highest = 0;
    for (std::size_t i = 0; i < changes.size(); ++i)
        if (auto const* e = edit_of<R>(changes[i]))
            if (e->after && (!e->before || e->before->number != e->after->number))
                edits.push_back({i, *e});
    if (edits.empty()) return;
    for (auto const& [key, record] : table<R>(doc)) ++held[record.number];
    for (auto const& change : changes)
        if (auto const* e = edit_of<R>(change)) {
            if (e->before) --held[e->before->number];
            if (e->after) ++held[e->after->number];
        }
    for (auto const& [number, records] : held)
        if (records > 0) highest = std::max(highest, number);
    auto shared = [&](Edit<R> const& e) { return held[e.after->number] > 1; };
    auto give = [&](Edit<R>& e, int number) {
        --held[e.after->number];
        ++held[e.after->number = number];
    };
    for (bool again = true; again;) { // what goes back may want what another took
        again = false;
        for (auto& [at, e] : edits)
            if (e.before && e.after->number != e.before->number && shared(e)) {
                give(e, e.before->number);
                again = true;
            }
    }
    for (auto& [at, e] : edits)
        if (!e.before && shared(e)) give(e, ++highest);
    for (auto const& [at, e] : edits) changes[at] = e;
    std::erase_if(changes, [](Change const& change) {
        auto const* e = edit_of<R>(change);
        return e && e->before == e->after;
    });
}

// Takes out of `changes` merges that would make a chain: into what is itself merged by now, or of
// what others are merged into. Only what is visible stands for others. Says whether there were any.
bool flatten(Document const& doc, Changes& changes)
{
    auto merges = table<Merge>(doc);
    for (auto const& change : changes)
        if (auto const* e = change.as<Edit<Merge>>()) {
            if (e->after)
                merges.insert_or_assign(e->key, *e->after);
            else
                merges.erase(e->key);
        }
    std::set<CaseId> standing;
    for (auto const& [id, merge] : merges) standing.insert(merge.into);
    return std::erase_if(changes, [&](Change const& change) {
               auto const* e = change.as<Edit<Merge>>();
               return e && e->after &&
                      (merges.contains(e->after->into) || standing.contains(e->key));
           }) != 0;
}

bool merges_anything(Changes const& changes)
{
    return std::any_of(changes.begin(), changes.end(), [](Change const& change) {
        auto const* e = change.as<Edit<Merge>>();
        return e && e->after;
    });
}

} // namespace

Changes rebase(Document const& doc, Changes changes)
{
    auto const meant = identities(changes).removed;
    std::erase_if(changes, [&](Change const& change) {
        return !check(doc, {change}) || rules_begun(doc, change);
    });
    do {
        while (thin(doc, changes, meant)) {
        }
    } while (merges_anything(changes) && flatten(doc, changes));
    keep_numbers_apart<Case>(doc, changes);
    keep_numbers_apart<Group>(doc, changes);
    keep_numbers_apart<Round>(doc, changes);
    return changes;
}

Changes with_dependents(Document const& doc, Changes changes)
{
    auto const removed = identities(changes).removed;
    if (removed.empty()) return changes;
    Changes more;
    for_each_record_type([&]<class R>() {
        auto const keys = edited<R>(changes);
        for (auto const& [key, record] : table<R>(doc))
            if (!keys.contains(key) && refers_to(key, record, removed))
                more.push_back(edit<R>(doc, key, std::nullopt));
    });
    if (more.empty()) return changes;
    changes.insert(changes.end(), std::make_move_iterator(more.begin()),
                   std::make_move_iterator(more.end()));
    return with_dependents(doc, std::move(changes)); // a removed round takes its ballots with it
}

} // namespace model
