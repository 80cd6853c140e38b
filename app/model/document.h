#pragma once

#include "model/records.h"
#include "model/table.h"

namespace model {

// Every record type, in one place. The order means nothing on disk: records are written by name.
template <template <class...> class To>
using OfRecords = To<Profile, Stage, Timer, Room, Convention, Reference, Budget, Prompt, Case,
                     CardPlace, Group, GroupFrame, Membership, Merge, KeptApart, Gathering,
                     FaceDown, Proposal, Received, Annotation, Axis, Round, RoundStatus, Ballot,
                     Hands, TieDecision, Estimate, Placement, Decision, Question, GuardAnswer,
                     Redaction>;

template <class... R>
struct RecordList {
};

// Everything a workshop produced: a plain value. Copy it (a few pointers), compare it, replay it.
// Copies share what none of them wrote since; each thread may do with its own what it likes. What
// depends on every record type is in document.cpp, so that those who read a few compile a few.
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

// For `apply`; nothing else writes to a document.
template <class R>
Table<R>& writable(Document& doc)
{
    return doc.tables_;
}

// The record at `key`, or null. The pointer holds until the document is next written.
template <class R>
R const* find(Document const& doc, typename R::Key const& key)
{
    return table<R>(doc).get(key);
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
    [&]<class... R>(RecordList<R...>) {
        (f.template operator()<R>(), ...);
    }(OfRecords<RecordList>{});
}

// How many texts of people it holds, without those that were erased.
ErasedTexts texts_of_people(Document const& doc);

// Calls `f` with each id that a record refers to.
template <class R, class F>
void for_each_ref(typename R::Key const& key, R const& record, F&& f)
{
    if constexpr (requires { R::refs(key, record, f); }) R::refs(key, record, f);
}

} // namespace model
