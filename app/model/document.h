#pragma once

#include "base/shared_value.h"
#include "model/records.h"

#include <map>
#include <optional>
#include <tuple>
#include <variant>

namespace model {

// Every record type, in one place. The order means nothing on disk: records are written by name.
template <template <class...> class To>
using OfRecords =
    To<Profile, Stage, Timer, Room, Convention, Budget, Prompt, Case, CardPlace, Group, GroupFrame,
       Membership, Merge, KeptApart, Gathering, FaceDown, Proposal, Received, Annotation, Axis,
       Round, RoundStatus, Ballot, Hands, TieDecision, Estimate, Placement, Decision>;

template <class R>
using Table = std::map<typename R::Key, R>;

template <class... R>
using TablesOf = std::tuple<base::SharedValue<Table<R>>...>;

// Everything a workshop produced: a plain value. Copy it (a few pointers), compare it, replay it.
struct Document {
    OfRecords<TablesOf> tables;
    friend bool operator==(Document const&, Document const&) = default;
};

template <class R>
Table<R> const& table(Document const& doc)
{
    return std::get<base::SharedValue<Table<R>>>(doc.tables).read();
}

// For `apply` and for reading a snapshot; nothing else writes to a document.
template <class R>
Table<R>& writable(Document& doc)
{
    return std::get<base::SharedValue<Table<R>>>(doc.tables).write();
}

// The record at `key`, or null. The pointer holds until the document is next written.
template <class R>
R const* find(Document const& doc, typename R::Key const& key)
{
    auto const& rows = table<R>(doc);
    auto it = rows.find(key);
    return it == rows.end() ? nullptr : &it->second;
}

// The record at `key`, or what it is when nobody has said anything.
template <class R>
R get(Document const& doc, typename R::Key const& key = {})
{
    auto const* found = find<R>(doc, key);
    return found ? *found : R{};
}

// Calls f.template operator()<R>() for each record type.
template <class F>
void for_each_record_type(F&& f)
{
    [&]<class... R>(std::variant<R...>*) {
        (f.template operator()<R>(), ...);
    }(static_cast<OfRecords<std::variant>*>(nullptr));
}

// Calls `f` with each id that a record refers to.
template <class R, class F>
void for_each_ref(typename R::Key const& key, R const& record, F&& f)
{
    if constexpr (requires { R::refs(key, record, f); }) R::refs(key, record, f);
}

} // namespace model
