#include "model/change.h"
#include "model/exists.h"

namespace model {

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
