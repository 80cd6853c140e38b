#include "model/exists.h"
#include "model/identities.h"

#include <algorithm>

namespace model {
namespace {

// Those of `targets` to which a record refers that `changes` do not edit, or that they write.
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

// Removes from `changes` those that cannot be applied; returns whether there were any. `meant`:
// what they originally removed; a record whose removal is dropped keeps its dependents too.
bool thin(Document const& doc, Changes& changes, Ids const& meant)
{
    // Separate names: clang 14 cannot capture structured bindings in a lambda.
    auto const ids = identities(changes);
    auto const& created = ids.created;
    auto const& removed = ids.removed;
    auto kept = still_referred(doc, changes, removed);
    kept.add_missing(meant, removed);
    auto const size = changes.size();
    std::erase_if(changes, [&](Change const& change) {
        return change.visit([&]<class R>(Edit<R> const& e) {
            if (!e.after) {
                // A removal: dropped when others refer to the record, or to one removed with it.
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

// The rules of an open or closed round cannot change any more, as ballots were cast under them. The
// expected headcount is not a rule and can change while the round is open.
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

// Removes from `changes` merges that would form a chain: into a case that is itself merged, or of a
// case that others are merged into. Returns whether there were any.
bool flatten(Document const& doc, Changes& changes)
{
    auto merges = table<Merge>(doc);
    for (auto const& change : changes)
        if (auto const* e = change.as<Edit<Merge>>()) {
            if (e->after)
                merges.set(e->key, *e->after);
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

// Whether nothing is left of it because the changed texts were erased.
bool says_nothing(Change const& change)
{
    return change.visit([](auto const& e) { return e.before && e.after && *e.before == *e.after; });
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
        return says_nothing(change) || !check(doc, {change}) || rules_begun(doc, change);
    });
    do {
        while (thin(doc, changes, meant)) {
        }
    } while (merges_anything(changes) && flatten(doc, changes));
    keep_numbers_apart(doc, changes);
    return changes;
}

} // namespace model
