#pragma once

#include "model/change.h"

namespace model {

// The record as it is in `doc` once it is written there: itself.
template <class R>
R const& landed(Document const&, typename R::Key const&, R const& record)
{
    return record;
}

// An axis without a place keeps the one that it has, or gets the next.
Axis landed(Document const& doc, AxisId id, Axis axis);

} // namespace model
