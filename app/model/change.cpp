#include "model/change.h"

#include "model/axis_place.h"

// Each operation has its own file: each is instantiated for every record type.
namespace model {

base::Result<void> apply(Document& doc, Changes const& changes)
{
    if (auto ok = check(doc, changes); !ok) return ok;
    for (auto const& change : changes)
        change.visit([&]<class R>(Edit<R> const& e) {
            auto& rows = writable<R>(doc);
            if (e.after)
                rows.set(e.key, landed(doc, e.key, *e.after));
            else
                rows.erase(e.key);
        });
    return {};
}

} // namespace model
