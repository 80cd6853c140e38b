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

// An edit of one of the records. A class of its own, so that names in object files stay short.
class Change : public OfRecords<EditOf> {
public:
    using OfRecords<EditOf>::OneOf;
};
using Changes = std::vector<Change>; // at most one edit per record

// Whether `apply` would succeed; changes nothing. Fails with `conflict`, `where` the name of the
// record.
base::Result<void> check(Document const& doc, Changes const& changes);

// Applies all of `changes`, or none. Fails with `conflict` when a record is not equal to its
// `before`. An axis without a place, of a file older than places, keeps the one that it has; one
// that is new gets the next.
base::Result<void> apply(Document& doc, Changes const& changes);

// The place of the axis that is made next.
int next_place(Document const& doc);

// The changes that take the document back: before and after swapped.
Changes inverse(Changes changes);

// What `changes`, planned against an older document, still mean for `doc`. Left out: edits of
// records that differ from their `before`; records that would refer to nothing; removals of records
// that others still refer to, together with what came with them; merges into a case that is itself
// merged by now, or of one that others are merged into. So nobody's later work is touched, nothing
// dangles, and merges make no chain and no circle. Where a number of a case, a group or a round, or
// the place of an axis, is another's by now, the record keeps the one that it has, or gets the next
// free one.
Changes rebase(Document const& doc, Changes changes);

// `changes` plus the removal of every record that refers to a record they remove.
Changes with_dependents(Document const& doc, Changes changes);

// Empty when every reference in `doc` points at a record; else the name of the first that does not.
std::string first_dangling(Document const& doc);

// The change that takes the record at `key` from what `doc` holds to `after`.
template <class R>
Change edit(Document const& doc, typename R::Key const& key, std::optional<R> after)
{
    auto const* now = find<R>(doc, key);
    return Edit<R>{key, now ? std::optional<R>{*now} : std::nullopt, std::move(after)};
}

// Adds the change of the record at `key` to `after`, unless it already is so.
template <class R>
void put(Changes& changes, Document const& doc, typename R::Key const& key, R after)
{
    auto const* now = find<R>(doc, key);
    if (now && *now == after) return;
    changes.push_back(edit<R>(doc, key, std::move(after)));
}

// Adds the removal of the record at `key`, if there is one.
template <class R>
void drop(Changes& changes, Document const& doc, typename R::Key const& key)
{
    if (find<R>(doc, key)) changes.push_back(edit<R>(doc, key, std::nullopt));
}

} // namespace model
