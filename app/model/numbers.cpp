#include "model/identities.h"
#include "model/turnout.h"

#include <algorithm>
#include <map>
#include <type_traits>
#include <utility>
#include <vector>

namespace model {
namespace {

template <class R>
Edit<R> const* edit_of(Change const& change)
{
    return change.as<Edit<R>>();
}

// The number of a record; of an axis, its place.
template <class R>
auto& number_of(R& record)
{
    if constexpr (std::is_same_v<std::remove_const_t<R>, Axis>)
        return record.place;
    else
        return record.number;
}

// A number within its kind (votes and estimating rounds are numbered apart).
using Numbered = std::pair<bool, int>;
template <class R>
Numbered numbered(R const& record)
{
    bool first = true;
    if constexpr (std::is_same_v<R, Round>) first = is_vote(record);
    return {first, number_of(record)};
}

// Makes the numbers of records R unique within their kind. See keep_numbers_apart.
template <class R>
void keep_apart(Document const& doc, Changes& changes)
{
    struct Giving {
        std::size_t at; // index into `changes`
        Edit<R> edit;
    };
    std::vector<Giving> edits;    // those that set a number
    std::map<Numbered, int> held; // how many records would have each number
    for (std::size_t i = 0; i < changes.size(); ++i)
        if (auto const* e = edit_of<R>(changes[i]))
            if (e->after && (!e->before || numbered(*e->before) != numbered(*e->after)))
                edits.push_back({i, *e});
    if (edits.empty()) return;
    for (auto const& [key, record] : table<R>(doc)) ++held[numbered(record)];
    for (auto const& change : changes)
        if (auto const* e = edit_of<R>(change)) {
            if (e->before) --held[numbered(*e->before)];
            if (e->after) ++held[numbered(*e->after)];
        }
    auto shared = [&](Edit<R> const& e) { return held[numbered(*e.after)] > 1; };
    auto give = [&](Edit<R>& e, int number) {
        --held[numbered(*e.after)];
        number_of(*e.after) = number;
        ++held[numbered(*e.after)];
    };
    auto anew = [](Edit<R> const& e) {
        return !e.before || numbered(*e.before).first != numbered(*e.after).first;
    };
    for (bool again = true; again;) { // restoring one record's number may free another's
        again = false;
        for (auto& [at, e] : edits)
            if (!anew(e) && number_of(*e.after) != number_of(*e.before) && shared(e)) {
                give(e, number_of(*e.before));
                again = true;
            }
    }
    std::map<bool, int> highest; // per kind
    for (auto const& [number, records] : held)
        if (records > 0) highest[number.first] = std::max(highest[number.first], number.second);
    for (auto& [at, e] : edits)
        if (anew(e) && shared(e)) give(e, ++highest[numbered(*e.after).first]);
    for (auto const& [at, e] : edits) changes[at] = e;
    std::erase_if(changes, [](Change const& change) {
        auto const* e = edit_of<R>(change);
        return e && e->before == e->after;
    });
}

} // namespace

void keep_numbers_apart(Document const& doc, Changes& changes)
{
    keep_apart<Case>(doc, changes);
    keep_apart<Group>(doc, changes);
    keep_apart<Round>(doc, changes);
    keep_apart<Axis>(doc, changes);
}

} // namespace model
