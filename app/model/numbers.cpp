#include "model/identities.h"

#include <algorithm>
#include <map>
#include <type_traits>
#include <vector>

namespace model {
namespace {

template <class R>
Edit<R> const* edit_of(Change const& change)
{
    return change.as<Edit<R>>();
}

// What a record is called by: its number, of an axis its place.
template <class R>
auto& number_of(R& record)
{
    if constexpr (std::is_same_v<std::remove_const_t<R>, Axis>)
        return record.place;
    else
        return record.number;
}

template <class R>
void keep_apart(Document const& doc, Changes& changes)
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
            if (e->after && (!e->before || number_of(*e->before) != number_of(*e->after)))
                edits.push_back({i, *e});
    if (edits.empty()) return;
    for (auto const& [key, record] : table<R>(doc)) ++held[number_of(record)];
    for (auto const& change : changes)
        if (auto const* e = edit_of<R>(change)) {
            if (e->before) --held[number_of(*e->before)];
            if (e->after) ++held[number_of(*e->after)];
        }
    for (auto const& [number, records] : held)
        if (records > 0) highest = std::max(highest, number);
    auto shared = [&](Edit<R> const& e) { return held[number_of(*e.after)] > 1; };
    auto give = [&](Edit<R>& e, int number) {
        --held[number_of(*e.after)];
        ++held[number_of(*e.after) = number];
    };
    for (bool again = true; again;) { // what goes back may want what another took
        again = false;
        for (auto& [at, e] : edits)
            if (e.before && number_of(*e.after) != number_of(*e.before) && shared(e)) {
                give(e, number_of(*e.before));
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

} // namespace

void keep_numbers_apart(Document const& doc, Changes& changes)
{
    keep_apart<Case>(doc, changes);
    keep_apart<Group>(doc, changes);
    keep_apart<Round>(doc, changes);
    keep_apart<Axis>(doc, changes);
}

} // namespace model
