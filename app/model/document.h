#pragma once

#include "model/records.h"
#include "model/table.h"

namespace model {

// The list of all record types. Its order does not affect files: records are written by name.
template <template <class...> class To>
using OfRecords =
    To<Profile, Stage, Timer, Room, Convention, Reference, Budget, Prompt, Notice, Case, CardPlace,
       Group, GroupFrame, Membership, Merge, KeptApart, Gathering, FaceDown, Proposal, Received,
       Annotation, Axis, Round, RoundStatus, Ballot, Hands, TieDecision, Estimate, Placement,
       Decision, Question, GuardAnswer, Redaction, Site, Lead, Collection, ByRoom>;

template <class... R>
struct RecordList {
};

// The whole state of a session: a value that is cheap to copy (a few pointers). Copies share
// unchanged data; each thread may use its own copy freely. Code that depends on every record type
// is in document.cpp, to keep other files quick to compile.
class Document {
public:
    Document(); // every table empty
    Document(Document const& other);
    Document(Document&& other) noexcept; // leaves every table empty
    Document& operator=(Document const& other);
    Document& operator=(Document&& other) noexcept;
    ~Document();
    friend bool operator==(Document const& a, Document const& b);

private:
    template <class R>
    friend Table<R> const& table(Document const& doc);
    template <class R>
    friend Table<R>& writable(Document& doc);

    template <class... R>
    struct TablesOf : Table<R>... {
    };
    OfRecords<TablesOf> tables_;
};

template <class R>
Table<R> const& table(Document const& doc)
{
    return doc.tables_;
}

// Write access, for `apply` only.
template <class R>
Table<R>& writable(Document& doc)
{
    return doc.tables_;
}

// The record at `key`, or null. The pointer is valid until the document is next written.
template <class R>
R const* find(Document const& doc, typename R::Key const& key)
{
    return table<R>(doc).get(key);
}

// The record at `key`, or a default-constructed one when there is none.
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
    [&]<class... R>(RecordList<R...>) {
        (f.template operator()<R>(), ...);
    }(OfRecords<RecordList>{});
}

// The number of personal texts, without erased ones.
ErasedTexts texts_of_people(Document const& doc);

// Calls `f` with each id that a record refers to.
template <class R, class F>
void for_each_ref(typename R::Key const& key, R const& record, F&& f)
{
    if constexpr (requires { R::refs(key, record, f); }) R::refs(key, record, f);
}

} // namespace model
