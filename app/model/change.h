#pragma once

#include "base/one_of.h"
#include "base/result.h"
#include "model/document.h"

#include <optional>
#include <string>
#include <vector>

namespace model {

// One record before and after. No `before`: created. No `after`: removed.
template <class R>
struct Edit {
    using Record = R;
    typename R::Key key{};
    std::optional<R> before;
    std::optional<R> after;
    friend bool operator==(Edit const&, Edit const&) = default;
};

template <class... R>
using EditOf = base::OneOf<Edit<R>...>;

// An edit of one record of any type. A class, not an alias, to keep symbol names short.
class Change : public OfRecords<EditOf> {
public:
    using OfRecords<EditOf>::OneOf;
};
using Changes = std::vector<Change>; // at most one edit per record

// Whether `apply` would succeed; modifies nothing. Fails with `conflict`, `where` the record's
// name.
base::Result<void> check(Document const& doc, Changes const& changes);

// Applies all of `changes`, or none. Fails with `conflict` when a record differs from its `before`.
// An axis without a place (files written before places existed) keeps the one it has; a new one
// gets the next.
base::Result<void> apply(Document& doc, Changes const& changes);

// The place that the next new axis will get.
int next_place(Document const& doc);

// The changes that undo `changes`: before and after swapped.
Changes inverse(Changes changes);

// Adapts `changes`, planned against an older document, to `doc`. Left out are: edits of records
// that differ from their `before`; records with a reference to a missing record; removals of
// records that others still refer to, together with the removals made with them; merges into a case
// that is itself merged, or of a case that others are merged into. So the result never overwrites
// later work, leaves no dangling reference and no chain or cycle of merges. Where the number of a
// case, group or round, or the place of an axis, is now taken, the record keeps its present one or
// gets the next free one.
Changes rebase(Document const& doc, Changes changes);

// `changes` plus the removal of every record that refers to a record they remove.
Changes with_dependents(Document const& doc, Changes changes);

// Empty when every reference in `doc` points at a record; else the name of the first record type
// with a dangling reference.
std::string first_dangling(Document const& doc);

// The change of the record at `key` from its value in `doc` to `after`.
template <class R>
Change edit(Document const& doc, typename R::Key const& key, std::optional<R> after)
{
    auto const* now = find<R>(doc, key);
    return Edit<R>{key, now ? std::optional<R>{*now} : std::nullopt, std::move(after)};
}

// Appends that change, unless the record already equals `after`.
template <class R>
void put(Changes& changes, Document const& doc, typename R::Key const& key, R after)
{
    auto const* now = find<R>(doc, key);
    if (now && *now == after) return;
    changes.push_back(edit<R>(doc, key, std::move(after)));
}

// Appends the removal of the record at `key`, if it exists.
template <class R>
void drop(Changes& changes, Document const& doc, typename R::Key const& key)
{
    if (find<R>(doc, key)) changes.push_back(edit<R>(doc, key, std::nullopt));
}

} // namespace model
