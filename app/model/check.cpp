#include "model/axis_place.h"

namespace model {
namespace {

template <class R>
bool applies(Document const& doc, Edit<R> const& e)
{
    auto const* now = find<R>(doc, e.key);
    return e.before ? now && *now == landed(doc, e.key, *e.before) : !now;
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

} // namespace model
