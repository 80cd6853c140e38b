#pragma once

#include "model/records.h"

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <type_traits>

namespace model {

// Every record type, in one place. The order means nothing on disk: records are written by name.
template <template <class...> class To>
using OfRecords = To<Profile, Stage, Timer, Room, Convention, Reference, Budget, Prompt, Case,
                     CardPlace, Group, GroupFrame, Membership, Merge, KeptApart, Gathering,
                     FaceDown, Proposal, Received, Annotation, Axis, Round, RoundStatus, Ballot,
                     Hands, TieDecision, Estimate, Placement, Decision, Question, GuardAnswer>;

template <class R>
using Table = std::map<typename R::Key, R>;

template <class... R>
struct RecordList {
    static constexpr std::size_t size = sizeof...(R);
    template <class T>
    static constexpr std::size_t index_of()
    {
        std::size_t at = 0;
        (void)((std::is_same_v<T, R> || (++at, false)) || ...);
        return at;
    }
};
using Records = OfRecords<RecordList>;

// Everything a workshop produced: a plain value. Copy it (a few pointers), compare it, replay it.
// Copies share each table until one of them writes to it; they may be read from several threads.
// What depends on every record type is in document.cpp, so that those who read a few compile a few.
class Document {
public:
    Document(); // every table empty
    friend bool operator==(Document const& a, Document const& b);

private:
    template <class R>
    friend std::shared_ptr<Table<R> const> shared_table(Document const& doc);
    template <class R>
    friend Table<R> const& table(Document const& doc);
    template <class R>
    friend Table<R>& writable(Document& doc);
    void* own(std::size_t table); // not shared with any copy

    std::array<std::shared_ptr<void>, Records::size> tables_; // each a Table<R>, in their order
};

// The table as it is now, whatever is written later. Two that are one pointer are equal.
template <class R>
std::shared_ptr<Table<R> const> shared_table(Document const& doc)
{
    return std::static_pointer_cast<Table<R> const>(doc.tables_[Records::index_of<R>()]);
}

template <class R>
Table<R> const& table(Document const& doc)
{
    return *static_cast<Table<R> const*>(doc.tables_[Records::index_of<R>()].get());
}

// For `apply`; nothing else writes to a document.
template <class R>
Table<R>& writable(Document& doc)
{
    return *static_cast<Table<R>*>(doc.own(Records::index_of<R>()));
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
    [&]<class... R>(RecordList<R...>) { (f.template operator()<R>(), ...); }(Records{});
}

// Calls `f` with each id that a record refers to.
template <class R, class F>
void for_each_ref(typename R::Key const& key, R const& record, F&& f)
{
    if constexpr (requires { R::refs(key, record, f); }) R::refs(key, record, f);
}

} // namespace model
