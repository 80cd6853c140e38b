#include "model/change.h"

#include "model/exists.h"

namespace model {
namespace {

template <class R>
bool applies(Document const& doc, Edit<R> const& e)
{
    auto const* now = find<R>(doc, e.key);
    return e.before ? now && *now == *e.before : !now;
}

bool applies(Document const& doc, Change const& change)
{
    return change.visit([&](auto const& e) { return applies(doc, e); });
}

} // namespace

base::Result<void> check(Document const& doc, Changes const& changes)
{
    for (auto const& change : changes)
        if (!applies(doc, change))
            return base::fail(base::Errc::conflict, change.visit([]<class R>(Edit<R> const&) {
                return std::string{R::name};
            }));
    return {};
}

base::Result<void> apply(Document& doc, Changes const& changes)
{
    if (auto ok = check(doc, changes); !ok) return ok;
    for (auto const& change : changes)
        change.visit([&]<class R>(Edit<R> const& e) {
            auto& rows = writable<R>(doc);
            if (e.after)
                rows.insert_or_assign(e.key, *e.after);
            else
                rows.erase(e.key);
        });
    return {};
}

Changes inverse(Changes changes)
{
    for (auto& change : changes)
        change = change.visit([]<class R>(Edit<R> const& e) -> Change {
            return Edit<R>{e.key, e.after, e.before};
        });
    return changes;
}

std::string first_dangling(Document const& doc)
{
    std::string out;
    for_each_record_type([&]<class R>() {
        for (auto const& [key, record] : table<R>(doc))
            for_each_ref(key, record, [&](auto id) {
                if (out.empty() && !exists(doc, id)) out = R::name;
            });
    });
    return out;
}

} // namespace model
